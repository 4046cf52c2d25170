#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crossfoot::merge {

/// The order of a list in the base and on both sides, as numbers of its items. Only items that
/// survive the merge are in it. `ids[n]` is the id of item n.
struct ThreeOrders {
  std::vector<uint32_t> base, mine, theirs;
  std::vector<std::string_view> ids;
};

/// Who moved an item, by its number.
struct Moves {
  std::vector<bool> byMe, byThem;
  std::vector<bool> apart;  ///< both moved it, to different neighbours
};

/// Merges the order by neighbours (SY-4.4): an item that was put in or moved follows the
/// item it was put after; several after one neighbour stand in the order of their ids. What one
/// side alone did comes out exactly as that side has it.
std::vector<uint32_t> mergeOrder(const ThreeOrders& orders, Moves& moves);

}  // namespace crossfoot::merge
