#include "model/line_order.h"

#include <algorithm>

namespace crossfoot {
namespace {

// Below this many lines, or after few changes, moving the list's bytes is the least work.
constexpr size_t kSmall = 2048;
constexpr uint32_t kFew = 8;
constexpr size_t kBlock = 256;

auto offset(size_t at) { return static_cast<std::ptrdiff_t>(at); }

}  // namespace

uint32_t LineOrder::atInBlocks(size_t position) const {
  const size_t order = blockAt(position);
  return blocks_[numbers_[order]][position];
}

size_t LineOrder::positionOf(uint32_t slot) const {
  if (inBlocks()) {
    size_t before = 0;
    for (const uint32_t number : numbers_) {
      if (number == seenAt_[slot]) break;
      before += blocks_[number].size();
    }
    const Block& block = blocks_[seenAt_[slot]];
    return before +
           static_cast<size_t>(std::find(block.begin(), block.end(), slot) - block.begin());
  }
  const size_t from = std::min<size_t>(seenAt_[slot], size_);
  for (size_t away = 0; away <= size_; ++away) {
    for (const size_t at : {from + away, from - away}) {  // below 0 it is beyond every size
      if (at < size_ && slots_[at] == slot) {
        seenAt_[slot] = static_cast<uint32_t>(at);
        return at;
      }
    }
  }
  return size_;
}

void LineOrder::insert(size_t position, uint32_t slot) {
  if (position < size_) noteChange();
  if (slot >= seenAt_.size()) seenAt_.resize(slot + 1);
  if (inBlocks()) {
    const size_t order = blockAt(position);
    Block& block = blocks_[numbers_[order]];
    block.insert(block.begin() + offset(position), slot);
    seenAt_[slot] = numbers_[order];
    if (block.size() > 2 * kBlock) split(order);
  } else {
    slots_.insert(slots_.begin() + offset(position), slot);
    seenAt_[slot] = static_cast<uint32_t>(position);
  }
  ++size_;
}

void LineOrder::remove(size_t position) {
  noteChange();
  --size_;
  if (inBlocks()) {
    const size_t order = blockAt(position);
    Block& block = blocks_[numbers_[order]];
    block.erase(block.begin() + offset(position));
    if (block.empty() && numbers_.size() > 1) numbers_.erase(numbers_.begin() + offset(order));
  } else {
    slots_.erase(slots_.begin() + offset(position));
  }
}

void LineOrder::move(size_t from, size_t to) {
  const uint32_t slot = at(from);
  remove(from);
  insert(to, slot);
}

void LineOrder::noteChange() {
  if (++changes_ > kFew && size_ > kSmall && !inBlocks()) cut();
}

void LineOrder::cut() {
  for (size_t from = 0; from < slots_.size(); from += kBlock) {
    const size_t to = std::min(from + kBlock, slots_.size());
    const auto number = static_cast<uint32_t>(blocks_.size());
    blocks_.emplace_back(slots_.begin() + offset(from), slots_.begin() + offset(to));
    numbers_.push_back(number);
    for (const uint32_t slot : blocks_.back()) seenAt_[slot] = number;
  }
}

// The second half of a block becomes one of its own.
void LineOrder::split(size_t order) {
  const auto number = static_cast<uint32_t>(blocks_.size());
  Block& full = blocks_[numbers_[order]];
  Block half(full.begin() + offset(kBlock), full.end());
  full.resize(kBlock);
  for (const uint32_t slot : half) seenAt_[slot] = number;
  blocks_.push_back(std::move(half));
  numbers_.insert(numbers_.begin() + offset(order) + 1, number);
}

void LineOrder::join() const {
  changes_ = 0;
  if (!inBlocks()) return;
  slots_.clear();
  for (const uint32_t number : numbers_) {
    for (const uint32_t slot : blocks_[number]) {
      seenAt_[slot] = static_cast<uint32_t>(slots_.size());
      slots_.push_back(slot);
    }
  }
  blocks_.clear();
  numbers_.clear();
}

// The place among the blocks of the one that has a position, which becomes that within it; the end
// of the list is the end of the last block.
size_t LineOrder::blockAt(size_t& position) const {
  size_t order = 0;
  while (order + 1 < numbers_.size() && position >= blocks_[numbers_[order]].size()) {
    position -= blocks_[numbers_[order++]].size();
  }
  return order;
}

}  // namespace crossfoot
