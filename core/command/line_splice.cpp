#include "command/line_splice.h"

#include "json/scanner.h"

namespace crossfoot {

void spliceMember(std::string_view line, std::string_view name, std::string_view value,
                  std::string& out) {
  out.assign(1, '{');
  const auto put = [&out](std::string_view rawName, std::string_view text) {
    if (out.size() > 1) out += ',';
    out += '"';
    out += rawName;
    out += "\":";
    out += text;
  };
  bool placed = value.empty();
  json::Scanner scanner(line);
  json::Text member;
  scanner.beginObject();
  while (scanner.member(member)) {
    const std::string_view old = scanner.skip();
    const bool same = member.escaped ? json::decode(member) == name : member.raw == name;
    if (!same) {
      put(member.raw, old);
    } else if (!placed) {
      put(name, value);
      placed = true;
    }
  }
  if (!placed) put(name, value);
  out += '}';
}

std::optional<size_t> replaceMember(std::string_view line, std::string_view name,
                                    std::string_view value, std::string& out) {
  std::string_view old;
  json::Scanner scanner(line);
  json::Text member;
  scanner.beginObject();
  while (scanner.member(member)) {
    const std::string_view text = scanner.skip();
    const bool same = member.raw == name;
    if (member.escaped || (same && !old.empty())) return std::nullopt;
    if (same) old = text;
  }
  if (old.empty()) return std::nullopt;
  const auto at = static_cast<size_t>(old.data() - line.data());
  out.assign(line.substr(0, at));
  out += value;
  out += line.substr(at + old.size());
  return at;
}

}  // namespace crossfoot
