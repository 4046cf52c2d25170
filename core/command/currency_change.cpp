#include "command/currency_change.h"

#include <map>

#include "codec/tidy.h"

namespace crossfoot {
namespace {

using json::Value;

Value treeOf(const LineItem& line) {
  json::Scanner scanner(line.text);
  return json::readValue(scanner);
}

bool has(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && !value->isNull();
}

using Prices = std::map<std::string_view, const Value*>;

Prices byId(const Value* prices) {
  Prices found;
  if (prices == nullptr) return found;
  for (const json::Member& member : prices->members) found.emplace(member.name, &member.value);
  return found;
}

const Value* priceOf(const LineItem& item, const Value& line, const Prices& prices) {
  auto price = prices.find(item.id);
  const std::string_view product = line.textOf("productId");
  if (price == prices.end() && !product.empty()) price = prices.find(product);
  return price != prices.end() && !price->second->isNull() ? price->second : nullptr;
}

// Whether the price gives the line all that its price is made of.
bool takePrice(Value& line, const Value& price) {
  if (!price.isObject()) {
    if (has(line, "pricing")) return false;
    line.set("unitPrice", price);
    return true;
  }
  if (has(line, "pricing") && !has(price, "pricing")) return false;
  if (!has(price, "unitPrice") && !has(price, "pricing")) return false;
  for (const std::string_view name : {"unitPrice", "cost", "pricing"}) {
    if (has(price, name)) line.set(name, *price.find(name));
  }
  return true;
}

// The amount of a deal stays what it was, in the currency it was in: it is the person's own figure.
std::optional<MemberEdit> keepDealAmount(const Document& document, std::string_view old,
                                         std::string_view currency) {
  const std::string* before = document.memberText("dealAmount");
  if (before == nullptr) return std::nullopt;
  json::Scanner scanner(*before);
  Value amount = json::readValue(scanner);
  if (!amount.isObject() || !has(amount, "value")) return std::nullopt;
  if (amount.textOf("currency") == currency) {
    amount.erase("currency");
  } else if (!has(amount, "currency")) {
    amount.set("currency", Value::ofString(std::string(old)));
  } else {
    return std::nullopt;
  }
  return MemberEdit{"dealAmount", *before, json::write(amount)};
}

}  // namespace

bool settlePriceCurrency(Value& line) {
  if (line.find("priceCurrency") == nullptr) return false;
  line.erase("priceCurrency");
  return true;
}

ChangeList currencyChanges(const Document& document, std::string_view currency,
                           const Value* prices) {
  ChangeList changes;
  const std::string old(document.head.currency.name());
  if (currency == old) return changes;
  const std::string* before = document.memberText("currency");
  MemberEdit edit{"currency", std::nullopt, json::write(Value::ofString(std::string(currency)))};
  if (before != nullptr) edit.before = *before;
  changes.emplace_back(std::move(edit));
  if (auto amount = keepDealAmount(document, old, currency)) changes.emplace_back(*amount);
  const Prices found = byId(prices);
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& item = document.lines.slot(slot);
    if (!item.isItem()) continue;
    Value line = treeOf(item);
    const Value* price = priceOf(item, line, found);
    const bool taken = price != nullptr && takePrice(line, *price);
    // A number that was kept once already stays what it was: in the first currency.
    const bool back = line.textOf("priceCurrency") == currency;
    if (taken || back) {
      (void)settlePriceCurrency(line);
    } else if ((has(line, "unitPrice") || has(line, "pricing")) && !has(line, "priceCurrency")) {
      line.set("priceCurrency", Value::ofString(old));
    }
    codec::tidyLineValue(line);
    LineEdit lineEdit{std::string(item.id), std::string(item.text), json::write(line)};
    if (lineEdit.before != lineEdit.after) changes.emplace_back(std::move(lineEdit));
  }
  return changes;
}

}  // namespace crossfoot
