#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossfoot {

/// The order of the lines, as a list of their slots. Many changes in a row, as a command makes that
/// moves thousands of lines, cost about the root of the number of lines each: after a few the list
/// is cut into blocks, and put together again when it is read as a whole.
class LineOrder {
 public:
  size_t size() const { return size_; }
  /// The whole list. A reference is good until the next change.
  const std::vector<uint32_t>& slots() const {
    if (changes_ > 0) join();
    return slots_;
  }
  uint32_t at(size_t position) const {
    return inBlocks() ? atInBlocks(position) : slots_[position];
  }
  /// The position of a slot that is in the list. Looked for around the place where it was last
  /// seen, so it costs what lines have shifted since then.
  size_t positionOf(uint32_t slot) const;

  void reserve(size_t count) { slots_.reserve(count); }
  /// The slot may be one more than the largest so far, or one that was taken out.
  void insert(size_t position, uint32_t slot);
  void remove(size_t position);
  /// Takes the slot at one position to another, counted without it.
  void move(size_t from, size_t to);

 private:
  using Block = std::vector<uint32_t>;

  bool inBlocks() const { return !blocks_.empty(); }
  void noteChange();
  void cut();
  void split(size_t order);
  void join() const;
  size_t blockAt(size_t& position) const;
  uint32_t atInBlocks(size_t position) const;

  size_t size_ = 0;
  mutable std::vector<uint32_t> slots_;    // while there are no blocks
  mutable std::vector<uint32_t> seenAt_;   // by slot: a position, or the number of its block
  mutable std::vector<Block> blocks_;      // by number
  mutable std::vector<uint32_t> numbers_;  // of the blocks, in their order
  mutable uint32_t changes_ = 0;           // since the list was last read
};

}  // namespace crossfoot
