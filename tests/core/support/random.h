#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace crossfoot::testing {

/// A seeded generator (splitmix64) that gives the same numbers on every machine, so that a failure
/// is found again by its seed.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  /// 0 … limit − 1; the limit is not 0.
  size_t below(size_t limit) { return static_cast<size_t>(next() % limit); }
  bool chance(unsigned percent) { return next() % 100 < percent; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

  /// A decimal below 10^integerDigits with at most so many decimals, in shortest form.
  std::string decimal(unsigned integerDigits, unsigned decimals) {
    std::string text = std::to_string(next() % power(integerDigits));
    const uint64_t fraction = decimals == 0 ? 0 : next() % power(decimals);
    if (fraction == 0) return text;
    std::string digits = std::to_string(fraction);
    digits.insert(0, decimals - digits.size(), '0');
    while (digits.back() == '0') digits.pop_back();
    return text + "." + digits;
  }

  /// An id that no other call gives.
  std::string id(const char* prefix) { return prefix + std::to_string(next() % power(15)); }

 private:
  static uint64_t power(unsigned exponent) {
    uint64_t value = 1;
    while (exponent-- > 0) value *= 10;
    return value;
  }

  uint64_t state_;
};

}  // namespace crossfoot::testing
