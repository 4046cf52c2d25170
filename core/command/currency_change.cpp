#include "command/currency_change.h"

#include <map>

#include "codec/kept_amounts.h"
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

void setPrice(Value& line, std::string_view name, const Value& price) {
  line.set(name, price);
  line.erase(codec::currencyMember(Part::line, name));
}

// Takes a price that gives the line all that its price is made of.
void takePrice(Value& line, const Value& price) {
  if (!price.isObject()) {
    if (has(line, "pricing")) return;
    setPrice(line, "unitPrice", price);
    return;
  }
  if (has(line, "pricing") && !has(price, "pricing")) return;
  if (!has(price, "unitPrice") && !has(price, "pricing")) return;
  for (const std::string_view name : {"unitPrice", "cost", "pricing"}) {
    if (has(price, name)) setPrice(line, name, *price.find(name));
  }
}

// The amounts of the tax rates or the adjustments.
std::optional<MemberEdit> keepListed(const Document& document, std::string_view list,
                                     std::string_view old, std::string_view currency) {
  const std::string* before = document.memberText(list);
  if (before == nullptr) return std::nullopt;
  json::Scanner scanner(*before);
  Value records = json::readValue(scanner);
  codec::keepAmounts(partOfList(list), records, old, currency);
  MemberEdit edit{std::string(list), *before, json::write(records)};
  return edit.before == edit.after ? std::nullopt : std::optional(std::move(edit));
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
  for (const std::string_view list : {"taxRates", "adjustments"}) {
    if (auto records = keepListed(document, list, old, currency)) changes.emplace_back(*records);
  }
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& item = document.lines.slot(slot);
    if (!item.isItem()) continue;
    Value line = treeOf(item);
    const Value* price = priceOf(item, line, found);
    codec::keepAmounts(Part::line, line, old, currency);
    if (price != nullptr) takePrice(line, *price);
    codec::tidyLineValue(line);
    LineEdit lineEdit{std::string(item.id), std::string(item.text), json::write(line)};
    if (lineEdit.before != lineEdit.after) changes.emplace_back(std::move(lineEdit));
  }
  return changes;
}

}  // namespace crossfoot
