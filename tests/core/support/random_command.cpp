#include "core/support/random_command.h"

#include <algorithm>

#include "core/support/random_state.h"

namespace crossfoot::testing {
namespace {

using Texts = std::vector<std::string>;

json::Value text(std::string value) { return json::Value::ofString(std::move(value)); }

// An id of the list, now and then one that nothing has.
std::string someId(const json::Value& state, std::string_view list, Random& random) {
  const Texts ids = idsOf(state, list);
  return ids.empty() || random.chance(3) ? "nobody" : random.pick(ids);
}

Texts someIds(const json::Value& state, std::string_view list, Random& random) {
  Texts ids;
  for (const std::string& id : idsOf(state, list)) {
    if (random.chance(25)) ids.push_back(id);
  }
  if (ids.empty()) ids.push_back(someId(state, list, random));
  if (random.chance(30)) std::reverse(ids.begin(), ids.end());
  return ids;
}

json::Value arrayOf(const Texts& texts) {
  json::Value array = json::Value::array();
  for (const std::string& one : texts) array.items.push_back(text(one));
  return array;
}

struct FieldValue {
  std::string path;
  std::string json;
};

// A field of a line and a value for it as JSON: mostly good, some of them issues, few refused.
FieldValue lineField(const json::Value& state, Random& random) {
  const auto quoted = [](const std::string& value) { return "\"" + value + "\""; };
  switch (random.below(16)) {
    case 0: return {"name", quoted("Renamed \\u00e9 " + random.decimal(2, 0))};
    case 1:
    case 2: return {"unitPrice", quoted(random.decimal(3, 4))};
    case 3:
    case 4: return {"quantity", quoted(random.decimal(2, 2))};
    case 5: return {"quantity", random.decimal(1, 1)};
    case 6: return {"discount", R"({"percent":")" + random.decimal(2, 1) + "\"}"};
    case 7: return {"discount/amount", quoted(random.decimal(1, 2))};
    case 8: return {"discount", "null"};
    case 9: return {"cost", quoted(random.decimal(2, 2))};
    case 10: return {"billing/frequency", quoted(random.chance(50) ? "monthly" : "one_time")};
    case 11:
      return {"billing", random.chance(50) ? "null" : R"({"frequency":"weekly","payments":4})"};
    case 12: {
      const Texts rates = idsOf(state, "taxRates");
      return {"taxRateIds",
              rates.empty() ? "[\"gone\"]" : json::write(arrayOf({random.pick(rates)}))};
    }
    case 13: return {"unitPrice", quoted("12,5")};
    case 14: return {"custom/tag", random.decimal(1, 2)};
    default: return {"unitPrice", random.chance(50) ? "true" : "null"};
  }
}

std::string setLine(const json::Value& state, Random& random) {
  const FieldValue field = lineField(state, random);
  std::string command = R"({"op":"set","path":"/lines/)" + someId(state, "lines", random) + "/" +
                        field.path + R"(","value":)" + field.json;
  if (random.chance(20)) command += R"(,"coalesce":"typing")";
  return command + "}";
}

std::string setDocument(const json::Value& state, Random& random) {
  static const Texts kSets = {
      R"("/comments","value":"Hello")",
      R"("/comments","value":null)",
      R"("/policy/taxRounding","value":"document")",
      R"("/policy/taxRounding","value":null)",
      R"("/policy/cashRounding","value":"5")",
      R"("/policy","value":null)",
      R"("/currency","value":"JPY")",
      R"("/currency","value":"EUR")",
      R"("/currency","value":"NOPE")",
      R"("/date","value":"2026-02-28")",
      R"("/date","value":"yesterday")",
      R"("/settings/horizonMonths","value":6)",
      R"("/settings/automaticTax","value":true)",
      R"("/custom/deep/er","value":[1,2])",
      R"("/version","value":2)",
      R"("/nothing~2","value":1)",
  };
  static const Texts kItemFields = {R"(percent","value":"7.5")",  R"(percent","value":null)",
                                    R"(amount","value":"3")",     R"(name","value":"Other")",
                                    R"(inclusive","value":true)", R"(compound","value":"yes")"};
  if (random.chance(50)) return R"({"op":"set","path":)" + random.pick(kSets) + "}";
  const std::string list = random.chance(50) ? "taxRates" : "adjustments";
  return R"({"op":"set","path":"/)" + list + "/" + someId(state, list, random) + "/" +
         random.pick(kItemFields) + "}";
}

void setAfter(json::Value& command, const json::Value& state, std::string_view list,
              Random& random) {
  if (random.chance(30)) return;
  command.set("after", random.chance(30) ? json::Value() : text(someId(state, list, random)));
}

json::Value addItems(const json::Value& state, Random& random) {
  const Texts rates = idsOf(state, "taxRates");
  json::Value items = json::Value::array();
  json::Value command = json::Value::object();
  command.set("op", text("add"));
  const size_t what = random.below(10);
  const std::string list = what == 0 ? "taxRates" : what == 1 ? "adjustments" : "lines";
  for (size_t i = 1 + random.below(3); i > 0; --i) {
    const std::string id = random.chance(3) ? someId(state, list, random) : random.id("new_");
    json::Value item = what == 0   ? randomTaxRate(random, id)
                       : what == 1 ? randomAdjustment(random, id, rates)
                                   : randomLine(random, id, rates);
    if (random.chance(15)) item.erase("id");
    items.items.push_back(std::move(item));
  }
  command.set("list", text(list));
  command.set("items", std::move(items));
  setAfter(command, state, list, random);
  return command;
}

json::Value onIds(const std::string& op, const json::Value& state, Random& random) {
  json::Value command = json::Value::object();
  const size_t what = op == "clone" ? 9 : random.below(10);
  const std::string list = what == 0 ? "taxRates" : what == 1 ? "adjustments" : "lines";
  command.set("op", text(op));
  if (op != "clone") command.set("list", text(list));
  command.set("ids", arrayOf(someIds(state, list, random)));
  if (op == "move") setAfter(command, state, list, random);
  return command;
}

std::string setCurrency(const json::Value& state, Random& random) {
  static const Texts kCurrencies = {"EUR", "JPY", "USD", "KWD", "NOPE"};
  return R"({"op":"currency","value":")" + random.pick(kCurrencies) + R"(","prices":{")" +
         someId(state, "lines", random) + R"(":")" + random.decimal(2, 2) + R"("}})";
}

}  // namespace

std::string randomCommand(const json::Value& state, Random& random) {
  switch (random.below(14)) {
    case 0: return json::write(addItems(state, random));
    case 1: return json::write(onIds("remove", state, random));
    case 2: return json::write(onIds("move", state, random));
    case 3: return json::write(onIds("clone", state, random));
    case 4:
    case 5: return setDocument(state, random);
    case 6: {
      std::string batch = R"({"op":"batch","commands":[)" + setLine(state, random);
      for (size_t i = random.below(4); i > 0; --i) batch += "," + setLine(state, random);
      return batch + "," + json::write(addItems(state, random)) + "]}";
    }
    case 7:
      if (random.chance(40)) return setCurrency(state, random);
      if (random.chance(60)) return R"({"op":"nonsense"})";
      return R"({"op":"replace","state":)" + json::write(randomState(random, random.below(6))) +
             "}";
    default: return setLine(state, random);
  }
}

}  // namespace crossfoot::testing
