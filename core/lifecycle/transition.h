#pragma once

#include <span>
#include <string>

#include "base/result.h"
#include "json/value.h"
#include "lifecycle/member_edits.h"
#include "view/priced_view.h"

namespace crossfoot::lifecycle {

/// One step that somebody wants to take, or asks about.
struct StepRequest {
  const view::Source& source;
  const json::Value& command;
  std::string status;   ///< where the document stands
  Date day;             ///< of the step
  bool asking = false;  ///< only whether it would be allowed: nothing of the command is judged
};

/// Whether a step's conditions are met, beyond the status.
using Guard = Outcome (*)(const StepRequest& request);
/// What a step does besides moving to another status.
using Effect = void (*)(const StepRequest& request, MemberEdits& edits);

/// Where the target status is not fixed but follows from the balance or the records.
inline constexpr std::string_view kDerived = "*";

/// One row of the table of all lifecycles (DO-1.2): a document of this kind and status can
/// take this step.
struct Transition {
  DocumentKind kind;
  std::string_view from;
  std::string_view step;
  std::string_view to;
  Guard guard;
  Effect effect;
  std::string_view event;  ///< type of the entry in `events`, "" for none
  Reason lasting{};        ///< what cannot be undone; empty where the step can be
};

/// The whole table.
std::span<const Transition> transitions();

/// A status of a kind, and whether the document's content can be edited in it.
struct KindStatus {
  DocumentKind kind;
  std::string_view name;
  bool editable;
  Reason remains{};  ///< what is still possible where it is not
};
/// All statuses; the first of a kind is the one a new document has.
std::span<const KindStatus> statuses();
/// The status that a new document of a kind has.
std::string_view firstStatus(DocumentKind kind);

/// Why a step is not possible in a status, where the table alone would not say it well.
Reason specialReason(DocumentKind kind, std::string_view status, std::string_view step);

}  // namespace crossfoot::lifecycle
