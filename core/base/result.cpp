#include "base/result.h"

#include "json/value.h"

namespace crossfoot {

std::string toJson(const Refusal& refusal) {
  std::string out = "{\"error\":{\"code\":";
  json::writeString(refusal.code, out);
  if (refusal.line > 0) out += ",\"column\":" + std::to_string(refusal.column);
  if (refusal.line > 0) out += ",\"line\":" + std::to_string(refusal.line);
  out += ",\"message\":";
  json::writeString(refusal.message, out);
  out += ",\"path\":";
  json::writeString(refusal.path, out);
  return out + "}}";
}

}  // namespace crossfoot
