#pragma once

#include "convert/new_document.h"
#include "json/value.h"
#include "view/open_state.h"

namespace crossfoot::convert {

/// The credit memo over part of an invoice: each line, fee and tax gives the share that the amount
/// has of what is left to credit, as fixed amounts that come to the amount exactly.
///
/// What is left follows from the invoice's own `credits`, taken one after the other in the same
/// way; a memo among `argument.creditMemos` (states) that was applied in full counts with what it
/// really credited. Members of the argument: `amount`, all that is left where it is missing;
/// `roundingName` for the line that credits a cash rounding. Refused with invalid-number,
/// too-many-digits, out-of-range or nothing-left.
Result<json::Value> partialCredit(const json::Value& argument, view::OpenState& invoice,
                                  const Wishes& wishes);

}  // namespace crossfoot::convert
