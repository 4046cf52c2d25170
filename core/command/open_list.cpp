#include "command/open_list.h"

namespace crossfoot {

OpenList::OpenList(std::vector<json::Value> items) {
  items_.reserve(items.size());
  order_.reserve(items.size());
  places_.reserve(items.size());
  for (json::Value& item : items) insert(size(), std::move(item));
}

size_t OpenList::positionOf(std::string_view id) const {
  const uint32_t slot = places_.find(id, idOf());
  return slot == IdIndex::kNone ? size() : order_.positionOf(slot);
}

void OpenList::insert(size_t position, json::Value item) {
  const auto slot = static_cast<uint32_t>(items_.size());
  items_.push_back(std::move(item));
  order_.insert(position, slot);
  (void)places_.insert(slot, idOf());
}

json::Value OpenList::remove(size_t position) {
  const uint32_t slot = order_.at(position);
  const std::string_view id = items_[slot].textOf("id");
  if (places_.find(id, idOf()) == slot) places_.erase(id, idOf());
  order_.remove(position);
  return std::move(items_[slot]);
}

std::vector<json::Value> OpenList::close() {
  std::vector<json::Value> items;
  items.reserve(size());
  for (const uint32_t slot : order_.slots()) items.push_back(std::move(items_[slot]));
  return items;
}

}  // namespace crossfoot
