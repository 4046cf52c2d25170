#include "pricing/order_fees.h"

#include "pricing/rounded.h"

namespace crossfoot {
namespace {

void settle(const Adjustment& adjustment, Money base, bool baseKnown, const PricingContext& context,
            AdjustmentAmount& settled) {
  // A percent of a subtotal that overflowed has no value, which is no fault of its own.
  if (adjustment.isPercent && !baseKnown) return;
  settled.amount = adjustment.isPercent ? percentOf(base, adjustment.percent)
                                        : rounded(adjustment.amount, context.minorDigits);
  settled.overflow = !context.limit.holds(settled.amount);
  if (settled.overflow) settled.amount = {};
}

}  // namespace

void settleFees(Money subtotal, const PricingContext& context,
                std::vector<AdjustmentAmount>& amounts, std::vector<FeeTaxes>& taxes) {
  const std::vector<Adjustment>& list = context.document.head.adjustments;
  const bool baseKnown = context.limit.holds(subtotal);
  Money base = subtotal;
  for (const AdjustmentAmount& discount : amounts) base -= discount.amount;
  Money taxBase = base;
  taxes.clear();
  for (size_t i = 0; i < list.size(); ++i) {
    if (!list[i].counts || list[i].type != AdjustmentType::fee) continue;
    settle(list[i], base, baseKnown, context, amounts[i]);
    if (list[i].taxable) taxBase += amounts[i].amount;
    if (!list[i].hasTaxRates || amounts[i].overflow) continue;
    taxes.emplace_back().adjustment = i;
    taxPayment(context.document.taxSet(list[i].taxSet), taxableFee(amounts[i]), context,
               taxes.back().taxes);
  }
  for (size_t i = 0; i < list.size(); ++i) {
    if (!list[i].counts || list[i].type != AdjustmentType::tax) continue;
    settle(list[i], taxBase, baseKnown, context, amounts[i]);
  }
}

TaxableAmount taxableFee(const AdjustmentAmount& fee) {
  return {fee.amount, {1'000'000}, fee.amount.isNegative()};
}

}  // namespace crossfoot
