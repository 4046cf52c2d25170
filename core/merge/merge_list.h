#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "merge/merge_log.h"
#include "merge/merge_value.h"
#include "model/document.h"

namespace crossfoot::merge {

/// An element of a list that has an id.
struct Item {
  std::string id;
  std::string_view text;
};
using ItemList = std::vector<Item>;

/// The lines of a document.
ItemList itemsOf(const LineList& lines);

/// The elements of an array's text ("" or "null": none); false where they are not all objects
/// with different ids, so that they cannot be told apart.
bool readItems(std::string_view array, ItemList& items);

/// The list in the base and on both sides.
struct ThreeLists {
  ItemList base, mine, theirs;
};

/// Ids that must not vanish although they were taken out: rates still in use.
using Ids = std::set<std::string>;

/// How much of an item is one thing that only one side may change (SY-4.2).
enum class Unit : uint8_t {
  item,  ///< the item: a line is what a person reviewed
  fact,  ///< a fact of it (mergeMembers): the sides are tabs of one person, who asked for both
};

/// Merges a list by the ids of its elements: contents with mergeUnit, the order by neighbours.
/// Returns the texts in the merged order; they point into the lists' texts and the log's.
std::vector<std::string_view> mergeList(std::string_view name, const ThreeLists& lists,
                                        const Ids& stillUsed, Unit unit, MergeLog& log);

/// Merges a list of the document that is only ever added to, without ids (events): the base, then
/// what mine has more, then what theirs has more. False where a side did anything else, or where
/// both added a record of the same due day and the list has one a day (billingRecords).
bool mergeAppended(std::string_view name, const ThreeTexts& texts,
                   std::vector<std::string_view>& merged, MergeLog& log);

}  // namespace crossfoot::merge
