#include <gtest/gtest.h>

#include "core/support/mutate.h"
#include "core/support/random_command.h"
#include "core/support/random_state.h"
#include "crossfoot/engine.h"

// Every entry answers every text with JSON, and what is open stays whole (ST-4.3).
// The sanitizers watch the same tests.

namespace crossfoot {
namespace {

using testing::mutated;
using testing::Random;
using testing::tree;

class Hostile : public ::testing::TestWithParam<uint64_t> {
 protected:
  std::string randomText() { return json::write(testing::randomState(random_, random_.below(6))); }

  Random random_{GetParam()};
};

void expectJson(const std::string& reply, const std::string& input) {
  EXPECT_TRUE(json::parse(reply)) << input << "\n" << reply;
}

TEST_P(Hostile, AMutatedStateIsPricedOrRefused) {
  for (int i = 0; i < 20; ++i) {
    const std::string text = mutated(randomText(), random_);
    const std::string view = price(text, true);
    expectJson(view, text);
    Session session;
    EXPECT_EQ(isRefusal(session.open(text)), isRefusal(view)) << text;
    if (!isRefusal(view)) {
      EXPECT_EQ(price(session.save(), true), view) << text;
    }
  }
}

TEST_P(Hostile, AMutatedCommandIsCarriedOutOrChangesNothing) {
  Session session;
  session.open(randomText());
  for (int i = 0; i < 30; ++i) {
    const std::string before = session.save();
    const std::string command = mutated(testing::randomCommand(tree(before), random_), random_);
    const std::string reply = session.apply(command);
    expectJson(reply, command);
    if (isRefusal(reply)) {
      EXPECT_EQ(session.save(), before) << command;
    }
    EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false)) << command;
  }
}

TEST_P(Hostile, AnyTextTypedIntoACellIsHeld) {
  Session session;
  const json::Value state = testing::randomState(random_, 1 + random_.below(5));
  session.open(json::write(state));
  const size_t lines = testing::idsOf(state, "lines").size();
  for (int i = 0; i < 20; ++i) {
    const std::string typed = mutated(random_.decimal(4, 4), random_);
    const auto line = static_cast<uint32_t>(random_.below(lines + 1));
    const std::string reply(session.edit(line, static_cast<uint32_t>(random_.below(6)), typed));
    if (isRefusal(reply)) expectJson(reply, typed);
    expectJson(session.save(), typed);
    EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false)) << typed;
  }
}

TEST_P(Hostile, AMutatedArgumentIsAnsweredOrRefused) {
  for (int i = 0; i < 10; ++i) {
    const std::string state = randomText();
    const std::string merge =
        R"({"base":)" + state + R"(,"mine":)" + randomText() + R"(,"theirs":)" + state + "}";
    const std::string choices =
        R"({"state":)" + state +
        R"(,"choices":{"quantities":{"li_1":"2"},"selected":{"li_2":true}}})";
    const std::string claim = R"({"state":)" + state + R"(,"claim":{"rules":1,"dueNow":"1"}})";
    for (const auto& [name, argument] : {std::pair<std::string_view, std::string>{"merge", merge},
                                         {"choices", choices},
                                         {"verify", claim}}) {
      const std::string text = mutated(argument, random_);
      expectJson(call(name, text), text);
    }
  }
}

TEST_P(Hostile, AMutatedQuestionIsAnsweredOrRefused) {
  static const std::vector<std::string> kQuestions = {
      R"({"get":"rows","from":1,"count":2})",
      R"({"get":"rows","ids":["li_1"]})",
      R"({"get":"schedule","lines":true})",
      R"({"get":"explain","path":"/summary/dueNow"})",
      R"({"get":"explain","path":"/lines/0/net"})",
      R"({"get":"subscriptions","on":"2026-02-01"})",
      R"({"get":"find","text":"line"})",
      R"({"get":"lifecycle"})"};
  Session session;
  session.open(randomText());
  for (int i = 0; i < 40; ++i) {
    const std::string question = mutated(random_.pick(kQuestions), random_);
    expectJson(session.query(question), question);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Hostile, ::testing::Range<uint64_t>(1, 40));

}  // namespace
}  // namespace crossfoot
