#include "num/big_integer.h"

#include <algorithm>

namespace crossfoot {

BigInteger::BigInteger(Int128 value) : negative_(value < 0) {
  auto rest = value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
  while (rest != 0) {
    digits_.push_back(static_cast<uint32_t>(rest));
    rest >>= 32;
  }
}

BigInteger BigInteger::powerOfTen(unsigned exponent) {
  BigInteger power = 1;
  for (; exponent >= 18; exponent -= 18) power = power * BigInteger(1'000'000'000'000'000'000);
  for (; exponent > 0; --exponent) power = power * BigInteger(10);
  return power;
}

BigInteger BigInteger::negated() const {
  BigInteger result = *this;
  result.negative_ = !negative_ && !isZero();
  return result;
}

BigInteger BigInteger::magnitude() const {
  BigInteger result = *this;
  result.negative_ = false;
  return result;
}

void BigInteger::trim() {
  while (!digits_.empty() && digits_.back() == 0) digits_.pop_back();
  if (digits_.empty()) negative_ = false;
}

int BigInteger::compareMagnitude(const BigInteger& a, const BigInteger& b) {
  if (a.digits_.size() != b.digits_.size()) return a.digits_.size() < b.digits_.size() ? -1 : 1;
  for (size_t i = a.digits_.size(); i-- > 0;) {
    if (a.digits_[i] != b.digits_[i]) return a.digits_[i] < b.digits_[i] ? -1 : 1;
  }
  return 0;
}

int BigInteger::compare(const BigInteger& a, const BigInteger& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  const int order = compareMagnitude(a, b);
  return a.negative_ ? -order : order;
}

BigInteger BigInteger::addMagnitude(const BigInteger& a, const BigInteger& b) {
  BigInteger sum;
  uint64_t carry = 0;
  const size_t size = std::max(a.digits_.size(), b.digits_.size());
  for (size_t i = 0; i < size || carry != 0; ++i) {
    carry += i < a.digits_.size() ? a.digits_[i] : 0;
    carry += i < b.digits_.size() ? b.digits_[i] : 0;
    sum.digits_.push_back(static_cast<uint32_t>(carry));
    carry >>= 32;
  }
  return sum;
}

BigInteger BigInteger::subtractMagnitude(const BigInteger& larger, const BigInteger& smaller) {
  BigInteger difference = larger;
  difference.negative_ = false;
  int64_t borrow = 0;
  for (size_t i = 0; i < difference.digits_.size(); ++i) {
    int64_t digit = int64_t{difference.digits_[i]} - borrow;
    digit -= i < smaller.digits_.size() ? int64_t{smaller.digits_[i]} : 0;
    borrow = digit < 0 ? 1 : 0;
    difference.digits_[i] = static_cast<uint32_t>(digit + (borrow << 32));
  }
  difference.trim();
  return difference;
}

BigInteger operator+(const BigInteger& a, const BigInteger& b) {
  if (a.negative_ == b.negative_) {
    BigInteger sum = BigInteger::addMagnitude(a, b);
    sum.negative_ = a.negative_ && !sum.isZero();
    return sum;
  }
  const bool aLarger = BigInteger::compareMagnitude(a, b) >= 0;
  BigInteger sum =
      aLarger ? BigInteger::subtractMagnitude(a, b) : BigInteger::subtractMagnitude(b, a);
  sum.negative_ = (aLarger ? a.negative_ : b.negative_) && !sum.isZero();
  return sum;
}

BigInteger operator-(const BigInteger& a, const BigInteger& b) { return a + b.negated(); }

BigInteger operator*(const BigInteger& a, const BigInteger& b) {
  BigInteger product;
  if (a.isZero() || b.isZero()) return product;
  product.digits_.assign(a.digits_.size() + b.digits_.size(), 0);
  for (size_t i = 0; i < a.digits_.size(); ++i) {
    uint64_t carry = 0;
    for (size_t j = 0; j < b.digits_.size() || carry != 0; ++j) {
      carry += product.digits_[i + j];
      if (j < b.digits_.size()) carry += uint64_t{a.digits_[i]} * b.digits_[j];
      product.digits_[i + j] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
  }
  product.negative_ = a.negative_ != b.negative_;
  product.trim();
  return product;
}

void BigInteger::divide(const BigInteger& numerator, const BigInteger& denominator,
                        BigInteger& quotient, BigInteger& rest) {
  Int128 narrowNumerator = 0;
  Int128 narrowDenominator = 0;
  if (numerator.toInt128(narrowNumerator) && denominator.toInt128(narrowDenominator)) {
    quotient = narrowNumerator / narrowDenominator;
    rest = narrowNumerator % narrowDenominator;
    return;
  }
  // Bit by bit: wider divisions are rare, and this form is easy to see right.
  const BigInteger divisor = denominator.magnitude();
  BigInteger remainder;
  BigInteger result;
  result.digits_.assign(numerator.digits_.size(), 0);
  for (size_t i = numerator.digits_.size(); i-- > 0;) {
    for (int bit = 31; bit >= 0; --bit) {
      remainder = addMagnitude(remainder, remainder);
      if ((numerator.digits_[i] >> bit & 1U) != 0) remainder = addMagnitude(remainder, 1);
      if (compareMagnitude(remainder, divisor) >= 0) {
        remainder = subtractMagnitude(remainder, divisor);
        result.digits_[i] |= 1U << bit;
      }
    }
  }
  result.negative_ = numerator.negative_ != denominator.negative_;
  remainder.negative_ = numerator.negative_;
  result.trim();
  remainder.trim();
  quotient = std::move(result);
  rest = std::move(remainder);
}

bool BigInteger::toInt128(Int128& value) const {
  if (digits_.size() > 4 || (digits_.size() == 4 && digits_[3] >= 0x40000000U)) return false;
  Int128 result = 0;
  for (size_t i = digits_.size(); i-- > 0;) result = result * (Int128{1} << 32) + digits_[i];
  value = negative_ ? -result : result;
  return true;
}

uint32_t BigInteger::divideSmall(uint32_t divisor) {
  uint64_t rest = 0;
  for (size_t i = digits_.size(); i-- > 0;) {
    rest = rest << 32 | digits_[i];
    digits_[i] = static_cast<uint32_t>(rest / divisor);
    rest %= divisor;
  }
  trim();
  return static_cast<uint32_t>(rest);
}

std::string BigInteger::text() const {
  if (isZero()) return "0";
  BigInteger rest = magnitude();
  std::string reversed;
  while (!rest.isZero()) reversed += static_cast<char>('0' + rest.divideSmall(10));
  if (negative_) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

}  // namespace crossfoot
