// What the engine answers where it is built for a buyer's pages (a checkout, the preview of a
// quote), which have to load little: it prices, takes keystrokes and choices, and saves. This file
// takes the place of document_queries.cpp, document_functions.cpp and session_commands.cpp, and so
// of all that only they need, when it is linked beside the core (wasm/CMakeLists.txt).

#include <array>

#include "engine/function.h"
#include "engine/query.h"

namespace crossfoot {
namespace {

std::string refuseAsked() {
  return toJson(refuse("engine-part", "",
                       "This engine only prices and takes keystrokes and choices. Load the whole "
                       "engine for it."));
}

std::string refuseQuery(const Query&) { return refuseAsked(); }
std::string refuseFunction(std::string_view) { return refuseAsked(); }

constexpr std::array<QueryRow, 8> kQueries = {{
    {"explain", refuseQuery},
    {"find", refuseQuery},
    {"history", refuseQuery},
    {"historyState", refuseQuery},
    {"lifecycle", refuseQuery},
    {"may", refuseQuery},
    {"metrics", refuseQuery},
    {"subscriptions", refuseQuery},
}};

constexpr std::array<FunctionRow, 8> kFunctions = {{
    {"convert", refuseFunction},
    {"currencies", refuseFunction},
    {"events", refuseFunction},
    {"merge", refuseFunction},
    {"period", refuseFunction},
    {"quickbooks", refuseFunction},
    {"sum", refuseFunction},
    {"verify", refuseFunction},
}};

}  // namespace

std::span<const QueryRow> documentQueries() { return kQueries; }

std::span<const FunctionRow> documentFunctions() { return kFunctions; }

std::string Session::apply(std::string_view) {
  return state_->editor ? refuseAsked() : nothingOpen();
}

// Without commands there is no undo, and so no history.
void recordEdit(Session::State&, std::string_view, uint32_t, std::string_view) {}

}  // namespace crossfoot
