#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "base/int128.h"

namespace crossfoot {

/// 10^exponent for 0 … 18.
constexpr int64_t powerOfTen64(unsigned exponent) {
  constexpr std::array<int64_t, 19> table = [] {
    std::array<int64_t, 19> powers{};
    int64_t power = 1;
    for (size_t i = 0; i < powers.size(); ++i) {
      powers[i] = power;
      if (i + 1 < powers.size()) power *= 10;
    }
    return powers;
  }();
  return table[exponent];
}

/// 10^exponent for 0 … 38.
constexpr Int128 powerOfTen(unsigned exponent) {
  return exponent <= 18 ? Int128{powerOfTen64(exponent)}
                        : Int128{powerOfTen64(18)} * powerOfTen(exponent - 18);
}

/// Whether the value fits 64 bits with a bit to spare, so that doubling it cannot overflow.
constexpr bool fits63(Int128 value) {
  return value <= std::numeric_limits<int64_t>::max() / 2 &&
         value >= std::numeric_limits<int64_t>::min() / 2;
}

/// The product where it fits 62 bits, decided without a 128-bit multiplication (which is a slow
/// library call in WebAssembly). Returns false, leaving `product`, where it may not fit.
constexpr bool multiplySmall(int64_t a, int64_t b, int64_t& product) {
  const auto bits = [](int64_t v) {
    return 64 - std::countl_zero(static_cast<uint64_t>(v < 0 ? -(v + 1) : v));
  };
  if (bits(a) + bits(b) > 61) return false;
  product = a * b;
  return true;
}

/// numerator ÷ denominator, to the nearest integer, half away from zero (docs/spec/pricing.md,
/// "round"). The denominator is positive and below 2^62.
constexpr int64_t divideRounded64(int64_t numerator, int64_t denominator) {
  const int64_t quotient = numerator / denominator;
  const int64_t rest = numerator - quotient * denominator;
  if (rest >= 0) return quotient + (rest >= denominator - rest ? 1 : 0);
  return quotient - (-rest >= denominator + rest ? 1 : 0);
}

/// The same for 128 bits; the denominator is positive and below 2^126.
constexpr Int128 divideRounded(Int128 numerator, Int128 denominator) {
  if (fits63(numerator) && fits63(denominator)) {
    return divideRounded64(static_cast<int64_t>(numerator), static_cast<int64_t>(denominator));
  }
  const Int128 quotient = numerator / denominator;
  const Int128 rest = numerator - quotient * denominator;
  if (rest >= 0) return quotient + (rest >= denominator - rest ? 1 : 0);
  return quotient - (-rest >= denominator + rest ? 1 : 0);
}

/// numerator ÷ denominator towards minus infinity; the denominator is positive.
constexpr Int128 divideFloor(Int128 numerator, Int128 denominator) {
  if (fits63(numerator) && fits63(denominator)) {
    const auto n = static_cast<int64_t>(numerator);
    const auto d = static_cast<int64_t>(denominator);
    const int64_t quotient = n / d;
    return quotient - (n % d < 0 ? 1 : 0);
  }
  const Int128 quotient = numerator / denominator;
  return quotient - (numerator % denominator < 0 ? 1 : 0);
}

/// a × b, or false where the product does not fit 128 bits.
[[nodiscard]] inline bool multiplyChecked(Int128 a, Int128 b, Int128& product) {
  if (fits63(a) && fits63(b)) {
    int64_t small = 0;
    if (multiplySmall(static_cast<int64_t>(a), static_cast<int64_t>(b), small)) {
      product = small;
      return true;
    }
  }
  return !__builtin_mul_overflow(a, b, &product);
}

}  // namespace crossfoot
