#pragma once

#include <string>

#include "merge/merge_list.h"
#include "merge/merge_log.h"
#include "model/document.h"

namespace crossfoot::merge {

/// A document in the base and on both sides, the sides already in their order.
struct ThreeDocuments {
  const Document& base;
  const Document& mine;
  const Document& theirs;
};

/// The merged state as text, with sorted members and without `rev`. Finalised documents are not
/// merged: what is finalised stands, and edits it does not hold become one conflict at the path "".
std::string mergeDocuments(const ThreeDocuments& documents, Unit unit, MergeLog& log);

}  // namespace crossfoot::merge
