// What changes an open document through commands, and the history of it. The module for checkout
// pages has neither (engine/pricing_part.cpp).

#include "base/result.h"
#include "command/commander.h"
#include "engine/session_state.h"
#include "lifecycle/lifecycle.h"

namespace crossfoot {
namespace {

using json::Value;

void writeTexts(view::ViewWriter& out, const std::vector<std::string>& texts) {
  out.beginArray();
  for (const std::string& text : texts) out.text(text);
  out.endArray();
}

// What was set is kept, but whoever meant a member of the state should hear that it is none.
void writeNotices(view::ViewWriter& out, const ChangeSet& touched) {
  if (touched.unknown.empty()) return;
  std::vector<Issue> notices;
  for (const std::string& path : touched.unknown) {
    notices.push_back({IssueCode::unknownMember, path, "",
                       "The state knows no such member: it is kept and counts for nothing."});
  }
  out.key("notices");
  view::writeIssues(out, notices);
}

// A session that may change nothing may not do so by going back either.
Outcome mayStep(const Session::State& state, const HistoryStep& step) {
  Outcome allowed = state.capabilities.requireWriting();
  return allowed ? lifecycle::mayUndo(state.editor->document(), step.changes) : allowed;
}

std::string applied(Session::State& state, const ChangeSet& touched) {
  std::string reply;
  view::ViewWriter out(reply, state.editor->document().minorDigits());
  out.beginObject().key("changed").beginObject();
  out.key("added");
  writeTexts(out, touched.added);
  out.key("all").truth(touched.all);
  out.key("document");
  writeTexts(out, touched.document);
  out.key("lines");
  writeTexts(out, touched.lines);
  out.key("order").truth(touched.order);
  out.key("removed");
  writeTexts(out, touched.removed);
  out.endObject();
  writeNotices(out, touched);
  out.key("ok").truth(true);
  out.key("redo").whole(static_cast<int64_t>(state.history.redoable()));
  out.key("summary");
  view::writeSummary(out, state.source());
  out.key("undo").whole(stepsBack(state));
  out.endObject();
  return reply;
}

std::string undo(Session::State& state) {
  const HistoryStep* step = state.history.stepToUndo();
  if (step == nullptr) return toJson(refuse("nothing-to-undo", "", "There is nothing to undo."));
  const Outcome allowed = mayStep(state, *step);
  if (!allowed) return toJson(allowed.refusal());
  ChangeSet touched;
  auto outcome = state.editor->apply(inverse(step->changes), touched);
  if (!outcome) return toJson(outcome.refusal());
  state.history.undone();
  return applied(state, touched);
}

std::string redo(Session::State& state) {
  const HistoryStep* step = state.history.stepToRedo();
  if (step == nullptr) return toJson(refuse("nothing-to-redo", "", "There is nothing to redo."));
  const Outcome allowed = mayStep(state, *step);
  if (!allowed) return toJson(allowed.refusal());
  ChangeSet touched;
  auto outcome = state.editor->apply(step->changes, touched);
  if (!outcome) return toJson(outcome.refusal());
  state.history.redone();
  return applied(state, touched);
}

std::string stamp(Session::State& state, const Value& command) {
  const Value* rev = command.find("rev");
  if (rev == nullptr || !rev->isObject()) {
    return toJson(refuse("invalid-command", "/rev", "Give the revision as an object."));
  }
  state.editor->document().setMember("rev", json::write(*rev));
  ChangeSet touched;
  touched.document.emplace_back("rev");
  return applied(state, touched);
}

std::string restoreHistory(Session::State& state, const Value& command) {
  const Value* history = command.find("history");
  if (history == nullptr || !History::fromJson(json::write(*history), state.history)) {
    return toJson(refuse("invalid-command", "/history", "This is no history of a document."));
  }
  return applied(state, {});
}

std::string setCapabilities(Session::State& state, const Value& command) {
  const Value* flags = command.find("value");
  if (flags == nullptr || !flags->isObject()) {
    return toJson(refuse("invalid-command", "/value", "Give the capabilities as an object."));
  }
  auto outcome = state.capabilities.set(*flags);
  return outcome ? applied(state, {}) : toJson(outcome.refusal());
}

std::string runCommand(Session::State& state, const Value& command) {
  HistoryStep step;
  ChangeSet touched;
  auto outcome = Commander(*state.editor, state.capabilities).run(command, step, touched);
  if (!outcome) return toJson(outcome.refusal());
  if (!step.changes.empty()) state.history.push(std::move(step));
  return applied(state, touched);
}

}  // namespace

int64_t stepsBack(const Session::State& state) {
  const HistoryStep* step = state.history.stepToUndo();
  if (step == nullptr || !lifecycle::mayUndo(state.editor->document(), step->changes)) return 0;
  return static_cast<int64_t>(state.history.undoable());
}

std::string Session::apply(std::string_view commandText) {
  if (!state_->editor) return nothingOpen();
  auto command = json::parse(commandText);
  if (!command) return toJson(command.refusal());
  state_->linesMayChange = false;
  const std::string_view op = command->textOf("op");
  if (op == "undo") return undo(*state_);
  if (op == "redo") return redo(*state_);
  if (op == "stamp") return stamp(*state_, *command);
  if (op == "capabilities") return setCapabilities(*state_, *command);
  if (op == "restoreHistory") return restoreHistory(*state_, *command);
  return runCommand(*state_, *command);
}

}  // namespace crossfoot
