#include "pricing/priced_line.h"

#include "pricing/metrics.h"

namespace crossfoot {
namespace {

// Amounts below this share of the limit cannot overflow in anything a line prints: 5 200 payments
// of a net less its cost, or eight taxes of 1000 %.
constexpr int64_t kSafeShare = 16'384;

bool priceTerms(const TermsView& terms, const LineItem& line, const PricingContext& context,
                PricedLine& priced) {
  priced.payment = pricePayment(terms, context);
  if (priced.payment.overflow) return false;
  taxPayment(context.document.taxSet(line.taxSet),
             {priced.payment.net, terms.quantity, priced.payment.list.isNegative()}, context,
             priced.regular);
  return true;
}

// Whether nothing the line prints can overflow, decided from a few magnitudes.
bool surelyHolds(const TermsView& terms, const LineItem& line, const PricedLine& priced,
                 const PricingContext& context) {
  Money cost;
  return (!line.hasCost || paymentCost(terms.cost, terms.quantity, context, cost)) &&
         !context.document.taxSet(line.taxSet).compound &&
         context.limit.holds(times(priced.payment.net, kSafeShare)) &&
         context.limit.holds(times(priced.regular.tax, kSafeShare)) &&
         context.limit.holds(times(cost, kSafeShare));
}

// Every amount of one payment, one by one.
bool holdsPayment(const TermsView& terms, const LineItem& line, const PricedLine& priced,
                  const PricingContext& context) {
  const MoneyLimit& limit = context.limit;
  for (const TaxAmount& entry : priced.regular.list()) {
    if (!limit.holds(entry.amount) || !limit.holds(entry.base)) return false;
  }
  Money cost;
  if (line.hasCost && !paymentCost(terms.cost, terms.quantity, context, cost)) return false;
  return limit.holds(priced.regular.tax) && limit.holds(priced.regular.included) &&
         limit.holds(priced.payment.net + priced.regular.exclusive()) &&
         limit.holds(metricBase(priced) - cost);
}

bool holdsMetrics(const LineItem& line, const PricedLine& priced, const PricingContext& context) {
  const LineMetrics metrics = lineMetrics(line, priced, context);
  const auto holds = [](const DealMetrics& m) { return m.mrr && m.arr && m.tcv && m.acv; };
  return holds(metrics.value) && holds(metrics.margin);
}

// Prices the line's terms, and for a ramp each phase's; false where an amount overflows.
bool priceOwn(const LineItem& line, const PricingContext& context, PricedLine& priced) {
  const TermsView own = TermsView::of(line);
  if (!priceTerms(own, line, context, priced)) return false;
  const bool phased = line.extras && !line.extras->phases.empty();
  if (!phased && surelyHolds(own, line, priced, context)) return true;
  if (!holdsPayment(own, line, priced, context)) return false;
  if (phased) {
    PricedLine other;
    for (const Phase& phase : line.extras->phases) {
      const TermsView terms = TermsView::of(line, phase);
      if (!priceTerms(terms, line, context, other)) return false;
      if (!holdsPayment(terms, line, other, context)) return false;
      priced.payment.capped = priced.payment.capped || other.payment.capped;
    }
  }
  return holdsMetrics(line, priced, context);
}

void clear(PricedLine& priced) {
  priced.payment = {};
  priced.regular.count = 0;
  priced.regular.tax = {};
  priced.regular.included = {};
}

}  // namespace

void priceLine(const LineItem& line, const PricingContext& context, PricedLine& priced) {
  priced.counts = line.isItem() && line.priced;
  priced.overflow = priced.counts && !priceOwn(line, context, priced);
  if (priced.overflow) priced.counts = false;
  if (!priced.counts) clear(priced);
}

void pricePhase(const LineItem& line, const Phase& phase, const PricingContext& context,
                PricedLine& priced) {
  priced.counts = priceTerms(TermsView::of(line, phase), line, context, priced);
}

FuturePayments futurePayments(const LineItem& line, const PricedLine& priced,
                              const PricingContext& context) {
  FuturePayments future;
  if (!priced.counts || !line.counts || line.renews()) return future;
  const int64_t now = line.startsNow ? 1 : 0;
  if (!line.extras || line.extras->phases.empty()) {
    const int64_t later = line.payments - now;
    return {times(priced.payment.net, later), times(priced.regular.exclusive(), later)};
  }
  PricedLine phased;
  for (const Phase& phase : line.extras->phases) {
    const bool first = &phase == &line.extras->phases.front();
    const int64_t later = int64_t{phase.payments} - (first ? now : 0);
    pricePhase(line, phase, context, phased);
    future.net += times(phased.payment.net, later);
    future.tax += times(phased.regular.exclusive(), later);
  }
  return future;
}

}  // namespace crossfoot
