// The engine's stateless functions: each makes something of whole documents.

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/document.h"

namespace crossfoot::cli {

namespace {

using nlohmann::json;

/// A state that the core can open, as text; nothing when it cannot (the refusal is printed).
std::optional<std::string> openable(std::string_view fileName) {
  auto state = readText(fileName);
  if (!state) return std::nullopt;
  std::string reply = Session().open(*state);
  if (!isRefusal(reply)) return state;
  Output().line(reply);
  return std::nullopt;
}

/// Prints a reply; a refusal of what was asked for ends with 1.
ExitCode print(std::string_view reply) {
  Output output;
  output.line(reply);
  if (!output.flush()) return kUnreadable;
  return isRefusal(reply) ? kFailed : kFine;
}

/// Adds `,"name":value` to an argument that is being written; the value is JSON.
void add(std::string& argument, std::string_view name, std::string_view value) {
  argument.append(",\"").append(name).append("\":").append(value);
}

/// The value of an option that the command cannot do without.
std::optional<std::string> needed(const Arguments& arguments, std::string_view option) {
  if (auto value = arguments.value(option)) return quoted(*value);
  complain(std::string(option) + " is missing: the core has no clock");
  return std::nullopt;
}

}  // namespace

ExitCode runEvents(const Arguments& arguments) {
  auto from = needed(arguments, "--from");
  auto to = needed(arguments, "--to");
  if (!from || !to) return kUnreadable;
  auto state = openable(arguments.name(0));
  if (!state) return kUnreadable;
  std::string argument = "{\"state\":" + *state;
  add(argument, "from", *from);
  add(argument, "to", *to);
  return print(onlyValue(call("events", argument + "}")));
}

ExitCode runPeriod(const Arguments& arguments) {
  auto on = needed(arguments, "--on");
  if (!on) return kUnreadable;
  const std::string_view changes = arguments.value("--changes").value_or("{}");
  if (!json::accept(changes)) {
    complain(R"(--changes needs JSON, like {"li_1":{"quantity":"2"}})");
    return kUnreadable;
  }
  auto state = openable(arguments.name(1));
  if (!state) return kUnreadable;
  std::string argument = "{\"state\":" + *state;
  add(argument, "do", quoted(arguments.name(0)));
  add(argument, "on", *on);
  add(argument, "changes", changes);
  add(argument, "atPeriodEnd", arguments.has("--at-period-end") ? "true" : "false");
  if (auto id = arguments.value("--id")) add(argument, "id", quoted(*id));
  const std::string reply = call("period", argument + "}");
  const bool isState = arguments.name(0) == "invoice";
  return print(isState ? onlyValue(reply) : std::string_view(reply));
}

ExitCode runQuickbooks(const Arguments& arguments) {
  if (auto code = arguments.value("--explain")) {
    return print(call("quickbooks", "{\"explain\":" + quoted(*code) + "}"));
  }
  auto mapping = arguments.value("--mapping");
  if (!mapping) {
    complain("quickbooks needs --mapping FILE, or --explain CODE");
    return kUnreadable;
  }
  const bool reads = arguments.has("--read");
  auto document = reads ? readText(arguments.name(0)) : openable(arguments.name(0));
  auto mapped = readText(*mapping);
  if (!document || !mapped) return kUnreadable;
  if (!json::accept(*mapped) || !json::accept(*document)) {
    complain("this is no JSON", json::accept(*mapped) ? arguments.name(0) : *mapping);
    return kUnreadable;
  }
  std::string argument = (reads ? "{\"invoice\":" : "{\"state\":") + *document;
  add(argument, "mapping", *mapped);
  return print(call("quickbooks", argument + "}"));
}

ExitCode runCall(const Arguments& arguments) {
  auto argument = readText(arguments.name(1));
  if (!argument) return kUnreadable;
  const std::string reply = call(arguments.name(0), *argument);
  const ExitCode printed = print(reply);
  if (printed != kFine) return printed;
  const json answer = json::parse(reply, nullptr, false);
  const bool denies = answer.is_object() && answer.contains("ok") && answer["ok"] == false;
  return denies ? kFailed : kFine;
}

}  // namespace crossfoot::cli
