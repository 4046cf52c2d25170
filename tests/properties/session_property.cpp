#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

#include "properties/walk.h"

// What holds for a document under every sequence of commands whose members come from the
// dictionary (pricing.md §7, point 6; state.md, commands). A failure is printed shrunk: the
// fewest and plainest steps that still fail.

namespace crossfoot::properties {
namespace {

using json::Value;

const Dictionary& dictionary() {
  static const Dictionary kDictionary;
  return kDictionary;
}

Value tree(std::string_view text) { return *json::parse(text); }

// Everything a page reads of an open document that does not depend on how it came to be.
constexpr std::array<std::string_view, 8> kQueries = {
    R"({"get":"view","digest":true})",
    R"({"get":"summary"})",
    R"({"get":"rows","from":0,"count":1000})",
    R"({"get":"taxes"})",
    R"({"get":"issues"})",
    R"({"get":"schedule","lines":true})",
    R"({"get":"metrics"})",
    R"({"get":"lifecycle","on":"2026-02-20"})",
};

// The document as it was saved, opened anew, answers what the open one answers.
void checkAgainstScratch(Session& session, const std::string& done) {
  const std::string state = session.save();
  Session reopened;
  const std::string opened = reopened.open(state);
  if (isRefusal(opened)) RC_FAIL(done + " left what does not open: " + opened);
  for (const std::string_view query : kQueries) {
    const std::string here = session.query(query);
    const std::string scratch = reopened.query(query);
    if (here != scratch) RC_FAIL(done + "\n" + here + "\n" + scratch + "\n" + state);
  }
  RC_ASSERT(price(state, true) == session.query(kQueries[0]));
  RC_ASSERT(reopened.save() == state);
}

// The summary counts the issues that the view lists.
void checkCounts(Session& session) {
  const Value view = tree(session.query(kQueries[0]));
  const Value summary = tree(session.query(kQueries[1]));
  for (const std::string_view severity : {"error", "warning", "notice"}) {
    const auto listed = std::count_if(
        view.find("issues")->items.begin(), view.find("issues")->items.end(),
        [severity](const Value& issue) { return issue.textOf("severity") == severity; });
    RC_ASSERT(summary.find("issueCount")->find(severity)->text == std::to_string(listed));
  }
}

// What was done can be taken back and done again, byte for byte.
void checkUndo(Session& session, const std::string& before, const std::string& view,
               const std::string& done) {
  const std::string after = session.save();
  const std::string afterView = session.query(kQueries[0]);
  if (isRefusal(session.apply(R"({"op":"undo"})"))) return;
  if (session.save() != before) RC_FAIL(done + " is not taken back");
  if (session.query(kQueries[0]) != view) RC_FAIL(done + " leaves amounts behind");
  RC_ASSERT(!isRefusal(session.apply(R"({"op":"redo"})")));
  if (session.save() != after) RC_FAIL(done + " is not done again");
  if (session.query(kQueries[0]) != afterView) RC_FAIL(done + " comes to other amounts again");
}

void step(Session& session, const Numbers& numbers) {
  Choices choices(numbers);
  const std::string before = session.save();
  const std::string view = session.query(kQueries[0]);
  const std::string history = session.query(R"({"get":"history"})");
  const std::string done = command(dictionary(), tree(before), choices);
  const std::string reply = session.apply(done);
  if (isRefusal(reply)) {
    if (session.save() != before) RC_FAIL(done + " was refused and changed the state");
    RC_ASSERT(session.query(R"({"get":"history"})") == history);
  }
  checkAgainstScratch(session, done);
  checkCounts(session);
  const bool isStep = done.find(R"("op":"undo")") == std::string::npos &&
                      done.find(R"("op":"redo")") == std::string::npos;
  if (isRefusal(reply) || !isStep || session.query(R"({"get":"history"})") == history) return;
  checkUndo(session, before, view, done);
}

// Typing into a line is the command that sets its member.
void type(Session& session, const Numbers& numbers) {
  constexpr std::array<std::string_view, 8> kTyped = {"1",  "2.5", "",      "0",
                                                      "12", "-3",  "0.005", "x"};
  Choices choices(numbers);
  const size_t lines = tree(session.save()).find("lines")->items.size();
  if (lines == 0) return;
  const auto line = static_cast<uint32_t>(choices.below(lines));
  const auto field = static_cast<uint32_t>(choices.below(5));
  const std::string reply(session.edit(line, field, choices.pick(kTyped)));
  checkAgainstScratch(session, "typed into line " + std::to_string(line));
  if (isRefusal(reply)) return;
  checkCounts(session);
}

RC_GTEST_PROP(Sessions, AnswerWhatTheirSavedStateAnswers,
              (const Numbers& start, const std::vector<Numbers>& steps)) {
  Choices choices(start);
  Session session;
  const std::string opened = session.open(startState(choices));
  RC_ASSERT(!isRefusal(opened));
  checkAgainstScratch(session, "opened");
  for (const Numbers& numbers : steps) step(session, numbers);
}

RC_GTEST_PROP(Sessions, AnswerWhatTheirSavedStateAnswersWhileSomebodyTypes,
              (const Numbers& start, const std::vector<std::pair<Numbers, Numbers>>& steps)) {
  Choices choices(start);
  Session session;
  session.open(startState(choices));
  for (const auto& [numbers, typed] : steps) {
    step(session, numbers);
    type(session, typed);
    // A document is put away and opened again now and then: the history begins anew.
    if (typed.size() % 7 == 6) session.open(session.save());
  }
}

// Two choices that are meant, an absent value, and a value of another type.
constexpr std::array<uint16_t, 4> kForms = {0, 1, 21, 23};

struct Place {
  std::string definition;
  std::vector<std::string> bases;
};

// Sets a member three times, each time to another value of a form.
void setForm(const Member& member, const std::string& base, uint16_t form) {
  const Numbers none;
  Choices plain(none);
  Session session;
  session.open(startState(plain));
  for (uint16_t way = 0; way < 3; ++way) {
    const Numbers numbers = {form, way, way, way, way, 0, way, way};
    Choices choices(numbers);
    Value set = Value::object();
    set.set("op", Value::ofString("set"));
    set.set("path", Value::ofString(base + member.path));
    set.set("value", dictionary().value(*member.schema, {"v", "w"}, choices));
    const std::string text = json::write(set);
    session.apply(text);
    ASSERT_EQ(session.query(kQueries[0]), price(session.save(), true)) << text;
  }
}

// Each member of the dictionary is set, to every sort of value, whatever chance would choose.
TEST(Dictionary, EveryMemberSetGivesWhatPricingFromScratchGives) {
  const std::vector<Place> places = {
      {"line", {"/lines/a", "/lines/p"}}, {"taxRate", {"/taxRates/v"}},
      {"adjustment", {"/adjustments/x"}}, {"policy", {"/policy"}},
      {"settings", {"/settings"}},        {"", {""}}};
  for (const Place& place : places) {
    for (const Member& member : dictionary().membersOf(place.definition)) {
      for (const std::string& base : place.bases) {
        for (const uint16_t form : kForms) setForm(member, base, form);
      }
    }
  }
}

}  // namespace
}  // namespace crossfoot::properties
