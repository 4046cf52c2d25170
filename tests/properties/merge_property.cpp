#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "properties/walk.h"

// What always holds for a merge (SY-4), with edits whose members come from the dictionary.

namespace crossfoot::properties {
namespace {

using json::Value;

Value tree(std::string_view text) { return *json::parse(text); }

// A member that is null is an absent one (PR-1.1); under `custom` it is what somebody put there.
void dropNulls(Value& value) {
  std::erase_if(value.members, [](const json::Member& member) { return member.value.isNull(); });
  for (json::Member& member : value.members) {
    if (member.name != "custom") dropNulls(member.value);
  }
  for (Value& item : value.items) dropNulls(item);
}

std::string canonical(Value state) {
  state.erase("rev");
  dropNulls(state);
  std::string text;
  json::writeCanonical(state, text);
  return text;
}

std::string edited(const std::string& state, const std::vector<Numbers>& steps) {
  static const Dictionary kDictionary;
  Session session;
  session.open(state);
  for (const Numbers& numbers : steps) {
    Choices choices(numbers);
    session.apply(command(kDictionary, tree(session.save()), choices));
  }
  return session.save();
}

Value merged(const std::string& base, const std::string& mine, const std::string& theirs) {
  const std::string reply =
      call("merge", "{\"base\":" + base + ",\"mine\":" + mine + ",\"theirs\":" + theirs + "}");
  if (isRefusal(reply)) RC_FAIL(reply + "\n" + base + "\n" + mine + "\n" + theirs);
  return tree(reply);
}

RC_GTEST_PROP(Merge, OfAStateWithItselfOrWithTheBaseIsThatState,
              (const Numbers& start, const std::vector<Numbers>& before,
               const std::vector<Numbers>& steps)) {
  Choices choices(start);
  const std::string base = edited(startState(choices), before);
  const std::string mine = edited(base, steps);
  const std::string wanted = canonical(tree(mine));
  for (const std::string& other : {mine, base}) {
    const Value reply = merged(base, mine, other);
    RC_ASSERT(reply.find("conflicts")->items.empty());
    const std::string got = canonical(*reply.find("merged"));
    if (got != wanted) RC_FAIL(got + "\n" + wanted + "\n" + base);
  }
}

RC_GTEST_PROP(Merge, IsTheSameWhoeverMergesAndOpens,
              (const Numbers& start, const std::vector<Numbers>& one,
               const std::vector<Numbers>& other)) {
  Choices choices(start);
  const std::string base = startState(choices);
  const std::string mine = edited(base, one);
  const std::string theirs = edited(base, other);
  const Value reply = merged(base, mine, theirs);
  RC_ASSERT(json::write(reply) == json::write(merged(base, theirs, mine)));
  Session session;
  RC_ASSERT(!isRefusal(session.open(json::write(*reply.find("merged")))));
}

}  // namespace
}  // namespace crossfoot::properties
