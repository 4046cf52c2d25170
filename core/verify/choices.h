#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot::verify {

/// Applies a buyer's choices to the seller's own offer (SY-5.2).
///
/// `{state, choices: {quantities?: {id: "2"}, selected?: {id: true}, code?: "LAUNCH"}}` →
/// `{"state":{…}}`. Nothing else of the buyer's text has any effect:
/// - a quantity only on a line with `quantityRange`, from `min` to `max`, and a whole number of
///   `step` above `min` (each only where it is given);
/// - `selected` only on a line that is `optional`;
/// - an adjustment with a `code` is part of the offer only for who says the code: the others are
///   left out of the state, so that pricing itself knows no codes. A code nobody offers is refused
///   (DO-4.15 says which codes are the same).
///
/// A state that differs from the offer loses its `digest`, which proved the offer's amounts.
/// Refused: "choice-refused" with the path of the choice ("/choices/quantities/li_1"), wrong-type,
/// or what readState refuses, under "/state".
std::string choicesReply(const json::Value& argument);

}  // namespace crossfoot::verify
