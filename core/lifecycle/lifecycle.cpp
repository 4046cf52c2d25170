#include "lifecycle/lifecycle.h"

#include <algorithm>
#include <array>

#include "base/reasons.h"
#include "base/result.h"
#include "lifecycle/document_status.h"
#include "lifecycle/shown_status.h"
#include "lifecycle/transition.h"
#include "subscription/service_end.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

// The step that a command asks for: its own, or the command itself.
std::string_view stepOf(const json::Value& command) {
  const std::string_view op = command.textOf("op");
  return op == "lifecycle" ? command.textOf("step") : op;
}

const Transition* findTransition(DocumentKind kind, std::string_view status,
                                 std::string_view step) {
  for (const Transition& transition : transitions()) {
    if (transition.kind == kind && transition.from == status && transition.step == step) {
      return &transition;
    }
  }
  return nullptr;
}

// The statuses in which a document of this kind can take a step.
std::vector<std::string_view> possibleWhile(DocumentKind kind, std::string_view step) {
  std::vector<std::string_view> from;
  for (const Transition& transition : transitions()) {
    if (transition.kind == kind && transition.step == step) from.push_back(transition.from);
  }
  return from;
}

// "a draft, open or partly paid".
std::string either(const std::vector<std::string_view>& statuses) {
  std::string text;
  for (size_t i = 0; i < statuses.size(); ++i) {
    if (i > 0) text += i + 1 == statuses.size() ? " or " : ", ";
    text += statusName(statuses[i]);
  }
  return text;
}

Refusal notAllowed(const Document& document, std::string_view status, std::string_view step) {
  const DocumentKind kind = document.head.kind;
  const Reason special = specialReason(kind, status, step);
  if (!special.empty()) {
    const std::optional<Date> ended = subscription::canceledOn(document);
    ReasonValues values;
    if (ended) values.push_back({"day", ended->text()});
    return refuse("step-not-allowed", "/status", special, std::move(values));
  }
  const ReasonValue named("kind", abilities(kind).name, kindName(kind));
  const std::vector<std::string_view> possible = possibleWhile(kind, step);
  if (possible.empty()) return refuse("unknown-step", "/step", reasons::kNoSuchStep, {named});
  return refuse(
      "step-not-allowed", "/status", reasons::kPossibleWhile,
      {named, {"statuses", possible, either(possible)}, {"status", status, statusName(status)}});
}

// The day of a step: said by the command, else by its record, else the last one known.
Result<Date> dayOf(const view::Source& source, const json::Value& command) {
  for (const std::string_view name : {"on", "at"}) {
    const json::Value* field = command.find(name);
    if (field == nullptr || field->isNull()) continue;
    if (const std::optional<Date> day = view::dateOf(field)) return *day;
    return refuse("date-invalid", "/" + std::string(name), reasons::kDayForm);
  }
  for (const std::string_view name : {"payment", "refund", "credit"}) {
    const json::Value* record = command.find(name);
    const auto day = record != nullptr ? view::dateOf(record->find("date")) : std::nullopt;
    if (day) return *day;
  }
  return subscription::lastKnownDay(source.document);
}

void copy(const json::Value& from, std::string_view name, json::Value& to,
          std::string_view newName) {
  const json::Value* value = from.find(name);
  if (value != nullptr && !value->isNull()) to.set(newName, *value);
}

// The day of an end, and what it takes off a period that was not paid: no payment of the plan
// contains that (RE-6.18).
void noteEnd(const StepRequest& request, const json::Value& day, json::Value& event) {
  event.set("on", day);
  const view::Source& source = request.source;
  const subscription::ServiceEnd end(source, view::dateOf(&day));
  const Money off = end.takenOff(subscription::paymentPlans(source));
  if (off == Money{}) return;
  event.set("amount", view::moneyValue(-off, source.document.minorDigits()));
}

// One entry of `events`: what happened, when, by whom.
json::Value eventOf(const Transition& transition, const StepRequest& request,
                    const MemberEdits& edits) {
  const json::Value& command = request.command;
  json::Value event = json::Value::object();
  const std::string_view at = command.textOf("at");
  event.set("at", json::Value::ofString(at.empty() ? request.day.text() : std::string(at)));
  copy(command, "by", event, "by");
  event.set("type", json::Value::ofString(std::string(transition.event)));
  copy(command, "reason", event, "reason");
  if (edits.touches("digest") && !edits.get("digest").isNull()) {
    event.set("digest", edits.get("digest"));
  }
  if (edits.touches("number")) event.set("number", edits.get("number"));
  if (edits.touches("canceledOn")) noteEnd(request, edits.get("canceledOn"), event);
  if (transition.step == "removePayment") copy(command, "id", event, "id");
  for (const std::string_view name : {"payment", "refund", "credit"}) {
    const json::Value* record = command.find(name);
    if (record == nullptr || !record->isObject()) continue;
    copy(*record, "id", event, "id");
    copy(*record, "amount", event, "amount");
    copy(*record, "status", event, "status");
  }
  return event;
}

void writeStep(view::ViewWriter& out, const Transition* transition, std::string_view step,
               const Outcome& outcome) {
  out.beginObject();
  out.key("allowed").truth(static_cast<bool>(outcome));
  if (!outcome && !outcome.refusal().also.empty()) {
    out.key("also").beginArray();
    for (const Refusal& other : outcome.refusal().also) out.raw(membersJson(other));
    out.endArray();
  }
  const bool lasting = transition != nullptr && !transition->lasting.empty();
  if (lasting) out.key("cannotBeUndone").text(transition->lasting.sentence);
  if (!outcome) out.key("code").text(outcome.refusal().code);
  if (lasting) out.key("irreversible").truth(true);
  if (lasting) out.key("lastingId").text(transition->lasting.id);
  if (transition != nullptr && transition->step == "refund") {
    out.key("proposes").text("creditMemo");
  }
  if (!outcome) {
    out.key("reason").text(outcome.refusal().message);
    out.key("reasonId").text(outcome.refusal().reason);
  }
  out.key("step").text(step);
  if (transition != nullptr && !transition->to.empty() && transition->to != kDerived) {
    out.key("to").text(transition->to);
  }
  if (!outcome && !outcome.refusal().values.empty()) {
    out.key("values").raw(valuesJson(outcome.refusal().values));
  }
  out.endObject();
}

// What a person should see before an irreversible step.
void writeLastingSummary(view::ViewWriter& out, const view::Source& source) {
  const Document& document = source.document;
  const std::string number = view::memberString(document, "number");
  out.beginObject();
  out.key("currency").text(document.head.currency.name());
  out.key("dueNow").amount(source.totals.summary().dueNow);
  out.key("kind").text(abilities(document.head.kind).name);
  out.key("lines").whole(static_cast<int64_t>(document.lines.size()));
  if (!number.empty()) out.key("number").text(number);
  out.key("total").amount(source.totals.summary().total);
  out.endObject();
}

}  // namespace

Result<ChangeList> changesFor(const view::Source& source, const json::Value& command) {
  auto day = dayOf(source, command);
  if (!day) return day.refusal();
  const DocumentKind kind = source.document.head.kind;
  const std::string status = statusOf(source, *day);
  const std::string_view step = stepOf(command);
  const StepRequest request{source, command, status, *day, false};
  const Transition* transition = findTransition(kind, status, step);
  if (transition == nullptr) return notAllowed(source.document, status, step);
  if (transition->guard != nullptr) {
    if (auto outcome = transition->guard(request); !outcome) return outcome.refusal();
  }
  MemberEdits edits(source.document);
  const bool moves = !transition->to.empty() && transition->to != kDerived;
  if (moves && transition->to != transition->from) edits.setText("status", transition->to);
  if (transition->effect != nullptr) transition->effect(request, edits);
  if (!transition->event.empty()) edits.append("events", eventOf(*transition, request, edits));
  return edits.take();
}

std::string lifecycleReply(const view::Source& source, std::string_view on) {
  const Date day = Date::parse(on).value_or(subscription::lastKnownDay(source.document));
  const DocumentKind kind = source.document.head.kind;
  const ShownStatus standing = shownStatus(source, day);
  const std::string& status = standing.status;
  const json::Value nothing;
  const StepRequest request{source, nothing, status, day, true};
  std::string text;
  view::ViewWriter out(text, source.document.minorDigits());
  out.beginObject();
  out.key("editable").truth(static_cast<bool>(mayEdit(source.document, "lines")));
  out.key("shown").text(standing.shown);
  out.key("status").text(status);
  out.key("steps").beginArray();
  std::vector<std::string_view> seen;
  for (const Transition& row : transitions()) {
    const bool known = std::find(seen.begin(), seen.end(), row.step) != seen.end();
    if (row.kind != kind || known) continue;
    seen.push_back(row.step);
    const Transition* transition = findTransition(kind, status, row.step);
    Outcome outcome = Done{};
    if (transition == nullptr) {
      outcome = notAllowed(source.document, status, row.step);
    } else if (transition->guard != nullptr) {
      outcome = transition->guard(request);
    }
    writeStep(out, transition, row.step, outcome);
  }
  out.endArray();
  out.key("summary");
  writeLastingSummary(out, source);
  if (standing.until) out.key("until").date(*standing.until);
  out.endObject();
  return text;
}

}  // namespace crossfoot::lifecycle
