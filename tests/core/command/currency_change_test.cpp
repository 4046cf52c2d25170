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
  EXPECT_EQ(line(0, "priceCurrency"), "-");
  EXPECT_EQ(line(0, "costCurrency"), "USD");
  EXPECT_EQ(unknown(), "abc");
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
  EXPECT_EQ(unknown(), "aabc");
  applyTo(session_, "{'op':'set','path':'/lines/b/unitPrice','value':'80'}");
  EXPECT_EQ(unknown(), "aac");
  session_.edit(0, 0, "10");
  EXPECT_EQ(unknown(), "ac");
  session_.edit(0, 4, "4");
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

// Every amount of a quote: prices, cost, discounts, charges, phases, a tax per unit, order amounts.
const std::string kAmounts =
    "{'version':1,'kind':'quote','currency':'USD','date':'2026-11-22',"
    "'taxRates':[{'id':'eco','name':'Eco','amountPerUnit':'0.5'},"
    "{'id':'vat','name':'VAT','percent':'20'}],"
    "'lines':[{'id':'a','name':'Seat','unitPrice':'10','cost':'4','discount':{'amount':'1'},"
    "'charges':[{'total':'2'},{'percent':'3'}],'taxRateIds':['eco']},"
    "{'id':'r','name':'Ramp','unitPrice':'348','discounts':[{'percent':'5'},{'total':'7'}],"
    "'billing':{'frequency':'monthly','phases':[{'payments':3,'unitPrice':'288',"
    "'discount':{'amount':'8'}},{'payments':9}]}}],"
    "'adjustments':[{'id':'d','type':'discount','name':'Order','amount':'500'},"
    "{'id':'f','type':'fee','name':'Fee','percent':'2'},"
    "{'id':'t','type':'tax','name':'Stamp','amount':'15.5'}]}";

class KeptAmounts : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_FALSE(isRefusal(session_.open(quoted(kAmounts))));
    before_ = session_.save();
  }

  std::string places() {
    const json::Value reply = test::tree(session_.query(R"({"get":"issues"})"));
    std::string places;
    for (const json::Value& issue : reply.find("issues")->items) {
      if (issue.textOf("code") == "price-currency-unknown") {
        places += std::string(issue.textOf("path")) + "\n";
      }
    }
    return places;
  }
  void set(const std::string& path, const std::string& value) {
    const std::string reply =
        applyTo(session_, "{'op':'set','path':'" + path + "','value':" + value + "}");
    EXPECT_EQ(at(reply, "/error"), "-") << reply;
  }

  Session session_;
  std::string before_;
};

TEST_F(KeptAmounts, EveryAmountIsKnownAsOneOfTheFormerCurrency) {  // DO-2.4
  set("/currency", "'JPY'");
  EXPECT_EQ(places(),
            "/taxRates/0/amountPerUnit\n"
            "/lines/0/cost\n/lines/0/unitPrice\n/lines/0/discount/amount\n"
            "/lines/0/charges/0/total\n"
            "/lines/1/unitPrice\n/lines/1/discounts/1/total\n"
            "/lines/1/billing/phases/0/unitPrice\n/lines/1/billing/phases/0/discount/amount\n"
            "/adjustments/0/amount\n/adjustments/2/amount\n");
  EXPECT_EQ(at(session_.save(), "/adjustments/0/currency"), "USD");
  EXPECT_EQ(at(session_.save(), "/adjustments/1/currency"), "-");
  EXPECT_EQ(at(session_.save(), "/lines/1/billing/phases/1/priceCurrency"), "-");
  set("/currency", "'USD'");
  EXPECT_EQ(session_.save(), before_);
}

TEST_F(KeptAmounts, EachEndsWithItsOwnAmountSetAnew) {
  set("/currency", "'JPY'");
  set("/lines/a/cost", "'600'");
  set("/lines/a/discount", "{'amount':'100'}");
  set("/lines/a/charges/0/total", "'2'");
  set("/lines/r/unitPrice", "'52000'");
  set("/lines/r/discounts/1/total", "null");
  set("/lines/r/discounts/1/percent", "'1'");
  set("/taxRates/eco/amountPerUnit", "'75'");
  set("/adjustments/d/amount", "'75000'");
  EXPECT_EQ(places(),
            "/lines/0/unitPrice\n"
            "/lines/1/billing/phases/0/unitPrice\n/lines/1/billing/phases/0/discount/amount\n"
            "/adjustments/2/amount\n");
  set("/lines/r/billing/phases/0/unitPrice", "'43000'");
  set("/lines/r/billing/phases/0/discount/amount", "'8'");
  set("/adjustments/t/currency", "null");  // the number is right
  EXPECT_EQ(places(), "/lines/0/unitPrice\n");
}

TEST_F(KeptAmounts, LinesOfAnotherDocumentSayTheirCurrency) {
  applyTo(session_,
          "{'op':'add','list':'lines','currency':'EUR','items':[{'id':'n','name':'New',"
          "'unitPrice':'410','discount':{'amount':'101'}},{'id':'o','name':'Own','unitPrice':'1',"
          "'priceCurrency':'USD','cost':'1'}]}");
  applyTo(session_,
          "{'op':'add','list':'taxRates','currency':'EUR','items':[{'id':'x','name':'X',"
          "'amountPerUnit':'1'}]}");
  EXPECT_EQ(places(),
            "/taxRates/2/amountPerUnit\n"
            "/lines/2/unitPrice\n/lines/2/discount/amount\n/lines/3/cost\n");
  EXPECT_EQ(
      at(applyTo(session_, "{'op':'add','list':'lines','currency':7,'items':[]}"), "/error/code"),
      "invalid-command");
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
