#include "pricing/line_tax.h"

#include "pricing/rounded.h"

namespace crossfoot {
namespace {

// gross × r ÷ (1 + Σ inclusive r): each inclusive tax is taken out of the price (PR-3.3).
Money inclusiveTax(Money gross, Percent percent, int64_t inclusiveMicros) {
  const int64_t whole = kWholePercent + inclusiveMicros;
  int64_t product = 0;
  if (fits63(gross.minor) &&
      multiplySmall(static_cast<int64_t>(gross.minor), percent.micros, product)) {
    return {divideRounded64(product, whole)};
  }
  return {divideRounded(gross.minor * percent.micros, whole)};
}

Int128 exactPerUnit(const TaxRate& rate, const TaxableAmount& taxable) {
  Int128 exact = 0;
  if (!multiplyChecked(rate.amountPerUnit.micros, taxable.quantity.micros, exact)) {
    // Anything this wide overflows as an amount, of either sign; the largest value says so to the
    // checks.
    exact = powerOfTen(37);
  }
  return taxable.negative ? -exact : exact;
}

Money perUnitTax(const TaxRate& rate, const TaxableAmount& taxable, unsigned minorDigits) {
  return {divideRounded(exactPerUnit(rate, taxable), powerOfTen(12 - minorDigits))};
}

Money inclusiveSum(const TaxSet& set, const std::vector<TaxRate>& rates, LineTaxes& taxes,
                   Money gross) {
  Money included;
  if (set.inclusiveMicros == 0) return included;
  for (size_t i = 0; i < set.rates.size(); ++i) {
    const TaxRate& rate = rates[set.rates[i]];
    if (!rate.inclusive) continue;
    taxes.entries[i].amount = inclusiveTax(gross, rate.percent, set.inclusiveMicros);
    included += taxes.entries[i].amount;
  }
  return included;
}

}  // namespace

void taxPayment(const TaxSet& set, const TaxableAmount& taxable, const PricingContext& context,
                LineTaxes& taxes) {
  const std::vector<TaxRate>& rates = context.document.head.taxRates;
  taxes.count = static_cast<uint8_t>(set.rates.size());
  taxes.included = inclusiveSum(set, rates, taxes, taxable.gross);
  const Money base = taxable.gross - taxes.included;
  Money before;  // the taxes of the rates listed earlier, for compound ones
  for (size_t i = 0; i < set.rates.size(); ++i) {
    const TaxRate& rate = rates[set.rates[i]];
    TaxAmount& entry = taxes.entries[i];
    entry.rate = set.rates[i];
    entry.base = rate.compound ? base + before : base;
    if (rate.perUnit) {
      entry.amount = perUnitTax(rate, taxable, context.minorDigits);
    } else if (!rate.inclusive) {
      entry.amount = percentOf(entry.base, rate.percent);
    } else if (set.inclusiveMicros == 0) {
      entry.amount = {};
    }
    before += entry.amount;
  }
  taxes.tax = before;
}

ExactTax exactTax(const TaxSet& set, const TaxAmount& entry, const TaxableAmount& taxable,
                  const PricingContext& context) {
  const TaxRate& rate = context.document.head.taxRates[entry.rate];
  if (rate.perUnit) {
    return {exactPerUnit(rate, taxable), powerOfTen64(12 - context.minorDigits)};
  }
  if (rate.inclusive) {
    return {taxable.gross.minor * rate.percent.micros, kWholePercent + set.inclusiveMicros};
  }
  return {entry.base.minor * rate.percent.micros, kWholePercent};
}

void retotal(const TaxSet& set, Money gross, const PricingContext& context, LineTaxes& taxes) {
  const std::vector<TaxRate>& rates = context.document.head.taxRates;
  taxes.tax = {};
  taxes.included = {};
  for (const TaxAmount& entry : taxes.list()) {
    taxes.tax += entry.amount;
    if (rates[entry.rate].inclusive) taxes.included += entry.amount;
  }
  if (set.inclusiveMicros == 0) return;
  for (TaxAmount& entry : taxes.list()) {
    if (rates[entry.rate].inclusive) entry.base = gross - taxes.included;
  }
}

}  // namespace crossfoot
