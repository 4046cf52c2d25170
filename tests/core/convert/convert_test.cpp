#include "convert/convert.h"

#include <gtest/gtest.h>

#include "core/lifecycle/document_life.h"

namespace crossfoot {
namespace {

using test::at;
using test::quoted;

std::string convert(const std::string& state, const std::string& to, const std::string& more = "") {
  return convert::convertReply(
      test::tree(quoted("{'state':" + state + ",'to':'" + to + "'" + more + "}")));
}

std::string document(const std::string& kind, const std::string& more, const std::string& lines) {
  return "{'version':1,'id':'d1','kind':'" + kind + "','currency':'USD','date':'2026-11-22'," +
         more + "'lines':[" + lines + "]}";
}

const std::string kDesk = "{'id':'li_7','name':'Desk','unitPrice':'100.00'}";
const std::string kSeat =
    "{'id':'li_8','name':'Seat','unitPrice':'10.00','billing':{'frequency':'monthly'}}";
const std::string kPlan =
    "{'id':'li_9','name':'Plan','unitPrice':'50.00','billing':{'frequency':'annually'}}";

bool allowed(const std::string& kind, const std::string& status, const std::string& to) {
  const std::string line = kSeat;
  const std::string more = status.empty() ? "" : "'status':'" + status + "',";
  const std::string reply = convert(document(kind, more, line), to);
  if (at(reply, "/error/code") == "-") return true;
  EXPECT_EQ(at(reply, "/error/code"), "conversion-not-allowed") << kind << " " << to;
  EXPECT_FALSE(at(reply, "/error/message").empty());
  return false;
}

// DO-3.4
TEST(Convert, SubscriptionsThatTogetherAreTooLargeAreNotMade) {
  std::string lines;
  for (int i = 0; i < 70; ++i) {
    if (i > 0) lines += ",";
    lines +=
        "{'id':'s" + std::to_string(i) +
        "','name':'Seat','unitPrice':'1','billing':{'frequency':'monthly','start':{'delayDays':" +
        std::to_string(i) + "}}}";
  }
  const auto deal = [&lines](size_t comments) {
    return document("deal", "'comments':'" + std::string(comments, 'x') + "',", lines);
  };
  EXPECT_EQ(at(convert(deal(1000), "subscription"), "/states/69/kind"), "subscription");
  const std::string reply = convert(deal(1024 * 1024), "subscription");
  EXPECT_EQ(at(reply, "/error/code"), "too-large");
  EXPECT_EQ(at(reply, "/error/reasonId"), "tooManySubscriptions");
}

// DO-3.1
TEST(Convert, OnlyTheConversionsOfTheDesignAreAllowed) {
  const std::vector<std::string> kinds = {"deal",       "quote",       "invoice",
                                          "creditMemo", "paymentLink", "subscription"};
  const std::vector<std::pair<std::string, std::string>> listed = {
      {"deal", "quote"}, {"deal", "invoice"}, {"deal", "paymentLink"}, {"deal", "subscription"}};
  for (const std::string& from : kinds) {
    for (const std::string& to : kinds) {
      const bool expected = from == to || std::find(listed.begin(), listed.end(),
                                                    std::pair(from, to)) != listed.end();
      EXPECT_EQ(allowed(from, "", to), expected) << from << " " << to;
    }
  }
}

// DO-4.11
TEST(Convert, ACreditMemoNamesItsInvoiceAndTakesNoThanksAndTerms) {
  const std::string invoice = document(
      "invoice",
      "'status':'open','number':'INV-7','comments':'Thanks','terms':{'type':'net','days':30},",
      kDesk);
  const std::string memo = at(convert(invoice, "creditMemo", ",'date':'2026-12-01'"), "/states/0");
  EXPECT_EQ(at(memo, "/origin/corrects/0/number"), "INV-7");
  EXPECT_EQ(at(memo, "/origin/corrects/0/date"), "2026-11-22");
  EXPECT_EQ(at(memo, "/comments"), "-");
  EXPECT_EQ(at(memo, "/terms"), "-");
  const std::string copy = at(convert(invoice, "invoice"), "/states/0");
  EXPECT_EQ(at(copy, "/origin/corrects"), "-");
  EXPECT_EQ(at(copy, "/comments"), "Thanks");
}

TEST(Convert, OnlyPublishedAndAcceptedQuotesBecomeInvoicesAndSubscriptions) {
  for (const char* status : {"draft", "published", "accepted", "expired", "archived"}) {
    const bool expected = std::string(status) == "published" || std::string(status) == "accepted";
    EXPECT_EQ(allowed("quote", status, "invoice"), expected) << status;
    EXPECT_EQ(allowed("quote", status, "subscription"), expected) << status;
    EXPECT_TRUE(allowed("quote", status, "quote")) << status;
    EXPECT_FALSE(allowed("quote", status, "paymentLink")) << status;
  }
}

TEST(Convert, OnlyFinalisedInvoicesAreCredited) {
  for (const char* status : {"draft", "open", "partlyPaid", "paid", "voided"}) {
    const std::string name(status);
    EXPECT_EQ(allowed("invoice", name, "creditMemo"), name != "draft" && name != "voided") << name;
  }
}

TEST(Convert, APublishedQuotePastItsLastDayIsNotConverted) {
  const std::string state =
      document("quote", "'status':'published','expiresOn':'2026-11-30',", kDesk);
  EXPECT_EQ(at(convert(state, "invoice", ",'date':'2026-12-01'"), "/error/code"),
            "conversion-not-allowed");
  EXPECT_EQ(at(convert(state, "invoice", ",'date':'2026-11-30'"), "/states/0/date"), "2026-11-30");
}

TEST(Convert, TheNewDocumentHasNewIdsAndItsOriginAndNothingOfTheOldLife) {
  const std::string state = document(
      "invoice",
      "'status':'paid','number':'INV-1','digest':'sha256:0','total':'100.00','dueDate':'2026-12-01'"
      ","
      "'payments':[{'id':'p1','amount':'100.00','status':'succeeded'}],'events':[{'type':'x'}],"
      "'refunds':[],'credits':[],'rev':{'n':3},'contacts':[{'id':'c1'}],'xUnknown':{'a':1},",
      kDesk);
  const std::string reply = convert(state, "creditMemo", ",'id':'cm1','newIds':['a']");
  EXPECT_EQ(at(reply, "/states/0/kind"), "creditMemo");
  EXPECT_EQ(at(reply, "/states/0/id"), "cm1");
  EXPECT_EQ(at(reply, "/states/0/lines/0/id"), "a");
  EXPECT_EQ(at(reply, "/states/0/lines/0/unitPrice"), "100");
  EXPECT_EQ(at(reply, "/states/0/origin/kind"), "invoice");
  EXPECT_EQ(at(reply, "/states/0/origin/id"), "d1");
  EXPECT_EQ(at(reply, "/states/0/lines/0/origin/lineId"), "li_7");
  EXPECT_EQ(at(reply, "/states/0/contacts/0/id"), "c1");
  EXPECT_EQ(at(reply, "/states/0/xUnknown/a"), "1");
  for (const char* gone : {"status", "number", "digest", "total", "dueDate", "payments", "events",
                           "refunds", "credits", "rev"}) {
    EXPECT_EQ(at(reply, "/states/0/" + std::string(gone)), "-") << gone;
  }
}

// DO-2.3
TEST(Convert, LinesWithoutGivenIdsGetTheNextFreeOnes) {
  const std::string reply = convert(document("deal", "", kDesk + "," + kSeat + "," + kPlan),
                                    "quote", ",'newIds':['li_1']");
  EXPECT_EQ(at(reply, "/states/0/lines/0/id"), "li_1");
  EXPECT_EQ(at(reply, "/states/0/lines/1/id"), "li_2");
  EXPECT_EQ(at(reply, "/states/0/lines/2/id"), "li_3");
}

TEST(Convert, IdsGivenTwiceAreRefused) {
  const std::string state = document("deal", "", kDesk + "," + kSeat);
  EXPECT_EQ(at(convert(state, "quote", ",'newIds':['a','a']"), "/error/code"), "duplicate-id");
  EXPECT_EQ(at(convert(state, "quote", ",'newIds':[7]"), "/error/code"), "wrong-type");
}

TEST(Convert, RecurringLinesOnAnInvoiceAreMadeOneTimeWithANotice) {
  const std::string reply = convert(document("deal", "", kDesk + "," + kSeat), "invoice");
  EXPECT_EQ(at(reply, "/notices/0/code"), "recurring-made-one-time");
  EXPECT_EQ(at(reply, "/notices/0/lineId"), "li_8");
  EXPECT_EQ(at(reply, "/notices/1"), "-");
  auto opened = view::OpenState::read(at(reply, "/states/0"));
  ASSERT_TRUE(opened);
  EXPECT_EQ(at(view::pricedView((*opened)->source(), false), "/summary/dueNow"), "110.00");
}

TEST(Convert, AnInvoiceOfARampBillsItsFirstPhase) {
  const std::string ramp =
      "{'id':'li_1','name':'Ramp','unitPrice':'30.00','discount':{'percent':'5'},'billing':{"
      "'frequency':'monthly','phases':[{'payments':3,'unitPrice':'10.00','discount':{'percent':'50'"
      "}},"
      "{'payments':9}]}}";
  const std::string reply = convert(document("deal", "", ramp), "invoice");
  EXPECT_EQ(at(reply, "/states/0/lines/0/unitPrice"), "10");
  EXPECT_EQ(at(reply, "/states/0/lines/0/discount/percent"), "50");
}

TEST(Convert, LinesThatRecurDifferentlyBecomeSeveralSubscriptions) {
  const std::string reply = convert(
      document("quote", "'status':'accepted','adjustments':[{'type':'discount','percent':'10'}],",
               kDesk + "," + kSeat + "," + kPlan),
      "subscription", ",'id':'s','newIds':['a','b']");
  EXPECT_EQ(at(reply, "/states/0/id"), "s");
  EXPECT_EQ(at(reply, "/states/0/lines/0/id"), "a");
  EXPECT_EQ(at(reply, "/states/0/lines/0/name"), "Seat");
  EXPECT_EQ(at(reply, "/states/0/lines/1"), "-");
  EXPECT_EQ(at(reply, "/states/0/adjustments"), "-");
  EXPECT_EQ(at(reply, "/states/1/id"), "s-2");
  EXPECT_EQ(at(reply, "/states/1/lines/0/name"), "Plan");
  EXPECT_EQ(at(reply, "/states/2"), "-");
  EXPECT_EQ(at(reply, "/notices/0/code"), "adjustments-left-out");
  EXPECT_EQ(at(reply, "/notices/1/code"), "one-time-left-out");
  EXPECT_EQ(at(reply, "/notices/1/lineId"), "li_7");
  EXPECT_EQ(at(reply, "/notices/2/code"), "several-subscriptions");
}

// A quote of what is due once and what recurs, and what was made of it.
const std::string kBoth = document("quote", "'status':'accepted',", kDesk + "," + kSeat);

std::string made(const std::string& reply) { return ",'made':[" + at(reply, "/states/0") + "]"; }

std::string dueNow(const std::string& reply) {
  auto opened = view::OpenState::read(at(reply, "/states/0"));
  EXPECT_TRUE(opened) << reply;
  return opened ? at(view::pricedView((*opened)->source(), false), "/summary/dueNow") : "";
}

// DO-3.3
TEST(Convert, WhatASubscriptionBillsIsNotOnTheInvoiceToo) {
  const std::string subscription = convert(kBoth, "subscription", ",'id':'s'");
  const std::string invoice = convert(kBoth, "invoice", made(subscription));
  EXPECT_EQ(dueNow(invoice), "100.00");
  EXPECT_EQ(at(invoice, "/notices/0/code"), "billed-by-subscription");
  EXPECT_EQ(at(invoice, "/notices/0/lineId"), "li_8");
  const std::string only = document("quote", "'status':'accepted',", kSeat);
  EXPECT_EQ(at(convert(only, "invoice", made(convert(only, "subscription"))), "/error/code"),
            "nothing-to-convert");
  EXPECT_EQ(at(convert(kBoth, "invoice", ",'made':7"), "/error/code"), "wrong-type");
}

TEST(Convert, AnInvoiceMayLeaveWhatRecursToTheSubscription) {
  EXPECT_EQ(dueNow(convert(kBoth, "invoice")), "110.00");
  EXPECT_EQ(dueNow(convert(kBoth, "invoice", ",'part':'once'")), "100.00");
}

// DO-3.7
TEST(Convert, AnInvoiceOfWhatIsDueNowAsksForTheOffersOwnAmount) {
  const std::string rates =
      "'taxRates':[{'id':'vat','name':'VAT','percent':'25'},{'id':'two','name':'Two',"
      "'percent':'7.7'},{'id':'in','name':'In','percent':'10','inclusive':true}],";
  const std::string lines =
      "{'id':'a','name':'Setup','unitPrice':'500','taxRateIds':['vat']},"
      "{'id':'b','name':'Seats','unitPrice':'33.33','quantity':'14','discount':{'percent':'10'},"
      "'taxRateIds':['vat','two'],'billing':{'frequency':'monthly'}},"
      "{'id':'c','name':'Ramp','taxRateIds':['in'],'billing':{'frequency':'quarterly','phases':["
      "{'payments':1,'unitPrice':'9.99'},{'unitPrice':'19.99','quantity':'2'}]}},"
      "{'id':'d','name':'Later','unitPrice':'77.77','billing':{'frequency':'monthly',"
      "'start':{'delayMonths':2}}}";
  const std::string discounts =
      "{'id':'p','type':'discount','name':'P','percent':'10'},"
      "{'id':'m','type':'discount','name':'M','amount':'31.17'}";
  const std::string all =
      discounts +
      ",{'id':'k','type':'discount','name':'K','percent':'3','code':'XMAS'},"
      "{'id':'t','type':'discount','name':'T','amount':'5','taxRateIds':['in']},"
      "{'id':'f','type':'fee','name':'F','percent':'2.5','taxRateIds':['vat']},"
      "{'id':'g','type':'fee','name':'G','amount':'4.99','taxable':true},"
      "{'id':'o','type':'tax','name':'O','percent':'1'}";
  for (const std::string& policy :
       {std::string("{}"), std::string("{'taxRounding':'document'}"),
        std::string("{'discountAllocation':'proportional','discountStacking':'sequential'}"),
        std::string("{'cashRounding':'0.05','taxBase':'beforeDiscounts'}")}) {
    for (const std::string& adjustments : {std::string(), discounts, all}) {
      const std::string quote = document("quote",
                                         "'status':'accepted','policy':" + policy + "," + rates +
                                             "'adjustments':[" + adjustments + "],",
                                         lines);
      const std::string offered = dueNow("{\"states\":[" + quoted(quote) + "]}");
      const std::string invoice = convert(quote, "invoice", ",'part':'due'");
      EXPECT_EQ(dueNow(invoice), offered) << policy << adjustments;
      const std::string later = convert(quote, "subscription", made(invoice));
      EXPECT_EQ(dueNow(later), "0.00") << policy << adjustments;
      EXPECT_EQ(at(invoice, "/states/0/lines/3"), "-");
      EXPECT_NE(later.find("Later"), std::string::npos);
    }
  }
}

TEST(Convert, ASubscriptionStartsAfterThePaymentThatAnInvoiceBilled) {
  const std::string invoice = convert(kBoth, "invoice", ",'date':'2026-12-01'");
  const std::string reply = convert(kBoth, "subscription", ",'date':'2026-12-15'" + made(invoice));
  EXPECT_EQ(at(reply, "/states/0/lines/0/billing/start/date"), "2027-01-01");
  EXPECT_EQ(dueNow(reply), "0.00");
  EXPECT_NE(reply.find("first-payment-billed"), std::string::npos);
  // An invoice of what is due once billed nothing of it, nor did a voided one.
  const std::string once = convert(kBoth, "invoice", ",'part':'once'");
  EXPECT_EQ(dueNow(convert(kBoth, "subscription", made(once))), "10.00");
  std::string voided = made(invoice);
  voided.replace(voided.find("\"kind\""), 0, "\"status\":\"voided\",");
  EXPECT_EQ(dueNow(convert(kBoth, "subscription", voided)), "10.00");
}

// DO-3.7: 500 + 100 a month, less 10 % and 50: 490.00 with what was billed once and the rest of it.
TEST(Convert, TheRestOfWhatIsDueIsWhatNoInvoiceBilled) {
  const std::string quote =
      document("quote",
               "'status':'accepted','adjustments':["
               "{'id':'p','type':'discount','name':'P','percent':'10'},"
               "{'id':'a','type':'discount','name':'A','amount':'50'}],",
               "{'id':'setup','name':'Setup','unitPrice':'500'},"
               "{'id':'seat','name':'Seat','unitPrice':'100','billing':{'frequency':'monthly'}}");
  const std::string once = convert(quote, "invoice", ",'part':'once'");
  EXPECT_EQ(dueNow(once), "400.00");
  const std::string rest = convert(quote, "invoice", ",'part':'rest'" + made(once));
  EXPECT_EQ(dueNow(rest), "90.00");
  EXPECT_EQ(at(rest, "/notices/0/code"), "billed-by-invoice");
  EXPECT_EQ(at(rest, "/notices/0/lineId"), "setup");
  // Where nothing was made, it is all that is due now.
  EXPECT_EQ(dueNow(convert(quote, "invoice", ",'part':'rest'")), "490.00");
  std::string voided = made(once);
  voided.replace(voided.find("\"kind\""), 0, "\"status\":\"voided\",");
  EXPECT_EQ(dueNow(convert(quote, "invoice", ",'part':'rest'" + voided)), "490.00");
  const std::string all = convert(quote, "invoice", ",'part':'due'");
  EXPECT_EQ(at(convert(quote, "invoice", ",'part':'rest'" + made(all)), "/error/code"),
            "nothing-to-convert");
}

TEST(Convert, ThePaymentThatWasBilledIsTakenOffTheirNumber) {
  const auto billing = [](const std::string& terms, const std::string& path) {
    const std::string quote = document(
        "quote", "'status':'accepted',",
        "{'id':'li_1','name':'Seat','unitPrice':'10.00','billing':{'frequency':'monthly'," + terms +
            "}}");
    const std::string reply = convert(quote, "subscription", made(convert(quote, "invoice")));
    return at(reply, "/error/code") != "-" ? at(reply, "/error/code")
                                           : at(reply, "/states/0/lines/0/billing" + path);
  };
  EXPECT_EQ(billing("'payments':12", "/payments"), "11");
  EXPECT_EQ(billing("'term':'P1Y'", "/payments"), "11");
  EXPECT_EQ(billing("'term':'P1Y'", "/term"), "-");
  EXPECT_EQ(billing("'payments':1", ""), "nothing-to-convert");
  const std::string ramp = "'phases':[{'payments':1,'unitPrice':'5'},{'payments':3},{}]";
  EXPECT_EQ(billing(ramp, "/phases/0/payments"), "3");
  EXPECT_EQ(billing("'phases':[{'payments':2},{}]", "/phases/0/payments"), "1");
}

TEST(Convert, WithoutARecurringLineThereIsNoSubscription) {
  EXPECT_EQ(at(convert(document("deal", "", kDesk), "subscription"), "/error/code"),
            "nothing-to-convert");
}

TEST(Convert, OptionalLinesNotChosenAreLeftOutOfAnInvoiceButKeptInACopy) {
  const std::string lines =
      "{'id':'li_1','name':'Yes','unitPrice':'1','optional':true,'selected':true},"
      "{'id':'li_2','name':'No','unitPrice':'1','optional':true}";
  const std::string state = document("quote", "'status':'accepted',", lines);
  const std::string reply = convert(state, "invoice");
  EXPECT_EQ(at(reply, "/states/0/lines/0/name"), "Yes");
  EXPECT_EQ(at(reply, "/states/0/lines/0/optional"), "-");
  EXPECT_EQ(at(reply, "/states/0/lines/1"), "-");
  EXPECT_EQ(at(reply, "/notices/0/code"), "optional-line-left-out");
  const std::string copy = convert(state, "quote");
  EXPECT_EQ(at(copy, "/states/0/lines/1/name"), "No");
  EXPECT_EQ(at(copy, "/states/0/lines/1/optional"), "true");
}

// DO-2.2
TEST(Convert, AnotherCurrencyTakesTheKnownPricesAndSaysWhereThereIsNone) {
  const std::string lines =
      "{'id':'li_1','name':'Known','productId':'p_1','unitPrice':'10.00'}," + kDesk;
  const std::string reply =
      convert(document("deal", "", lines), "quote", ",'currency':'EUR','prices':{'p_1':'9.20'}");
  EXPECT_EQ(at(reply, "/states/0/currency"), "EUR");
  EXPECT_EQ(at(reply, "/states/0/lines/0/unitPrice"), "9.2");
  EXPECT_EQ(at(reply, "/states/0/lines/1/unitPrice"), "100");
  EXPECT_EQ(at(reply, "/notices/0/code"), "price-currency-unknown");
  EXPECT_EQ(at(reply, "/notices/0/lineId"), "li_7");
}

TEST(Convert, WhatCannotBeReadIsRefused) {
  EXPECT_EQ(at(convert("{'version':9}", "quote"), "/error/code"), "unknown-version");
  EXPECT_EQ(at(convert(document("deal", "", kDesk), "order"), "/error/code"), "unknown-kind");
  EXPECT_EQ(at(convert::convertReply(test::tree("{}")), "/error/code"), "wrong-type");
}

}  // namespace
}  // namespace crossfoot
