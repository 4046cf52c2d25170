#include <gtest/gtest.h>

#include "core/support/random_state.h"
#include "crossfoot/engine.h"

namespace crossfoot {
namespace {

using testing::textAt;
using testing::tree;
using testing::valueAt;

constexpr std::string_view kState =
    R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
        {"id":"a","name":"A","unitPrice":"10"},{"id":"b","name":"B","unitPrice":"20"}]})";

constexpr auto kUnitPrice = static_cast<uint32_t>(EditField::unitPrice);
constexpr auto kQuantity = static_cast<uint32_t>(EditField::quantity);

class History : public ::testing::Test {
 protected:
  void SetUp() override { session_.open(kState); }

  // The number of steps that can be undone, from the reply of a command.
  size_t apply(std::string_view command) {
    const std::string reply = session_.apply(command);
    EXPECT_FALSE(isRefusal(reply)) << reply;
    return std::stoul("0" + textAt(tree(reply), "/undo"));
  }

  std::string dueNow() {
    return textAt(tree(session_.query(R"({"get":"summary"})")), "/summary/dueNow");
  }

  size_t steps() {
    return valueAt(tree(session_.query(R"({"get":"history"})")), "/steps").items.size();
  }

  Session session_;
};

TEST_F(History, TypingInOneCellIsOneStep) {
  for (const std::string_view typed : {"1", "12", "12.", "12.5"})
    session_.edit(0, kUnitPrice, typed);
  EXPECT_EQ(dueNow(), "32.50");
  EXPECT_EQ(steps(), 1u);
  apply(R"({"op":"undo"})");
  EXPECT_EQ(dueNow(), "30.00");
  apply(R"({"op":"redo"})");
  EXPECT_EQ(dueNow(), "32.50");
}

TEST_F(History, TypingInAnotherCellIsAnotherStep) {
  session_.edit(0, kUnitPrice, "1");
  session_.edit(1, kUnitPrice, "2");
  session_.edit(1, kQuantity, "3");
  EXPECT_EQ(steps(), 3u);
  apply(R"({"op":"undo"})");
  EXPECT_EQ(dueNow(), "3.00");
  apply(R"({"op":"undo"})");
  EXPECT_EQ(dueNow(), "21.00");
}

TEST_F(History, CommandsWithOneKeyJoinAndOthersDoNot) {
  apply(R"({"op":"set","path":"/lines/a/name","value":"x","coalesce":"name:a"})");
  EXPECT_EQ(apply(R"({"op":"set","path":"/lines/a/name","value":"xy","coalesce":"name:a"})"), 1u);
  EXPECT_EQ(apply(R"({"op":"set","path":"/lines/b/name","value":"z","coalesce":"name:b"})"), 2u);
  EXPECT_EQ(apply(R"({"op":"set","path":"/lines/b/name","value":"zz"})"), 3u);
  for (int i = 0; i < 3; ++i) apply(R"({"op":"undo"})");
  EXPECT_EQ(textAt(tree(session_.save()), "/lines/0/name"), "A");
}

TEST_F(History, AnUndoEndsTyping) {
  session_.edit(0, kUnitPrice, "1");
  session_.edit(0, kUnitPrice, "12");
  apply(R"({"op":"undo"})");
  apply(R"({"op":"redo"})");
  EXPECT_EQ(dueNow(), "32.00");
  session_.edit(0, kQuantity, "2");
  apply(R"({"op":"undo"})");
  EXPECT_EQ(dueNow(), "32.00");
}

TEST_F(History, ANewCommandForgetsWhatWasUndone) {
  apply(R"({"op":"set","path":"/lines/a/quantity","value":"2"})");
  apply(R"({"op":"undo"})");
  apply(R"({"op":"set","path":"/lines/a/quantity","value":"3"})");
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"redo"})")));
  EXPECT_EQ(dueNow(), "50.00");
  apply(R"({"op":"undo"})");
  EXPECT_EQ(dueNow(), "30.00");
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"undo"})")));
}

TEST_F(History, ABatchIsOneStepAndAllOrNothing) {
  const std::string before = session_.save();
  EXPECT_TRUE(isRefusal(session_.apply(
      R"({"op":"batch","commands":[{"op":"set","path":"/lines/a/quantity","value":"2"},
          {"op":"remove","list":"lines","ids":["nobody"]}]})")));
  EXPECT_EQ(session_.save(), before);
  EXPECT_EQ(apply(R"({"op":"batch","commands":[{"op":"set","path":"/lines/a/quantity","value":"2"},
                      {"op":"remove","list":"lines","ids":["b"]}]})"),
            1u);
  apply(R"({"op":"undo"})");
  EXPECT_EQ(session_.save(), before);
}

TEST_F(History, AStampIsNoStep) {
  session_.apply(R"({"op":"stamp","rev":{"n":2,"write":"w"}})");
  EXPECT_EQ(steps(), 0u);
  EXPECT_EQ(textAt(tree(session_.save()), "/rev/write"), "w");
}

TEST_F(History, TheFirstLineOfADocumentThatHadNoneIsUndoneWithoutATrace) {
  const std::string bare = R"({"version":1,"currency":"USD","date":"2026-11-22"})";
  session_.open(bare);
  apply(R"({"op":"add","list":"lines","items":[{"id":"a","name":"A","unitPrice":"1"}]})");
  apply(R"({"op":"undo"})");
  EXPECT_EQ(session_.save(), bare);
}

TEST_F(History, SurvivesAReload) {
  apply(R"({"op":"set","path":"/lines/a/quantity","value":"2"})");
  apply(R"({"op":"remove","list":"lines","ids":["b"]})");
  const json::Value kept = tree(session_.query(R"({"get":"historyState"})"));
  const json::Value* log = kept.find("history");
  ASSERT_NE(log, nullptr) << json::write(kept);
  const std::string state = session_.save();
  Session reloaded;
  reloaded.open(state);
  const std::string reply =
      reloaded.apply(R"({"op":"restoreHistory","history":)" + json::write(*log) + "}");
  ASSERT_FALSE(isRefusal(reply)) << reply;
  reloaded.apply(R"({"op":"undo"})");
  reloaded.apply(R"({"op":"undo"})");
  session_.apply(R"({"op":"undo"})");
  session_.apply(R"({"op":"undo"})");
  EXPECT_EQ(reloaded.save(), session_.save());
}

TEST_F(History, ALogThatDoesNotFitIsRefusedWithoutHarm) {
  const std::string before = session_.save();
  for (const std::string_view log :
       {R"({})", R"({"position":3,"steps":[]})", R"({"position":1,"steps":[{"changes":[{}]}]})"}) {
    EXPECT_TRUE(
        isRefusal(session_.apply(R"({"op":"restoreHistory","history":)" + std::string(log) + "}")))
        << log;
  }
  // A log of another document: its steps are refused when they are undone.
  session_.apply(
      R"({"op":"restoreHistory","history":{"position":1,"steps":[{"label":"","coalesce":"",
          "changes":[{"change":"line","id":"zz","before":"{}","after":"{}"}]}]}})");
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"undo"})")));
  EXPECT_EQ(session_.save(), before);
}

TEST_F(History, TheLast200StepsAreKeptHoweverManyThereWere) {
  for (uint32_t i = 1; i <= 450; ++i) session_.edit(i % 2, kQuantity, std::to_string(i));
  EXPECT_EQ(steps(), 200u);
  for (int i = 0; i < 200; ++i) apply(R"({"op":"undo"})");
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"undo"})")));
  EXPECT_EQ(dueNow(), "7480.00");  // 250 × 10 + 249 × 20
  for (int i = 0; i < 200; ++i) apply(R"({"op":"redo"})");
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"redo"})")));
  EXPECT_EQ(dueNow(), "13480.00");  // 450 × 10 + 449 × 20
}

}  // namespace
}  // namespace crossfoot
