#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/int128.h"

namespace crossfoot {

/// A share that is still missing at most one unit: who gets one is decided by the remainder.
struct Remainder {
  int64_t numerator = 0;    ///< of the exact part that was cut off, ≥ 0
  int64_t denominator = 1;  ///< > numerator; remainders of different denominators compare exactly
  uint32_t index = 0;       ///< position among the shares
};

/// Leaves the `count` remainders that get one unit each, where there are more: the largest, ties to
/// the first in the vector (PR-5.1).
void selectLargest(std::vector<Remainder>& remainders, size_t count);

/// Shares an amount over weights ≥ 0 by largest remainder, ties to the earliest; all weights 0 →
/// equal split; the sign is mirrored; the parts always sum to the amount; a weight of 0 gets
/// nothing while another has weight (PR-5.1). |amount| × the largest weight < 10^38.
/// `parts` gets one part a weight.
void allocate(Int128 amount, const std::vector<Int128>& weights, std::vector<Int128>& parts);

/// Takes an amount out of signed parts of a whole, each giving in proportion to what it holds, by
/// largest remainder, ties to the earliest: no part gives more than it holds or changes its sign,
/// and taking the whole leaves 0 everywhere. 0 ≤ amount ÷ Σ parts ≤ 1; where Σ parts is 0 nothing
/// is taken. |amount| × the largest |part| < 10^38. `taken` gets one share a part.
void takeProportionally(Int128 amount, const std::vector<Int128>& parts,
                        std::vector<Int128>& taken);

}  // namespace crossfoot
