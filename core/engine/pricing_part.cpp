// The end of the pricing core, in place of the files that only the whole core has: it prices, takes
// choices and saves, and says of everything else that the whole engine is needed for it. For a
// buyer's pages (a checkout, the preview of a quote), where nobody types.

#include "engine/function.h"
#include "engine/query.h"

namespace crossfoot {
namespace {

Refusal refusePart() {
  return refuse("engine-part", "",
                "This engine only prices and takes choices. Load the whole engine for it.");
}

}  // namespace

std::span<const QueryRow> documentQueries() { return {}; }

std::span<const FunctionRow> documentFunctions() { return {}; }

Refusal unknownQuery() { return refusePart(); }

Refusal unknownFunction() { return refusePart(); }

std::string Session::apply(std::string_view) {
  return state_->editor ? toJson(refusePart()) : nothingOpen();
}

std::string_view Session::edit(uint32_t, uint32_t, std::string_view, const EditStep&) {
  state_->editReply = state_->editor ? toJson(refusePart()) : nothingOpen();
  return state_->editReply;
}

}  // namespace crossfoot
