#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/value.h"
#include "num/money.h"

namespace crossfoot::quickbooks {

/// QuickBooks counts in hundredths, whatever the currency.
inline constexpr unsigned kQuickBooksDigits = 2;

/// An amount of a currency with up to two minor digits, in hundredths.
Money toHundredths(Money amount, unsigned minorDigits);

/// A number as exact JSON text without an exponent: "128.35". It never was a double.
json::Value number(std::string_view decimal);
json::Value number(Money hundredths);

/// Whether QuickBooks holds it: at most 10 digits before the point and 5 after it.
bool holds(std::string_view decimal);

/// Refused with too-large where QuickBooks does not hold the amount; `path` is its place.
Outcome mustHold(Money hundredths, const std::string& path);

/// UnitPrice × Qty rounded half up to hundredths, as QuickBooks checks it (its error 6070); none
/// where a factor is no decimal.
std::optional<Money> product(std::string_view unitPrice, std::string_view quantity);

/// The value of a JSON number or string in hundredths; none where it has more decimals.
std::optional<Money> hundredths(const json::Value* value);

}  // namespace crossfoot::quickbooks
