#include "codec/kept_amounts.h"

#include <algorithm>

namespace crossfoot::codec {
namespace {

using json::Value;

bool has(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && !value->isNull();
}

// Objects say the currency of their own amounts; a pricing model is one price, in one currency.
bool isEntered(const Member& member) {
  return member.within != Part::foreign && member.currency == Sibling::none;
}

// Whether it has an amount whose currency a member says.
bool hasAmountOf(Part part, const Value& object, std::string_view currency) {
  const std::span<const Member> known = membersOf(part);
  return std::any_of(known.begin(), known.end(), [&](const Member& member) {
    return nameOf(member.currency) == currency && has(object, member.name);
  });
}

// Whether the amounts that the member speaks of are still in another currency.
bool keepOwn(Part part, Value& object, std::string_view member, std::string_view former,
             std::string_view now) {
  if (!hasAmountOf(part, object, member)) return false;
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

bool keepAmounts(Part part, Value& record, std::string_view former, std::string_view now) {
  bool kept = false;
  for (Value& item : record.items) kept = keepAmounts(part, item, former, now) || kept;
  if (!record.isObject()) return kept;
  for (const Member& member : membersOf(part)) {
    if (member.shape == Shape::text) {
      kept = keepOwn(part, record, member.name, former, now) || kept;
    } else if (isEntered(member)) {
      Value* within = record.find(member.name);
      if (within != nullptr) kept = keepAmounts(member.within, *within, former, now) || kept;
    }
  }
  return kept;
}

std::string_view currencyMember(Part part, std::string_view amount) {
  const Member* member = findMember(part, amount);
  return member == nullptr ? std::string_view{} : nameOf(member->currency);
}

void settleAmounts(Part part, Value& record, std::span<const std::string> path) {
  Value* at = &record;
  for (const std::string& segment : path) {
    if (at->isArray()) {
      at = step(*at, segment);
    } else {
      const Member* member = findMember(part, segment);
      if (member == nullptr) return;
      if (at->isObject() && member->currency != Sibling::none) at->erase(nameOf(member->currency));
      at = isEntered(*member) ? step(*at, segment) : nullptr;
      part = member->within;
    }
    if (at == nullptr) return;
  }
}

void takeMember(Value& into, std::string_view name, const Value& from) {
  into.set(name, *from.find(name));
  const std::string_view currency = currencyMember(Part::line, name);
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
