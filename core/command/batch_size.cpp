#include "command/batch_size.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "lifecycle/lifecycle.h"

namespace crossfoot {
namespace {

using json::Value;

// Each reads the document as the one before left it.
constexpr std::ptrdiff_t kMostSteps = 250;
// Each writes the line anew.
constexpr size_t kMostSetsOfALine = 1000;

bool isStep(const Value& command) { return lifecycle::isLifecycleCommand(command.textOf("op")); }

bool setsALineTooOften(const Value& commands) {
  constexpr std::string_view kLines = "/lines/";
  std::map<std::string_view, size_t> sets;
  return std::any_of(commands.items.begin(), commands.items.end(), [&](const Value& command) {
    const std::string_view path = command.textOf("path");
    if (command.textOf("op") != "set" || path.substr(0, kLines.size()) != kLines) return false;
    return ++sets[path.substr(0, path.find('/', kLines.size()))] > kMostSetsOfALine;
  });
}

}  // namespace

Outcome requireBatchSize(const Value& commands) {
  if (std::count_if(commands.items.begin(), commands.items.end(), isStep) > kMostSteps) {
    return refuse("too-large", "/commands", "A batch has at most 250 steps of the lifecycle.");
  }
  if (setsALineTooOften(commands)) {
    return refuse("too-large", "/commands", "A batch sets at most 1000 fields of one line.");
  }
  return Done{};
}

}  // namespace crossfoot
