#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

/// Finds a line's slot by its id. Open addressing with linear probing: 100 000 ids cost about a
/// megabyte and no allocation when one is looked up. Ids live with the lines; the caller passes a
/// function from slot to id. Probing ends after a fixed number of buckets, and an id without a
/// place among these is kept in order: ids that were made to collide cost a search in a tree.
class IdIndex {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFFU;

  void reserve(size_t count) {
    size_t size = kSmallest;
    while (size < count * 2) size *= 2;
    if (size > buckets_.size()) pending_ = size;
  }

  template <class IdOf>
  uint32_t find(std::string_view id, const IdOf& idOf) const {
    if (buckets_.empty()) return kNone;
    const uint32_t at = place(id, idOf);
    if (at != kNone && buckets_[at] < kErased) return buckets_[at];
    return crowded_.empty() ? kNone : findCrowded(id);
  }

  /// Adds a slot; returns the slot that already has this id, or kNone.
  template <class IdOf>
  uint32_t insert(uint32_t slot, const IdOf& idOf) {
    if ((used_ + 1) * 2 > buckets_.size() || pending_ > buckets_.size()) grow(idOf);
    const std::string_view id = idOf(slot);
    const uint32_t at = place(id, idOf);
    if (at != kNone && buckets_[at] < kErased) return buckets_[at];
    const uint32_t known = crowded_.empty() ? kNone : findCrowded(id);
    if (known != kNone) return known;
    ++count_;
    put(at, id, slot);
    return kNone;
  }

  template <class IdOf>
  void erase(std::string_view id, const IdOf& idOf) {
    if (buckets_.empty()) return;
    const uint32_t at = place(id, idOf);
    if (at != kNone && buckets_[at] < kErased) {
      // Whoever was put further on because of this one is still found beyond it.
      buckets_[at] = kErased;
      --count_;
    } else if (!crowded_.empty() && eraseCrowded(id)) {
      --count_;
    }
  }

 private:
  static constexpr uint32_t kErased = kNone - 1;
  static constexpr size_t kSmallest = 16;
  static constexpr size_t kLongestProbe = 128;

  size_t mask() const { return buckets_.size() - 1; }

  size_t home(std::string_view id) const {
    uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return static_cast<size_t>(hash ^ hash >> 29) & mask();
  }

  // The bucket that has an id, or else the one where it would go; kNone where none is left.
  template <class IdOf>
  uint32_t place(std::string_view id, const IdOf& idOf) const {
    uint32_t free = kNone;
    size_t at = home(id);
    for (size_t probes = 0; probes < kLongestProbe; ++probes, at = (at + 1) & mask()) {
      const uint32_t slot = buckets_[at];
      if (slot >= kErased) {
        if (free == kNone) free = static_cast<uint32_t>(at);
        if (slot == kNone) break;
      } else if (idOf(slot) == id) {
        return static_cast<uint32_t>(at);
      }
    }
    return free;
  }

  void put(uint32_t at, std::string_view id, uint32_t slot) {
    if (at == kNone) {
      keepCrowded(id, slot);
    } else {
      used_ += buckets_[at] == kNone ? 1 : 0;
      buckets_[at] = slot;
    }
  }

  // A table of twice the size, or of the same where most of what fills it was erased.
  template <class IdOf>
  void grow(const IdOf& idOf) {
    const std::vector<uint32_t> old = std::move(buckets_);
    size_t size = old.empty() ? kSmallest : old.size();
    while (size < (count_ + 1) * 4) size *= 2;
    if (pending_ > size) size = pending_;
    buckets_.assign(size, kNone);
    used_ = 0;
    for (const uint32_t slot : old) {
      if (slot >= kErased) continue;
      const std::string_view id = idOf(slot);
      put(place(id, idOf), id, slot);
    }
  }

  uint32_t findCrowded(std::string_view id) const;
  void keepCrowded(std::string_view id, uint32_t slot);
  bool eraseCrowded(std::string_view id);

  std::vector<uint32_t> buckets_;
  size_t count_ = 0;
  size_t used_ = 0;  // buckets that are or were taken
  size_t pending_ = 0;
  std::map<std::string, uint32_t, std::less<>> crowded_;  // those that found no bucket
};

}  // namespace crossfoot
