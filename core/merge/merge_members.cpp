#include "merge/merge_members.h"

#include <map>
#include <set>

#include "json/scanner.h"
#include "json/value.h"
#include "merge/same_value.h"

namespace crossfoot::merge {
namespace {

// The member under whose name the fact goes that this one tells a part of.
std::string_view factOf(Part part, std::string_view name) {
  const Member* member = findMember(part, name);
  return member == nullptr || member->fact == Sibling::none ? name : nameOf(member->fact);
}

using Members = std::map<std::string, std::string_view>;

bool readMembers(std::string_view object, Members& members) {
  json::Scanner scanner(object);
  if (scanner.peek() != json::Kind::object) return false;
  json::Text name;
  scanner.beginObject();
  while (scanner.member(name)) {
    std::string decoded = json::decode(name);
    if (!members.emplace(std::move(decoded), scanner.skip()).second) return false;
  }
  return true;
}

std::string_view textIn(const Members& members, const std::string& name) {
  const auto at = members.find(name);
  return at == members.end() ? std::string_view() : at->second;
}

using Facts = std::set<std::string_view>;

// The facts in which a side differs from the base.
Facts changedFacts(Part part, const Members& base, const Members& side) {
  Facts changed;
  for (const Members* members : {&base, &side}) {
    for (const auto& [name, text] : *members) {
      const Scope scope = scopeWithin({part}, name);
      if (!sameMeaning(textIn(base, name), textIn(side, name), scope))
        changed.insert(factOf(part, name));
    }
  }
  return changed;
}

// The value of one member: a side's where only that one changed the fact, else the conflict's base.
std::string_view mergeMember(Part part, const std::string& name, const ThreeTexts& member,
                             bool isMine, bool isTheirs, const std::string& path, MergeLog& log) {
  if (!isTheirs) return member.mine;
  if (!isMine) return member.theirs;
  if (sameMeaning(member.mine, member.theirs, scopeWithin({part}, name))) return member.mine;
  std::string place = path;
  json::appendPointer(place, name);
  log.conflicts.push_back({std::move(place), std::string(member.base), std::string(member.mine),
                           std::string(member.theirs)});
  return member.base;
}

}  // namespace

std::string mergeMembers(Part part, const ThreeTexts& item, const std::string& path,
                         MergeLog& log) {
  Members base;
  Members mine;
  Members theirs;
  if (item.base.empty() || item.mine.empty() || item.theirs.empty()) return {};
  if (!readMembers(item.base, base) || !readMembers(item.mine, mine) ||
      !readMembers(item.theirs, theirs)) {
    return {};
  }
  const Facts byMe = changedFacts(part, base, mine);
  const Facts byThem = changedFacts(part, base, theirs);
  const bool isOtherThing = byMe.count("type") > 0 || byThem.count("type") > 0;
  if (byMe.empty() || byThem.empty() || isOtherThing) return {};
  std::set<std::string> names;
  for (const Members* members : {&base, &mine, &theirs}) {
    for (const auto& [name, text] : *members) names.insert(name);
  }
  std::string merged = "{";
  for (const std::string& name : names) {
    const ThreeTexts member{textIn(base, name), textIn(mine, name), textIn(theirs, name)};
    const std::string_view fact = factOf(part, name);
    const std::string_view text =
        mergeMember(part, name, member, byMe.count(fact) > 0, byThem.count(fact) > 0, path, log);
    if (text.empty()) continue;
    if (merged.size() > 1) merged += ',';
    json::writeString(name, merged);
    merged += ':';
    merged += text;
  }
  return merged + "}";
}

}  // namespace crossfoot::merge
