#pragma once

#include <vector>

#include "pricing/order_discount.h"
#include "pricing/rate_total.h"

namespace crossfoot {

/// Fees and one-time taxes of the order (PR-4.4, PR-4.5): a fee is a percent of the subtotal less
/// the discounts, or an amount; a one-time tax is taken of the same and of the taxable fees.
/// `amounts` holds the discounts and gets the rest; `taxes` gets what the fees with tax rates are
/// taxed.
void settleFees(Money subtotal, const PricingContext& context,
                std::vector<AdjustmentAmount>& amounts, std::vector<FeeTaxes>& taxes);

/// What a fee's taxes are taken of.
TaxableAmount taxableFee(const AdjustmentAmount& fee);

}  // namespace crossfoot
