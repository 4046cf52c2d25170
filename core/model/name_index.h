#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/id_index.h"

namespace crossfoot {

/// Numbers names from 0 on, in the order in which they first came, and finds them again.
class NameIndex {
 public:
  static constexpr uint32_t kNone = IdIndex::kNone;

  /// The number of a name, or kNone.
  uint32_t find(std::string_view name) const;
  /// The number of a name that may be new.
  uint32_t add(std::string_view name);

  size_t size() const { return names_.size(); }
  const std::string& name(size_t number) const { return names_[number]; }
  void clear();

 private:
  std::vector<std::string> names_;
  IdIndex numbers_;
};

}  // namespace crossfoot
