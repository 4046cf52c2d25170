// The command line: finds the command, reads its words, runs it.

#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/text_io.h"

namespace {

using crossfoot::cli::Arguments;
using crossfoot::cli::Command;
using crossfoot::cli::complain;
using crossfoot::cli::ExitCode;
using crossfoot::cli::Output;

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"price",
       "[--digest] [STATE]",
       "price a state: the priced view",
       {.flags = {"--digest", "--ndjson"}, .options = {"--threads"}, .mostNames = 1},
       crossfoot::cli::runPrice},
      {"price",
       "--ndjson [--digest] [--threads N]",
       "price a stream of states, one a line, one answer a line",
       {},
       nullptr},
      {"verify",
       "STATE PRICED",
       "compare a priced view with what the core computes",
       {.leastNames = 2, .mostNames = 2},
       crossfoot::cli::runVerify},
      {"explain",
       "STATE PATH",
       "how an amount of the view came about (a JSON Pointer)",
       {.leastNames = 2, .mostNames = 2},
       crossfoot::cli::runExplain},
      {"apply",
       "STATE [--undo N]",
       "carry out the commands of stdin, one a line: the new state",
       {.options = {"--undo"}, .leastNames = 1, .mostNames = 1},
       crossfoot::cli::runApply},
      {"schedule",
       "[--lines] [STATE]",
       "every payment by date",
       {.flags = {"--lines"}, .mostNames = 1},
       crossfoot::cli::runSchedule},
      {"metrics",
       "[STATE]",
       "MRR, ARR, ACV, TCV and margins, of the document and each line",
       {.mostNames = 1},
       crossfoot::cli::runMetrics},
      {"subscriptions",
       "--on DATE [STATE]",
       "the subscriptions as they stand on a day",
       {.options = {"--on"}, .mostNames = 1},
       crossfoot::cli::runSubscriptions},
      {"events",
       "--from DATE --to DATE [STATE]",
       "payments due, reminders, failures, ends between two days",
       {.options = {"--from", "--to"}, .mostNames = 1},
       crossfoot::cli::runEvents},
      {"period",
       "invoice --on DATE [--id ID] [STATE]",
       "the draft invoice of what falls due on a day",
       {.flags = {"--at-period-end"},
        .options = {"--on", "--id", "--changes"},
        .leastNames = 1,
        .mostNames = 2},
       crossfoot::cli::runPeriod},
      {"period",
       "cancel --on DATE [--at-period-end] [STATE]",
       "a subscription cancelled, and what that gives back",
       {},
       nullptr},
      {"period",
       "change --on DATE --changes JSON [STATE]",
       R"(new terms in mid-period: {"li_1":{"unitPrice":"20"}})",
       {},
       nullptr},
      {"quickbooks",
       "STATE --mapping FILE",
       "an invoice as QuickBooks Online takes it",
       {.flags = {"--read"}, .options = {"--mapping", "--explain"}, .mostNames = 1},
       crossfoot::cli::runQuickbooks},
      {"quickbooks",
       "INVOICE --read --mapping FILE",
       "one read back, as a draft; --explain CODE tells of an error",
       {},
       nullptr},
      {"merge",
       "BASE MINE THEIRS",
       "merge two edits of one state",
       {.leastNames = 3, .mostNames = 3},
       crossfoot::cli::runMerge},
      {"convert",
       "STATE KIND [--id ID] [--amount X]",
       "make documents of another kind, one a line",
       {.options = {"--id", "--amount"}, .leastNames = 2, .mostNames = 2},
       crossfoot::cli::runConvert},
      {"query",
       "STATE REQUEST",
       R"(anything a session tells: lifecycle, {"get":"rows","from":0})",
       {.leastNames = 2, .mostNames = 2},
       crossfoot::cli::runQuery},
      {"call",
       "FUNCTION [ARGUMENT]",
       "any function of the engine with JSON from a file: sum, choices, …",
       {.leastNames = 1, .mostNames = 2},
       crossfoot::cli::runCall},
      {"schema",
       "state|view|command|reply|explain|error",
       "print a JSON Schema of the contract",
       {.leastNames = 1, .mostNames = 1},
       crossfoot::cli::runSchema},
  };
  return all;
}

constexpr size_t kPurposeColumn = 46;

ExitCode help() {
  std::string text = "Prices line items, invoices and recurring revenue exactly.\n\n";
  for (const Command& command : commands()) {
    std::string call =
        "  crossfoot " + std::string(command.name) + ' ' + std::string(command.usage);
    // A long call has its line to itself.
    if (call.size() >= kPurposeColumn) text.append(std::exchange(call, "")).push_back('\n');
    call.resize(kPurposeColumn, ' ');
    text.append(call).append(command.purpose).push_back('\n');
  }
  text +=
      "  crossfoot --help | --version\n\n"
      "STATE, and every other file, may be - for standard input; where it is left out, it is.\n"
      "Answers, refusals included, are JSON on standard output.\n"
      "Exit: 0 fine; 1 an issue of severity error, a difference, a conflict or a refused command;\n"
      "2 unreadable input or a wrong command line (price --ndjson: 1 for a bad line, 2 only if no\n"
      "line could be read).";
  Output().line(text);
  return crossfoot::cli::kFine;
}

ExitCode version() {
  auto reply = nlohmann::json::parse(crossfoot::call("version", "{}"), nullptr, false);
  std::string rules;
  for (const auto& revision : reply["rules"]) rules += ' ' + revision.dump();
  Output().line("crossfoot " + reply.value("version", "") + " (pricing rules" + rules + ")");
  return crossfoot::cli::kFine;
}

ExitCode run(std::span<const std::string_view> words) {
  if (words.empty()) {
    complain("a command is missing; crossfoot --help lists them");
    return crossfoot::cli::kUnreadable;
  }
  for (std::string_view word : words) {
    if (word == "--help" || word == "-h" || words[0] == "help") return help();
  }
  if (words[0] == "--version") return version();
  for (const Command& command : commands()) {
    if (command.name != words[0]) continue;
    std::string_view complaint;
    auto arguments = Arguments::read(words.subspan(1), command.accepted, complaint);
    if (arguments) return command.run(*arguments);
    complain(std::string(complaint) + "; usage: crossfoot " + std::string(command.name) + ' ' +
             std::string(command.usage));
    return crossfoot::cli::kUnreadable;
  }
  complain("there is no such command; crossfoot --help lists them", words[0]);
  return crossfoot::cli::kUnreadable;
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::string_view> all(words + 1, words + count);
  return run(all);
}
