#pragma once

#include <span>
#include <string>

#include "json/value.h"

namespace crossfoot {

/// Sets what a path names inside a value; null removes it. Missing objects on the way are made, an
/// object left empty by a removal goes too. Array elements are named by index, "-" appends. False
/// where the path leads through something that has no such part.
bool setAt(json::Value& root, std::span<const std::string> path, const json::Value& value);

}  // namespace crossfoot
