#include "merge/same_value.h"

#include "json/value.h"
#include "num/decimal.h"

namespace crossfoot::merge {
namespace {

bool isNumeric(const json::Value& value) {
  return value.kind == json::Kind::number || value.kind == json::Kind::string;
}

Scope scopeOfMember(const Member* known) {
  if (known == nullptr) return {};
  return {known->within, known->shape == Shape::decimal || known->shape == Shape::count};
}

void normalise(json::Value& value, Scope scope) {
  if (scope.isNumber && isNumeric(value)) {
    value = json::Value::ofString(shortestDecimal(value.text));
    return;
  }
  if (value.kind == json::Kind::number) value.text = shortestDecimal(value.text);
  if (scope.part != Part::foreign) {
    std::erase_if(value.members, [](const json::Member& member) { return member.value.isNull(); });
  }
  for (json::Value& item : value.items) normalise(item, scope);
  for (json::Member& member : value.members) {
    normalise(member.value, scopeWithin(scope, member.name));
  }
}

json::Value read(std::string_view text) {
  json::Scanner scanner(text);
  return json::readValue(scanner);
}

}  // namespace

Scope scopeOf(std::string_view member) { return scopeOfMember(findMember(Part::document, member)); }

Scope scopeWithin(Scope parent, std::string_view member) {
  return scopeOfMember(findMember(parent.part, member));
}

std::string meaning(std::string_view text, Scope scope) {
  std::string out;
  if (text.empty()) return out;
  json::Value value = read(text);
  if (value.isNull()) return out;
  normalise(value, scope);
  json::writeCanonical(value, out);
  return out;
}

bool sameMeaning(std::string_view a, std::string_view b, Scope scope) {
  return a == b || meaning(a, scope) == meaning(b, scope);
}

std::string canonical(std::string_view text) {
  std::string out;
  json::writeCanonical(text.empty() ? json::Value() : read(text), out);
  return out;
}

}  // namespace crossfoot::merge
