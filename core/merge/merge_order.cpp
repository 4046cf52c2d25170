#include "merge/merge_order.h"

#include <algorithm>

namespace crossfoot::merge {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFFU;

// The longest rising run of places: who is in it stayed, the fewest others were moved.
std::vector<bool> longestRise(const std::vector<uint32_t>& places) {
  std::vector<uint32_t> tails;  // index of the smallest last place of a rise of each length
  std::vector<uint32_t> before(places.size(), kNone);
  for (uint32_t i = 0; i < places.size(); ++i) {
    const auto at =
        std::lower_bound(tails.begin(), tails.end(), places[i],
                         [&places](uint32_t tail, uint32_t place) { return places[tail] < place; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> stays(places.size(), false);
  for (uint32_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = before[i]) {
    stays[i] = true;
  }
  return stays;
}

class OrderMerge {
 public:
  OrderMerge(const ThreeOrders& orders, Moves& moves)
      : orders_(orders), moves_(moves), count_(orders.ids.size()), root_(rootOf(orders)) {}

  std::vector<uint32_t> run() {
    placeInBase_.assign(count_, kNone);
    for (uint32_t i = 0; i < orders_.base.size(); ++i) placeInBase_[orders_.base[i]] = i;
    moves_.byMe = movedBy(orders_.mine);
    moves_.byThem = movedBy(orders_.theirs);
    moves_.apart.assign(count_, false);
    const std::vector<uint32_t> mine = anchors(orders_.mine, moves_.byMe);
    const std::vector<uint32_t> theirs = anchors(orders_.theirs, moves_.byThem);
    join(mine, theirs);
    const bool byMine = hasAll(mine, theirs, orders_.mine);
    const bool byTheirs = hasAll(theirs, mine, orders_.theirs);
    if (byMine && (!byTheirs || idsComeFirst(orders_.mine, orders_.theirs))) return orders_.mine;
    if (byTheirs) return orders_.theirs;
    breakCycles();
    return emit();
  }

 private:
  static uint32_t rootOf(const ThreeOrders& orders) {
    return static_cast<uint32_t>(orders.ids.size());
  }

  std::vector<bool> movedBy(const std::vector<uint32_t>& side) const {
    std::vector<uint32_t> items;
    std::vector<uint32_t> places;
    for (const uint32_t item : side) {
      if (placeInBase_[item] == kNone) continue;
      items.push_back(item);
      places.push_back(placeInBase_[item]);
    }
    std::vector<bool> moved(count_, false);
    if (std::is_sorted(places.begin(), places.end())) return moved;
    const std::vector<bool> stays = longestRise(places);
    for (size_t i = 0; i < items.size(); ++i) moved[items[i]] = !stays[i];
    return moved;
  }

  // For each item that a side put somewhere, the item before it there (the root at the start).
  std::vector<uint32_t> anchors(const std::vector<uint32_t>& side,
                                const std::vector<bool>& moved) const {
    std::vector<uint32_t> anchor(count_, kNone);
    uint32_t previous = root_;
    for (const uint32_t item : side) {
      if (placeInBase_[item] == kNone || moved[item]) anchor[item] = previous;
      previous = item;
    }
    return anchor;
  }

  void join(const std::vector<uint32_t>& mine, const std::vector<uint32_t>& theirs) {
    anchor_ = mine;
    for (uint32_t item = 0; item < count_; ++item) {
      if (anchor_[item] == kNone) {
        anchor_[item] = theirs[item];
      } else if (theirs[item] != kNone && theirs[item] != mine[item]) {
        moves_.apart[item] = placeInBase_[item] != kNone;
      }
    }
    fallback_.assign(count_, root_);
    noteFallbacks(orders_.theirs, theirs);
    noteFallbacks(orders_.mine, mine);
  }

  // Whether one side has put every item somewhere that the other one has, here or elsewhere: it may
  // be the merge of both, and nothing moves in it again.
  bool hasAll(const std::vector<uint32_t>& mine, const std::vector<uint32_t>& theirs,
              const std::vector<uint32_t>& order) const {
    if (order.size() != count_) return false;
    uint32_t previous = root_;
    for (const uint32_t item : order) {
      if (theirs[item] != kNone && mine[item] == kNone && theirs[item] != previous) return false;
      previous = item;
    }
    return true;
  }

  bool idsComeFirst(const std::vector<uint32_t>& one, const std::vector<uint32_t>& other) const {
    return !std::lexicographical_compare(
        other.begin(), other.end(), one.begin(), one.end(),
        [this](uint32_t a, uint32_t b) { return orders_.ids[a] < orders_.ids[b]; });
  }

  // The nearest item before it that nobody put anywhere: where an item goes whose neighbours were
  // put after one another in a circle.
  void noteFallbacks(const std::vector<uint32_t>& side, const std::vector<uint32_t>& placed) {
    uint32_t fixed = root_;
    for (const uint32_t item : side) {
      if (anchor_[item] == kNone) {
        fixed = item;
      } else if (placed[item] != kNone) {
        fallback_[item] = fixed;
      }
    }
  }

  // One side may put A after B while the other puts B after A.
  void breakCycles() {
    enum : uint8_t { unseen, onPath, done };
    std::vector<uint8_t> state(count_, unseen);
    std::vector<uint32_t> path;
    for (uint32_t start = 0; start < count_; ++start) {
      path.clear();
      uint32_t at = start;
      while (at != root_ && anchor_[at] != kNone && state[at] == unseen) {
        state[at] = onPath;
        path.push_back(at);
        at = anchor_[at];
      }
      if (at != root_ && state[at] == onPath) openCycle(at);
      for (const uint32_t item : path) state[item] = done;
    }
  }

  void openCycle(uint32_t member) {
    uint32_t least = member;
    for (uint32_t at = anchor_[member]; at != member; at = anchor_[at]) {
      if (orders_.ids[at] < orders_.ids[least]) least = at;
    }
    anchor_[least] = fallback_[least];
  }

  std::vector<uint32_t> emit() const {
    std::vector<uint32_t> placed;
    for (uint32_t item = 0; item < count_; ++item) {
      if (anchor_[item] != kNone) placed.push_back(item);
    }
    std::sort(placed.begin(), placed.end(),
              [this](uint32_t a, uint32_t b) { return orders_.ids[a] > orders_.ids[b]; });
    // Followers as linked lists: pushed in falling order of ids, so each list rises.
    std::vector<uint32_t> firstFollower(count_ + 1, kNone);
    std::vector<uint32_t> nextFollower(count_ + 1, kNone);
    for (const uint32_t item : placed) {
      nextFollower[item] = firstFollower[anchor_[item]];
      firstFollower[anchor_[item]] = item;
    }
    std::vector<uint32_t> result;
    std::vector<uint32_t> stack;
    const auto follow = [&](uint32_t head) {
      stack.assign(1, firstFollower[head]);
      while (!stack.empty()) {
        const uint32_t item = stack.back();
        stack.pop_back();
        if (item == kNone) continue;
        result.push_back(item);
        stack.push_back(nextFollower[item]);
        stack.push_back(firstFollower[item]);
      }
    };
    follow(root_);
    for (const uint32_t item : orders_.base) {
      if (anchor_[item] != kNone) continue;
      result.push_back(item);
      follow(item);
    }
    return result;
  }

  const ThreeOrders& orders_;
  Moves& moves_;
  size_t count_;
  uint32_t root_;
  std::vector<uint32_t> placeInBase_;
  std::vector<uint32_t> anchor_;  // item it was put after; kNone where nobody put it
  std::vector<uint32_t> fallback_;
};

}  // namespace

std::vector<uint32_t> mergeOrder(const ThreeOrders& orders, Moves& moves) {
  return OrderMerge(orders, moves).run();
}

}  // namespace crossfoot::merge
