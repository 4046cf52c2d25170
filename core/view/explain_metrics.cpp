// MRR, ARR, TCV and ACV of lines and of the document (RE-5).

#include <algorithm>

#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

// Equal payments in a row: a line's own, or one phase's; 0 payments go on without end.
struct BaseRun {
  Money base;
  uint32_t payments = 0;
};

// The bases of a line's payments, each with its steps.
std::vector<BaseRun> explainBases(Steps& steps, const Source& source, const LinePlace& place,
                                  bool firstOnly) {
  const LineItem& line = source.document.lines.slot(place.slot);
  const PricingContext& context = source.totals.context();
  PricedLine priced;
  if (!line.extras || line.extras->phases.empty()) {
    priceLine(line, context, priced);
    explainMetricBase(steps, source, line, TermsView::of(line), priced,
                      {PaymentPlace::Kind::net, "/lines/" + std::to_string(place.shown)});
    return {{metricBase(priced), line.payments}};
  }
  std::vector<BaseRun> runs;
  for (const Phase& phase : line.extras->phases) {
    pricePhase(line, phase, context, priced);
    const std::string path = linePath(place, "phases/" + std::to_string(runs.size()));
    explainMetricBase(steps, source, line, TermsView::of(line, phase), priced,
                      {PaymentPlace::Kind::phase, path});
    runs.push_back({metricBase(priced), phase.payments});
    if (firstOnly) break;
  }
  return runs;
}

// The first `count` payments added up, run by run.
void explainPayments(Steps& steps, std::string_view rule, const std::vector<BaseRun>& runs,
                     int64_t count, const std::optional<Money>& value) {
  Addends addends = steps.addends();
  Inputs inputs = steps.inputs();
  inputs.whole("payments", count);
  for (const BaseRun& run : runs) {
    const int64_t taken = run.payments == 0 ? count : std::min<int64_t>(count, run.payments);
    if (taken == 0) break;
    addends.addPayments(run.base, taken, {}, {});
    count -= taken;
  }
  inputs.addends(addends);
  steps.amount(rule, inputs, addends.sum(), value);
}

void explainScaled(Steps& steps, std::string_view rule, Money base, Fraction factor,
                   const std::optional<Money>& value) {
  const Rational ratio(Int128{factor.numerator}, Int128{factor.denominator});
  const Rational exact = steps.major(base) * ratio;
  Inputs inputs = steps.inputs();
  inputs.exact("factor", ratio).money("base", base).as(Op::add);
  if (factor.numerator != 1 || factor.denominator == 1) {
    inputs.constant(Op::multiply, "factor", std::to_string(factor.numerator));
  }
  if (factor.denominator != 1) {
    inputs.constant(Op::divide, "factor", std::to_string(factor.denominator));
  }
  steps.amount(rule, inputs, exact, value);
}

// What one line brings to a metric of the document; "margin" has no member of its own in lines.
const DealMetrics& chosen(const LineMetrics& metrics, bool margin) {
  return margin ? metrics.margin : metrics.value;
}

}  // namespace

std::optional<Money> metricOf(const DealMetrics& metrics, std::string_view name) {
  if (name == "mrr") return metrics.mrr;
  if (name == "arr") return metrics.arr;
  return name == "acv" ? metrics.acv : metrics.tcv;
}

void explainLineMetric(Steps& steps, const Source& source, const LinePlace& place,
                       std::string_view name) {
  const LineItem& line = source.document.lines.slot(place.slot);
  const PricingContext& context = source.totals.context();
  PricedLine priced;
  priceLine(line, context, priced);
  const std::optional<Money> value = metricOf(lineMetrics(line, priced, context).value, name);
  const bool recurs = name == "mrr" || name == "arr";
  if (!isRecurring(line.frequency) && recurs) {
    steps.zero("metric-one-time", steps.inputs());
    return;
  }
  const PaymentsPerYear year = paymentsPerYear(line.frequency);
  const bool yearly = year.denominator == 1;
  const bool scaled = name == "mrr" || (name != "tcv" && !yearly);
  const std::vector<BaseRun> runs = explainBases(steps, source, place, scaled);
  if (!isRecurring(line.frequency)) return explainPayments(steps, name, runs, 1, value);
  if (name == "mrr") {
    return explainScaled(steps, name, runs[0].base,
                         paymentsPerMonth(line.frequency, context.policy.metricFactors), value);
  }
  if (scaled) {
    return explainScaled(steps, name, runs[0].base, {year.numerator, year.denominator}, value);
  }
  const int64_t inYear = yearly ? year.numerator : 1;
  const bool open = line.payments == 0;
  const int64_t all = line.payments;
  const int64_t count =
      name == "tcv" ? (open ? inYear : all) : (open ? inYear : std::min<int64_t>(all, inYear));
  explainPayments(steps, name, runs, count, value);
}

std::optional<json::Value> explainMetrics(Steps& steps, const Source& source, Segments place) {
  const bool margin = place.size() == 2 && place[0] == "margin";
  if (place.size() != 1 && !margin) return std::nullopt;
  std::string text;
  ViewWriter out(text, source.document.minorDigits());
  writeMetrics(out, source);
  std::optional<json::Value> value = leafOf(text, place);
  if (!value) return std::nullopt;
  const std::string& name = place.back();
  const PricingContext& context = source.totals.context();
  Addends addends = steps.addends();
  MetricSums sums(context.limit);
  PricedLine priced;
  forEachItem(source, [&](const LinePlace& at, const LineItem& line) {
    if (!line.counts) return true;
    priceLine(line, context, priced);
    if (!priced.counts) return true;
    const LineMetrics metrics = lineMetrics(line, priced, context);
    sums.add(metrics);
    const std::optional<Money> one = metricOf(chosen(metrics, margin), name);
    const bool pathless = margin || addends.full();
    addends.add(one.value_or(Money{}), line.id, pathless ? std::string() : linePath(at, name));
    return true;
  });
  steps.amount(margin ? "margin-metric-sum" : "metric-sum", steps.inputs().addends(addends),
               addends.sum(), metricOf(chosen(sums.sums(), margin), name));
  return value;
}

}  // namespace crossfoot::view
