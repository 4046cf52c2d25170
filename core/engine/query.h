#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/session_state.h"

namespace crossfoot {

/// Everything a query answers from.
struct Query {
  Session::State& state;
  view::Source source;
  const json::Value& request;
  const Document& document() const { return source.document; }
};

/// One thing that can be read of an open document: `{"get":name}`.
struct QueryRow {
  std::string_view name;
  std::string (*answer)(const Query& query);
};

/// The queries beyond pricing and editing (explain, lifecycle, subscriptions). The module for
/// checkout pages is linked with engine/pricing_part.cpp instead, where they are refused.
std::span<const QueryRow> documentQueries();

}  // namespace crossfoot
