#include <gtest/gtest.h>

#include "core/support/priced.h"
#include "core/support/random_state.h"
#include "crossfoot/engine.h"

// What is refused (ST-4.1), with its place.

namespace crossfoot {
namespace {

using testing::textAt;
using testing::tree;

// "code path line:column" of the refusal, or the reply.
std::string refusal(std::string_view text) {
  const std::string reply = price(text, false);
  const json::Value error = tree(reply);
  if (!isRefusal(reply)) return reply;
  return textAt(error, "/error/code") + " " + textAt(error, "/error/path") + " " +
         textAt(error, "/error/line") + ":" + textAt(error, "/error/column");
}

std::string with(const std::string& members) {
  return R"({"version":1,"currency":"USD","date":"2026-11-22",)" + members + "}";
}

TEST(Refusals, TextThatIsNoJson) {
  EXPECT_EQ(refusal("{\"version\":1,\n\"currency\":}"), "json-syntax  2:12");
  EXPECT_EQ(refusal(""), "json-syntax  1:1");
  EXPECT_EQ(refusal(with("\"lines\":[{\"name\":\"\xff\"}]")), "invalid-utf8  1:69");
  EXPECT_EQ(refusal(with("\"custom\":\"\\ud800\"")).substr(0, 12), "invalid-utf8");
  EXPECT_EQ(refusal(std::string(70, '[')).substr(0, 8), "too-deep");
  // The line with the wrong type comes first, but the text is broken behind it.
  EXPECT_EQ(refusal(R"({"lines":[1]} x)").substr(0, 11), "json-syntax");
}

TEST(Refusals, AWrongJsonTypeIsNamedByItsPlace) {
  EXPECT_EQ(refusal("[]"), "wrong-type  1:1");
  EXPECT_EQ(refusal(with(R"("lines":{})")), "wrong-type /lines 1:59");
  EXPECT_EQ(refusal(with("\"lines\":[{\"id\":\"a\"},\n 7]")), "wrong-type /lines/1 2:2");
  EXPECT_EQ(refusal(with("\"lines\":[{\n\"unitPrice\":true}]")),
            "wrong-type /lines/0/unitPrice 2:13");
  EXPECT_EQ(refusal(with(R"("lines":[{"discounts":[{"percent":{}}]}])")).substr(0, 41),
            "wrong-type /lines/0/discounts/0/percent 1");
  EXPECT_EQ(refusal(with("\n\"policy\":{\"taxRounding\":1}")),
            "wrong-type /policy/taxRounding 2:25");
  EXPECT_EQ(refusal(with(R"("taxRates":[[]])")).substr(0, 22), "wrong-type /taxRates/0");
  EXPECT_EQ(refusal(with(R"("adjustments":[{"taxable":"yes"}])")).substr(0, 33),
            "wrong-type /adjustments/0/taxable");
  EXPECT_EQ(refusal(with(R"("lines":[{"taxRateIds":[1]}])")).substr(0, 31),
            "wrong-type /lines/0/taxRateIds/");
  EXPECT_EQ(
      refusal(with(R"("lines":[{"billing":{"frequency":"weekly","phases":[{"payments":[]}]}}])"))
          .substr(0, 45),
      "wrong-type /lines/0/billing/phases/0/payments");
}

TEST(Refusals, AWrongJsonTypeIsRefusedAlsoInWhatCountsForNothing) {
  const auto line = [](const std::string& members, const std::string& more = "") {
    const std::string text = refusal(with(R"("lines":[{"name":"A",)" + members + "}]" + more));
    return text.substr(0, text.rfind(' '));
  };
  EXPECT_EQ(line(R"("unitPrice":"1","billing":{"phases":[{"payments":[]}]})"),
            "wrong-type /lines/0/billing/phases/0/payments");
  EXPECT_EQ(line(R"("unitPrice":"1","billing":{"start":{"date":1}})", R"(,"kind":"invoice")"),
            "wrong-type /lines/0/billing/start/date");
  EXPECT_EQ(line(R"("type":"note","discounts":[{"percent":[]}])"),
            "wrong-type /lines/0/discounts/0/percent");
  EXPECT_EQ(line(R"("type":"section","taxRateIds":[7])"), "wrong-type /lines/0/taxRateIds/0");
  EXPECT_EQ(line(R"("pricing":{"model":"auction","tiers":[{"upTo":{}}]})"),
            "wrong-type /lines/0/pricing/tiers/0/upTo");
  EXPECT_EQ(line(R"("unitPrice":"1","billing":{"frequency":"hourly","phases":[7]})"),
            "wrong-type /lines/0/billing/phases/0");
  EXPECT_EQ(line(R"("unitPrice":"1","taxRateIds":["a","b","c","d","e","f","g","h",7])"),
            "wrong-type /lines/0/taxRateIds/8");
  EXPECT_EQ(refusal(with(R"("kind":"deal","adjustments":[{"type":"fee","taxRateIds":[7]}])"))
                .substr(0, 40),
            "wrong-type /adjustments/0/taxRateIds/0 1");
}

// ST-1.1
TEST(Refusals, WhatTheDocumentMustSay) {
  EXPECT_EQ(refusal(R"({"currency":"USD","date":"2026-11-22"})").substr(0, 24),
            "unknown-version /version");
  EXPECT_EQ(refusal(R"({"version":2,"currency":"USD","date":"2026-11-22"})"),
            "unknown-version /version 1:12");
  EXPECT_EQ(refusal(with(R"("kind":"order")")).substr(0, 18), "unknown-kind /kind");
  for (const char* currency : {"\"usd\"", "\"XXX\"", "\"\"", "null"}) {
    EXPECT_EQ(refusal(with(std::string("\"currency\":") + currency)).substr(0, 26),
              "unknown-currency /currency")
        << currency;
  }
  for (const char* date : {"\"2026-02-30\"", "\"22.11.2026\"", "null", "\"2026-11-22T00:00\""}) {
    EXPECT_EQ(refusal(with(std::string("\"date\":") + date)).substr(0, 19), "document-date /date")
        << date;
  }
}

TEST(Refusals, IdsAreUniqueInTheirList) {
  EXPECT_EQ(refusal(with(R"("lines":[{"id":"a"},{"id":"b"},{"id":"a"}])")).substr(0, 24),
            "duplicate-id /lines/2/id");
  EXPECT_EQ(refusal(with(R"("taxRates":[{"id":"a"},{"id":"a"}])")).substr(0, 27),
            "duplicate-id /taxRates/1/id");
  EXPECT_EQ(refusal(with(R"("adjustments":[{"id":"a"},{"id":"\u0061"}])")).substr(0, 30),
            "duplicate-id /adjustments/1/id");
  EXPECT_FALSE(isRefusal(price(with(R"("lines":[{"id":"a"}],"taxRates":[{"id":"a"}])"), false)));
}

TEST(Refusals, MoreThanAHundredThousandLines) {
  std::string lines = "\"lines\":[{\"type\":\"note\"}";
  for (int i = 1; i < 100'000; ++i) lines += ",{\"type\":\"note\"}";
  EXPECT_FALSE(isRefusal(price(with(lines + "]"), false)));
  EXPECT_EQ(refusal(with(lines + ",{\"type\":\"note\"}]")).substr(0, 16), "too-large /lines");
}

TEST(Refusals, TextOfMoreThan64Megabytes) {
  const std::string state = with(R"("lines":[])");
  const size_t limit = size_t{64} * 1024 * 1024;
  EXPECT_FALSE(isRefusal(price(state + std::string(limit - state.size(), ' '), false)));
  EXPECT_EQ(refusal(state + std::string(limit - state.size() + 1, ' ')).substr(0, 9), "too-large");
}

TEST(Refusals, LeaveTheOpenDocumentOpen) {
  Session session;
  session.open(with(R"("lines":[{"id":"a","name":"A","unitPrice":"3"}])"));
  const std::string before = session.save();
  EXPECT_TRUE(isRefusal(session.open("{")));
  EXPECT_TRUE(isRefusal(session.open(R"({"version":9})")));
  EXPECT_EQ(session.save(), before);
}

// ST-1.5
TEST(State, MissingIdsAreTheNextFreeOnes) {
  Session session;
  session.open(with(R"("lines":[{"name":"x"},{"id":"li_1"},{"id":""},{"id":null}],
      "taxRates":[{"id":"tr_1"},{}],"adjustments":[{}])"));
  const json::Value state = tree(session.save());
  using Ids = std::vector<std::string>;
  EXPECT_EQ(testing::idsOf(state, "lines"), (Ids{"li_2", "li_1", "li_3", "li_4"}));
  EXPECT_EQ(testing::idsOf(state, "taxRates"), (Ids{"tr_1", "tr_2"}));
  EXPECT_EQ(testing::idsOf(state, "adjustments"), Ids{"adj_1"});
}

// ST-1.3, ST-1.4
TEST(State, UnknownFieldsAreKeptAndNumbersBecomeShortestText) {
  const std::string text = with(
      R"("x":{"deep":[1.50,null]},"lines":[{"id":"a","name":"A","unitPrice":11.90,"quantity":"02",
         "zz":[1.0,{"unitPrice":1.0}],"custom":{"price":2.50}}],"y":null)");
  Session session;
  session.open(text);
  EXPECT_EQ(
      session.save(),
      with(
          R"("x":{"deep":[1.50,null]},"lines":[{"id":"a","name":"A","unitPrice":"11.9","quantity":"02","zz":[1.0,{"unitPrice":1.0}],"custom":{"price":2.50}}],"y":null)"));
}

TEST(State, SavingAndOpeningAgainChangesNothing) {
  for (uint64_t seed = 1; seed < 100; ++seed) {
    testing::Random random(seed);
    Session session;
    session.open(json::write(testing::randomState(random, random.below(10))));
    const std::string saved = session.save();
    Session again;
    again.open(saved);
    EXPECT_EQ(again.save(), saved);
    EXPECT_EQ(again.query(R"({"get":"view"})"), session.query(R"({"get":"view"})"));
  }
}

}  // namespace
}  // namespace crossfoot
