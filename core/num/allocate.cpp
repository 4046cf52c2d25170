#include "num/allocate.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "base/sorted_places.h"
#include "num/rounding.h"

namespace crossfoot {
namespace {

// Equal ones rank in the order in which they stand.
bool ranksBefore(const Remainder& a, const Remainder& b) {
  return Int128{a.numerator} * b.denominator > Int128{b.numerator} * a.denominator;
}

// The smallest of the `count` largest rests; `rests` is reordered. Rests alone are ranked, without
// their places: that is several times faster, and the places are needed only for ties.
int64_t smallestOfLargest(std::vector<int64_t>& rests, size_t count) {
  const auto nth = rests.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(rests.begin(), nth, rests.end(), std::greater<>());
  return *nth;
}

bool haveOneDenominator(const std::vector<Remainder>& remainders) {
  return std::all_of(remainders.begin(), remainders.end(), [&](const Remainder& remainder) {
    return remainder.denominator == remainders.front().denominator;
  });
}

// Where 64 bits hold amount × weight: what nearly every document needs.
void allocateSmall(int64_t amount, int64_t total, const std::vector<Int128>& weights,
                   std::vector<Int128>& parts) {
  std::vector<int64_t> rests(weights.size());
  int64_t missing = amount;
  for (size_t i = 0; i < weights.size(); ++i) {
    const int64_t product = amount * static_cast<int64_t>(weights[i]);
    const int64_t part = product / total;
    rests[i] = product - part * total;
    parts[i] = part;
    missing -= part;
  }
  if (missing == 0) return;
  std::vector<int64_t> ranked = rests;
  const int64_t least = smallestOfLargest(ranked, static_cast<size_t>(missing));
  for (size_t i = 0; i < rests.size(); ++i) {
    if (rests[i] > least) {
      parts[i] += 1;
      missing -= 1;
    }
  }
  for (size_t i = 0; missing > 0; ++i) {
    if (rests[i] != least) continue;
    parts[i] += 1;
    missing -= 1;
  }
}

}  // namespace

void selectLargest(std::vector<Remainder>& remainders, size_t count) {
  if (count == 0 || count >= remainders.size()) return;
  std::vector<Remainder> selected;
  selected.reserve(count);
  if (haveOneDenominator(remainders)) {
    std::vector<int64_t> rests;
    rests.reserve(remainders.size());
    for (const Remainder& remainder : remainders) rests.push_back(remainder.numerator);
    const int64_t least = smallestOfLargest(rests, count);
    for (const Remainder& remainder : remainders) {
      if (remainder.numerator > least) selected.push_back(remainder);
    }
    for (size_t i = 0; selected.size() < count; ++i) {
      if (remainders[i].numerator == least) selected.push_back(remainders[i]);
    }
  } else {
    const std::vector<size_t> largestFirst =
        sortedPlaces(remainders.size(),
                     [&](size_t a, size_t b) { return ranksBefore(remainders[a], remainders[b]); });
    for (size_t i = 0; i < count; ++i) selected.push_back(remainders[largestFirst[i]]);
  }
  remainders = std::move(selected);
}

void allocate(Int128 amount, const std::vector<Int128>& weights, std::vector<Int128>& parts) {
  parts.assign(weights.size(), 0);
  if (weights.empty() || amount == 0) return;
  Int128 total = 0;
  Int128 largest = 0;
  for (const Int128 weight : weights) {
    total += weight;
    largest = std::max(largest, weight);
  }
  if (total == 0) {
    allocate(amount, std::vector<Int128>(weights.size(), 1), parts);
    return;
  }
  const Int128 positive = amount < 0 ? -amount : amount;
  int64_t product = 0;
  const bool narrow =
      fits63(positive) && fits63(total) &&
      multiplySmall(static_cast<int64_t>(positive), static_cast<int64_t>(largest), product);
  if (narrow) {
    allocateSmall(static_cast<int64_t>(positive), static_cast<int64_t>(total), weights, parts);
  } else {
    takeProportionally(positive, weights, parts);
  }
  if (amount < 0) {
    for (Int128& part : parts) part = -part;
  }
}

void takeProportionally(Int128 amount, const std::vector<Int128>& parts,
                        std::vector<Int128>& taken) {
  taken.assign(parts.size(), 0);
  Int128 whole = std::accumulate(parts.begin(), parts.end(), Int128{0});
  if (whole == 0) return;
  Int128 missing = amount;
  if (whole < 0) {
    whole = -whole;
    amount = -amount;
  }
  std::vector<std::pair<Int128, size_t>> rests;
  for (size_t i = 0; i < parts.size(); ++i) {
    const Int128 product = amount * parts[i];
    Int128 share = product / whole;
    if (product < share * whole) share -= 1;  // towards −∞, so that what is missing is not negative
    taken[i] = share;
    missing -= share;
    const Int128 rest = product - share * whole;
    if (rest > 0) rests.emplace_back(rest, i);
  }
  const std::vector<size_t> largestFirst = sortedPlaces(
      rests.size(), [&](size_t a, size_t b) { return rests[a].first > rests[b].first; });
  for (const size_t place : largestFirst) {
    if (missing <= 0) break;
    taken[rests[place].second] += 1;
    missing -= 1;
  }
}

}  // namespace crossfoot
