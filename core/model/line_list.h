#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/id_index.h"
#include "model/line_item.h"
#include "model/line_order.h"
#include "model/text_arena.h"

namespace crossfoot {

/// The lines of a document. A line keeps its slot for life, so an edit touches nothing else;
/// their order is a list of slots.
class LineList {
 public:
  size_t size() const { return order_.size(); }
  const std::vector<uint32_t>& order() const { return order_.slots(); }
  const LineItem& slot(uint32_t slot) const { return slots_[slot]; }
  LineItem& slot(uint32_t slot) { return slots_[slot]; }
  const LineItem& at(size_t position) const { return slots_[order_.at(position)]; }
  LineItem& at(size_t position) { return slots_[order_.at(position)]; }
  size_t slotCount() const { return slots_.size(); }

  void reserve(size_t count);
  /// The slot of an id, or IdIndex::kNone.
  uint32_t find(std::string_view id) const;
  /// Position of a slot in the order.
  size_t positionOf(uint32_t slot) const { return order_.positionOf(slot); }
  /// The slot at a position: between changes cheaper than order().
  uint32_t slotAt(size_t position) const { return order_.at(position); }
  /// The largest n for which the ids li_1 … li_n, which lines without one are given, are all taken.
  size_t idsTakenTo();

  /// Inserts a line; returns its slot, or kNone where the id is taken.
  uint32_t insert(size_t position, LineItem line);
  /// Takes the line at a position out.
  void remove(size_t position);
  /// Puts another line of the same id into a slot.
  void replace(uint32_t slot, LineItem line) { slots_[slot] = std::move(line); }
  /// Takes the line at one position to another, counted without it.
  void move(size_t from, size_t to) { order_.move(from, to); }
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

  uint32_t keep(LineItem line);
  void idIsFree(std::string_view id);

  std::vector<LineItem> slots_;
  LineOrder order_;
  size_t idsTakenTo_ = 0;
  std::vector<uint32_t> free_;
  IdIndex ids_;
  TextArena texts_;
};

}  // namespace crossfoot
