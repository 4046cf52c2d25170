#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/line_item.h"
#include "model/name_index.h"

namespace crossfoot {

/// How often each line name occurs: automatic sales tax tells lines apart by their names
/// (DO-1.6), so two with the same one are an issue each.
class LineNames {
 public:
  void clear();
  /// Counts a line in (+1) or out (−1). Lines without a name have an issue of their own.
  void count(const LineItem& line, int sign);
  /// How many lines share their name with another one.
  uint32_t repeated() const { return repeated_; }
  bool isRepeated(const LineItem& line) const;

 private:
  void dropUnused();

  NameIndex names_;
  std::vector<uint32_t> lines_;  // by a name's number: how many lines have it
  size_t unused_ = 0;            // names that no line has any more
  uint32_t repeated_ = 0;
};

}  // namespace crossfoot
