#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/id_index.h"
#include "model/line_item.h"
#include "model/text_arena.h"

namespace crossfoot {

/// The lines of a document. A line keeps its slot for life, so an edit touches nothing else;
/// their order is a list of slots.
class LineList {
 public:
  size_t size() const { return order_.size(); }
  const std::vector<uint32_t>& order() const { return order_; }
  const LineItem& slot(uint32_t slot) const { return slots_[slot]; }
  LineItem& slot(uint32_t slot) { return slots_[slot]; }
  const LineItem& at(size_t position) const { return slots_[order_[position]]; }
  LineItem& at(size_t position) { return slots_[order_[position]]; }
  size_t slotCount() const { return slots_.size(); }

  void reserve(size_t count);
  /// The slot of an id, or IdIndex::kNone.
  uint32_t find(std::string_view id) const;
  /// Position of a slot in the order. Looked for around the place where it was last seen, so it
  /// costs what lines have shifted since then.
  size_t positionOf(uint32_t slot) const;
  /// The largest n for which the ids li_1 … li_n, which lines without one are given, are all taken.
  size_t idsTakenTo();

  /// Inserts a line; returns its slot, or kNone where the id is taken.
  uint32_t insert(size_t position, LineItem line);
  /// Takes the line at a position out.
  void remove(size_t position);
  /// Puts another line of the same id into a slot.
  void replace(uint32_t slot, LineItem line) { slots_[slot] = std::move(line); }
  /// A new order of the same slots.
  void setOrder(std::vector<uint32_t> order) { order_ = std::move(order); }
  /// Adds a line without an id yet, at load; `index()` follows when it has one.
  uint32_t append(LineItem line);
  /// Enters a slot's id; false where it is taken.
  bool index(uint32_t slot);

  TextArena& texts() { return texts_; }
  /// Moves all texts into a new arena, leaving behind those no longer used.
  void compactTexts();

 private:
  auto idOf() const {
    return [this](uint32_t slot) { return slots_[slot].id; };
  }

  void idIsFree(std::string_view id);

  std::vector<LineItem> slots_;
  std::vector<uint32_t> order_;
  mutable std::vector<uint32_t> seenAt_;  // by slot
  size_t idsTakenTo_ = 0;
  std::vector<uint32_t> free_;
  IdIndex ids_;
  TextArena texts_;
};

}  // namespace crossfoot
