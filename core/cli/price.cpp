#include <string>

#include "cli/command.h"
#include "cli/text_io.h"

namespace crossfoot::cli {

namespace {

/// One answer a line. A line that cannot be read makes the run a failure, but only when no line at
/// all could be read is the input as such unreadable.
ExitCode priceStream(bool withDigest) {
  InputLines lines;
  Output output;
  bool anyRead = false;
  bool anyBad = false;
  while (auto line = lines.next([&] { output.flush(); })) {
    std::string reply = price(*line, withDigest);
    ExitCode code = judge(reply);
    anyRead |= code != kUnreadable;
    anyBad |= code != kFine;
    output.line(reply);
  }
  if (!output.flush() || lines.failed() || !anyRead) return kUnreadable;
  return anyBad ? kFailed : kFine;
}

}  // namespace

ExitCode runPrice(const Arguments& arguments) {
  bool withDigest = arguments.has("--digest");
  if (arguments.has("--ndjson")) return priceStream(withDigest);
  auto state = readText(arguments.name(0));
  if (!state) return kUnreadable;
  Output output;
  std::string view = price(*state, withDigest);
  output.line(view);
  return output.flush() ? judge(view) : kUnreadable;
}

}  // namespace crossfoot::cli
