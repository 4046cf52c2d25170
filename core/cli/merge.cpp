#include <string>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

namespace {

/// A state that the core can open, as text; nothing when it cannot (the refusal is printed).
std::optional<std::string> readState(std::string_view fileName) {
  auto state = readText(fileName);
  if (!state) return std::nullopt;
  std::string reply = Session().open(*state);
  if (!isRefusal(reply)) return state;
  complain("this state cannot be read", fileName);
  Output().line(reply);
  return std::nullopt;
}

}  // namespace

ExitCode runMerge(const Arguments& arguments) {
  auto base = readState(arguments.name(0));
  if (!base) return kUnreadable;
  auto mine = readState(arguments.name(1));
  if (!mine) return kUnreadable;
  auto theirs = readState(arguments.name(2));
  if (!theirs) return kUnreadable;

  std::string reply =
      call("merge", "{\"base\":" + *base + ",\"mine\":" + *mine + ",\"theirs\":" + *theirs + "}");
  Output output;
  output.line(reply);
  if (!output.flush() || isRefusal(reply)) return kUnreadable;
  return reply.find(R"("conflicts":[])") == std::string::npos ? kFailed : kFine;
}

}  // namespace crossfoot::cli
