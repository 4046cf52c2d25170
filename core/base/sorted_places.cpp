#include "base/sorted_places.h"

#include <algorithm>
#include <numeric>

namespace crossfoot {

// Merges runs of 1, 2, 4, … places.
std::vector<size_t> sortPlaces(size_t count, PlaceOrder before, const void* list) {
  std::vector<size_t> places(count);
  std::vector<size_t> merged(count);
  std::iota(places.begin(), places.end(), size_t{0});
  for (size_t run = 1; run < count; run *= 2) {
    for (size_t from = 0; from < count; from += 2 * run) {
      const size_t middle = std::min(from + run, count);
      const size_t end = std::min(middle + run, count);
      size_t left = from;
      size_t right = middle;
      for (size_t to = from; to < end; ++to) {
        const bool rightNext =
            left == middle || (right < end && before(list, places[right], places[left]));
        merged[to] = places[rightNext ? right++ : left++];
      }
    }
    places.swap(merged);
  }
  return places;
}

}  // namespace crossfoot
