#include "core/support/random_edit.h"

#include <algorithm>

#include "core/support/random_state.h"

namespace crossfoot::testing {
namespace {

using Items = std::vector<json::Value>;

Items& itemsOf(json::Value& state, std::string_view list) {
  json::Value* items = state.find(list);
  return items != nullptr ? items->items : state.set(list, json::Value::array()).items;
}

Items::iterator place(Items& items, Random& random, bool end) {
  return items.begin() + static_cast<std::ptrdiff_t>(random.below(items.size() + (end ? 1 : 0)));
}

void setField(json::Value& item, Random& random) {
  switch (random.below(5)) {
    case 0: item.set("name", json::Value::ofString("Renamed " + random.decimal(2, 0))); break;
    case 1: item.set("unitPrice", json::Value::ofString(random.decimal(3, 2))); break;
    case 2: item.set("quantity", json::Value::ofString(random.decimal(1, 0))); break;
    case 3: item.erase("discount"); break;
    default: item.set("custom", tree(R"({"edited":)" + random.decimal(1, 0) + "}")); break;
  }
}

void editList(json::Value& state, std::string_view list, Random& random) {
  Items& items = itemsOf(state, list);
  const std::vector<std::string> rates = idsOf(state, "taxRates");
  const size_t what = items.empty() ? 0 : random.below(5);
  if (what == 0) {
    const std::string id = random.id("new_");
    json::Value item = list == "lines"      ? randomLine(random, id, rates)
                       : list == "taxRates" ? randomTaxRate(random, id)
                                            : randomAdjustment(random, id, rates);
    items.insert(place(items, random, true), std::move(item));
  } else if (what == 1) {
    items.erase(place(items, random, false));
  } else if (what == 2) {
    const auto from = place(items, random, false);
    json::Value item = std::move(*from);
    items.erase(from);
    items.insert(place(items, random, true), std::move(item));
  } else {
    setField(*place(items, random, false), random);
  }
}

}  // namespace

void editSomewhere(json::Value& state, Random& random) {
  switch (random.below(10)) {
    case 0: editList(state, "taxRates", random); break;
    case 1: editList(state, "adjustments", random); break;
    case 2: state.set("policy", randomPolicy(random)); break;
    case 3: state.set("comments", json::Value::ofString(random.decimal(1, 0))); break;
    case 4: state.erase("custom"); break;
    default: editList(state, "lines", random); break;
  }
}

}  // namespace crossfoot::testing
