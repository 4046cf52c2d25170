#include "merge/merge_value.h"

namespace crossfoot::merge {
namespace {

// What a side did to a value that the other side left alone.
Rule ruleFor(std::string_view before, std::string_view after) {
  if (before.empty()) return Rule::inserted;
  return after.empty() ? Rule::removed : Rule::changed;
}

}  // namespace

std::string_view mergeUnit(const ThreeTexts& texts, Scope scope, bool keepEdits,
                           const std::string& path, MergeLog& log) {
  const auto& [base, mine, theirs] = texts;
  if (base == mine && base == theirs) return base;
  const std::string baseMeaning = meaning(base, scope);
  const std::string mineMeaning = meaning(mine, scope);
  const std::string theirMeaning = meaning(theirs, scope);
  const bool iChanged = mineMeaning != baseMeaning;
  const bool theyChanged = theirMeaning != baseMeaning;
  if (!iChanged && !theyChanged) return base;
  if (mineMeaning == theirMeaning) {
    log.decide(path, Rule::agreed, Side::both);
    return mine;
  }
  if (iChanged != theyChanged) {
    log.decide(path, ruleFor(baseMeaning, iChanged ? mineMeaning : theirMeaning),
               iChanged ? Side::mine : Side::theirs);
    return iChanged ? mine : theirs;
  }
  if (keepEdits && (mineMeaning.empty() || theirMeaning.empty())) {
    log.decide(path, Rule::editKept, mineMeaning.empty() ? Side::theirs : Side::mine);
    return mineMeaning.empty() ? theirs : mine;
  }
  log.conflicts.push_back({path, std::string(base), std::string(mine), std::string(theirs)});
  return base;
}

}  // namespace crossfoot::merge
