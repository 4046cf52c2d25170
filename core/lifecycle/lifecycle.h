#pragma once

#include <string>

#include "base/result.h"
#include "command/change.h"
#include "json/value.h"
#include "view/priced_view.h"

namespace crossfoot::lifecycle {

/// Whether the document's status lets its lines, adjustments, rates, policy and this member be
/// edited (DO-4.4). The refusal has the code "immutable" and says
/// what remains possible, or "lifecycle-only" for a member that only steps change.
Outcome mayEdit(const Document& document, std::string_view member);

/// What a store must know of a document before it keeps or replaces it.
struct Finality {
  /// Its status lets nothing of its content be edited any more: only steps change it.
  bool isFinal = false;
  /// Its status is one of its kind's.
  bool isKnown = true;
  /// It is final, documents of its kind get a digest when they become so, and it has none.
  bool lacksDigest = false;
};
Finality finalityOf(const Document& document);

/// Whether a history step may be taken back or done again, given its changes as they were carried
/// out: not where it is an irreversible step of the lifecycle ("irreversible"), nor where it
/// touches what the status no longer lets be edited ("immutable").
Outcome mayUndo(const Document& document, const ChangeList& changes);

/// Whether `op` is one of the commands carried out here: lifecycle, payment, removePayment,
/// refund, credit, cancel.
bool isLifecycleCommand(std::string_view op);

/// What such a command does to the document, or why it is refused. The lifecycle step "delete"
/// changes nothing: it says whether the document may be deleted.
Result<ChangeList> changesFor(const view::Source& source, const json::Value& command);

/// The status, how it is shown (`shownStatus`) and which steps are allowed, with reasons: the reply
/// of {"get":"lifecycle"}. `on` is the day to judge by; without it the last day that the document
/// itself knows of.
std::string lifecycleReply(const view::Source& source, std::string_view on = {});

}  // namespace crossfoot::lifecycle
