#include "view/fixed_tax.h"

#include "num/decimal.h"
#include "view/open_state.h"

namespace crossfoot::view {

json::Value fixedTaxRate(const Document& document, const json::Value& rates, std::string_view id,
                         const FixedTax& tax) {
  const auto text = [](std::string_view value) {
    return json::Value::ofString(std::string(value));
  };
  const TaxRate& rate = document.head.taxRates[tax.rate];
  std::string_view name = rate.id;
  for (const json::Value& written : rates.items) {
    const bool named = written.textOf("id") == rate.id && !written.textOf("name").empty();
    if (named) name = written.textOf("name");
  }
  json::Value origin = json::Value::object();
  origin.set("rateId", text(rate.id));
  if (!rate.perUnit) {
    origin.set("percent", text(formatTrimmed(rate.percent.micros, 6, 0)));
    origin.set("base", moneyValue(tax.base, document.minorDigits()));
  }
  json::Value value = json::Value::object();
  value.set("id", text(id));
  value.set("name", text(name));
  value.set("amountPerUnit",
            moneyValue(tax.lineIsNegative ? -tax.amount : tax.amount, document.minorDigits()));
  value.set("origin", std::move(origin));
  return value;
}

}  // namespace crossfoot::view
