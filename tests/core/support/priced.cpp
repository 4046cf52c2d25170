#include "core/support/priced.h"

#include "core/support/random_state.h"
#include "crossfoot/engine.h"

namespace crossfoot::testing {

json::Value priced(std::string_view state) { return tree(price(state, true)); }

std::string stateOf(const std::vector<std::string>& lines, const std::string& members) {
  json::Value state = tree(R"({"version":1,"currency":"USD","date":"2026-11-22"})");
  for (const json::Member& member : tree("{" + members + "}").members) {
    state.set(member.name, member.value);
  }
  json::Value& list = state.set("lines", json::Value::array());
  for (size_t i = 0; i < lines.size(); ++i) {
    json::Value line = tree(lines[i]);
    if (line.find("id") == nullptr) line.set("id", json::Value::ofString("l" + std::to_string(i)));
    if (line.find("name") == nullptr) line.set("name", json::Value::ofString("Line"));
    list.items.push_back(std::move(line));
  }
  return json::write(state);
}

json::Value pricedOf(const std::vector<std::string>& lines, const std::string& members) {
  return priced(stateOf(lines, members));
}

std::vector<std::string> issueCodes(const json::Value& view) {
  std::vector<std::string> codes;
  for (const json::Value& issue : valueAt(view, "/issues").items) {
    codes.emplace_back(issue.textOf("code"));
  }
  return codes;
}

int64_t minor(std::string_view amount) {
  std::string digits;
  for (const char c : amount) {
    if (c != '.') digits += c;
  }
  return std::stoll(digits);
}

}  // namespace crossfoot::testing
