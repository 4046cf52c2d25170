#include "properties/walk.h"

#include <algorithm>
#include <array>

namespace crossfoot::properties {
namespace {

using json::Value;
using Names = std::vector<std::string>;

Value text(std::string value) { return Value::ofString(std::move(value)); }

Names idsOf(const Value& state, std::string_view list) {
  Names ids;
  if (const Value* items = state.find(list)) {
    for (const Value& item : items->items) ids.emplace_back(item.textOf("id"));
  }
  return ids;
}

// An id of the list, now and then one that nothing has.
std::string someId(const Value& state, std::string_view list, Choices& choices) {
  const Names ids = idsOf(state, list);
  return ids.empty() || choices.below(40) == 39 ? "nobody" : choices.pick(ids);
}

Value someIds(const Value& state, std::string_view list, Choices& choices) {
  Value ids = Value::array();
  ids.items.push_back(text(someId(state, list, choices)));
  if (choices.below(3) == 2) ids.items.push_back(text(someId(state, list, choices)));
  return ids;
}

struct ListName {
  std::string_view list;
  std::string definition;
};

const ListName& someList(Choices& choices) {
  static const std::array<ListName, 3> kLists = {
      {{"lines", "line"}, {"adjustments", "adjustment"}, {"taxRates", "taxRate"}}};
  const size_t which = choices.below(6);
  return kLists[which < 4 ? 0 : which - 3];
}

// An id that is not there yet.
std::string freshId(const Value& state, std::string_view list) {
  const Names ids = idsOf(state, list);
  for (size_t number = ids.size();; ++number) {
    std::string id = "n" + std::to_string(number);
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) return id;
  }
}

void placeAfter(Value& command, const Value& state, std::string_view list, Choices& choices) {
  const size_t where = choices.below(3);
  if (where == 0) return;
  command.set("after", where == 1 ? Value() : text(someId(state, list, choices)));
}

std::string add(const Dictionary& dictionary, const Value& state, Choices& choices) {
  const ListName& list = someList(choices);
  Value item = dictionary.object(list.definition, idsOf(state, "taxRates"), choices);
  item.set("id", text(freshId(state, list.list)));
  if (choices.below(4) != 3) item.set("name", text("New"));
  Value command = Value::object();
  command.set("op", text("add"));
  command.set("list", text(std::string(list.list)));
  placeAfter(command, state, list.list, choices);
  command.set("items", Value::array()).items.push_back(std::move(item));
  return json::write(command);
}

std::string onIds(const std::string& op, const Value& state, Choices& choices) {
  const std::string_view list = op == "clone" ? "lines" : someList(choices).list;
  Value command = Value::object();
  command.set("op", text(op));
  if (op != "clone") command.set("list", text(std::string(list)));
  command.set("ids", someIds(state, list, choices));
  if (op == "move") placeAfter(command, state, list, choices);
  return json::write(command);
}

std::string ofTheLifecycle(const Value& state, Choices& choices) {
  static const Names kSteps = {
      R"({"op":"lifecycle","step":"finalise","at":"2026-02-01","number":"INV-1"})",
      R"({"op":"lifecycle","step":"publish","at":"2026-02-01","number":"Q-1"})",
      R"({"op":"lifecycle","step":"accept","at":"2026-02-02","by":"Anna"})",
      R"({"op":"lifecycle","step":"recall","at":"2026-02-02"})",
      R"({"op":"lifecycle","step":"void","at":"2026-02-03","reason":"Wrong"})",
      R"({"op":"payment","payment":{"id":"p1","amount":"10","date":"2026-02-02","status":"succeeded"}})",
      R"({"op":"refund","refund":{"id":"r1","paymentId":"p1","amount":"4","date":"2026-02-03"}})",
      R"({"op":"removePayment","id":"p1"})",
      R"({"op":"credit","credit":{"creditMemoId":"m","amount":"5","date":"2026-02-03"}})",
      R"({"op":"cancel","on":"2026-03-10"})",
      R"({"op":"currency","value":"JPY"})",
      R"({"op":"currency","value":"EUR","prices":{"b":"12.34"}})",
  };
  if (choices.below(10) == 9) {
    return R"({"op":"replace","state":)" + json::write(state) + "}";
  }
  return choices.pick(kSteps);
}

}  // namespace

std::string startState(Choices& choices) {
  static const Names kKinds = {"quote", "invoice", "deal", "subscription", "paymentLink"};
  static const Names kPolicies = {
      "{}",
      R"({"taxRounding":"document"})",
      R"({"discountAllocation":"proportional"})",
      R"({"taxBase":"beforeDiscounts","cashRounding":"0.05"})",
      R"({"pricesIncludeTax":true,"discountRounding":"net","allowNegativePrices":true})",
      R"({"taxRounding":"document","pricesIncludeTax":true,"minimumMarginPercent":"20"})"};
  const std::string kind = choices.pick(kKinds);
  return R"({"version":1,"id":"doc","kind":")" + kind +
         R"(","currency":"USD","date":"2026-01-31","policy":)" + choices.pick(kPolicies) +
         R"(,"contacts":[{"id":"c","name":"Carla"}],"settings":{"horizonMonths":6},
    "taxRates":[{"id":"v","name":"VAT","percent":"20"},
      {"id":"w","name":"Inside","percent":"7.7","inclusive":true},
      {"id":"u","name":"Unit","amountPerUnit":"0.35"},
      {"id":"k","name":"Compound","percent":"9.975","compound":true}],
    "lines":[{"id":"a","name":"A","unitPrice":"100","taxRateIds":["v"]},
      {"id":"b","name":"B","unitPrice":"33.33","quantity":"3","cost":"20","taxRateIds":["v","k"],
       "discount":{"percent":"15"}},
      {"id":"s","type":"section","name":"Plans"},
      {"id":"m","name":"M","unitPrice":"19.99","taxRateIds":["w"],
       "billing":{"frequency":"monthly","payments":12}},
      {"id":"p","name":"P","unitPrice":"50","billing":{"frequency":"monthly","phases":[
        {"payments":2,"unitPrice":"10","discount":{"amount":"1"}},{"payments":3,"quantity":"2"}]}},
      {"id":"d","name":"D","unitPrice":"80","taxRateIds":["v"],"billing":{"start":{"delayDays":30}}},
      {"id":"o","name":"O","unitPrice":"60","optional":true,"selected":true},
      {"id":"n","type":"note","name":"N"},
      {"id":"t","name":"T","quantity":"12","taxRateIds":["u"],"pricing":{"model":"graduated",
        "tiers":[{"upTo":"10","unitPrice":"2"},{"upTo":null,"unitPrice":"1","flatFee":"3"}]}},
      {"id":"q","name":"Q","quantity":"25","discounts":[{"percent":"5"},{"total":"1"}],
       "charges":[{"percent":"2"}],"pricing":{"model":"package","size":"10","price":"7"}}],
    "adjustments":[{"id":"x","type":"discount","name":"X","percent":"10"},
      {"id":"y","type":"fee","name":"Y","amount":"12.50","taxRateIds":["v"]},
      {"id":"z","type":"tax","name":"Z","percent":"1"}]})";
}

std::string setMember(const Dictionary& dictionary, const Value& state, Choices& choices) {
  static const Names kHeads = {"policy", "settings", ""};
  const size_t where = choices.below(10);
  std::string base;
  std::string definition;
  if (where < 7) {
    const ListName& list = someList(choices);
    base = "/" + std::string(list.list) + "/" + someId(state, list.list, choices);
    definition = list.definition;
  } else {
    definition = kHeads[where - 7];
    if (!definition.empty()) base = "/" + definition;
  }
  const Member& member = choices.pick(dictionary.membersOf(definition));
  Value command = Value::object();
  command.set("op", text("set"));
  command.set("path", text(base + member.path));
  command.set("value", dictionary.value(*member.schema, idsOf(state, "taxRates"), choices));
  return json::write(command);
}

std::string command(const Dictionary& dictionary, const Value& state, Choices& choices) {
  switch (choices.below(20)) {
    case 13: return add(dictionary, state, choices);
    case 14: return onIds("remove", state, choices);
    case 15: return onIds("move", state, choices);
    case 16: return onIds("clone", state, choices);
    case 17: return ofTheLifecycle(state, choices);
    case 18: return choices.below(2) == 0 ? R"({"op":"undo"})" : R"({"op":"redo"})";
    case 19:
      return R"({"op":"batch","commands":[)" + setMember(dictionary, state, choices) + "," +
             setMember(dictionary, state, choices) + "]}";
    default: return setMember(dictionary, state, choices);
  }
}

}  // namespace crossfoot::properties
