#include <string>
#include <vector>

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

std::vector<json::Value> itemsOf(const std::optional<std::string>& text) {
  return text ? std::move(parsed(*text).items) : std::vector<json::Value>();
}

// The types of the events that an edit adds: several where it took over what another tab did.
std::vector<std::string> addedEvents(const MemberEdit& edit) {
  const std::vector<json::Value> after = itemsOf(edit.after);
  std::vector<std::string> types;
  for (size_t i = itemsOf(edit.before).size(); i < after.size(); ++i) {
    types.emplace_back(after[i].textOf("type"));
  }
  return types;
}

// The records of a list that name the invoice they come from, as text.
std::vector<std::string> recordsOfInvoices(const std::optional<std::string>& text) {
  std::vector<std::string> records;
  for (const json::Value& item : itemsOf(text)) {
    if (!item.textOf("invoiceId").empty()) records.push_back(json::write(item));
  }
  return records;
}

// A period's payment is told by its invoice, and what a memo paid out by the invoice it refunds:
// taken back here alone, the two would no longer agree.
bool isToldElsewhere(const MemberEdit& edit) {
  const bool holdsRecords = edit.name == "billingRecords" || edit.name == "payments";
  return holdsRecords && recordsOfInvoices(edit.before) != recordsOfInvoices(edit.after);
}

// A deal is the seller's own, and so is the record of a payment; of all else somebody outside may
// have taken note by now, and a number was used.
bool mayHaveBeenSeen(const Transition& row) {
  return row.kind != DocumentKind::deal && row.step != "payment";
}

// Why the step that an event tells of is not taken back; empty where it is.
Reason lastingEvent(DocumentKind kind, std::string_view event) {
  Reason because;
  for (const Transition& row : transitions()) {
    if (event.empty() || row.kind != kind || row.event != event) continue;
    if (!row.lasting.empty()) return row.lasting;
    if (mayHaveBeenSeen(row)) because = reasons::kLastingSeen;
  }
  return because;
}

// Why a change of a member is not taken back; empty where it is.
Reason lastingBecause(DocumentKind kind, const MemberEdit& edit) {
  if (isToldElsewhere(edit)) return reasons::kLastingElsewhere;
  if (edit.name != "events") return {};
  for (const std::string& event : addedEvents(edit)) {
    if (const Reason lasting = lastingEvent(kind, event); !lasting.empty()) return lasting;
  }
  return {};
}

}  // namespace

Outcome mayUndo(const Document& document, const ChangeList& changes) {
  bool moved = false;
  for (const Change& change : changes) {
    const auto* edit = std::get_if<MemberEdit>(&change);
    if (edit == nullptr) continue;
    if (const Reason lasting = lastingBecause(document.head.kind, *edit); !lasting.empty()) {
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
