#include "num/decimal.h"

#include <gtest/gtest.h>

#include "core/support/random.h"

namespace crossfoot {
namespace {

bool isDecimal(std::string_view text) {
  DecimalText decimal;
  return parseDecimal(text, decimal);
}

DecimalText decimal(std::string_view text) {
  DecimalText result;
  EXPECT_TRUE(parseDecimal(text, result)) << text;
  return result;
}

// What stands behind the text is none of it.
TEST(Decimal, EndsWhereItsTextEnds) {
  const std::string_view longer = "1e23456";
  EXPECT_EQ(decimal(longer.substr(0, 3)).exponent, 2);
  EXPECT_EQ(decimal(longer.substr(0, 4)).exponent, 23);
  EXPECT_EQ(decimal(std::string_view("12345").substr(0, 2)).digits, 12u);
}

// The exponent is judged by all of its digits, also where they begin with one that is allowed.
TEST(Decimal, AnExponentOfManyDigitsIsNotItsBeginning) {
  for (const std::string_view bad : {"1e400", "1e-400", "1e4000000000000000000", "0e410"}) {
    EXPECT_FALSE(isDecimal(bad)) << bad;
  }
  EXPECT_TRUE(isDecimal("1e040"));
}

// As many digits as are held, one less and one more: none may be lost or made up.
TEST(Decimal, CountsEveryDigitAroundTheOnesItHolds) {
  for (int digits = 15; digits <= 42; ++digits) {
    const DecimalText whole = decimal(std::string(static_cast<size_t>(digits), '7'));
    EXPECT_EQ(whole.significant, digits);
    EXPECT_EQ(whole.integerDigits(), digits);
    EXPECT_EQ(whole.wide, digits > 38) << digits;
    const DecimalText part = decimal("0." + std::string(static_cast<size_t>(digits), '7'));
    EXPECT_EQ(part.fractionDigits(), digits);
    EXPECT_EQ(part.significant, digits);
  }
}

TEST(Decimal, AWholeNumberHasNoDecimalsButMayEndInZeros) {
  int64_t whole = 0;
  EXPECT_EQ(toWhole(decimal("12"), 0, 100, whole), NumberProblem::none);
  EXPECT_EQ(whole, 12);
  EXPECT_EQ(toWhole(decimal("10.0"), 0, 100, whole), NumberProblem::none);
  EXPECT_EQ(whole, 10);
  EXPECT_EQ(toWhole(decimal("1.5"), 0, 100, whole), NumberProblem::outOfRange);
}

// PR-1.1, PR-1.2
TEST(Decimal, TakesTheGrammarOfJsonNumbersAndNothingElse) {
  for (const std::string_view good : {"0", "-0", "1", "-1", "0.5", "10.50", "1e3", "1E+3", "1e-3",
                                      "-1.5e2", "0e40", "1e40", "1e-40"}) {
    EXPECT_TRUE(isDecimal(good)) << good;
  }
  for (const std::string_view bad : {"",        " 1",
                                     "1 ",      "+1",
                                     ".5",      "5.",
                                     "01",      "-01",
                                     "1,5",     "1e",
                                     "1e+",     "e3",
                                     "--1",     "0x1",
                                     "NaN",     "Infinity",
                                     "1.2.3",   "-",
                                     "1_000",   "1e41",
                                     "1e-41",   "1e999999999999",
                                     "\xD9\xA1"}) {
    EXPECT_FALSE(isDecimal(bad)) << bad;
  }
}

TEST(Decimal, HasAtMostAHundredCharacters) {
  EXPECT_TRUE(isDecimal("0." + std::string(98, '1')));
  EXPECT_FALSE(isDecimal("0." + std::string(99, '1')));
  EXPECT_TRUE(decimal(std::string(100, '9')).wide);
}

TEST(Decimal, TrailingZerosAreNoDigits) {
  const DecimalText number = decimal("11.900000000000000000");
  EXPECT_EQ(number.significant, 3);
  EXPECT_EQ(number.exponent, -1);
  EXPECT_EQ(number.fractionDigits(), 1);
  EXPECT_EQ(number.integerDigits(), 2);
  EXPECT_EQ(decimal("-0.000").significant, 0);
  EXPECT_EQ(decimal("120e-1").fractionDigits(), 0);
}

TEST(Decimal, ShortestFormIsExact) {
  EXPECT_EQ(shortestDecimal("11.90"), "11.9");
  EXPECT_EQ(shortestDecimal("1e3"), "1000");
  EXPECT_EQ(shortestDecimal("1.50e-3"), "0.0015");
  EXPECT_EQ(shortestDecimal("-0.00"), "0");
  EXPECT_EQ(shortestDecimal("100"), "100");
  EXPECT_EQ(shortestDecimal("12,5"), "12,5");
  EXPECT_EQ(shortestDecimal("0.000000000000000000000000000001"),
            "0.000000000000000000000000000001");
}

TEST(Decimal, ShortestFormIsItsOwnShortestForm) {
  testing::Random random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string text = (random.chance(30) ? "-" : "") + random.decimal(9, 9);
    if (random.chance(30)) text += "e" + std::to_string(static_cast<int>(random.below(41)) - 20);
    const std::string shortest = shortestDecimal(text);
    EXPECT_EQ(shortestDecimal(shortest), shortest) << text;
    EXPECT_TRUE(isShortestDecimal(shortest)) << text;
    EXPECT_EQ(isShortestDecimal(text), text == shortest) << text;
  }
}

TEST(Decimal, PricesHaveTwelveDecimalsAndEighteenDigits) {
  const auto problem = [](std::string_view text, bool negative = false) {
    Price price;
    return toPrice(decimal(text), negative, price);
  };
  EXPECT_EQ(problem("0.123456789012"), NumberProblem::none);
  EXPECT_EQ(problem("0.1234567890123"), NumberProblem::tooManyDigits);
  EXPECT_EQ(problem("123456.789012345678"), NumberProblem::none);
  EXPECT_EQ(problem("1234567.789012345678"), NumberProblem::tooManyDigits);
  EXPECT_EQ(problem("999999999999"), NumberProblem::none);
  EXPECT_EQ(problem("1000000000000"), NumberProblem::outOfRange);
  EXPECT_EQ(problem("-1"), NumberProblem::negative);
  EXPECT_EQ(problem("-1", true), NumberProblem::none);
  EXPECT_EQ(problem("-0"), NumberProblem::none);
}

TEST(Decimal, QuantitiesPercentsAndAmountsHaveSixDecimals) {
  Quantity quantity;
  EXPECT_EQ(toQuantity(decimal("999999999.999999"), quantity), NumberProblem::none);
  EXPECT_EQ(quantity.micros, 999'999'999'999'999);
  EXPECT_EQ(toQuantity(decimal("1000000000"), quantity), NumberProblem::outOfRange);
  EXPECT_EQ(toQuantity(decimal("0.0000001"), quantity), NumberProblem::tooManyDigits);
  EXPECT_NE(toQuantity(decimal("-1"), quantity), NumberProblem::none);
  Percent percent;
  EXPECT_EQ(toPercent(decimal("100"), 0, 100, percent), NumberProblem::none);
  EXPECT_EQ(percent.micros, kWholePercent);
  EXPECT_EQ(toPercent(decimal("100.000001"), 0, 100, percent), NumberProblem::outOfRange);
  EXPECT_EQ(toPercent(decimal("-100"), -100, 1000, percent), NumberProblem::none);
  InputAmount amount;
  EXPECT_EQ(toAmount(decimal("0.000001"), false, amount), NumberProblem::none);
  EXPECT_TRUE(amount.micros == 1);
  EXPECT_EQ(toAmount(decimal("-1"), false, amount), NumberProblem::negative);
  EXPECT_EQ(toAmount(decimal("0.0000001"), true, amount), NumberProblem::tooManyDigits);
  int64_t whole = 0;
  EXPECT_EQ(toWhole(decimal("1.2e1"), 1, 12, whole), NumberProblem::none);
  EXPECT_EQ(whole, 12);
  EXPECT_NE(toWhole(decimal("1.5"), 1, 12, whole), NumberProblem::none);
  EXPECT_NE(toWhole(decimal("13"), 1, 12, whole), NumberProblem::none);
}

}  // namespace
}  // namespace crossfoot
