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

/// A reply object whose members `write` adds in the order of their names.
template <class Write>
std::string writeReply(const Query& query, const Write& write) {
  std::string text;
  view::ViewWriter out(text, query.document().minorDigits());
  out.beginObject();
  write(out);
  out.endObject();
  return text;
}

/// The queries that a page of a buyer does without (explain, history, find, …); none in the pricing
/// core (engine/pricing_part.cpp).
std::span<const QueryRow> documentQueries();

/// What is said of a query that the core does not have.
Refusal unknownQuery();

}  // namespace crossfoot
