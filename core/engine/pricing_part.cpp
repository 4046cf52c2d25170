// What the engine answers where it is built for pricing and editing alone, for pages that have to
// load little: it takes the place of document_queries.cpp, document_functions.cpp and
// lifecycle/lifecycle.cpp when it is linked beside the core (wasm/CMakeLists.txt).

#include <array>

#include "engine/function.h"
#include "engine/query.h"
#include "lifecycle/lifecycle.h"

namespace crossfoot {
namespace {

Refusal notInThisPart() {
  return refuse("engine-part", "",
                "This engine only prices and edits. Load the whole engine for it.");
}

std::string refuseQuery(const Query&) { return toJson(notInThisPart()); }
std::string refuseFunction(std::string_view) { return toJson(notInThisPart()); }

constexpr std::array<QueryRow, 3> kQueries = {{
    {"explain", refuseQuery},
    {"lifecycle", refuseQuery},
    {"subscriptions", refuseQuery},
}};

constexpr std::array<FunctionRow, 6> kFunctions = {{
    {"convert", refuseFunction},
    {"events", refuseFunction},
    {"merge", refuseFunction},
    {"period", refuseFunction},
    {"quickbooks", refuseFunction},
    {"verify", refuseFunction},
}};

}  // namespace

std::span<const QueryRow> documentQueries() { return kQueries; }

std::span<const FunctionRow> documentFunctions() { return kFunctions; }

Result<ChangeList> lifecycle::changesFor(const view::Source&, const json::Value&) {
  return notInThisPart();
}

// Which steps are irreversible is not known here: a history that came from elsewhere may hold one.
Outcome lifecycle::mayUndo(const Document& document, const ChangeList& changes) {
  for (const Change& change : changes) {
    const auto* edit = std::get_if<MemberEdit>(&change);
    const std::string_view member = edit != nullptr ? std::string_view(edit->name) : "lines";
    if (member == "status" || member == "events" || member == "kind") return notInThisPart();
    if (auto outcome = mayEdit(document, member); !outcome) return outcome;
  }
  return Done{};
}

}  // namespace crossfoot
