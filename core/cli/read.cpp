#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

std::string quoted(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

namespace {

std::string_view whole(std::string_view reply) { return reply; }

/// Prints what a request of the opened document answers: all of it, or its only value.
ExitCode answer(std::string_view fileName, const std::string& request,
                std::string_view (*part)(std::string_view reply) = whole) {
  auto document = OpenDocument::from(fileName);
  if (!document) return kUnreadable;
  std::string reply = document->session.query(request);
  Output output;
  output.line(part(reply));
  if (!output.flush() || isRefusal(reply)) return kUnreadable;
  return document->judgeIssues();
}

}  // namespace

ExitCode runExplain(const Arguments& arguments) {
  return answer(arguments.name(0), R"({"get":"explain","path":)" + quoted(arguments.name(1)) + "}");
}

ExitCode runSchedule(const Arguments& arguments) {
  return answer(
      arguments.name(0),
      arguments.has("--lines") ? R"({"get":"schedule","lines":true})" : R"({"get":"schedule"})",
      onlyValue);
}

ExitCode runMetrics(const Arguments& arguments) {
  return answer(arguments.name(0), R"({"get":"metrics"})");
}

ExitCode runSubscriptions(const Arguments& arguments) {
  auto date = arguments.value("--on");
  if (!date) {
    complain("subscriptions need --on DATE: the core has no clock");
    return kUnreadable;
  }
  return answer(arguments.name(0), R"({"get":"subscriptions","on":)" + quoted(*date) + "}",
                onlyValue);
}

ExitCode runQuery(const Arguments& arguments) {
  const std::string_view request = arguments.name(1);
  if (!request.starts_with('{')) {
    return answer(arguments.name(0), R"({"get":)" + quoted(request) + "}");
  }
  return answer(arguments.name(0), std::string(request));
}

}  // namespace crossfoot::cli
