#include "core/support/random_state.h"

#include <array>

namespace crossfoot::testing {
namespace {

using Names = std::vector<std::string>;

json::Value text(std::string value) { return json::Value::ofString(std::move(value)); }
json::Value flag(bool value) { return json::Value::ofBoolean(value); }

json::Value randomReduction(Random& random) {
  json::Value reduction = json::Value::object();
  switch (random.below(3)) {
    case 0: reduction.set("percent", text(random.decimal(2, 3))); break;
    case 1: reduction.set("amount", text(random.decimal(1, 4))); break;
    default: reduction.set("total", text(random.decimal(2, 2))); break;
  }
  return reduction;
}

json::Value randomBilling(Random& random) {
  static const Names kFrequencies = {"one_time",  "weekly",   "biweekly",       "monthly",
                                     "quarterly", "annually", "per_six_months", "per_two_years"};
  json::Value billing = json::Value::object();
  const std::string& frequency = random.pick(kFrequencies);
  billing.set("frequency", text(frequency));
  if (frequency != "one_time" && random.chance(70)) {
    billing.set("payments", json::Value::ofNumber(std::to_string(1 + random.below(24))));
  }
  if (random.chance(30)) {
    json::Value start = json::Value::object();
    start.set(random.chance(50) ? "delayDays" : "delayMonths",
              json::Value::ofNumber(std::to_string(random.below(20))));
    billing.set("start", std::move(start));
  }
  return billing;
}

json::Value randomPricing(Random& random) {
  static const Names kTiered = {"volume", "graduated", "stairstep"};
  if (random.chance(30)) {
    return tree(R"({"model":"package","size":"10","price":")" + random.decimal(2, 2) +
                R"(","freeUnits":"3"})");
  }
  return tree(R"({"model":")" + random.pick(kTiered) + R"(","tiers":[{"upTo":"10","unitPrice":")" +
              random.decimal(2, 4) + R"("},{"upTo":null,"unitPrice":")" + random.decimal(1, 4) +
              R"(","flatFee":"5"}]})");
}

json::Value randomRateIds(Random& random, const Names& rateIds) {
  json::Value ids = json::Value::array();
  for (const std::string& id : rateIds) {
    if (random.chance(40)) ids.items.push_back(text(id));
  }
  return ids;
}

}  // namespace

json::Value tree(std::string_view source) {
  json::Scanner scanner(source);
  return json::readValue(scanner);
}

const json::Value& valueAt(const json::Value& root, std::string_view pointer) {
  static const json::Value kNone;
  Names segments;
  json::splitPointer(pointer, segments);
  const json::Value* at = &root;
  for (const std::string& segment : segments) {
    if (at->isArray()) {
      const size_t index = std::stoul(segment);
      if (index >= at->items.size()) return kNone;
      at = &at->items[index];
    } else {
      at = at->find(segment);
      if (at == nullptr) return kNone;
    }
  }
  return *at;
}

std::string textAt(const json::Value& root, std::string_view pointer) {
  const json::Value& value = valueAt(root, pointer);
  return value.isString() ? value.text : json::write(value);
}

std::string sortedText(const json::Value& value) {
  std::string out;
  json::writeCanonical(value, out);
  return out;
}

std::vector<std::string> idsOf(const json::Value& state, std::string_view list) {
  std::vector<std::string> ids;
  const json::Value* items = state.find(list);
  if (items == nullptr) return ids;
  for (const json::Value& item : items->items) ids.emplace_back(item.textOf("id"));
  return ids;
}

json::Value randomLine(Random& random, const std::string& id,
                       const std::vector<std::string>& rateIds) {
  json::Value line = json::Value::object();
  line.set("id", text(id));
  line.set("name", text("Line " + id));
  if (random.chance(8)) {
    line.set("type", text(random.chance(50) ? "section" : "note"));
    return line;
  }
  if (random.chance(12)) {
    line.set("pricing", randomPricing(random));
  } else {
    line.set("unitPrice", text(random.decimal(3, random.chance(20) ? 6 : 2)));
  }
  if (random.chance(70)) line.set("quantity", text(random.decimal(2, random.chance(20) ? 3 : 0)));
  if (random.chance(30)) line.set("cost", text(random.decimal(2, 2)));
  if (random.chance(35)) line.set("discount", randomReduction(random));
  if (random.chance(8)) {
    json::Value charges = json::Value::array();
    charges.items.push_back(randomReduction(random));
    line.set("charges", std::move(charges));
  }
  if (!rateIds.empty() && random.chance(60)) line.set("taxRateIds", randomRateIds(random, rateIds));
  if (random.chance(40)) line.set("billing", randomBilling(random));
  if (random.chance(8)) {
    line.set("optional", flag(true));
    line.set("selected", flag(random.chance(50)));
  }
  if (random.chance(15)) line.set("custom", tree(R"({"note":"kept","depth":[1,{"x":1.50}]})"));
  return line;
}

json::Value randomTaxRate(Random& random, const std::string& id) {
  json::Value rate = json::Value::object();
  rate.set("id", text(id));
  rate.set("name", text("Tax " + id));
  if (random.chance(10)) {
    rate.set("amountPerUnit", text(random.decimal(1, 2)));
    return rate;
  }
  rate.set("percent", text(random.decimal(1, 3)));
  if (random.chance(15)) {
    rate.set("compound", flag(true));
  } else if (random.chance(25)) {
    rate.set("inclusive", flag(true));
  }
  return rate;
}

json::Value randomAdjustment(Random& random, const std::string& id,
                             const std::vector<std::string>& rateIds) {
  static const Names kTypes = {"discount", "fee", "tax"};
  json::Value adjustment = json::Value::object();
  const std::string& type = random.pick(kTypes);
  adjustment.set("id", text(id));
  adjustment.set("type", text(type));
  adjustment.set("name", text("Adjustment " + id));
  adjustment.set(random.chance(60) ? "percent" : "amount", text(random.decimal(1, 3)));
  if (type == "fee" && random.chance(40)) {
    adjustment.set("taxable", flag(true));
  } else if (type != "tax" && !rateIds.empty() && random.chance(40)) {
    adjustment.set("taxRateIds", randomRateIds(random, rateIds));
  }
  return adjustment;
}

json::Value randomPolicy(Random& random) {
  json::Value policy = json::Value::object();
  if (random.chance(40)) policy.set("taxRounding", text("document"));
  if (random.chance(20)) policy.set("discountRounding", text("net"));
  if (random.chance(20)) policy.set("taxBase", text("beforeDiscounts"));
  if (random.chance(20)) policy.set("discountStacking", text("sequential"));
  if (random.chance(30)) policy.set("discountAllocation", text("proportional"));
  if (random.chance(20)) policy.set("profile", text("hubspot"));
  if (random.chance(20)) policy.set("pricesIncludeTax", flag(true));
  if (random.chance(15)) policy.set("cashRounding", text("1"));
  if (random.chance(15)) policy.set("minimumMarginPercent", text("40"));
  return policy;
}

json::Value randomState(Random& random, size_t lines) {
  static const Names kKinds = {"quote", "quote", "quote", "deal", "invoice", "paymentLink"};
  static const Names kCurrencies = {"USD", "EUR", "JPY", "KWD", "CLF"};
  json::Value state = json::Value::object();
  state.set("version", json::Value::ofNumber("1"));
  state.set("id", text("doc"));
  const std::string& kind = random.pick(kKinds);
  state.set("kind", text(kind));
  state.set("currency", text(random.pick(kCurrencies)));
  state.set("date", text("2026-01-31"));
  state.set("policy", randomPolicy(random));
  json::Value rates = json::Value::array();
  for (size_t i = random.below(4); i > 0; --i) {
    rates.items.push_back(randomTaxRate(random, "tr_" + std::to_string(i)));
  }
  state.set("taxRates", std::move(rates));
  const Names rateIds = idsOf(state, "taxRates");
  json::Value list = json::Value::array();
  for (size_t i = 0; i < lines; ++i) {
    list.items.push_back(randomLine(random, "li_" + std::to_string(i + 1), rateIds));
  }
  state.set("lines", std::move(list));
  if (kind != "deal") {
    json::Value adjustments = json::Value::array();
    for (size_t i = random.below(4); i > 0; --i) {
      adjustments.items.push_back(randomAdjustment(random, "adj_" + std::to_string(i), rateIds));
    }
    state.set("adjustments", std::move(adjustments));
  }
  if (random.chance(50)) state.set("custom", tree(R"({"crm":{"deal":42},"tags":["a","b"]})"));
  return state;
}

}  // namespace crossfoot::testing
