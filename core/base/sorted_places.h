#pragma once

#include <cstddef>
#include <vector>

namespace crossfoot {

/// Whether one place of a list comes before another.
using PlaceOrder = bool (*)(const void* list, size_t a, size_t b);

/// The places 0 … count − 1 of a list in this order; equal ones stay as they stand.
std::vector<size_t> sortPlaces(size_t count, PlaceOrder before, const void* list);

/// The same with the order as a function of two places. Every list is sorted by one routine:
/// std::sort would be compiled anew for each, and a page has to load them all.
template <class Before>
std::vector<size_t> sortedPlaces(size_t count, const Before& before) {
  const PlaceOrder order = [](const void* list, size_t a, size_t b) {
    return (*static_cast<const Before*>(list))(a, b);
  };
  return sortPlaces(count, order, &before);
}

}  // namespace crossfoot
