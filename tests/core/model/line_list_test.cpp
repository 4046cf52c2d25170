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
      default:
        if (size > 0) lines.move(any(size), any(size));
    }
    for (int look = 0; look < 3 && lines.size() > 0; ++look) {
      const size_t position = any(lines.size());
      ASSERT_EQ(lines.positionOf(lines.order()[position]), position);
    }
  }
}

// ST-4.3: thousands of changes before the list is read as a whole, as one command makes them.
TEST(LineOrder, ManyChangesInARowLeaveTheListThatOneAfterTheOtherLeaves) {
  std::mt19937 random(1130);
  const auto any = [&random](size_t count) { return count == 0 ? 0 : random() % count; };
  const auto offset = [](size_t at) { return static_cast<std::ptrdiff_t>(at); };
  LineOrder order;
  std::vector<uint32_t> plain;
  uint32_t next = 0;
  for (int round = 0; round < 6; ++round) {
    const size_t insertions = round % 2 == 0 ? 6 : 1;  // it grows, then shrinks
    for (int step = 0; step < 4000; ++step) {
      const size_t size = plain.size();
      const size_t kind = any(8);
      if (kind < insertions || size == 0) {
        const size_t position = any(4) == 0 ? size : any(size + 1);
        order.insert(position, next);
        plain.insert(plain.begin() + offset(position), next++);
      } else if (kind == 6) {
        const size_t from = any(size);
        const size_t to = any(size);
        const uint32_t slot = plain[from];
        order.move(from, to);
        plain.erase(plain.begin() + offset(from));
        plain.insert(plain.begin() + offset(to), slot);
      } else {
        const size_t position = any(size);
        order.remove(position);
        plain.erase(plain.begin() + offset(position));
      }
      ASSERT_EQ(order.size(), plain.size());
      if (plain.empty()) continue;
      const size_t position = any(plain.size());
      ASSERT_EQ(order.at(position), plain[position]);
      ASSERT_EQ(order.positionOf(plain[position]), position);
    }
    ASSERT_EQ(order.slots(), plain);
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

// Ids that share a home are found, refused twice and taken out, as all others are.
TEST(IdIndex, IdsThatCollideAreFoundInOrder) {
  std::vector<std::string> ids;
  IdIndex index;
  const auto idOf = [&ids](uint32_t slot) { return std::string_view(ids[slot]); };
  // Of many ids those whose hash ends in zeros have one home in every table up to that size.
  const auto hash = [](std::string_view id) {
    uint64_t value = 0xCBF29CE484222325U;
    for (const char c : id) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return value ^ value >> 29;
  };
  for (int number = 0; ids.size() < 600; ++number) {
    std::string id = "x" + std::to_string(number);
    if (hash(id) % 2048 == 0) ids.push_back(std::move(id));
  }
  for (uint32_t slot = 0; slot < ids.size(); ++slot) {
    ASSERT_EQ(index.find(ids[slot], idOf), IdIndex::kNone);
    ASSERT_EQ(index.insert(slot, idOf), IdIndex::kNone);
  }
  for (uint32_t slot = 0; slot < ids.size(); ++slot) {
    ASSERT_EQ(index.find(ids[slot], idOf), slot);
    ASSERT_EQ(index.insert(slot, idOf), slot);
  }
  for (uint32_t slot = 0; slot < ids.size(); slot += 2) index.erase(ids[slot], idOf);
  for (uint32_t slot = 0; slot < ids.size(); ++slot) {
    ASSERT_EQ(index.find(ids[slot], idOf), slot % 2 == 0 ? IdIndex::kNone : slot);
  }
  for (uint32_t slot = 0; slot < ids.size(); slot += 2) {
    ASSERT_EQ(index.insert(slot, idOf), IdIndex::kNone);
  }
  for (uint32_t slot = 0; slot < ids.size(); ++slot) ASSERT_EQ(index.find(ids[slot], idOf), slot);
}

// Places that were taken and left do not fill the table.
TEST(IdIndex, IdsComeAndGo) {
  std::vector<std::string> ids;
  IdIndex index;
  const auto idOf = [&ids](uint32_t slot) { return std::string_view(ids[slot]); };
  for (uint32_t slot = 0; slot < 20'000; ++slot) {
    ids.push_back("y" + std::to_string(slot));
    ASSERT_EQ(index.insert(slot, idOf), IdIndex::kNone);
    if (slot >= 5) index.erase(ids[slot - 5], idOf);
    ASSERT_EQ(index.find(ids[slot], idOf), slot);
    if (slot >= 5) {
      ASSERT_EQ(index.find(ids[slot - 5], idOf), IdIndex::kNone);
    }
  }
}

}  // namespace
}  // namespace crossfoot
