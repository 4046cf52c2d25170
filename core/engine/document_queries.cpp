#include <array>

#include "engine/query.h"
#include "lifecycle/lifecycle.h"
#include "subscription/subscription.h"
#include "view/explain.h"
#include "view/tax_totals.h"

namespace crossfoot {
namespace {

std::string explainAnswer(const Query& query) {
  return view::explainReply(query.source, query.request.textOf("path"));
}

std::string lifecycleAnswer(const Query& query) {
  return lifecycle::lifecycleReply(query.source, query.request.textOf("on"));
}

std::string subscriptionsAnswer(const Query& query) {
  return subscription::subscriptionsReply(query.source, query.request);
}

std::string taxesAnswer(const Query& query) {
  std::string text;
  view::ViewWriter out(text, query.document().minorDigits());
  out.beginObject().key("taxes");
  view::writeTaxTotals(out, query.source);
  out.endObject();
  return text;
}

constexpr std::array<QueryRow, 4> kQueries = {{
    {"explain", explainAnswer},
    {"lifecycle", lifecycleAnswer},
    {"subscriptions", subscriptionsAnswer},
    {"taxes", taxesAnswer},
}};

}  // namespace

std::span<const QueryRow> documentQueries() { return kQueries; }

}  // namespace crossfoot
