#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "cli/text_io.h"

namespace crossfoot::cli {

/// A document opened from a file or standard input, and where its answers go.
class OpenDocument {
 public:
  /// Reads and opens. On failure the refusal stands on standard output and nothing is returned.
  static std::optional<OpenDocument> from(std::string_view fileName) {
    auto state = readText(fileName);
    if (!state) return std::nullopt;
    OpenDocument document;
    std::string reply = document.session.open(*state);
    if (!isRefusal(reply)) return document;
    Output().line(reply);
    return std::nullopt;
  }

  /// kFailed where the document has an issue of severity error.
  ExitCode judgeIssues() { return judge(session.query(R"({"get":"issues"})")); }

  Session session;
};

/// The value of a reply that is an object of one member, byte for byte: no number of a state may
/// pass through another parser. A refusal stays as it is.
inline std::string_view onlyValue(std::string_view reply) {
  if (isRefusal(reply)) return reply;
  const size_t from = reply.find(':') + 1;
  return reply.substr(from, reply.size() - from - 1);
}

/// A string as a JSON string.
std::string quoted(std::string_view text);

}  // namespace crossfoot::cli
