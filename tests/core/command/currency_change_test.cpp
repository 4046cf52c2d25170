#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"

namespace crossfoot {
namespace {

using test::applyTo;
using test::at;
using test::quoted;

const std::string kState =
    "{'version':1,'kind':'deal','currency':'USD','date':'2026-11-22','lines':["
    "{'id':'a','name':'Seat','productId':'p1','unitPrice':'10','cost':'4'},"
    "{'id':'b','name':'Work','unitPrice':'80'},"
    "{'id':'c','name':'Data','productId':'p2','pricing':{'model':'volume','tiers':"
    "[{'upTo':null,'unitPrice':'2'}]}},{'id':'n','type':'note','name':'Note'}]}";

class CurrencyChange : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_FALSE(isRefusal(session_.open(quoted(kState)))); }

  std::string line(size_t index, const std::string& field) {
    return at(session_.save(), "/lines/" + std::to_string(index) + "/" + field);
  }
  // The lines whose price is still one of another currency.
  std::string unknown() {
    const json::Value reply = test::tree(session_.query(R"({"get":"issues"})"));
    std::string ids;
    for (const json::Value& issue : reply.find("issues")->items) {
      if (issue.textOf("code") == "price-currency-unknown") ids += issue.textOf("lineId");
    }
    const std::string counts = session_.query(R"({"get":"summary"})");
    EXPECT_EQ(at(counts, "/issueCount/warning"), std::to_string(ids.size()));
    return ids;
  }

  Session session_;
};

TEST_F(CurrencyChange, LinesTakeThePriceOfTheirProductAndOthersKeepTheNumberWithAWarning) {
  applyTo(session_, "{'op':'currency','value':'EUR','prices':{'p1':'9.50','p2':'3'}}");
  EXPECT_EQ(at(session_.save(), "/currency"), "EUR");
  EXPECT_EQ(line(0, "unitPrice"), "9.5");
  EXPECT_EQ(line(1, "unitPrice"), "80");
  EXPECT_EQ(line(1, "priceCurrency"), "USD");
  EXPECT_EQ(line(3, "priceCurrency"), "-");
  EXPECT_EQ(unknown(), "bc");
}

TEST_F(CurrencyChange, TheAmountOfADealStaysInItsOwnCurrency) {
  applyTo(session_, "{'op':'set','path':'/dealAmount','value':{'basis':'tcv','value':'4848'}}");
  const std::string before = session_.save();
  applyTo(session_, "{'op':'currency','value':'EUR'}");
  EXPECT_EQ(at(session_.save(), "/dealAmount/value"), "4848");
  EXPECT_EQ(at(session_.save(), "/dealAmount/currency"), "USD");
  applyTo(session_, "{'op':'currency','value':'NOK'}");
  EXPECT_EQ(at(session_.save(), "/dealAmount/currency"), "USD");
  applyTo(session_, "{'op':'currency','value':'USD'}");
  EXPECT_EQ(session_.save(), before);
}

TEST_F(CurrencyChange, IsOneStepThatUndoGivesBackByteForByte) {
  const std::string before = session_.save();
  applyTo(session_, "{'op':'currency','value':'JPY','prices':{'a':'1500'}}");
  EXPECT_EQ(at(session_.query(R"({"get":"history"})"), "/position"), "1");
  applyTo(session_, "{'op':'undo'}");
  EXPECT_EQ(session_.save(), before);
}

TEST_F(CurrencyChange, APriceMayBringCostAndTiers) {
  applyTo(session_,
          "{'op':'currency','value':'EUR','prices':{'p1':{'unitPrice':'9','cost':'3.5'},"
          "'p2':{'pricing':{'model':'volume','tiers':[{'upTo':null,'unitPrice':'1.8'}]}}}}");
  EXPECT_EQ(line(0, "cost"), "3.5");
  EXPECT_EQ(line(2, "pricing/tiers/0/unitPrice"), "1.8");
  EXPECT_EQ(unknown(), "b");
}

TEST_F(CurrencyChange, APriceThatIsSetAnewEndsTheWarningAlsoWhereItIsTheSame) {
  applyTo(session_, "{'op':'currency','value':'EUR'}");
  EXPECT_EQ(unknown(), "abc");
  applyTo(session_, "{'op':'set','path':'/lines/b/unitPrice','value':'80'}");
  EXPECT_EQ(unknown(), "ac");
  session_.edit(0, 0, "10");
  EXPECT_EQ(unknown(), "c");
  session_.edit(2, 1, "7");
  EXPECT_EQ(unknown(), "c");
  applyTo(session_, "{'op':'undo'}");
  applyTo(session_, "{'op':'undo'}");
  EXPECT_EQ(unknown(), "ac");
}

TEST_F(CurrencyChange, KeepsTheFirstCurrencyThroughSeveralChangesAndEndsTheWarningOnTheWayBack) {
  applyTo(session_, "{'op':'set','path':'/currency','value':'EUR'}");
  applyTo(session_, "{'op':'currency','value':'JPY'}");
  EXPECT_EQ(line(1, "priceCurrency"), "USD");
  applyTo(session_, "{'op':'currency','value':'USD'}");
  EXPECT_EQ(line(1, "priceCurrency"), "-");
  EXPECT_EQ(unknown(), "");
}

TEST_F(CurrencyChange, AnUnknownCurrencyIsRefusedAndChangesNothing) {
  const std::string before = session_.save();
  EXPECT_EQ(at(applyTo(session_, "{'op':'currency','value':'EURO'}"), "/error/code"),
            "unknown-currency");
  EXPECT_EQ(at(applyTo(session_, "{'op':'currency','value':7}"), "/error/code"), "invalid-command");
  EXPECT_EQ(session_.save(), before);
}

TEST_F(CurrencyChange, NeedsTheRightToEditPrices) {
  applyTo(session_, "{'op':'capabilities','value':{'editPrices':false}}");
  EXPECT_EQ(at(applyTo(session_, "{'op':'currency','value':'EUR'}"), "/error/code"),
            "not-permitted");
}

}  // namespace
}  // namespace crossfoot
