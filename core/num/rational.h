#pragma once

#include <string>

#include "num/big_integer.h"

namespace crossfoot {

/// An exact fraction without a bound; the denominator is positive. Used where an exact value may
/// be wider than 128 bits, where fractions of different denominators are summed, and by explain.
class Rational {
 public:
  Rational() : denominator_(1) {}
  Rational(BigInteger numerator, BigInteger denominator = 1);  // NOLINT

  const BigInteger& numerator() const { return numerator_; }
  const BigInteger& denominator() const { return denominator_; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// b is not zero.
  friend Rational operator/(const Rational& a, const Rational& b);

  static int compare(const Rational& a, const Rational& b);

  /// To the nearest integer, half away from zero.
  BigInteger rounded() const;

  /// A decimal where the fraction ends ("1.785"), else the fraction in lowest terms ("130/3").
  std::string text() const;

 private:
  BigInteger numerator_;
  BigInteger denominator_;
};

}  // namespace crossfoot
