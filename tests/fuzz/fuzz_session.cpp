// Any lines as commands upon an open document, or as keystrokes where they begin with two digits:
// line, field, then what is typed. Beyond what the sanitizers see: the document priced as it is
// edited is the document priced from scratch, a refused command changes nothing, and undoing
// everything gives back the document as it was.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "crossfoot/engine.h"

namespace {

constexpr std::string_view kState = R"({
  "version": 1, "currency": "USD", "date": "2026-11-22", "kind": "quote",
  "taxRates": [
    { "id": "nyc", "name": "NYC", "percent": "8.875" },
    { "id": "vat", "name": "VAT", "percent": "25", "inclusive": true },
    { "id": "top", "name": "Top", "percent": "2", "compound": true } ],
  "lines": [
    { "id": "a", "name": "Seat", "unitPrice": "11.9", "quantity": "3", "cost": "4",
      "discount": { "percent": "15" }, "taxRateIds": ["nyc"],
      "billing": { "frequency": "monthly", "payments": 12 } },
    { "id": "s", "type": "section", "name": "Once" },
    { "id": "b", "name": "Setup", "unitPrice": "598.89", "taxRateIds": ["vat", "top"] },
    { "id": "c", "name": "Usage", "quantity": "125000", "pricing": { "model": "graduated", "tiers":
      [ { "upTo": "100000", "unitPrice": "0.000002" }, { "upTo": null, "unitPrice": "0.000001" } ] } } ],
  "adjustments": [ { "id": "d", "type": "discount", "name": "Launch", "percent": "10" } ]
})";

void expectSame(const char* what, std::string_view about, const std::string& expected,
                const std::string& found) {
  if (expected == found) return;
  std::fprintf(stderr, "%s: %.*s\nexpected %s\nfound    %s\n", what, static_cast<int>(about.size()),
               about.data(), expected.c_str(), found.c_str());
  std::abort();
}

std::string view(crossfoot::Session& session) { return session.query(R"({"get":"view"})"); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string carryOut(crossfoot::Session& session, std::string_view command) {
  if (command.size() < 2 || !isDigit(command[0]) || !isDigit(command[1])) {
    return session.apply(command);
  }
  return std::string(session.edit(static_cast<uint32_t>(command[0] - '0'),
                                  static_cast<uint32_t>(command[1] - '0'), command.substr(2)));
}

/// Carries out one command or keystroke and looks at what it did.
void tryCommand(crossfoot::Session& session, std::string_view command) {
  std::string before = session.save();
  std::string reply = carryOut(session, command);
  std::string after = session.save();
  if (crossfoot::isRefusal(reply)) expectSame("a refused command changed", command, before, after);
  expectSame("edited and fresh prices differ after", command, crossfoot::price(after, false),
             view(session));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  crossfoot::Session session;
  if (crossfoot::isRefusal(session.open(kState))) std::abort();
  std::string original = session.save();
  bool stamped = false;

  for (int commands = 0; !text.empty() && commands < 12; ++commands) {
    std::string_view command = text.substr(0, text.find('\n'));
    text.remove_prefix(command.size() < text.size() ? command.size() + 1 : text.size());
    // These two are meant to stay when everything else is undone.
    stamped |= command.find("stamp") != std::string_view::npos ||
               command.find("restoreHistory") != std::string_view::npos;
    tryCommand(session, command);
  }
  while (!crossfoot::isRefusal(session.apply(R"({"op":"undo"})"))) {
  }
  if (!stamped) expectSame("undoing everything leaves", "", original, session.save());
  return 0;
}
