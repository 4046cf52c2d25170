#pragma once

#include <string>

#include "merge/merge_value.h"

namespace crossfoot::merge {

/// For the tabs of one person: merges two versions of one item of a list (a line, an adjustment, a
/// rate, a contact: not a payment; `part` says which) fact by fact (SY-4.2): the name changed by
/// one, the quantity by the other. Members that are one fact together (a price and its model, a
/// percent and the amount it stands for) count as changed together. A fact that both changed is a
/// conflict of its members below `path`. The text of the merged item; "" where it cannot be merged
/// so: one side did not change it or took it out, or it became another kind of thing (`type`).
std::string mergeMembers(Part part, const ThreeTexts& item, const std::string& path, MergeLog& log);

}  // namespace crossfoot::merge
