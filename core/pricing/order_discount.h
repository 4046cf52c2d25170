#pragma once

#include <vector>

#include "pricing/context.h"

namespace crossfoot {

/// What an order-level adjustment came to (PR-4).
struct AdjustmentAmount {
  Money amount;
  bool capped = false;    ///< a discount larger than what was left of the subtotal
  bool overflow = false;  ///< a fee or tax that reached the limit: it counts 0
};

/// The discounts in listed order, each capped at what is left of the subtotal. One entry an
/// adjustment; those that are no discounts stay 0.
std::vector<AdjustmentAmount> takeDiscounts(Money subtotal, const PricingContext& context);

/// A line that is due now, as the sharing sees it.
struct DueLine {
  uint32_t slot = 0;
  uint32_t taxSet = 0;
  bool due = false;
  bool oneTime = true;
  bool negative = false;  ///< a credit line
  Quantity quantity;
  Money net;
  bool operator==(const DueLine&) const = default;
};

/// Over which lines a part of the discounts is shared.
enum class ShareRound : uint8_t { sameTaxRates, oneTimeLines, allLines };

/// One line's part in one round of sharing, for explain.
struct SharePart {
  ShareRound round = ShareRound::allLines;
  size_t adjustment = 0;  ///< the discount, where it is shared over lines of the same rates
  Money amount;           ///< what is shared
  Money weight;           ///< what was left of this line's net
  Money weights;          ///< of all lines of the round
  size_t lines = 0;       ///< how many these are
  Money part;
};

/// Follows one line while discounts are shared; for explain.
struct ShareTrace {
  size_t line = 0;  ///< index into the lines, in
  std::vector<SharePart> parts;
  std::vector<Money> pooled;  ///< what of each adjustment came into the pool
};

/// Shares the discounts over the lines due now: first those that carry tax rates over the lines
/// with exactly these, whatever their billing; then the pool of all others and leftovers, one-time
/// lines first unless the policy says proportional (PR-5.2, PR-5.4). `shares` gets one part a
/// line.
void shareDiscounts(const std::vector<AdjustmentAmount>& taken, const std::vector<DueLine>& lines,
                    const PricingContext& context, std::vector<Money>& shares,
                    ShareTrace* trace = nullptr);

}  // namespace crossfoot
