#include <nlohmann/json.hpp>
#include <string>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

namespace {

using nlohmann::json;

/// Everything in which a view differs from what the core computes. Issues are left out: they are no
/// amounts, and their wording is free. The digest is compared where the view has one.
class Comparison {
 public:
  void compare(const json& expected, const json& found, const std::string& path) {
    if (expected.is_object() && found.is_object()) return compareObjects(expected, found, path);
    if (expected.is_array() && found.is_array()) return compareArrays(expected, found, path);
    if (expected != found) add(path, expected, found);
  }

  const json& differences() const { return differences_; }

 private:
  void compareObjects(const json& expected, const json& found, const std::string& path) {
    for (const auto& [name, value] : expected.items()) {
      if (isLeftOut(path, name)) continue;
      auto there = found.find(name);
      std::string place = path + '/' + escaped(name);
      there == found.end() ? add(place, value, nullptr) : compare(value, *there, place);
    }
    for (const auto& [name, value] : found.items()) {
      if (isLeftOut(path, name) || expected.contains(name)) continue;
      add(path + '/' + escaped(name), nullptr, value);
    }
  }

  void compareArrays(const json& expected, const json& found, const std::string& path) {
    for (size_t i = 0; i < expected.size() || i < found.size(); ++i) {
      std::string place = path + '/' + std::to_string(i);
      if (i >= found.size()) {
        add(place, expected[i], nullptr);
      } else if (i >= expected.size()) {
        add(place, nullptr, found[i]);
      } else {
        compare(expected[i], found[i], place);
      }
    }
  }

  static bool isLeftOut(const std::string& path, const std::string& name) {
    return path.empty() && name == "issues";
  }

  /// A member's name as a segment of a JSON Pointer.
  static std::string escaped(const std::string& name) {
    std::string segment;
    for (char letter : name) {
      if (letter == '~') {
        segment += "~0";
      } else if (letter == '/') {
        segment += "~1";
      } else {
        segment += letter;
      }
    }
    return segment;
  }

  void add(const std::string& path, const json& expected, const json& found) {
    differences_.push_back({{"path", path}, {"expected", expected}, {"found", found}});
  }

  json differences_ = json::array();
};

std::string text(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

ExitCode runVerify(const Arguments& arguments) {
  auto state = readText(arguments.name(0));
  auto priced = readText(arguments.name(1));
  if (!state || !priced) return kUnreadable;

  json found = json::parse(*priced, nullptr, false);
  if (!found.is_object()) {
    complain("this is no priced view", arguments.name(1));
    return kUnreadable;
  }
  std::string view = price(*state, found.contains("digest"));
  Output output;
  if (isRefusal(view)) {
    output.line(view);
    return kUnreadable;
  }
  Comparison comparison;
  comparison.compare(json::parse(view, nullptr, false), found, "");
  bool same = comparison.differences().empty();
  output.line(same ? R"({"ok":true})"
                   : R"({"differences":)" + text(comparison.differences()) + R"(,"ok":false})");
  if (!output.flush()) return kUnreadable;
  return same ? kFine : kFailed;
}

}  // namespace crossfoot::cli
