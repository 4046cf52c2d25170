#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/int128.h"

namespace crossfoot {

/// An integer without a bound, for the rare exact intermediate that is wider than 128 bits
/// (price × quantity × percent can need 10^41) and for the fractions that explain prints.
/// Sign and magnitude, 32-bit digits, least significant first, no leading zero digits.
class BigInteger {
 public:
  BigInteger() = default;
  BigInteger(Int128 value);  // NOLINT(google-explicit-constructor): every 128-bit integer is one

  static BigInteger powerOfTen(unsigned exponent);

  bool isZero() const { return digits_.empty(); }
  bool isNegative() const { return negative_; }
  BigInteger negated() const;
  BigInteger magnitude() const;

  friend BigInteger operator+(const BigInteger& a, const BigInteger& b);
  friend BigInteger operator-(const BigInteger& a, const BigInteger& b);
  friend BigInteger operator*(const BigInteger& a, const BigInteger& b);
  friend bool operator==(const BigInteger& a, const BigInteger& b) {
    return a.negative_ == b.negative_ && a.digits_ == b.digits_;
  }

  /// -1, 0 or 1.
  static int compare(const BigInteger& a, const BigInteger& b);

  /// Quotient towards zero and rest with the numerator's sign. The denominator is not zero.
  static void divide(const BigInteger& numerator, const BigInteger& denominator,
                     BigInteger& quotient, BigInteger& rest);

  /// Whether the value fits 128 bits (with a bit to spare); `value` is set where it does.
  bool toInt128(Int128& value) const;

  /// Decimal digits with a leading '-' where negative.
  std::string text() const;

 private:
  static int compareMagnitude(const BigInteger& a, const BigInteger& b);
  static BigInteger addMagnitude(const BigInteger& a, const BigInteger& b);
  static BigInteger subtractMagnitude(const BigInteger& larger, const BigInteger& smaller);
  void trim();
  uint32_t divideSmall(uint32_t divisor);

  bool negative_ = false;
  std::vector<uint32_t> digits_;
};

}  // namespace crossfoot
