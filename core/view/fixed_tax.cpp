#include "view/fixed_tax.h"

#include <algorithm>

#include "num/decimal.h"
#include "view/open_state.h"

namespace crossfoot::view {
namespace {

using json::Value;

const Value* findById(const Value& list, std::string_view id) {
  const auto at = std::find_if(list.items.begin(), list.items.end(),
                               [&](const Value& each) { return each.textOf("id") == id; });
  return at == list.items.end() ? nullptr : &*at;
}

Value percentOf(const TaxRate& rate) {
  return Value::ofString(formatTrimmed(rate.percent.micros, 6, 0));
}

}  // namespace

Value fixedTaxRate(const Document& document, const Value& rates, std::string_view id,
                   const FixedTax& tax) {
  const auto text = [](std::string_view value) { return Value::ofString(std::string(value)); };
  const TaxRate& rate = document.head.taxRates[tax.rate];
  std::string_view name = rate.id;
  for (const Value& written : rates.items) {
    const bool named = written.textOf("id") == rate.id && !written.textOf("name").empty();
    if (named) name = written.textOf("name");
  }
  Value origin = Value::object();
  origin.set("rateId", text(rate.id));
  if (!rate.perUnit) {
    origin.set("percent", percentOf(rate));
    origin.set("base", moneyValue(tax.base, document.minorDigits()));
  }
  Value value = Value::object();
  value.set("id", text(id));
  value.set("name", text(name));
  value.set("amountPerUnit",
            moneyValue(tax.lineIsNegative ? -tax.amount : tax.amount, document.minorDigits()));
  value.set("active", Value::ofBoolean(false));
  value.set("origin", std::move(origin));
  return value;
}

void listRatesOfShares(const Document& document, const Value& rates, Value& taxRates) {
  const std::vector<Value> shares = taxRates.items;
  for (const Value& share : shares) {
    const Value* origin = share.find("origin");
    if (origin == nullptr || !origin->isObject() || origin->textOf("percent").empty()) continue;
    const std::string_view id = origin->textOf("rateId");
    const Value* written = findById(rates, id);
    const uint32_t index = document.findTaxRate(id);
    if (written == nullptr || index == IdIndex::kNone || findById(taxRates, id)) continue;
    Value rate = *written;
    rate.set("percent", percentOf(document.head.taxRates[index]));
    rate.erase("inclusive");
    taxRates.items.push_back(std::move(rate));
  }
}

}  // namespace crossfoot::view
