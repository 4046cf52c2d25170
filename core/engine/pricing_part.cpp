// What the engine answers where it is built for a buyer's pages (a checkout, the preview of a
// quote), which have to load little: it prices, takes choices, and saves; nobody types there. This
// file takes the place of document_queries.cpp, document_functions.cpp, edit_field.cpp and
// session_commands.cpp, and so of all that only they need, when it is linked beside the core
// (wasm/CMakeLists.txt).

#include <array>

#include "engine/function.h"
#include "engine/query.h"

namespace crossfoot {
namespace {

std::string refuseAsked() {
  return toJson(refuse("engine-part", "",
                       "This engine only prices and takes choices. Load the whole engine for it."));
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

std::string_view Session::edit(uint32_t, uint32_t, std::string_view, const EditStep&) {
  state_->editReply = state_->editor ? refuseAsked() : nothingOpen();
  return state_->editReply;
}

}  // namespace crossfoot
