#include "pricing/totals.h"

#include <algorithm>

#include "pricing/margin.h"
#include "pricing/rounded.h"

namespace crossfoot {

Totals::Totals(const Document& document) : document_(document), context_(document) {}

bool Totals::taxesAreTied() const {
  return context_.policy.taxRounding == TaxRounding::document ||
         (hasDiscounts_ && context_.policy.taxBase == TaxBase::afterDiscounts);
}

bool Totals::linesAreTied() const { return hasTies_; }

void Totals::priceAll() {
  context_.minorDigits = document_.minorDigits();
  context_.limit = MoneyLimit(document_.minorDigits());
  hasDiscounts_ = std::any_of(
      document_.head.adjustments.begin(), document_.head.adjustments.end(),
      [](const Adjustment& a) { return a.counts && a.type == AdjustmentType::discount; });
  hasTies_ = hasDiscounts_ || context_.policy.taxRounding == TaxRounding::document;
  taxesTied_ = taxesAreTied();
  plainAllowed_ = allowsPlain(context_.policy);
  subtotal_ = lineDiscounts_ = futureNet_ = futureTax_ = lineTax_ = lineTaxIncluded_ = {};
  renewing_ = due_ = 0;
  lineIssues_ = {};
  lineNames_.clear();
  scheduleDates_.clear(horizonEnd(document_.head));
  lineRates_.assign(document_.head.taxRates.size(), RateTotal{});
  dueBySlot_.assign(hasTies_ ? document_.lines.slotCount() : 0, DueLine{});
  removed_ = {};
  bonusBySlot_.clear();
  dueListDirty_ = true;
  // Where no discount is left, nobody shares anew: the old shares must not be read again.
  dueLines_.clear();
  shareBySlot_.clear();
  for (const uint32_t slot : document_.lines.order()) add(slot);
  tiedDirty_ = true;
  settle();
}

void Totals::apply(uint32_t slot, int sign) {
  const LineItem& line = document_.lines.slot(slot);
  if (!line.isItem()) {
    // A heading may stand where an item was, or become one: the shares must hear of both.
    if (hasTies_) noteTie(slot, false, false, {}, sign);
    return;
  }
  ++recomputed_.linesPriced;
  if (document_.head.automaticTax) lineNames_.count(line, sign);
  if (plainAllowed_ && pricePlain(line, document_.taxSet(line.taxSet), context_, plain_)) {
    applyPlain(slot, sign);
    return;
  }
  priceLine(line, context_, scratch_);
  countIssues(line, scratch_, sign);
  const bool due = scratch_.counts && line.dueNow();
  if (hasTies_) noteTie(slot, due, scratch_.payment.list.isNegative(), scratch_.payment.net, sign);
  if (!scratch_.counts || !line.counts) return;
  scheduleDates_.count(line, sign);
  const auto signedUnits = static_cast<uint32_t>(sign);  // wraps around for -1
  if (line.renews()) {
    renewing_ += signedUnits;
  } else if (line.payments != 1 || !line.startsNow) {
    const FuturePayments future = futurePayments(line, scratch_, context_);
    futureNet_ += times(future.net, sign);
    futureTax_ += times(future.tax, sign);
  }
  if (!due) return;
  due_ += signedUnits;
  subtotal_ += times(scratch_.payment.net, sign);
  lineDiscounts_ += times(scratch_.payment.discount, sign);
  if (!taxesTied_) addTaxes(scratch_.regular, sign);
}

void Totals::applyPlain(uint32_t slot, int sign) {
  const LineItem& line = document_.lines.slot(slot);
  const auto units = [sign](unsigned count) { return static_cast<uint32_t>(sign) * count; };
  lineIssues_.errors += units(line.errors);
  lineIssues_.warnings += units(line.warnings);
  lineIssues_.notices += units(line.notices);
  due_ += units(1);
  subtotal_.minor += plain_.net * sign;
  lineDiscounts_.minor += plain_.discount * sign;
  if (hasTies_) noteTie(slot, true, plain_.list < 0, {plain_.net}, sign);
  if (taxesTied_) return;
  const TaxSet& set = document_.taxSet(line.taxSet);
  for (size_t i = 0; i < set.rates.size(); ++i) {
    RateTotal& total = lineRates_[set.rates[i]];
    total.base.minor += plain_.net * sign;
    total.amount.minor += plain_.taxes[i] * sign;
    total.uses += sign;
    lineTax_.minor += plain_.taxes[i] * sign;
  }
}

// Keeps what the shares need of each line, and notes whether an edit changed any of it.
void Totals::noteTie(uint32_t slot, bool due, bool negative, Money net, int sign) {
  if (slot >= dueBySlot_.size()) dueBySlot_.resize(document_.lines.slotCount());
  DueLine& kept = dueBySlot_[slot];
  if (sign < 0) {
    removed_ = kept;
    kept = {};
    dirtyBefore_ = tiedDirty_;
    tiedDirty_ = true;
    return;
  }
  const LineItem& line = document_.lines.slot(slot);
  kept = {slot, line.taxSet, due, line.sharesFirst(), negative, line.quantity, net};
  tiedDirty_ = kept == removed_ ? dirtyBefore_ : true;
  const bool inPlace =
      !dueListDirty_ && slot < duePlace_.size() && (duePlace_[slot] != kNoPlace) == kept.due;
  if (!inPlace) {
    dueListDirty_ = true;
  } else if (kept.due) {
    dueLines_[duePlace_[slot]] = kept;
  }
}

void Totals::addTaxes(const LineTaxes& taxes, int sign) {
  for (const TaxAmount& entry : taxes.list()) {
    RateTotal& total = lineRates_[entry.rate];
    total.base += times(entry.base, sign);
    total.amount += times(entry.amount, sign);
    total.uses += sign;
  }
  lineTax_ += times(taxes.tax, sign);
  lineTaxIncluded_ += times(taxes.included, sign);
}

void Totals::countIssues(const LineItem& line, const PricedLine& priced, int sign) {
  const auto units = [sign](unsigned count) { return static_cast<uint32_t>(sign) * count; };
  lineIssues_.errors += units(line.errors + (priced.overflow ? 1U : 0U));
  const bool low = belowMinimumMargin(line, priced, context_);
  lineIssues_.warnings +=
      units(line.warnings + (priced.payment.capped ? 1U : 0U) + (low ? 1U : 0U));
  lineIssues_.notices += units(line.notices);
}

IssueCounts Totals::issueCounts() const {
  IssueCounts counts = lineIssues_;
  counts.errors += lineNames_.repeated() + (scheduleTooLong() ? 1 : 0);
  const auto count = [&counts](const std::vector<Issue>& issues) {
    for (const Issue& issue : issues) {
      switch (issueSeverity(issue.code)) {
        case Severity::error: ++counts.errors; break;
        case Severity::warning: ++counts.warnings; break;
        case Severity::notice: ++counts.notices; break;
      }
    }
  };
  count(document_.head.leadingIssues);
  count(document_.head.trailingIssues);
  for (const AdjustmentAmount& adjustment : adjustments_) {
    counts.warnings += adjustment.capped ? 1 : 0;
    counts.errors += adjustment.overflow ? 1 : 0;
  }
  return counts;
}

void Totals::settle() {
  // Where lines are tied, nothing but future payments can have moved while no tie did.
  if (hasTies_ && !tiedDirty_) {
    summarise();
    return;
  }
  if (context_.limit.holds(subtotal_)) {
    adjustments_ = takeDiscounts(subtotal_, context_);
  } else {
    adjustments_.assign(document_.head.adjustments.size(), AdjustmentAmount{});
  }
  settleFees();
  if (hasTies_) settleTies();
  tiedDirty_ = false;
  if (context_.policy.taxRounding == TaxRounding::line) totalTaxesByLine();
  summarise();
}

// Taxes rounded per line simply add up, those of taxed fees included.
void Totals::totalTaxesByLine() {
  rates_ = lineRates_;
  allTax_ = lineTax_;
  allTaxIncluded_ = lineTaxIncluded_;
  for (const FeeTaxes& fee : feeTaxes_) {
    for (const TaxAmount& entry : fee.taxes.list()) {
      rates_[entry.rate].base += entry.base;
      rates_[entry.rate].amount += entry.amount;
      ++rates_[entry.rate].uses;
    }
    allTax_ += fee.taxes.tax;
    allTaxIncluded_ += fee.taxes.included;
  }
}

// Fees and one-time taxes, each alone on its base (PR-4.4, PR-4.5).
void Totals::settleFees() {
  const std::vector<Adjustment>& list = document_.head.adjustments;
  Money base = subtotal_;
  for (const AdjustmentAmount& discount : adjustments_) base -= discount.amount;
  Money taxBase = base;
  feeTaxes_.clear();
  for (size_t i = 0; i < list.size(); ++i) {
    if (!list[i].counts || list[i].type != AdjustmentType::fee) continue;
    settleAdjustment(i, base);
    const Money fee = adjustments_[i].amount;
    if (list[i].taxable) taxBase += fee;
    if (!list[i].hasTaxRates || adjustments_[i].overflow) continue;
    FeeTaxes taxes;
    taxes.adjustment = i;
    taxPayment(document_.taxSet(list[i].taxSet), taxableFee(i), context_, taxes.taxes);
    feeTaxes_.push_back(taxes);
  }
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].counts && list[i].type == AdjustmentType::tax) settleAdjustment(i, taxBase);
  }
}

void Totals::settleAdjustment(size_t index, Money base) {
  const Adjustment& adjustment = document_.head.adjustments[index];
  AdjustmentAmount& settled = adjustments_[index];
  // A percent of a subtotal that overflowed has no value, which is no fault of its own.
  if (adjustment.isPercent && !context_.limit.holds(subtotal_)) return;
  settled.amount = adjustment.isPercent ? percentOf(base, adjustment.percent)
                                        : rounded(adjustment.amount, context_.minorDigits);
  settled.overflow = !context_.limit.holds(settled.amount);
  if (settled.overflow) settled.amount = {};
}

TaxableAmount Totals::taxableFee(size_t adjustment) const {
  const Money fee = adjustments_[adjustment].amount;
  return {fee, {1'000'000}, fee.isNegative()};
}

void Totals::summarise() {
  const MoneyLimit& limit = context_.limit;
  Money discounts;
  Money fees;
  Money taxes;
  for (size_t i = 0; i < adjustments_.size(); ++i) {
    switch (document_.head.adjustments[i].type) {
      case AdjustmentType::discount: discounts += adjustments_[i].amount; break;
      case AdjustmentType::fee: fees += adjustments_[i].amount; break;
      case AdjustmentType::tax: taxes += adjustments_[i].amount; break;
    }
  }
  summary_ = {};
  summary_.subtotal = limit.known(subtotal_);
  summary_.lineDiscounts = limit.known(lineDiscounts_);
  const bool base = summary_.subtotal.has_value();
  if (base || !hasDiscounts_) summary_.discounts = limit.known(discounts);
  if (base || !percentOfSubtotal(AdjustmentType::fee)) summary_.fees = limit.known(fees);
  if (base || !percentOfSubtotal(AdjustmentType::tax)) summary_.taxes = limit.known(taxes);
  summariseTaxes();
  if (base && summary_.discounts && summary_.fees && summary_.taxes && summary_.lineTax &&
      summary_.lineTaxIncluded) {
    const Money exact = subtotal_ - discounts + fees + taxes + allTax_ - allTaxIncluded_;
    Money due = exact;
    if (context_.policy.cashRounding) {
      const Int128 step = context_.policy.cashRounding->minor;
      due.minor = divideRounded(exact.minor, step) * step;
    }
    summary_.dueNow = limit.known(due);
    if (summary_.dueNow) summary_.roundingDifference = due - exact;
  }
  if (renewing_ > 0) return;
  summary_.futureNet = limit.known(futureNet_);
  summary_.futureTax = limit.known(futureTax_);
  if (!summary_.futureNet || !summary_.futureTax) return;
  summary_.futurePayments = limit.known(futureNet_ + futureTax_);
  if (!summary_.dueNow || !summary_.futurePayments) return;
  summary_.total = limit.known(*summary_.dueNow + *summary_.futurePayments);
}

// A tax of an amount that falls with the subtotal takes the sums it is in with it.
void Totals::summariseTaxes() {
  bool taxKnown = context_.limit.holds(allTax_);
  bool includedKnown = context_.limit.holds(allTaxIncluded_);
  for (uint32_t rate = 0; rate < rates_.size() && !summary_.subtotal; ++rate) {
    if (rates_[rate].uses == 0 || !rateUnknown(rate)) continue;
    taxKnown = false;
    if (document_.head.taxRates[rate].inclusive) includedKnown = false;
  }
  if (taxKnown) summary_.lineTax = allTax_;
  if (includedKnown) summary_.lineTaxIncluded = allTaxIncluded_;
}

// Whether an adjustment of this type is a percent of the subtotal, and falls with it.
bool Totals::percentOfSubtotal(AdjustmentType type) const {
  const std::vector<Adjustment>& list = document_.head.adjustments;
  return std::any_of(list.begin(), list.end(), [type](const Adjustment& adjustment) {
    return adjustment.counts && adjustment.type == type && adjustment.isPercent;
  });
}

Money Totals::share(uint32_t slot) const {
  return slot < shareBySlot_.size() ? shareBySlot_[slot] : Money{};
}

}  // namespace crossfoot
