#include "base/reason.h"

#include <algorithm>

#include "json/value.h"

namespace crossfoot {
namespace {

std::string listJson(const std::vector<std::string_view>& facts) {
  std::string out = "[";
  for (const std::string_view fact : facts) {
    if (out.size() > 1) out += ',';
    json::writeString(fact, out);
  }
  return out + "]";
}

std::string textJson(std::string_view fact) {
  std::string out;
  json::writeString(fact, out);
  return out;
}

}  // namespace

ReasonValue::ReasonValue(std::string_view valueName, std::string_view fact)
    : ReasonValue(valueName, fact, fact) {}
ReasonValue::ReasonValue(std::string_view valueName, std::string_view fact,
                         std::string_view english)
    : name(valueName), json(textJson(fact)), words(english) {}
ReasonValue::ReasonValue(std::string_view valueName, const std::vector<std::string_view>& facts,
                         std::string_view english)
    : name(valueName), json(listJson(facts)), words(english) {}

std::string sentenceOf(const Reason& reason, const ReasonValues& values) {
  std::string text(reason.sentence);
  for (const ReasonValue& value : values) {
    const std::string hole = "{" + value.name + "}";
    const size_t at = text.find(hole);
    if (at != std::string::npos) text.replace(at, hole.size(), value.words);
  }
  return text;
}

std::string valuesJson(const ReasonValues& values) {
  std::vector<const ReasonValue*> byName;
  for (const ReasonValue& value : values) byName.push_back(&value);
  std::sort(byName.begin(), byName.end(),
            [](const ReasonValue* a, const ReasonValue* b) { return a->name < b->name; });
  std::string out = "{";
  for (const ReasonValue* value : byName) {
    if (out.size() > 1) out += ',';
    json::writeString(value->name, out);
    out += ":" + value->json;
  }
  return out + "}";
}

}  // namespace crossfoot
