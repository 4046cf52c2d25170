#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"

// One-time adjustments: PR-4.

namespace crossfoot {
namespace {

using testing::issueCodes;
using testing::pricedOf;
using testing::textAt;
using Texts = std::vector<std::string>;

std::string adjustments(const Texts& list) {
  std::string out = "\"adjustments\":[";
  for (size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    out += R"({"id":"a)" + std::to_string(i) + R"(","name":"A",)" + list[i] + "}";
  }
  return out + "]";
}

std::string dueNow(const Texts& lines, const std::string& members) {
  return textAt(pricedOf(lines, members), "/summary/dueNow");
}

const Texts kHundred = {R"({"unitPrice":"100"})"};

// PR-4.3, PR-8.6
TEST(Adjustments, DiscountsStackAdditivelyOrSequentially) {
  const std::string three =
      adjustments({R"("type":"discount","percent":"5")", R"("type":"discount","percent":"10")",
                   R"("type":"discount","percent":"15")"});
  EXPECT_EQ(dueNow(kHundred, three), "70.00");
  const json::Value view =
      pricedOf(kHundred, R"("policy":{"discountStacking":"sequential"},)" + three);
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "72.67");
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/amount"), "5.00");
  EXPECT_EQ(textAt(view, "/summary/adjustments/1/amount"), "9.50");
  EXPECT_EQ(textAt(view, "/summary/adjustments/2/amount"), "12.83");
}

// PR-4.2, PR-4.3
TEST(Adjustments, ADiscountTakesAtMostWhatIsLeft) {
  const json::Value view = pricedOf(kHundred, adjustments({R"("type":"discount","percent":"60")",
                                                           R"("type":"discount","amount":"50")"}));
  EXPECT_EQ(textAt(view, "/summary/adjustments/1/amount"), "40.00");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "0.00");
  EXPECT_EQ(issueCodes(view), Texts{"discount-exceeds-subtotal"});
}

// PR-4.3
TEST(Adjustments, NothingIsTakenOfNothing) {
  EXPECT_EQ(
      dueNow({R"({"unitPrice":"-5"})"}, R"("policy":{"allowNegativePrices":true},)" +
                                            adjustments({R"("type":"discount","amount":"5")"})),
      "-5.00");
}

// PR-4.4, PR-4.5, PR-4.7
TEST(Adjustments, FeesAndTaxesStandOnWhatDiscountsLeave) {
  const json::Value view =
      pricedOf(kHundred,
               adjustments({R"("type":"discount","percent":"10")", R"("type":"fee","percent":"10")",
                            R"("type":"fee","amount":"10","taxable":true)",
                            R"("type":"tax","percent":"10")", R"("type":"tax","amount":"-1")"}));
  EXPECT_EQ(textAt(view, "/summary/fees"), "19.00");
  EXPECT_EQ(textAt(view, "/summary/adjustments/3/amount"), "10.00");
  EXPECT_EQ(textAt(view, "/summary/taxes"), "9.00");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "118.00");
}

// PR-5.1, PR-5.3
TEST(Adjustments, TheDiscountIsSharedByLargestRemainder) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"43"})", R"({"unitPrice":"14"})", R"({"unitPrice":"23"})"},
               adjustments({R"("type":"discount","amount":"3")"}));
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "1.61");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "0.53");
  EXPECT_EQ(textAt(view, "/lines/2/orderDiscount"), "0.86");
}

// PR-5.2, PR-8.7
TEST(Adjustments, OneTimeLinesBearTheDiscountFirst) {
  const Texts lines = {R"({"unitPrice":"10"})",
                       R"({"unitPrice":"90","billing":{"frequency":"monthly"}})"};
  const std::string discount = adjustments({R"("type":"discount","amount":"20")"});
  json::Value view = pricedOf(lines, discount);
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "10.00");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "10.00");
  view = pricedOf(lines, R"("policy":{"discountAllocation":"proportional"},)" + discount);
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "2.00");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "18.00");
}

// PR-5.4
TEST(Adjustments, AnAllowanceOfOneVatCategoryStaysInIt) {
  const json::Value view = pricedOf(
      {R"({"unitPrice":"100","taxRateIds":["hi"]})", R"({"unitPrice":"100","taxRateIds":["lo"]})"},
      R"("taxRates":[{"id":"hi","name":"Hi","percent":"20"},{"id":"lo","name":"Lo","percent":"5"}],)" +
          adjustments({R"("type":"discount","amount":"10","taxRateIds":["lo"])"}));
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "0.00");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "10.00");
  EXPECT_EQ(textAt(view, "/summary/lineTax"), "24.50");
}

// PR-4.6
TEST(Adjustments, AFeeWithRatesIsTaxedLikeALine) {
  const json::Value view =
      pricedOf(kHundred, R"("taxRates":[{"id":"t","name":"T","percent":"20"}],)" +
                             adjustments({R"("type":"fee","amount":"5","taxRateIds":["t"])"}));
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/tax"), "1.00");
  EXPECT_EQ(textAt(view, "/summary/lineTax"), "1.00");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "106.00");
}

// PR-4.8, PR-8.9
TEST(Adjustments, CashRoundingShowsItsDifference) {
  const json::Value view = pricedOf({R"({"unitPrice":"10.13"})"},
                                    R"("currency":"CHF","policy":{"cashRounding":"0.05"})");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "10.15");
  EXPECT_EQ(textAt(view, "/summary/roundingDifference"), "0.02");
  EXPECT_EQ(textAt(view, "/summary/dueNowMinor"), "1015");
}

// PR-4.1, DO-1.1
TEST(Adjustments, AKindWithoutThemCountsThemNothing) {
  const json::Value view = pricedOf(
      kHundred, R"("kind":"deal",)" + adjustments({R"("type":"discount","percent":"10")"}));
  EXPECT_EQ(issueCodes(view), Texts{"adjustment-not-allowed"});
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "100.00");
}

// PR-5.4, PR-5.2: 20 go to the second line alone, then 10 over 100 and 80.
TEST(Adjustments, EachDiscountOfATaxCategoryIsSharedOverItsOwnLines) {
  const json::Value view = pricedOf(
      {R"({"unitPrice":"100","taxRateIds":["a"]})", R"({"unitPrice":"100","taxRateIds":["b"]})"},
      R"("taxRates":[{"id":"a","name":"A","percent":"10"},{"id":"b","name":"B","percent":"20"}],)" +
          adjustments({R"("type":"discount","amount":"10")",
                       R"("type":"discount","amount":"20","taxRateIds":["b"])"}));
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "5.56");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "24.44");
}

// PR-4.6, PR-3.3, PR-4.7: the tax inside a fee is not put on top of it.
TEST(Adjustments, ATaxInsideAFeeIsIncludedInTheTaxesAndAddsNothing) {
  for (const std::string rounding : {"line", "document"}) {
    const json::Value view =
        pricedOf({R"({"unitPrice":"120","taxRateIds":["t"]})"},
                 R"("policy":{"taxRounding":")" + rounding + R"("},"taxRates":[
                     {"id":"t","name":"T","percent":"20","inclusive":true}],)" +
                     adjustments({R"("type":"fee","amount":"12","taxRateIds":["t"])"}));
    EXPECT_EQ(textAt(view, "/summary/adjustments/0/taxIncluded"), "2.00");
    EXPECT_EQ(textAt(view, "/summary/lineTax"), "22.00");
    EXPECT_EQ(textAt(view, "/summary/lineTaxIncluded"), "22.00");
    EXPECT_EQ(textAt(view, "/summary/lineTaxes/0/base"), "110.00");
    EXPECT_EQ(textAt(view, "/summary/dueNow"), "132.00");
  }
}

// PR-4.6, PR-3.8: 0.1 and 0.9 cents are one cent together, and the larger rest gets it.
TEST(Adjustments, TheCentOfTwoFeesGoesToTheLargerRestInDocumentRounding) {
  const json::Value view =
      pricedOf(kHundred, R"("policy":{"taxRounding":"document"},"taxRates":[
                            {"id":"t","name":"T","percent":"10"}],)" +
                             adjustments({R"("type":"fee","amount":"0.01","taxRateIds":["t"])",
                                          R"("type":"fee","amount":"0.09","taxRateIds":["t"])"}));
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/tax"), "0.00");
  EXPECT_EQ(textAt(view, "/summary/adjustments/1/tax"), "0.01");
  EXPECT_EQ(textAt(view, "/summary/lineTax"), "0.01");
}

// PR-1.6: what depends on a sum that has no value has none, and nothing else.
TEST(Adjustments, EachSumWithoutAValueLeavesTheAmountDueNowWithoutOne) {
  const std::string large = R"("amount":"600000000000000")";
  for (const std::string type : {"fee", "tax"}) {
    const json::Value view = pricedOf(
        kHundred,
        adjustments({"\"type\":\"" + type + "\"," + large, "\"type\":\"" + type + "\"," + large}));
    EXPECT_EQ(textAt(view, "/summary/subtotal"), "100.00");
    EXPECT_EQ(textAt(view, "/summary/fees"), type == "fee" ? "null" : "0.00");
    EXPECT_EQ(textAt(view, "/summary/taxes"), type == "tax" ? "null" : "0.00");
    EXPECT_EQ(textAt(view, "/summary/dueNow"), "null");
    EXPECT_EQ(textAt(view, "/summary/roundingDifference"), "null");
    EXPECT_EQ(textAt(view, "/schedule/0/net"), "100.00");
    EXPECT_EQ(textAt(view, "/schedule/0/tax"), type == "tax" ? "null" : "0.00");
    EXPECT_EQ(textAt(view, "/summary/total"), "null");
  }
  const std::string half = R"({"unitPrice":"600000000000","quantity":"1000"})";
  const json::Value lines = pricedOf({half, half});
  EXPECT_EQ(textAt(lines, "/summary/subtotal"), "null");
  EXPECT_EQ(textAt(lines, "/summary/discounts"), "0.00");
  EXPECT_EQ(textAt(lines, "/summary/dueNow"), "null");
  EXPECT_EQ(textAt(lines, "/summary/total"), "null");
  EXPECT_EQ(textAt(lines, "/schedule/0/net"), "null");
  EXPECT_EQ(textAt(lines, "/schedule/0/tax"), "0.00");
  // Later payments whose net has no value have no sum, though their tax would bring one back.
  const std::string later = R"({"unitPrice":"600000000000","quantity":"1000","taxRateIds":["t"],
      "billing":{"frequency":"one_time","start":{"delayDays":1}}})";
  const json::Value future =
      pricedOf({later, later}, R"("taxRates":[{"id":"t","name":"T","percent":"-50"}])");
  EXPECT_EQ(textAt(future, "/summary/futureNet"), "null");
  EXPECT_EQ(textAt(future, "/summary/futureTax"), "-600000000000000.00");
  EXPECT_EQ(textAt(future, "/summary/futurePayments"), "null");
}

// PR-4.3: a percent of credits would be a charge.
TEST(Adjustments, NoDiscountIsTakenOfASubtotalBelowNothing) {
  const std::string policy = R"("policy":{"allowNegativePrices":true},)";
  const json::Value view = pricedOf({R"({"unitPrice":"-100"})"},
                                    policy + adjustments({R"("type":"discount","percent":"10")"}));
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/amount"), "0.00");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "-100.00");
}

// PR-5.4: which rates a discount is of is a set, whatever order they are written in.
TEST(Adjustments, TheCategoryOfADiscountIsASetOfRates) {
  const json::Value view = pricedOf(
      {R"({"unitPrice":"100","taxRateIds":["a"]})",
       R"({"unitPrice":"100","taxRateIds":["a","b"]})"},
      R"("taxRates":[{"id":"a","name":"A","percent":"10"},{"id":"b","name":"B","percent":"20"}],)" +
          adjustments({R"("type":"discount","amount":"10","taxRateIds":["b","a"])"}));
  EXPECT_EQ(textAt(view, "/lines/0/orderDiscount"), "0.00");
  EXPECT_EQ(textAt(view, "/lines/1/orderDiscount"), "10.00");
}

// PR-1.6: a fee that reaches the limit counts 0 and is taxed with nothing.
TEST(Adjustments, AFeeThatReachesTheLimitCountsNothing) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"900000000000","quantity":"1000"})"},
               R"("taxRates":[{"id":"t","name":"T","percent":"10"}],)" +
                   adjustments({R"("type":"fee","percent":"200","taxRateIds":["t"])"}));
  EXPECT_EQ(issueCodes(view), Texts{"amount-overflow"});
  EXPECT_EQ(textAt(view, "/summary/fees"), "0.00");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "900000000000000.00");
  EXPECT_EQ(testing::valueAt(view, "/summary/lineTaxes").items.size(), 0U);
}

// PR-4.6, PR-3.8: two taxes of 0.5 cents inside fees are one cent: the first of them prints it.
TEST(Adjustments, ACentInsideOneOfTwoFeesIsPrintedThere) {
  const json::Value view =
      pricedOf(kHundred, R"("policy":{"taxRounding":"document"},"taxRates":[
                            {"id":"t","name":"T","percent":"10"}],)" +
                             adjustments({R"("type":"fee","amount":"0.05","taxRateIds":["t"])",
                                          R"("type":"fee","amount":"0.05","taxRateIds":["t"])"}));
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/tax"), "0.01");
  EXPECT_EQ(textAt(view, "/summary/adjustments/0/taxes/0/amount"), "0.01");
  EXPECT_EQ(textAt(view, "/summary/adjustments/1/tax"), "0.00");
  EXPECT_EQ(textAt(view, "/summary/lineTax"), "0.01");
}

}  // namespace
}  // namespace crossfoot
