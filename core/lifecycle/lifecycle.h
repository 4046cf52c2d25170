#pragma once

#include <string>

#include "base/result.h"
#include "command/change.h"
#include "json/value.h"
#include "view/priced_view.h"

namespace crossfoot::lifecycle {

/// Whether the document's status lets its lines, adjustments, rates, policy and this member be
/// edited (documents.md: finalised is immutable). The refusal has the code "immutable" and says
/// what remains possible.
Outcome mayEdit(const Document& document, std::string_view member);

/// Whether `op` is one of the commands carried out here: lifecycle, payment, removePayment,
/// refund, credit, cancel.
bool isLifecycleCommand(std::string_view op);

/// What such a command does to the document, or why it is refused.
Result<ChangeList> changesFor(const view::Source& source, const json::Value& command);

/// The status and which steps are allowed, with reasons: the reply of {"get":"lifecycle"}.
std::string lifecycleReply(const view::Source& source);

}  // namespace crossfoot::lifecycle
