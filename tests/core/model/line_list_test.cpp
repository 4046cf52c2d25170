#include "model/line_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace crossfoot {
namespace {

LineItem lineOf(LineList& lines, const std::string& id) {
  LineItem line;
  line.id = lines.texts().keep(id);
  return line;
}

TEST(LineList, APositionIsRightAfterAnyInsertionsRemovalsAndMoves) {
  std::mt19937 random(20261122);
  LineList lines;
  for (int step = 0; step < 4000; ++step) {
    const size_t size = lines.size();
    const auto any = [&](size_t count) { return count == 0 ? 0 : random() % count; };
    switch (random() % 4) {
      case 0:
      case 1: lines.insert(any(size + 1), lineOf(lines, "x" + std::to_string(step))); break;
      case 2:
        if (size > 0) lines.remove(any(size));
        break;
      default: {
        std::vector<uint32_t> order = lines.order();
        if (size > 1) std::swap(order[any(size)], order[any(size)]);
        lines.setOrder(order);
      }
    }
    for (int look = 0; look < 3 && lines.size() > 0; ++look) {
      const size_t position = any(lines.size());
      ASSERT_EQ(lines.positionOf(lines.order()[position]), position);
    }
  }
}

TEST(LineList, TheIdsTakenFromTheFirstAreCountedAfterAnyInsertionsAndRemovals) {
  std::mt19937 random(1122);
  LineList lines;
  const auto taken = [&lines] {
    size_t count = 0;
    while (lines.find("li_" + std::to_string(count + 1)) != IdIndex::kNone) ++count;
    return count;
  };
  for (int step = 0; step < 3000; ++step) {
    if (random() % 3 == 0 && lines.size() > 0) {
      lines.remove(random() % lines.size());
    } else {
      constexpr const char* kNames[] = {"li_", "li_", "li_", "li_0", "li_x", "li"};
      lines.insert(0, lineOf(lines, kNames[random() % 6] + std::to_string(random() % 40)));
    }
    ASSERT_EQ(lines.idsTakenTo(), taken());
  }
}

}  // namespace
}  // namespace crossfoot
