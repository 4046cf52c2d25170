#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"

// Metrics: RE-5, the table and every printed figure.

namespace crossfoot {
namespace {

using testing::pricedOf;
using testing::textAt;

constexpr const char* kHubspot = R"("policy":{"metricFactors":"hubspot"})";

// "mrr arr tcv acv" of one line.
std::string metrics(const std::string& price, const std::string& billing,
                    const std::string& members = "") {
  const json::Value view =
      pricedOf({R"({"unitPrice":")" + price + R"(","billing":)" + billing + "}"}, members);
  std::string out;
  for (const char* name : {"mrr", "arr", "tcv", "acv"}) {
    if (!out.empty()) out += ' ';
    out += textAt(view, std::string("/lines/0/") + name);
  }
  return out;
}

// RE-5.1, PR-8.8
TEST(Metrics, WeeklyAndBiweekly) {
  EXPECT_EQ(metrics("10", R"({"frequency":"weekly"})"), "43.33 520.00 520.00 520.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"weekly"})", kHubspot), "43.30 520.00 520.00 520.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"biweekly"})"), "21.67 260.00 260.00 260.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"biweekly"})", kHubspot), "21.60 260.00 260.00 260.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"weekly","payments":6})"), "43.33 60.00 60.00 60.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"biweekly","payments":3})"), "21.67 30.00 30.00 30.00");
  EXPECT_EQ(metrics("10.34", R"({"frequency":"weekly"})", kHubspot), "44.77 537.68 537.68 537.68");
  EXPECT_EQ(metrics("10.34", R"({"frequency":"weekly"})"), "44.81 537.68 537.68 537.68");
}

// RE-5.3, RE-5.4
TEST(Metrics, AOneTimeLineHasTcvAndAcvOnly) {
  const json::Value view = pricedOf({R"({"unitPrice":"400","quantity":"8"})"});
  EXPECT_EQ(textAt(view, "/metrics/tcv"), "3200.00");
  EXPECT_EQ(textAt(view, "/metrics/acv"), "3200.00");
  EXPECT_EQ(textAt(view, "/metrics/mrr"), "0.00");
  EXPECT_EQ(textAt(view, "/metrics/arr"), "0.00");
}

// RE-5.2
TEST(Metrics, PeriodsLongerThanAYear) {
  EXPECT_EQ(metrics("100", R"({"frequency":"per_three_years"})"), "2.78 33.33 100.00 33.33");
  EXPECT_EQ(metrics("100", R"({"frequency":"per_two_years","payments":4})"),
            "4.17 50.00 400.00 50.00");
}

// RE-5.2
TEST(Metrics, AFixedTermLongerThanAYear) {
  EXPECT_EQ(metrics("10.11", R"({"frequency":"monthly","payments":24})"),
            "10.11 121.32 242.64 121.32");
}

// RE-5.5, RE-3.5
TEST(Metrics, APhaseRampTakesMrrOfTheFirstAndSumsTheRest) {
  EXPECT_EQ(metrics("10", R"({"frequency":"monthly","phases":[
                {"payments":6,"unitPrice":"5"},{"payments":12}]})"),
            "5.00 90.00 150.00 90.00");
  EXPECT_EQ(metrics("10", R"({"frequency":"monthly","phases":[
                {"payments":3,"unitPrice":"5"},{}]})"),
            "5.00 105.00 105.00 105.00");
}

TEST(Metrics, TheBaseIsWithoutInclusiveTaxes) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"12","taxRateIds":["t"],"billing":{"frequency":"monthly"}})"},
               R"("taxRates":[{"id":"t","name":"T","percent":"20","inclusive":true}])");
  EXPECT_EQ(textAt(view, "/lines/0/mrr"), "10.00");
}

// RE-5.6, PR-8.11, RE-5.7
TEST(Metrics, MarginsTakeTheCostOffAndAMissingCostIsSaid) {
  const json::Value view = pricedOf({R"({"unitPrice":"11.9","discount":{"percent":"15"},"cost":"4",
                    "billing":{"frequency":"monthly","payments":12}})",
                                     R"({"unitPrice":"5"})"},
                                    R"("policy":{"minimumMarginPercent":"61"})");
  EXPECT_EQ(textAt(view, "/lines/0/margin"), "6.11");
  EXPECT_EQ(textAt(view, "/lines/0/marginPercent"), "60.44");
  EXPECT_EQ(textAt(view, "/metrics/margin/mrr"), "6.11");
  EXPECT_EQ(textAt(view, "/metrics/margin/arr"), "73.32");
  EXPECT_EQ(textAt(view, "/lines/1/costMissing"), "true");
  EXPECT_EQ(testing::issueCodes(view), std::vector<std::string>{"margin-below-minimum"});
}

// PR-8.11: exactly the minimum is not below it, of a credit line neither.
TEST(Metrics, AMarginAtItsMinimumIsNotBelowIt) {
  const auto low = [](const std::string& price, const std::string& cost) {
    return !testing::issueCodes(
                pricedOf({R"({"unitPrice":")" + price + R"(","cost":")" + cost + "\"}"},
                         R"("policy":{"minimumMarginPercent":"60","allowNegativePrices":true})"))
                .empty();
  };
  EXPECT_FALSE(low("10", "4"));
  EXPECT_FALSE(low("10", "3.99"));
  EXPECT_TRUE(low("10", "4.01"));
  EXPECT_FALSE(low("-10", "-4"));
  EXPECT_FALSE(low("-10", "-3.99"));
  EXPECT_TRUE(low("-10", "-4.01"));
  EXPECT_FALSE(low("0", "4"));
}

// RE-5.6: the cost of a phase is that of its quantity.
TEST(Metrics, TheMarginOfARampTakesTheCostOfEachPhaseOff) {
  const json::Value view =
      testing::pricedOf({R"({"unitPrice":"10","cost":"4","billing":{"frequency":"monthly",
           "phases":[{"payments":3},{"payments":9,"unitPrice":"20","quantity":"2"}]}})"});
  EXPECT_EQ(testing::textAt(view, "/lines/0/tcv"), "390.00");
  EXPECT_EQ(testing::textAt(view, "/metrics/margin/mrr"), "6.00");
  EXPECT_EQ(testing::textAt(view, "/metrics/margin/tcv"), "306.00");
}

}  // namespace
}  // namespace crossfoot
