#pragma once

#include <string>
#include <string_view>

#include "merge/merge_log.h"
#include "merge/same_value.h"

namespace crossfoot::merge {

/// One value in the base and on both sides, as JSON text; "" where there is none.
struct ThreeTexts {
  std::string_view base, mine, theirs;
};

/// Merges a value that is one unit: a line, a rate, a field. Returns the text that counts, "" for
/// none; decisions and a conflict go to the log under `path`. A conflict leaves the base's value.
/// With `keepEdits` a change outlives the other side's removal (list items); else that is a
/// conflict as well (fields).
std::string_view mergeUnit(const ThreeTexts& texts, Scope scope, bool keepEdits,
                           const std::string& path, MergeLog& log);

}  // namespace crossfoot::merge
