#include "num/decimal.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/support/random.h"
#include "num/big_integer.h"

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

// Also the longer ones, in whose way more can stand: what comes next is a digit, a point or an
// exponent.
TEST(Decimal, TheBeginningOfALongerTextIsReadAsATextOfItsOwn) {
  for (const std::string_view longer : {"-1200345678901234567890.0045678901234567890123e-12",
                                        "1234567890123456789012e34", "0.000e12", "-0.5E+07"}) {
    for (size_t length = 0; length <= longer.size(); ++length) {
      const std::string own(longer.substr(0, length));
      DecimalText beginning;
      DecimalText alone;
      ASSERT_EQ(parseDecimal(longer.substr(0, length), beginning), parseDecimal(own, alone)) << own;
      EXPECT_EQ(isShortestDecimal(longer.substr(0, length)), isShortestDecimal(own)) << own;
      if (!isDecimal(own)) continue;
      EXPECT_EQ(beginning.exponent, alone.exponent) << own;
      EXPECT_TRUE(beginning.digits == alone.digits) << own;
    }
  }
}

TEST(Decimal, NothingIsLeftOfTheNumberReadBefore) {
  for (const std::string_view text : {"0", "0.0", "7", "7e0", "0e0"}) {
    DecimalText again = decimal("-" + std::string(40, '9') + "e-7");
    ASSERT_TRUE(parseDecimal(text, again)) << text;
    const DecimalText once = decimal(text);
    EXPECT_EQ(again.negative, once.negative) << text;
    EXPECT_EQ(again.wide, once.wide) << text;
    EXPECT_EQ(again.significant, once.significant) << text;
    EXPECT_EQ(again.exponent, once.exponent) << text;
    EXPECT_TRUE(again.digits == once.digits) << text;
  }
}

// One after another, slowly: what the characters of a number without an exponent say.
struct Slow {
  bool negative = false;
  std::string digits;  // from the first to the last that is not 0
  int exponent = 0;

  explicit Slow(std::string text) {
    negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    const size_t point = text.find('.');
    if (point != std::string::npos) {
      exponent = -static_cast<int>(text.size() - point - 1);
      text.erase(point, 1);
    }
    while (!text.empty() && text.back() == '0') {
      text.pop_back();
      ++exponent;
    }
    while (!text.empty() && text.front() == '0') text.erase(0, 1);
    if (text.empty()) exponent = 0;
    digits = text;
  }

  // The number with so many decimals, as an integer.
  std::string scaled(int places) const {
    if (digits.empty()) return "0";
    const auto zeros = static_cast<size_t>(exponent + places);
    return (negative ? "-" : "") + digits + std::string(zeros, '0');
  }
};

// The short and the general way of reading, and the narrow and the wide way of scaling, meet at 18
// and 19 digits; each gives what the characters say, whatever its sign and its zeros.
TEST(Decimal, EveryLengthReadsAndScalesAsItsCharactersSay) {
  for (const std::string_view pattern : {"9", "10", "70", "1000003", "5000000000", "0"}) {
    for (size_t whole = 1; whole <= 24; ++whole) {
      for (size_t part = 0; part <= 14; ++part) {
        std::string text;
        for (size_t i = 0; i < whole + part; ++i) text += pattern[i % pattern.size()];
        if (pattern == "0") text.resize(1);
        if (pattern == "0" && part == 0) text = "0";
        if (pattern == "0" && part > 0) text += "." + std::string(part - 1, '0') + "7";
        if (pattern != "0" && part > 0) text.insert(whole, ".");
        for (const std::string& number : {text, "-" + text}) {
          const Slow slow(number);
          // A form with an exponent is read the general way.
          for (const std::string& form : {number, number + "e0"}) {
            const DecimalText read = decimal(form);
            ASSERT_EQ(read.negative, slow.negative) << form;
            ASSERT_EQ(read.significant, static_cast<int>(slow.digits.size())) << form;
            ASSERT_EQ(read.exponent, slow.exponent) << form;
            if (read.significant > 37) continue;
            ASSERT_EQ(BigInteger(static_cast<Int128>(read.digits)).text(),
                      slow.digits.empty() ? "0" : slow.digits)
                << form;
            InputAmount amount;
            if (toAmount(read, true, amount) == NumberProblem::none && read.integerDigits() <= 22) {
              ASSERT_EQ(BigInteger(amount.micros).text(), slow.scaled(6)) << form;
            }
            Price price;
            if (toPrice(read, true, price) == NumberProblem::none) {
              ASSERT_EQ(BigInteger(price.mantissa).text(), slow.scaled(price.scale)) << form;
            }
            Quantity quantity;
            if (toQuantity(read, quantity) == NumberProblem::none) {
              ASSERT_EQ(BigInteger(quantity.micros).text(), slow.scaled(6)) << form;
            }
          }
        }
      }
    }
  }
}

// PR-1.3: an amount of 22 whole digits is held as it is; what is larger is as large as can be.
TEST(Decimal, AnAmountBeyondAnyLimitIsHeldAsTheLargest) {
  InputAmount amount;
  EXPECT_EQ(toAmount(decimal(std::string(22, '9')), true, amount), NumberProblem::none);
  EXPECT_EQ(BigInteger(amount.micros).text(), std::string(22, '9') + "000000");
  for (const size_t digits : {size_t{23}, size_t{60}}) {
    EXPECT_EQ(toAmount(decimal(std::string(digits, '9')), true, amount), NumberProblem::none);
    EXPECT_EQ(BigInteger(amount.micros).text(), "1" + std::string(28, '0'));
    EXPECT_EQ(toAmount(decimal("-" + std::string(digits, '9')), true, amount), NumberProblem::none);
    EXPECT_EQ(BigInteger(amount.micros).text(), "-1" + std::string(28, '0'));
  }
}

TEST(Decimal, TheLargestWholeNumberAndPercentThatAreReadHaveEighteenAndNineDigits) {
  int64_t whole = 0;
  const int64_t any = std::numeric_limits<int64_t>::max();
  EXPECT_EQ(toWhole(decimal("999999999999999999"), -any, any, whole), NumberProblem::none);
  EXPECT_EQ(whole, 999'999'999'999'999'999);
  EXPECT_EQ(toWhole(decimal("-999999999999999999"), -any, any, whole), NumberProblem::none);
  EXPECT_EQ(whole, -999'999'999'999'999'999);
  EXPECT_EQ(toWhole(decimal("1000000000000000000"), -any, any, whole), NumberProblem::outOfRange);
  EXPECT_EQ(toWhole(decimal("7"), 7, 7, whole), NumberProblem::none);
  EXPECT_EQ(toWhole(decimal("6"), 7, 7, whole), NumberProblem::outOfRange);
  EXPECT_EQ(toWhole(decimal("8"), 7, 7, whole), NumberProblem::outOfRange);
  Percent percent;
  const int most = 999'999'999;
  EXPECT_EQ(toPercent(decimal("999999999"), -most, most, percent), NumberProblem::none);
  EXPECT_EQ(percent.micros, 999'999'999'000'000);
  EXPECT_EQ(toPercent(decimal("1000000000"), -most, most, percent), NumberProblem::outOfRange);
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
                                      "-1.5e2", "0e40", "1e40", "1e-40", "-0e5", "-0.5e1"}) {
    EXPECT_TRUE(isDecimal(good)) << good;
  }
  for (const std::string_view bad : {"",
                                     " 1",
                                     "1 ",
                                     "+1",
                                     ".5",
                                     "5.",
                                     "01",
                                     "-01",
                                     "1,5",
                                     "1e",
                                     "1e+",
                                     "e3",
                                     "--1",
                                     "0x1",
                                     "NaN",
                                     "Infinity",
                                     "1.2.3",
                                     "1..5",
                                     "-",
                                     "1_000",
                                     "1e41",
                                     "1e-41",
                                     "1e999999999999",
                                     "01e0",
                                     "-00.5e1",
                                     "5.e1",
                                     "-.5e1",
                                     "1.5.5e0",
                                     "12345678901234567890.",
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

TEST(Decimal, ZeroHasOneShortestForm) {
  for (const std::string_view zero : {"-0", "0.0", "-0.00", "0e3"}) {
    EXPECT_FALSE(isShortestDecimal(zero)) << zero;
    EXPECT_EQ(shortestDecimal(zero), "0") << zero;
  }
  EXPECT_TRUE(isShortestDecimal("0"));
}

// With and without an exponent, of either sign, around the point.
TEST(Decimal, ShortestFormOfAnExponentMovesThePoint) {
  EXPECT_EQ(shortestDecimal("-1.5e1"), "-15");
  EXPECT_EQ(shortestDecimal("-12e-1"), "-1.2");
  EXPECT_EQ(shortestDecimal("12e-2"), "0.12");
  EXPECT_EQ(shortestDecimal("12e-3"), "0.012");
  EXPECT_EQ(shortestDecimal("120E-1"), "12");
  EXPECT_EQ(shortestDecimal("0.010e2"), "1");
  EXPECT_EQ(shortestDecimal("12.0"), "12");
  EXPECT_EQ(shortestDecimal("-10.10"), "-10.1");
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
  EXPECT_EQ(toQuantity(decimal("-0"), quantity), NumberProblem::none);
  Percent percent;
  EXPECT_EQ(toPercent(decimal("100"), 0, 100, percent), NumberProblem::none);
  EXPECT_EQ(percent.micros, kWholePercent);
  EXPECT_EQ(toPercent(decimal("100.000001"), 0, 100, percent), NumberProblem::outOfRange);
  EXPECT_EQ(toPercent(decimal("-100"), -100, 1000, percent), NumberProblem::none);
  InputAmount amount;
  EXPECT_EQ(toAmount(decimal("0.000001"), false, amount), NumberProblem::none);
  EXPECT_TRUE(amount.micros == 1);
  EXPECT_EQ(toAmount(decimal("-1"), false, amount), NumberProblem::negative);
  EXPECT_EQ(toAmount(decimal("-0"), false, amount), NumberProblem::none);
  EXPECT_EQ(toAmount(decimal("0.0000001"), true, amount), NumberProblem::tooManyDigits);
  int64_t whole = 0;
  EXPECT_EQ(toWhole(decimal("1.2e1"), 1, 12, whole), NumberProblem::none);
  EXPECT_EQ(whole, 12);
  EXPECT_NE(toWhole(decimal("1.5"), 1, 12, whole), NumberProblem::none);
  EXPECT_NE(toWhole(decimal("13"), 1, 12, whole), NumberProblem::none);
}

}  // namespace
}  // namespace crossfoot
