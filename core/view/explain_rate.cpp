// A tax rate's total over the document: the taxes of the lines due now and of taxed fees.

#include "view/explain_tax.h"

namespace crossfoot::view {
namespace {

// A use of a rate: at a line or fee, with the view's path to its entry.
struct RateUse {
  const TaxAmount& entry;
  const TaxSet& set;
  const TaxableAmount& taxable;
  std::string_view id;
  std::string path;
};

size_t positionIn(const LineTaxes& taxes, uint32_t rate) {
  size_t at = 0;
  while (at < taxes.count && taxes.entries[at].rate != rate) ++at;
  return at;
}

// Calls `use` for each line due now and each fee that carries the rate, in order.
template <class Use>
void forEachUse(const Source& source, uint32_t rate, const Use& use) {
  const Document& document = source.document;
  PricedLine priced;
  LineTaxes taxes;
  size_t index = 0;
  for (const uint32_t slot : document.lines.order()) {
    const LineItem& line = document.lines.slot(slot);
    if (!line.isItem()) continue;
    const size_t shown = index++;
    if (!line.dueNow() || line.taxSet == 0) continue;
    priceLine(line, source.totals.context(), priced);
    if (!priced.counts) continue;
    source.totals.taxesDueNow(slot, priced, taxes);
    const size_t at = positionIn(taxes, rate);
    if (at == taxes.count) continue;
    const TaxableAmount taxable = source.totals.taxable(dueLineOf(source, slot, priced));
    use(RateUse{taxes.entries[at], document.taxSet(line.taxSet), taxable, line.id,
                "/lines/" + std::to_string(shown) + "/taxes/" + std::to_string(at)});
  }
  for (const FeeTaxes& fee : source.totals.feeTaxes()) {
    const size_t at = positionIn(fee.taxes, rate);
    if (at == fee.taxes.count) continue;
    const Adjustment& adjustment = document.head.adjustments[fee.adjustment];
    const TaxableAmount taxable = taxableFee(source.totals.adjustments()[fee.adjustment]);
    use(RateUse{
        fee.taxes.entries[at], document.taxSet(adjustment.taxSet), taxable, adjustment.id,
        "/summary/adjustments/" + std::to_string(fee.adjustment) + "/taxes/" + std::to_string(at)});
  }
}

}  // namespace

DueLine dueLineOf(const Source& source, uint32_t slot, const PricedLine& priced) {
  const LineItem& line = source.document.lines.slot(slot);
  return {
      slot,          line.taxSet,       true, line.sharesFirst(), priced.payment.list.isNegative(),
      line.quantity, priced.payment.net};
}

const FeeTaxes* feeTaxesAt(const Source& source, size_t adjustment) {
  for (const FeeTaxes& fee : source.totals.feeTaxes()) {
    if (fee.adjustment == adjustment) return &fee;
  }
  return nullptr;
}

void explainRateTotal(Steps& steps, const Source& source, uint32_t rate) {
  const PricingContext& context = source.totals.context();
  const Money total = source.totals.rates()[rate].amount;
  Addends addends = steps.addends();
  if (context.policy.taxRounding == TaxRounding::line) {
    forEachUse(source, rate, [&](const RateUse& use) {
      addends.add(use.entry.amount, use.id, use.path + "/amount");
    });
    steps.amount("rate-sum", steps.inputs().addends(addends), total, heldBy(context, total));
    return;
  }
  // Inclusive taxes don't depend on their base; others have it rounded per line as printed.
  const Rational unit(1, powerOfTen(steps.minorDigits()));
  forEachUse(source, rate, [&](const RateUse& use) {
    const ExactTax exact = exactTax(use.set, use.entry, use.taxable, context);
    addends.addExact(Rational(exact.numerator, Int128{exact.denominator}) * unit, use.id,
                     use.path + "/amount");
  });
  steps.amount("tax-document-total", steps.inputs().addends(addends),
               source.totals.documentTax().exactTotalOf(rate) * unit, heldBy(context, total));
}

void explainRateBase(Steps& steps, const Source& source, uint32_t rate) {
  const TaxRate& one = source.document.head.taxRates[rate];
  if (one.perUnit) return steps.none("no-tax-base", steps.inputs().text("rate", one.id));
  Addends addends = steps.addends();
  forEachUse(source, rate,
             [&](const RateUse& use) { addends.add(use.entry.base, use.id, use.path + "/base"); });
  steps.amount("rate-base-sum", steps.inputs().addends(addends), source.totals.rates()[rate].base);
}

}  // namespace crossfoot::view
