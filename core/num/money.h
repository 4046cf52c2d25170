#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/int128.h"
#include "num/rounding.h"

namespace crossfoot {

/// An amount in a currency, in minor units (cents, yen, fils). The currency is the document's;
/// only amounts that were rounded to it are Money. 128 bits hold every sum of 100 000 lines.
struct Money {
  Int128 minor = 0;

  friend Money operator+(Money a, Money b) { return {a.minor + b.minor}; }
  friend Money operator-(Money a, Money b) { return {a.minor - b.minor}; }
  friend Money operator-(Money a) { return {-a.minor}; }
  Money& operator+=(Money other) { return minor += other.minor, *this; }
  Money& operator-=(Money other) { return minor -= other.minor, *this; }
  friend bool operator==(Money a, Money b) { return a.minor == b.minor; }
  friend bool operator<(Money a, Money b) { return a.minor < b.minor; }
  friend bool operator>(Money a, Money b) { return a.minor > b.minor; }
  bool isNegative() const { return minor < 0; }
  Money magnitude() const { return {minor < 0 ? -minor : minor}; }
};

/// An amount times a whole number of payments.
inline Money times(Money amount, int64_t count) { return {amount.minor * count}; }

/// Where amounts overflow: 10^15 major units (PR-1.6), in minor units of the currency.
class MoneyLimit {
 public:
  explicit MoneyLimit(unsigned minorDigits) : limit_(powerOfTen(15 + minorDigits)) {}
  bool holds(Money amount) const { return amount.minor < limit_ && amount.minor > -limit_; }
  /// The amount, or none where it overflowed.
  std::optional<Money> known(Money amount) const;

 private:
  Int128 limit_;
};

/// Writes an integer with `decimals` places, e.g. (1011, 2) → "10.11". Never "-0.00".
/// The buffer holds at least 64 characters; returns one past the last written.
char* writeScaled(Int128 value, unsigned decimals, char* out);

/// An amount with exactly the currency's minor digits: "10.11", "27164", "1.250".
std::string formatMoney(Money amount, unsigned minorDigits);

/// `value` × 10^−decimals with trailing zeros cut down to `leastDecimals` places.
std::string formatTrimmed(Int128 value, unsigned decimals, unsigned leastDecimals);

}  // namespace crossfoot
