#include "pricing/order_discount.h"

#include <algorithm>

#include "num/allocate.h"
#include "pricing/rounded.h"

namespace crossfoot {
namespace {

// What is left of each line's positive net while discounts are shared over it.
class Sharing {
 public:
  Sharing(const std::vector<DueLine>& lines, const PricingContext& context,
          std::vector<Money>& shares, ShareTrace* trace)
      : lines_(lines), context_(context), shares_(shares), trace_(trace) {
    shares_.assign(lines.size(), Money{});
  }

  // Shares up to what is left of the lines with this tax set; returns what remains.
  Money shareOverSet(Money amount, size_t adjustment) {
    adjustment_ = adjustment;
    return share(amount, ShareRound::sameTaxRates);
  }

  void shareOverAll(Money amount) {
    if (context_.policy.discountAllocation == DiscountAllocation::oneTimeFirst) {
      amount = share(amount, ShareRound::oneTimeLines);
    }
    share(amount, ShareRound::allLines);
  }

 private:
  bool takesPart(const DueLine& line, ShareRound round) const {
    switch (round) {
      case ShareRound::sameTaxRates: return hasTaxSetOfDiscount(line);
      case ShareRound::oneTimeLines: return line.oneTime;
      case ShareRound::allLines: return true;
    }
    return false;
  }

  bool hasTaxSetOfDiscount(const DueLine& line) const {
    const Document& document = context_.document;
    const uint32_t taxSet = document.head.adjustments[adjustment_].taxSet;
    return line.taxSet == taxSet || document.taxSet(line.taxSet).ids == document.taxSet(taxSet).ids;
  }

  Money share(Money amount, ShareRound round) {
    if (amount == Money{}) return amount;
    weights_.clear();
    places_.clear();
    Money room;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Money left = lines_[i].net - shares_[i];
      if (!(left > Money{}) || !takesPart(lines_[i], round)) continue;
      weights_.push_back(left.minor);
      places_.push_back(static_cast<uint32_t>(i));
      room += left;
    }
    const Money taken = room < amount ? room : amount;
    allocate(taken.minor, weights_, parts_);
    for (size_t i = 0; i < places_.size(); ++i) {
      if (trace_ != nullptr && places_[i] == trace_->line) {
        trace_->parts.push_back(
            {round, adjustment_, taken, {weights_[i]}, room, places_.size(), {parts_[i]}});
      }
      shares_[places_[i]].minor += parts_[i];
    }
    return amount - taken;
  }

  const std::vector<DueLine>& lines_;
  const PricingContext& context_;
  std::vector<Money>& shares_;
  ShareTrace* trace_;
  size_t adjustment_ = 0;
  std::vector<Int128> weights_;
  std::vector<Int128> parts_;
  std::vector<uint32_t> places_;
};

}  // namespace

std::vector<AdjustmentAmount> takeDiscounts(Money subtotal, const PricingContext& context) {
  const std::vector<Adjustment>& adjustments = context.document.head.adjustments;
  const bool sequential = context.policy.discountStacking == DiscountStacking::sequential;
  std::vector<AdjustmentAmount> taken(adjustments.size());
  Money left = subtotal.isNegative() ? Money{} : subtotal;
  for (size_t i = 0; i < adjustments.size(); ++i) {
    const Adjustment& adjustment = adjustments[i];
    if (!adjustment.counts || adjustment.type != AdjustmentType::discount) continue;
    Money wanted = adjustment.isPercent
                       ? percentOf(sequential ? left : subtotal, adjustment.percent)
                       : rounded(adjustment.amount, context.minorDigits);
    taken[i].capped = wanted > left;
    if (taken[i].capped) wanted = left;
    if (wanted.isNegative()) wanted = {};
    taken[i].amount = wanted;
    left -= wanted;
  }
  return taken;
}

void shareDiscounts(const std::vector<AdjustmentAmount>& taken, const std::vector<DueLine>& lines,
                    const PricingContext& context, std::vector<Money>& shares, ShareTrace* trace) {
  const std::vector<Adjustment>& adjustments = context.document.head.adjustments;
  Sharing sharing(lines, context, shares, trace);
  if (trace != nullptr) trace->pooled.assign(taken.size(), Money{});
  Money pool;
  for (size_t i = 0; i < taken.size(); ++i) {
    if (adjustments[i].type != AdjustmentType::discount) continue;
    const Money pooled =
        adjustments[i].hasTaxRates ? sharing.shareOverSet(taken[i].amount, i) : taken[i].amount;
    if (trace != nullptr) trace->pooled[i] = pooled;
    pool += pooled;
  }
  sharing.shareOverAll(pool);
}

}  // namespace crossfoot
