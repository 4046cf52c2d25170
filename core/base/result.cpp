#include "base/result.h"

#include "json/value.h"

namespace crossfoot {

Refusal::Refusal() = default;
Refusal::Refusal(std::string_view refusalCode, std::string_view refusalMessage,
                 std::string_view refusalPath)
    : code(refusalCode), message(refusalMessage), path(refusalPath) {}
Refusal::Refusal(const Refusal&) = default;
Refusal::Refusal(Refusal&&) noexcept = default;
Refusal& Refusal::operator=(const Refusal&) = default;
Refusal& Refusal::operator=(Refusal&&) noexcept = default;
Refusal::~Refusal() = default;

Refusal refuse(std::string_view code, std::string_view path, std::string_view message) {
  return {code, message, path};
}

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
