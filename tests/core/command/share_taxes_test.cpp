#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"
#include "subscription/subscription.h"

namespace crossfoot {
namespace {

using test::applyTo;
using test::at;
using test::quoted;

// The bill of a price that rises on April 16: 10 of it with 2.00, -5 with -1.00, of 20 % each.
std::string billState(const std::string& rate) {
  return at(subscription::periodReply(test::tree(
                quoted("{'do':'change','on':'2026-04-16','changes':{'s':{'unitPrice':'20'}},"
                       "'state':{'version':1,'kind':'subscription','currency':'USD',"
                       "'date':'2026-04-01','taxRates':[{'id':'vat','name':'VAT'," +
                       rate +
                       "}],'lines':[{'id':'s','name':'Seat','unitPrice':'10',"
                       "'taxRateIds':['vat'],'billing':{'frequency':'monthly'}}]}}"))),
            "/document");
}

class ShareTaxes : public ::testing::Test {
 protected:
  void SetUp() override { open("'percent':'20'"); }
  void open(const std::string& rate) { ASSERT_FALSE(isRefusal(session_.open(billState(rate)))); }

  void set(const std::string& path, const std::string& value) {
    const std::string reply =
        applyTo(session_, "{'op':'set','path':'" + path + "','value':" + value + "}");
    EXPECT_EQ(at(reply, "/ok"), "true") << reply;
  }
  std::string taxes() { return at(session_.query(R"({"get":"taxes"})"), "/taxes"); }
  // Of a tax that is printed: its base, its amount, and whether it is called a share.
  std::string tax(const std::string& of = "0") {
    const std::string all = session_.query(R"({"get":"taxes"})");
    const std::string place = "/taxes/" + of;
    return at(all, place + "/base") + " " + at(all, place + "/amount") + " " +
           at(all, place + "/share");
  }

  Session session_;
};

// DO-3.5
TEST_F(ShareTaxes, TheRateTakesTheirPlaceWhereTheirLineComesToSomethingElse) {
  EXPECT_EQ(tax(), "5.00 1.00 true");
  const std::string drawn = session_.save();
  set("/lines/li_2/unitPrice", "'50'");
  EXPECT_EQ(at(session_.save(), "/lines/1/taxRateIds"), R"(["vat"])");
  EXPECT_EQ(at(session_.save(), "/lines/0/taxRateIds"), R"(["vat-1"])");
  EXPECT_EQ(tax(), "45.00 9.00 true");
  set("/lines/li_1/quantity", "'2'");
  EXPECT_EQ(tax(), "40.00 8.00 -");
  applyTo(session_, "{'op':'undo'}");
  applyTo(session_, "{'op':'undo'}");
  EXPECT_EQ(session_.save(), drawn);
}

TEST_F(ShareTaxes, TheyGiveWayToWhatIsTypedAndStayWhereNothingOfItIsTaxed) {
  const std::string drawn = session_.save();
  EXPECT_FALSE(isRefusal(session_.edit(1, 0, "10.001")));
  (void)session_.edit(1, 4, "3");
  EXPECT_EQ(tax(), "5.00 1.00 true");
  for (const char* typed : {"1", "12", "12.", "12.5"}) (void)session_.edit(1, 0, typed);
  EXPECT_EQ(tax(), "7.50 1.50 true");
  EXPECT_EQ(at(session_.save(), "/lines/1/taxRateIds"), R"(["vat"])");
  while (at(applyTo(session_, "{'op':'undo'}"), "/undo") != "0") {
  }
  EXPECT_EQ(session_.save(), drawn);
}

TEST_F(ShareTaxes, AnOrderDiscountMovesWhatTheyAreSharesOf) {
  set("/adjustments", "[{'id':'d','type':'discount','name':'Discount','percent':'10'}]");
  EXPECT_EQ(tax(), "4.50 0.90 true");
}

TEST_F(ShareTaxes, TheirRateIsListedForNewLinesAndTheyAreNot) {
  const std::string state = session_.save();
  EXPECT_EQ(at(state, "/taxRates/0/active"), "false");
  EXPECT_EQ(at(state, "/taxRates/1/active"), "false");
  EXPECT_EQ(at(state, "/taxRates/2"), R"({"id":"vat","name":"VAT","percent":"20"})");
  EXPECT_EQ(at(state, "/taxRates/3"), "-");
  applyTo(session_,
          "{'op':'add','list':'lines','items':[{'name':'Setup','unitPrice':'100',"
          "'taxRateIds':['vat']}]}");
  EXPECT_EQ(tax(), "105.00 21.00 true");
}

// The price of a bill's line has no tax inside, also where that of the subscription has.
TEST_F(ShareTaxes, ARateInsideThePriceComesOnTopOfThePriceWithoutIt) {
  open("'percent':'25','inclusive':true");
  EXPECT_EQ(at(session_.save(), "/lines/1/unitPrice"), "8");
  set("/lines/li_2/unitPrice", "'16'");
  EXPECT_EQ(tax(), "12.00 3.00 true");
}

TEST_F(ShareTaxes, AnAmountPerUnitIsNoShareOfAPrice) {
  open("'amountPerUnit':'3'");
  EXPECT_EQ(at(session_.save(), "/taxRates/2"), "-");
  set("/lines/li_2/unitPrice", "'50'");
  EXPECT_EQ(at(session_.save(), "/lines/1/taxRateIds"), R"(["vat-2"])");
}

}  // namespace
}  // namespace crossfoot
