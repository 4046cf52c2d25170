#include "merge/same_value.h"

#include <algorithm>
#include <array>

#include "json/value.h"
#include "num/decimal.h"

namespace crossfoot::merge {
namespace {

constexpr std::array<std::string_view, 25> kDecimals = {"unitPrice",
                                                        "quantity",
                                                        "cost",
                                                        "percent",
                                                        "amount",
                                                        "total",
                                                        "size",
                                                        "price",
                                                        "freeUnits",
                                                        "upTo",
                                                        "flatFee",
                                                        "min",
                                                        "max",
                                                        "step",
                                                        "payments",
                                                        "delayDays",
                                                        "delayMonths",
                                                        "fee",
                                                        "value",
                                                        "amountPerUnit",
                                                        "cashRounding",
                                                        "days",
                                                        "horizonMonths",
                                                        "taxRateDecimals",
                                                        "minimumMarginPercent"};

// Members whose value is an object or a list of the state's own; others belong to who put them in.
constexpr std::array<std::string_view, 10> kContainers = {
    "discount", "discounts", "charges", "pricing",       "tiers",
    "billing",  "phases",    "start",   "quantityRange", "servicePeriod"};

constexpr std::array<std::string_view, 9> kOwnMembers = {"policy",     "settings", "terms",
                                                         "dealAmount", "taxRates", "adjustments",
                                                         "payments",   "refunds",  "credits"};

template <size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool isNumeric(const json::Value& value) {
  return value.kind == json::Kind::number || value.kind == json::Kind::string;
}

void normalise(json::Value& value, Scope scope) {
  if (scope == Scope::decimal && isNumeric(value)) {
    value = json::Value::ofString(shortestDecimal(value.text));
    return;
  }
  if (value.kind == json::Kind::number) value.text = shortestDecimal(value.text);
  if (scope != Scope::foreign) {
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

Scope scopeOf(std::string_view member) {
  if (member == "version" || member == "rules") return Scope::decimal;
  return contains(kOwnMembers, member) ? Scope::state : Scope::foreign;
}

Scope scopeWithin(Scope parent, std::string_view member) {
  if (parent == Scope::foreign) return Scope::foreign;
  if (contains(kDecimals, member)) return Scope::decimal;
  return contains(kContainers, member) ? Scope::state : Scope::foreign;
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
