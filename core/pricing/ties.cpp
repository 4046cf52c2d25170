// The part of the totals in which lines depend on each other: shares of the order discounts and
// taxes rounded per document. One walk over the lines due now; nothing else of the document.

#include "base/sorted_places.h"
#include "pricing/rounded.h"
#include "pricing/totals.h"

namespace crossfoot {
namespace {

constexpr uint32_t kFirstFee = 0xF0000000U;

constexpr size_t kRestsKept = 4096;

using Rests = std::vector<std::pair<int64_t, Int128>>;

// Adds up the rests of equal denominators; there are as many as inclusive percents add up to.
void mergeRests(Rests& rests) {
  if (rests.size() < 2) return;
  Rests merged;
  for (const size_t place : sortedPlaces(
           rests.size(), [&](size_t a, size_t b) { return rests[a].first < rests[b].first; })) {
    if (merged.empty() || merged.back().first != rests[place].first) {
      merged.push_back(rests[place]);
    } else {
      merged.back().second += rests[place].second;
    }
  }
  rests = std::move(merged);
}

// Σ floors + Σ rests, exact, in minor units.
Rational exactSum(Int128 floors, const Rests& rests) {
  Rational sum(floors);
  for (const auto& [denominator, rest] : rests) sum = sum + Rational(rest, Int128{denominator});
  return sum;
}

Int128 roundedSum(Int128 floors, const Rests& rests) {
  if (rests.empty()) return floors;
  if (rests.size() == 1) {
    const auto& [denominator, rest] = rests.front();
    return divideRounded(floors * denominator + rest, denominator);
  }
  Int128 sum = 0;
  exactSum(floors, rests).rounded().toInt128(sum);
  return sum;
}

}  // namespace

void Totals::collectDueLines() {
  recomputed_.linesShared += dueLines_.size();
  if (!dueListDirty_) return;
  dueListDirty_ = false;
  dueLines_.clear();
  duePlace_.assign(document_.lines.slotCount(), kNoPlace);
  for (const uint32_t slot : document_.lines.order()) {
    if (slot >= dueBySlot_.size() || !dueBySlot_[slot].due) continue;
    duePlace_[slot] = static_cast<uint32_t>(dueLines_.size());
    dueLines_.push_back(dueBySlot_[slot]);
  }
}

void Totals::settleTies() {
  collectDueLines();
  if (hasDiscounts_) {
    shareDiscounts(adjustments_, dueLines_, context_, dueShares_);
    shareBySlot_.assign(document_.lines.slotCount(), Money{});
    for (size_t i = 0; i < dueLines_.size(); ++i) shareBySlot_[dueLines_[i].slot] = dueShares_[i];
  } else {
    shareBySlot_.clear();
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
  for (const DueLine& line : dueLines_) {
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

// PR-3.8, policy taxRounding "document".
void Totals::taxByDocument() {
  const size_t rateCount = document_.head.taxRates.size();
  rateSums_.resize(rateCount);
  for (RateSum& sum : rateSums_) {
    sum.floors = 0;
    sum.rests.clear();
    sum.remainders.clear();
  }
  rates_.assign(rateCount, RateTotal{});
  taxEntries_.clear();
  bonusBySlot_.assign(document_.lines.slotCount(), 0);
  bonusByFee_.assign(feeTaxes_.size(), 0);
  for (const DueLine& line : dueLines_) {
    if (line.taxSet == 0) continue;
    const TaxSet& set = document_.taxSet(line.taxSet);
    const TaxableAmount amount = taxable(line);
    taxPayment(set, amount, context_, scratch_.regular);
    collectExact(set, amount, line.slot, scratch_.regular);
  }
  for (size_t i = 0; i < feeTaxes_.size(); ++i) {
    const FeeTaxes& fee = feeTaxes_[i];
    const TaxSet& set = document_.taxSet(document_.head.adjustments[fee.adjustment].taxSet);
    const TaxableAmount amount = taxableFee(fee.adjustment);
    collectExact(set, amount, kFirstFee + static_cast<uint32_t>(i), fee.taxes);
  }
  distributeRates();
  addInclusiveBases();
}

// Notes one line's exact taxes: whole units, what is left over, and the bases of exclusive rates.
void Totals::collectExact(const TaxSet& set, const TaxableAmount& amount, uint32_t slot,
                          const LineTaxes& taxes) {
  for (uint8_t position = 0; position < taxes.count; ++position) {
    const TaxAmount& entry = taxes.entries[position];
    const ExactTax exact = exactTax(set, entry, amount, context_);
    RateSum& sum = rateSums_[entry.rate];
    const Int128 floor = divideFloor(exact.numerator, exact.denominator);
    const Int128 rest = exact.numerator - floor * exact.denominator;
    sum.floors += floor;
    if (!document_.head.taxRates[entry.rate].inclusive) rates_[entry.rate].base += entry.base;
    ++rates_[entry.rate].uses;
    if (rest == 0) continue;
    if (sum.rests.empty() || sum.rests.back().first != exact.denominator) {
      if (sum.rests.size() > kRestsKept) mergeRests(sum.rests);
      sum.rests.emplace_back(exact.denominator, 0);
    }
    sum.rests.back().second += rest;
    sum.remainders.push_back(
        {static_cast<int64_t>(rest), exact.denominator, static_cast<uint32_t>(taxEntries_.size())});
    taxEntries_.push_back({slot, position});
  }
}

// Each rate's total is rounded once; the units missing from the floors go to the largest rests.
void Totals::distributeRates() {
  allTax_ = allTaxIncluded_ = {};
  for (size_t rate = 0; rate < rateSums_.size(); ++rate) {
    RateSum& sum = rateSums_[rate];
    mergeRests(sum.rests);
    const Int128 total = roundedSum(sum.floors, sum.rests);
    const auto missing = static_cast<size_t>(total - sum.floors);
    selectLargest(sum.remainders, missing);
    for (size_t i = 0; i < missing && i < sum.remainders.size(); ++i) {
      const TaxEntry& entry = taxEntries_[sum.remainders[i].index];
      uint8_t& bonus =
          entry.slot >= kFirstFee ? bonusByFee_[entry.slot - kFirstFee] : bonusBySlot_[entry.slot];
      bonus = static_cast<uint8_t>(bonus | 1U << entry.position);
    }
    rates_[rate].amount = {total};
    allTax_.minor += total;
    if (document_.head.taxRates[rate].inclusive) allTaxIncluded_.minor += total;
  }
}

// The printed base of an inclusive rate is gross less the inclusive taxes as printed.
void Totals::addInclusiveBases() {
  const auto add = [this](const LineTaxes& taxes) {
    for (const TaxAmount& entry : taxes.list()) {
      if (document_.head.taxRates[entry.rate].inclusive) rates_[entry.rate].base += entry.base;
    }
  };
  for (const DueLine& line : dueLines_) {
    const TaxSet& set = document_.taxSet(line.taxSet);
    if (!set.inclusive) continue;
    const TaxableAmount amount = taxable(line);
    taxPayment(set, amount, context_, scratch_.regular);
    applyBonus(set, amount, bonusBySlot_[line.slot], scratch_.regular);
    add(scratch_.regular);
  }
  for (size_t i = 0; i < feeTaxes_.size(); ++i) {
    FeeTaxes& fee = feeTaxes_[i];
    const TaxSet& set = document_.taxSet(document_.head.adjustments[fee.adjustment].taxSet);
    applyBonus(set, taxableFee(fee.adjustment), bonusByFee_[i], fee.taxes);
    add(fee.taxes);
  }
}

void Totals::applyBonus(const TaxSet& set, const TaxableAmount& amount, uint8_t bonus,
                        LineTaxes& taxes) const {
  std::array<Int128, kMaxTaxesPerLine> printed{};
  for (uint8_t i = 0; i < taxes.count; ++i) {
    const ExactTax exact = exactTax(set, taxes.entries[i], amount, context_);
    printed[i] = divideFloor(exact.numerator, exact.denominator) + (bonus >> i & 1);
  }
  for (uint8_t i = 0; i < taxes.count; ++i) taxes.entries[i].amount.minor = printed[i];
  retotal(set, amount.gross, context_, taxes);
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
    applyBonus(set, amount, bonusBySlot_[slot], taxes);
  }
}

Money Totals::floorsOfRate(uint32_t rate) const {
  return rate < rateSums_.size() ? Money{rateSums_[rate].floors} : Money{};
}

Rational Totals::exactRateTotal(uint32_t rate) const {
  return rate < rateSums_.size() ? exactSum(rateSums_[rate].floors, rateSums_[rate].rests)
                                 : Rational();
}

}  // namespace crossfoot
