#pragma once

#include <optional>

#include "pricing/margin.h"

namespace crossfoot {

/// A ratio of whole numbers.
struct Fraction {
  int64_t numerator;
  int64_t denominator;
};

/// Payments per month: payments per year ÷ 12, or HubSpot's factors for weeks.
Fraction paymentsPerMonth(Frequency frequency, MetricFactors factors);

/// MRR, ARR, TCV and ACV of a line or document (RE-5). A missing value overflowed.
struct DealMetrics {
  std::optional<Money> mrr, arr, tcv, acv;
};

/// A line's metrics and their margin twins, which use base − cost in place of the base.
struct LineMetrics {
  DealMetrics value;
  DealMetrics margin;
};

/// Metrics of a line, as it would count if selected; zeros where it has an error.
LineMetrics lineMetrics(const LineItem& line, const PricedLine& priced,
                        const PricingContext& context);

/// Document values: the sums of the rounded values of the lines that count.
class MetricSums {
 public:
  explicit MetricSums(const MoneyLimit& limit) : limit_(limit) {}
  void add(const LineMetrics& line);
  LineMetrics sums() const;

 private:
  void add(const DealMetrics& line, DealMetrics& sums);
  DealMetrics held(const DealMetrics& sums) const;

  MoneyLimit limit_;
  LineMetrics sums_{{Money{}, Money{}, Money{}, Money{}}, {Money{}, Money{}, Money{}, Money{}}};
};

}  // namespace crossfoot
