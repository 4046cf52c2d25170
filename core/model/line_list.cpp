#include "model/line_list.h"

#include <algorithm>

namespace crossfoot {

void LineList::reserve(size_t count) {
  slots_.reserve(count);
  order_.reserve(count);
  ids_.reserve(count);
}

uint32_t LineList::find(std::string_view id) const { return ids_.find(id, idOf()); }

size_t LineList::positionOf(uint32_t slot) const {
  return static_cast<size_t>(std::find(order_.begin(), order_.end(), slot) - order_.begin());
}

uint32_t LineList::append(LineItem line) {
  uint32_t slot = 0;
  if (free_.empty()) {
    slot = static_cast<uint32_t>(slots_.size());
    slots_.push_back(std::move(line));
  } else {
    slot = free_.back();
    free_.pop_back();
    slots_[slot] = std::move(line);
  }
  order_.push_back(slot);
  return slot;
}

bool LineList::index(uint32_t slot) { return ids_.insert(slot, idOf()) == IdIndex::kNone; }

uint32_t LineList::insert(size_t position, LineItem line) {
  if (find(line.id) != IdIndex::kNone) return IdIndex::kNone;
  const uint32_t slot = append(std::move(line));
  index(slot);
  std::rotate(order_.begin() + static_cast<std::ptrdiff_t>(position), order_.end() - 1,
              order_.end());
  return slot;
}

void LineList::compactTexts() {
  TextArena fresh;
  for (const uint32_t slot : order_) {
    LineItem& line = slots_[slot];
    const char* const from = line.text.data();
    const bool inside = line.id.data() >= from && line.id.data() < from + line.text.size();
    const std::string_view text = fresh.keep(line.text);
    line.id = inside ? text.substr(static_cast<size_t>(line.id.data() - from), line.id.size())
                     : fresh.keep(line.id);
    line.text = text;
  }
  texts_ = std::move(fresh);
}

void LineList::remove(size_t position) {
  const uint32_t slot = order_[position];
  ids_.erase(slots_[slot].id, idOf());
  slots_[slot] = LineItem{};
  free_.push_back(slot);
  order_.erase(order_.begin() + static_cast<std::ptrdiff_t>(position));
}

}  // namespace crossfoot
