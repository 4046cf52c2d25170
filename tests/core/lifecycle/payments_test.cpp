#include "core/lifecycle/document_life.h"

namespace crossfoot {
namespace {

using test::applyTo;
using test::at;
using test::document;
using test::hasIssue;
using test::Life;
using test::openInvoice;
using test::payment;

std::string refund(const std::string& id, const std::string& amount, const std::string& more = "") {
  return "{'op':'refund','refund':{'id':'" + id + "','paymentId':'p1','amount':'" + amount +
         "','date':'2026-12-05','reason':'Broken'}" + more + "}";
}

std::string credit(const std::string& amount, const std::string& partner = "creditMemoId") {
  return "{'op':'credit','credit':{'" + partner + "':'x1','amount':'" + amount +
         "','date':'2026-12-05'}}";
}

// DO-4.13
TEST(Payments, MoneyForAPaidInvoiceIsRecordedAsASurplusWhereTheCommandSaysSo) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "100.00")), "ok");
  const std::string again = payment("p2", "100.00");
  EXPECT_EQ(life.apply(again), "already-paid");
  EXPECT_EQ(life.apply(again.substr(0, again.size() - 1) + ",'surplus':true}"), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(at(life.view(), "/balance/creditLeft"), "100.00");
}

// ST-2.7, DO-4.6
TEST(Payments, PartialPaymentsMoveAnInvoiceFromOpenOverPartlyPaidToPaid) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "40.00")), "ok");
  EXPECT_EQ(life.at("/status"), "partlyPaid");
  EXPECT_EQ(at(life.view(), "/balance/due"), "60.00");
  EXPECT_EQ(life.apply(payment("p2", "60.00")), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(life.apply(payment("p3", "1.00")), "already-paid");
  EXPECT_EQ(life.at("/status"), "paid");
}

// ST-1.12
TEST(Payments, PaymentsDoNotTouchTheDigestOfAFinalisedInvoice) {
  Life life = openInvoice();
  const std::string digest = life.at("/digest");
  EXPECT_EQ(life.apply(payment("p1", "40.00")), "ok");
  EXPECT_EQ(life.at("/digest"), digest);
  EXPECT_FALSE(hasIssue(life, "digest-mismatch"));
  // The view's own digest covers the balance, as ST-1.12 says.
  EXPECT_NE(at(life.view(), "/digest"), digest);
}

// DO-4.5
TEST(Payments, PendingAndFailedPaymentsPayNothing) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "100.00", "failed")), "ok");
  EXPECT_EQ(life.at("/status"), "open");
  EXPECT_EQ(life.apply(payment("p2", "100.00", "pending")), "ok");
  EXPECT_EQ(life.at("/status"), "open");
  EXPECT_EQ(life.step("void"), "payment-pending");
}

TEST(Payments, APendingBankDebitIsSettledUnderItsOwnId) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "100.00", "pending")), "ok");
  EXPECT_EQ(life.apply(payment("p1", "100.00")), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(life.at("/payments/1"), "-");
  EXPECT_EQ(life.apply(payment("p1", "100.00")), "duplicate-id");
}

// DO-4.6
TEST(Payments, AnOverpaymentLeavesCredit) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "120.00")), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(at(life.view(), "/balance/due"), "0.00");
  EXPECT_EQ(at(life.view(), "/balance/creditLeft"), "20.00");
}

TEST(Payments, APaymentThatMakesNoSenseIsRefused) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply("{'op':'payment'}"), "wrong-type");
  EXPECT_EQ(life.apply(payment("", "1.00")), "required");
  EXPECT_EQ(life.apply(payment("p1", "0.00")), "out-of-range");
  EXPECT_EQ(life.apply(payment("p1", "-1.00")), "out-of-range");
  EXPECT_EQ(life.apply(payment("p1", "1.005")), "too-many-digits");
  EXPECT_EQ(life.apply(payment("p1", "one")), "invalid-number");
  EXPECT_EQ(life.apply(payment("p1", "1.00", "lost")), "unknown-value");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'id':'p1','amount':'1','date':'tomorrow'}}"),
            "date-invalid");
  EXPECT_EQ(life.apply("{'op':'payment','payment':{'id':'p1','amount':'1','date':'2026-12-01',"
                       "'fee':'-1'}}"),
            "invalid-number");
}

TEST(Payments, PaidAndPartlyPaidInvoicesAreNotVoidedAndVoidedOnesNotPaid) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "40.00")), "ok");
  EXPECT_EQ(life.step("void"), "step-not-allowed");
  EXPECT_NE(life.reason().find("credit"), std::string::npos);
  EXPECT_EQ(life.apply(payment("p2", "60.00")), "ok");
  EXPECT_EQ(life.step("void"), "step-not-allowed");
  Life voided = openInvoice();
  EXPECT_EQ(voided.step("void", ",'reason':'Wrong buyer'"), "ok");
  EXPECT_EQ(voided.at("/status"), "voided");
  EXPECT_EQ(voided.at("/number"), "INV-1001");
  EXPECT_EQ(voided.at("/events/1/reason"), "Wrong buyer");
  EXPECT_EQ(voided.apply(payment("p1", "1.00")), "step-not-allowed");
}

TEST(Payments, RemovingAPaymentRecordIsLocalAndBringsTheBalanceBack) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "100.00")), "ok");
  EXPECT_EQ(life.apply("{'op':'removePayment','id':'p9'}"), "unknown-id");
  EXPECT_NE(life.reply().find("the money itself does not move"), std::string::npos);
  EXPECT_EQ(life.apply("{'op':'removePayment','id':'p1'}"), "ok");
  EXPECT_EQ(life.at("/status"), "open");
  EXPECT_EQ(life.at("/payments"), "[]");
  EXPECT_EQ(life.at("/events/2/type"), "paymentRemoved");
}

// DO-4.5
TEST(Payments, ARefundRaisesTheBalanceUnlessACreditMemoComesWithIt) {
  Life alone = openInvoice();
  EXPECT_EQ(alone.apply(payment("p1", "100.00")), "ok");
  EXPECT_EQ(alone.apply(refund("r1", "30.00")), "ok");
  EXPECT_EQ(alone.at("/status"), "partlyPaid");
  EXPECT_EQ(at(alone.view(), "/balance/due"), "30.00");
  Life credited = openInvoice();
  EXPECT_EQ(credited.apply(payment("p1", "100.00")), "ok");
  EXPECT_EQ(credited.apply(refund("r1", "30.00", ",'creditMemo':{'id':'cm1'}")), "ok");
  EXPECT_EQ(credited.at("/status"), "paid");
  EXPECT_EQ(credited.at("/credits/0/creditMemoId"), "cm1");
  EXPECT_NE(credited.reply().find("\"proposes\":\"creditMemo\""), std::string::npos);
}

TEST(Payments, NoMoreIsRefundedThanWasPaid) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(refund("r1", "1.00")), "unknown-id");
  EXPECT_EQ(life.apply(payment("p1", "40.00")), "ok");
  EXPECT_EQ(life.apply(refund("r1", "40.01")), "refund-exceeds-payment");
  EXPECT_EQ(life.apply(refund("r1", "25.00")), "ok");
  EXPECT_EQ(life.apply(refund("r1", "1.00")), "duplicate-id");
  EXPECT_EQ(life.apply(refund("r2", "15.01")), "refund-exceeds-payment");
  EXPECT_EQ(life.apply("{'op':'removePayment','id':'p1'}"), "payment-refunded");
  EXPECT_EQ(life.apply(refund("r2", "15.00")), "ok");
  EXPECT_EQ(life.at("/status"), "open");
}

// DO-4.10
TEST(Payments, ARefundCreditsNoMoreThanTheInvoiceAskedFor) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "300.00")), "ok");
  const std::string withMemo =
      "{'op':'refund','refund':{'id':'r1','paymentId':'p1','amount':'100.01','date':'2026-12-02'},"
      "'creditMemo':{'id':'cm'}}";
  EXPECT_EQ(life.apply(withMemo), "credit-exceeds-balance");
  // What was paid too much goes back without a memo.
  EXPECT_EQ(life.apply("{'op':'refund','refund':{'id':'r1','paymentId':'p1','amount':'200.00',"
                       "'date':'2026-12-02'}}"),
            "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(test::at(life.view(), "/balance/due"), "0.00");
  EXPECT_EQ(test::at(life.view(), "/balance/creditLeft"), "-");
}

// DO-4.6
TEST(Payments, AVoidedDocumentAsksForNothing) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(payment("p1", "40.00", "failed")), "ok");
  const std::string digest = life.at("/digest");
  EXPECT_EQ(life.step("void", ",'reason':'twice'"), "ok");
  EXPECT_EQ(test::at(life.view(), "/balance/total"), "0.00");
  EXPECT_EQ(test::at(life.view(), "/balance/due"), "0.00");
  EXPECT_EQ(test::at(life.view(), "/summary/total"), "100.00");
  EXPECT_EQ(view::finalDigest(life.opened().source()), digest);
  Life memo(document("creditMemo"));
  EXPECT_EQ(memo.step("finalise", ",'number':'CM-1001'"), "ok");
  EXPECT_EQ(test::at(memo.view(), "/balance"), "-");
  EXPECT_EQ(memo.step("void"), "ok");
  EXPECT_EQ(test::at(memo.view(), "/balance/due"), "0.00");
}

TEST(Payments, ACreditMemoIsPaidOutUpToWhatIsLeftOfIt) {
  Life memo(document("creditMemo"));
  EXPECT_EQ(memo.apply(payment("p1", "10.00")), "step-not-allowed");
  EXPECT_EQ(memo.step("finalise", ",'number':'CM-1001'"), "ok");
  EXPECT_EQ(memo.apply("{'op':'credit','credit':{'invoiceId':'inv','amount':'30.00',"
                       "'date':'2026-12-01'}}"),
            "ok");
  EXPECT_EQ(memo.apply(payment("p1", "70.01")), "out-of-range");
  EXPECT_EQ(memo.apply(payment("p1", "70.00", "pending")), "unknown-value");
  EXPECT_EQ(memo.apply(payment("p1", "70.00")), "ok");
  EXPECT_EQ(memo.at("/status"), "applied");
  EXPECT_EQ(test::at(memo.view(), "/balance/due"), "0.00");
  EXPECT_EQ(memo.apply(payment("p2", "0.01")), "nothing-left");
  EXPECT_EQ(memo.apply("{'op':'removePayment','id':'p1'}"), "ok");
  EXPECT_EQ(test::at(memo.view(), "/balance/due"), "70.00");
  // What an invoice knows as its refund stays here as well.
  EXPECT_EQ(memo.apply("{'op':'payment','payment':{'id':'p3','amount':'1.00','invoiceId':'inv',"
                       "'date':'2026-12-01'}}"),
            "ok");
  EXPECT_EQ(memo.apply("{'op':'removePayment','id':'p3'}"), "payment-refunded");
  EXPECT_EQ(memo.step("void"), "step-not-allowed");
}

// DO-4.14
TEST(Payments, AppliedCreditsPayAnInvoiceButNeverMoreThanItsBalance) {
  Life life = openInvoice();
  EXPECT_EQ(life.apply(credit("100.01")), "credit-exceeds-balance");
  EXPECT_EQ(life.apply(credit("10.00", "invoiceId")), "required");
  EXPECT_EQ(life.apply(credit("40.00")), "ok");
  // Nothing was paid: it is open, for less.
  EXPECT_EQ(life.at("/status"), "open");
  EXPECT_EQ(at(life.view(), "/balance/due"), "60.00");
  EXPECT_EQ(life.step("void"), "step-not-allowed");
  EXPECT_EQ(life.apply(credit("60.00")), "ok");
  EXPECT_EQ(life.at("/status"), "paid");
  EXPECT_EQ(life.apply(credit("1.00")), "step-not-allowed");
}

TEST(Payments, ACreditMemoIsAppliedUntilNothingIsLeft) {
  Life life(document("creditMemo"));
  EXPECT_EQ(life.apply(credit("10.00", "invoiceId")), "step-not-allowed");
  EXPECT_EQ(life.step("finalise", ",'number':'CM-1001'"), "ok");
  EXPECT_EQ(life.apply(credit("70.00", "invoiceId")), "ok");
  EXPECT_EQ(life.at("/status"), "applied");
  EXPECT_EQ(at(life.view(), "/balance/due"), "30.00");
  EXPECT_EQ(life.step("void"), "step-not-allowed");
  EXPECT_EQ(life.apply(credit("30.01", "invoiceId")), "credit-exceeds-balance");
  EXPECT_EQ(life.apply(credit("30.00", "invoiceId")), "ok");
  EXPECT_EQ(life.apply(credit("0.01", "invoiceId")), "nothing-left");
}

// DO-1.8
TEST(Payments, AnInvoiceIsOverdueAfterItsDueDateUntilItIsPaid) {
  Life life(document("invoice", "'terms':{'type':'net','days':30},"));
  EXPECT_EQ(life.step("finalise", ",'number':'INV-1'"), "ok");
  EXPECT_EQ(at(life.reply("2026-12-22"), "/shown"), "open");
  EXPECT_EQ(at(life.reply("2026-12-22"), "/until"), "2026-12-22");
  EXPECT_EQ(at(life.reply("2026-12-23"), "/shown"), "overdue");
  EXPECT_EQ(at(life.reply("2026-12-23"), "/status"), "open");
  EXPECT_EQ(life.apply(payment("p1", "100.00")), "ok");
  EXPECT_EQ(at(life.reply("2026-12-23"), "/shown"), "paid");
}

TEST(Payments, FromDraftOverPartPaymentAndCreditToPaidInOneSession) {
  Session session;
  session.open(test::quoted(document("invoice")));
  const auto ok = [&](const std::string& command) { return at(applyTo(session, command), "/ok"); };
  EXPECT_EQ(ok("{'op':'lifecycle','step':'finalise','number':'INV-1','at':'2026-11-22'}"), "true");
  EXPECT_EQ(ok("{'op':'lifecycle','step':'send','at':'2026-11-22'}"), "true");
  EXPECT_EQ(ok(payment("p1", "30.00")), "true");
  EXPECT_EQ(ok(credit("20.00")), "true");
  EXPECT_EQ(ok(payment("p2", "50.00")), "true");
  EXPECT_EQ(at(session.query(R"({"get":"lifecycle"})"), "/status"), "paid");
  EXPECT_EQ(at(session.query(R"({"get":"issues"})"), "/issues"), "[]");
}

// DO-4.6: what a state from elsewhere records is read as it stands.
TEST(Payments, ARecordCountsByItsOwnStatusAndSign) {
  const auto balance = [](const std::string& records) {
    return test::Life(
               "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22',"
               "'lines':[{'id':'a','name':'A','unitPrice':'100'}]," +
               records + "}")
        .view();
  };
  const std::string paid = balance(
      "'payments':[{'id':'p','amount':'30','status':'succeeded'},{'id':'q','amount':'20'},"
      "{'id':'r','amount':'5','status':null},{'id':'s','amount':'-10','status':'succeeded'}]");
  EXPECT_EQ(at(paid, "/balance/paid"), "20.00");
  EXPECT_EQ(at(paid, "/balance/due"), "80.00");
}

// PR-1.6: a sum that has no value leaves the balance without one.
TEST(Payments, EachSumWithoutAValueLeavesTheBalanceWithoutOne) {
  const std::string twice =
      "[{'id':'1','amount':'600000000000000','status':'succeeded'},"
      "{'id':'2','amount':'600000000000000','status':'succeeded'}]";
  for (const std::string list : {"payments", "refunds", "credits"}) {
    const std::string view =
        test::Life(
            "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22',"
            "'lines':[{'id':'a','name':'A','unitPrice':'100'}],'" +
            list + "':" + twice + "}")
            .view();
    EXPECT_EQ(at(view, "/balance/total"), "100.00") << list;
    EXPECT_EQ(at(view, "/balance/due"), "null") << list;
  }
  const std::string half = "'unitPrice':'600000000000','quantity':'1000'}";
  const std::string view =
      test::Life(
          "{'version':1,'kind':'invoice','currency':'USD','date':'2026-11-22','lines':["
          "{'id':'a','name':'A'," +
          half + ",{'id':'b','name':'B'," + half +
          "],'payments':[{'id':'1','amount':'1','status':'succeeded'}]}")
          .view();
  EXPECT_EQ(at(view, "/balance/total"), "null");
  EXPECT_EQ(at(view, "/balance/due"), "null");
}

}  // namespace
}  // namespace crossfoot
