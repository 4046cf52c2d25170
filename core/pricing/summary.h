#pragma once

#include <optional>
#include <vector>

#include "pricing/order_discount.h"

namespace crossfoot {

/// The summary's amounts (PR-4, RE-3). A missing amount overflowed, or depends
/// on one that did; of the future ones also while a line renews without end.
struct Summary {
  std::optional<Money> subtotal, lineDiscounts, discounts, fees, taxes, lineTax, lineTaxIncluded,
      roundingDifference, dueNow, futureNet, futureTax, futurePayments, total;
};

/// What a document came to, before any limit.
struct DocumentSums {
  Money subtotal, lineDiscounts;
  Money lineTax, lineTaxIncluded;
  bool lineTaxKnown = true;  ///< false where a tax of an unknown amount is among them
  bool lineTaxIncludedKnown = true;
  Money futureNet, futureTax;
  bool renews = false;  ///< a line is paid without end
};

/// The summary of a document: every total from its parts (PR-4.7), the amount due now in the cash
/// there is (PR-4.8). `adjustments` are those of the document's head, in their order.
Summary summarise(const DocumentSums& sums, const std::vector<AdjustmentAmount>& adjustments,
                  const PricingContext& context);

}  // namespace crossfoot
