#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/support/random_command.h"
#include "core/support/random_state.h"
#include "crossfoot/engine.h"

// What holds for every sequence of commands (PR-7.6, ST-3.1).

namespace crossfoot {
namespace {

using testing::Random;
using testing::tree;

struct Snapshot {
  std::string state;
  std::string view;
  bool operator==(const Snapshot& other) const {
    return state == other.state && view == other.view;
  }
};

Snapshot snapshot(Session& session) {
  return {session.save(), session.query(R"({"get":"view","digest":true})")};
}

size_t stepsOf(const std::string& reply, std::string_view name) {
  return static_cast<size_t>(std::stoul(tree(reply).find(name)->text));
}

class CommandLaws : public ::testing::TestWithParam<uint64_t> {
 protected:
  void SetUp() override {
    const json::Value state = testing::randomState(random_, random_.below(10));
    const std::string reply = session_.open(json::write(state));
    ASSERT_FALSE(isRefusal(reply)) << reply;
  }

  std::string randomCommand() { return testing::randomCommand(tree(session_.save()), random_); }

  Random random_{GetParam()};
  Session session_;
};

// ST-3.1
TEST_P(CommandLaws, ARefusedCommandChangesNothing) {
  for (int i = 0; i < 30; ++i) {
    const Snapshot before = snapshot(session_);
    const std::string history = session_.query(R"({"get":"history"})");
    const std::string command = randomCommand();
    if (!isRefusal(session_.apply(command))) continue;
    EXPECT_TRUE(snapshot(session_) == before) << command << "\n" << before.state;
    EXPECT_EQ(session_.query(R"({"get":"history"})"), history) << command;
  }
}

TEST_P(CommandLaws, AnEditGivesTheSameBytesAsPricingFromScratch) {
  for (int i = 0; i < 30; ++i) {
    const std::string before = session_.save();
    const std::string command = randomCommand();
    const std::string reply = session_.apply(command);
    const std::string state = session_.save();
    ASSERT_EQ(session_.query(R"({"get":"view","digest":true})"), price(state, true))
        << command << "\n"
        << before;
    if (isRefusal(reply)) continue;
    const json::Value view = tree(session_.query(R"({"get":"view"})"));
    ASSERT_EQ(json::write(*tree(reply).find("summary")), json::write(*view.find("summary")))
        << command;
  }
}

// ST-3.1: a batch reads and writes each member once; what is left is what its commands leave.
TEST_P(CommandLaws, ABatchLeavesWhatItsCommandsLeave) {
  const Snapshot before = snapshot(session_);
  Session other;
  other.open(before.state);
  std::string commands;
  for (int i = 0; i < 12; ++i) {
    const std::string command = randomCommand();
    const json::Value parsed = tree(command);
    const std::string_view op = parsed.textOf("op");
    const json::Value* items = parsed.find("items");
    // A batch does not give an id again that was free before it.
    const bool givesIds = items != nullptr && std::any_of(items->items.begin(), items->items.end(),
                                                          [](const json::Value& item) {
                                                            return item.find("id") == nullptr;
                                                          });
    const bool fits = op == "set" || op == "remove" || op == "move" || (op == "add" && !givesIds);
    if (!fits || isRefusal(session_.apply(command))) continue;
    if (!commands.empty()) commands += ',';
    commands += command;
  }
  const std::string reply = other.apply(R"({"op":"batch","commands":[)" + commands + "]}");
  ASSERT_FALSE(isRefusal(reply)) << reply << commands;
  EXPECT_EQ(other.save(), session_.save()) << commands;
  EXPECT_EQ(snapshot(other).view, snapshot(session_).view) << commands;
  if (snapshot(other) == before) return;
  ASSERT_FALSE(isRefusal(other.apply(R"({"op":"undo"})")));
  EXPECT_TRUE(snapshot(other) == before) << commands;
}

// ST-3.3
TEST_P(CommandLaws, UndoAndRedoRestoreStateAndViewByteForByte) {
  for (int i = 0; i < 30; ++i) {
    std::string command = randomCommand();
    const Snapshot before = snapshot(session_);
    const std::string reply = session_.apply(command);
    if (isRefusal(reply) || command.find("coalesce") != std::string::npos) continue;
    const Snapshot after = snapshot(session_);
    if (after == before) continue;
    ASSERT_FALSE(isRefusal(session_.apply(R"({"op":"undo"})")));
    ASSERT_EQ(session_.save(), before.state) << command;
    ASSERT_EQ(snapshot(session_).view, before.view) << command;
    ASSERT_FALSE(isRefusal(session_.apply(R"({"op":"redo"})")));
    ASSERT_EQ(session_.save(), after.state) << command;
    ASSERT_EQ(snapshot(session_).view, after.view) << command;
  }
}

TEST_P(CommandLaws, UndoingEverythingLeadsBackToTheBeginning) {
  const Snapshot first = snapshot(session_);
  std::string reply = "{}";
  for (int i = 0; i < 20; ++i) {
    const std::string answer = session_.apply(randomCommand());
    if (!isRefusal(answer)) reply = answer;
  }
  if (reply == "{}") return;
  const Snapshot last = snapshot(session_);
  const size_t steps = stepsOf(reply, "undo");
  for (size_t i = 0; i < steps; ++i) {
    ASSERT_FALSE(isRefusal(session_.apply(R"({"op":"undo"})")));
  }
  EXPECT_TRUE(isRefusal(session_.apply(R"({"op":"undo"})")));
  EXPECT_EQ(session_.save(), first.state);
  EXPECT_EQ(snapshot(session_).view, first.view);
  for (size_t i = 0; i < steps; ++i) {
    ASSERT_FALSE(isRefusal(session_.apply(R"({"op":"redo"})")));
  }
  EXPECT_EQ(session_.save(), last.state);
  EXPECT_EQ(snapshot(session_).view, last.view);
}

// Both ways of typing a number into a line, in two sessions of the same document.
struct Typing {
  size_t line = 0;
  size_t field = 0;
  std::string value;
  std::string label = "typed";
  std::string coalesce;

  std::string command(const std::string& id) const {
    constexpr std::array<std::string_view, 5> kMembers = {"unitPrice", "quantity", "discount",
                                                          "discount", "cost"};
    constexpr std::array<std::string_view, 5> kParts = {"", "", "percent", "amount", ""};
    json::Value command = json::Value::object();
    command.set("op", json::Value::ofString("set"));
    command.set("path", json::Value::ofString("/lines/" + id + "/" + std::string(kMembers[field])));
    json::Value& set = command.set("value", {});
    if (!value.empty()) {
      set = json::Value::ofString(value);
      if (!kParts[field].empty()) {
        set = json::Value::object();
        set.set(kParts[field], json::Value::ofString(value));
      }
    }
    command.set("label", json::Value::ofString(label));
    command.set("coalesce", json::Value::ofString(coalesce));
    return json::write(command);
  }
};

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t from = 0; from <= text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

// What a reply says of the document, against what the command answers and the queries print.
void checkReply(const std::string& text, const std::string& applied, Session& session,
                const std::string& id) {
  const std::vector<std::string> reply = linesOf(text);
  const json::Value command = tree(applied);
  const json::Value& summary = *command.find("summary");
  const json::Value rows = tree(session.query(R"({"get":"rows","ids":[")" + id + R"("]})"));
  std::vector<std::string> expected;
  for (const std::string_view field : kEditReplyFields) {
    const std::string name(field);
    if (name == "reach") {
      expected.push_back(reply[expected.size()]);
    } else if (name == "taxOnTop") {
      expected.push_back(testing::textAt(tree(session.query(R"({"get":"summary"})")), "/taxOnTop"));
    } else if (name == "undo" || name == "redo") {
      expected.push_back(testing::textAt(command, "/" + name));
    } else if (name.rfind("line.", 0) == 0) {
      expected.push_back(testing::textAt(rows, "/rows/0/priced/" + name.substr(5)));
    } else {
      expected.push_back(testing::textAt(summary, "/" + name));
    }
  }
  for (const json::Value& one : summary.find("adjustments")->items) {
    expected.push_back(testing::textAt(one, "/amount"));
  }
  for (const json::Value& one : summary.find("lineTaxes")->items) {
    expected.push_back(testing::textAt(one, "/base"));
    expected.push_back(testing::textAt(one, "/amount"));
  }
  ASSERT_EQ(reply, expected);
  const std::string& reach = reply[21];
  EXPECT_EQ(reach == "all", testing::textAt(command, "/changed/all") == "true") << reach;
}

// Of the summary, what a reply of reach "line" lets stand.
void checkReach(const json::Value& before, const json::Value& after, const std::string& id) {
  for (const std::string_view name : {"totalBlockedBy"}) {
    const std::string path = "/summary/" + std::string(name);
    EXPECT_EQ(testing::textAt(before, path), testing::textAt(after, path));
  }
  EXPECT_EQ(json::write(*before.find("issues")), json::write(*after.find("issues")));
  const auto others = [&id](const json::Value& view) {
    std::string text;
    for (const json::Value& line : view.find("lines")->items) {
      if (line.textOf("id") != id) text += json::write(line);
    }
    return text;
  };
  EXPECT_EQ(others(before), others(after));
}

// ST-3.5
TEST_P(CommandLaws, TheKeystrokePathIsTheCommandSet) {
  Session other;
  other.open(session_.save());
  Typing typing;
  for (int i = 0; i < 60; ++i) {
    const json::Value state = tree(session_.save());
    const std::vector<std::string> ids = testing::idsOf(state, "lines");
    if (ids.empty()) return;
    // Mostly one goes on where one is.
    if (i == 0 || random_.chance(30)) {
      typing.line = random_.below(ids.size());
      typing.field = random_.below(5);
      typing.coalesce = "type:" + std::to_string(random_.below(3));
      typing.label = "typed " + std::to_string(i);
    }
    typing.value = random_.chance(10) ? "" : random_.chance(5) ? "7x" : random_.decimal(2, 2);
    const json::Value& line = state.find("lines")->items[typing.line];
    const bool several = line.find("discounts") != nullptr;
    const std::string type(line.textOf("type"));
    if ((several && (typing.field == 2 || typing.field == 3)) || type == "section" ||
        type == "note") {
      typing.line = random_.below(ids.size());
      continue;
    }
    const json::Value before = tree(session_.query(R"({"get":"view"})"));
    const std::string reply(session_.edit(static_cast<uint32_t>(typing.line),
                                          static_cast<uint32_t>(typing.field), typing.value,
                                          {typing.label, typing.coalesce}));
    const std::string command = typing.command(ids[typing.line]);
    const std::string applied = other.apply(command);
    ASSERT_FALSE(isRefusal(reply)) << reply;
    ASSERT_FALSE(isRefusal(applied)) << applied;
    ASSERT_EQ(session_.save(), other.save()) << command;
    for (const std::string_view get :
         {R"({"get":"view","digest":true})", R"({"get":"rows"})", R"({"get":"historyState"})"}) {
      ASSERT_EQ(session_.query(get), other.query(get)) << command;
    }
    ASSERT_EQ(session_.query(R"({"get":"view","digest":true})"), price(session_.save(), true));
    checkReply(reply, applied, other, ids[typing.line]);
    if (reply.find("\nline\n") != std::string::npos) {
      checkReach(before, tree(session_.query(R"({"get":"view"})")), ids[typing.line]);
    }
    if (random_.chance(15)) {
      const std::string_view step = random_.chance(50) ? R"({"op":"undo"})" : R"({"op":"redo"})";
      ASSERT_EQ(session_.apply(step), other.apply(step));
    }
  }
}

// What `set` would write anew is written anew by the first keystroke: escapes, spaces, numbers.
TEST(Commands, TypingWritesTheLineAsSetDoes) {
  for (const std::string line : {
           R"({"id":"a","name":"Caf\u00e9","unitPrice":"5","quantity":"1"})",
           R"({"id":"a","name":"A","unitPrice":"5", "quantity":"1"})",
           R"({"id":"a","name":"A","unitPrice":5.10,"quantity":"1"})",
           R"({"id":"a","name":"A","quantity":"1","quantityRange":{"min":"1.0"}})",
           R"({"id":"a","name":"A","quantity":"1","quantity":"2"})",
           R"({"id":"a","x":1,"x":2,"name":"A","quantity":"1"})",
           R"({"id":"a","name":"A","quantity":"1","priceCurrency":"USD"})",
           R"({"id":"a","name":"A","quantity":"1","custom":{"n":1.0,"a":[1, 2]}})",
       }) {
    const std::string state =
        R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[)" + line + "]}";
    for (const size_t field : {0u, 1u}) {
      Session typed;
      Session set;
      typed.open(state);
      set.open(state);
      for (const std::string value : {"3", "31", "", "4"}) {
        const Typing typing{0, field, value, "typed", "key"};
        (void)typed.edit(0, static_cast<uint32_t>(field), value, {"typed", "key"});
        set.apply(typing.command("a"));
        EXPECT_EQ(typed.save(), set.save());
        EXPECT_EQ(typed.query(R"({"get":"historyState"})"), set.query(R"({"get":"historyState"})"));
      }
    }
  }
}

// A number typed into a plain line is put in without decoding the line again
// (codec/typed_number.h).
TEST_P(CommandLaws, ATypedNumberLeavesWhatReadingTheLineAnewWouldGive) {
  constexpr std::array<std::string_view, 16> kTyped = {
      "0",   "7",   "7.5",  "7.50", "07",        "-3",           "1e2",     "12.345678",
      "100", "101", "0.10", "-0",   "999999999", "999999999999", "9.99999", "x"};
  session_.open(R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[
      {"id":"a","name":"A","unitPrice":"10","quantity":"2","discount":{"percent":"5"},"cost":"4"},
      {"quantity":"3","cost":"1","discount":{"percent":"7"},"unitPrice":"20.25","name":"B","id":"b"},
      {"id":"c","name":"C","unitPrice":"5.10","quantity":"1"},
      {"id":"\u0064","name":"D","unitPrice":"5", "quantity":"1","sku":"S","discounts":[]},
      {"id":"e","name":"E","unitPrice":"5","\u0071uantity":"1","quantity":"2"},
      {"id":"f","name":"F","unitPrice":"5","quantity":"1","optional":true}]})");
  Session reopened;
  for (int i = 0; i < 60; ++i) {
    const std::string_view typed = kTyped[random_.below(kTyped.size())];
    (void)session_.edit(static_cast<uint32_t>(random_.below(6)),
                        static_cast<uint32_t>(random_.below(5)), typed);
    reopened.open(session_.save());
    ASSERT_EQ(session_.save(), reopened.save()) << typed;
    for (const std::string_view get : {R"({"get":"rows"})", R"({"get":"view","digest":true})"}) {
      ASSERT_EQ(session_.query(get), reopened.query(get)) << typed;
    }
  }
}

// ST-4.3: one command that names many, and one that names something twice.
TEST(Commands, ItemsOfAListAreTakenAndPutByTheirIds) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22","taxRates":[
    {"id":"a","name":"A","percent":"1"},{"id":"b","name":"B","percent":"2"},
    {"id":"c","name":"C","percent":"3"},{"id":"d","name":"D","percent":"4"}]})");
  const auto ids = [&session] {
    std::string text;
    const json::Value saved = tree(session.save());
    for (const json::Value& rate : saved.find("taxRates")->items) {
      text += rate.textOf("id");
    }
    return text;
  };
  const auto refused = [&session](const std::string& command) {
    return std::string(tree(session.apply(command)).find("error")->textOf("path"));
  };
  session.apply(R"({"op":"move","list":"taxRates","ids":["d","b"],"after":"a"})");
  EXPECT_EQ(ids(), "adbc");
  session.apply(R"({"op":"move","list":"taxRates","ids":["c","d"],"after":null})");
  EXPECT_EQ(ids(), "cdab");
  session.apply(R"({"op":"move","list":"taxRates","ids":["d","a"]})");
  EXPECT_EQ(ids(), "cbda");
  EXPECT_EQ(refused(R"({"op":"remove","list":"taxRates","ids":["a","a"]})"), "/taxRates/a");
  EXPECT_EQ(refused(R"({"op":"move","list":"taxRates","ids":["b"],"after":"b"})"), "/taxRates/b");
  EXPECT_EQ(refused(R"({"op":"remove","list":"taxRates","ids":["c","x"]})"), "/taxRates/x");
  EXPECT_EQ(ids(), "cbda");
  session.apply(R"({"op":"remove","list":"taxRates","ids":["d","c"]})");
  EXPECT_EQ(ids(), "ba");
}

// ST-4.3: a large object's members are found again, replaced, gone into and taken away.
TEST(Commands, AMemberOfManyIsSetAmongTheOthers) {
  Session one;
  Session all;
  std::string custom;
  for (int i = 0; i < 50; ++i) {
    custom += (i > 0 ? "," : "") + ("\"m" + std::to_string(i) + "\":" + (i % 2 ? "null" : "\"x\""));
  }
  const std::string state =
      R"({"version":1,"currency":"USD","date":"2026-11-22","custom":{)" + custom + "}}";
  one.open(state);
  all.open(state);
  const std::vector<std::string> commands = {
      R"({"op":"set","path":"/custom/m7/deep/er","value":"1"})",
      R"({"op":"set","path":"/custom/m8","value":["2"]})",
      R"({"op":"set","path":"/custom/m8/0","value":"3"})",
      R"({"op":"set","path":"/custom/m9","value":null})",
      R"({"op":"set","path":"/custom/m50","value":"4"})",
      R"({"op":"set","path":"/custom/m9","value":"5"})",
      R"({"op":"set","path":"/custom/m51/a","value":"6"})",
      R"({"op":"set","path":"/custom/m51/a","value":null})",
      R"({"op":"set","path":"/custom/m50","value":"7"})",
  };
  std::string batch;
  for (const std::string& command : commands) {
    ASSERT_FALSE(isRefusal(one.apply(command))) << command;
    batch += (batch.empty() ? "" : ",") + command;
  }
  ASSERT_FALSE(isRefusal(all.apply(R"({"op":"batch","commands":[)" + batch + "]}")));
  EXPECT_EQ(all.save(), one.save());
  const json::Value saved = tree(one.save());
  const json::Value& members = *saved.find("custom");
  EXPECT_EQ(members.textOf("m50"), "7");
  EXPECT_EQ(members.textOf("m9"), "5");
  EXPECT_EQ(members.find("m51"), nullptr);
  EXPECT_EQ(members.find("m7")->find("deep")->textOf("er"), "1");
  EXPECT_EQ(members.find("m8")->items.front().text, "3");
  EXPECT_EQ(members.members.size(), 51u);
}

// ST-4.5
TEST(Commands, WhatNobodyKnowsIsSetWithANotice) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22",
      "lines":[{"id":"a","name":"A","unitPrice":"10"}]})");
  const auto notice = [&session](const std::string& path, const std::string& value = "1") {
    const std::string reply =
        session.apply(R"({"op":"set","path":")" + path + R"(","value":)" + value + "}");
    return testing::textAt(tree(reply), "/notices/0/path");
  };
  EXPECT_EQ(notice("/nope/x"), "/nope/x");
  EXPECT_EQ(notice("/lines/a/discont/percent"), "/lines/a/discont/percent");
  EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
  EXPECT_EQ(notice("/lines/a/discont", "null"), "null");
  for (const std::string path :
       {"/custom/x", "/x-host", "/lines/a/custom/y", "/lines/a/quantity"}) {
    EXPECT_EQ(notice(path), "null") << path;
  }
}

TEST(Commands, ADiscountTakenAwayLeavesNoShareBehind) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22",
      "adjustments":[{"id":"d","type":"discount","name":"D","percent":"10"}],
      "lines":[{"id":"a","name":"A","unitPrice":"10"}]})");
  session.apply(R"({"op":"remove","list":"adjustments","ids":["d"]})");
  EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
  session.apply(R"({"op":"undo"})");
  EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
}

// A line that is no item any more takes its place among the shares with it, and back.
TEST(Commands, AnItemThatBecomesAHeadingSharesInNothing) {
  for (const std::string policy : {"{}", R"({"taxRounding":"document"})"}) {
    for (const std::string type : {"section", "note"}) {
      Session session;
      session.open(
          R"({"version":1,"kind":"invoice","currency":"USD","date":"2026-01-01","policy":)" +
          policy + R"(,"taxRates":[{"id":"v","name":"VAT","percent":"20"}],
          "adjustments":[{"id":"d","type":"discount","name":"D","percent":"10"}],
          "lines":[{"id":"a","name":"A","unitPrice":"100"},
                   {"id":"b","name":"B","unitPrice":"50","taxRateIds":["v"]}]})");
      const auto total = [&session] {
        return testing::textAt(tree(session.query(R"({"get":"summary"})")), "/summary/total");
      };
      session.apply(R"({"op":"set","path":"/lines/a/type","value":")" + type + "\"}");
      EXPECT_EQ(total(), "54.00");
      EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
      session.apply(R"({"op":"undo"})");
      EXPECT_EQ(total(), "144.00");
      session.apply(R"({"op":"redo"})");
      EXPECT_EQ(total(), "54.00");
      EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
    }
  }
}

// Long enough for the list to be held in blocks while a batch changes it.
TEST(Commands, ABatchOverAListIsItsCommandsOneByOne) {
  std::string rates;
  for (int i = 0; i < 2500; ++i) {
    rates +=
        (i > 0 ? "," : "") + (R"({"id":"r)" + std::to_string(i) + R"(","name":"R","percent":"1"})");
  }
  const std::string state =
      R"({"version":1,"currency":"USD","date":"2026-11-22","taxRates":[)" + rates + "]}";
  Random random(5);
  const auto id = [&random] { return "\"r" + std::to_string(random.below(2500)) + "\""; };
  std::vector<std::string> commands;
  for (int i = 0; i < 60; ++i) {
    const std::string after = random.below(3) == 0 ? "null" : id();
    switch (random.below(4)) {
      case 0:
        commands.push_back(R"({"op":"add","list":"taxRates","items":[{"id":"n)" +
                           std::to_string(i) + R"(","name":"N","percent":"2"}],"after":)" + after +
                           "}");
        break;
      case 1:
        commands.push_back(R"({"op":"remove","list":"taxRates","ids":[)" + id() + "]}");
        break;
      case 2:
        commands.push_back(R"({"op":"move","list":"taxRates","ids":[)" + id() + "," + id() +
                           R"(],"after":)" + after + "}");
        break;
      default:
        commands.push_back(R"({"op":"set","path":"/taxRates/r)" +
                           std::to_string(random.below(2500)) + R"(/name","value":"S"})");
    }
  }
  Session one;
  one.open(state);
  std::string batch;
  for (const std::string& command : commands) {
    if (isRefusal(one.apply(command))) continue;
    batch += (batch.empty() ? "" : ",") + command;
  }
  Session other;
  other.open(state);
  other.apply(R"({"op":"batch","commands":[)" + batch + "]}");
  EXPECT_NE(other.save(), state);
  EXPECT_EQ(other.save(), one.save());
}

// ST-4.3
TEST(Commands, ABatchHasAtMost250StepsOfTheLifecycle) {
  const auto batchOf = [](int payments) {
    std::string commands = R"({"op":"lifecycle","step":"finalise","number":"INV-1"})";
    for (int i = 0; i < payments; ++i) {
      commands += R"(,{"op":"payment","payment":{"id":"p)" + std::to_string(i) +
                  R"(","amount":"0.01","date":"2026-11-22"}})";
    }
    return R"({"op":"batch","commands":[)" + commands + "]}";
  };
  Session session;
  session.open(R"({"version":1,"kind":"invoice","currency":"USD","date":"2026-11-22",
      "contacts":[{"id":"c","name":"C"}],"lines":[{"id":"a","name":"A","unitPrice":"100"}]})");
  const std::string before = session.save();
  EXPECT_EQ(testing::textAt(tree(session.apply(batchOf(250))), "/error/code"), "too-large");
  EXPECT_EQ(session.save(), before);
  EXPECT_FALSE(isRefusal(session.apply(batchOf(249))));
}

// ST-4.3
TEST(Commands, ABatchSetsAtMost1000FieldsOfOneLine) {
  const auto batchOf = [](int fields) {
    std::string commands = R"({"op":"set","path":"/lines/b/name","value":"B"})";
    for (int i = 0; i < fields; ++i) {
      commands += R"(,{"op":"set","path":"/lines/a/x-)" + std::to_string(i) + R"(","value":"1"})";
    }
    return R"({"op":"batch","commands":[)" + commands + "]}";
  };
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22",
      "lines":[{"id":"a","name":"A"},{"id":"b","name":"C"}]})");
  const std::string before = session.save();
  EXPECT_EQ(testing::textAt(tree(session.apply(batchOf(1001))), "/error/code"), "too-large");
  EXPECT_EQ(session.save(), before);
  EXPECT_FALSE(isRefusal(session.apply(batchOf(1000))));
}

// ST-1.3: a member is found among thousands, before and after it went and came back.
TEST(Commands, ThousandsOfMembersThatNobodyKnowsGoAndComeBack) {
  std::string commands;
  for (int i = 0; i < 5000; ++i) {
    commands += std::string(i > 0 ? "," : "") + R"({"op":"set","path":"/x-)" + std::to_string(i) +
                R"(","value":")" + std::to_string(i) + "\"}";
  }
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22","lines":[]})");
  const std::string before = session.save();
  EXPECT_FALSE(isRefusal(session.apply(R"({"op":"batch","commands":[)" + commands + "]}")));
  const std::string after = session.save();
  EXPECT_EQ(testing::textAt(tree(after), "/x-4999"), "4999");
  session.apply(R"({"op":"undo"})");
  EXPECT_EQ(session.save(), before);
  session.apply(R"({"op":"redo"})");
  EXPECT_EQ(session.save(), after);
  session.apply(R"({"op":"set","path":"/x-17","value":"changed"})");
  EXPECT_EQ(testing::textAt(tree(session.save()), "/x-17"), "changed");
}

INSTANTIATE_TEST_SUITE_P(Seeds, CommandLaws, ::testing::Range<uint64_t>(1, 60));

// PR-1.6: the limit is one of major units, and follows the currency.
TEST(Commands, TheLimitOfAmountsIsThatOfTheCurrencyAsItIs) {
  Session session;
  session.open(R"({"version":1,"currency":"USD","date":"2026-11-22",
      "lines":[{"id":"a","name":"A","unitPrice":"999999999999","quantity":"900"}]})");
  session.apply(R"({"op":"set","path":"/currency","value":"JPY"})");
  session.apply(R"({"op":"set","path":"/lines/a/quantity","value":"2000"})");
  EXPECT_EQ(testing::textAt(tree(session.query(R"({"get":"view"})")), "/summary/subtotal"), "0");
  EXPECT_EQ(session.query(R"({"get":"view"})"), price(session.save(), false));
}

}  // namespace
}  // namespace crossfoot
