#include "base/reasons.h"
#include "base/result.h"
#include "lifecycle/lifecycle.h"
#include "lifecycle/transition.h"

namespace crossfoot::lifecycle {
namespace {

json::Value parsed(const std::string& text) {
  json::Scanner scanner(text);
  return json::readValue(scanner);
}

size_t countItems(const std::optional<std::string>& text) {
  return text ? parsed(*text).items.size() : 0;
}

// The type of the one event that an edit adds; "" where it does something else.
std::string addedEvent(const MemberEdit& edit) {
  if (!edit.after || countItems(edit.after) != countItems(edit.before) + 1) return {};
  return std::string(parsed(*edit.after).items.back().textOf("type"));
}

// A deal is the seller's own, and so is the record of a payment; of all else somebody outside may
// have taken note by now, and a number was used.
bool mayHaveBeenSeen(const Transition& row) {
  return row.kind != DocumentKind::deal && row.step != "payment";
}

// Why the step that an event tells of is not taken back; empty where it is.
Reason lastingBecause(DocumentKind kind, std::string_view event) {
  Reason because;
  for (const Transition& row : transitions()) {
    if (event.empty() || row.kind != kind || row.event != event) continue;
    if (!row.lasting.empty()) return row.lasting;
    if (mayHaveBeenSeen(row)) because = reasons::kLastingSeen;
  }
  return because;
}

}  // namespace

Outcome mayUndo(const Document& document, const ChangeList& changes) {
  bool moved = false;
  for (const Change& change : changes) {
    const auto* edit = std::get_if<MemberEdit>(&change);
    if (edit == nullptr) continue;
    const std::string event = edit->name == "events" ? addedEvent(*edit) : std::string();
    if (const Reason lasting = lastingBecause(document.head.kind, event); !lasting.empty()) {
      return refuse("irreversible", "/events", reasons::kIrreversible,
                    {{"lasting", lasting.id, lasting.sentence}});
    }
    moved = moved || edit->name == "status" || edit->name == "events" || edit->name == "kind";
  }
  // A step that can be undone, or another state that was put in place of this one.
  if (moved) return Done{};
  for (const Change& change : changes) {
    const auto* edit = std::get_if<MemberEdit>(&change);
    const std::string_view member = edit != nullptr ? std::string_view(edit->name) : "lines";
    if (auto outcome = mayEdit(document, member); !outcome) return outcome;
  }
  return Done{};
}

}  // namespace crossfoot::lifecycle
