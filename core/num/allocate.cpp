#include "num/allocate.h"

#include <algorithm>

#include "num/rounding.h"

namespace crossfoot {
namespace {

bool ranksBefore(const Remainder& a, const Remainder& b) {
  if (a.denominator == b.denominator) {
    if (a.numerator != b.numerator) return a.numerator > b.numerator;
    return a.index < b.index;
  }
  const Int128 left = a.numerator * b.denominator;
  const Int128 right = b.numerator * a.denominator;
  return left != right ? left > right : a.index < b.index;
}

// The whole parts of positive weights and what was cut off each, in numerators of `total`.
struct Cut {
  Int128 rest;
  uint32_t index;
};

template <class Wide>
void cutParts(Wide amount, Wide total, const std::vector<Int128>& weights,
              std::vector<Int128>& parts, std::vector<Cut>& cuts) {
  for (size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    const Wide product = amount * static_cast<Wide>(weights[i]);
    const Wide part = product / total;
    parts[i] = part;
    cuts.push_back({product - part * total, static_cast<uint32_t>(i)});
  }
}

void allocatePositive(Int128 amount, Int128 total, const std::vector<Int128>& weights,
                      std::vector<Int128>& parts) {
  std::vector<Cut> cuts;
  cuts.reserve(weights.size());
  const Int128 largest = *std::max_element(weights.begin(), weights.end());
  int64_t product = 0;
  const bool narrow = fits63(amount) && fits63(largest) && fits63(total) &&
                      multiplySmall(static_cast<int64_t>(amount), static_cast<int64_t>(largest),
                                    product);
  if (narrow) {
    cutParts<int64_t>(static_cast<int64_t>(amount), static_cast<int64_t>(total), weights, parts,
                      cuts);
  } else {
    cutParts<Int128>(amount, total, weights, parts, cuts);
  }
  Int128 missing = amount;
  for (const Cut& cut : cuts) missing -= parts[cut.index];
  const auto count = static_cast<std::ptrdiff_t>(missing);
  std::nth_element(cuts.begin(), cuts.begin() + count, cuts.end(), [](const Cut& a, const Cut& b) {
    return a.rest != b.rest ? a.rest > b.rest : a.index < b.index;
  });
  for (std::ptrdiff_t i = 0; i < count; ++i) parts[cuts[static_cast<size_t>(i)].index] += 1;
}

}  // namespace

void selectLargest(std::vector<Remainder>& remainders, size_t count) {
  if (count == 0 || count >= remainders.size()) return;
  std::nth_element(remainders.begin(), remainders.begin() + static_cast<std::ptrdiff_t>(count),
                   remainders.end(), ranksBefore);
}

void allocate(Int128 amount, const std::vector<Int128>& weights, std::vector<Int128>& parts) {
  parts.assign(weights.size(), 0);
  if (weights.empty() || amount == 0) return;
  Int128 total = 0;
  for (const Int128 weight : weights) total += weight;
  if (total == 0) {
    allocate(amount, std::vector<Int128>(weights.size(), 1), parts);
    return;
  }
  allocatePositive(amount < 0 ? -amount : amount, total, weights, parts);
  if (amount < 0) {
    for (Int128& part : parts) part = -part;
  }
}

}  // namespace crossfoot
