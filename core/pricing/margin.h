#pragma once

#include <optional>

#include "pricing/priced_line.h"

namespace crossfoot {

/// What a line's metrics are taken of: its net less the inclusive taxes of one regular payment
/// (RE-5.6).
inline Money metricBase(const PricedLine& priced) {
  return priced.payment.net - priced.regular.included;
}

/// round(cost × quantity), 0 where there is no cost. Overflow was found when the line was priced.
Money lineCost(const LineItem& line, const PricingContext& context);

/// Margin ÷ base in percent with 2 decimals, times 100, half away from zero; none for base 0.
std::optional<Int128> marginPercentHundredths(Money margin, Money base);

/// Whether the line's margin percent is below the policy's minimum, compared exactly.
bool belowMinimumMargin(const LineItem& line, const PricedLine& priced,
                        const PricingContext& context);

}  // namespace crossfoot
