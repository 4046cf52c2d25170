#pragma once

#include "core/support/random.h"
#include "json/value.h"

namespace crossfoot::testing {

/// Changes a state as a person would, at a random place: a line is edited, put in, taken out or
/// moved; a rate or an adjustment likewise; a member of the document is set or removed. The
/// result opens.
void editSomewhere(json::Value& state, Random& random);

}  // namespace crossfoot::testing
