#include "merge/merge_log.h"

#include <array>

namespace crossfoot::merge {
namespace {

struct Row {
  std::string_view name;
  std::string_view message;
};

constexpr std::array<Row, 9> kRows = {{
    {"changed", "One side changed this; the other had not touched it."},
    {"inserted", "One side put this in."},
    {"removed", "This was taken out; the other side had not touched it."},
    {"moved", "One side moved this."},
    {"agreed", "Both sides did the same."},
    {"edit-kept", "One side took this out, the other changed it. The change is kept."},
    {"rate-kept", "This tax rate was taken out but is still used. It is kept."},
    {"moved-twice", "Both sides moved this to different places. It stands where mine put it."},
    {"finalised", "One side is finalised and stands as it is."},
}};
static_assert(kRows.size() == static_cast<size_t>(Rule::finalised) + 1);

}  // namespace

std::string_view ruleName(Rule rule) { return kRows[static_cast<size_t>(rule)].name; }

std::string_view ruleMessage(Rule rule) { return kRows[static_cast<size_t>(rule)].message; }

std::string_view sideName(Side side) {
  constexpr std::array<std::string_view, 3> names = {"mine", "theirs", "both"};
  return names[static_cast<size_t>(side)];
}

}  // namespace crossfoot::merge
