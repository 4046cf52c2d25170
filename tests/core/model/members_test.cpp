#include "model/members.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "json/value.h"

namespace crossfoot {
namespace {

using json::Value;

struct Named {
  Part part;
  const char* definition;  // "" is the document
};

constexpr Named kParts[] = {
    {Part::document, ""},
    {Part::policy, "policy"},
    {Part::settings, "settings"},
    {Part::terms, "terms"},
    {Part::dealAmount, "dealAmount"},
    {Part::taxRate, "taxRate"},
    {Part::line, "line"},
    {Part::reduction, "lineDiscount"},
    {Part::billing, "billing"},
    {Part::start, "start"},
    {Part::phase, "phase"},
    {Part::pricing, "pricing"},
    {Part::tier, "tier"},
    {Part::quantityRange, "quantityRange"},
    {Part::period, "period"},
    {Part::adjustment, "adjustment"},
    {Part::payment, "payment"},
    {Part::refund, "refund"},
    {Part::credit, "credit"},
    {Part::event, "event"},
    {Part::billingRecord, "billingRecord"},
    {Part::contact, "contact"},
};

class Schema {
 public:
  Schema() {
    std::ifstream file(CROSSFOOT_SOURCE_DIR "/schema/state.schema.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (auto read = json::parse(text)) root_ = std::move(*read);
  }

  const Value& object(const std::string& definition) const {
    return definition.empty() ? root_ : *root_.find("$defs")->find(definition);
  }

  // The name of the definition that a member's value, or each element of its list, is one of.
  std::string within(const Value& schema) const {
    const Value& meant = *last(schema);
    const Value* items = meant.find("items");
    return items != nullptr ? referenceOf(*items) : referenceOf(*nextToLast(schema));
  }

  Shape shape(const Value& schema) const {
    for (const Value* at = &schema; at != nullptr; at = target(*at)) {
      if (referenceOf(*at) == "count") return Shape::count;
      const Value* constant = at->find("const");
      if (constant != nullptr && constant->kind == json::Kind::number) return Shape::count;
      if (hasType(*at, "number")) return Shape::decimal;
      if (hasType(*at, "boolean")) return Shape::truth;
      if (hasType(*at, "array")) return Shape::array;
      if (hasType(*at, "object")) return Shape::object;
      if (hasType(*at, "string") || at->find("enum") != nullptr) return Shape::text;
    }
    return Shape::object;
  }

 private:
  static bool hasType(const Value& schema, std::string_view type) {
    const Value* types = schema.find("type");
    if (types == nullptr) return false;
    if (types->text == type) return true;
    for (const Value& one : types->items) {
      if (one.text == type) return true;
    }
    return false;
  }

  static std::string referenceOf(const Value& schema) {
    const std::string_view reference = schema.textOf("$ref");
    return std::string(reference.substr(reference.empty() ? 0 : 8));
  }

  const Value* target(const Value& schema) const {
    const std::string name = referenceOf(schema);
    return name.empty() ? nullptr : &object(name);
  }

  const Value* last(const Value& schema) const {
    const Value* at = &schema;
    while (const Value* next = target(*at)) at = next;
    return at;
  }

  const Value* nextToLast(const Value& schema) const {
    const Value* at = &schema;
    while (const Value* next = target(*at)) {
      if (target(*next) == nullptr) return at;
      at = next;
    }
    return at;
  }

  Value root_;
};

std::string definitionOf(Part part) {
  for (const Named& named : kParts) {
    if (named.part == part) return named.definition;
  }
  return "";
}

TEST(Members, TheDictionaryHasTheMembersOfTheSchemaAndTheirShapes) {
  const Schema schema;
  for (const Named& named : kParts) {
    std::set<std::string> told;
    for (const json::Member& property :
         schema.object(named.definition).find("properties")->members) {
      const std::string place = std::string(named.definition) + "/" + property.name;
      told.insert(property.name);
      const Member* member = findMember(named.part, property.name);
      ASSERT_NE(member, nullptr) << place << " is in the schema alone";
      EXPECT_EQ(member->shape, schema.shape(property.value)) << place;
      if (member->within != Part::foreign) {
        EXPECT_EQ(definitionOf(member->within), schema.within(property.value)) << place;
      }
    }
    for (const Member& member : membersOf(named.part)) {
      EXPECT_EQ(told.count(std::string(member.name)), 1U)
          << named.definition << "/" << member.name << " is in the dictionary alone";
    }
  }
}

TEST(Members, EveryPartHasMembersAndNoneTwice) {
  for (const Named& named : kParts) {
    std::set<std::string_view> names;
    for (const Member& member : membersOf(named.part)) {
      EXPECT_TRUE(names.insert(member.name).second) << named.definition << "/" << member.name;
    }
    EXPECT_FALSE(names.empty()) << named.definition;
  }
  EXPECT_TRUE(membersOf(Part::foreign).empty());
}

TEST(Members, WhatARowPointsToStandsBesideIt) {
  for (const Named& named : kParts) {
    for (const Member& member : membersOf(named.part)) {
      for (const Sibling other : {member.currency, member.fact}) {
        if (other == Sibling::none) continue;
        EXPECT_NE(findMember(named.part, nameOf(other)), nullptr) << member.name;
      }
    }
  }
}

TEST(Members, AMemberThatNobodyKnowsIsCarriedAlong) {
  const Member& unknown = documentMember("supplier");
  EXPECT_EQ(unknown.reach, Reach::none);
  EXPECT_EQ(unknown.hand, Hand::draft);
  EXPECT_EQ(unknown.within, Part::foreign);
  EXPECT_EQ(unknown.heirs, Heirs::copies);
  EXPECT_EQ(partOfList("supplier"), Part::foreign);
}

}  // namespace
}  // namespace crossfoot
