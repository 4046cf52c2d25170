// The part of the totals in which lines depend on each other: shares of the order discounts and
// taxes rounded per document. One walk over the lines due now; nothing else of the document.

#include "pricing/rounded.h"
#include "pricing/totals.h"

namespace crossfoot {

void Totals::settleTies() {
  recomputed_.linesShared += due_.list().size();
  const std::vector<DueLine>& lines = due_.collect(document_.lines);
  if (hasDiscounts_) {
    shareDiscounts(adjustments_, lines, context_, dueShares_);
    shareBySlot_.assign(document_.lines.slotCount(), Money{});
    for (size_t i = 0; i < lines.size(); ++i) shareBySlot_[lines[i].slot] = dueShares_[i];
  }
  if (!taxesAreTied()) return;
  if (context_.policy.taxRounding == TaxRounding::document) {
    taxByDocument();
  } else {
    taxLinesAlone();
  }
}

TaxableAmount Totals::taxable(const DueLine& line) const {
  const bool shared = context_.policy.taxBase == TaxBase::afterDiscounts;
  return {shared ? line.net - share(line.slot) : line.net, line.quantity, line.negative};
}

void Totals::taxLinesAlone() {
  lineRates_.assign(document_.head.taxRates.size(), RateTotal{});
  lineTax_ = lineTaxIncluded_ = {};
  for (const DueLine& line : due_.list()) {
    if (line.taxSet == 0) continue;
    const TaxSet& set = document_.taxSet(line.taxSet);
    const TaxableAmount amount = taxable(line);
    if (set.plain && fits63(amount.gross.minor)) {
      addPlainTaxes(set, amount.gross);
      continue;
    }
    taxPayment(set, amount, context_, scratch_.regular);
    addTaxes(scratch_.regular, 1);
  }
}

// Exclusive percent taxes of one amount, straight into the sums: what most lines carry.
void Totals::addPlainTaxes(const TaxSet& set, Money gross) {
  for (const uint32_t rate : set.rates) {
    const Money amount = percentOf(gross, document_.head.taxRates[rate].percent);
    RateTotal& total = lineRates_[rate];
    total.base += gross;
    total.amount += amount;
    ++total.uses;
    lineTax_ += amount;
  }
}

const TaxSet& Totals::taxSetOfFee(const FeeTaxes& fee) const {
  return document_.taxSet(document_.head.adjustments[fee.adjustment].taxSet);
}

// PR-3.8, policy taxRounding "document".
void Totals::taxByDocument() {
  rates_.assign(document_.head.taxRates.size(), RateTotal{});
  documentTax_.start(document_.lines.slotCount(), feeTaxes_.size());
  for (const DueLine& line : due_.list()) {
    if (line.taxSet == 0) continue;
    const TaxSet& set = document_.taxSet(line.taxSet);
    const TaxableAmount amount = taxable(line);
    taxPayment(set, amount, context_, scratch_.regular);
    documentTax_.addLine(line.slot, set, amount, scratch_.regular, rates_);
  }
  for (size_t i = 0; i < feeTaxes_.size(); ++i) {
    const FeeTaxes& fee = feeTaxes_[i];
    documentTax_.addFee(i, taxSetOfFee(fee), taxableFee(adjustments_[fee.adjustment]), fee.taxes,
                        rates_);
  }
  documentTax_.distribute(rates_);
  totalDocumentTaxes();
  addInclusiveBases();
}

void Totals::totalDocumentTaxes() {
  allTax_ = allTaxIncluded_ = {};
  for (size_t rate = 0; rate < rates_.size(); ++rate) {
    allTax_ += rates_[rate].amount;
    if (document_.head.taxRates[rate].inclusive) allTaxIncluded_ += rates_[rate].amount;
  }
}

// The printed base of an inclusive rate is gross less the inclusive taxes as printed.
void Totals::addInclusiveBases() {
  const auto add = [this](const LineTaxes& taxes) {
    for (const TaxAmount& entry : taxes.list()) {
      if (document_.head.taxRates[entry.rate].inclusive) rates_[entry.rate].base += entry.base;
    }
  };
  for (const DueLine& line : due_.list()) {
    const TaxSet& set = document_.taxSet(line.taxSet);
    if (!set.inclusive) continue;
    const TaxableAmount amount = taxable(line);
    taxPayment(set, amount, context_, scratch_.regular);
    documentTax_.printLine(line.slot, set, amount, scratch_.regular);
    add(scratch_.regular);
  }
  for (size_t i = 0; i < feeTaxes_.size(); ++i) {
    FeeTaxes& fee = feeTaxes_[i];
    documentTax_.printFee(i, taxSetOfFee(fee), taxableFee(adjustments_[fee.adjustment]), fee.taxes);
    add(fee.taxes);
  }
}

void Totals::taxesDueNow(uint32_t slot, const PricedLine& priced, LineTaxes& taxes) const {
  const LineItem& line = document_.lines.slot(slot);
  const DueLine due{
      slot,          line.taxSet,       true, line.sharesFirst(), priced.payment.list.isNegative(),
      line.quantity, priced.payment.net};
  const TaxSet& set = document_.taxSet(line.taxSet);
  const TaxableAmount amount = taxable(due);
  taxPayment(set, amount, context_, taxes);
  if (context_.policy.taxRounding == TaxRounding::document) {
    documentTax_.printLine(slot, set, amount, taxes);
  }
}

}  // namespace crossfoot
