#include <gtest/gtest.h>

#include "codec/read_state.h"
#include "core/view/explain_walk.h"

namespace crossfoot {
namespace {

// Two lines of 600 000 000 000 000.00 each: their sum has no value.
std::string overflowing(const std::string& policy, const std::string& adjustments) {
  return R"({"version":1,"currency":"USD","date":"2026-11-22","policy":{)" + policy +
         R"(},"taxRates":[{"id":"a","name":"A","percent":"19"},
                          {"id":"i","name":"I","percent":"7","inclusive":true},
                          {"id":"u","name":"U","amountPerUnit":"1"}],
            "lines":[{"id":"x","name":"X","unitPrice":"600000000000","quantity":"1000",
                      "taxRateIds":["i","u"]},
                     {"id":"y","name":"Y","unitPrice":"600000000000","quantity":"1000"}],
            "adjustments":[)" +
         adjustments + "]}";
}

// The amount at a place of the view, "null" where it has none.
std::string at(const json::Value& view, std::string_view pointer) {
  std::vector<std::string> segments;
  json::splitPointer(pointer, segments);
  const json::Value* value = &view;
  for (const std::string& segment : segments) {
    if (value->isArray()) {
      const size_t index = std::stoul(segment);
      value = index < value->items.size() ? &value->items[index] : nullptr;
    } else {
      value = value->find(segment);
    }
    if (value == nullptr) return "absent";
  }
  return value->isNull() ? "null" : value->text;
}

TEST(UnknownTaxes, AFeeThatIsAPercentOfAnOverflownSubtotalLeavesNoTaxBehind) {
  const json::Value view =
      testing::PricedDocument(overflowing("", R"({"id":"f","type":"fee","name":"F","percent":"0.01",
                             "taxRateIds":["a","u"]})"))
          .view();
  EXPECT_EQ(at(view, "/summary/subtotal"), "null");
  EXPECT_EQ(at(view, "/summary/adjustments/0/amount"), "null");
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxes/0/amount"), "null");
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxes/1/amount"), "1.00");
  EXPECT_EQ(at(view, "/summary/adjustments/0/tax"), "null");
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxIncluded"), "0.00");
  EXPECT_EQ(at(view, "/summary/lineTax"), "null");
  EXPECT_EQ(at(view, "/summary/lineTaxIncluded"), "39252336448598.13");
  EXPECT_EQ(at(view, "/summary/lineTaxes/2/id"), "u");
  EXPECT_EQ(at(view, "/summary/lineTaxes/2/amount"), "1001.00");
  EXPECT_EQ(at(view, "/issues/0"), "absent");
}

TEST(UnknownTaxes, AnInclusiveTaxOfSuchAFeeLeavesNoSumOfIncludedTaxes) {
  const json::Value view =
      testing::PricedDocument(overflowing("", R"({"id":"f","type":"fee","name":"F","percent":"0.01",
                             "taxRateIds":["i"]})"))
          .view();
  EXPECT_EQ(at(view, "/summary/lineTaxIncluded"), "null");
  EXPECT_EQ(at(view, "/schedule/0/tax"), "null");
}

// A tax per unit is known, what it is a part of is not: for the line and for the rate alike.
TEST(UnknownTaxes, TheBaseOfAnAmountPerUnitFallsWithTheSharesOfTheLine) {
  const json::Value view =
      testing::PricedDocument(
          overflowing("", R"({"id":"d","type":"discount","name":"D","amount":"10"})"))
          .view();
  EXPECT_EQ(at(view, "/lines/0/taxes/1/amount"), "1000.00");
  EXPECT_EQ(at(view, "/lines/0/taxes/1/base"), "null");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/id"), "u");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/amount"), "1000.00");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/base"), "null");
}

// An order discount that cannot be shared leaves a rate alone that only a fixed fee has.
TEST(UnknownTaxes, ARateOfAFixedFeeAloneIsKnown) {
  const json::Value view =
      testing::PricedDocument(
          overflowing("", R"({"id":"d","type":"discount","name":"D","amount":"10"},
                             {"id":"f","type":"fee","name":"F","amount":"100","taxRateIds":["a"]})"))
          .view();
  EXPECT_EQ(at(view, "/summary/lineTaxes/0/id"), "a");
  EXPECT_EQ(at(view, "/summary/lineTaxes/0/amount"), "19.00");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/amount"), "null");
}

// Each sum falls with the subtotal only where one of its own kind is a percent of it.
TEST(UnknownTaxes, FeesAndOneTimeTaxesFallWithTheSubtotalEachForItself) {
  const std::string fee = R"({"id":"f","type":"fee","name":"F",)";
  const std::string tax = R"({"id":"t","type":"tax","name":"T",)";
  const auto view = [](const std::string& adjustments) {
    return testing::PricedDocument(overflowing("", adjustments)).view();
  };
  const json::Value first = view(fee + R"("percent":"1"},)" + tax + R"("amount":"3"})");
  EXPECT_EQ(at(first, "/summary/fees"), "null");
  EXPECT_EQ(at(first, "/summary/taxes"), "3.00");
  const json::Value second = view(fee + R"("amount":"3"},)" + tax + R"("percent":"1"})");
  EXPECT_EQ(at(second, "/summary/fees"), "3.00");
  EXPECT_EQ(at(second, "/summary/taxes"), "null");
}

// A rate that nothing unknown uses keeps its taxes, however they are rounded; and rounding per line
// leaves a line's tax known although a fee of the same rate has none.
TEST(UnknownTaxes, ARateIsUnknownOnlyWhereItsOwnTaxesAre) {
  const std::string fee = R"({"id":"f","type":"fee","name":"F","percent":"1","taxRateIds":["i"]})";
  const auto tax = [](const std::string& policy, const std::string& adjustments) {
    return at(testing::PricedDocument(overflowing(policy, adjustments)).view(),
              "/lines/0/taxes/0/amount");
  };
  const std::string byDocument = R"("taxRounding":"document")";
  EXPECT_EQ(tax(byDocument, ""), "39252336448598.13");
  EXPECT_EQ(tax("", fee), "39252336448598.13");
  EXPECT_EQ(tax(byDocument, fee), "null");
}

TEST(UnknownTaxes, TheBaseOfARateIsUnknownOnlyOnItsOwnLines) {
  const json::Value view =
      testing::PricedDocument(
          R"({"version":1,"currency":"USD","date":"2026-11-22","policy":{"taxRounding":"document"},
              "taxRates":[{"id":"i","name":"I","percent":"7","inclusive":true},
                          {"id":"j","name":"J","percent":"10","inclusive":true}],
              "lines":[{"id":"x","name":"X","unitPrice":"600000000000","quantity":"1000",
                        "taxRateIds":["i"]},
                       {"id":"y","name":"Y","unitPrice":"600000000000","quantity":"1000",
                        "taxRateIds":["j"]}],
              "adjustments":[{"id":"f","type":"fee","name":"F","percent":"1","taxRateIds":["j"]}]})")
          .view();
  EXPECT_EQ(at(view, "/summary/lineTaxes/0/base"), "560747663551401.87");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/base"), "null");
}

TEST(UnknownTaxes, WhatDoesNotDependOnTheSubtotalKeepsItsTax) {
  const json::Value view =
      testing::PricedDocument(
          overflowing("", R"({"id":"f","type":"fee","name":"F","amount":"5","taxRateIds":["a"]})"))
          .view();
  EXPECT_EQ(at(view, "/summary/adjustments/0/tax"), "0.95");
  EXPECT_EQ(at(view, "/summary/lineTax"), "39252336449599.08");
  EXPECT_EQ(at(view, "/summary/dueNow"), "null");
}

TEST(UnknownTaxes, ATaxOfAFeeThatReachesTheLimitHasNoAmount) {
  const json::Value view = testing::PricedDocument(
                               R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[],
              "taxRates":[{"id":"a","name":"A","percent":"200"},{"id":"b","name":"B","percent":"1"}],
              "adjustments":[{"id":"f","type":"fee","name":"F","amount":"900000000000000",
                              "taxRateIds":["a","b"]}]})")
                               .view();
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxes/0/amount"), "null");
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxes/0/base"), "900000000000000.00");
  EXPECT_EQ(at(view, "/summary/adjustments/0/taxes/1/amount"), "9000000000000.00");
  EXPECT_EQ(at(view, "/summary/adjustments/0/tax"), "null");
}

TEST(UnknownTaxes, AnOrderDiscountThatCannotBeSharedTakesTheTaxesAfterItWithIt) {
  const std::string discount = R"({"id":"d","type":"discount","name":"D","percent":"1"})";
  const json::Value after = testing::PricedDocument(overflowing("", discount)).view();
  EXPECT_EQ(at(after, "/lines/0/taxes/0/amount"), "null");
  EXPECT_EQ(at(after, "/lines/0/taxes/1/amount"), "1000.00");
  EXPECT_EQ(at(after, "/lines/0/total"), "null");
  EXPECT_EQ(at(after, "/lines/1/tax"), "0.00");
  const json::Value before =
      testing::PricedDocument(overflowing(R"("taxBase":"beforeDiscounts")", discount)).view();
  EXPECT_EQ(at(before, "/lines/0/taxes/0/amount"), "39252336448598.13");
  EXPECT_EQ(at(before, "/summary/lineTaxIncluded"), "39252336448598.13");
}

TEST(UnknownTaxes, RoundingPerDocumentTiesTheTaxesOfARateTogether) {
  const json::Value view =
      testing::PricedDocument(overflowing(R"("taxRounding":"document")",
                                          R"({"id":"f","type":"fee","name":"F","percent":"1",
                                      "taxRateIds":["i"]})"))
          .view();
  EXPECT_EQ(at(view, "/lines/0/taxes/0/amount"), "null");
  EXPECT_EQ(at(view, "/lines/0/taxes/0/base"), "null");
  EXPECT_EQ(at(view, "/lines/0/taxes/1/amount"), "1000.00");
  EXPECT_EQ(at(view, "/summary/lineTaxes/1/amount"), "1000.00");
}

TEST(UnknownTaxes, SharesOfADiscountThatIsGoneAreForgotten) {
  auto document = std::move(*codec::readState(
      R"({"version":1,"currency":"USD","date":"2026-11-22",
          "lines":[{"name":"A","unitPrice":"100"}],
          "adjustments":[{"type":"discount","name":"D","percent":"10"}]})"));
  Totals totals(*document);
  totals.priceAll();
  EXPECT_EQ(static_cast<int64_t>(totals.share(0).minor), 1000);
  document->head.adjustments.clear();
  totals.priceAll();
  EXPECT_EQ(static_cast<int64_t>(totals.share(0).minor), 0);
}

// What is inside a price with an unknown tax has an unknown base, though its own amount is known.
TEST(UnknownTaxes, TheBaseOfAnInclusiveRateFallsWithTheOtherTaxesInsideItsPrice) {
  const auto view = [](const std::string& lineRates, const std::string& fees) {
    return testing::PricedDocument(
               R"({"version":1,"currency":"USD","date":"2026-11-22",
              "policy":{"taxRounding":"document"},
              "taxRates":[{"id":"i","name":"I","percent":"7","inclusive":true},
                          {"id":"j","name":"J","percent":"10","inclusive":true},
                          {"id":"e","name":"E","percent":"1"}],
              "lines":[{"id":"x","name":"X","unitPrice":"600000000000","quantity":"1000",
                        "taxRateIds":[)" +
               lineRates + R"(]},{"id":"y","name":"Y","unitPrice":"600000000000",
                        "quantity":"1000","taxRateIds":[]}],"adjustments":[)" +
               fees + R"({"id":"f","type":"fee","name":"F","percent":"1","taxRateIds":["j"]}]})")
        .view();
  };
  const json::Value line = view(R"("i","j","e")", "");
  EXPECT_EQ(at(line, "/summary/lineTaxes/0/base"), "null");
  EXPECT_EQ(at(line, "/summary/lineTaxes/0/amount"), "35897435897435.90");
  EXPECT_EQ(at(line, "/summary/lineTaxes/1/amount"), "null");
  EXPECT_EQ(at(line, "/summary/lineTaxes/2/base"), "512820512820512.82");
  const json::Value fee = view(
      R"("i","e")", R"({"id":"g","type":"fee","name":"G","amount":"117","taxRateIds":["i","j"]},)");
  EXPECT_EQ(at(fee, "/summary/lineTaxes/0/base"), "null");
  EXPECT_EQ(at(fee, "/summary/lineTaxes/0/amount"), "39252336448605.13");
  EXPECT_EQ(at(fee, "/summary/lineTaxes/2/amount"), "5607476635514.02");
}

}  // namespace
}  // namespace crossfoot
