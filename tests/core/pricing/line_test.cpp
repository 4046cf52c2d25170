#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"

// One line: PR-2 and PR-6, every printed figure.

namespace crossfoot {
namespace {

using testing::issueCodes;
using testing::pricedOf;
using testing::textAt;
using Texts = std::vector<std::string>;

// "list discount net" of a single line.
std::string line(const std::string& text, const std::string& members = "") {
  const json::Value view = pricedOf({text}, members);
  return textAt(view, "/lines/0/list") + " " + textAt(view, "/lines/0/discount") + " " +
         textAt(view, "/lines/0/net");
}

std::string net(const std::string& text, const std::string& members = "") {
  return textAt(pricedOf({text}, members), "/lines/0/net");
}

// PR-2.1, PR-2.2
TEST(LinePrice, APercentIsTakenOfTheRoundedExtendedTotal) {
  EXPECT_EQ(line(R"({"unitPrice":"11.90","discount":{"percent":"15"}})"), "11.90 1.79 10.11");
  EXPECT_EQ(line(R"({"unitPrice":"234.56","quantity":"10","discount":{"percent":"20"}})"),
            "2345.60 469.12 1876.48");
  EXPECT_EQ(line(R"({"unitPrice":"0.333","quantity":"3","discount":{"percent":"50"}})"),
            "1.00 0.50 0.50");
}

// PR-8.1
TEST(LinePrice, TheNetPolicyRoundsTheNetInstead) {
  const std::string policy = R"("policy":{"discountRounding":"net"})";
  EXPECT_EQ(line(R"({"unitPrice":"11.90","discount":{"percent":"15"}})", policy),
            "11.90 1.78 10.12");
}

// PR-2.4
TEST(LinePrice, AWholeDiscountLeavesExactlyNothing) {
  EXPECT_EQ(line(R"({"unitPrice":"11.90","discount":{"percent":"100"}})"), "11.90 11.90 0.00");
}

// PR-2.2
TEST(LinePrice, AmountsArePerUnitAndTotalsForTheLine) {
  EXPECT_EQ(line(R"({"unitPrice":"10","quantity":"3","discount":{"amount":"1.005"}})"),
            "30.00 3.02 26.98");
  EXPECT_EQ(line(R"({"unitPrice":"10","quantity":"3","discount":{"total":"1.005"}})"),
            "30.00 1.01 28.99");
}

// PR-2.2, PR-2.3
TEST(LinePrice, SeveralDiscountsAreRoundedAloneAndChargesAreAdded) {
  EXPECT_EQ(line(R"({"unitPrice":"10.01","discounts":[{"percent":"50"},{"percent":"25"}],
                     "charges":[{"percent":"10"}]})"),
            "10.01 7.51 3.50");
  EXPECT_EQ(
      textAt(pricedOf({R"({"unitPrice":"10","charges":[{"total":"2"}]})"}), "/lines/0/charges"),
      "2.00");
}

// PR-2.4
TEST(LinePrice, ADiscountIsCappedAtThePriceWithAWarning) {
  const json::Value view = pricedOf({R"({"unitPrice":"10","discount":{"total":"12"}})"});
  EXPECT_EQ(textAt(view, "/lines/0/discount"), "10.00");
  EXPECT_EQ(textAt(view, "/lines/0/net"), "0.00");
  EXPECT_EQ(issueCodes(view), Texts{"discount-exceeds-price"});
}

// PR-2.5
TEST(LinePrice, OnACreditLineAPercentShrinksTheCredit) {
  const std::string policy = R"("policy":{"allowNegativePrices":true})";
  EXPECT_EQ(line(R"({"unitPrice":"-10","discount":{"percent":"10"}})", policy),
            "-10.00 -1.00 -9.00");
  EXPECT_EQ(line(R"({"unitPrice":"-10","discount":{"total":"3"}})", policy), "-10.00 -3.00 -7.00");
  EXPECT_EQ(issueCodes(pricedOf({R"({"unitPrice":"-10"})"})), Texts{"negative-not-allowed"});
}

// PR-2.6
TEST(LinePrice, EffectiveUnitPriceHasSixDecimalsCutToTheCurrencys) {
  EXPECT_EQ(textAt(pricedOf({R"({"unitPrice":"10","quantity":"3","discount":{"total":"1"}})"}),
                   "/lines/0/effectiveUnitPrice"),
            "9.666667");
  EXPECT_EQ(textAt(pricedOf({R"({"unitPrice":"10"})"}), "/lines/0/effectiveUnitPrice"), "10.00");
  EXPECT_EQ(
      textAt(pricedOf({R"({"unitPrice":"10","quantity":"0"})"}), "/lines/0/effectiveUnitPrice"),
      "null");
}

// PR-1.8
TEST(LinePrice, HalvesGoAwayFromZeroInEveryMinorUnit) {
  EXPECT_EQ(net(R"({"unitPrice":"0.005"})"), "0.01");
  EXPECT_EQ(net(R"({"unitPrice":"0.5"})", R"("currency":"JPY")"), "1");
  EXPECT_EQ(net(R"({"unitPrice":"0.0005"})", R"("currency":"KWD")"), "0.001");
  EXPECT_EQ(net(R"({"unitPrice":"0.00005"})", R"("currency":"CLF")"), "0.0001");
  EXPECT_EQ(net(R"({"unitPrice":"-0.005"})", R"("policy":{"allowNegativePrices":true})"), "-0.01");
  EXPECT_EQ(net(R"({"unitPrice":"-0.004"})", R"("policy":{"allowNegativePrices":true})"), "0.00");
}

// PR-1.5
TEST(LinePrice, IntermediatesMayBeWiderThan128Bits) {
  EXPECT_EQ(net(R"({"unitPrice":"0.999999999999","quantity":"999999999.999999",
                    "discount":{"percent":"99.999999"}})"),
            "10.00");
  EXPECT_EQ(net(R"({"unitPrice":"999999.123456789012","quantity":"1000.000001"})"), "999999124.46");
}

// PR-1.6, PR-2.7
TEST(LinePrice, AnAmountThatOverflowsIsAnErrorAndNeverAWrongNumber) {
  const json::Value view =
      pricedOf({R"({"unitPrice":"999999999999","quantity":"999999999"})", R"({"unitPrice":"1"})"});
  EXPECT_EQ(issueCodes(view), Texts{"amount-overflow"});
  EXPECT_EQ(textAt(view, "/lines/0/net"), "0.00");
  EXPECT_EQ(textAt(view, "/lines/0/priced"), "false");
  EXPECT_EQ(textAt(view, "/summary/total"), "1.00");
}

// PR-1.6
TEST(LinePrice, ASumThatOverflowsIsNull) {
  const std::string big = R"({"unitPrice":"999999999999","quantity":"999"})";
  const json::Value view = pricedOf({big, big});
  EXPECT_EQ(textAt(view, "/lines/0/net"), "998999999999001.00");
  EXPECT_EQ(textAt(view, "/summary/subtotal"), "null");
  EXPECT_EQ(textAt(view, "/summary/dueNow"), "null");
  EXPECT_EQ(textAt(view, "/summary/total"), "null");
}

std::string modelNet(const std::string& pricing, const std::string& quantity) {
  return net(R"({"quantity":")" + quantity + R"(","pricing":)" + pricing + "}");
}

constexpr const char* kVolume =
    R"({"model":"volume","tiers":[{"upTo":"999","unitPrice":"0.10"},
        {"upTo":"4999","unitPrice":"0.08"},{"upTo":null,"unitPrice":"0.06"}]})";

std::string usage(const std::string& model) {
  return R"({"model":")" + model + R"(","tiers":[{"upTo":"1000","unitPrice":"0.10"},
             {"upTo":"10000","unitPrice":"0.05"},{"upTo":null,"unitPrice":"0.01"}]})";
}

// PR-6.4
TEST(PricingModel, VolumePricesAllUnitsByTheTierReached) {
  EXPECT_EQ(modelNet(kVolume, "6000"), "360.00");
  EXPECT_EQ(modelNet(kVolume, "999"), "99.90");
  EXPECT_EQ(modelNet(kVolume, "999.000001"), "79.92");
  EXPECT_EQ(modelNet(usage("volume"), "15000"), "150.00");
}

// PR-6.5, PR-6.3
TEST(PricingModel, GraduatedPricesTheUnitsOfEachTier) {
  EXPECT_EQ(modelNet(usage("graduated"), "15000"), "600.00");
  EXPECT_EQ(modelNet(usage("graduated"), "1000"), "100.00");
  EXPECT_EQ(modelNet(usage("graduated"), "1000.5"), "100.03");
  EXPECT_EQ(modelNet(R"({"model":"graduated","tiers":[{"upTo":"10","unitPrice":"1","flatFee":"5"},
                         {"upTo":null,"unitPrice":"2","flatFee":"7"}]})",
                     "11"),
            "24.00");
}

// PR-6.6
TEST(PricingModel, StairstepIsTheFeeOfTheTierReached) {
  const std::string stairs =
      R"({"model":"stairstep","tiers":[{"upTo":"100","flatFee":"50"},
          {"upTo":"200","unitPrice":"80"},{"upTo":null,"flatFee":"120"}]})";
  EXPECT_EQ(modelNet(stairs, "100"), "50.00");
  EXPECT_EQ(modelNet(stairs, "100.5"), "80.00");
  EXPECT_EQ(modelNet(stairs, "201"), "120.00");
}

// PR-6.2
TEST(PricingModel, PackagesAreWhole) {
  EXPECT_EQ(modelNet(R"({"model":"package","size":"1000","price":"1.00"})", "4500"), "5.00");
  EXPECT_EQ(modelNet(R"({"model":"package","size":"1000","price":"1.00"})", "4000"), "4.00");
  EXPECT_EQ(
      modelNet(R"({"model":"package","size":"1000","price":"1.00","freeUnits":"3500"})", "4500"),
      "1.00");
  EXPECT_EQ(
      modelNet(R"({"model":"package","size":"1000","price":"1.00","freeUnits":"5000"})", "4500"),
      "0.00");
}

// PR-6.1
TEST(PricingModel, AQuantityOfNothingCostsNothingInEveryModel) {
  EXPECT_EQ(modelNet(kVolume, "0"), "0.00");
  EXPECT_EQ(modelNet(R"({"model":"stairstep","tiers":[{"upTo":null,"flatFee":"5"}]})", "0"),
            "0.00");
  EXPECT_EQ(
      modelNet(R"({"model":"graduated","tiers":[{"upTo":null,"unitPrice":"1","flatFee":"5"}]})",
               "0"),
      "0.00");
  EXPECT_EQ(modelNet(R"({"model":"package","size":"1","price":"1"})", "0"), "0.00");
}

// PR-1.6: 999 999 999 999 × 340 282 366.921279 at 18 decimals is 2^128 and next to nothing more.
// What 128 bits would leave of it is a price like any other.
TEST(LinePrice, AProductThatRunsOnceAround128BitsOverflows) {
  const auto codes = [](const std::string& model, const std::string& quantity) {
    return issueCodes(pricedOf({R"({"quantity":")" + quantity + R"(","pricing":)" + model + "}"}));
  };
  const Texts overflow = {"amount-overflow"};
  const std::string most = R"("unitPrice":"999999999999")";
  EXPECT_EQ(codes(R"({"model":"volume","tiers":[{"upTo":null,)" + most + R"(,"flatFee":"1"}]})",
                  "340282366.921279"),
            overflow);
  EXPECT_EQ(codes(R"({"model":"graduated","tiers":[{"upTo":"1","unitPrice":"1"},{"upTo":null,)" +
                      most + R"(,"flatFee":"1"}]})",
                  "340282367.921279"),
            overflow);
  EXPECT_EQ(codes(R"({"model":"graduated","tiers":[{"upTo":"340282366.921279",)" + most +
                      R"(},{"upTo":null,"unitPrice":"1"}]})",
                  "340282367.921279"),
            overflow);
  EXPECT_EQ(codes(R"({"model":"package","size":"1","price":"999999999999"})", "340282367"),
            overflow);
}

// PR-2.4, PR-8.1, PR-2.5: a discount of exactly the price is not above it, of a credit line
// neither.
TEST(LinePrice, OnlyADiscountAboveThePriceIsCappedUnderEitherPolicyAndOfEitherSign) {
  for (const std::string policy : {"discount", "net"}) {
    const auto view = [&policy](const std::string& price, const std::string& total) {
      return pricedOf(
          {R"({"unitPrice":")" + price + R"(","discount":{"total":")" + total + R"("}})"},
          R"("policy":{"allowNegativePrices":true,"discountRounding":")" + policy + R"("})");
    };
    for (const std::string sign : {"", "-"}) {
      EXPECT_EQ(issueCodes(view(sign + "10", "10")), Texts{}) << policy;
      EXPECT_EQ(textAt(view(sign + "10", "10"), "/lines/0/net"), "0.00") << policy;
      EXPECT_EQ(issueCodes(view(sign + "10", "10.01")), Texts{"discount-exceeds-price"}) << policy;
      EXPECT_EQ(textAt(view(sign + "10", "10.01"), "/lines/0/discount"), sign + "10.00") << policy;
      EXPECT_EQ(textAt(view(sign + "10", "10.01"), "/lines/0/net"), "0.00") << policy;
      EXPECT_EQ(issueCodes(view(sign + "10", "9.99")), Texts{}) << policy;
      EXPECT_EQ(textAt(view(sign + "10", "9.99"), "/lines/0/net"), sign + "0.01") << policy;
    }
  }
}

// PR-1.6: each amount a line prints for itself, where the others stay below the limit.
TEST(LinePrice, EveryAmountOfALineHasTheLimitToItself) {
  const Texts overflow = {"amount-overflow"};
  const auto codes = [](const std::string& price, const std::string& cost) {
    return issueCodes(
        pricedOf({R"({"quantity":"1001","unitPrice":")" + price + R"(","cost":")" + cost + "\"}"},
                 R"("policy":{"allowNegativePrices":true})"));
  };
  // The cost alone is too large, then the margin alone, then neither though their sum would be.
  EXPECT_EQ(codes("600000000000", "999999999999"), overflow);
  EXPECT_EQ(codes("-600000000000", "600000000000"), overflow);
  EXPECT_EQ(codes("600000000000", "600000000000"), Texts{});
}

// PR-1.6: 5 200 weekly costs of 2 000 000 000 000.00 each, on a line that sells for little.
TEST(LinePrice, AMarginOfAllPaymentsThatOverflowsIsAnErrorOfTheLine) {
  const auto codes = [](const std::string& cost) {
    return issueCodes(pricedOf({R"({"quantity":"1000000","unitPrice":"0.000001","cost":")" + cost +
                                R"(","billing":{"frequency":"weekly","payments":5200}})"},
                               R"("policy":{"allowNegativePrices":true})"));
  };
  for (const std::string sign : {"", "-"}) {
    EXPECT_EQ(codes(sign + "2000000"), Texts{"amount-overflow"}) << sign;
    EXPECT_EQ(codes(sign + "100000"), Texts{}) << sign;
  }
}

// PR-2.4, PR-1.6: a ramp has the faults of all of its phases.
TEST(LinePrice, ALaterPhaseIsCheckedLikeTheFirst) {
  const auto codes = [](const std::string& phases) {
    return issueCodes(pricedOf({R"({"unitPrice":"10","quantity":"2000","billing":{
        "frequency":"monthly","phases":[)" +
                                phases + "]}}"}));
  };
  EXPECT_EQ(codes(R"({"payments":1},{"payments":1,"unitPrice":"5"})"), Texts{});
  EXPECT_EQ(codes(R"({"payments":1},{"payments":1,"discount":{"amount":"11"}})"),
            Texts{"discount-exceeds-price"});
  EXPECT_EQ(codes(R"({"payments":1},{"payments":1,"unitPrice":"999999999999"})"),
            Texts{"amount-overflow"});
}

// PR-6.5, PR-6.2: the fee of a tier falls due with the first unit in it.
TEST(PricingModel, AQuantityThatEndsATierOwesNothingOfTheNext) {
  const auto priced = [](const std::string& quantity, const std::string& model) {
    return net(R"({"quantity":")" + quantity + R"(","pricing":)" + model + "}");
  };
  const std::string graduated = R"({"model":"graduated","tiers":[
      {"upTo":"10","unitPrice":"2"},{"upTo":null,"unitPrice":"1","flatFee":"50"}]})";
  EXPECT_EQ(priced("10", graduated), "20.00");
  EXPECT_EQ(priced("11", graduated), "71.00");
  const std::string package = R"({"model":"package","size":"5","freeUnits":"10","price":"7"})";
  EXPECT_EQ(priced("10", package), "0.00");
  EXPECT_EQ(priced("10.000001", package), "7.00");
}

// PR-1.6: parts of a price that are wider than 128 bits may cancel each other.
TEST(PricingModel, TiersThatAreWiderThanTheirSumAddUpExactly) {
  EXPECT_EQ(textAt(pricedOf({R"({"quantity":"800000000","pricing":{"model":"graduated","tiers":[
                       {"upTo":"400000000","unitPrice":"999999999999"},
                       {"upTo":null,"unitPrice":"-999999999999","flatFee":"5"}]}})"},
                            R"("policy":{"allowNegativePrices":true})"),
                   "/lines/0/net"),
            "5.00");
}

// PR-1.6: what wraps around to a small number in 128 bits is no small number.
TEST(LinePrice, AnAmountPerUnitThatRunsOnceAround128BitsIsStillTheLargest) {
  // 2^92 millionths × 2^36 millionths.
  const std::string amount = "4951760157141521099596.496896";
  const std::string quantity = R"("quantity":"68719.476736")";
  const json::Value discounted =
      pricedOf({"{" + quantity + R"(,"unitPrice":"1","discount":{"amount":")" + amount + R"("}})"});
  EXPECT_EQ(issueCodes(discounted), Texts{"discount-exceeds-price"});
  EXPECT_EQ(textAt(discounted, "/lines/0/net"), "0.00");
  const json::Value taxed =
      pricedOf({"{" + quantity + R"(,"unitPrice":"1","taxRateIds":["t"]})"},
               R"("taxRates":[{"id":"t","name":"T","amountPerUnit":")" + amount + R"("}])");
  EXPECT_EQ(issueCodes(taxed), Texts{"amount-overflow"});
}

// PR-1.6, each as the only amount that reaches the limit.
TEST(LinePrice, NoAmountHidesBehindTheOthers) {
  const Texts overflow = {"amount-overflow"};
  const auto codes = [](const std::string& line, const std::string& rates = "") {
    return issueCodes(pricedOf(
        {"{" + line + "}"}, R"("policy":{"allowNegativePrices":true},"taxRates":[)" + rates + "]"));
  };
  const auto rate = [](const std::string& id, const std::string& percent,
                       const std::string& more = "") {
    return R"({"id":")" + id + R"(","name":"T","percent":")" + percent + "\"" + more + "}";
  };
  const std::string large = R"("unitPrice":"600000000000","quantity":"1000")";
  const std::string two = R"(,"taxRateIds":["a","b"])";
  // The list before its discount; the net with its charge; the cost of a line that sells for
  // little.
  EXPECT_EQ(codes(R"("unitPrice":"999999999999","quantity":"2000","discount":{"percent":"100"})"),
            overflow);
  EXPECT_EQ(codes(large + R"(,"charges":[{"total":"600000000000000"}])"), overflow);
  EXPECT_EQ(codes(R"("unitPrice":"1","quantity":"1001","cost":"999999999999")"), overflow);
  EXPECT_EQ(textAt(pricedOf({R"({"unitPrice":"1","quantity":"1001","cost":"999999999999"})"}),
                   "/summary/subtotal"),
            "0.00");
  // The net with the tax on top; the tax of two rates below nothing; each of two that cancel.
  EXPECT_EQ(codes(large + R"(,"taxRateIds":["a"])", rate("a", "100")), overflow);
  EXPECT_EQ(codes(large + two, rate("a", "-100") + "," + rate("b", "-100")), overflow);
  EXPECT_EQ(codes(large + R"(,"taxRateIds":["a","b","c"])",
                  rate("a", "200") + "," + rate("b", "-100") + "," + rate("c", "-100")),
            overflow);
  // Payments of a net without tax or cost.
  const std::string weekly = R"("billing":{"frequency":"weekly",)";
  EXPECT_EQ(codes(R"("unitPrice":"500000000000",)" + weekly + R"("payments":5200})"), overflow);
  // The MRR of a first payment that the second takes back.
  EXPECT_EQ(codes(R"("quantity":"900","unitPrice":"999999999999",)" + weekly +
                  R"("phases":[{"payments":1},{"payments":1,"unitPrice":"-999999999999"}]})"),
            overflow);
  // The tax of a later phase.
  EXPECT_EQ(codes(R"("quantity":"1000","unitPrice":"1","taxRateIds":["a"],)" + weekly +
                      R"("phases":[{"payments":1},{"payments":1,"unitPrice":"600000000000"}]})",
                  rate("a", "100")),
            overflow);
}

// PR-3.5, PR-1.6: each compound tax is ten times what stands before it, and the last takes all
// back.
TEST(LinePrice, CompoundTaxesThatCancelMayReachTheLimitBetween) {
  std::string rates;
  std::string ids;
  for (int i = 0; i < 8; ++i) {
    const std::string id = "c" + std::to_string(i);
    const std::string percent = i == 7 ? "-100" : "1000";
    rates += (i > 0 ? "," : "") + (R"({"id":")" + id + R"(","name":"C","percent":")" + percent +
                                   R"(","compound":true})");
    ids += (i > 0 ? ",\"" : "\"") + id + "\"";
  }
  const auto codes = [&](const std::string& price) {
    return issueCodes(pricedOf({R"({"unitPrice":")" + price + R"(","taxRateIds":[)" + ids + "]}"},
                               "\"taxRates\":[" + rates + "]"));
  };
  EXPECT_EQ(codes("1"), Texts{});
  EXPECT_EQ(codes("100000000"), Texts{"amount-overflow"});
}

// PR-6.1, RE-2.4: what a line charges and how it is priced holds in every phase.
TEST(LinePrice, APhaseHasTheChargesAndTheModelOfItsLine) {
  const json::Value view = pricedOf(
      {R"({"unitPrice":"10","charges":[{"total":"3"}],"billing":{"frequency":"monthly",
           "phases":[{"payments":1},{"payments":1,"unitPrice":"20"}]}})",
       R"({"quantity":"2","pricing":{"model":"volume","tiers":[{"upTo":"2","unitPrice":"5"},
           {"upTo":null,"unitPrice":"4"}]},"billing":{"frequency":"monthly",
           "phases":[{"payments":1},{"payments":1,"quantity":"10"}]}})"});
  EXPECT_EQ(textAt(view, "/lines/0/phases/1/net"), "23.00");
  EXPECT_EQ(textAt(view, "/lines/1/phases/0/net"), "10.00");
  EXPECT_EQ(textAt(view, "/lines/1/phases/1/net"), "40.00");
}

}  // namespace
}  // namespace crossfoot
