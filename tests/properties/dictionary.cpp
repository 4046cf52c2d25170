#include "properties/dictionary.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace crossfoot::properties {
namespace {

using json::Value;
using Names = std::vector<std::string>;

constexpr std::string_view kDefinitions = "#/$defs/";

Value readSchema() {
  std::ifstream file(CROSSFOOT_SOURCE_DIR "/schema/state.schema.json");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto schema = json::parse(text);
  if (!schema) throw std::runtime_error("schema/state.schema.json is not read");
  return *schema;
}

std::string referenceOf(const Value& schema) {
  const std::string_view reference = schema.textOf("$ref");
  return std::string(reference.substr(reference.empty() ? 0 : kDefinitions.size()));
}

bool isNumber(const std::string& definition) {
  return definition == "decimal" || definition == "count" || definition == "price" ||
         definition == "quantity" || definition == "percent" || definition == "amount";
}

bool hasType(const Value& schema, std::string_view type) {
  const Value* types = schema.find("type");
  if (types == nullptr) return false;
  if (types->text == type) return true;
  for (const Value& one : types->items) {
    if (one.text == type) return true;
  }
  return false;
}

// The words the schema knows for a text.
std::vector<Value> wordsOf(const Value& schema) {
  for (const std::string_view name : {"enum", "examples"}) {
    if (const Value* words = schema.find(name)) return words->items;
  }
  const Value* forms = schema.find("anyOf");
  if (forms != nullptr && !forms->items.empty()) return wordsOf(forms->items.front());
  return {};
}

Value number(Choices& choices) {
  static const Names kNumbers = {
      "1",     "0",   "2",     "10",     "2.5",     "0.5",          "7",   "12",   "33.333",
      "99.99", "100", "0.005", "19.995", "1000000", "999999999999", "1e3", "0.01", "36"};
  static const Names kFaults = {"-1", "abc", "1,5", "", "1e30", "0.1234567890123"};
  const size_t form = choices.below(12);
  if (form == 11) return Value::ofString(choices.pick(kFaults));
  const std::string& text = choices.pick(kNumbers);
  return form == 10 ? Value::ofNumber(text) : Value::ofString(text);
}

Value ofAnotherType(Choices& choices) {
  switch (choices.below(4)) {
    case 0: return Value::ofBoolean(true);
    case 1: return Value::ofString("nobody knows this");
    case 2: return Value::object();
    default: return Value::array();
  }
}

}  // namespace

Dictionary::Dictionary() : root_(readSchema()) {
  members_.emplace_back("", std::vector<Member>{});
  collect(root_, "", members_.back().second);
  for (const json::Member& one : root_.find("$defs")->members) {
    if (one.value.find("properties") == nullptr) continue;
    members_.emplace_back(one.name, std::vector<Member>{});
    collect(one.value, "", members_.back().second);
  }
}

const Value& Dictionary::definition(const std::string& name) const {
  const Value* found = root_.find("$defs")->find(name);
  if (found == nullptr) throw std::runtime_error("the schema has no " + name);
  return *found;
}

const Value& Dictionary::resolved(const Value& schema) const {
  const Value* at = &schema;
  while (at->find("type") == nullptr && at->find("properties") == nullptr &&
         !referenceOf(*at).empty()) {
    at = &definition(referenceOf(*at));
  }
  return *at;
}

void Dictionary::collect(const Value& object, const std::string& path,
                         std::vector<Member>& members) {
  const Value* properties = object.find("properties");
  if (properties == nullptr) return;
  for (const json::Member& property : properties->members) {
    const std::string reference = referenceOf(property.value);
    if (reference == "lineList" || reference == "taxRateList" || reference == "adjustmentList") {
      continue;
    }
    const std::string own = path + "/" + property.name;
    members.push_back({own, &property.value});
    const Value& shape = resolved(property.value);
    collect(shape, own, members);
    if (const Value* items = shape.find("items")) collect(resolved(*items), own + "/0", members);
  }
}

const std::vector<Member>& Dictionary::membersOf(const std::string& name) const {
  for (const auto& [known, members] : members_) {
    if (known == name) return members;
  }
  throw std::runtime_error("the schema has no object " + name);
}

Value Dictionary::value(const Value& schema, const Names& rateIds, Choices& choices) const {
  const size_t form = choices.below(24);
  if (form == 23) return ofAnotherType(choices);
  if (form > 20) return {};
  return meant(schema, rateIds, choices);
}

Value Dictionary::object(const std::string& name, const Names& rateIds, Choices& choices) const {
  return some(definition(name), rateIds, choices);
}

Value Dictionary::some(const Value& object, const Names& rateIds, Choices& choices) const {
  Value made = Value::object();
  const Value* properties = object.find("properties");
  if (properties == nullptr || properties->members.empty()) return made;
  for (size_t left = 1 + choices.below(5); left > 0; --left) {
    const json::Member& property = choices.pick(properties->members);
    made.set(property.name, value(property.value, rateIds, choices));
  }
  return made;
}

Value Dictionary::meant(const Value& schema, const Names& rateIds, Choices& choices) const {
  static const Names kTexts = {"x", "", "Seat", "\xc3\xa9", "a", "b", "v"};
  static const Names kDates = {"2026-01-31", "2026-01-01", "2026-02-28", "2027-03-01",
                               "2025-12-31", "9999-12-31", "2026-02-30"};
  if (const Value* only = schema.find("const")) return *only;
  const std::vector<Value> words = wordsOf(schema);
  if (!words.empty() && choices.below(8) < 7) return choices.pick(words);
  const std::string reference = referenceOf(schema);
  if (isNumber(reference)) return number(choices);
  if (reference == "date") return Value::ofString(choices.pick(kDates));
  if (reference == "idList") {
    Value ids = Value::array();
    for (const std::string& id : rateIds) {
      if (choices.below(2) == 0) ids.items.push_back(Value::ofString(id));
    }
    if (choices.below(12) == 11) ids.items.push_back(Value::ofString("gone"));
    return ids;
  }
  if (!reference.empty()) return meant(definition(reference), rateIds, choices);
  if (const Value* items = schema.find("items")) {
    Value list = Value::array();
    for (size_t left = choices.below(4); left > 0; --left) {
      list.items.push_back(meant(*items, rateIds, choices));
    }
    return list;
  }
  if (schema.find("properties") != nullptr) return some(schema, rateIds, choices);
  if (hasType(schema, "boolean")) return Value::ofBoolean(choices.below(2) == 0);
  if (hasType(schema, "number")) return number(choices);
  if (hasType(schema, "object")) {
    Value any = Value::object();
    any.set("any", number(choices));
    return any;
  }
  return Value::ofString(choices.pick(kTexts));
}

}  // namespace crossfoot::properties
