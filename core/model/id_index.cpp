#include "model/id_index.h"

namespace crossfoot {

uint32_t IdIndex::findCrowded(std::string_view id) const {
  const auto at = crowded_.find(id);
  return at == crowded_.end() ? kNone : at->second;
}

void IdIndex::keepCrowded(std::string_view id, uint32_t slot) { crowded_.emplace(id, slot); }

bool IdIndex::eraseCrowded(std::string_view id) {
  const auto at = crowded_.find(id);
  if (at == crowded_.end()) return false;
  crowded_.erase(at);
  return true;
}

}  // namespace crossfoot
