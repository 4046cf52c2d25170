// Taxes that have no value because the subtotal overflowed: those of shares of the order discounts
// and of fees that are a percent of it. Amounts per unit need neither.

#include "pricing/totals.h"

namespace crossfoot {

bool Totals::sharesReachTaxes() const {
  return sharesUnknown() && context_.policy.taxBase == TaxBase::afterDiscounts;
}

bool Totals::feeUnknown(size_t adjustment) const {
  return !summary_.subtotal && document_.head.adjustments[adjustment].isPercent;
}

bool Totals::rateUnknown(uint32_t rate) const {
  if (summary_.subtotal || document_.head.taxRates[rate].perUnit) return false;
  int64_t uses = 0;  // by fees
  for (const FeeTaxes& fee : feeTaxes_) {
    for (const TaxAmount& entry : fee.taxes.list()) {
      if (entry.rate != rate) continue;
      if (feeUnknown(fee.adjustment)) return true;
      ++uses;
    }
  }
  return sharesReachTaxes() && rates_[rate].uses > uses;
}

bool Totals::rateBaseUnknown(uint32_t rate) const {
  if (rateUnknown(rate)) return true;
  if (summary_.subtotal) return false;
  const auto lacksBase = [&](const TaxSet& set, const TaxGaps& gaps) {
    for (size_t i = 0; i < set.rates.size(); ++i) {
      if (set.rates[i] == rate && gaps.base(i)) return true;
    }
    return false;
  };
  for (const DueLine& line : due_.list()) {
    if (lacksBase(document_.taxSet(line.taxSet), gapsOfLine(line.taxSet))) return true;
  }
  for (const FeeTaxes& fee : feeTaxes_) {
    const uint32_t taxSet = document_.head.adjustments[fee.adjustment].taxSet;
    if (lacksBase(document_.taxSet(taxSet), gapsOfFee(fee.adjustment))) return true;
  }
  return false;
}

// A tax of an amount that falls with the subtotal takes the sums it is in with it.
void Totals::noteUnknownTaxes(DocumentSums& sums) const {
  for (uint32_t rate = 0; rate < rates_.size(); ++rate) {
    if (rates_[rate].uses == 0 || !rateUnknown(rate)) continue;
    sums.lineTaxKnown = false;
    if (document_.head.taxRates[rate].inclusive) sums.lineTaxIncludedKnown = false;
  }
}

TaxGaps Totals::gapsOfLine(uint32_t taxSet) const { return gaps(taxSet, sharesReachTaxes()); }

TaxGaps Totals::gapsOfFee(size_t adjustment) const {
  return gaps(document_.head.adjustments[adjustment].taxSet, feeUnknown(adjustment));
}

// Rounding per document ties a rate's taxes together: where one of them is unknown, all are.
TaxGaps Totals::gaps(uint32_t taxSet, bool grossUnknown) const {
  TaxGaps gaps;
  if (summary_.subtotal) return gaps;
  const bool byDocument = context_.policy.taxRounding == TaxRounding::document;
  const TaxSet& set = document_.taxSet(taxSet);
  for (size_t i = 0; i < set.rates.size(); ++i) {
    const TaxRate& rate = document_.head.taxRates[set.rates[i]];
    if (rate.perUnit || !(grossUnknown || (byDocument && rateUnknown(set.rates[i])))) continue;
    gaps.amounts = static_cast<uint8_t>(gaps.amounts | 1U << i);
    gaps.tax = true;
    gaps.included = gaps.included || rate.inclusive;
  }
  for (size_t i = 0; i < set.rates.size(); ++i) {
    const TaxRate& rate = document_.head.taxRates[set.rates[i]];
    const bool unknown = grossUnknown || (rate.inclusive && gaps.included);
    if (unknown) gaps.bases = static_cast<uint8_t>(gaps.bases | 1U << i);
  }
  return gaps;
}

}  // namespace crossfoot
