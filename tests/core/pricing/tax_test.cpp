#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "codec/read_head.h"
#include "core/support/priced.h"
#include "core/support/random_state.h"
#include "num/money.h"
#include "num/rational.h"

// Line taxes: PR-3, every printed figure.

namespace crossfoot {
namespace {

using testing::issueCodes;
using testing::pricedOf;
using testing::textAt;
using Texts = std::vector<std::string>;

std::string rates(const std::string& list) { return "\"taxRates\":[" + list + "]"; }

std::string rate(const std::string& percent, const std::string& more = "") {
  return R"({"id":"t","name":"Tax","percent":")" + percent + "\"" + more + "}";
}

std::string taxed(const std::string& price, const std::string& quantity = "1") {
  return R"({"unitPrice":")" + price + R"(","quantity":")" + quantity + R"(","taxRateIds":["t"]})";
}

// The taxes of each line.
Texts taxes(const json::Value& view, const std::string& member = "tax") {
  Texts result;
  for (size_t i = 0; i < testing::valueAt(view, "/lines").items.size(); ++i) {
    result.push_back(textAt(view, "/lines/" + std::to_string(i) + "/" + member));
  }
  return result;
}

// PR-3.3
TEST(LineTax, InclusiveTaxIsTakenOutOfThePrice) {
  const std::string inclusive = R"(,"inclusive":true)";
  json::Value view = pricedOf({taxed("124.40")}, rates(rate("8", inclusive)));
  EXPECT_EQ(textAt(view, "/lines/0/taxIncluded"), "9.21");
  EXPECT_EQ(textAt(view, "/lines/0/taxes/0/base"), "115.19");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "124.40");
  view = pricedOf({taxed("52.50")}, rates(rate("12", inclusive)));
  EXPECT_EQ(textAt(view, "/lines/0/taxIncluded"), "5.63");
  EXPECT_EQ(textAt(view, "/lines/0/taxes/0/base"), "46.87");
}

// 17.3553… and 17.3333… cents of one rate, taken out of prices with and without another tax in
// them, are 34.69 together: 35, though each alone is 17.
TEST(LineTax, DocumentRoundingAddsUpRestsOfDifferentDivisors) {
  const json::Value view = pricedOf({R"({"unitPrice":"1.00","taxRateIds":["a"]})",
                                     R"({"unitPrice":"1.04","taxRateIds":["a","b"]})"},
                                    R"("policy":{"taxRounding":"document"},"taxRates":[
          {"id":"a","name":"A","percent":"21","inclusive":true},
          {"id":"b","name":"B","percent":"5","inclusive":true}])");
  EXPECT_EQ(textAt(view, "/summary/lineTaxes/0/amount"), "0.35");
}

// PR-3.4, PR-3.1
TEST(LineTax, ExclusiveTaxIsPutOnTopWithEveryDigitOfTheRate) {
  EXPECT_EQ(textAt(pricedOf({taxed("9.10")}, rates(rate("8.875"))), "/lines/0/tax"), "0.81");
  EXPECT_EQ(textAt(pricedOf({taxed("1000")}, rates(rate("8.875"))), "/lines/0/tax"), "88.75");
}

// PR-3.8, PR-8.2
TEST(LineTax, DocumentRoundingSharesTheRoundedSum) {
  const Texts lines = {taxed("598.89"), taxed("329.84"), taxed("-59.89"), taxed("-32.98")};
  const std::string policy = R"("policy":{"allowNegativePrices":true,"taxRounding":")";
  const json::Value byLine = pricedOf(lines, policy + "line\"}," + rates(rate("8.5")));
  EXPECT_EQ(textAt(byLine, "/summary/lineTax"), "71.06");
  const json::Value byDocument = pricedOf(lines, policy + "document\"}," + rates(rate("8.5")));
  EXPECT_EQ(textAt(byDocument, "/summary/lineTax"), "71.05");
  EXPECT_EQ(taxes(byDocument), (Texts{"50.90", "28.04", "-5.09", "-2.80"}));
}

// PR-3.8
TEST(LineTax, DocumentRoundingOfInclusiveTaxes) {
  const std::string inclusive = rates(rate("10", R"(,"inclusive":true)"));
  const std::string yen = R"("currency":"JPY",)" + inclusive;
  EXPECT_EQ(textAt(pricedOf({taxed("13582"), taxed("13582")}, yen), "/summary/lineTaxIncluded"),
            "2470");
  const json::Value view =
      pricedOf({taxed("13582"), taxed("13582")}, yen + R"(,"policy":{"taxRounding":"document"})");
  EXPECT_EQ(textAt(view, "/summary/lineTaxIncluded"), "2469");
  EXPECT_EQ(taxes(view, "taxIncluded"), (Texts{"1235", "1234"}));
  const Texts two = {taxed("11.90"), taxed("2.80")};
  const std::string dutch = rates(rate("21", R"(,"inclusive":true)"));
  EXPECT_EQ(textAt(pricedOf(two, dutch), "/summary/lineTaxIncluded"), "2.56");
  EXPECT_EQ(textAt(pricedOf(two, dutch + R"(,"policy":{"taxRounding":"document"})"),
                   "/summary/lineTaxIncluded"),
            "2.55");
}

// PR-3.8
TEST(LineTax, TwoLinesAndOneLineOfTwo) {
  const auto total = [](const Texts& lines, const std::string& rounding) {
    return textAt(
        pricedOf(lines, R"("policy":{"taxRounding":")" + rounding + "\"}," + rates(rate("21"))),
        "/summary/lineTax");
  };
  EXPECT_EQ(total({taxed("10.70"), taxed("10.70")}, "line"), "4.50");
  EXPECT_EQ(total({taxed("10.70", "2")}, "line"), "4.49");
  EXPECT_EQ(total({taxed("10.70"), taxed("10.70")}, "document"), "4.49");
  EXPECT_EQ(total({taxed("10.70", "2")}, "document"), "4.49");
}

// PR-8.4
TEST(LineTax, TwoDecimalsOfAPercentLookAtTheThirdOnly) {
  const auto rounded = [](int64_t micros) { return codec::hubspotDecimals({micros}).micros; };
  EXPECT_EQ(rounded(9'995'000), 9'990'000);
  EXPECT_EQ(rounded(9'996'000), 10'000'000);
  EXPECT_EQ(rounded(9'995'900), 9'990'000);
  EXPECT_EQ(rounded(-9'996'000), -10'000'000);
  EXPECT_EQ(rounded(8'875'000), 8'870'000);
  const std::string policy = R"("policy":{"taxRateDecimals":2},)";
  EXPECT_EQ(textAt(pricedOf({taxed("1000")}, policy + rates(rate("8.875"))), "/lines/0/tax"),
            "88.70");
}

// PR-3.5
TEST(LineTax, ACompoundRateStandsOnTheTaxesBeforeIt) {
  const std::string two = rates(R"({"id":"a","name":"A","percent":"5"},
                                   {"id":"b","name":"B","percent":"10","compound":true})");
  const json::Value view = pricedOf({R"({"unitPrice":"100","taxRateIds":["a","b"]})",
                                     R"({"unitPrice":"100","taxRateIds":["b","a"]})"},
                                    two);
  EXPECT_EQ(taxes(view), (Texts{"15.50", "15.00"}));
}

// PR-3.6
TEST(LineTax, ATaxPerUnitIsNotReducedByDiscounts) {
  const std::string perUnit = rates(R"({"id":"t","name":"T","amountPerUnit":"0.105"})");
  const json::Value view = pricedOf(
      {R"({"unitPrice":"10","quantity":"3","discount":{"percent":"100"},"taxRateIds":["t"]})"},
      perUnit);
  EXPECT_EQ(textAt(view, "/lines/0/tax"), "0.32");
  EXPECT_EQ(textAt(view, "/lines/0/taxes/0/base"), "null");
}

// PR-3.6, PR-1.6: a product wider than any amount, also of either sign, is no amount.
TEST(LineTax, ATaxPerUnitBeyondAllBoundsCountsNothing) {
  for (const char* amount : {"1e22", "-1e22"}) {
    const std::string wide =
        rates(R"({"id":"t","name":"T","amountPerUnit":")" + std::string(amount) + "\"}");
    const json::Value view = pricedOf({taxed("1", "999999999"), taxed("1", "0")}, wide);
    EXPECT_EQ(issueCodes(view), Texts{"amount-overflow"}) << amount;
    EXPECT_EQ(textAt(view, "/issues/0/path"), "/lines/0") << amount;
    EXPECT_EQ(taxes(view), (Texts{"0.00", "0.00"})) << amount;
  }
}

// PR-3.7
TEST(LineTax, AWithholdingIsANegativeTax) {
  EXPECT_EQ(textAt(pricedOf({taxed("100")}, rates(rate("-15"))), "/summary/dueNow"), "85.00");
}

// PR-3.3, PR-8.5
TEST(LineTax, TheRatesOwnWordWinsOverThePolicy) {
  const std::string policy = R"("policy":{"pricesIncludeTax":true},)";
  EXPECT_EQ(textAt(pricedOf({taxed("108")}, policy + rates(rate("8"))), "/lines/0/taxIncluded"),
            "8.00");
  EXPECT_EQ(textAt(pricedOf({taxed("100")}, policy + rates(rate("8", R"(,"inclusive":false)"))),
                   "/lines/0/tax"),
            "8.00");
  EXPECT_EQ(textAt(pricedOf({taxed("100")}, policy + rates(rate("8", R"(,"compound":true)"))),
                   "/lines/0/tax"),
            "8.00");
}

// PR-3.2, PR-8.3
TEST(LineTax, TheBaseIsAfterOrBeforeTheOrderDiscount) {
  const std::string discount =
      R"("adjustments":[{"id":"d","type":"discount","name":"D","percent":"10"}],)";
  const std::string before = R"("policy":{"taxBase":"beforeDiscounts"},)";
  EXPECT_EQ(textAt(pricedOf({taxed("100")}, discount + rates(rate("10"))), "/lines/0/tax"), "9.00");
  EXPECT_EQ(textAt(pricedOf({taxed("100")}, before + discount + rates(rate("10"))), "/lines/0/tax"),
            "10.00");
}

// PR-3.1
TEST(LineTax, ARateWithAnErrorGivesNothingAndTheLineStillPrices) {
  const json::Value view =
      pricedOf({taxed("100"), R"({"unitPrice":"1","taxRateIds":["gone"]})"}, rates(rate("1001")));
  EXPECT_EQ(issueCodes(view), (Texts{"out-of-range", "unknown-tax-rate", "unknown-tax-rate"}));
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "101.00");
}

// PR-3.8: one after another, as fractions: the exact tax of every line, their sum rounded, and the
// missing units one each to the largest rests, the earliest line first.
TEST(LineTax, DocumentRoundingGivesWhatFractionsGive) {
  testing::Random random(21);
  const std::vector<int64_t> percents = {21, 5, 7};
  for (int round = 0; round < 300; ++round) {
    const size_t count = 1 + random.below(8);
    Texts lines;
    std::vector<Rational> exact(count);
    for (size_t i = 0; i < count; ++i) {
      const auto minor = static_cast<int64_t>(1 + random.below(999));
      int64_t inside = 100 + percents[0];
      std::string ids = R"("r0")";
      for (size_t rate = 1; rate < percents.size(); ++rate) {
        if (!random.chance(50)) continue;
        inside += percents[rate];
        ids += ",\"r" + std::to_string(rate) + "\"";
      }
      exact[i] = Rational(Int128{minor * percents[0]}, Int128{inside});
      lines.push_back(R"({"unitPrice":")" + formatMoney({minor}, 2) + R"(","taxRateIds":[)" + ids +
                      "]}");
    }
    Rational sum;
    Int128 floors = 0;
    std::vector<Int128> taxes(count);
    for (size_t i = 0; i < count; ++i) {
      sum = sum + exact[i];
      BigInteger floor;
      BigInteger rest;
      BigInteger::divide(exact[i].numerator(), exact[i].denominator(), floor, rest);
      floor.toInt128(taxes[i]);
      floors += taxes[i];
    }
    Int128 total = 0;
    sum.rounded().toInt128(total);
    std::vector<size_t> ranked(count);
    std::iota(ranked.begin(), ranked.end(), size_t{0});
    std::stable_sort(ranked.begin(), ranked.end(), [&](size_t a, size_t b) {
      return Rational::compare(exact[a] - Rational(taxes[a]), exact[b] - Rational(taxes[b])) > 0;
    });
    for (size_t i = 0; i < static_cast<size_t>(total - floors); ++i) taxes[ranked[i]] += 1;
    const json::Value view =
        pricedOf(lines, R"("policy":{"taxRounding":"document"},)" +
                            rates(R"({"id":"r0","name":"A","percent":"21","inclusive":true},
                                     {"id":"r1","name":"B","percent":"5","inclusive":true},
                                     {"id":"r2","name":"C","percent":"7","inclusive":true})"));
    EXPECT_EQ(textAt(view, "/summary/lineTaxes/0/amount"), formatMoney({total}, 2));
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(textAt(view, "/lines/" + std::to_string(i) + "/taxes/0/amount"),
                formatMoney({taxes[i]}, 2));
    }
  }
}

// PR-3.3: nothing of the line before it is left in a rate of 0 %.
TEST(LineTax, AnInclusiveRateOfNothingIsNothing) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"99","charges":[{"total":"1"}],"taxRateIds":["t"]})",
                R"({"unitPrice":"50","taxRateIds":["z"]})"},
               R"("taxRates":[{"id":"t","name":"T","percent":"25"},
                              {"id":"z","name":"Z","percent":"0","inclusive":true}])");
  EXPECT_EQ(textAt(view, "/lines/1/tax"), "0.00");
  EXPECT_EQ(textAt(view, "/lines/1/taxes/0/amount"), "0.00");
  EXPECT_EQ(textAt(view, "/summary/lineTax"), "25.00");
}

}  // namespace
}  // namespace crossfoot
