#include "model/line_list.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace crossfoot {

void LineList::reserve(size_t count) {
  slots_.reserve(count);
  order_.reserve(count);
  ids_.reserve(count);
}

uint32_t LineList::find(std::string_view id) const { return ids_.find(id, idOf()); }

size_t LineList::idsTakenTo() {
  while (find("li_" + std::to_string(idsTakenTo_ + 1)) != IdIndex::kNone) ++idsTakenTo_;
  return idsTakenTo_;
}

void LineList::idIsFree(std::string_view id) {
  if (id.substr(0, 3) != "li_" || id.size() > 12) return;
  size_t number = 0;
  const auto [end, fault] = std::from_chars(id.data() + 3, id.data() + id.size(), number);
  const bool isNumber = fault == std::errc() && end == id.data() + id.size();
  if (isNumber && number > 0) idsTakenTo_ = std::min(idsTakenTo_, number - 1);
}

uint32_t LineList::keep(LineItem line) {
  uint32_t slot = 0;
  if (free_.empty()) {
    slot = static_cast<uint32_t>(slots_.size());
    slots_.push_back(std::move(line));
  } else {
    slot = free_.back();
    free_.pop_back();
    slots_[slot] = std::move(line);
  }
  return slot;
}

uint32_t LineList::append(LineItem line) {
  const uint32_t slot = keep(std::move(line));
  order_.insert(order_.size(), slot);
  return slot;
}

bool LineList::index(uint32_t slot) { return ids_.insert(slot, idOf()) == IdIndex::kNone; }

uint32_t LineList::insert(size_t position, LineItem line) {
  if (find(line.id) != IdIndex::kNone) return IdIndex::kNone;
  const uint32_t slot = keep(std::move(line));
  index(slot);
  order_.insert(position, slot);
  return slot;
}

void LineList::compactTexts() {
  TextArena fresh;
  for (const uint32_t slot : order_.slots()) {
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
  const uint32_t slot = order_.at(position);
  ids_.erase(slots_[slot].id, idOf());
  idIsFree(slots_[slot].id);
  slots_[slot] = LineItem{};
  free_.push_back(slot);
  order_.remove(position);
}

}  // namespace crossfoot
