#include "pricing/totals.h"

#include <algorithm>

#include "pricing/margin.h"
#include "pricing/rounded.h"

namespace crossfoot {

Totals::Totals(const Document& document)
    : document_(document), context_(document), documentTax_(context_) {}

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
  renewing_ = dueNow_ = 0;
  lineIssues_ = {};
  lineNames_.clear();
  scheduleDates_.clear(horizonEnd(document_.head));
  lineRates_.assign(document_.head.taxRates.size(), RateTotal{});
  // Where no discount is left, nobody shares anew: the old shares must not be read again.
  shareBySlot_.clear();
  for (const uint32_t slot : document_.lines.order()) add(slot);
  due_.orderChanged();
  settle();
}

void Totals::apply(uint32_t slot, int sign) {
  const LineItem& line = document_.lines.slot(slot);
  if (!line.isItem()) {
    // A heading may stand where an item was, or become one: the shares must hear of both.
    DueLine heading;
    heading.slot = slot;
    if (hasTies_ && sign > 0) due_.put(heading);
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
  if (hasTies_ && sign > 0) {
    const Payment& payment = scratch_.payment;
    due_.put({slot, line.taxSet, due, line.sharesFirst(), payment.list.isNegative(), line.quantity,
              payment.net});
  }
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
  dueNow_ += signedUnits;
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
  dueNow_ += units(1);
  subtotal_.minor += plain_.net * sign;
  lineDiscounts_.minor += plain_.discount * sign;
  if (hasTies_ && sign > 0) {
    due_.put({slot,
              line.taxSet,
              true,
              line.sharesFirst(),
              plain_.list < 0,
              line.quantity,
              {plain_.net}});
  }
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
  if (hasTies_ && !due_.moved()) return summariseAll();
  if (context_.limit.holds(subtotal_)) {
    adjustments_ = takeDiscounts(subtotal_, context_);
  } else {
    adjustments_.assign(document_.head.adjustments.size(), AdjustmentAmount{});
  }
  settleFees(subtotal_, context_, adjustments_, feeTaxes_);
  if (hasTies_) settleTies();
  due_.settled();
  if (context_.policy.taxRounding == TaxRounding::line) totalTaxesByLine();
  summariseAll();
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

void Totals::summariseAll() {
  DocumentSums sums;
  sums.subtotal = subtotal_;
  sums.lineDiscounts = lineDiscounts_;
  sums.lineTax = allTax_;
  sums.lineTaxIncluded = allTaxIncluded_;
  sums.futureNet = futureNet_;
  sums.futureTax = futureTax_;
  sums.renews = renewing_ > 0;
  // What is unknown without a subtotal asks for it.
  summary_.subtotal = context_.limit.known(subtotal_);
  if (!summary_.subtotal) noteUnknownTaxes(sums);
  summary_ = summarise(sums, adjustments_, context_);
}

Money Totals::share(uint32_t slot) const {
  return slot < shareBySlot_.size() ? shareBySlot_[slot] : Money{};
}

}  // namespace crossfoot
