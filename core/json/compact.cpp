#include "json/compact.h"

namespace crossfoot::json {

std::string compact(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool inString = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && !inString) continue;
    out += c;
    if (inString && c == '\\') out += text[++i];
    if (c == '"') inString = !inString;
  }
  return out;
}

}  // namespace crossfoot::json
