#include "quickbooks/amounts.h"

#include "num/decimal.h"

namespace crossfoot::quickbooks {
namespace {

constexpr int kIntegerDigits = 10;
constexpr int kFractionDigits = 5;

// The decimal × 10^places, which the caller knows to be whole.
Int128 scaled(const DecimalText& decimal, int places) {
  const auto digits = static_cast<Int128>(decimal.digits);
  const Int128 value = digits * powerOfTen(static_cast<unsigned>(places + decimal.exponent));
  return decimal.negative ? -value : value;
}

bool holds(const DecimalText& decimal) {
  return !decimal.wide && decimal.integerDigits() <= kIntegerDigits &&
         decimal.fractionDigits() <= kFractionDigits;
}

}  // namespace

Money toHundredths(Money amount, unsigned minorDigits) {
  return {amount.minor * powerOfTen(kQuickBooksDigits - minorDigits)};
}

json::Value number(std::string_view decimal) {
  return json::Value::ofNumber(shortestDecimal(decimal));
}

json::Value number(Money hundredths) {
  return json::Value::ofNumber(formatMoney(hundredths, kQuickBooksDigits));
}

bool holds(std::string_view decimal) {
  DecimalText parsed;
  return parseDecimal(decimal, parsed) && holds(parsed);
}

Outcome mustHold(Money hundredths, const std::string& path) {
  if (holds(formatMoney(hundredths, kQuickBooksDigits))) return Done{};
  return refuse("too-large", path,
                "QuickBooks takes amounts of at most ten digits before the point.");
}

std::optional<Money> product(std::string_view unitPrice, std::string_view quantity) {
  DecimalText price;
  DecimalText count;
  if (!parseDecimal(unitPrice, price) || !parseDecimal(quantity, count)) return std::nullopt;
  if (!holds(price) || !holds(count)) return std::nullopt;
  const Int128 exact = scaled(price, kFractionDigits) * scaled(count, kFractionDigits);
  // Half up: exact halves go towards plus infinity, also below 0.
  const Int128 unit = powerOfTen(2 * kFractionDigits - kQuickBooksDigits);
  return Money{divideFloor(exact * 2 + unit, unit * 2)};
}

std::optional<Money> hundredths(const json::Value* value) {
  if (value == nullptr || (!value->isString() && value->kind != json::Kind::number)) {
    return std::nullopt;
  }
  DecimalText decimal;
  if (!parseDecimal(value->text, decimal) || !holds(decimal)) return std::nullopt;
  if (decimal.fractionDigits() > static_cast<int>(kQuickBooksDigits)) return std::nullopt;
  return Money{scaled(decimal, kQuickBooksDigits)};
}

}  // namespace crossfoot::quickbooks
