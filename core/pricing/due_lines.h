#pragma once

#include <vector>

#include "model/line_list.h"
#include "pricing/order_discount.h"

namespace crossfoot {

/// The lines due now as the shares of order discounts and taxes rounded per document see them, kept
/// while lines change one by one: an edit that moves nothing of what they see, such as a name,
/// costs them nothing. Only for documents in which lines are tied.
class DueLines {
 public:
  /// The line of a slot as it is now: one that is not due, or a heading, says so (`line.due`).
  void put(const DueLine& line);
  /// Lines were added, removed or moved.
  void orderChanged() { moved_ = orderDirty_ = true; }

  /// Whether anything that the shares see has changed since they were settled.
  bool moved() const { return moved_; }
  /// The shares are what they have to be.
  void settled() { moved_ = false; }

  /// Brings the list up to date with the order of the lines; returns it.
  const std::vector<DueLine>& collect(const LineList& lines);
  /// The lines due now in their order, as collected last.
  const std::vector<DueLine>& list() const { return inOrder_; }

 private:
  static constexpr uint32_t kNoPlace = 0xFFFFFFFFU;

  std::vector<DueLine> bySlot_;
  std::vector<DueLine> inOrder_;
  std::vector<uint32_t> placeOfSlot_;  // in inOrder_
  bool moved_ = true;
  bool orderDirty_ = true;
};

}  // namespace crossfoot
