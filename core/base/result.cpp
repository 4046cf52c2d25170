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

Refusal refuse(std::string_view code, std::string_view path, const Reason& reason,
               ReasonValues values) {
  Refusal refusal(code, sentenceOf(reason, values), path);
  refusal.reason = reason.id;
  refusal.values = std::move(values);
  return refusal;
}

std::string membersJson(const Refusal& refusal) {
  std::string out = "{";
  if (!refusal.also.empty()) {
    out += "\"also\":[";
    for (const Refusal& other : refusal.also) {
      if (&other != refusal.also.data()) out += ',';
      out += membersJson(other);
    }
    out += "],";
  }
  out += "\"code\":";
  json::writeString(refusal.code, out);
  if (refusal.line > 0) out += ",\"column\":" + std::to_string(refusal.column);
  if (refusal.line > 0) out += ",\"line\":" + std::to_string(refusal.line);
  out += ",\"message\":";
  json::writeString(refusal.message, out);
  out += ",\"path\":";
  json::writeString(refusal.path, out);
  if (!refusal.reason.empty()) {
    out += ",\"reasonId\":";
    json::writeString(refusal.reason, out);
  }
  if (!refusal.values.empty()) out += ",\"values\":" + valuesJson(refusal.values);
  return out + "}";
}

std::string toJson(const Refusal& refusal) { return "{\"error\":" + membersJson(refusal) + "}"; }

}  // namespace crossfoot
