#include "pricing/due_lines.h"

namespace crossfoot {

void DueLines::put(const DueLine& line) {
  const uint32_t slot = line.slot;
  if (slot >= bySlot_.size()) bySlot_.resize(slot + 1);
  if (bySlot_[slot] == line) return;
  bySlot_[slot] = line;
  moved_ = true;
  const bool inPlace =
      !orderDirty_ && slot < placeOfSlot_.size() && (placeOfSlot_[slot] != kNoPlace) == line.due;
  if (!inPlace) {
    orderDirty_ = true;
  } else if (line.due) {
    inOrder_[placeOfSlot_[slot]] = line;
  }
}

const std::vector<DueLine>& DueLines::collect(const LineList& lines) {
  if (!orderDirty_) return inOrder_;
  orderDirty_ = false;
  inOrder_.clear();
  placeOfSlot_.assign(lines.slotCount(), kNoPlace);
  for (const uint32_t slot : lines.order()) {
    if (slot >= bySlot_.size() || !bySlot_[slot].due) continue;
    placeOfSlot_[slot] = static_cast<uint32_t>(inOrder_.size());
    inOrder_.push_back(bySlot_[slot]);
  }
  return inOrder_;
}

}  // namespace crossfoot
