#include "lifecycle/lifecycle.h"

#include <set>

#include "core/lifecycle/document_life.h"
#include "crossfoot/engine.h"
#include "lifecycle/number.h"
#include "lifecycle/transition.h"

namespace crossfoot {
namespace {

using test::applyTo;
using test::at;
using test::document;
using test::hasIssue;
using test::Life;
using test::openInvoice;
using test::payment;

// Puts a document of a kind into a status, by steps where there are steps.
Life documentIn(const std::string& kind, const std::string& status) {
  if (kind == "subscription") {
    const std::string line =
        "'lines':[{'id':'li_1','name':'Plan','unitPrice':'10.00','billing':{'frequency':'monthly',"
        "'payments':2" +
        std::string(status == "scheduled" ? ",'start':{'date':'2027-01-01'}" : "") + "}}]}";
    std::string more;
    if (status == "canceled") more = "'canceledOn':'2026-11-22',";
    if (status == "unpaid") more = "'billingRecords':[{'due':'2026-11-22','status':'failed'}],";
    if (status == "expired") {
      more =
          "'billingRecords':[{'due':'2026-09-22','status':'paid'},{'due':'2026-10-22',"
          "'status':'paid','date':'2026-11-22'}],";
    }
    // One that is expired has run for two months.
    const std::string date = status == "expired" ? "2026-09-22" : "2026-11-22";
    return Life("{'version':1,'id':'d1','kind':'subscription','currency':'USD','date':'" + date +
                "'," + more + line);
  }
  return Life(document(kind, "'status':'" + status + "',"));
}

const std::vector<std::string> kSteps = {
    "win",     "lose",          "reopen", "publish", "recall", "accept",   "expire",
    "archive", "finalise",      "void",   "send",    "delete", "activate", "deactivate",
    "payment", "removePayment", "refund", "credit",  "cancel"};

// What the design's first table says, kind by kind and status by status.
const std::vector<std::pair<std::string, std::set<std::string>>> kAllowed = {
    {"deal open", {"win", "lose", "delete"}},
    {"deal won", {"reopen", "delete"}},
    {"deal lost", {"reopen", "delete"}},
    {"quote draft", {"publish", "delete"}},
    {"quote published", {"recall", "send", "accept", "expire", "archive"}},
    {"quote accepted", {"archive"}},
    {"quote expired", {"archive"}},
    {"quote archived", {}},
    {"invoice draft", {"finalise", "delete"}},
    {"invoice open", {"send", "void", "payment", "removePayment", "refund", "credit"}},
    {"invoice partlyPaid", {"send", "payment", "removePayment", "refund", "credit"}},
    {"invoice paid", {"send", "payment", "removePayment", "refund"}},
    {"invoice voided", {}},
    {"creditMemo draft", {"finalise", "delete"}},
    {"creditMemo open", {"send", "void", "credit", "payment"}},
    {"creditMemo applied", {"send", "credit", "payment", "removePayment"}},
    {"creditMemo voided", {}},
    {"paymentLink draft", {"activate", "delete"}},
    {"paymentLink active", {"send", "deactivate"}},
    {"paymentLink inactive", {"activate", "delete"}},
    {"subscription scheduled", {"cancel", "payment"}},
    {"subscription active", {"cancel", "payment"}},
    {"subscription unpaid", {"cancel", "payment"}},
    {"subscription expired", {"delete"}},
    {"subscription canceled", {"delete", "payment"}},
};

// DO-1.2
TEST(Lifecycle, EveryStepThatTheTableDoesNotHaveIsRefusedInEveryStatusOfEveryKind) {
  for (const auto& [name, allowed] : kAllowed) {
    const size_t space = name.find(' ');
    const std::string kind = name.substr(0, space);
    const std::string status = name.substr(space + 1);
    for (const std::string& step : kSteps) {
      Life life = documentIn(kind, status);
      const std::string before = life.state();
      const bool isCommand = step == "payment" || step == "removePayment" || step == "refund" ||
                             step == "credit" || step == "cancel";
      const std::string code = isCommand ? life.apply("{'op':'" + step + "','at':'2026-11-22'}")
                                         : life.step(step, ",'number':'INV-1001'");
      const bool byTable = code == "step-not-allowed" || code == "unknown-step";
      EXPECT_EQ(byTable, allowed.count(step) == 0) << name << " " << step << ": " << code;
      if (code == "ok") continue;
      EXPECT_EQ(life.state(), before) << name << " " << step;
      EXPECT_FALSE(life.reason().empty());
    }
  }
}

TEST(Lifecycle, TheReplyAllowsExactlyWhatTheCommandAllows) {
  for (const auto& [name, allowed] : kAllowed) {
    const size_t space = name.find(' ');
    Life life = documentIn(name.substr(0, space), name.substr(space + 1));
    const json::Value reply = test::tree(life.reply("2026-11-22"));
    EXPECT_EQ(at(reply, "/status"), name.substr(space + 1));
    for (const json::Value& step : reply.find("steps")->items) {
      const std::string word(step.textOf("step"));
      const bool can = at(step, "/allowed") == "true";
      EXPECT_TRUE(!can || allowed.count(word) > 0) << name << " " << word;
      EXPECT_TRUE(can || at(step, "/reason") != "-") << name << " " << word;
    }
  }
}

TEST(Lifecycle, ADealIsWonLostAndReopened) {
  Life life(document("deal"));
  EXPECT_EQ(life.step("win"), "ok");
  EXPECT_EQ(life.at("/status"), "won");
  EXPECT_EQ(life.step("reopen"), "ok");
  EXPECT_EQ(life.step("lose"), "ok");
  EXPECT_EQ(life.at("/status"), "lost");
  EXPECT_EQ(life.at("/events/2/type"), "lost");
  EXPECT_EQ(life.at("/events/2/by"), "anna");
}

// DO-4.3, DO-4.1
TEST(Lifecycle, FinalisingStoresNumberDigestTotalDueDateAndTheEvent) {
  Life life(document("invoice", "'terms':{'type':'net','days':30},"));
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1001'"), "ok");
  EXPECT_EQ(life.at("/status"), "open");
  EXPECT_EQ(life.at("/number"), "INV-1001");
  EXPECT_EQ(life.at("/total"), "100.00");
  EXPECT_EQ(life.at("/dueDate"), "2026-12-22");
  EXPECT_EQ(life.at("/digest"), at(life.view(), "/digest"));
  EXPECT_EQ(life.at("/events/0/type"), "finalised");
  EXPECT_EQ(life.at("/events/0/digest"), life.at("/digest"));
  EXPECT_EQ(life.at("/events/0/at"), "2026-11-22");
}

// DO-4.3
TEST(Lifecycle, AnInvoiceIsDueOnReceiptUnlessItsTermsSayOtherwise) {
  EXPECT_EQ(openInvoice().at("/dueDate"), "2026-11-22");
  Life custom(document("invoice", "'terms':{'type':'custom'},'dueDate':'2027-01-15',"));
  EXPECT_EQ(custom.step("finalise", ",'number':'INV-1'"), "ok");
  EXPECT_EQ(custom.at("/dueDate"), "2027-01-15");
  Life missing(document("invoice", "'terms':{'type':'custom'},"));
  EXPECT_EQ(missing.step("finalise", ",'number':'INV-1'"), "due-date-required");
  Life wrong(document("invoice", "'terms':{'type':'net'},"));
  EXPECT_EQ(wrong.step("finalise", ",'number':'INV-1'"), "terms-invalid");
}

// PR-2.8, DO-4.2
TEST(Lifecycle, AnInvoiceWithErrorsIsNotFinalisedAndTheCodesAreNamed) {
  Life life(
      "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22','contacts':[{'id':'c1'}],"
      "'lines':[{'name':'Desk','unitPrice':'ten'},{'unitPrice':'1'}]}");
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1001'"), "has-errors");
  EXPECT_NE(life.reason().find("invalid-number"), std::string::npos);
  EXPECT_NE(life.reason().find("required"), std::string::npos);
}

// DO-4.2
TEST(Lifecycle, AnInvoiceNeedsAContactALineAndANumber) {
  const std::string head = "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22',";
  const std::string line = "'lines':[{'name':'Desk','unitPrice':'1'}]";
  Life noContact(head + line + "}");
  EXPECT_EQ(noContact.step("finalise", ",'number':'INV-1'"), "contact-required");
  Life noLine(head + "'contacts':[{'id':'c1'}],'lines':[{'type':'note','name':'Hello'}]}");
  EXPECT_EQ(noLine.step("finalise", ",'number':'INV-1'"), "lines-required");
  Life feeAlone(head +
                "'contacts':[{'id':'c1'}],'adjustments':[{'id':'f','type':'fee','name':'F',"
                "'amount':'50'}]}");
  EXPECT_EQ(feeAlone.step("finalise", ",'number':'INV-1'"), "ok");
  Life noNumber(document("invoice"));
  EXPECT_EQ(noNumber.step("finalise"), "number-required");
  EXPECT_EQ(noNumber.step("finalise", ",'number':'1001'"), "number-invalid");
}

// DO-4.1
TEST(Lifecycle, ANumberIsAPrefixOfAtMostEightCharactersADashAndACounter) {
  for (const char* good : {"INV-1001", "Q-1", "2026-A-7", "FAKTÜR-12", "12345678-1"}) {
    EXPECT_TRUE(lifecycle::isDocumentNumber(good)) << good;
  }
  for (const char* bad :
       {"", "INV", "INV-", "-1001", "INVOICES1-1", "IN V-1", "INV-10a", "INV-1 "}) {
    EXPECT_FALSE(lifecycle::isDocumentNumber(bad)) << bad;
  }
}

// DO-4.2
TEST(Lifecycle, ANegativeInvoiceIsToBeACreditMemo) {
  Life life(
      "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22','contacts':[{'id':'c1'}],"
      "'policy':{'allowNegativePrices':true},'lines':[{'name':'Back','unitPrice':'-5'}]}");
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1'"), "negative-total");
}

// DO-4.2
TEST(Lifecycle, AnInvoiceOfNothingIsPaidAtOnce) {
  Life life(
      "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22','contacts':[{'id':'c1'}],"
      "'lines':[{'name':'Gift','unitPrice':'0'}]}");
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1'"), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
}

// DO-1.4
TEST(Lifecycle, ARecalledQuoteKeepsItsNumberAndLosesItsDigest) {
  Life life(document("quote"));
  EXPECT_EQ(life.step("publish", ",'number':'Q-1001'"), "ok");
  EXPECT_NE(life.at("/digest"), "-");
  EXPECT_EQ(life.step("recall"), "ok");
  EXPECT_EQ(life.at("/digest"), "-");
  EXPECT_EQ(life.at("/total"), "-");
  EXPECT_EQ(life.at("/number"), "Q-1001");
  EXPECT_EQ(life.step("publish", ",'number':'Q-1002'"), "number-taken");
  EXPECT_EQ(life.step("publish"), "ok");
}

TEST(Lifecycle, AQuoteIsAcceptedUpToItsLastDayAndExpiresAfterIt) {
  const std::string last = "'expiresOn':'2026-11-30',";
  const auto on = [](const std::string& step, const std::string& day) {
    return "{'op':'lifecycle','step':'" + step + "','at':'" + day + "T09:00:00Z'}";
  };
  Life life(document("quote", last));
  EXPECT_EQ(life.step("publish", ",'number':'Q-1'"), "ok");
  EXPECT_EQ(life.apply(on("expire", "2026-11-30")), "not-expired");
  EXPECT_EQ(life.apply(on("accept", "2026-12-01")), "quote-expired");
  Life accepted = life;
  EXPECT_EQ(accepted.apply(on("accept", "2026-11-30")), "ok");
  EXPECT_EQ(accepted.at("/status"), "accepted");
  EXPECT_EQ(life.apply(on("expire", "2026-12-01")), "ok");
  EXPECT_EQ(life.at("/status"), "expired");
}

// DO-1.4
TEST(Lifecycle, AnOfferWhoseAmountsWereMovedIsNotAcceptedUnlessTheBuyerMayChoose) {
  const auto state = [](const std::string& price, const std::string& more) {
    return "{'version':1,'kind':'quote','currency':'USD','date':'2026-11-22','status':'published',"
           "'number':'Q-1','digest':'sha256:0','lines':[{'id':'li_1','name':'Seat','unitPrice':'" +
           price + "'" + more + "}]}";
  };
  Life tampered(state("1", ""));
  EXPECT_EQ(tampered.step("accept"), "digest-mismatch");
  Life chosen(state("1", ",'quantityRange':{'min':'1','max':'9'}"));
  EXPECT_EQ(chosen.step("accept"), "ok");
  EXPECT_FALSE(hasIssue(chosen, "digest-mismatch"));
}

TEST(Lifecycle, APaymentLinkIsSwitchedOnAndOff) {
  Life life(document("paymentLink"));
  EXPECT_EQ(life.step("activate"), "ok");
  EXPECT_EQ(life.step("deactivate"), "ok");
  EXPECT_EQ(life.step("activate"), "ok");
  EXPECT_EQ(life.at("/status"), "active");
  Life empty("{'version':1,'kind':'paymentLink','currency':'USD','date':'2026-11-22'}");
  EXPECT_EQ(empty.step("activate"), "lines-required");
}

TEST(Lifecycle, ASubscriptionTakesPaymentsAndIsCancelledNowOrAtPeriodEnd) {
  Life life = documentIn("subscription", "active");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'id':'p1','date':'2026-11-22'}}"), "ok");
  EXPECT_EQ(life.at("/billingRecords/0/due"), "2026-11-22");
  EXPECT_EQ(life.at("/billingRecords/0/status"), "paid");
  EXPECT_EQ(life.at("/billingRecords/0/amount"), "10");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-11-23','due':'2026-11-22'}}"),
            "already-paid");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-11-23','due':'2026-11-25'}}"),
            "no-such-payment");
  Life atEnd = life;
  EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-12-01'}"), "ok");
  EXPECT_EQ(life.at("/canceledOn"), "2026-12-01");
  EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-12-02'}"), "step-not-allowed");
  EXPECT_EQ(atEnd.apply("{'op':'cancel','on':'2026-12-01','atPeriodEnd':true}"), "ok");
  EXPECT_EQ(atEnd.at("/canceledOn"), "2026-12-22");
}

TEST(Lifecycle, ASubscriptionIsCancelledOnceAlsoWhereItsEndIsStillToCome) {
  Life life = documentIn("subscription", "active");
  EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-12-10','at':'2026-11-23'}"), "ok");
  const std::string before = life.state();
  for (const std::string more : {"", ",'atPeriodEnd':true"}) {
    EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-11-24'" + more + "}"), "subscription-canceled");
    EXPECT_NE(life.reason().find("2026-12-10"), std::string::npos);
    EXPECT_EQ(life.state(), before);
  }
  const std::string reply = life.reply("2026-11-24");
  EXPECT_EQ(at(reply, "/status"), "active");
  EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-12-11'}"), "step-not-allowed");
  // Once it has ended, too, the reason says from which day it is cancelled.
  EXPECT_EQ(life.reason(),
            "It was cancelled already, with effect from 2026-12-10; it can't be cancelled or "
            "changed again.");
}

TEST(Lifecycle, APaymentIsNotRecordedForSeveralSubscriptionsAtOnce) {
  Life life(
      "{'version':1,'kind':'subscription','currency':'USD','date':'2026-11-22','lines':["
      "{'id':'a','name':'A','unitPrice':'10.00','billing':{'frequency':'monthly'}},"
      "{'id':'b','name':'B','unitPrice':'90.00','billing':{'frequency':'annually'}}]}");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-11-22','status':'failed'}}"),
            "several-subscriptions");
  // The invoice of that day asked for all of them.
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-11-22','invoiceId':'inv'}}"), "ok");
}

TEST(Lifecycle, WhatFellDueBeforeACancellationIsStillRecordedAfterIt) {
  Life life = documentIn("subscription", "active");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-11-22','status':'pending'}}"),
            "ok");
  EXPECT_EQ(life.apply("{'op':'cancel','on':'2026-12-01'}"), "ok");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-12-24','due':'2026-12-22'}}"),
            "no-such-payment");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-12-02','invoiceId':'inv'}}"), "ok");
  EXPECT_EQ(life.at("/billingRecords/1/due"), "2026-11-22");
  EXPECT_EQ(life.at("/billingRecords/1/status"), "paid");
  EXPECT_EQ(life.at("/billingRecords/1/invoiceId"), "inv");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'date':'2026-12-03'}}"), "no-such-payment");
}

// RE-6.8
TEST(Lifecycle, OnlyCancelledOrExpiredSubscriptionsAreDeletedWithTheHintToExport) {
  Life active = documentIn("subscription", "active");
  EXPECT_EQ(active.step("delete"), "step-not-allowed");
  EXPECT_NE(active.reason().find("export"), std::string::npos);
  Life canceled = documentIn("subscription", "canceled");
  EXPECT_EQ(canceled.step("delete"), "ok");
  EXPECT_TRUE(canceled.lastChanges().empty());
}

// DO-4.4
TEST(Lifecycle, AFinalisedDocumentCannotBeEditedButTheHostsOwnDataCan) {
  Life life = openInvoice();
  Document& invoice = life.opened().document();
  for (const char* member : {"lines", "adjustments", "taxRates", "policy", "currency", "contacts",
                             "comments", "settings", "dueDate"}) {
    const Outcome outcome = lifecycle::mayEdit(invoice, member);
    ASSERT_FALSE(outcome) << member;
    EXPECT_EQ(outcome.refusal().code, "immutable");
    EXPECT_NE(outcome.refusal().message.find("payments"), std::string::npos);
  }
  for (const char* member : {"rev", "custom", "owner"}) {
    EXPECT_TRUE(lifecycle::mayEdit(invoice, member)) << member;
  }
}

TEST(Lifecycle, WhatStepsChangeIsNeverSetByHand) {
  Life life(document("invoice"));
  for (const char* member : {"status", "number", "digest", "total", "events", "payments", "refunds",
                             "credits", "canceledOn"}) {
    const Outcome outcome = lifecycle::mayEdit(life.opened().document(), member);
    ASSERT_FALSE(outcome) << member;
    EXPECT_EQ(outcome.refusal().code, "lifecycle-only");
  }
  EXPECT_TRUE(lifecycle::mayEdit(life.opened().document(), "lines"));
}

// DO-1.3
TEST(Lifecycle, AnIrreversibleStepEndsUndoAndAReversibleOneDoesNot) {
  Session session;
  session.open(test::quoted(document("invoice")));
  const auto undo = [&] { return at(applyTo(session, "{'op':'undo'}"), "/error/code"); };
  applyTo(session, "{'op':'set','path':'/lines/li_1/quantity','value':'2'}");
  applyTo(session, "{'op':'lifecycle','step':'finalise','number':'INV-1'}");
  EXPECT_EQ(undo(), "irreversible");
  const std::string open = session.save();
  applyTo(session, payment("p1", "200.00"));
  EXPECT_EQ(at(session.save(), "/status"), "paid");
  EXPECT_EQ(undo(), "-");
  EXPECT_EQ(session.save(), open);
  EXPECT_EQ(undo(), "irreversible");
  EXPECT_EQ(at(applyTo(session, "{'op':'redo'}"), "/error/code"), "-");
  EXPECT_EQ(at(session.save(), "/status"), "paid");
}

TEST(Lifecycle, WhatWasEditedBeforeAStepCannotBeUndoneAfterIt) {
  Session session;
  session.open(test::quoted(document("quote")));
  applyTo(session, "{'op':'set','path':'/lines/li_1/quantity','value':'2'}");
  applyTo(session, "{'op':'undo'}");
  applyTo(session, "{'op':'lifecycle','step':'publish','number':'Q-1'}");
  EXPECT_EQ(
      at(applyTo(session, "{'op':'set','path':'/lines/li_1/quantity','value':'3'}"), "/error/code"),
      "immutable");
  EXPECT_EQ(at(applyTo(session, "{'op':'undo'}"), "/error/code"), "irreversible");
  EXPECT_EQ(at(session.save(), "/status"), "published");
}

// DO-1.3
TEST(Lifecycle, UndoTakesBackNoStepThatOthersMayHaveSeen) {
  Session quote;
  quote.open(test::quoted(document("quote")));
  applyTo(quote, "{'op':'set','path':'/lines/li_1/quantity','value':'2'}");
  for (const char* step :
       {"{'op':'lifecycle','step':'publish','number':'Q-1'}", "{'op':'lifecycle','step':'send'}",
        "{'op':'lifecycle','step':'recall'}"}) {
    EXPECT_EQ(at(applyTo(quote, step), "/undo"), "0") << step;
    const std::string before = quote.save();
    EXPECT_EQ(at(applyTo(quote, "{'op':'undo'}"), "/error/reasonId"), "irreversible") << step;
    EXPECT_EQ(quote.save(), before);
  }
  EXPECT_EQ(at(applyTo(quote, "{'op':'set','path':'/lines/li_1/quantity','value':'3'}"), "/undo"),
            "5");
  applyTo(quote, "{'op':'undo'}");
  EXPECT_EQ(at(quote.save(), "/number"), "Q-1");

  Session deal;
  deal.open(test::quoted(document("deal")));
  EXPECT_EQ(at(applyTo(deal, "{'op':'lifecycle','step':'win'}"), "/undo"), "1");
  EXPECT_EQ(at(applyTo(deal, "{'op':'undo'}"), "/undo"), "0");
  EXPECT_EQ(at(deal.save(), "/status"), "-");
}

// DO-1.9
TEST(Lifecycle, UndoTakesBackNothingThatAnotherDocumentTellsOf) {
  Session plan;
  plan.open(test::quoted(
      "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-03-01',"
      "'lines':[{'id':'li_1','name':'Plan','unitPrice':'10',"
      "'billing':{'frequency':'monthly'}}]}"));
  const auto undo = [](Session& session) { return applyTo(session, "{'op':'undo'}"); };
  // Recorded here, it is taken back here.
  const std::string own = "{'op':'payment','payment':{'date':'2026-03-01'}}";
  EXPECT_EQ(at(applyTo(plan, own), "/undo"), "1");
  EXPECT_EQ(at(undo(plan), "/undo"), "0");

  const std::string ofInvoice =
      "{'op':'payment','payment':{'date':'2026-03-01','invoiceId':'inv'}}";
  EXPECT_EQ(at(applyTo(plan, ofInvoice), "/undo"), "0");
  const std::string paid = plan.save();
  EXPECT_EQ(at(undo(plan), "/error/values/lasting"), "lastingElsewhere");
  EXPECT_EQ(plan.save(), paid);
  // A part of it was given back there, and then all of it.
  applyTo(plan, "{'op':'set','path':'/billingRecords/0/amount','value':'4.00'}");
  EXPECT_EQ(at(undo(plan), "/error/reasonId"), "irreversible");
  EXPECT_EQ(at(plan.save(), "/billingRecords/0/amount"), "4");
  applyTo(plan, "{'op':'set','path':'/billingRecords','value':[]}");
  EXPECT_EQ(at(undo(plan), "/error/reasonId"), "irreversible");

  Session memo;
  memo.open(test::quoted(document("creditMemo")));
  applyTo(memo, "{'op':'lifecycle','step':'finalise','number':'CM-1'}");
  applyTo(memo,
          "{'op':'payment','payment':{'id':'p1','amount':'10.00','date':'2026-12-01',"
          "'invoiceId':'inv'}}");
  EXPECT_EQ(at(undo(memo), "/error/values/lasting"), "lastingElsewhere");
  EXPECT_EQ(at(memo.save(), "/payments/0/amount"), "10");
}

TEST(Lifecycle, UndoTakesNoStepBackThatCameInTogetherWithAnother) {
  Session plan;
  plan.open(test::quoted(
      "{'version':1,'id':'s1','kind':'subscription','currency':'USD','date':'2026-03-01',"
      "'lines':[{'id':'li_1','name':'Plan','unitPrice':'10',"
      "'billing':{'frequency':'monthly'}}]}"));
  applyTo(plan,
          "{'op':'batch','commands':[{'op':'payment','payment':{'date':'2026-03-01'}},"
          "{'op':'lifecycle','step':'cancel','on':'2026-03-15'}]}");
  EXPECT_EQ(at(applyTo(plan, "{'op':'undo'}"), "/error/values/lasting"), "lastingCancel");
  EXPECT_EQ(at(plan.save(), "/canceledOn"), "2026-03-15");
}

TEST(Lifecycle, TheKeystrokePathDoesNotReachAFinalisedDocument) {
  Session session;
  session.open(test::quoted(document("invoice")));
  const std::string before = session.save();
  ASSERT_FALSE(isRefusal(session.edit(0, 1, "2")));
  applyTo(session, "{'op':'lifecycle','step':'finalise','number':'INV-1'}");
  EXPECT_EQ(at(session.edit(0, 1, "3"), "/error/code"), "immutable");
  EXPECT_EQ(at(session.save(), "/lines/0/quantity"), "2");
  ASSERT_FALSE(isRefusal(session.open(before)));
  EXPECT_FALSE(isRefusal(session.edit(0, 1, "3")));
  ASSERT_FALSE(isRefusal(session.open(test::quoted(document("invoice", "'status':'paid',")))));
  EXPECT_EQ(at(session.edit(0, 1, "3"), "/error/code"), "immutable");
}

TEST(Lifecycle, ADocumentOfAnUnknownStatusIsLeftAlone) {
  Life life(document("invoice", "'status':'disputed',"));
  EXPECT_FALSE(lifecycle::mayEdit(life.opened().document(), "lines"));
  EXPECT_EQ(life.apply(payment("p1", "1.00")), "step-not-allowed");
}

// DO-1.3
TEST(Lifecycle, IrreversibleStepsSayWhatCannotBeUndoneAndShowTheDocument) {
  Life life(document("invoice"));
  const json::Value reply = test::tree(life.reply());
  EXPECT_EQ(at(reply, "/summary/total"), "100.00");
  EXPECT_EQ(at(reply, "/summary/kind"), "invoice");
  EXPECT_EQ(at(reply, "/steps/0/step"), "finalise");
  EXPECT_EQ(at(reply, "/steps/0/irreversible"), "true");
  EXPECT_NE(at(reply, "/steps/0/cannotBeUndone"), "-");
}

TEST(Lifecycle, TheTableHasNoRowTwiceAndNamesOnlyKnownStatuses) {
  std::set<std::string> seen;
  const auto known = [](DocumentKind kind, std::string_view name) {
    for (const lifecycle::KindStatus& status : lifecycle::statuses()) {
      if (status.kind == kind && status.name == name) return true;
    }
    return false;
  };
  for (const lifecycle::Transition& row : lifecycle::transitions()) {
    const std::string key = std::string(abilities(row.kind).name) + " " + std::string(row.from) +
                            " " + std::string(row.step);
    EXPECT_TRUE(seen.insert(key).second) << key;
    EXPECT_TRUE(known(row.kind, row.from)) << key;
    const bool fixed = !row.to.empty() && row.to != lifecycle::kDerived;
    EXPECT_TRUE(!fixed || known(row.kind, row.to)) << key;
  }
}

}  // namespace
}  // namespace crossfoot
