#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "json/value.h"
#include "model/document.h"
#include "num/rational.h"
#include "pricing/totals.h"
#include "view/priced_view.h"

namespace crossfoot::testing {

/// A document opened and priced, whose amounts are asked about.
class PricedDocument {
 public:
  /// The state must be one that opens.
  explicit PricedDocument(std::string state);

  view::Source source() const { return {*document_, totals_}; }
  /// The reply to a path, as text and as a tree.
  std::string text(std::string_view path) const;
  json::Value explain(std::string_view path) const;
  json::Value view() const;

 private:
  std::unique_ptr<Document> document_;
  Totals totals_;
};

/// Calls `visit(path, value, isAmount)` for every single value of a priced view.
void forEachLeaf(
    const json::Value& view,
    const std::function<void(const std::string&, const json::Value&, bool isAmount)>& visit);

/// What explain prints as exact: a decimal or a fraction.
Rational exactValue(std::string_view text);

/// What the terms of a step come to, worked on one after the other.
Rational calculated(const json::Value& terms);

/// An exact value rounded, half away from zero, to as many decimals as the other text has.
bool roundsTo(std::string_view exact, std::string_view rounded);

}  // namespace crossfoot::testing
