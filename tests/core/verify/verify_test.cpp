#include "verify/verify.h"

#include <gtest/gtest.h>

#include "core/support/random_state.h"
#include "crossfoot/engine.h"

namespace crossfoot::verify {
namespace {

using testing::tree;

constexpr std::string_view kState =
    R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
        {"id":"a","name":"Seat","unitPrice":"11.9","discount":{"percent":"15"}}]})";

json::Value replyTo(std::string_view state, std::string_view claim) {
  return tree(
      verifyReply("{\"state\":" + std::string(state) + ",\"claim\":" + std::string(claim) + "}"));
}

bool holds(std::string_view claim) { return replyTo(kState, claim).find("ok")->truth; }

// SY-5.1
TEST(Verify, AClaimThatHoldsIsAnsweredWithTheAmounts) {
  const json::Value reply = replyTo(kState, R"({"rules":1,"dueNow":"10.11","total":"10.11"})");
  EXPECT_TRUE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("dueNow"), "10.11");
  EXPECT_EQ(reply.textOf("total"), "10.11");
  EXPECT_EQ(reply.find("rules")->text, "1");
  EXPECT_EQ(reply.textOf("digest").substr(0, 7), "sha256:");
  EXPECT_TRUE(holds("{\"digest\":\"" + std::string(reply.textOf("digest")) + "\"}"));
}

TEST(Verify, AWrongAmountIsRefusedWithTheRightOnes) {
  const json::Value reply = replyTo(kState, R"({"dueNow":"10.10"})");
  EXPECT_FALSE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("reason"), "totals-mismatch");
  EXPECT_EQ(reply.textOf("pointer"), "/claim/dueNow");
  EXPECT_EQ(reply.find("expected")->textOf("dueNow"), "10.11");
  EXPECT_EQ(replyTo(kState, R"({"total":"1"})").textOf("pointer"), "/claim/total");
  EXPECT_EQ(replyTo(kState, R"({"digest":"sha256:0"})").textOf("pointer"), "/claim/digest");
}

TEST(Verify, AmountsCompareByValue) {
  EXPECT_TRUE(holds(R"({"dueNow":"10.110"})"));
  EXPECT_TRUE(holds(R"({"dueNow":10.11})"));
  EXPECT_FALSE(holds(R"({"dueNow":null})"));
  EXPECT_FALSE(holds(R"({"dueNow":"x"})"));
  EXPECT_FALSE(holds(R"({"dueNow":["10.11"]})"));
}

// A checkout written for another claim, or for none, must not take a payment for verified.
TEST(Verify, NothingClaimedAndWhatIsNoClaimAreNotOk) {
  for (const std::string_view claim : {"{}", R"({"rules":1})", R"({"allowErrors":true})"}) {
    const json::Value reply = replyTo(kState, claim);
    EXPECT_FALSE(reply.find("ok")->truth) << claim;
    EXPECT_EQ(reply.textOf("reason"), "nothing-claimed");
    EXPECT_EQ(reply.textOf("pointer"), "/claim");
    EXPECT_EQ(reply.find("expected")->textOf("dueNow"), "10.11");
  }
  const json::Value reply = replyTo(kState, R"({"dueNow":"10.11","dueNov":"1"})");
  EXPECT_FALSE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("reason"), "unknown-claim");
  EXPECT_EQ(reply.textOf("pointer"), "/claim/dueNov");
}

// What is in error counts 0, so its total is no price.
TEST(Verify, AStateWithAnErrorIsNotOkUnlessTheClaimAllowsIt) {
  const std::string faulty =
      R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
          {"id":"a","name":"Seat","unitPrice":"twelve"}]})";
  const json::Value reply = replyTo(faulty, R"({"dueNow":"0.00"})");
  EXPECT_FALSE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("reason"), "has-errors");
  EXPECT_EQ(reply.textOf("pointer"), "/lines/0/unitPrice");
  EXPECT_TRUE(replyTo(faulty, R"({"dueNow":"0.00","allowErrors":true})").find("ok")->truth);
  EXPECT_FALSE(replyTo(faulty, R"({"dueNow":"0.00","allowErrors":false})").find("ok")->truth);
  EXPECT_FALSE(replyTo(faulty, R"({"dueNow":"1.00","allowErrors":true})").find("ok")->truth);
}

TEST(Verify, AFinalisedTotalThatWasTamperedWithIsNotProven) {
  const std::string digest(replyTo(kState, "{}").find("expected")->textOf("digest"));
  const auto finalised = [&digest](std::string_view total) {
    std::string state(kState);
    return state.insert(
        1, R"("status":"open","digest":")" + digest + R"(","total":)" + std::string(total) + ",");
  };
  for (const std::string_view same : {R"("10.11")", R"("10.110")", "10.11", "null"}) {
    EXPECT_TRUE(replyTo(finalised(same), R"({"total":"10.11"})").find("ok")->truth) << same;
  }
  const json::Value reply = replyTo(finalised(R"("1.00")"), R"({"total":"10.11"})");
  EXPECT_EQ(reply.textOf("reason"), "digest-mismatch");
  EXPECT_EQ(reply.textOf("pointer"), "/total");
  EXPECT_EQ(testing::textAt(tree(price(finalised(R"("1.00")"), false)), "/issues/0/path"),
            "/total");
}

TEST(Verify, ATotalThatIsBlockedIsClaimedAsNull) {
  const std::string renewing =
      R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
          {"id":"a","name":"Seat","unitPrice":"10","billing":{"frequency":"monthly"}}]})";
  EXPECT_TRUE(replyTo(renewing, R"({"total":null,"dueNow":"10"})").find("ok")->truth);
  EXPECT_FALSE(replyTo(renewing, R"({"total":"120.00"})").find("ok")->truth);
}

TEST(Verify, UnknownRulesAreNamedWithThoseThatAreKnown) {
  const json::Value reply = replyTo(kState, R"({"rules":2})");
  EXPECT_FALSE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("reason"), "rules-unknown");
  EXPECT_EQ(json::write(*reply.find("supported")), "[1]");
  EXPECT_EQ(replyTo(R"({"version":1,"rules":7,"currency":"USD","date":"2026-11-22"})", "{}")
                .textOf("pointer"),
            "/rules");
}

TEST(Verify, AFinalisedStateThatWasTamperedWithIsNotProven) {
  const std::string tampered =
      R"({"version":1,"currency":"USD","date":"2026-11-22","status":"open","digest":"sha256:00",
          "lines":[{"id":"a","name":"Seat","unitPrice":"1"}]})";
  const json::Value reply = replyTo(tampered, "{}");
  EXPECT_FALSE(reply.find("ok")->truth);
  EXPECT_EQ(reply.textOf("reason"), "digest-mismatch");
  EXPECT_EQ(reply.textOf("pointer"), "/digest");
}

TEST(Verify, PaymentsDoNotMoveAFinalisedDocumentsDigest) {
  const std::string digest(replyTo(kState, "{}").find("expected")->textOf("digest"));
  std::string paid(kState);
  paid.insert(1, R"("status":"open","digest":")" + digest +
                     R"(","payments":[{"id":"p","amount":"1","status":"succeeded"}],)");
  EXPECT_TRUE(replyTo(paid, R"({"dueNow":"10.11"})").find("ok")->truth);
}

json::Value standing(std::string_view members) {
  std::string state(kState);
  state.insert(1, std::string(members) + ",");
  return replyTo(state, "{}");
}

TEST(Verify, SaysWhetherOnlyStepsChangeTheDocument) {
  const std::string digest =
      "\"digest\":\"" + std::string(replyTo(kState, "{}").find("expected")->textOf("digest"));
  EXPECT_FALSE(replyTo(kState, "{}").find("final")->truth);
  for (const std::string_view status : {"published", "accepted", "expired", "archived"}) {
    const std::string members = "\"status\":\"" + std::string(status) + "\"";
    EXPECT_TRUE(standing(members).find("final")->truth) << status;
    EXPECT_TRUE(standing(members).find("lacksDigest")->truth) << status;
    EXPECT_FALSE(standing(members + "," + digest + "\"").find("lacksDigest")->truth) << status;
  }
  const json::Value link = standing(R"("kind":"paymentLink","status":"active")");
  EXPECT_TRUE(link.find("final")->truth);
  EXPECT_FALSE(link.find("lacksDigest")->truth);
  EXPECT_FALSE(standing(R"("kind":"paymentLink","status":"inactive")").find("final")->truth);
  EXPECT_TRUE(standing(R"("kind":"subscription","canceledOn":"2026-11-01")").find("final")->truth);
}

TEST(Verify, SaysWhetherTheStatusIsOneOfTheKind) {
  EXPECT_TRUE(standing(R"("status":"draft")").find("knownStatus")->truth);
  EXPECT_TRUE(standing(R"("status":null)").find("knownStatus")->truth);
  EXPECT_FALSE(standing(R"("status":"zzz")").find("knownStatus")->truth);
  EXPECT_FALSE(standing(R"("kind":"invoice","status":"published")").find("knownStatus")->truth);
}

TEST(Verify, AStateThatCannotBeReadIsRefused) {
  const json::Value reply = replyTo(R"({"version":1,"currency":"XXX","date":"2026-11-22"})", "{}");
  EXPECT_EQ(reply.find("error")->textOf("code"), "unknown-currency");
  EXPECT_EQ(reply.find("error")->textOf("path"), "/state/currency");
  EXPECT_NE(verifyReply(R"({"claim":{}})").find(R"("path":"/state")"), std::string::npos);
  EXPECT_NE(verifyReply(R"({"state":{}})").find(R"("path":"/claim")"), std::string::npos);
  EXPECT_NE(verifyReply("{").find("json-syntax"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot::verify
