#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::merge {

/// Why a place of the merged state is as it is, where that is not the base's.
enum class Rule : uint8_t {
  changed,     ///< one side changed it
  inserted,    ///< one side put it in
  removed,     ///< a side took it out and the other had not touched it
  moved,       ///< one side moved it
  agreed,      ///< both sides did the same
  editKept,    ///< one side took it out, the other changed it: the change survives
  rateKept,    ///< taken out, but still used by a line or an adjustment
  movedTwice,  ///< both moved it to different places: it stands where the first side put it
  finalised,   ///< one side is finalised and stands as it is
};

/// Whose doing it was.
enum class Side : uint8_t { mine, theirs, both };

struct Decision {
  std::string path;
  Rule rule;
  Side side;
};

/// A place both sides changed differently. The texts are JSON, "" where there is nothing.
struct Conflict {
  std::string path;
  std::string base, mine, theirs;
};

/// What the merge has to say besides the merged state.
struct MergeLog {
  std::vector<Decision> decisions;
  std::vector<Conflict> conflicts;
  /// Texts of the merged state that neither side has; they stay where they are.
  std::deque<std::string> made;

  void decide(std::string path, Rule rule, Side side) {
    decisions.push_back({std::move(path), rule, side});
  }
};

std::string_view ruleName(Rule rule);
/// What happened, for people.
std::string_view ruleMessage(Rule rule);
std::string_view sideName(Side side);

}  // namespace crossfoot::merge
