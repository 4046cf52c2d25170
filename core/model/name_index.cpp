#include "model/name_index.h"

namespace crossfoot {

uint32_t NameIndex::find(std::string_view name) const {
  return numbers_.find(name, [this](uint32_t number) { return std::string_view(names_[number]); });
}

uint32_t NameIndex::add(std::string_view name) {
  const auto number = static_cast<uint32_t>(names_.size());
  names_.emplace_back(name);
  const uint32_t known =
      numbers_.insert(number, [this](uint32_t one) { return std::string_view(names_[one]); });
  if (known == kNone) return number;
  names_.pop_back();
  return known;
}

void NameIndex::clear() { *this = {}; }

}  // namespace crossfoot
