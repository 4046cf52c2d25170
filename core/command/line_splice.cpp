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

}  // namespace crossfoot
