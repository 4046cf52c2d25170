#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"
#include "engine/sum.h"

namespace crossfoot {
namespace {

using test::at;

std::string sum(const std::string& currency, const std::string& lists) {
  return sumReply(
      test::tree(test::quoted("{'currency':'" + currency + "','lists':" + lists + "}")));
}

TEST(Sum, AddsEachListExactlyInTheCurrencysDigits) {
  EXPECT_EQ(at(sum("USD", "[['0.10','0.20'],['1.00','-0.25'],[]]"), "/sums"),
            test::quoted("['0.30','0.75','0.00']"));
  EXPECT_EQ(at(sum("JPY", "[['13582','13582']]"), "/sums/0"), "27164");
  EXPECT_EQ(at(sum("KWD", "[['1.250','0.001']]"), "/sums/0"), "1.251");
}

TEST(Sum, TakesNumbersByTheirTextAndRoundsEachToTheCurrency) {
  EXPECT_EQ(at(sum("USD", "[[1.10,2.20]]"), "/sums/0"), "3.30");
  EXPECT_EQ(at(sum("USD", "[['0.005','0.004','-0.005']]"), "/sums/0"), "0.00");
}

TEST(Sum, HoldsWhatNoDoubleCould) {
  EXPECT_EQ(at(sum("USD", "[['999999999999999.98','0.01']]"), "/sums/0"), "999999999999999.99");
}

TEST(Sum, RefusesASumThatOverflowsAndSaysWhere) {
  const std::string reply = sum("USD", "[['1.00'],['999999999999999.99','0.01','-5.00']]");
  EXPECT_EQ(at(reply, "/error/code"), "amount-overflow");
  EXPECT_EQ(at(reply, "/error/path"), "/lists/1/1");
}

TEST(Sum, RefusesWhatIsNoCurrencyNoListAndNoAmount) {
  EXPECT_EQ(at(sum("XXX", "[]"), "/error/code"), "unknown-currency");
  EXPECT_EQ(at(sum("USD", "'1.00'"), "/error/code"), "wrong-type");
  EXPECT_EQ(at(sum("USD", "['1.00']"), "/error/path"), "/lists/0");
  EXPECT_EQ(at(sum("USD", "[['1,00']]"), "/error/code"), "invalid-number");
  EXPECT_EQ(at(sum("USD", "[[null]]"), "/error/path"), "/lists/0/0");
}

}  // namespace
}  // namespace crossfoot
