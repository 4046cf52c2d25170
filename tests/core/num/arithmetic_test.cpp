#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/support/random.h"
#include "num/allocate.h"
#include "num/big_integer.h"
#include "num/money.h"
#include "num/rational.h"
#include "num/rounding.h"

namespace crossfoot {
namespace {

using testing::Random;

using Parts = std::vector<int64_t>;

Parts allocated(int64_t amount, const Parts& weights) {
  const std::vector<Int128> wide(weights.begin(), weights.end());
  std::vector<Int128> parts;
  allocate(amount, wide, parts);
  Parts result;
  for (const Int128 part : parts) result.push_back(static_cast<int64_t>(part));
  return result;
}

TEST(Allocate, TheFiguresOfTheRules) {
  EXPECT_EQ(allocated(300, {4300, 1400, 2300}), (Parts{161, 53, 86}));
  EXPECT_EQ(allocated(299, {1000, 1000, 1000}), (Parts{100, 100, 99}));
  EXPECT_EQ(allocated(299, {4300, 1400, 2300}), (Parts{161, 52, 86}));
}

TEST(Allocate, MirrorsTheSignAndSplitsEquallyWithoutWeights) {
  EXPECT_EQ(allocated(-299, {1000, 1000, 1000}), (Parts{-100, -100, -99}));
  EXPECT_EQ(allocated(5, {0, 0, 0}), (Parts{2, 2, 1}));
  EXPECT_EQ(allocated(5, {0, 1, 0}), (Parts{0, 5, 0}));
  EXPECT_EQ(allocated(0, {1, 2}), (Parts{0, 0}));
  EXPECT_EQ(allocated(7, {}), Parts{});
  // Weights of which the sum alone is wider than 64 bits.
  Parts first(37, 0);
  first[0] = 1;
  EXPECT_EQ(allocated(1, Parts(37, 1'000'000'000'000'000'000)), first);
}

TEST(Allocate, PartsAddUpAndAreWithinOneUnitOfTheExactShare) {
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    Parts weights(1 + random.below(20));
    for (int64_t& weight : weights) {
      weight = random.chance(20) ? 0 : static_cast<int64_t>(random.next() % 1'000'000);
    }
    const auto amount = static_cast<int64_t>(random.next() % 2'000'001) - 1'000'000;
    const Parts parts = allocated(amount, weights);
    EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), int64_t{0}), amount);
    const int64_t sum = std::accumulate(weights.begin(), weights.end(), int64_t{0});
    if (sum == 0) continue;
    for (size_t k = 0; k < parts.size(); ++k) {
      const Int128 distance = Int128{parts[k]} * sum - Int128{amount} * weights[k];
      EXPECT_TRUE(distance < sum && distance > -sum);
      if (weights[k] == 0) {
        EXPECT_EQ(parts[k], 0);
      }
    }
  }
}

Parts takenOf(int64_t amount, const Parts& parts) {
  std::vector<Int128> taken;
  takeProportionally(amount, std::vector<Int128>(parts.begin(), parts.end()), taken);
  return {taken.begin(), taken.end()};
}

// Also where the rests have different divisors: 1/2 = 2/4, and the first of them counts.
TEST(Allocate, EqualRestsRankInTheOrderInWhichTheyStand) {
  for (size_t count = 1; count < 4; ++count) {
    std::vector<Remainder> remainders = {{1, 2, 0}, {2, 4, 1}, {3, 6, 2}, {1, 3, 3}};
    selectLargest(remainders, count);
    ASSERT_EQ(remainders.size(), count);
    for (size_t i = 0; i < count; ++i) EXPECT_EQ(remainders[i].index, i);
  }
}

// Every remainder is ranked by itself, slowly: the larger first, equal ones as they stand.
TEST(Allocate, TheLargestRemaindersAreTheFirstOfAllInTheirOrder) {
  Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Remainder> remainders(random.below(9));
    const bool alike = random.chance(50);
    for (size_t i = 0; i < remainders.size(); ++i) {
      const int64_t denominator = alike ? 5 : 2 + static_cast<int64_t>(random.below(5));
      const auto numerator = static_cast<int64_t>(random.below(static_cast<size_t>(denominator)));
      remainders[i] = {numerator, denominator, static_cast<uint32_t>(i)};
    }
    const size_t count = random.below(remainders.size() + 2);
    std::vector<Remainder> ranked = remainders;
    std::stable_sort(ranked.begin(), ranked.end(), [](const Remainder& a, const Remainder& b) {
      return a.numerator * b.denominator > b.numerator * a.denominator;
    });
    if (count > 0 && count < ranked.size()) ranked.resize(count);
    selectLargest(remainders, count);
    const auto places = [](const std::vector<Remainder>& list) {
      std::vector<uint32_t> indices;
      for (const Remainder& remainder : list) indices.push_back(remainder.index);
      std::sort(indices.begin(), indices.end());
      return indices;
    };
    EXPECT_EQ(places(remainders), places(ranked));
  }
}

// Weights too wide for 64 bits are shared over in the same way.
TEST(Allocate, WideAndNarrowWeightsGiveTheSameParts) {
  Random random(12);
  for (int round = 0; round < 2000; ++round) {
    Parts weights(1 + random.below(7));
    std::vector<Int128> wide;
    for (int64_t& weight : weights) {
      weight = static_cast<int64_t>(random.below(6));
      wide.push_back(weight * powerOfTen(20));
    }
    const auto amount = static_cast<int64_t>(random.below(41)) - 20;
    std::vector<Int128> parts;
    allocate(amount, wide, parts);
    EXPECT_EQ(Parts(parts.begin(), parts.end()), allocated(amount, weights));
  }
}

TEST(Allocate, TakesOutOfPartsThatAddUpToLessThanNothing) {
  EXPECT_EQ(takenOf(-1, {-1, -2}), (Parts{0, -1}));
  EXPECT_EQ(takenOf(-3, {-1, -2}), (Parts{-1, -2}));
  EXPECT_EQ(takenOf(-2, {-5, 1}), (Parts{-2, 0}));
}

TEST(Allocate, WhatIsTakenOutOfPartsComesToTheAmountAndLeavesEachItsSign) {
  Random random(8);
  for (int round = 0; round < 3000; ++round) {
    Parts parts(1 + random.below(6));
    for (int64_t& part : parts) part = static_cast<int64_t>(random.below(2001)) - 1000;
    const int64_t whole = std::accumulate(parts.begin(), parts.end(), int64_t{0});
    const int64_t amount = whole * static_cast<int64_t>(random.below(101)) / 100;
    const Parts taken = takenOf(amount, parts);
    EXPECT_EQ(std::accumulate(taken.begin(), taken.end(), int64_t{0}), amount);
    for (size_t i = 0; i < parts.size(); ++i) {
      const int64_t left = parts[i] - taken[i];
      EXPECT_TRUE(parts[i] >= 0 ? left >= 0 && taken[i] >= 0 : left <= 0 && taken[i] <= 0);
    }
    if (amount == whole && whole != 0) {
      EXPECT_EQ(taken, parts);
    }
  }
}

TEST(Rounding, HalvesGoAwayFromZeroAndFloorsDown) {
  EXPECT_TRUE(divideRounded(5, 10) == 1);
  EXPECT_TRUE(divideRounded(-5, 10) == -1);
  EXPECT_TRUE(divideRounded(4, 10) == 0);
  EXPECT_TRUE(divideRounded(-4, 10) == 0);
  EXPECT_TRUE(divideFloor(-1, 10) == -1);
  EXPECT_TRUE(divideFloor(9, 10) == 0);
  EXPECT_TRUE(divideFloor(-10, 10) == -1);
}

TEST(Rounding, WideAndNarrowDivisionAgree) {
  Random random(5);
  const Int128 factor = powerOfTen(18);
  for (int i = 0; i < 5000; ++i) {
    const auto numerator = static_cast<int64_t>(random.next()) / 4;
    const int64_t denominator = 1 + static_cast<int64_t>(random.next() % 1'000'000);
    EXPECT_TRUE(divideRounded(numerator, denominator) ==
                divideRounded(numerator * factor, denominator * factor));
    EXPECT_TRUE(divideFloor(numerator, denominator) ==
                divideFloor(numerator * factor, denominator * factor));
  }
}

TEST(Rounding, SmallProductsAreExactOrDeclined) {
  Random random(6);
  for (int i = 0; i < 5000; ++i) {
    const auto a = static_cast<int64_t>(random.next()) >> random.below(63);
    const auto b = static_cast<int64_t>(random.next()) >> random.below(63);
    int64_t product = 0;
    if (multiplySmall(a, b, product)) {
      EXPECT_TRUE(Int128{product} == Int128{a} * b);
    }
    Int128 wide = 0;
    ASSERT_TRUE(multiplyChecked(a, b, wide));
    EXPECT_TRUE(wide == Int128{a} * b);
  }
  Int128 product = 0;
  EXPECT_FALSE(multiplyChecked(powerOfTen(20), powerOfTen(20), product));
}

// PR-1.7
TEST(Money, IsPrintedWithTheMinorDigitsAndNeverAsMinusZero) {
  EXPECT_EQ(formatMoney({1011}, 2), "10.11");
  EXPECT_EQ(formatMoney({-5}, 2), "-0.05");
  EXPECT_EQ(formatMoney({0}, 2), "0.00");
  EXPECT_EQ(formatMoney({27164}, 0), "27164");
  EXPECT_EQ(formatMoney({1250}, 3), "1.250");
  EXPECT_EQ(formatMoney({powerOfTen(19)}, 4), "1000000000000000.0000");
  EXPECT_EQ(formatTrimmed(9'666'667, 6, 2), "9.666667");
  EXPECT_EQ(formatTrimmed(9'500'000, 6, 2), "9.50");
}

// Amounts are written nine digits at a time, and in pieces where they are wider than 64 bits.
TEST(Money, IsPrintedWithEveryDigitOfItsWidth) {
  for (unsigned exponent = 0; exponent <= 30; ++exponent) {
    for (const Int128 off : {Int128{-1}, Int128{0}, Int128{1}, Int128{20}}) {
      const Int128 minor = powerOfTen(exponent) + off;
      if (minor < 1000) continue;
      for (const unsigned digits : {0U, 2U, 3U, 4U}) {
        std::string text = BigInteger(minor).text();
        if (digits > 0 && text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
        if (digits > 0) text.insert(text.size() - digits, ".");
        EXPECT_EQ(formatMoney({minor}, digits), text);
        EXPECT_EQ(formatMoney({-minor}, digits), "-" + text);
      }
    }
  }
}

// PR-1.6
TEST(Money, OverflowsAtAQuadrillion) {
  const MoneyLimit limit(2);
  EXPECT_TRUE(limit.holds({powerOfTen(17) - 1}));
  EXPECT_FALSE(limit.holds({powerOfTen(17)}));
  EXPECT_FALSE(limit.holds({-powerOfTen(17)}));
}

// An integer of up to 62 bits, of any size with the same chance.
Int128 someInteger(Random& random) {
  return static_cast<int64_t>(random.next()) >> (1 + random.below(62));
}

TEST(BigInteger, AgreesWith128BitsWhereTheyHold) {
  Random random(8);
  for (int i = 0; i < 3000; ++i) {
    const Int128 a = someInteger(random);
    const Int128 b = someInteger(random);
    EXPECT_TRUE(BigInteger(a) + BigInteger(b) == BigInteger(a + b));
    EXPECT_TRUE(BigInteger(a) - BigInteger(b) == BigInteger(a - b));
    EXPECT_TRUE(BigInteger(a) * BigInteger(b) == BigInteger(a * b));
    EXPECT_EQ(BigInteger::compare(a, b), a < b ? -1 : a > b ? 1 : 0);
    if (b == 0) continue;
    BigInteger quotient;
    BigInteger rest;
    BigInteger::divide(a, b, quotient, rest);
    EXPECT_TRUE(quotient == BigInteger(a / b));
    EXPECT_TRUE(rest == BigInteger(a % b));
  }
}

TEST(BigInteger, KeepsTheLawsOfIntegersBeyond128Bits) {
  Random random(9);
  const auto huge = [&random] {
    BigInteger value = BigInteger(someInteger(random));
    for (size_t i = random.below(8); i > 0; --i) {
      value = value * BigInteger(someInteger(random)) + BigInteger(someInteger(random));
    }
    return value;
  };
  for (int i = 0; i < 1000; ++i) {
    const BigInteger a = huge();
    const BigInteger b = huge();
    const BigInteger c = huge();
    EXPECT_TRUE((a + b) - b == a);
    EXPECT_TRUE(a * (b + c) == a * b + a * c);
    EXPECT_TRUE(a * b == b * a);
    if (b.isZero()) continue;
    BigInteger quotient;
    BigInteger rest;
    BigInteger::divide(a, b, quotient, rest);
    EXPECT_TRUE(quotient * b + rest == a);
    EXPECT_LT(BigInteger::compare(rest.magnitude(), b.magnitude()), 0);
    EXPECT_TRUE(rest.isZero() || rest.isNegative() == a.isNegative());
  }
}

// Where one more digit of 32 bits begins, and where 128 bits end with one to spare.
TEST(BigInteger, TheEdgesOfItsDigitsAndOf128Bits) {
  const BigInteger one = 1;
  BigInteger power = 1;
  for (unsigned bit = 0; bit < 200; ++bit) {
    for (const BigInteger& value : {power - one, power, power + one, (power + one).negated()}) {
      EXPECT_TRUE(value - value == BigInteger());
      EXPECT_FALSE((value - value).isNegative());
      EXPECT_TRUE((value + one) - one == value);
      EXPECT_EQ(BigInteger::compare(value, value + one), -1);
      EXPECT_EQ(BigInteger::compare(value + one, value), 1);
      EXPECT_EQ(BigInteger::compare(value, value), 0);
      Int128 narrow = 0;
      const BigInteger magnitude = value.magnitude();
      const bool fits = BigInteger::compare(magnitude, BigInteger(Int128{1} << 63) *
                                                           BigInteger(Int128{1} << 63)) < 0;
      ASSERT_EQ(value.toInt128(narrow), fits) << value.text();
      if (fits) {
        EXPECT_TRUE(BigInteger(narrow) == value) << value.text();
      }
    }
    power = power + power;
  }
}

TEST(BigInteger, PowersOfTenHaveTheirZeros) {
  for (unsigned exponent = 0; exponent <= 60; ++exponent) {
    EXPECT_EQ(BigInteger::powerOfTen(exponent).text(), "1" + std::string(exponent, '0'));
  }
}

TEST(BigInteger, PrintsDecimalDigits) {
  EXPECT_EQ(BigInteger().text(), "0");
  EXPECT_EQ(BigInteger(-42).text(), "-42");
  EXPECT_EQ(BigInteger::powerOfTen(41).text(), "1" + std::string(41, '0'));
  EXPECT_EQ((BigInteger::powerOfTen(41) - BigInteger(1)).text(), std::string(41, '9'));
  Int128 value = 0;
  EXPECT_FALSE(BigInteger::powerOfTen(41).toInt128(value));
  EXPECT_TRUE(BigInteger::powerOfTen(37).toInt128(value));
  EXPECT_TRUE(value == powerOfTen(37));
}

TEST(Rational, KeepsTheLawsOfFractions) {
  Random random(10);
  const auto some = [&random] {
    Int128 denominator = someInteger(random);
    if (denominator == 0) denominator = 1;
    return Rational(BigInteger(someInteger(random)), BigInteger(denominator));
  };
  for (int i = 0; i < 1000; ++i) {
    const Rational a = some();
    const Rational b = some();
    const Rational c = some();
    EXPECT_EQ(Rational::compare((a + b) - b, a), 0);
    EXPECT_EQ(Rational::compare(a * (b + c), a * b + a * c), 0);
    if (!b.numerator().isZero()) {
      EXPECT_EQ(Rational::compare(a / b * b, a), 0);
    }
    EXPECT_FALSE(a.denominator().isNegative());
    // Rounded is at most half a unit away.
    const Rational off = (Rational(a.rounded()) - a) * Rational(2);
    EXPECT_LE(Rational::compare(off, Rational(1)), 0);
    EXPECT_GE(Rational::compare(off, Rational(-1)), 0);
  }
}

TEST(Rational, PrintsADecimalOrAFractionInLowestTerms) {
  EXPECT_EQ(Rational(1785, 1000).text(), "1.785");
  EXPECT_EQ(Rational(260, 6).text(), "130/3");
  EXPECT_EQ(Rational(-1, 8).text(), "-0.125");
  EXPECT_EQ(Rational(4, 2).text(), "2");
  EXPECT_EQ(Rational(0, 7).text(), "0");
  EXPECT_EQ(Rational(1, -3).text(), "-1/3");
  EXPECT_EQ(Rational(-5, 10).rounded().text(), "-1");
}

// A quotient or rest of nothing is 0 and no minus 0, also where the division is a wide one.
TEST(BigInteger, NothingHasNoSign) {
  const BigInteger wide = BigInteger::powerOfTen(60);
  BigInteger quotient;
  BigInteger rest;
  BigInteger::divide(BigInteger(-5), wide, quotient, rest);
  EXPECT_EQ(BigInteger::compare(quotient, BigInteger(0)), 0);
  BigInteger::divide((wide * wide).negated(), wide, quotient, rest);
  EXPECT_EQ(BigInteger::compare(quotient, wide.negated()), 0);
  EXPECT_EQ(BigInteger::compare(rest, BigInteger(0)), 0);
}

}  // namespace
}  // namespace crossfoot
