#include "num/rational.h"

#include <utility>

namespace crossfoot {
namespace {

BigInteger greatestCommonDivisor(BigInteger a, BigInteger b) {
  while (!b.isZero()) {
    BigInteger quotient;
    BigInteger rest;
    BigInteger::divide(a, b, quotient, rest);
    a = std::move(b);
    b = std::move(rest);
  }
  return a.magnitude();
}

// How often `factor` divides `value`, which is left divided.
unsigned takeOut(BigInteger& value, int factor) {
  for (unsigned count = 0;; ++count) {
    BigInteger quotient;
    BigInteger rest;
    BigInteger::divide(value, factor, quotient, rest);
    if (!rest.isZero()) return count;
    value = std::move(quotient);
  }
}

std::string withPoint(const BigInteger& scaled, unsigned decimals) {
  std::string digits = scaled.magnitude().text();
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  return scaled.isNegative() ? "-" + digits : digits;
}

}  // namespace

Rational::Rational(BigInteger numerator, BigInteger denominator)
    : numerator_(std::move(numerator)), denominator_(std::move(denominator)) {
  if (denominator_.isNegative()) {
    numerator_ = numerator_.negated();
    denominator_ = denominator_.negated();
  }
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.denominator_ == b.denominator_) return {a.numerator_ + b.numerator_, a.denominator_};
  return {a.numerator_ * b.denominator_ + b.numerator_ * a.denominator_,
          a.denominator_ * b.denominator_};
}

Rational operator-(const Rational& a, const Rational& b) {
  return a + Rational(b.numerator_.negated(), b.denominator_);
}

Rational operator*(const Rational& a, const Rational& b) {
  return {a.numerator_ * b.numerator_, a.denominator_ * b.denominator_};
}

Rational operator/(const Rational& a, const Rational& b) {
  return {a.numerator_ * b.denominator_, a.denominator_ * b.numerator_};
}

int Rational::compare(const Rational& a, const Rational& b) {
  return BigInteger::compare(a.numerator_ * b.denominator_, b.numerator_ * a.denominator_);
}

BigInteger Rational::rounded() const {
  BigInteger quotient;
  BigInteger rest;
  BigInteger::divide(numerator_, denominator_, quotient, rest);
  const BigInteger twice = rest.magnitude() + rest.magnitude();
  if (BigInteger::compare(twice, denominator_) < 0) return quotient;
  return numerator_.isNegative() ? quotient - BigInteger(1) : quotient + BigInteger(1);
}

std::string Rational::text() const {
  const BigInteger divisor = greatestCommonDivisor(numerator_, denominator_);
  BigInteger numerator;
  BigInteger denominator;
  BigInteger rest;
  BigInteger::divide(numerator_, divisor, numerator, rest);
  BigInteger::divide(denominator_, divisor, denominator, rest);
  BigInteger other = denominator;
  const unsigned twos = takeOut(other, 2);
  const unsigned fives = takeOut(other, 5);
  if (!(other == BigInteger(1))) return numerator.text() + "/" + denominator.text();
  const unsigned decimals = twos > fives ? twos : fives;
  BigInteger scaled;
  BigInteger::divide(numerator * BigInteger::powerOfTen(decimals), denominator, scaled, rest);
  return withPoint(scaled, decimals);
}

}  // namespace crossfoot
