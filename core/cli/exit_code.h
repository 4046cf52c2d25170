#pragma once

#include <string_view>

#include "crossfoot/engine.h"

namespace crossfoot::cli {

/// What the process ends with.
enum ExitCode : int {
  kFine = 0,
  kFailed = 1,  ///< an issue of severity error, a failed verification, conflicts, a refused step
  kUnreadable = 2,  ///< the input could not be read, or the command line is wrong
};

/// The exit code of a reply. The reply is the engine's own RFC 8785 text, in which a quotation mark
/// inside a string is escaped: the members below can be nothing but the list of issues and theirs.
/// The list stands near the beginning, and is empty for most documents: the rest is not looked at.
inline ExitCode judge(std::string_view reply) {
  if (isRefusal(reply)) return kUnreadable;
  constexpr std::string_view kIssues = R"("issues":[)";
  size_t issues = reply.find(kIssues);
  if (issues == std::string_view::npos || reply[issues + kIssues.size()] == ']') return kFine;
  return reply.find(R"("severity":"error")", issues) == std::string_view::npos ? kFine : kFailed;
}

}  // namespace crossfoot::cli
