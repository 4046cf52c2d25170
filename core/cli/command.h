#pragma once

#include <span>
#include <string_view>

#include "cli/arguments.h"
#include "cli/exit_code.h"

namespace crossfoot::cli {

/// One command of the command line.
struct Command {
  std::string_view name;
  std::string_view usage;    ///< the words after the name
  std::string_view purpose;  ///< one line for --help
  Arguments::Accepted accepted;
  ExitCode (*run)(const Arguments& arguments);
};

// Pricing, in price.cpp.
ExitCode runPrice(const Arguments& arguments);
// Comparison with a view that somebody else holds, in verify.cpp.
ExitCode runVerify(const Arguments& arguments);
// Reading one thing of a document, in read.cpp.
ExitCode runExplain(const Arguments& arguments);
ExitCode runSchedule(const Arguments& arguments);
ExitCode runMetrics(const Arguments& arguments);
ExitCode runSubscriptions(const Arguments& arguments);
ExitCode runQuery(const Arguments& arguments);
// Commands upon a document, in apply.cpp.
ExitCode runApply(const Arguments& arguments);
// From documents to documents, in merge.cpp and convert.cpp.
ExitCode runMerge(const Arguments& arguments);
ExitCode runConvert(const Arguments& arguments);
// The engine's other functions, in functions.cpp.
ExitCode runEvents(const Arguments& arguments);
ExitCode runPeriod(const Arguments& arguments);
ExitCode runQuickbooks(const Arguments& arguments);
ExitCode runCall(const Arguments& arguments);
// The contract itself, in schema.cpp.
ExitCode runSchema(const Arguments& arguments);

}  // namespace crossfoot::cli
