#include "subscription/subscription.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/lifecycle/document_life.h"
#include "crossfoot/engine.h"
#include "subscription/account.h"
#include "subscription/standing.h"

namespace crossfoot {
namespace {

using test::at;
using test::quoted;

std::string plan(const std::string& billing, const std::string& more = "",
                 const std::string& price = "10.00") {
  return "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-03-01'," +
         more + "'lines':[{'id':'li_1','name':'Plan','unitPrice':'" + price + "','billing':{" +
         billing + "}}]}";
}

std::string on(const std::string& state, const std::string& day) {
  auto opened = view::OpenState::read(quoted(state));
  EXPECT_TRUE(opened);
  return subscription::subscriptionsReply((*opened)->source(),
                                          test::tree("{\"on\":\"" + day + "\"}"));
}

std::string standing(const std::string& state, const std::string& day, const std::string& member) {
  return at(on(state, day), "/subscriptions/0/" + member);
}

std::string records(const std::string& list) { return "'billingRecords':[" + list + "],"; }
std::string paid(const std::string& due) { return "{'due':'" + due + "','status':'paid'}"; }

const std::string kSix = "'frequency':'monthly','payments':6";

// RE-6.3
TEST(Subscription, PaymentsMadeAndLeftNextEndAndReminderFollowTheRecords) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")));
  EXPECT_EQ(standing(state, "2026-04-10", "paid"), "2");
  EXPECT_EQ(standing(state, "2026-04-10", "left"), "4");
  EXPECT_EQ(standing(state, "2026-04-10", "next"), "2026-05-01");
  EXPECT_EQ(standing(state, "2026-04-10", "reminder"), "2026-04-17");
  EXPECT_EQ(standing(state, "2026-04-10", "end"), "2026-09-01");
  EXPECT_EQ(standing(state, "2026-04-10", "amount"), "10.00");
  EXPECT_EQ(standing(state, "2026-04-10", "status"), "active");
}

TEST(Subscription, ARenewingOneHasNoEndAndNoPaymentsLeftToCount) {
  const std::string state = plan("'frequency':'monthly'", records(paid("2026-03-01")));
  EXPECT_EQ(standing(state, "2026-03-02", "end"), "null");
  EXPECT_EQ(standing(state, "2026-03-02", "left"), "null");
  EXPECT_EQ(standing(state, "2026-03-02", "payments"), "null");
  EXPECT_EQ(standing(state, "2026-03-02", "next"), "2026-04-01");
}

TEST(Subscription, TheFirstGapIsTheNextPaymentWhateverWasPaidAfterIt) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-05-01")));
  EXPECT_EQ(standing(state, "2026-05-02", "next"), "2026-04-01");
  EXPECT_EQ(standing(state, "2026-05-02", "paid"), "2");
}

// RE-6.2
TEST(Subscription, CanceledComesBeforeExpiredBeforeUnpaidBeforeScheduledBeforeActive) {
  const std::string two = "'frequency':'monthly','payments':2";
  const std::string all = records(paid("2026-03-01") + "," + paid("2026-04-01"));
  EXPECT_EQ(standing(plan(two, all), "2026-05-01", "status"), "expired");
  // What is paid in full runs until its last period ends.
  EXPECT_EQ(standing(plan(two, all), "2026-04-30", "status"), "active");
  EXPECT_EQ(standing(plan(two, all + "'canceledOn':'2026-04-02',"), "2026-04-02", "status"),
            "canceled");
  // One that is cancelled for a later day runs until then.
  EXPECT_EQ(standing(plan(two, all + "'canceledOn':'2026-04-03',"), "2026-04-02", "status"),
            "active");
  const std::string failed = records("{'due':'2026-03-01','status':'failed'}");
  EXPECT_EQ(standing(plan(two, failed), "2026-03-15", "status"), "unpaid");
  // A later period does not make good for one that failed.
  EXPECT_EQ(standing(plan(two, failed), "2026-04-01", "status"), "unpaid");
  const std::string soon = records("{'due':'2026-04-01','status':'failed'}");
  EXPECT_EQ(standing(plan(two, soon), "2026-03-31", "status"), "active");
  const std::string later = two + ",'start':{'delayDays':40}";
  EXPECT_EQ(standing(plan(later), "2026-03-15", "status"), "scheduled");
  EXPECT_EQ(standing(plan(later), "2026-04-10", "status"), "active");
}

TEST(Subscription, OfSeveralRecordsOfAPaymentTheLastKnownOnTheDayCounts) {
  const std::string state =
      plan(kSix, records("{'due':'2026-03-01','status':'failed','date':'2026-03-01'},"
                         "{'due':'2026-03-01','status':'paid','date':'2026-03-05'}"));
  EXPECT_EQ(standing(state, "2026-03-03", "status"), "unpaid");
  EXPECT_EQ(standing(state, "2026-03-03", "paid"), "0");
  EXPECT_EQ(standing(state, "2026-03-05", "status"), "active");
  EXPECT_EQ(standing(state, "2026-03-05", "paid"), "1");
}

TEST(Subscription, ACancelledOneAsksForNothingMoreAndEndsThatDay) {
  const std::string state = plan(
      kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")) + "'canceledOn':'2026-04-15',");
  EXPECT_EQ(standing(state, "2026-04-15", "left"), "0");
  EXPECT_EQ(standing(state, "2026-04-15", "next"), "null");
  EXPECT_EQ(standing(state, "2026-04-15", "reminder"), "null");
  EXPECT_EQ(standing(state, "2026-04-15", "amount"), "null");
  EXPECT_EQ(standing(state, "2026-04-15", "end"), "2026-04-15");
  EXPECT_EQ(standing(state, "2026-04-14", "status"), "active");
}

// RE-6.3: what was paid ahead was paid, also where the end comes before its day.
TEST(Subscription, ACancellationTakesNoPaymentFromThoseMade) {
  const std::string made = paid("2026-03-01") + "," + paid("2026-04-01") + "," + paid("2026-05-01");
  EXPECT_EQ(standing(plan(kSix, records(made)), "2026-05-02", "paid"), "3");
  const std::string state = plan(kSix, records(made) + "'canceledOn':'2026-03-15',");
  EXPECT_EQ(standing(state, "2026-05-02", "paid"), "3");
  EXPECT_EQ(standing(state, "2026-05-02", "left"), "0");
}

TEST(Subscription, WhatFellDueBeforeTheEndIsLeftToPayAfterIt) {
  const std::string state = plan(kSix, records(paid("2026-04-01")) + "'canceledOn':'2026-05-15',");
  EXPECT_EQ(standing(state, "2026-06-01", "status"), "canceled");
  EXPECT_EQ(standing(state, "2026-06-01", "left"), "2");
  EXPECT_EQ(standing(state, "2026-06-01", "next"), "2026-03-01");
  EXPECT_EQ(standing(state, "2026-06-01", "reminder"), "null");
}

// RE-6.16
TEST(Subscription, ItsPaymentsAskForWhatIsPaidOnceOnTheirDay) {
  const auto state = [](const std::string& start, const std::string& records_ = "") {
    return "{'version':1,'kind':'subscription','currency':'USD','date':'2026-03-01'," + records_ +
           "'lines':[{'id':'a','name':'Plan','unitPrice':'120','billing':{'frequency':'monthly'}},"
           "{'id':'b','name':'Setup','unitPrice':'250'" +
           start +
           "},{'id':'c','name':'Care','unitPrice':'7','billing':{'frequency':'annually'}}]}";
  };
  const std::string first = records(paid("2026-03-01"));
  EXPECT_EQ(standing(state(""), "2026-03-01", "amount"), "370.00");
  EXPECT_EQ(standing(state("", first), "2026-03-01", "amount"), "120.00");
  // The other subscription of the document does not ask for it again.
  EXPECT_EQ(at(on(state(""), "2026-03-01"), "/subscriptions/1/amount"), "7.00");
  const std::string later = ",'billing':{'start':{'date':'2026-04-01'}}";
  EXPECT_EQ(standing(state(later), "2026-03-01", "amount"), "120.00");
  EXPECT_EQ(standing(state(later, first), "2026-03-01", "amount"), "370.00");
}

// RE-6.17
TEST(Subscription, APaymentOfLessThanThePeriodAsksForIsRefused) {
  const std::string state = plan(kSix);
  const auto pay = [&](const std::string& more) {
    test::Life life(state);
    return life.apply("{'op':'payment','payment':{'date':'2026-03-01','due':'2026-03-01'," + more +
                      "}}");
  };
  EXPECT_EQ(pay("'amount':'0.01'"), "out-of-range");
  EXPECT_EQ(pay("'amount':'9.99','status':'pending'"), "out-of-range");
  EXPECT_EQ(pay("'amount':'9.99','status':'failed'"), "ok");
  EXPECT_EQ(pay("'amount':'9.99','invoiceId':'i1'"), "ok");
  EXPECT_EQ(pay("'amount':'10.00'"), "ok");
  EXPECT_EQ(pay("'amount':'10.01'"), "ok");
}

std::string viewed(const std::string& state, const std::string& path) {
  auto opened = view::OpenState::read(quoted(state));
  EXPECT_TRUE(opened);
  return at(view::pricedView((*opened)->source(), false), path);
}

// RE-6.10
TEST(Subscription, NothingFromTheDayOfTheCancellationOnIsInItsTotals) {
  const std::string end = "'canceledOn':'2026-05-10',";
  for (const std::string& billing : {kSix, std::string("'frequency':'monthly'")}) {
    const std::string state = plan(billing, end);
    EXPECT_EQ(viewed(state, "/summary/dueNow"), "10.00");
    EXPECT_EQ(viewed(state, "/summary/futurePayments"), "20.00");
    EXPECT_EQ(viewed(state, "/summary/total"), "30.00");
    EXPECT_EQ(viewed(state, "/schedule/2/date"), "2026-05-01");
    EXPECT_EQ(viewed(state, "/schedule/3"), "-");
    EXPECT_EQ(viewed(state, "/metrics/tcv"), "30.00");
    EXPECT_EQ(viewed(state, "/metrics/arr"), "30.00");
    EXPECT_EQ(viewed(state, "/recurring/0/remaining"), "2");
  }
  // The last day is not one of them, and a payment that was not taken away leaves all as it was.
  EXPECT_EQ(viewed(plan(kSix, "'canceledOn':'2026-05-01',"), "/summary/total"), "20.00");
  EXPECT_EQ(viewed(plan(kSix, "'canceledOn':'2027-01-01',"), "/summary/total"), "60.00");
  EXPECT_EQ(viewed(plan(kSix, "'canceledOn':'2026-03-01',"), "/summary/total"), "0.00");
}

TEST(Subscription, ACancellationTakesTheLastPhasesAway) {
  const std::string ramp =
      "'frequency':'monthly','phases':[{'payments':2,'unitPrice':'5.00'},{'payments':2},"
      "{'unitPrice':'20.00'}]";
  EXPECT_EQ(viewed(plan(ramp, "'canceledOn':'2026-03-02',"), "/summary/total"), "5.00");
  EXPECT_EQ(viewed(plan(ramp, "'canceledOn':'2026-05-02',"), "/summary/total"), "20.00");
  EXPECT_EQ(viewed(plan(ramp, "'canceledOn':'2026-08-02',"), "/summary/total"), "70.00");
  EXPECT_EQ(viewed(plan(ramp, "'canceledOn':'2026-08-02',"), "/lines/0/phases/2/payments"), "2");
}

TEST(Subscription, OneThatWillEndIsActiveUntilThenHoweverMuchIsPaid) {
  const std::string state = plan(kSix, records(paid("2026-03-01")) + "'canceledOn':'2026-04-01',");
  EXPECT_EQ(standing(state, "2026-03-20", "status"), "active");
  EXPECT_EQ(standing(state, "2026-03-20", "left"), "0");
  EXPECT_EQ(standing(state, "2026-03-20", "next"), "null");
  EXPECT_EQ(standing(state, "2026-03-20", "end"), "2026-04-01");
  EXPECT_EQ(standing(state, "2026-04-01", "status"), "canceled");
}

TEST(Subscription, WhatItBringsAMonthEndsWithIt) {
  const std::string state = plan(kSix, records(paid("2026-03-01")) + "'canceledOn':'2026-04-10',");
  EXPECT_EQ(standing(state, "2026-04-09", "mrr"), "10.00");
  EXPECT_EQ(standing(state, "2026-04-10", "mrr"), "0.00");
  EXPECT_EQ(standing(state, "2026-04-10", "arr"), "0.00");
  EXPECT_EQ(standing(state, "2026-04-09", "canceledOn"), "2026-04-10");
  EXPECT_EQ(standing(plan(kSix), "2026-03-09", "canceledOn"), "-");
  EXPECT_EQ(standing(plan(kSix), "2026-03-09", "arr"), "60.00");
  const std::string later = plan("'frequency':'monthly','start':{'delayDays':40}");
  EXPECT_EQ(standing(later, "2026-03-15", "mrr"), "0.00");
  EXPECT_EQ(standing(later, "2026-04-10", "mrr"), "10.00");
}

TEST(Subscription, ADayThatIsNoneIsRefused) {
  EXPECT_EQ(at(on(plan(kSix), "2026-02-30"), "/error/code"), "date-invalid");
}

TEST(Subscription, TheNextPaymentOfARampCostsWhatItsPhaseSays) {
  const std::string ramp =
      "'frequency':'monthly','phases':[{'payments':1,'unitPrice':'5.00'},{'payments':2}]";
  EXPECT_EQ(standing(plan(ramp), "2026-03-01", "amount"), "5.00");
  EXPECT_EQ(standing(plan(ramp, records(paid("2026-03-01"))), "2026-03-02", "amount"), "10.00");
}

std::string period(const std::string& state, const std::string& what, const std::string& day,
                   const std::string& more = "") {
  return subscription::periodReply(test::tree(
      quoted("{'state':" + state + ",'do':'" + what + "','on':'" + day + "'" + more + "}")));
}

std::string priced(const std::string& state) {
  auto opened = view::OpenState::read(state);
  EXPECT_TRUE(opened) << (opened ? "" : opened.refusal().message);
  return view::pricedView((*opened)->source(), false);
}

const std::string kTaxed =
    "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-01-31',"
    "'policy':{'taxRounding':'document','cashRounding':'0.05'},"
    "'taxRates':[{'id':'a','name':'A','percent':'8.875'},{'id':'b','name':'B','percent':'5',"
    "'inclusive':true}],'lines':["
    "{'id':'li_1','name':'One','unitPrice':'3.33','taxRateIds':['a'],'billing':{'frequency':'"
    "monthly',"
    "'phases':[{'payments':2,'unitPrice':'1.11'},{'payments':3,'discount':{'percent':'7'}}]}},"
    "{'id':'li_2','name':'Two','unitPrice':'7.77','quantity':'3','taxRateIds':['a','b'],"
    "'billing':{'frequency':'monthly','payments':5}},"
    "{'id':'li_3','name':'Three','unitPrice':'0.15','taxRateIds':['a'],"
    "'billing':{'frequency':'quarterly'}}]}";

// RE-6.7
TEST(Period, TheInvoiceOfEachDueDateEqualsItsEntryOfTheSchedule) {
  const json::Value view = test::tree(priced(quoted(kTaxed)));
  const json::Value& schedule = *view.find("schedule");
  ASSERT_GT(schedule.items.size(), 5u);
  for (const json::Value& entry : schedule.items) {
    const std::string day = at(entry, "/date");
    const std::string reply = period(kTaxed, "invoice", day);
    ASSERT_EQ(at(reply, "/error"), "-") << day << reply;
    EXPECT_EQ(at(reply, "/state/kind"), "invoice");
    EXPECT_EQ(at(reply, "/state/date"), day);
    const std::string bill = priced(at(reply, "/state"));
    EXPECT_EQ(at(bill, "/summary/dueNow"), at(entry, "/total")) << day;
    EXPECT_EQ(at(bill, "/summary/subtotal"), at(entry, "/net")) << day;
    EXPECT_EQ(at(bill, "/issues"), "[]") << day;
  }
}

// A discount goes to one-time lines first, in the invoice of the first payments too.
TEST(Period, TheInvoiceOfTheCheckoutSharesDiscountsAsItsDocument) {
  const std::string quote =
      "{'version':1,'id':'q1','kind':'quote','status':'published','currency':'USD',"
      "'date':'2026-01-01','taxRates':[{'id':'v','name':'VAT','percent':'20'}],'lines':["
      "{'id':'a','name':'Setup','unitPrice':'100'},{'id':'b','name':'Plan','unitPrice':'100',"
      "'taxRateIds':['v'],'billing':{'frequency':'monthly','payments':12}}],"
      "'adjustments':[{'id':'d','type':'discount','name':'n','amount':'50'}]}";
  const std::string invoice = at(period(quote, "invoice", "2026-01-01"), "/state");
  EXPECT_EQ(at(priced(invoice), "/summary/total"), "170.00");
  EXPECT_EQ(at(invoice, "/lines/1/origin/frequency"), "monthly");
  EXPECT_EQ(at(invoice, "/lines/0/origin/frequency"), "-");
  // So does the invoice that the quote is converted to, and what is made of an invoice.
  const auto converted = [](const std::string& state, const std::string& to) {
    const std::string reply = call("convert", "{\"state\":" + state + ",\"to\":\"" + to + "\"}");
    return at(reply, "/states/0");
  };
  const std::string bill = converted(quoted(quote), "invoice");
  EXPECT_EQ(at(priced(bill), "/summary/total"), "170.00");
  EXPECT_EQ(at(priced(converted(bill, "invoice")), "/summary/total"), "170.00");
}

TEST(Period, TheInvoiceOfTheCheckoutMayBeAFeeAlone) {
  const std::string quote =
      "{'version':1,'id':'q2','kind':'quote','currency':'USD','date':'2026-01-01','lines':["
      "{'id':'b','name':'Plan','unitPrice':'100','billing':{'frequency':'monthly','payments':12,"
      "'start':{'delayDays':30}}}],"
      "'adjustments':[{'id':'f','type':'fee','name':'Setup','amount':'50'}]}";
  const std::string invoice = at(period(quote, "invoice", "2026-01-01"), "/state");
  EXPECT_EQ(at(priced(invoice), "/summary/total"), "50.00");
  EXPECT_EQ(at(invoice, "/lines"), "[]");
  EXPECT_EQ(at(period(quote, "invoice", "2026-01-31"), "/state/adjustments"), "-");
}

// RE-6.9
TEST(Period, AnInvoiceNamesTheSubscriptionItsLinesAndThePeriod) {
  const std::string reply = period(plan(kSix), "invoice", "2026-05-01", ",'id':'inv'");
  EXPECT_EQ(at(reply, "/state/id"), "inv");
  EXPECT_EQ(at(reply, "/state/policy/taxRounding"), "line");
  EXPECT_EQ(at(reply, "/state/origin/id"), "s1");
  EXPECT_EQ(at(reply, "/state/origin/due"), "2026-05-01");
  EXPECT_EQ(at(reply, "/state/lines/0/origin/lineId"), "li_1");
  EXPECT_EQ(at(reply, "/state/lines/0/billing"), "-");
  EXPECT_EQ(at(reply, "/state/lines/0/servicePeriod/start"), "2026-05-01");
  EXPECT_EQ(at(reply, "/state/lines/0/servicePeriod/end"), "2026-05-31");
}

TEST(Period, NoInvoiceIsMadeWhereNothingFallsDue) {
  EXPECT_EQ(at(period(plan(kSix), "invoice", "2026-05-02"), "/error/code"), "no-such-payment");
  EXPECT_EQ(at(period(plan(kSix), "invoice", "2026-09-01"), "/error/code"), "no-such-payment");
  EXPECT_EQ(
      at(period(plan(kSix, "'canceledOn':'2026-05-01',"), "invoice", "2026-05-01"), "/error/code"),
      "subscription-canceled");
  EXPECT_EQ(at(period(plan(kSix), "renew", "2026-05-01"), "/error/code"), "unknown-value");
  EXPECT_EQ(at(period(plan(kSix), "invoice", "soon"), "/error/code"), "date-invalid");
}

// April has 30 days: the 16th leaves 15 of them.
// RE-6.2
TEST(Subscription, OfSeveralOneThatRunsIsNotHiddenByOneThatIsToCome) {
  const std::string state =
      "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-03-01','lines':["
      "{'id':'a','name':'A','unitPrice':'1','billing':{'frequency':'monthly','start':"
      "{'delayDays':40}}},{'id':'b','name':'B','unitPrice':'1','billing':{'frequency':'annually'}}]"
      "}";
  auto opened = view::OpenState::read(quoted(state));
  ASSERT_TRUE(opened);
  EXPECT_EQ(subscription::statusOn((*opened)->source(), *Date::parse("2026-03-02")), "active");
}

// RE-6.15
TEST(Account, WhatWasChargedPaidAndGivenBackAddsUp) {
  const std::string line = "'lines':[{'id':'l','name':'L','unitPrice':'";
  const auto made = [&](const std::string& kind, const std::string& id, const std::string& status,
                        const std::string& amount, const std::string& more) {
    return "{'version':1,'kind':'" + kind + "','id':'" + id + "','number':'" + id +
           "','currency':'USD','date':'2026-04-0" + id.back() + "','status':'" + status + "'," +
           more + line + amount + "'}]}";
  };
  const std::string all =
      made("invoice", "i1", "paid", "10.00",
           "'payments':[{'amount':'10.00','status':'succeeded'},"
           "{'amount':'4.00','status':'pending'}],'refunds':[{'amount':'5.00'}],"
           "'credits':[{'amount':'5.00','creditMemoId':'m3'}],") +
      "," + made("invoice", "i2", "open", "6.00", "") + "," +
      made("creditMemo", "m3", "applied", "5.00",
           "'credits':[{'amount':'5.00','invoiceId':'i1'}],") +
      "," +
      made("creditMemo", "m4", "applied", "3.00",
           "'payments':[{'amount':'1.00','status':'succeeded'}],"
           "'credits':[{'amount':'2.00','invoiceId':'elsewhere'}],") +
      "," + made("invoice", "i5", "draft", "99.00", "") + "," +
      made("creditMemo", "m6", "voided", "99.00", "");
  const std::string records_ = records(
      "{'due':'2026-03-01','status':'paid','amount':'8.00'},"
      "{'due':'2026-04-01','status':'paid','amount':'5.00','invoiceId':'i1'}");
  const std::string reply = subscription::accountReply(
      test::tree(quoted("{'state':" + plan(kSix, records_) + ",'made':[" + all + "]}")));
  const auto row = [&](int place, const std::string& member) {
    return at(reply, "/rows/" + std::to_string(place) + "/" + member);
  };
  EXPECT_EQ(row(0, "kind") + row(0, "due") + row(0, "charged") + row(0, "received"),
            "payment2026-03-018.008.00");
  EXPECT_EQ(row(1, "number") + row(1, "charged") + row(1, "received"), "i110.005.00");
  EXPECT_EQ(row(2, "number") + row(2, "charged") + row(2, "received"), "i26.000.00");
  EXPECT_EQ(row(3, "number") + row(3, "charged") + row(3, "received"), "m3-5.000.00");
  EXPECT_EQ(row(4, "number") + row(4, "charged") + row(4, "received"), "m4-3.00-3.00");
  EXPECT_EQ(at(reply, "/rows/5"), "-");
  EXPECT_EQ(at(reply, "/charged"), "16.00");
  EXPECT_EQ(at(reply, "/received"), "10.00");
  EXPECT_EQ(at(reply, "/left"), "6.00");
  EXPECT_EQ(at(reply, "/drafts"), "1");
}

TEST(Account, AnAmountPaidOutAsARefundOfItsInvoiceIsGivenBackOnce) {
  const std::string rest =
      "'version':1,'currency':'USD','date':'2026-03-02','lines':[{'id':'l','name':'L',"
      "'unitPrice':'10.00'}],";
  const std::string made = "{" + rest +
                           "'kind':'invoice','id':'i1','number':'i1','status':'paid',"
                           "'payments':[{'id':'p','amount':'10.00','status':'succeeded'}],"
                           "'refunds':[{'paymentId':'p','amount':'10.00'}],"
                           "'credits':[{'amount':'10.00','creditMemoId':'m1'}]},{" +
                           rest +
                           "'kind':'creditMemo','id':'m1','number':'m1','status':'applied',"
                           "'payments':[{'amount':'10.00','status':'succeeded','invoiceId':'i1'}]}";
  const std::string reply = subscription::accountReply(
      test::tree(quoted("{'state':" + plan(kSix) + ",'made':[" + made + "]}")));
  EXPECT_EQ(at(reply, "/charged"), "0.00");
  EXPECT_EQ(at(reply, "/received"), "0.00");
  EXPECT_EQ(at(reply, "/left"), "0.00");
}

// RE-6.4: of 10.00 that a memo credits, the unused half is not credited once more.
TEST(Period, CancellingCreditsNothingThatACreditMemoOfTheInvoiceCredits) {
  const std::string paid = "{'due':'2026-03-01','status':'paid','amount':'10.00','invoiceId':'i'}";
  const auto credited = [&](const std::string& memo, const std::string& status) {
    const std::string made =
        "{'kind':'invoice','id':'i','number':'I','status':'paid','total':'10.00'},"
        "{'kind':'creditMemo','id':'m','total':'" +
        memo + "','status':'" + status + "','origin':{'kind':'invoice','id':'i'}}";
    return at(period(plan(kSix, records(paid)), "cancel", "2026-03-16", ",'made':[" + made + "]"),
              "/credit/total");
  };
  EXPECT_EQ(credited("4.00", "open"), "5.16");
  EXPECT_EQ(credited("7.00", "open"), "3.00");
  EXPECT_EQ(credited("7.00", "draft"), "5.16");
  EXPECT_EQ(credited("7.00", "voided"), "5.16");
  EXPECT_EQ(credited("10.00", "applied"), "-");
}

// RE-6.4, RE-6.5
TEST(Period, CancellingNowGivesTheUnusedDaysBack) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")));
  const std::string reply = period(state, "cancel", "2026-04-16", ",'id':'cm'");
  EXPECT_EQ(at(reply, "/state/canceledOn"), "2026-04-16");
  EXPECT_EQ(at(reply, "/credit/lines/0/days"), "15");
  EXPECT_EQ(at(reply, "/credit/lines/0/of"), "30");
  EXPECT_EQ(at(reply, "/credit/total"), "5.00");
  EXPECT_EQ(at(reply, "/document/kind"), "creditMemo");
  EXPECT_EQ(at(reply, "/document/id"), "cm");
  EXPECT_EQ(at(priced(at(reply, "/document")), "/summary/dueNow"), "5.00");
  EXPECT_EQ(at(reply, "/credit/lines/0/id"), "li_1");
  EXPECT_EQ(at(reply, "/document/lines/0/origin"),
            R"({"kind":"subscription","id":"s1","lineId":"li_1"})");
}

// RE-6.11
TEST(Period, TheBillOfUnusedDaysIsDescribedInTheWordsGiven) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")));
  const std::string english = period(state, "cancel", "2026-04-16");
  EXPECT_EQ(at(english, "/document/lines/0/description"), "Unused: 15 of 30 days");
  const std::string words =
      ",'unusedText':'Ungenutzt: {days} von {of} Tagen','remainingText':'Ab jetzt: {days}/{of}'";
  const std::string german = period(state, "cancel", "2026-04-16", words);
  EXPECT_EQ(at(german, "/document/lines/0/description"), "Ungenutzt: 15 von 30 Tagen");
  const std::string changed =
      period(state, "change", "2026-04-16", words + ",'changes':{'li_1':{'quantity':'2'}}");
  EXPECT_EQ(at(changed, "/document/lines/0/description"), "Ungenutzt: 15 von 30 Tagen");
  EXPECT_EQ(at(changed, "/document/lines/1/description"), "Ab jetzt: 15/30");
  EXPECT_EQ(at(period(state, "cancel", "2026-04-16", ",'unusedText':7"), "/error/path"),
            "/unusedText");
}

// RE-6.5
TEST(Period, EachLineAndEachOfItsTaxesIsRoundedAlone) {
  const std::string state =
      "{'version':1,'kind':'subscription','currency':'USD','date':'2026-04-01',"
      "'billingRecords':[{'due':'2026-04-01','status':'paid'}],"
      "'taxRates':[{'id':'a','name':'A','percent':'10'},{'id':'b','name':'B','percent':'20',"
      "'inclusive':true}],'lines':["
      "{'id':'li_1','name':'One','unitPrice':'1.01','taxRateIds':['a'],"
      "'billing':{'frequency':'monthly'}},"
      "{'id':'li_2','name':'Two','unitPrice':'1.21','taxRateIds':['b'],"
      "'billing':{'frequency':'monthly'}}]}";
  // Half of 1.01, 0.10, 1.21 and the 0.20 in it: 0.51, 0.05, 0.61, 0.10.
  const std::string reply = period(state, "cancel", "2026-04-16");
  EXPECT_EQ(at(reply, "/credit/lines/0/net"), "0.51");
  EXPECT_EQ(at(reply, "/credit/lines/0/taxes/0/amount"), "0.05");
  EXPECT_EQ(at(reply, "/credit/lines/0/total"), "0.56");
  EXPECT_EQ(at(reply, "/credit/lines/1/net"), "0.61");
  EXPECT_EQ(at(reply, "/credit/lines/1/taxes/0/amount"), "0.10");
  EXPECT_EQ(at(reply, "/credit/lines/1/total"), "0.61");
  // What each fixed amount stands for, so that a tax report finds rate and base.
  EXPECT_EQ(at(reply, "/document/taxRates/0/origin"),
            R"({"rateId":"a","percent":"10","base":"0.51"})");
  EXPECT_EQ(at(reply, "/document/taxRates/1/origin"),
            R"({"rateId":"b","percent":"20","base":"0.51"})");
  const std::string memo = priced(at(reply, "/document"));
  EXPECT_EQ(at(memo, "/summary/dueNow"), "1.17");
  EXPECT_EQ(at(memo, "/summary/lineTax"), "0.15");
  EXPECT_EQ(at(memo, "/issues"), "[]");
}

TEST(Period, NothingIsGivenBackForAPeriodThatWasNotPaidNorAtPeriodEnd) {
  const std::string pending = plan(kSix, records("{'due':'2026-03-01','status':'pending'}"));
  const std::string reply = period(pending, "cancel", "2026-03-16");
  EXPECT_EQ(at(reply, "/credit"), "null");
  EXPECT_EQ(at(reply, "/notices/0/code"), "pending-debit-continues");
  const std::string state = plan(kSix, records(paid("2026-03-01")));
  const std::string atEnd = period(state, "cancel", "2026-03-16", ",'atPeriodEnd':true");
  EXPECT_EQ(at(atEnd, "/state/canceledOn"), "2026-04-01");
  EXPECT_EQ(at(atEnd, "/credit"), "null");
}

TEST(Period, ACancelledSubscriptionIsNotCancelledOrChangedAgain) {
  const std::string state = plan(kSix, "'canceledOn':'2026-04-15',");
  EXPECT_EQ(at(period(state, "cancel", "2026-04-15"), "/error/code"), "subscription-canceled");
  EXPECT_EQ(at(period(state, "change", "2026-04-15", ",'changes':{'li_1':{'quantity':'2'}}"),
               "/error/code"),
            "subscription-canceled");
}

TEST(Period, WhatIsCancelledForALaterDayIsNotCancelledOrChangedBeforeItEither) {
  const std::string state = plan(kSix, records(paid("2026-03-01")) + "'canceledOn':'2026-03-10',");
  for (const std::string day : {"2026-03-05", "2026-03-10", "2026-03-20"}) {
    EXPECT_EQ(at(period(state, "cancel", day), "/error/code"), "subscription-canceled") << day;
    EXPECT_EQ(at(period(state, "cancel", day, ",'atPeriodEnd':true"), "/error/code"),
              "subscription-canceled");
    EXPECT_EQ(
        at(period(state, "change", day, ",'changes':{'li_1':{'quantity':'2'}}"), "/error/code"),
        "subscription-canceled");
  }
}

TEST(Period, PeriodsPaidInAdvanceAreGivenBackWhole) {
  const std::string state =
      plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01") + "," + paid("2026-05-01")));
  // Half of April, and all of May.
  const std::string now = period(state, "cancel", "2026-04-16");
  EXPECT_EQ(at(now, "/credit/lines/0/total"), "5.00");
  EXPECT_EQ(at(now, "/credit/lines/1/total"), "10.00");
  EXPECT_EQ(at(now, "/credit/total"), "15.00");
  EXPECT_EQ(at(priced(at(now, "/document")), "/summary/dueNow"), "15.00");
  const std::string atEnd = period(state, "cancel", "2026-04-16", ",'atPeriodEnd':true");
  EXPECT_EQ(at(atEnd, "/state/canceledOn"), "2026-05-01");
  EXPECT_EQ(at(atEnd, "/credit/total"), "10.00");
}

// RE-6.4
TEST(Period, NoMoreIsGivenBackThanIsRecordedAsPaid) {
  const auto credit = [](const std::string& amount) {
    const std::string record = "{'due':'2026-03-01','status':'paid','amount':'" + amount + "'}";
    std::string state =
        "{'version':1,'kind':'subscription','currency':'USD','date':'2026-03-01',"
        "'billingRecords':[" +
        record +
        "],'taxRates':[{'id':'a','name':'A','percent':'25'},{'id':'b','name':'B','percent':'10',"
        "'inclusive':true}],'lines':["
        "{'id':'li_1','name':'One','unitPrice':'8.00','taxRateIds':['a'],"
        "'billing':{'frequency':'monthly'}},"
        "{'id':'li_2','name':'Two','unitPrice':'11.00','taxRateIds':['b'],"
        "'billing':{'frequency':'monthly'}}]}";
    return period(state, "cancel", "2026-03-01");
  };
  EXPECT_EQ(at(credit("21.00"), "/credit/total"), "21.00");
  EXPECT_EQ(at(credit("30.00"), "/credit/total"), "21.00");
  EXPECT_EQ(at(credit("0.00"), "/credit"), "null");
  for (const std::string amount : {"10.50", "20.99", "0.01", "7.77"}) {
    const std::string reply = credit(amount);
    EXPECT_EQ(at(reply, "/credit/total"), amount);
    EXPECT_EQ(at(priced(at(reply, "/document")), "/summary/dueNow"), amount);
  }
  EXPECT_EQ(at(credit("10.50"), "/credit/lines/0/net"), "4.00");
  EXPECT_EQ(at(credit("10.50"), "/credit/lines/0/taxes/0/amount"), "1.00");
  EXPECT_EQ(at(credit("10.50"), "/credit/lines/1/net"), "5.50");
  EXPECT_EQ(at(credit("10.50"), "/credit/lines/1/taxes/0/amount"), "0.50");
  // A tax of the whole net stays one of the net that is left, wherever a lone cent falls.
  EXPECT_EQ(at(credit("0.01"), "/document/taxRates/0/origin/base"), "0.00");
  EXPECT_EQ(at(credit("0.01"), "/document/taxRates/1/origin/base"), "0.01");
}

// RE-6.6
TEST(Period, APriceThatDoublesHalfwayCreditsFiveAndChargesTen) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")));
  const std::string reply =
      period(state, "change", "2026-04-16", ",'changes':{'li_1':{'unitPrice':'20.00'}}");
  EXPECT_EQ(at(reply, "/credit/total"), "5.00");
  EXPECT_EQ(at(reply, "/charge/total"), "10.00");
  EXPECT_EQ(at(reply, "/total"), "5.00");
  EXPECT_EQ(at(reply, "/state/lines/0/unitPrice"), "10");
  EXPECT_EQ(at(reply, "/state/lines/0/billing/phases"),
            quoted("[{'payments':2},{'payments':4,'unitPrice':'20'}]"));
  EXPECT_EQ(at(reply, "/document/kind"), "invoice");
  EXPECT_EQ(at(reply, "/document/lines/0/unitPrice"), "-5");
  EXPECT_EQ(at(reply, "/document/lines/1/unitPrice"), "10");
  const std::string bill = priced(at(reply, "/document"));
  EXPECT_EQ(at(bill, "/summary/dueNow"), "5.00");
  EXPECT_EQ(at(bill, "/issues"), "[]");
}

// RE-6.6
TEST(Period, AChangeSaysWhereTheRunningPeriodIsNotPaid) {
  const auto notice = [](const std::string& records) {
    return at(period(plan(kSix, records), "change", "2026-03-16",
                     ",'changes':{'li_1':{'unitPrice':'20.00'}}"),
              "/notices/0/code");
  };
  EXPECT_EQ(notice(""), "period-not-paid");
  EXPECT_EQ(notice(records("{'due':'2026-03-01','status':'failed'}")), "period-not-paid");
  EXPECT_EQ(notice(records("{'due':'2026-03-01','status':'pending'}")), "-");
  EXPECT_EQ(notice(records(paid("2026-03-01"))), "-");
}

TEST(Period, AChangeThatMakesItCheaperIsACreditMemoOfPositiveAmounts) {
  const std::string reply = period(plan(kSix, records(paid("2026-03-01")), "20.00"), "change",
                                   "2026-03-01", ",'changes':{'li_1':{'unitPrice':'10.00'}}");
  EXPECT_EQ(at(reply, "/total"), "-10.00");
  EXPECT_EQ(at(reply, "/document/kind"), "creditMemo");
  EXPECT_EQ(at(priced(at(reply, "/document")), "/summary/dueNow"), "10.00");
}

TEST(Period, TaxesOfAChangeFollowTheirLinesAndTheBillAddsUp) {
  const std::string reply = period(kTaxed, "change", "2026-02-10",
                                   ",'changes':{'li_2':{'quantity':'5'},'li_1':{'unitPrice':'2'}}");
  ASSERT_EQ(at(reply, "/error"), "-") << reply;
  const std::string bill = priced(at(reply, "/document"));
  EXPECT_EQ(at(bill, "/issues"), "[]");
  EXPECT_EQ(at(bill, "/summary/dueNow"), at(reply, "/total"));
  // A ramp changes from the next payment on, and its neighbour is divided as it is.
  EXPECT_EQ(at(reply, "/state/lines/0/billing/phases/0/unitPrice"), "1.11");
  EXPECT_EQ(at(reply, "/state/lines/0/billing/phases/1/unitPrice"), "2");
  EXPECT_EQ(at(reply, "/state/lines/0/billing/phases/2/unitPrice"), "2");
  EXPECT_EQ(at(reply, "/state/lines/1/billing/phases"),
            quoted("[{'payments':1},{'payments':4,'quantity':'5'}]"));
}

// RE-6.13
TEST(Period, AChangeLeavesWhatFellDueBeforeItAsItWas) {
  const std::string before = quoted(
      "{'version':1,'id':'s1','kind':'subscription','currency':'EUR','date':'2026-09-01',"
      "'taxRates':[{'id':'m','name':'MwSt','percent':'25'}],'lines':[{'id':'li_1','name':'A',"
      "'unitPrice':'1250.50','quantity':'2','discount':{'percent':'10'},'taxRateIds':['m'],"
      "'billing':{'frequency':'monthly','payments':12}}]}");
  const auto dues = [](const std::string& state) {
    const json::Value view = test::tree(priced(state));
    std::vector<std::string> totals;
    for (const json::Value& entry : view.find("schedule")->items) {
      totals.push_back(at(entry, "/total"));
    }
    return totals;
  };
  const std::string reply = period(before, "change", "2026-11-16",
                                   ",'at':'2026-11-16T10:00:00Z','by':'Ada',"
                                   "'changes':{'li_1':{'unitPrice':'1400'}}");
  EXPECT_EQ(at(reply, "/total"), "168.18");
  const std::string state = at(reply, "/state");
  std::vector<std::string> expected(12, "3150.00");
  std::fill_n(expected.begin(), 3, "2813.63");
  EXPECT_EQ(dues(state), expected);
  EXPECT_EQ(at(priced(state), "/summary/total"), "36790.89");
  EXPECT_EQ(at(state, "/events"),
            quoted("[{'at':'2026-11-16T10:00:00Z','by':'Ada','amount':'168.18',"
                   "'changes':{'li_1':{'unitPrice':'1400'}},'lineIds':['li_1'],"
                   "'on':'2026-11-16','type':'changed'}]"));
  EXPECT_EQ(standing(state, "2026-11-15", "mrr"), "2250.90");
  EXPECT_EQ(standing(state, "2026-11-16", "mrr"), "2520.00");
  // A second change in the same period starts from the terms that the first one brought.
  const std::string second =
      period(state, "change", "2026-11-16", ",'changes':{'li_1':{'quantity':'3'}}");
  EXPECT_EQ(at(second, "/credit/total"), at(reply, "/charge/total"));
  expected.assign(12, "4725.00");
  std::fill_n(expected.begin(), 3, "2813.63");
  EXPECT_EQ(dues(at(second, "/state")), expected);
}

// RE-6.13
TEST(Period, AChangeBeginsWithTheLastPaymentThatIsMadeOrUnderWayAtTheEarliest) {
  const auto code = [](const std::string& records, const std::string& day) {
    const std::string reply =
        period(plan(kSix, records), "change", day, ",'changes':{'li_1':{'unitPrice':'20.00'}}");
    return at(reply, "/error/code") + " " + at(reply, "/error/values/day");
  };
  const std::string ahead = records(paid("2026-03-01") + "," + paid("2026-04-01"));
  for (const std::string day : {"0416-01-01", "2026-02-28", "2026-03-16", "2026-03-31"}) {
    EXPECT_EQ(code(ahead, day), "already-paid 2026-04-01") << day;
  }
  EXPECT_EQ(code(ahead, "2026-04-01"), "- -");
  EXPECT_EQ(code(records("{'due':'2026-04-01','status':'pending'}"), "2026-03-16"),
            "already-paid 2026-04-01");
  EXPECT_EQ(code(records("{'due':'2026-04-01','status':'failed'}"), "2026-03-16"), "- -");
  EXPECT_EQ(code(records(paid("2026-03-01")), "2026-02-28"), "already-paid 2026-03-01");
  EXPECT_EQ(code("", "2026-02-28"), "- -");
}

// RE-6.13: what was paid ahead at the new terms comes back at these, from whenever it ends.
TEST(Period, APeriodPaidAheadAtChangedTermsIsGivenBackAtThem) {
  const std::string changed = at(period(plan(kSix, records(paid("2026-03-01"))), "change",
                                        "2026-03-16", ",'changes':{'li_1':{'unitPrice':'30'}}"),
                                 "/state");
  std::string ahead = changed;
  std::replace(ahead.begin(), ahead.end(), '"', '\'');
  const std::string first = "{'due':'2026-03-01','status':'paid'}";
  ahead.replace(ahead.find(first), first.size(), first + "," + paid("2026-04-01"));
  // 21 of 31 days at 10.00 and all of the next period at 30.00.
  EXPECT_EQ(at(period(ahead, "cancel", "2026-03-11"), "/credit/total"), "36.77");
  EXPECT_EQ(at(period(ahead, "cancel", "2026-03-21"), "/credit/total"), "40.65");
  EXPECT_EQ(at(period(ahead, "cancel", "2026-04-01"), "/credit/total"), "30.00");
}

// RE-6.13
TEST(Period, ATermTakenAwayByAChangeIsNotTakenFromTheLineAgain) {
  const std::string state = quoted(
      "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-03-01','lines':["
      "{'id':'li_1','name':'A','unitPrice':'10','discount':{'percent':'50'},"
      "'billing':{'frequency':'monthly'}}]}");
  const std::string reply =
      period(state, "change", "2026-03-10", ",'changes':{'li_1':{'discount':null}}");
  const json::Value view = test::tree(priced(at(reply, "/state")));
  EXPECT_EQ(at(view, "/schedule/0/total"), "5.00");
  EXPECT_EQ(at(view, "/schedule/1/total"), "10.00");
}

// RE-6.13
TEST(Period, ACancellationAfterAChangeGivesBackAtTheTermsOfTheChange) {
  const std::string reply = period(plan(kSix, records(paid("2026-04-01")), "20.00"), "change",
                                   "2026-04-06", ",'changes':{'li_1':{'unitPrice':'30.00'}}");
  EXPECT_EQ(at(period(at(reply, "/state"), "cancel", "2026-04-16"), "/credit/total"), "15.00");
}

// RE-6.14
TEST(Period, AChangeInTheLastPeriodIsBilledAndHoldsUntilItsEnd) {
  const std::string year = "'frequency':'annually','payments':1";
  const std::string before = plan(year, records(paid("2026-03-01")), "365.00");
  const std::string change = ",'changes':{'li_1':{'quantity':'2'}}";
  const std::string reply = period(before, "change", "2026-12-31", change);
  EXPECT_EQ(at(reply, "/total"), "60.00");
  EXPECT_EQ(at(reply, "/notices/0/code"), "last-period");
  EXPECT_EQ(at(reply, "/notices/0/values/day"), "2027-03-01");
  const std::string state = at(reply, "/state");
  // The plan has no payment left that could change.
  EXPECT_EQ(at(priced(state), "/summary/total"), "365.00");
  EXPECT_EQ(at(state, "/events/0/amount"), "60.00");
  // What follows within it starts from the new terms.
  const std::string unpaid =
      at(period(plan(year, "", "365.00"), "change", "2026-12-31", change), "/state");
  EXPECT_EQ(standing(unpaid, "2026-12-30", "mrr"), "30.42");
  EXPECT_EQ(standing(unpaid, "2026-12-31", "mrr"), "60.83");
  EXPECT_EQ(standing(unpaid, "2026-12-30", "terms/0/quantity"), "1");
  EXPECT_EQ(standing(unpaid, "2026-12-31", "terms/0/quantity"), "2");
  EXPECT_EQ(standing(unpaid, "2026-12-31", "terms/0/unitPrice"), "365");
  EXPECT_EQ(at(period(state, "cancel", "2027-02-19"), "/credit/total"), "20.00");
  const std::string second =
      period(state, "change", "2027-02-19", ",'changes':{'li_1':{'unitPrice':'730.00'}}");
  EXPECT_EQ(at(second, "/credit/total"), "20.00");
  EXPECT_EQ(at(second, "/charge/total"), "40.00");
  EXPECT_EQ(at(period(at(second, "/state"), "cancel", "2027-02-24"), "/credit/total"), "20.00");
  const std::string late = period(state, "change", "2027-03-01", change);
  EXPECT_EQ(at(late, "/error/reasonId"), "nothingToCome");
  EXPECT_EQ(at(late, "/error/values/day"), "2027-03-01");
}

// DO-4.11
TEST(Period, ACreditMemoNamesTheInvoicesWhosePaymentsItGivesBack) {
  const std::string record =
      "{'due':'2026-03-01','status':'paid','amount':'10.00','invoiceId':'i1'},"
      "{'due':'2026-04-01','status':'paid','amount':'10.00'}";
  const auto invoice = [](const std::string& id, const std::string& status,
                          const std::string& due) {
    return "{'kind':'invoice','id':'" + id + "','status':'" + status + "','number':'INV-" + id +
           "','date':'" + due + "','origin':{'kind':'subscription','id':'s1','due':'" + due +
           "'},'lines':[]}";
  };
  const std::string made = ",'made':[" + invoice("i1", "paid", "2026-03-01") + "," +
                           invoice("i2", "paid", "2026-04-01") + "," +
                           invoice("i3", "voided", "2026-04-01") + "]";
  const std::string running = period(plan(kSix, records(record)), "cancel", "2026-04-16", made);
  EXPECT_EQ(at(running, "/document/origin"),
            quoted("{'kind':'subscription','id':'s1','corrects':[{'date':'2026-04-01','id':'i2',"
                   "'number':'INV-i2'}]}"));
  const std::string both = period(plan(kSix, records(record)), "cancel", "2026-03-16", made);
  EXPECT_EQ(at(both, "/document/origin/corrects/0/number"), "INV-i1");
  EXPECT_EQ(at(both, "/document/origin/corrects/1/number"), "INV-i2");
  const std::string cheaper = period(plan(kSix, records(record)), "change", "2026-04-16",
                                     made + ",'changes':{'li_1':{'unitPrice':'5'}}");
  EXPECT_EQ(at(cheaper, "/document/origin/corrects/0/number"), "INV-i2");
  const std::string dearer = period(plan(kSix, records(record)), "change", "2026-04-16",
                                    made + ",'changes':{'li_1':{'unitPrice':'15'}}");
  EXPECT_EQ(at(dearer, "/document/origin/corrects"), "-");
  EXPECT_EQ(at(period(plan(kSix), "cancel", "2026-04-16", ",'made':{}"), "/error/code"),
            "wrong-type");
}

TEST(Period, OnlyRecurringLinesAndTheirTermsChange) {
  const auto code = [](const std::string& changes) {
    return at(period(plan(kSix), "change", "2026-03-10", ",'changes':" + changes), "/error/code");
  };
  EXPECT_EQ(code("{'li_9':{'quantity':'2'}}"), "unknown-line");
  EXPECT_EQ(code("{'li_1':{'name':'x'}}"), "unknown-value");
  EXPECT_EQ(code("{'li_1':7}"), "wrong-type");
  EXPECT_EQ(code("{}"), "wrong-type");
  EXPECT_EQ(code("{'li_1':{'quantity':'-2'}}"), "negative-not-allowed");
}

std::vector<std::string> events(const std::string& state, const std::string& from,
                                const std::string& to) {
  const std::string reply = subscription::eventsReply(
      test::tree(quoted("{'state':" + state + ",'from':'" + from + "','to':'" + to + "'}")));
  std::vector<std::string> list;
  const json::Value value = test::tree(reply);
  const json::Value* items = value.find("events");
  if (items == nullptr) return {at(value, "/error/code")};
  for (const json::Value& event : items->items) {
    list.push_back(at(event, "/date") + " " + at(event, "/type"));
  }
  return list;
}

using List = std::vector<std::string>;

TEST(Events, PaymentsAndRemindersComeInTheOrderOfTheirDates) {
  EXPECT_EQ(events(plan(kSix, records(paid("2026-03-01"))), "2026-03-01", "2026-05-01"),
            (List{"2026-03-18 reminder", "2026-04-01 payment-due", "2026-04-17 reminder",
                  "2026-05-01 payment-due"}));
}

TEST(Events, AnEventCarriesItsData) {
  const std::string reply = subscription::eventsReply(
      test::tree(quoted("{'state':" + plan(kSix) + ",'from':'2026-04-01','to':'2026-04-01'}")));
  EXPECT_EQ(at(reply, "/events/0/amount"), "10.00");
  EXPECT_EQ(at(reply, "/events/0/payment"), "2");
  EXPECT_EQ(at(reply, "/events/0/payments"), "6");
  EXPECT_EQ(at(reply, "/events/0/due"), "2026-04-01");
  EXPECT_EQ(at(reply, "/events/0/lineIds/0"), "li_1");
}

TEST(Events, FailedPaymentsAreReportedOnTheDayTheyFailed) {
  const std::string state =
      plan(kSix, records("{'due':'2026-03-01','status':'failed','date':'2026-03-03'}"));
  EXPECT_EQ(events(state, "2026-03-02", "2026-03-10"), (List{"2026-03-03 payment-failed"}));
}

TEST(Events, ASubscriptionExpiresAtItsEndWithAWarningBefore) {
  EXPECT_EQ(events(plan(kSix), "2026-08-02", "2026-09-30"),
            (List{"2026-08-18 expiring", "2026-09-01 expired"}));
}

TEST(Events, NothingFallsDueAfterACancellation) {
  EXPECT_EQ(events(plan(kSix, "'canceledOn':'2026-04-15',"), "2026-04-01", "2026-12-31"),
            (List{"2026-04-01 payment-due", "2026-04-15 cancelled"}));
}

TEST(Events, AnOpenInvoiceIsDueAndAPublishedQuoteExpires) {
  const std::string line = "'lines':[{'id':'li_1','name':'A','unitPrice':'9'}]}";
  EXPECT_EQ(events("{'version':1,'kind':'invoice','status':'open','currency':'USD',"
                   "'date':'2026-03-01','dueDate':'2026-03-31'," +
                       line,
                   "2026-03-01", "2026-03-31"),
            (List{"2026-03-17 reminder", "2026-03-31 payment-due"}));
  EXPECT_EQ(events("{'version':1,'kind':'quote','status':'published','currency':'USD',"
                   "'date':'2026-03-01','expiresOn':'2026-03-31'," +
                       line,
                   "2026-03-01", "2026-04-30"),
            (List{"2026-03-17 expiring", "2026-04-01 expired"}));
}

TEST(Events, AskingForTooMuchOrForNoDayIsRefused) {
  EXPECT_EQ(events(plan(kSix), "2026-01-01", "2126-01-01"), (List{"out-of-range"}));
  EXPECT_EQ(events(plan(kSix), "x", "2026-01-01"), (List{"date-invalid"}));
}

// RE-6.5: which days a line of the bill is of, and which days the reply says.
TEST(Period, ABillSaysTheDaysOfEachOfItsLines) {
  const std::string state = plan(kSix, records(paid("2026-03-01") + "," + paid("2026-04-01")));
  const std::string reply = period(state, "cancel", "2026-04-16");
  EXPECT_EQ(at(reply, "/document/lines/0/servicePeriod"),
            R"({"start":"2026-04-16","end":"2026-04-30"})");
  EXPECT_EQ(at(reply, "/credit/lines/0/from"), "2026-04-16");
  EXPECT_EQ(at(reply, "/credit/lines/0/until"), "2026-05-01");
}

// RE-6.5: half of 1.02 with 0.17 in it is 0.51 with 0.09, so a net of 0.42, though half of 0.85 is
// 0.43.
TEST(Period, TheBaseOfATaxInsideThePriceIsTheNetThatIsBilled) {
  const std::string reply = period(
      "{'version':1,'kind':'subscription','currency':'USD','date':'2026-04-01',"
      "'billingRecords':[{'due':'2026-04-01','status':'paid'}],"
      "'taxRates':[{'id':'b','name':'B','percent':'20','inclusive':true}],'lines':["
      "{'id':'li_1','name':'One','unitPrice':'1.02','taxRateIds':['b'],"
      "'billing':{'frequency':'monthly'}}]}",
      "cancel", "2026-04-16");
  EXPECT_EQ(at(reply, "/document/lines/0/unitPrice"), "0.42");
  EXPECT_EQ(at(reply, "/document/taxRates/0/origin/base"), "0.42");
}

// RE-6.4, PR-3.5: the base of a compound tax is cut as the whole is.
TEST(Period, ACreditCutToWhatWasPaidCutsTheBaseOfACompoundTaxToo) {
  const std::string reply = period(
      "{'version':1,'kind':'subscription','currency':'USD','date':'2026-03-01',"
      "'billingRecords':[{'due':'2026-03-01','status':'paid','amount':'66.00'}],"
      "'taxRates':[{'id':'a','name':'A','percent':'10'},{'id':'c','name':'C','percent':'20',"
      "'compound':true}],'lines':[{'id':'li_1','name':'One','unitPrice':'100','taxRateIds':"
      "['a','c'],'billing':{'frequency':'monthly'}}]}",
      "cancel", "2026-03-01");
  EXPECT_EQ(at(reply, "/credit/total"), "66.00");
  EXPECT_EQ(at(reply, "/document/taxRates/0/origin/base"), "50.00");
  EXPECT_EQ(at(reply, "/document/taxRates/1/origin/base"), "55.00");
}

// RE-6.18: half of 10.00 with 2.50 on top of it is not asked for, and what fell due before that is.
TEST(Period, APeriodThatTheEndCutsIsBilledForItsDaysUntilThen) {
  const std::string base = "'taxRates':[{'id':'vat','name':'VAT','percent':'25'}],";
  const auto state = [&](const std::string& more) {
    std::string text = plan(kSix, base + more);
    text.insert(text.find("'billing'"), "'taxRateIds':['vat'],");
    return text;
  };
  const std::string first = "{'due':'2026-03-01','status':'paid'}";
  const std::string ended = state(records(first) + "'canceledOn':'2026-05-17',");
  const std::string reply = on(ended, "2026-05-20");
  EXPECT_EQ(at(reply, "/subscriptions/0/owed"),
            R"([{"amount":"12.50","due":"2026-04-01"},{"amount":"6.45","due":"2026-05-01"}])");
  EXPECT_EQ(at(on(state(records(first)), "2026-05-20"), "/subscriptions/0/owed"), "-");

  // The whole period, less the 15 of 31 days after the end as a cancellation gives them back.
  const std::string bill = period(ended, "invoice", "2026-05-01", ",'unusedText':'-{days}/{of}'");
  const std::string paid = state(records(first + ",{'due':'2026-05-01','status':'paid'}"));
  const std::string credit = at(period(paid, "cancel", "2026-05-17"), "/credit/total");
  EXPECT_EQ(credit, "6.05");
  const std::string view = priced(at(bill, "/state"));
  EXPECT_EQ(at(view, "/summary/dueNow"), "6.45");
  EXPECT_EQ(at(view, "/lines/0/total"), "12.50");
  EXPECT_EQ(at(view, "/lines/1/total"), "-6.05");
  EXPECT_EQ(at(view, "/issues"), "[]");
  // DO-3.5: a tax of which a part is a share may come to a cent more or less than its percent.
  Session session;
  ASSERT_FALSE(isRefusal(session.open(at(bill, "/state"))));
  EXPECT_EQ(at(session.query(R"({"get":"taxes"})"), "/taxes/0/share"), "true");
  EXPECT_EQ(at(bill, "/state/lines/1/description"), "-15/31");
  EXPECT_EQ(at(bill, "/state/lines/1/servicePeriod"),
            R"({"start":"2026-05-17","end":"2026-05-31"})");
  EXPECT_EQ(at(bill, "/state/origin/due"), "2026-05-01");
  EXPECT_EQ(at(bill, "/state/lines/0/id"), "li_1");
  EXPECT_EQ(at(bill, "/state/lines/1/id"), "li_2");
  EXPECT_EQ(at(bill, "/state/taxRates/0/id"), "vat");
  EXPECT_EQ(at(bill, "/state/taxRates/1/id"), "vat-2");
  // The periods before it are whole.
  const std::string before = at(period(ended, "invoice", "2026-04-01"), "/state");
  EXPECT_EQ(at(priced(before), "/summary/dueNow"), "12.50");
  EXPECT_EQ(at(before, "/lines/1"), "-");
}

// RE-6.18: it counts by the rules of the subscription, as every other invoice of it.
TEST(Period, APeriodThatTheEndCutsKeepsTheRulesOfTheSubscription) {
  const std::string rules = "'policy':{'minimumMarginPercent':'10'},";
  const std::string state =
      plan(kSix, records(paid("2026-03-01")) + rules + "'canceledOn':'2026-05-17',");
  EXPECT_EQ(at(period(state, "invoice", "2026-04-01"), "/state/policy"),
            R"({"minimumMarginPercent":"10","taxRounding":"line"})");
  EXPECT_EQ(at(period(state, "invoice", "2026-05-01"), "/state/policy"),
            R"({"minimumMarginPercent":"10","taxRounding":"line","allowNegativePrices":true})");
}

// RE-6.18, RE-6.17
TEST(Period, APeriodThatTheEndCutsIsPaidWithLessAndOneUnderWayIsWhole) {
  const auto state = [](const std::string& status) {
    return plan(kSix, records("{'due':'2026-03-01','status':'" + status + "'}") +
                          "'canceledOn':'2026-03-16',");
  };
  test::Life life(state("failed"));
  const auto payment = [&](const std::string& amount) {
    return life.apply("{'op':'payment','payment':{'date':'2026-03-20','amount':'" + amount + "'}}");
  };
  EXPECT_EQ(payment("4.83"), "out-of-range");
  EXPECT_EQ(payment("4.84"), "ok");
  EXPECT_EQ(standing(state("pending"), "2026-03-20", "amount"), "10.00");
  EXPECT_EQ(standing(state("pending"), "2026-03-20", "owed"), "[]");
  EXPECT_EQ(at(period(state("pending"), "invoice", "2026-03-01"), "/state/lines/1"), "-");
}

// RE-6.18, RE-6.13: 10.00 with 20 of 30 days at 40.00 are billed, and 10 of those are not used.
TEST(Period, TheDaysAfterAnEndAreTakenOffAtTheTermsThatHeldThen) {
  const std::string changed = at(period(plan(kSix, records(paid("2026-03-01"))), "change",
                                        "2026-04-11", ",'changes':{'li_1':{'unitPrice':'40'}}"),
                                 "/state");
  std::string ended = changed;
  ended.insert(1, R"("canceledOn":"2026-04-21",)");
  std::replace(ended.begin(), ended.end(), '"', '\'');
  const std::string bill = at(period(ended, "invoice", "2026-04-01"), "/state");
  EXPECT_EQ(at(priced(bill), "/lines/0/total"), "10.00");
  EXPECT_EQ(at(priced(bill), "/lines/1/total"), "-13.33");
}

// RE-6.18: what the plan lists whole.
TEST(Period, TheCancellationSaysWhatItTakesOffAPeriodThatIsNotPaid) {
  const auto amount = [](const std::string& status, const std::string& day) {
    test::Life life(plan(kSix, records("{'due':'2026-03-01','status':'" + status + "'}")));
    EXPECT_EQ(life.apply("{'op':'cancel','on':'" + day + "'}"), "ok");
    return life.at("/events/0/amount");
  };
  EXPECT_EQ(amount("failed", "2026-03-16"), "-5.16");
  EXPECT_EQ(amount("paid", "2026-03-16"), "-");
  EXPECT_EQ(amount("failed", "2026-04-01"), "-");
}

}  // namespace
}  // namespace crossfoot
