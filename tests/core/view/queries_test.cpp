#include <gtest/gtest.h>

#include <array>
#include <map>
#include <span>

#include "core/support/priced.h"
#include "core/support/random_state.h"
#include "core/view/explain_walk.h"
#include "crossfoot/engine.h"

// What a session answers (docs/architecture.md, query), against the whole view and state.

namespace crossfoot {
namespace {

using testing::exactValue;
using testing::Random;
using testing::sortedText;
using testing::textAt;
using testing::tree;
using testing::valueAt;

class Queries : public ::testing::TestWithParam<uint64_t> {
 protected:
  void SetUp() override {
    Random random(GetParam());
    const json::Value state = testing::randomState(random, 1 + random.below(12));
    ASSERT_FALSE(isRefusal(session_.open(json::write(state))));
    state_ = tree(session_.save());
    view_ = tree(session_.query(R"({"get":"view","digest":true})"));
  }

  json::Value get(const std::string& members) {
    return tree(session_.query("{\"get\":" + members + "}"));
  }

  // Whether a member of a reply is that member of the view.
  void expectOfView(const json::Value& reply, const std::string& pointer) {
    EXPECT_EQ(sortedText(valueAt(reply, pointer)), sortedText(valueAt(view_, pointer))) << pointer;
  }

  Session session_;
  json::Value state_;
  json::Value view_;
};

TEST_P(Queries, PartsAreThoseOfTheView) {
  const json::Value summary = get(R"("summary")");
  for (const char* part : {"/summary", "/metrics", "/recurring", "/sections"}) {
    expectOfView(summary, part);
  }
  expectOfView(get(R"("issues")"), "/issues");
  expectOfView(get(R"("schedule")"), "/schedule");
  expectOfView(get(R"("metrics")"), "/metrics");
  expectOfView(get(R"("digest")"), "/digest");
}

// What a table shows among its lines, and what its totals add to the subtotal, add up.
TEST_P(Queries, SumsAndTaxesAddUpToTheSummary) {
  const json::Value reply = get(R"("summary")");
  if (valueAt(reply, "/summary/dueNow").isNull()) return;
  const auto amount = [&](const json::Value& value, const std::string& pointer) {
    return exactValue(textAt(value, pointer));
  };
  Rational subtotal;
  Rational total;
  for (const json::Value& sum : valueAt(reply, "/sums").items) {
    subtotal = subtotal + amount(sum, "/subtotal");
    total = total + amount(sum, "/total");
  }
  Rational lines;
  for (const json::Value& line : valueAt(view_, "/lines").items) {
    if (valueAt(line, "/dueNow").truth) lines = lines + amount(line, "/total");
  }
  EXPECT_EQ(subtotal.text(), amount(reply, "/summary/subtotal").text());
  EXPECT_EQ(total.text(), lines.text());
  EXPECT_EQ(valueAt(reply, "/sums").items.size(), valueAt(reply, "/sections").items.size() + 1);
  Rational onTop;
  Rational included;
  for (const json::Value& tax : valueAt(reply, "/taxes").items) {
    Rational& sum = valueAt(tax, "/included").truth ? included : onTop;
    sum = sum + amount(tax, "/amount");
  }
  EXPECT_EQ(onTop.text(), amount(reply, "/taxOnTop").text());
  EXPECT_EQ(included.text(), amount(reply, "/summary/lineTaxIncluded").text());
  EXPECT_EQ(sortedText(valueAt(get(R"("taxes")"), "/taxes")), sortedText(valueAt(reply, "/taxes")));
}

TEST_P(Queries, RowsAreTheLinesWithTheirAmountsAndIssues) {
  const json::Value reply = get(R"("rows")");
  const json::Value& lines = valueAt(state_, "/lines");
  EXPECT_EQ(textAt(reply, "/count"), std::to_string(lines.items.size()));
  ASSERT_EQ(valueAt(reply, "/rows").items.size(), lines.items.size());
  size_t item = 0;
  size_t issues = 0;
  for (size_t i = 0; i < lines.items.size(); ++i) {
    const json::Value& row = valueAt(reply, "/rows").items[i];
    EXPECT_EQ(textAt(row, "/index"), std::to_string(i));
    EXPECT_EQ(json::write(valueAt(row, "/input")), json::write(lines.items[i]));
    issues += valueAt(row, "/issues").items.size();
    const std::string type = textAt(lines.items[i], "/type");
    if (type == "section" || type == "note") {
      EXPECT_TRUE(valueAt(row, "/priced").isNull());
      continue;
    }
    EXPECT_EQ(sortedText(valueAt(row, "/priced")),
              sortedText(valueAt(view_, "/lines/" + std::to_string(item++))));
  }
  size_t ofLines = 0;
  for (const json::Value& issue : valueAt(view_, "/issues").items) {
    if (issue.find("lineId") != nullptr) ++ofLines;
  }
  EXPECT_EQ(issues, ofLines);
}

TEST_P(Queries, SomeRowsAreThoseOfAllRows) {
  const json::Value all = get(R"("rows")");
  const size_t count = valueAt(all, "/rows").items.size();
  const json::Value some = get(R"("rows","from":1,"count":3)");
  for (size_t i = 0; i < valueAt(some, "/rows").items.size(); ++i) {
    EXPECT_EQ(json::write(valueAt(some, "/rows").items[i]),
              json::write(valueAt(all, "/rows").items[i + 1]));
  }
  EXPECT_EQ(valueAt(some, "/rows").items.size(), std::min<size_t>(3, count - 1));
  const std::string last = testing::idsOf(state_, "lines").back();
  const json::Value one = get(R"("rows","ids":[")" + last + R"(","nobody"])");
  ASSERT_EQ(valueAt(one, "/rows").items.size(), 1u);
  EXPECT_EQ(textAt(one, "/rows/0/index"), std::to_string(count - 1));
}

TEST_P(Queries, TheScheduleByLinesAddsUpToTheEntriesAfterTheFirst) {
  const json::Value reply = get(R"("schedule","lines":true)");
  const std::string today = textAt(state_, "/date");
  for (const json::Value& entry : valueAt(reply, "/schedule").items) {
    if (entry.textOf("date") == today) continue;
    int64_t net = 0;
    int64_t total = 0;
    for (const json::Value& line : valueAt(entry, "/lines").items) {
      net += testing::minor(textAt(line, "/net"));
      total += testing::minor(textAt(line, "/total"));
    }
    EXPECT_EQ(net, testing::minor(textAt(entry, "/net")));
    EXPECT_EQ(total, testing::minor(textAt(entry, "/total")));
  }
}

TEST_P(Queries, TheNumberOfIssuesIsCountedWithoutMakingThem) {
  size_t errors = 0;
  size_t warnings = 0;
  size_t notices = 0;
  for (const json::Value& issue : valueAt(view_, "/issues").items) {
    const std::string severity = textAt(issue, "/severity");
    (severity == "error" ? errors : severity == "warning" ? warnings : notices) += 1;
  }
  const json::Value summary = get(R"("summary")");
  EXPECT_EQ(textAt(summary, "/issueCount/error"), std::to_string(errors));
  EXPECT_EQ(textAt(summary, "/issueCount/warning"), std::to_string(warnings));
  EXPECT_EQ(textAt(summary, "/issueCount/notice"), std::to_string(notices));
}

TEST_P(Queries, AKeystrokeAnswersWhatTheViewPrints) {
  constexpr size_t kAmounts = 20;  // what follows them is not in the view
  const std::vector<std::string> ids = testing::idsOf(state_, "lines");
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::string type = textAt(valueAt(state_, "/lines").items[i], "/type");
    if (type == "section" || type == "note") continue;
    const std::string reply(session_.edit(static_cast<uint32_t>(i), 1, "3"));
    ASSERT_FALSE(isRefusal(reply)) << reply;
    const json::Value view = get(R"("view")");
    const json::Value* line = nullptr;
    for (const json::Value& one : valueAt(view, "/lines").items) {
      if (one.textOf("id") == ids[i]) line = &one;
    }
    ASSERT_NE(line, nullptr);
    std::string expected;
    for (const std::string_view field : std::span(kEditReplyFields).first(kAmounts)) {
      const bool ofLine = field.substr(0, 5) == "line.";
      if (!expected.empty()) expected += '\n';
      expected += ofLine ? textAt(*line, "/" + std::string(field.substr(5)))
                         : textAt(view, "/summary/" + std::string(field));
    }
    EXPECT_EQ(reply.substr(0, expected.size() + 1), expected + '\n') << ids[i];
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Queries, ::testing::Range<uint64_t>(1, 80));

// Amounts that overflow are errors of pricing, not of reading; the count holds them too.
TEST(Session, CountsWhatPricingFinds) {
  Session session;
  const auto errors = [&session] {
    const json::Value summary = tree(session.query(R"({"get":"summary"})"));
    return testing::textAt(summary, "/issueCount/error");
  };
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22",
      "adjustments":[{"id":"f","type":"fee","name":"F","amount":"9999999999999999"}],
      "lines":[{"id":"a","name":"A","unitPrice":"999999999999","quantity":"999999"}]})");
  EXPECT_EQ(errors(), "2");
  session.apply(R"({"op":"set","path":"/lines/a/quantity","value":"1"})");
  EXPECT_EQ(errors(), "1");
  session.apply(R"({"op":"set","path":"/adjustments/f/amount","value":"1"})");
  EXPECT_EQ(errors(), "0");
  session.apply(R"({"op":"undo"})");
  session.apply(R"({"op":"undo"})");
  EXPECT_EQ(errors(), "2");
}

TEST(Session, FindsTextWithoutCaringForCase) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
      {"id":"a","name":"Office Chair","unitPrice":"1"},{"id":"b","name":"Desk","sku":"CHAIR-2"},
      {"id":"c","name":"Lamp","description":"for a ch\u0061ir","custom":{"name":"chair"}},
      {"id":"d","name":"Lamp","unit":"chair"}]})");
  EXPECT_EQ(session.query(R"({"get":"find","text":"cHAIR"})"), R"({"indexes":[0,1,2]})");
  EXPECT_EQ(session.query(R"({"get":"find","text":"sofa"})"), R"({"indexes":[]})");
  EXPECT_EQ(session.query(R"({"get":"ids"})"), R"({"ids":["a","b","c","d"]})");
}

TEST(Session, GivesTheDocumentWithoutItsLines) {
  Session session;
  session.open(R"({"version":1,"lines":[{"id":"a"}],"currency":"USD","date":"2026-11-22","x":1})");
  EXPECT_EQ(session.query(R"({"get":"document"})"),
            R"({"version":1,"currency":"USD","date":"2026-11-22","x":1})");
}

TEST(Session, RefusesWhatItCannotAnswer) {
  Session session;
  EXPECT_TRUE(isRefusal(session.query(R"({"get":"view"})")));
  EXPECT_TRUE(isRefusal(session.apply(R"({"op":"undo"})")));
  EXPECT_TRUE(isRefusal(session.edit(0, 0, "1")));
  EXPECT_EQ(session.save(), "");
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22"})");
  for (const std::string_view request : {"", "{}", "7", R"({"get":"weather"})", R"({"get":1})"}) {
    EXPECT_TRUE(isRefusal(session.query(request))) << request;
    EXPECT_TRUE(isRefusal(session.apply(request))) << request;
  }
  EXPECT_TRUE(isRefusal(session.edit(0, 0, "1")));
}

TEST(Call, AnswersByNameAndRefusesOthers) {
  EXPECT_EQ(textAt(tree(call("version", "{}")), "/rules"), "[1]");
  EXPECT_EQ(call("formula", R"({"text":"=3*12"})"), R"({"value":"36"})");
  EXPECT_TRUE(isRefusal(call("formula", R"({"text":"=3*"})")));
  EXPECT_TRUE(isRefusal(call("forecast", "{}")));
  EXPECT_TRUE(isRefusal(call("choices", "{")));
  EXPECT_TRUE(isRefusal(call("merge", "{}")));
  EXPECT_TRUE(isRefusal(call("verify", "{}")));
  EXPECT_GT(valueAt(tree(call("currencies", "{}")), "/currencies").items.size(), 100u);
}

TEST(IssueCounts, CountThoseOfThePolicyAndOfAdjustmentsToo) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22","policy":{"taxRounding":"odd"},
      "lines":[],"adjustments":[{"id":"f","type":"fee","name":"F","percent":"ten"}]})");
  const json::Value summary = testing::tree(session.query(R"({"get":"summary"})"));
  const json::Value issues = testing::tree(session.query(R"({"get":"issues"})"));
  EXPECT_EQ(valueAt(issues, "/issues").items.size(), 2U);
  EXPECT_EQ(textAt(summary, "/issueCount/error"), "2");
}

// The counts are kept while lines come and go; the list is made anew.
TEST(IssueCounts, FollowEveryKindOfLineAndAdjustmentThatHasAnIssueAndGoes) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22","policy":{},
      "taxRates":[{"id":"t","name":"T","percent":"10"}],"lines":[
      {"id":"plain","unitPrice":"1"},
      {"id":"twice","name":"A","unitPrice":"1","taxRateIds":["t","t"]},
      {"id":"charged","unitPrice":"1","charges":[{"percent":"10"}]},
      {"id":"capped","name":"C","unitPrice":"1","discount":{"total":"2"}},
      {"id":"past","name":"P","unitPrice":"1",
       "billing":{"frequency":"monthly","start":{"date":"2020-01-01"}}},
      {"id":"over","name":"O","unitPrice":"999999999999","quantity":"2000"}],
      "adjustments":[{"id":"most","type":"discount","name":"M","amount":"900"},
                     {"id":"large","type":"fee","name":"L","amount":"2000000000000000"}]})");
  const auto agree = [&session] {
    const json::Value list = testing::tree(session.query(R"({"get":"issues"})"));
    std::map<std::string, size_t> listed;
    for (const json::Value& issue : valueAt(list, "/issues").items) {
      ++listed[textAt(issue, "/severity")];
    }
    const json::Value summary = testing::tree(session.query(R"({"get":"summary"})"));
    for (const std::string severity : {"error", "warning", "notice"}) {
      EXPECT_EQ(textAt(summary, "/issueCount/" + severity), std::to_string(listed[severity]));
    }
    return listed["error"] + listed["warning"] + listed["notice"];
  };
  size_t before = agree();
  EXPECT_GE(before, 7u);
  for (const std::string list : {"adjustments", "lines"}) {
    for (const std::string& id : testing::idsOf(testing::tree(session.save()), list)) {
      const std::string command =
          R"({"op":"remove","list":")" + list + R"(","ids":[")" + id + R"("]})";
      ASSERT_FALSE(isRefusal(session.apply(command))) << id;
      const size_t after = agree();
      EXPECT_LT(after, before) << id;
      before = after;
    }
  }
  EXPECT_EQ(before, 0u);
}

}  // namespace
}  // namespace crossfoot
