#include "pricing/metrics.h"

#include <algorithm>
#include <vector>

namespace crossfoot {
namespace {

// Equal payments in a row; 0 payments go on without end.
struct Run {
  Money amount;
  uint32_t payments;
};

Money scaled(Money amount, Fraction factor) {
  return {divideRounded(amount.minor * factor.numerator, factor.denominator)};
}

// The first `count` payments of the runs added up.
Money firstPayments(const std::vector<Run>& runs, int64_t count) {
  Money sum;
  for (const Run& run : runs) {
    const int64_t taken = run.payments == 0 ? count : std::min<int64_t>(count, run.payments);
    sum += times(run.amount, taken);
    count -= taken;
  }
  return sum;
}

DealMetrics metricsOf(const std::vector<Run>& runs, Frequency frequency,
                      const PricingContext& context) {
  const MoneyLimit& limit = context.limit;
  const Money first = runs.front().amount;
  DealMetrics metrics;
  if (!isRecurring(frequency)) {
    metrics.mrr = metrics.arr = Money{};
    metrics.tcv = metrics.acv = limit.known(first);
    return metrics;
  }
  const PaymentsPerYear year = paymentsPerYear(frequency);
  const bool yearly = year.denominator == 1;
  const bool renews = runs.back().payments == 0;
  int64_t payments = 0;
  for (const Run& run : runs) payments += run.payments;
  metrics.mrr =
      limit.known(scaled(first, paymentsPerMonth(frequency, context.policy.metricFactors)));
  if (!yearly) {
    metrics.arr = limit.known(scaled(first, {year.numerator, year.denominator}));
  } else {
    metrics.arr = limit.known(
        firstPayments(runs, renews ? year.numerator : std::min<int64_t>(payments, year.numerator)));
  }
  metrics.tcv = limit.known(
      firstPayments(runs, renews ? std::max<int64_t>(1, yearly ? year.numerator : 1) : payments));
  metrics.acv = metrics.arr;
  return metrics;
}

}  // namespace

Fraction paymentsPerMonth(Frequency frequency, MetricFactors factors) {
  if (factors == MetricFactors::hubspot) {
    if (frequency == Frequency::weekly) return {433, 100};
    if (frequency == Frequency::biweekly) return {216, 100};
  }
  const PaymentsPerYear year = paymentsPerYear(frequency);
  return {year.numerator, int64_t{year.denominator} * 12};
}

LineMetrics lineMetrics(const LineItem& line, const PricedLine& priced,
                        const PricingContext& context) {
  std::vector<Run> values;
  std::vector<Run> margins;
  if (!priced.counts || !line.extras || line.extras->phases.empty()) {
    const Money base = metricBase(priced);
    const Money cost = priced.counts ? lineCost(line, context) : Money{};
    const uint32_t payments = priced.counts ? line.payments : 1;
    values.push_back({base, payments});
    margins.push_back({base - cost, payments});
  } else {
    PricedLine phased;
    for (const Phase& phase : line.extras->phases) {
      pricePhase(line, phase, context, phased);
      Money cost;
      if (line.hasCost) {
        paymentCost(phase.terms.cost, phase.terms.quantity, context, cost);
      }
      values.push_back({metricBase(phased), phase.payments});
      margins.push_back({metricBase(phased) - cost, phase.payments});
    }
  }
  return {metricsOf(values, line.frequency, context), metricsOf(margins, line.frequency, context)};
}

void MetricSums::add(const LineMetrics& line) {
  add(line.value, sums_.value);
  add(line.margin, sums_.margin);
}

void MetricSums::add(const DealMetrics& line, DealMetrics& sums) {
  const auto sum = [](const std::optional<Money>& amount, std::optional<Money>& total) {
    if (!amount) {
      total.reset();
    } else if (total) {
      *total += *amount;
    }
  };
  sum(line.mrr, sums.mrr);
  sum(line.arr, sums.arr);
  sum(line.tcv, sums.tcv);
  sum(line.acv, sums.acv);
}

DealMetrics MetricSums::held(const DealMetrics& sums) const {
  const auto known = [this](const std::optional<Money>& amount) {
    return amount ? limit_.known(*amount) : amount;
  };
  return {known(sums.mrr), known(sums.arr), known(sums.tcv), known(sums.acv)};
}

LineMetrics MetricSums::sums() const { return {held(sums_.value), held(sums_.margin)}; }

}  // namespace crossfoot
