#include "pricing/summary.h"

#include <algorithm>

#include "pricing/cash_rounding.h"

namespace crossfoot {
namespace {

class Summariser {
 public:
  Summariser(const DocumentSums& sums, const std::vector<AdjustmentAmount>& adjustments,
             const PricingContext& context)
      : sums_(sums),
        adjustments_(adjustments),
        context_(context),
        list_(context.document.head.adjustments) {}

  Summary make() {
    summary_.subtotal = known(sums_.subtotal);
    summary_.lineDiscounts = known(sums_.lineDiscounts);
    summary_.discounts = adjusted(AdjustmentType::discount);
    summary_.fees = adjusted(AdjustmentType::fee);
    summary_.taxes = adjusted(AdjustmentType::tax);
    if (sums_.lineTaxKnown) summary_.lineTax = known(sums_.lineTax);
    if (sums_.lineTaxIncludedKnown) summary_.lineTaxIncluded = known(sums_.lineTaxIncluded);
    sumDueNow();
    sumFuture();
    return summary_;
  }

 private:
  std::optional<Money> known(Money amount) const { return context_.limit.known(amount); }

  // A discount, or a percent of the subtotal, falls with it.
  bool needsSubtotal(AdjustmentType type) const {
    return std::any_of(list_.begin(), list_.end(), [type](const Adjustment& adjustment) {
      const bool isPart = type == AdjustmentType::discount || adjustment.isPercent;
      return adjustment.counts && adjustment.type == type && isPart;
    });
  }

  std::optional<Money> adjusted(AdjustmentType type) const {
    if (!summary_.subtotal && needsSubtotal(type)) return std::nullopt;
    Money sum;
    for (size_t i = 0; i < adjustments_.size(); ++i) {
      if (list_[i].type == type) sum += adjustments_[i].amount;
    }
    return known(sum);
  }

  void sumDueNow() {
    const Summary& s = summary_;
    if (!s.subtotal || !s.discounts || !s.fees || !s.taxes || !s.lineTax || !s.lineTaxIncluded) {
      return;
    }
    const Money exact =
        *s.subtotal - *s.discounts + *s.fees + *s.taxes + *s.lineTax - *s.lineTaxIncluded;
    const Money due = roundedToCash(exact, context_.policy);
    summary_.dueNow = known(due);
    if (summary_.dueNow) summary_.roundingDifference = due - exact;
  }

  void sumFuture() {
    if (sums_.renews) return;
    summary_.futureNet = known(sums_.futureNet);
    summary_.futureTax = known(sums_.futureTax);
    if (!summary_.futureNet || !summary_.futureTax) return;
    summary_.futurePayments = known(sums_.futureNet + sums_.futureTax);
    if (!summary_.dueNow || !summary_.futurePayments) return;
    summary_.total = known(*summary_.dueNow + *summary_.futurePayments);
  }

  const DocumentSums& sums_;
  const std::vector<AdjustmentAmount>& adjustments_;
  const PricingContext& context_;
  const std::vector<Adjustment>& list_;
  Summary summary_;
};

}  // namespace

Summary summarise(const DocumentSums& sums, const std::vector<AdjustmentAmount>& adjustments,
                  const PricingContext& context) {
  return Summariser(sums, adjustments, context).make();
}

}  // namespace crossfoot
