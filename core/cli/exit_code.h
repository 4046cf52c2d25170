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
/// inside a string is escaped: the member below can stand only in an issue.
inline ExitCode judge(std::string_view reply) {
  if (isRefusal(reply)) return kUnreadable;
  return reply.find(R"("severity":"error")") == std::string_view::npos ? kFine : kFailed;
}

}  // namespace crossfoot::cli
