#include "pricing/margin.h"

namespace crossfoot {

Money lineCost(const LineItem& line, const PricingContext& context) {
  Money cost;
  if (line.hasCost) paymentCost(line.cost, line.quantity, context, cost);
  return cost;
}

std::optional<Int128> marginPercentHundredths(Money margin, Money base) {
  if (base == Money{}) return std::nullopt;
  const Int128 numerator = margin.minor * 10'000;
  return base.isNegative() ? divideRounded(-numerator, -base.minor)
                           : divideRounded(numerator, base.minor);
}

bool belowMinimumMargin(const LineItem& line, const PricedLine& priced,
                        const PricingContext& context) {
  if (!context.policy.minimumMarginPercent || !priced.counts) return false;
  const Money base = metricBase(priced);
  if (base == Money{}) return false;
  const Money margin = base - lineCost(line, context);
  const Int128 left = margin.minor * kWholePercent;
  const Int128 right = base.minor * context.policy.minimumMarginPercent->micros;
  return base.isNegative() ? left > right : left < right;
}

}  // namespace crossfoot
