#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crossfoot {

/// Finds a line's slot by its id. Open addressing with linear probing: 100 000 ids cost about a
/// megabyte and no allocation when one is looked up. Ids live with the lines; the caller passes a
/// function from slot to id.
class IdIndex {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFFU;

  void reserve(size_t count) {
    size_t size = 16;
    while (size < count * 2) size *= 2;
    if (size > buckets_.size()) pending_ = size;
  }

  template <class IdOf>
  uint32_t find(std::string_view id, const IdOf& idOf) const {
    if (buckets_.empty()) return kNone;
    for (size_t at = home(id);; at = (at + 1) & mask()) {
      if (buckets_[at] == kNone || idOf(buckets_[at]) == id) return buckets_[at];
    }
  }

  /// Adds a slot; returns the slot that already has this id, or kNone.
  template <class IdOf>
  uint32_t insert(uint32_t slot, const IdOf& idOf) {
    if ((count_ + 1) * 2 > buckets_.size() || pending_ > buckets_.size()) grow(idOf);
    const std::string_view id = idOf(slot);
    size_t at = home(id);
    for (; buckets_[at] != kNone; at = (at + 1) & mask()) {
      if (idOf(buckets_[at]) == id) return buckets_[at];
    }
    buckets_[at] = slot;
    ++count_;
    return kNone;
  }

  template <class IdOf>
  void erase(std::string_view id, const IdOf& idOf) {
    size_t at = home(id);
    while (buckets_[at] != kNone && idOf(buckets_[at]) != id) at = (at + 1) & mask();
    if (buckets_[at] == kNone) return;
    --count_;
    // Later entries of the same run move back, so that no probe ever meets a hole.
    for (size_t next = (at + 1) & mask(); buckets_[next] != kNone; next = (next + 1) & mask()) {
      const size_t wanted = home(idOf(buckets_[next]));
      if (((next - wanted) & mask()) >= ((next - at) & mask())) {
        buckets_[at] = buckets_[next];
        at = next;
      }
    }
    buckets_[at] = kNone;
  }

 private:
  size_t mask() const { return buckets_.size() - 1; }

  size_t home(std::string_view id) const {
    uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return static_cast<size_t>(hash ^ hash >> 29) & mask();
  }

  template <class IdOf>
  void grow(const IdOf& idOf) {
    const std::vector<uint32_t> old = std::move(buckets_);
    size_t size = old.empty() ? 16 : old.size() * 2;
    if (pending_ > size) size = pending_;
    buckets_.assign(size, kNone);
    for (const uint32_t slot : old) {
      if (slot == kNone) continue;
      size_t at = home(idOf(slot));
      while (buckets_[at] != kNone) at = (at + 1) & mask();
      buckets_[at] = slot;
    }
  }

  std::vector<uint32_t> buckets_;
  size_t count_ = 0;
  size_t pending_ = 0;
};

}  // namespace crossfoot
