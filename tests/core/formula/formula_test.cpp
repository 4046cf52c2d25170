#include "formula/formula.h"

#include <gtest/gtest.h>

#include <string>

namespace crossfoot {
namespace {

// The value with up to 6 decimals, or the error's name and place.
std::string value(std::string_view formula, unsigned maxDecimals = 6) {
  const FormulaResult result = evaluateFormula(formula, maxDecimals);
  EXPECT_EQ(result.ok, result.error == FormulaError::none) << formula;
  EXPECT_EQ(result.ok, !result.text.empty()) << formula;
  if (result.ok) return result.text;
  constexpr const char* kNames[] = {"none",      "syntax",   "division by zero",
                                    "too large", "too long", "too deep"};
  return std::string(kNames[static_cast<int>(result.error)]) + " at " +
         std::to_string(result.position);
}

std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Formula, TheFourOperationsKeepTheirPrecedence) {
  EXPECT_EQ(value("=3*12"), "36");
  EXPECT_EQ(value("=2+3*4"), "14");
  EXPECT_EQ(value("=2*3+4"), "10");
  EXPECT_EQ(value("=10-4-3"), "3");
  EXPECT_EQ(value("=100/5/2"), "10");
  EXPECT_EQ(value("=12/4*3"), "9");
  EXPECT_EQ(value("=(2+3)*4"), "20");
  EXPECT_EQ(value("=((7))"), "7");
  EXPECT_EQ(value("=2*(3+(4-1)*2)"), "18");
}

TEST(Formula, TheEqualsSignAndSpacesMayBeLeftOutOrAdded) {
  EXPECT_EQ(value("3*12"), "36");
  EXPECT_EQ(value("  = 3 *\t12  "), "36");
  EXPECT_EQ(value("=12"), "12");
  EXPECT_EQ(value("= ( 1 + 2 ) % "), "0.03");
}

TEST(Formula, TypographicSignsCount) {
  EXPECT_EQ(value("=3×12"), "36");
  EXPECT_EQ(value("=36÷12"), "3");
  EXPECT_EQ(value("=36−12"), "24");
  EXPECT_EQ(value("=−5 × −2"), "10");
}

TEST(Formula, APercentageAfterPlusOrMinusIsOfWhatStandsLeft) {
  EXPECT_EQ(value("=100-15%"), "85");
  EXPECT_EQ(value("=100+15%"), "115");
  EXPECT_EQ(value("=200-10%-10%"), "162");
  EXPECT_EQ(value("=50+50-10%"), "90");
  EXPECT_EQ(value("=2*50-10%"), "90");
  EXPECT_EQ(value("=11.90-15%"), "10.115");
  EXPECT_EQ(value("=-100-15%"), "-85");
  EXPECT_EQ(value("=100+-15%"), "85");
  EXPECT_EQ(value("=100--15%"), "115");
  EXPECT_EQ(value("=80-100%"), "0");
  EXPECT_EQ(value("=100-(10+5)%"), "85");
  EXPECT_EQ(value("=1000-(100-15%)"), "915");
}

TEST(Formula, APercentageElsewhereIsAHundredth) {
  EXPECT_EQ(value("=15%"), "0.15");
  EXPECT_EQ(value("=200*15%"), "30");
  EXPECT_EQ(value("=30/15%"), "200");
  EXPECT_EQ(value("=15%*200"), "30");
  EXPECT_EQ(value("=100-15%*2"), "99.7");
  EXPECT_EQ(value("=100-2*15%"), "99.7");
  EXPECT_EQ(value("=100-(15%)"), "99.85");
  EXPECT_EQ(value("=10%+1"), "1.1");
  EXPECT_EQ(value("=-15%"), "-0.15");
}

TEST(Formula, SignsMayStandBeforeAnyOperand) {
  EXPECT_EQ(value("=-5"), "-5");
  EXPECT_EQ(value("=+5"), "5");
  EXPECT_EQ(value("=--5"), "5");
  EXPECT_EQ(value("=3*-2"), "-6");
  EXPECT_EQ(value("=3--2"), "5");
  EXPECT_EQ(value("=-(2+3)"), "-5");
  EXPECT_EQ(value("=-+-+-5"), "-5");
}

TEST(Formula, DecimalsAreExactWhereBinaryFractionsAreNot) {
  EXPECT_EQ(value("=0.1+0.2", 20), "0.3");
  EXPECT_EQ(value("=1.1*1.1", 20), "1.21");
  EXPECT_EQ(value("=0.3-0.1-0.2", 20), "0");
  EXPECT_EQ(value("=4.35*100", 20), "435");
  EXPECT_EQ(value("=1.005*1000", 20), "1005");
}

TEST(Formula, FractionsStayExactUntilTheEnd) {
  EXPECT_EQ(value("=1/3*3", 20), "1");
  EXPECT_EQ(value("=1/3+1/3+1/3", 20), "1");
  EXPECT_EQ(value("=10/7*7-10", 20), "0");
  EXPECT_EQ(value("=1/3/7/11/13/17/19*3*7*11*13*17*19", 20), "1");
  EXPECT_EQ(value("=99999999999999999999*99999999999999999999/99999999999999999999/"
                  "99999999999999999999",
                  20),
            "1");
}

TEST(Formula, TheResultIsRoundedHalfAwayFromZero) {
  EXPECT_EQ(value("=1/8", 2), "0.13");
  EXPECT_EQ(value("=-1/8", 2), "-0.13");
  EXPECT_EQ(value("=1.005", 2), "1.01");
  EXPECT_EQ(value("=1.00499999999999999999999", 2), "1");
  EXPECT_EQ(value("=2/3", 2), "0.67");
  EXPECT_EQ(value("=1/3", 2), "0.33");
  EXPECT_EQ(value("=0.5", 0), "1");
  EXPECT_EQ(value("=-0.5", 0), "-1");
  EXPECT_EQ(value("=2.5", 0), "3");
  EXPECT_EQ(value("=9.995", 2), "10");
  EXPECT_EQ(value("=99.99999", 3), "100");
  EXPECT_EQ(value("=2/3", 20), "0.66666666666666666667");
  EXPECT_EQ(value("=2/3", 1000), "0.66666666666666666667");
}

TEST(Formula, TrailingZerosAreCutAndZeroHasNoSign) {
  EXPECT_EQ(value("=1.50"), "1.5");
  EXPECT_EQ(value("=100"), "100");
  EXPECT_EQ(value("=100.000"), "100");
  EXPECT_EQ(value("=0.001", 2), "0");
  EXPECT_EQ(value("=-0.001", 2), "0");
  EXPECT_EQ(value("=-0"), "0");
  EXPECT_EQ(value("=5-5"), "0");
  EXPECT_EQ(value("=0.07", 2), "0.07");
}

TEST(Formula, NumbersHaveDigitsAndAtMostOnePoint) {
  EXPECT_EQ(value("=.5"), "0.5");
  EXPECT_EQ(value("=007"), "7");
  EXPECT_EQ(value("=5."), "syntax at 3");
  EXPECT_EQ(value("=."), "syntax at 2");
  EXPECT_EQ(value("=1..2"), "syntax at 3");
  EXPECT_EQ(value("=1.2.3"), "syntax at 4");
  EXPECT_EQ(value("=1,5"), "syntax at 2");
  EXPECT_EQ(value("=1e5"), "syntax at 2");
  EXPECT_EQ(value("=1 000"), "syntax at 3");
  EXPECT_EQ(value("=1'000"), "syntax at 2");
}

TEST(Formula, WhatIsNoFormulaIsASyntaxErrorAtItsPlace) {
  EXPECT_EQ(value(""), "syntax at 0");
  EXPECT_EQ(value("="), "syntax at 1");
  EXPECT_EQ(value("  "), "syntax at 2");
  EXPECT_EQ(value("=="), "syntax at 1");
  EXPECT_EQ(value("=3*"), "syntax at 3");
  EXPECT_EQ(value("=*3"), "syntax at 1");
  EXPECT_EQ(value("=3 4"), "syntax at 3");
  EXPECT_EQ(value("=(3"), "syntax at 3");
  EXPECT_EQ(value("=3)"), "syntax at 2");
  EXPECT_EQ(value("=()"), "syntax at 2");
  EXPECT_EQ(value("=2(3)"), "syntax at 2");
  EXPECT_EQ(value("=(2)3"), "syntax at 4");
  EXPECT_EQ(value("=15%%"), "syntax at 4");
  EXPECT_EQ(value("=%"), "syntax at 1");
  EXPECT_EQ(value("=15%5"), "syntax at 4");
  EXPECT_EQ(value("=3**4"), "syntax at 3");
  EXPECT_EQ(value("=3^4"), "syntax at 2");
  EXPECT_EQ(value("=A1+2"), "syntax at 1");
  EXPECT_EQ(value("=sum(1)"), "syntax at 1");
  EXPECT_EQ(value("=1+2="), "syntax at 4");
  EXPECT_EQ(value("=$5"), "syntax at 1");
  EXPECT_EQ(value("=1;alert(1)"), "syntax at 2");
  EXPECT_EQ(value(std::string_view("=1\0+2", 5)), "syntax at 2");
}

TEST(Formula, PlacesAreCountedInCharactersAndNotInBytes) {
  EXPECT_EQ(value("=3×−4×x"), "syntax at 6");
  EXPECT_EQ(value("=6÷(2−2)"), "division by zero at 2");
  EXPECT_EQ(value("=3×"), "syntax at 3");
}

TEST(Formula, BytesThatAreNoTextAreASyntaxError) {
  EXPECT_EQ(value("=1+\xFF"), "syntax at 3");
  EXPECT_EQ(value("=1\xC3"), "syntax at 2");
  EXPECT_EQ(value("=1\xE2\x88"), "syntax at 2");
}

TEST(Formula, DivisionByZeroIsReportedAtItsOperator) {
  EXPECT_EQ(value("=1/0"), "division by zero at 2");
  EXPECT_EQ(value("=0/0"), "division by zero at 2");
  EXPECT_EQ(value("=1+10/(5-5)"), "division by zero at 5");
  EXPECT_EQ(value("=1/0%"), "division by zero at 2");
  EXPECT_EQ(value("=1/0.000"), "division by zero at 2");
  EXPECT_EQ(value("=0/5"), "0");
}

TEST(Formula, TheFirstErrorIsTheOneReported) {
  EXPECT_EQ(value("=1/0+"), "division by zero at 2");
  EXPECT_EQ(value("=(1/0"), "division by zero at 3");
}

TEST(Formula, ValuesFromTenToTheFifteenthOnAreTooLarge) {
  EXPECT_EQ(value("=999999999999999"), "999999999999999");
  EXPECT_EQ(value("=1000000000000000"), "too large at 0");
  EXPECT_EQ(value("=-1000000000000000"), "too large at 0");
  EXPECT_EQ(value("=999999999999999.5", 0), "too large at 0");
  EXPECT_EQ(value("=999999999999999.4", 0), "999999999999999");
  EXPECT_EQ(value("=" + std::string(199, '9')), "too large at 0");
  EXPECT_EQ(value("=" + repeat("9", 150) + "*0"), "0");
}

TEST(Formula, TwoHundredCharactersAreReadAndNoMore) {
  EXPECT_EQ(value("=1" + repeat("+1", 99)), "100");
  EXPECT_EQ(value("=1" + repeat("+1", 99) + " "), "too long at 201");
  EXPECT_EQ(value("=1" + repeat("×1", 99)), "1");
  EXPECT_EQ(value(std::string(100000, '(')), "too long at 100000");
}

TEST(Formula, ParenthesesNestToADepthOfThirtyTwo) {
  EXPECT_EQ(value("=" + repeat("(", 32) + "7" + repeat(")", 32)), "7");
  EXPECT_EQ(value("=" + repeat("(", 33) + "7" + repeat(")", 33)), "too deep at 33");
  EXPECT_EQ(value("=" + repeat("(1)+", 40) + "1"), "41");
  EXPECT_EQ(value("=" + repeat("-", 198) + "7"), "7");
}

TEST(Formula, TheLongestFormulasStayFastAndExact) {
  EXPECT_EQ(value("=1" + repeat("/3", 49) + repeat("*3", 49), 20), "1");
  EXPECT_EQ(value("=100" + repeat("+9%", 65), 2), "27084.6");
  EXPECT_EQ(value("=0" + repeat("+1/7", 49), 6), "7");
  EXPECT_EQ(value("=0." + repeat("0", 196) + "1", 20), "0");
}

TEST(Formula, OnlyTextWithAnOperationLooksLikeAFormula) {
  for (const char* text : {"=", "=5", " =5", "3*12", "100-15%", "1+1", "5-", "-5+2", "(3)", "3×4",
                           "8÷2", "8−2", "−8−2", "2e3-1", "5/2", "5)"}) {
    EXPECT_TRUE(looksLikeFormula(text)) << text;
  }
  for (const char* text : {"", " ", "5", "-5", "+5", "−5", " -5 ", "1.5", "15%", "-15%", "abc",
                           "1e-3", "1E+3", "1,5", "x"}) {
    EXPECT_FALSE(looksLikeFormula(text)) << text;
  }
}

}  // namespace
}  // namespace crossfoot
