#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "convert/convert.h"
#include "core/lifecycle/document_life.h"
#include "core/view/explain_walk.h"

namespace crossfoot {
namespace {

using test::at;
using test::Life;
using test::quoted;

// A finalised invoice with these lines and further members.
Life invoice(const std::string& lines, const std::string& more = "") {
  Life life(
      "{'version':1,'id':'inv','kind':'invoice','currency':'USD','date':'2026-11-22',"
      "'contacts':[{'id':'c1','name':'Ada'}],'taxRates':[{'id':'vat','included':false,'name':'VAT',"
      "'percent':'25.0'}"
      ","
      "{'id':'low','name':'Low','percent':'12','inclusive':true}]," +
      more + "'lines':[" + lines + "]}");
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1001'"), "ok") << life.reason();
  return life;
}

std::string credit(const Life& life, const std::string& amount, const std::string& more = "") {
  return convert::convertReply(
      test::tree("{\"state\":" + life.state() +
                 quoted(",'to':'creditMemo','id':'cm','amount':'" + amount + "'" + more + "}")));
}

// The memo of a reply, opened and finalised.
Life memoOf(const std::string& reply) {
  Life memo(at(reply, "/states/0"));
  EXPECT_EQ(memo.step("finalise", ",'number':'CM-1001'"), "ok") << memo.reason() << reply;
  return memo;
}

std::string taken(const std::string& id, const std::string& amount) {
  return "{'op':'credit','credit':{'creditMemoId':'" + id + "','amount':'" + amount +
         "','date':'2026-12-01'}}";
}

const std::string kDesk = "{'id':'desk','name':'Desk','unitPrice':'100.00','taxRateIds':['vat']}";
const std::string kBook = "{'id':'book','name':'Book','unitPrice':'56.00','taxRateIds':['low']}";

// What a priced document charges, by line and rate of the invoice it goes back to.
std::map<std::string, Int128> charged(Life& life, bool isMemo) {
  std::map<std::string, Int128> sums;
  const json::Value state = test::tree(life.state());
  const json::Value view = test::tree(life.view());
  const auto minor = [](const std::string& text) {
    std::string digits = text;
    digits.erase(digits.find('.'), 1);
    return static_cast<Int128>(std::stoll(digits));
  };
  const json::Value rates =
      state.find("taxRates") != nullptr ? *state.find("taxRates") : json::Value::array();
  const auto& lines = view.find("lines")->items;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string place = "/lines/" + std::to_string(i);
    std::string id = at(lines[i], "/id");
    if (isMemo) id = at(state, place + "/origin/lineId");
    sums[id] += minor(at(lines[i], "/net")) - minor(at(lines[i], "/orderDiscount")) -
                minor(at(lines[i], "/taxIncluded"));
    for (const json::Value& tax : lines[i].find("taxes")->items) {
      const std::string own = at(tax, "/id");
      std::string rate = own;
      for (const json::Value& each : rates.items) {
        if (isMemo && each.textOf("id") == own) rate = at(each, "/origin/rateId");
      }
      sums[id + " " + rate] += minor(at(tax, "/amount"));
    }
  }
  return sums;
}

TEST(PartialCredit, CarriesTheTaxOfItsPartToTheCent) {
  const Life life = invoice(kDesk);
  Life memo = memoOf(credit(life, "50.00"));
  EXPECT_EQ(at(memo.view(), "/summary/subtotal"), "40.00");
  EXPECT_EQ(at(memo.view(), "/summary/lineTax"), "10.00");
  EXPECT_EQ(at(memo.view(), "/summary/dueNow"), "50.00");
  EXPECT_EQ(at(memo.view(), "/issues"), "[]");
}

TEST(PartialCredit, NamesTheLineAndTheRateThatItGivesBack) {
  const Life life = invoice(kDesk + "," + kBook);
  const std::string reply = credit(life, "18.10");
  EXPECT_EQ(at(reply, "/states/0/id"), "cm");
  EXPECT_EQ(at(reply, "/states/0/origin/id"), "inv");
  EXPECT_EQ(at(reply, "/states/0/lines/0/name"), "Desk");
  EXPECT_EQ(at(reply, "/states/0/lines/0/unitPrice"), "10");
  EXPECT_EQ(at(reply, "/states/0/lines/0/origin/lineId"), "desk");
  EXPECT_EQ(at(reply, "/states/0/taxRates/0/name"), "VAT");
  EXPECT_EQ(at(reply, "/states/0/taxRates/0/origin/rateId"), "vat");
  EXPECT_EQ(at(reply, "/states/0/taxRates/0/origin/base"), "10.00");
  EXPECT_EQ(at(reply, "/states/0/taxRates/1/amountPerUnit"), "0.6");
  // The rates themselves stand behind their shares, for lines that are changed.
  EXPECT_EQ(at(reply, "/states/0/taxRates/2/id"), "vat");
  EXPECT_EQ(at(reply, "/states/0/taxRates/3/id"), "low");
  EXPECT_EQ(at(reply, "/states/0/lines/1/unitPrice"), "5");
  EXPECT_EQ(at(reply, "/states/0/lines/0/id"), "li_1");
  EXPECT_EQ(at(reply, "/states/0/lines/1/id"), "li_2");
}

TEST(PartialCredit, ManyPartsEndAtExactlyNothingLeftOfEachLineAndTax) {
  Life life =
      invoice("{'id':'a','name':'A','unitPrice':'33.33','quantity':'3','taxRateIds':['vat']}," +
                  kBook + ",{'id':'c','name':'C','unitPrice':'0.07','taxRateIds':['vat','low']}",
              "'adjustments':[{'id':'d','type':'discount','name':'D','percent':'7'}],"
              "'policy':{'taxRounding':'document'},");
  const std::map<std::string, Int128> whole = charged(life, false);
  std::map<std::string, Int128> back;
  for (const char* amount : {"0.01", "10.00", "33.33", "0.02", "50.00"}) {
    Life memo = memoOf(credit(life, amount));
    EXPECT_EQ(at(memo.view(), "/summary/dueNow"), amount);
    for (const auto& [name, minor] : charged(memo, true)) back[name] += minor;
    EXPECT_EQ(life.apply(taken("m", amount)), "ok") << life.reason();
  }
  const std::string rest = at(life.view(), "/balance/due");
  Life memo = memoOf(credit(life, rest));
  for (const auto& [name, minor] : charged(memo, true)) back[name] += minor;
  EXPECT_EQ(life.apply(taken("m", rest)), "ok") << life.reason();
  EXPECT_EQ(life.at("/status"), "paid");
  for (const auto& [name, minor] : whole) EXPECT_TRUE(back[name] == minor) << name;
  EXPECT_EQ(at(credit(life, "0.01"), "/error/code"), "nothing-left");
}

TEST(PartialCredit, TheBasesOfTheTaxesEndAtNothingLeftToo) {
  Life life = invoice(kDesk);
  const std::string first = at(credit(life, "50.00"), "/states/0");
  ASSERT_EQ(life.apply(taken("cm", "50.00")), "ok");
  const std::string memos = ",'creditMemos':[" + first + "]";
  for (const std::string& more : {std::string(), memos}) {
    EXPECT_EQ(at(credit(life, "75.00", more), "/states/0/taxRates/0/origin/base"), "60.00");
  }
}

// DO-3.5
// DO-3.2: the bases of a memo are its nets where those of the invoice are.
TEST(PartialCredit, TheBasesOfItsTaxesFootWithItsLines) {
  const Life life = invoice(
      "{'id':'desk','name':'Desk','unitPrice':'33.33','quantity':'3','taxRateIds':['vat']},"
      "{'id':'lamp','name':'Lamp','unitPrice':'10.01','taxRateIds':['vat']}",
      "'adjustments':[{'id':'d','type':'discount','name':'D','percent':'7'},"
      "{'id':'t','type':'tax','name':'Eco','percent':'2'}],");
  for (const std::string& amount :
       {std::string("50.00"), std::string("33.33"), std::string("0.07")}) {
    const std::string reply = credit(life, amount);
    for (const std::string& place : {std::string("0"), std::string("1")}) {
      const std::string net = at(reply, "/states/0/lines/" + place + "/unitPrice");
      const std::string base = at(reply, "/states/0/taxRates/" + place + "/origin/base");
      if (base == "-") continue;  // a cent that falls on a net alone
      EXPECT_TRUE(testing::roundsTo(net, base)) << amount << reply;
    }
  }
}

TEST(PartialCredit, ItsTaxesAreReadByTheRatesOfTheInvoice) {
  Life life = invoice(kDesk + ",{'id':'b','name':'B','unitPrice':'60','taxRateIds':['vat']}");
  Session session;
  ASSERT_FALSE(isRefusal(session.open(at(credit(life, "100.00"), "/states/0"))));
  const std::string taxes = session.query(R"({"get":"taxes"})");
  EXPECT_EQ(at(taxes, "/taxes"),
            quoted("[{'amount':'20.00','base':'80.00','id':'vat','included':false,'name':'VAT',"
                   "'percent':'25','share':true}]"));
}

TEST(PartialCredit, FeesOneTimeTaxesAndRoundingGiveTheirPartToo) {
  Life life = invoice(kDesk,
                      "'policy':{'cashRounding':'0.05'},"
                      "'adjustments':[{'id':'f','type':'fee','name':'Freight','amount':'10.00',"
                      "'taxRateIds':['vat']},{'id':'t','type':'tax','name':'Eco','amount':'0.48'},"
                      "{'id':'w','type':'tax','name':'Withheld','percent':'-2'}],");
  ASSERT_EQ(at(life.view(), "/summary/dueNow"), "136.00");
  ASSERT_EQ(at(life.view(), "/summary/roundingDifference"), "0.02");
  Life whole = memoOf(credit(life, "136.00", ",'roundingName':'Runding'"));
  EXPECT_EQ(at(whole.view(), "/summary/dueNow"), "136.00");
  EXPECT_EQ(whole.at("/lines/1/name"), "Freight");
  EXPECT_EQ(whole.at("/lines/2/name"), "Runding");
  EXPECT_EQ(whole.at("/adjustments/1/amount"), "-2");
  Life part = memoOf(credit(life, "68.00"));
  EXPECT_EQ(at(part.view(), "/summary/dueNow"), "68.00");
  EXPECT_EQ(part.at("/adjustments/1/amount"), "-1");
}

// DO-3.5: a memo has a line, though what it gives back is a one-time tax alone.
TEST(PartialCredit, WhatFallsOnAOneTimeTaxAloneStandsBesideALineOfNothing) {
  const Life life =
      invoice("{'id':'pin','name':'Pin','unitPrice':'0.01'}",
              "'adjustments':[{'id':'t','type':'tax','name':'Eco','amount':'10.00'}],");
  Life memo = memoOf(credit(life, "1.00"));
  EXPECT_EQ(at(memo.view(), "/summary/dueNow"), "1.00");
  EXPECT_EQ(memo.at("/lines/0/name"), "Pin");
  EXPECT_EQ(memo.at("/lines/0/unitPrice"), "0");
  EXPECT_EQ(memo.at("/lines/1"), "-");
  EXPECT_EQ(memo.at("/adjustments/0/amount"), "1");
}

// Each entry names the invoice and what of it was given back.
TEST(PartialCredit, EveryPartNamesWhereItCameFrom) {
  const Life life = invoice(kDesk,
                            "'policy':{'cashRounding':'0.05'},'adjustments':["
                            "{'id':'f','type':'fee','name':'Freight','amount':'10.00'},"
                            "{'id':'t','type':'tax','name':'Eco','amount':'0.48'}],");
  const std::string reply = credit(life, "135.50");
  EXPECT_EQ(at(reply, "/states/0/lines/0/origin"),
            quoted("{'kind':'invoice','id':'inv','lineId':'desk'}"));
  EXPECT_EQ(at(reply, "/states/0/lines/1/origin"),
            quoted("{'kind':'invoice','id':'inv','what':'fee','adjustmentId':'f'}"));
  EXPECT_EQ(at(reply, "/states/0/lines/2/origin"),
            quoted("{'kind':'invoice','id':'inv','what':'rounding'}"));
  EXPECT_EQ(at(reply, "/states/0/adjustments/0/origin"),
            quoted("{'kind':'invoice','id':'inv','what':'tax','adjustmentId':'t'}"));
}

TEST(PartialCredit, AMemoMadeByHandCountsWithWhatItReallyCredited) {
  Life life = invoice(kDesk + ",{'id':'free','name':'Free of tax','unitPrice':'125.00'}");
  const std::string byHand = quoted(
      "{'version':1,'id':'hand','kind':'creditMemo','currency':'USD','date':'2026-11-23',"
      "'taxRates':[{'id':'vat','included':false,'name':'VAT','percent':'25'}],'lines':[{'id':'x','"
      "name':'Desk',"
      "'unitPrice':'100.00','taxRateIds':['vat'],'origin':{'id':'inv','lineId':'desk'}}]}");
  EXPECT_EQ(life.apply(taken("hand", "125.00")), "ok");
  const std::string unknown = credit(life, "125.00");
  EXPECT_EQ(at(unknown, "/states/0/lines/0/name"), "Desk");
  const std::string known = credit(life, "125.00", ",'creditMemos':[" + byHand + "]");
  EXPECT_EQ(at(known, "/states/0/lines/0/name"), "Free of tax");
  EXPECT_EQ(at(known, "/states/0/lines/1"), "-");
  EXPECT_EQ(at(known, "/states/0/taxRates"), "-");
}

// A fee, a one-time tax and a rounding that a memo gave back are each taken from their own kind.
TEST(PartialCredit, AMemoOfAFeeLeavesTheRestWithoutIt) {
  Life life = invoice(kDesk,
                      "'adjustments':[{'id':'f','type':'fee','name':'Freight','amount':'10.00'},"
                      "{'id':'t','type':'tax','name':'Eco','amount':'4.00'}],");
  const std::string byHand = quoted(
      "{'version':1,'id':'hand','kind':'creditMemo','currency':'USD','date':'2026-11-23',"
      "'lines':[{'id':'x','name':'Freight','unitPrice':'10.00','origin':{'id':'inv','what':'fee',"
      "'adjustmentId':'f'}}]}");
  EXPECT_EQ(life.apply(taken("hand", "10.00")), "ok");
  Life rest = memoOf(credit(life, "129.00", ",'creditMemos':[" + byHand + "]"));
  EXPECT_EQ(rest.at("/lines/0/name"), "Desk");
  EXPECT_EQ(rest.at("/lines/0/unitPrice"), "100");
  EXPECT_EQ(rest.at("/lines/1"), "-");
  EXPECT_EQ(rest.at("/adjustments/0/amount"), "4");
}

TEST(PartialCredit, WithoutAnAmountAnInvoiceGivesWhatEarlierCreditsLeft) {
  const auto memo = [](const Life& life) {
    return convert::convertReply(
        test::tree("{\"state\":" + life.state() + quoted(",'to':'creditMemo'}")));
  };
  Life life = invoice(kDesk);
  EXPECT_EQ(Life(at(memo(life), "/states/0")).at("/lines/0/taxRateIds/0"), "vat");
  ASSERT_EQ(life.apply(taken("m", "50.00")), "ok");
  EXPECT_EQ(at(memoOf(memo(life)).view(), "/summary/dueNow"), "75.00");
  ASSERT_EQ(life.apply(taken("n", "75.00")), "ok");
  EXPECT_EQ(at(memo(life), "/error/code"), "nothing-left");
}

TEST(PartialCredit, AMemoThatIsStillADraftIsNotGivenTwice) {
  const Life life = invoice(kDesk);
  const std::string first = credit(life, "50.00");
  const std::string draft = ",'creditMemos':[" + at(first, "/states/0") + "]";
  const std::string state = "{\"state\":" + life.state() + ",\"to\":\"creditMemo\"";
  const std::string rest = convert::convertReply(test::tree(state + quoted(draft) + "}"));
  EXPECT_EQ(at(memoOf(rest).view(), "/summary/dueNow"), "75.00");
  EXPECT_EQ(at(credit(life, "75.01", draft), "/error/code"), "out-of-range");
  const std::string both =
      ",'creditMemos':[" + at(first, "/states/0") + "," + at(rest, "/states/0") + "]";
  EXPECT_NE(at(credit(life, "0.01", both), "/error/code"), "-");
}

TEST(PartialCredit, RefusesWhatIsNoAmountOrMoreThanIsLeft) {
  const Life life = invoice(kDesk);
  EXPECT_EQ(at(credit(life, "125.01"), "/error/code"), "out-of-range");
  EXPECT_EQ(at(credit(life, "0"), "/error/code"), "out-of-range");
  EXPECT_EQ(at(credit(life, "1.001"), "/error/code"), "too-many-digits");
  EXPECT_EQ(at(credit(life, "ten"), "/error/code"), "invalid-number");
  const std::string quote = test::document("quote");
  const std::string other = convert::convertReply(
      test::tree(quoted("{'state':" + quote + ",'to':'quote','amount':'1.00'}")));
  EXPECT_EQ(at(other, "/error/code"), "conversion-not-allowed");
}

TEST(PartialCredit, AnyInvoiceCreditedInAnyPartsComesToItsTotal) {
  std::mt19937 random(20261122);
  const auto pick = [&random](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most));
  };
  for (int round = 0; round < 150; ++round) {
    std::string lines;
    const int count = 1 + pick(6);
    for (int i = 0; i < count; ++i) {
      const bool negative = i > 0 && pick(5) == 0;
      lines += std::string(i > 0 ? "," : "") + "{'id':'l" + std::to_string(i) +
               "','name':'L','unitPrice':'" + (negative ? "-" : "") +
               std::to_string(pick(negative ? 3 : 900) + (negative ? 0 : 20)) + "." +
               std::to_string(10 + pick(90)) + "','quantity':'" + std::to_string(1 + pick(3)) +
               "','taxRateIds':[" + (pick(3) > 0 ? "'vat'" : "'low'") + "]}";
    }
    const std::string rounding = pick(2) > 0 ? "'taxRounding':'document'," : "";
    Life life = invoice(lines, "'policy':{" + rounding +
                                   "'allowNegativePrices':true,'cashRounding':'0.05'},"
                                   "'adjustments':[{'id':'d','type':'discount','name':'D',"
                                   "'percent':'" +
                                   std::to_string(pick(30)) + "'}],");
    while (life.at("/status") != "paid") {
      const std::string known = at(life.view(), "/balance/due");
      const std::string due = known == "-" ? at(life.view(), "/summary/dueNow") : known;
      const bool last = pick(4) == 0 || due.front() == '0';
      const std::string amount = last ? due : "0." + std::to_string(10 + pick(90));
      Life memo = memoOf(credit(life, amount));
      ASSERT_EQ(at(memo.view(), "/summary/dueNow"), amount) << life.state();
      ASSERT_EQ(life.apply(taken("m", amount)), "ok") << life.reason();
    }
  }
}

// DO-3.2: a memo that was made gives back, item by item, what it says, whatever kind each is of.
TEST(PartialCredit, AMemoOfEveryKindOfItemLeavesTheRestOfEach) {
  Life life = invoice(kDesk,
                      "'policy':{'cashRounding':'0.05'},'adjustments':["
                      "{'id':'f','type':'fee','name':'Freight','amount':'10.01'},"
                      "{'id':'t','type':'tax','name':'Eco','amount':'4.01'}],");
  const std::string total = at(life.view(), "/summary/dueNow");
  EXPECT_EQ(total, "139.00");
  const std::string first = at(credit(life, "69.50"), "/states/0");
  const std::string draft = ",'creditMemos':[" + first + "]";
  const std::string rest = at(credit(life, "69.50", draft), "/states/0");
  // Both together are the invoice: each line, the tax and the rounding once.
  for (const std::string place : {"/lines/0/unitPrice", "/lines/1/unitPrice"}) {
    EXPECT_NE(at(rest, place), "-") << place;
  }
  const auto minor = [](const std::string& text) { return std::lround(std::stod(text) * 100); };
  EXPECT_EQ(minor(at(first, "/lines/0/unitPrice")) + minor(at(rest, "/lines/0/unitPrice")), 10000);
  EXPECT_EQ(minor(at(first, "/lines/1/unitPrice")) + minor(at(rest, "/lines/1/unitPrice")), 1001);
  EXPECT_EQ(minor(at(first, "/adjustments/0/amount")) + minor(at(rest, "/adjustments/0/amount")),
            401);
}

// DO-3.2: a draft memo of the desk leaves the book alone.
TEST(PartialCredit, WhatADraftMemoGivesBackIsTakenItemByItem) {
  const Life life = invoice("{'id':'desk','name':'Desk','unitPrice':'100.00'}," + kBook);
  const auto memo = [](const std::string& lines) {
    return quoted(
        ",'creditMemos':[{'version':1,'id':'hand','kind':'creditMemo','currency':'USD',"
        "'date':'2026-11-23','lines':[" +
        lines + "]}]");
  };
  const std::string desk =
      "{'id':'x','name':'Desk','unitPrice':'100.00','origin':{'id':'inv','lineId':'desk'}}";
  const std::string rest = credit(life, "56.00", memo(desk));
  EXPECT_EQ(at(rest, "/states/0/lines/0/name"), "Book");
  EXPECT_EQ(at(rest, "/states/0/lines/1"), "-");
  // What names a line gives that one back, whatever stands in the memo for it.
  const std::string tax =
      "{'id':'z','name':'Nothing','unitPrice':'0'}],'adjustments':[{'id':'a','type':'tax','name':"
      "'Desk','amount':'100.00','origin':{'id':'inv','lineId':'desk'}}";
  EXPECT_EQ(at(credit(life, "56.00", memo(tax)), "/states/0/lines/0/name"), "Book");
  EXPECT_EQ(at(credit(life, "56.00", memo(tax)), "/states/0/lines/1"), "-");
  // A line of unknown origin gives back a part of all that is left.
  const std::string odd =
      credit(life, "28.00", memo(desk + ",{'id':'y','name':'Favour','unitPrice':'28.00'}"));
  EXPECT_EQ(at(odd, "/states/0/lines/0/name"), "Book");
  EXPECT_EQ(at(odd, "/states/0/lines/1"), "-");
}

// DO-3.2: a memo that was applied with another amount than its own is a part like any other.
TEST(PartialCredit, AMemoOfAnotherAmountThanTheCreditIsNotTakenItemByItem) {
  Life life = invoice(
      "{'id':'desk','name':'Desk','unitPrice':'100.00'},"
      "{'id':'free','name':'Free','unitPrice':'100.00'}");
  EXPECT_EQ(life.apply(taken("hand", "50.00")), "ok");
  const std::string byHand = quoted(
      ",'creditMemos':[{'version':1,'id':'hand','kind':'creditMemo','currency':'USD',"
      "'date':'2026-11-23','lines':[{'id':'x','name':'Desk','unitPrice':'40.00','origin':"
      "{'id':'inv','lineId':'desk'}}]}]");
  const std::string rest = credit(life, "150.00", byHand);
  EXPECT_EQ(at(rest, "/states/0/lines/0/unitPrice"), "75");
  EXPECT_EQ(at(rest, "/states/0/lines/1/unitPrice"), "75");
}

// DO-3.2: a fee for taking goods back lowers what was given, not what is left of the goods.
TEST(PartialCredit, AMemoThatKeepsAFeeBackIsTakenByWhatItGave) {
  Life life = invoice(
      "{'id':'desk','name':'Desk','unitPrice':'100.00'},"
      "{'id':'free','name':'Free','unitPrice':'100.00'}");
  EXPECT_EQ(life.apply(taken("hand", "80.00")), "ok");
  const std::string byHand = quoted(
      ",'creditMemos':[{'version':1,'id':'hand','kind':'creditMemo','currency':'USD',"
      "'date':'2026-11-23','policy':{'allowNegativePrices':true},'lines':["
      "{'id':'x','name':'Desk','unitPrice':'100.00','origin':{'id':'inv','lineId':'desk'}},"
      "{'id':'y','name':'Restocking','unitPrice':'-20.00'}]}]");
  EXPECT_EQ(at(credit(life, "120.00", byHand), "/states/0/kind"), "creditMemo");
  EXPECT_EQ(at(credit(life, "120.01", byHand), "/error/values/amount"), "120.00");
}

// DO-3.2: an invoice credited with more than it asked for has nothing left to give.
TEST(PartialCredit, MoreCreditThanTheInvoiceAskedForLeavesNothing) {
  const Life life = invoice(kDesk);
  const std::string credited = quoted(
      "{'credits':[{'creditMemoId':'x','amount':'90.00','date':'2026-11-23'},"
      "{'creditMemoId':'y','amount':'90.00','date':'2026-11-24'},"
      "{'creditMemoId':'z','amount':'90.00','date':'2026-11-25'}],");
  const std::string state = credited + life.state().substr(1);
  const std::string reply = convert::convertReply(
      test::tree("{\"state\":" + state + quoted(",'to':'creditMemo','id':'cm','amount':'1'}")));
  EXPECT_EQ(at(reply, "/error/code"), "nothing-left") << reply;
}

// DO-3.2: the tax that a memo without it left over is given back beside a net of nothing.
TEST(PartialCredit, ATaxAloneIsGivenBackToo) {
  Life life = invoice(kDesk + "," + kBook);
  const std::string byHand = quoted(
      ",'creditMemos':[{'version':1,'id':'hand','kind':'creditMemo','currency':'USD',"
      "'date':'2026-11-23','lines':[{'id':'x','name':'Desk','unitPrice':'100.00','origin':"
      "{'id':'inv','lineId':'desk'}}]}]");
  EXPECT_EQ(life.apply(taken("hand", "100.00")), "ok");
  Life rest = memoOf(credit(life, "81.00", byHand));
  EXPECT_EQ(rest.at("/lines/0/name"), "Desk");
  EXPECT_EQ(at(rest.view(), "/lines/0/net"), "0.00");
  EXPECT_EQ(at(rest.view(), "/lines/0/tax"), "25.00");
  EXPECT_EQ(at(rest.view(), "/summary/dueNow"), "81.00");
}

}  // namespace
}  // namespace crossfoot
