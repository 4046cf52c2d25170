#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/int128.h"

namespace crossfoot {

/// What is wrong with a number in the state; each is an issue code of the same name (PR-1.4).
enum class NumberProblem : uint8_t { none, invalidNumber, tooManyDigits, outOfRange, negative };

/// A decimal as written: ±digits × 10^exponent, without trailing zeros in the digits.
/// Zero has no digits. PR-1.1: the JSON number grammar, at most 100 characters,
/// exponent −40 … 40; trailing zeros do not count as digits.
struct DecimalText {
  bool negative = false;
  bool wide = false;    ///< more than 38 significant digits: `digits` holds only the first 38
  int significant = 0;  ///< significant digits
  int exponent = 0;     ///< of the last significant digit
  UInt128 digits = 0;   ///< the significant digits as an integer

  int fractionDigits() const { return exponent < 0 ? -exponent : 0; }
  int integerDigits() const { return significant == 0 ? 0 : significant + exponent; }
};

/// Reads a decimal; false where the text is not in the JSON number grammar or beyond its limits.
bool parseDecimal(std::string_view text, DecimalText& decimal);

/// The shortest exact form without an exponent: "11.90" → "11.9", 1e3 → "1000".
/// The state is written with it. Text that is no decimal comes back as it is.
std::string shortestDecimal(std::string_view text);

/// Whether the text is already its own shortest form.
bool isShortestDecimal(std::string_view text);

/// A unit price, cost or tier price: mantissa × 10^−scale of the currency's major unit.
/// ≤ 12 fractional and ≤ 18 significant digits, magnitude < 10^12 (PR-1.3).
struct Price {
  int64_t mantissa = 0;
  uint8_t scale = 0;
  bool operator==(const Price&) const = default;
};

/// A quantity in millionths: ≤ 6 fractional digits, 0 ≤ q < 10^9.
struct Quantity {
  int64_t micros = 0;
  bool operator==(const Quantity&) const = default;
};

/// A percent in millionths of a percent: ≤ 6 fractional digits.
struct Percent {
  int64_t micros = 0;
  bool operator==(const Percent&) const = default;
};

/// 100 % in millionths of a percent: percent.micros ÷ this is the factor.
inline constexpr int64_t kWholePercent = 100'000'000;

/// An amount in millionths of the currency's major unit, as written: ≤ 6 fractional digits.
/// Magnitudes beyond 10^22 are held as 10^22: times any quantity but 0 they overflow all the same.
struct InputAmount {
  Int128 micros = 0;
  bool operator==(const InputAmount&) const = default;
};

NumberProblem toPrice(const DecimalText& decimal, bool allowNegative, Price& price);
NumberProblem toQuantity(const DecimalText& decimal, Quantity& quantity);
/// `minimum` and `maximum` are whole percents, both included.
NumberProblem toPercent(const DecimalText& decimal, int minimum, int maximum, Percent& percent);
NumberProblem toAmount(const DecimalText& decimal, bool allowNegative, InputAmount& amount);
/// A whole number from minimum to maximum, both included.
NumberProblem toWhole(const DecimalText& decimal, int64_t minimum, int64_t maximum, int64_t& whole);

}  // namespace crossfoot
