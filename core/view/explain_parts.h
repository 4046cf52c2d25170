#pragma once

#include <span>

#include "pricing/metrics.h"
#include "view/explain_payment.h"
#include "view/explain_tax.h"

namespace crossfoot::view {

/// The decoded segments of a path, from some place on.
using Segments = std::span<const std::string>;

/// An index as a JSON Pointer writes it: digits without leading zeros.
std::optional<size_t> indexOf(std::string_view segment);

/// The value at a place below a rendered part of the view; none where there is no such place or
/// it is no single value.
std::optional<json::Value> leafOf(const std::string& part, Segments place);

// The parts of the view, each by its path below its own name. They answer the amount's value as
// the view has it and add its steps; none where the path names no amount.
std::optional<json::Value> explainLine(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainSummary(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainRecurring(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainDelayed(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainSchedule(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainSection(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainMetrics(Steps& steps, const Source& source, Segments place);
std::optional<json::Value> explainBalance(Steps& steps, const Source& source, Segments place);

/// An amount as a value of the view.
json::Value amountValue(const std::optional<Money>& amount, unsigned minorDigits);

/// A line as explanations meet it.
struct LinePlace {
  uint32_t slot = 0;
  size_t shown = 0;     ///< index in the view's `lines`: items only
  size_t position = 0;  ///< in the document, sections and notes counted
};

/// Calls `visit(place, line)` for all items in order, until it answers false.
template <class Visit>
void forEachItem(const Source& source, const Visit& visit) {
  LinePlace place;
  for (const uint32_t slot : source.document.lines.order()) {
    place.slot = slot;
    const LineItem& line = source.document.lines.slot(slot);
    if (line.isItem()) {
      if (!visit(place, line)) return;
      ++place.shown;
    }
    ++place.position;
  }
}

/// The view's path to a member of a line.
std::string linePath(const LinePlace& place, std::string_view member);

/// A line's share of the order discounts, round by round (PR-5).
void explainShare(Steps& steps, const Source& source, uint32_t slot);

/// What the summary's adjustment at an index came to.
void explainAdjustment(Steps& steps, const Source& source, size_t index);
/// The taxes of a taxed fee.
TaxSteps feeTaxSteps(Steps& steps, const Source& source, size_t index);

/// Metrics of a line by name ("mrr", "arr", "acv", "tcv").
void explainLineMetric(Steps& steps, const Source& source, const LinePlace& place,
                       std::string_view name);
/// The amount of metrics by name; null where it overflowed.
std::optional<Money> metricOf(const DealMetrics& metrics, std::string_view name);

/// The base of a line's metrics: the net of one regular payment less its inclusive taxes.
void explainMetricBase(Steps& steps, const Source& source, const LineItem& line,
                       const TermsView& terms, const PricedLine& priced, const PaymentPlace& place);

}  // namespace crossfoot::view
