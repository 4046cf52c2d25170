#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/team.h"
#include "cli/text_io.h"

namespace crossfoot::cli {

namespace {

/// The lines of one block, priced by a team, answered in their order.
class StreamPricer {
 public:
  StreamPricer(size_t threads, bool withDigest) : team_(threads), withDigest_(withDigest) {
    parts_.resize(team_.size());
  }

  void add(std::string_view line) { lines_.push_back(line); }

  /// Prices and writes what was added.
  void answer(Output& output) {
    if (lines_.empty()) return;
    team_.run([this](size_t number) { pricePart(number); });
    for (const Part& part : parts_) {
      output.text(part.answers);
      anyRead_ |= part.anyRead;
      anyBad_ |= part.anyBad;
    }
    lines_.clear();
  }

  /// A line that cannot be read makes the run a failure, but only when no line at all could be read
  /// is the input as such unreadable.
  ExitCode judgement() const {
    if (!anyRead_) return kUnreadable;
    return anyBad_ ? kFailed : kFine;
  }

 private:
  struct Part {
    std::string answers;
    bool anyRead = false;
    bool anyBad = false;
  };

  void pricePart(size_t number) {
    Part& part = parts_[number];
    part.answers.clear();
    size_t from = lines_.size() * number / parts_.size();
    size_t to = lines_.size() * (number + 1) / parts_.size();
    for (size_t i = from; i < to; ++i) {
      std::string reply = price(lines_[i], withDigest_);
      ExitCode code = judge(reply);
      part.anyRead |= code != kUnreadable;
      part.anyBad |= code != kFine;
      part.answers.append(reply).push_back('\n');
    }
  }

  Team team_;
  bool withDigest_;
  std::vector<std::string_view> lines_;
  std::vector<Part> parts_;
  bool anyRead_ = false;
  bool anyBad_ = false;
};

/// One answer a line. The lines of a block are answered before the next block is read, so that an
/// answer never waits for more input.
ExitCode priceStream(size_t threads, bool withDigest) {
  InputLines lines;
  Output output;
  StreamPricer pricer(threads, withDigest);
  auto answerAll = [&] {
    pricer.answer(output);
    output.flush();
  };
  while (auto line = lines.next(answerAll)) pricer.add(*line);
  pricer.answer(output);
  if (!output.flush() || lines.failed()) return kUnreadable;
  return pricer.judgement();
}

/// 1 to 64 threads; nothing where the text is no such number.
std::optional<size_t> readThreads(std::string_view text) {
  size_t count = 0;
  for (char digit : text) {
    if (digit < '0' || digit > '9' || count > 64) return std::nullopt;
    count = count * 10 + static_cast<size_t>(digit - '0');
  }
  if (count < 1 || count > 64) return std::nullopt;
  return count;
}

}  // namespace

ExitCode runPrice(const Arguments& arguments) {
  bool withDigest = arguments.has("--digest");
  auto threads = readThreads(arguments.value("--threads").value_or("1"));
  if (!threads) {
    complain("--threads needs a number from 1 to 64");
    return kUnreadable;
  }
  if (arguments.has("--ndjson")) return priceStream(*threads, withDigest);
  auto state = readText(arguments.name(0));
  if (!state) return kUnreadable;
  Output output;
  std::string view = price(*state, withDigest);
  output.line(view);
  return output.flush() ? judge(view) : kUnreadable;
}

}  // namespace crossfoot::cli
