#include <cstdint>
#include <string>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

namespace {

/// A whole number of steps, at most nine digits; negative where the text is none.
int64_t readCount(std::string_view text) {
  if (text.empty() || text.size() > 9) return -1;
  int64_t count = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9') return -1;
    count = count * 10 + (digit - '0');
  }
  return count;
}

/// Text that is no command at all, other than a command the document refuses.
bool isUnreadable(std::string_view refusal) {
  for (std::string_view code : {"json-syntax", "invalid-utf8", "too-deep", "too-large"}) {
    if (refusal.find("\"code\":\"" + std::string(code) + "\"") != std::string_view::npos)
      return true;
  }
  return false;
}

/// Nothing is written but the refusal: half of the commands is not what was asked for.
ExitCode refuse(const std::string& reply, uint64_t number) {
  complain("command " + std::to_string(number) + " was refused, no state is written");
  Output().line(reply);
  return isUnreadable(reply) ? kUnreadable : kFailed;
}

/// Carries out the commands of standard input, one a line, until one is refused.
ExitCode applyAll(Session& session) {
  InputLines lines;
  uint64_t number = 0;
  while (auto line = lines.next([] {})) {
    ++number;
    if (line->find_first_not_of(" \t") == std::string_view::npos) continue;
    std::string reply = session.apply(*line);
    if (isRefusal(reply)) return refuse(reply, number);
  }
  return lines.failed() ? kUnreadable : kFine;
}

}  // namespace

ExitCode runApply(const Arguments& arguments) {
  int64_t back = readCount(arguments.value("--undo").value_or("0"));
  if (back < 0) {
    complain("--undo needs a whole number of steps");
    return kUnreadable;
  }
  if (arguments.name(0) == "-") {
    complain("the commands come from standard input, the state from a file");
    return kUnreadable;
  }
  auto document = OpenDocument::from(arguments.name(0));
  if (!document) return kUnreadable;
  if (ExitCode code = applyAll(document->session); code != kFine) return code;
  for (; back > 0; --back) {
    std::string reply = document->session.apply(R"({"op":"undo"})");
    if (isRefusal(reply)) return refuse(reply, 0);
  }
  Output output;
  output.line(document->session.save());
  return output.flush() ? document->judgeIssues() : kUnreadable;
}

}  // namespace crossfoot::cli
