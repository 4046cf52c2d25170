#pragma once

#include <string>

#include "core/support/random.h"
#include "json/value.h"

namespace crossfoot::testing {

/// A command as text for a document in this state: mostly one that fits, sometimes one with an
/// unknown id, a wrong type or a wrong path.
std::string randomCommand(const json::Value& state, Random& random);

}  // namespace crossfoot::testing
