#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace crossfoot::properties {

/// The numbers a random thing is made from. RapidCheck shrinks them: fewer of them, and smaller
/// ones. Where they run out every choice is the first one, so the first is always the plainest.
using Numbers = std::vector<uint16_t>;

/// Takes choices out of numbers, one after the other.
class Choices {
 public:
  explicit Choices(const Numbers& numbers) : numbers_(numbers) {}

  /// 0 … limit − 1; the limit is not 0.
  size_t below(size_t limit) { return at_ < numbers_.size() ? numbers_[at_++] % limit : 0; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  const Numbers& numbers_;
  size_t at_ = 0;
};

}  // namespace crossfoot::properties
