#include <array>

#include "engine/query.h"
#include "lifecycle/lifecycle.h"
#include "subscription/subscription.h"
#include "view/explain.h"

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

constexpr std::array<QueryRow, 3> kQueries = {{
    {"explain", explainAnswer},
    {"lifecycle", lifecycleAnswer},
    {"subscriptions", subscriptionsAnswer},
}};

}  // namespace

std::span<const QueryRow> documentQueries() { return kQueries; }

}  // namespace crossfoot
