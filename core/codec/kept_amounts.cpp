#include "codec/kept_amounts.h"

#include <algorithm>
#include <array>

namespace crossfoot::codec {
namespace {

using json::Value;

struct Kept {
  std::string_view amount;
  std::string_view currency;
};

constexpr std::array<Kept, 6> kAmounts = {{
    {"unitPrice", "priceCurrency"},
    {"pricing", "priceCurrency"},
    {"cost", "costCurrency"},
    {"amount", "currency"},
    {"total", "currency"},
    {"amountPerUnit", "currency"},
}};
constexpr std::array<std::string_view, 3> kCurrencies = {"priceCurrency", "costCurrency",
                                                         "currency"};

// Containers whose objects say the currency of their own amounts; a pricing model is one price.
constexpr std::array<std::string_view, 5> kContainers = {"discount", "discounts", "charges",
                                                         "billing", "phases"};

template <size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && !value->isNull();
}

bool hasAmountOf(const Value& object, std::string_view currency) {
  return std::any_of(kAmounts.begin(), kAmounts.end(), [&](const Kept& kept) {
    return kept.currency == currency && has(object, kept.amount);
  });
}

// Whether the amounts that the member speaks of are still in another currency.
bool keepOwn(Value& object, std::string_view member, std::string_view former,
             std::string_view now) {
  if (!hasAmountOf(object, member)) return false;
  if (!has(object, member)) {
    if (former == now) return false;
    object.set(member, Value::ofString(std::string(former)));
    return true;
  }
  if (object.textOf(member) != now) return true;
  object.erase(member);
  return false;
}

Value* step(Value& at, const std::string& segment) {
  if (at.isObject()) return at.find(segment);
  if (!at.isArray()) return nullptr;
  const auto found = std::find_if(at.items.begin(), at.items.end(), [&](const Value& item) {
    return std::to_string(&item - at.items.data()) == segment;
  });
  return found == at.items.end() ? nullptr : &*found;
}

}  // namespace

bool keepAmounts(Value& record, std::string_view former, std::string_view now) {
  bool kept = false;
  for (Value& item : record.items) kept = keepAmounts(item, former, now) || kept;
  if (!record.isObject()) return kept;
  for (const std::string_view member : kCurrencies) {
    kept = keepOwn(record, member, former, now) || kept;
  }
  for (const std::string_view name : kContainers) {
    Value* within = record.find(name);
    if (within != nullptr) kept = keepAmounts(*within, former, now) || kept;
  }
  return kept;
}

std::string_view currencyMember(std::string_view amount) {
  const auto* found = std::find_if(kAmounts.begin(), kAmounts.end(),
                                   [amount](const Kept& kept) { return kept.amount == amount; });
  return found == kAmounts.end() ? std::string_view{} : found->currency;
}

void settleAmounts(Value& record, std::span<const std::string> path) {
  Value* at = &record;
  for (const std::string& segment : path) {
    const std::string_view currency = currencyMember(segment);
    if (at->isObject() && !currency.empty()) at->erase(currency);
    const bool within = at->isArray() || contains(kContainers, segment);
    at = within ? step(*at, segment) : nullptr;
    if (at == nullptr) return;
  }
}

void takeMember(Value& into, std::string_view name, const Value& from) {
  into.set(name, *from.find(name));
  const std::string_view currency = currencyMember(name);
  if (currency.empty()) return;
  into.erase(currency);
  if (has(from, currency)) into.set(currency, *from.find(currency));
}

void reportKept(const Field& amount, const Field& currency, std::string_view documentCurrency,
                IssueSink& issues, const std::string& suffix) {
  if (!amount.given() || !currency.given()) return;
  const std::string kept = currency.text();
  if (kept == documentCurrency) return;
  const std::string now(documentCurrency);
  issues.add(IssueCode::priceCurrencyUnknown, suffix,
             "This amount is still one in " + kept + ". Type it in " + now + ".");
}

}  // namespace crossfoot::codec
