#include <string>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

namespace {

/// Writes each state of the reply on a line of its own, byte for byte: no number of a state may
/// pass through another parser. The reply is compact JSON, `{…,"states":[…]}`, in which a quotation
/// mark inside a string is escaped.
void writeStates(std::string_view reply, Output& output) {
  size_t depth = 0;
  size_t start = 0;
  bool inString = false;
  constexpr std::string_view kStates = R"("states":[)";
  size_t states = reply.find(kStates);
  if (states == std::string_view::npos) return;
  for (size_t i = states + kStates.size(); i < reply.size(); ++i) {
    char letter = reply[i];
    if (inString) {
      if (letter == '\\') ++i;
      inString = letter != '"';
    } else if (letter == '"') {
      inString = true;
    } else if (letter == '{' || letter == '[') {
      if (depth++ == 0) start = i;
    } else if (letter == '}' || letter == ']') {
      if (depth == 0) return;
      if (--depth == 0) output.line(reply.substr(start, i + 1 - start));
    }
  }
}

}  // namespace

ExitCode runConvert(const Arguments& arguments) {
  auto state = readText(arguments.name(0));
  if (!state) return kUnreadable;
  Output output;
  if (std::string reply = Session().open(*state); isRefusal(reply)) {
    output.line(reply);
    return kUnreadable;
  }
  std::string argument = "{\"state\":" + *state + ",\"to\":" + quoted(arguments.name(1));
  if (auto id = arguments.value("--id")) argument += ",\"id\":" + quoted(*id);
  if (auto amount = arguments.value("--amount")) argument += ",\"amount\":" + quoted(*amount);
  std::string reply = call("convert", argument + "}");
  if (isRefusal(reply)) {
    output.line(reply);
    return kFailed;
  }
  writeStates(reply, output);
  return output.flush() ? kFine : kUnreadable;
}

}  // namespace crossfoot::cli
