#include "pricing/document_tax.h"

#include "base/sorted_places.h"

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

void DocumentTax::start(size_t slots, size_t fees) {
  sums_.resize(context_.document.head.taxRates.size());
  for (RateSum& sum : sums_) {
    sum.floors = 0;
    sum.rests.clear();
    sum.remainders.clear();
  }
  entries_.clear();
  bonusBySlot_.assign(slots, 0);
  bonusByFee_.assign(fees, 0);
}

void DocumentTax::addLine(uint32_t slot, const TaxSet& set, const TaxableAmount& amount,
                          const LineTaxes& taxes, std::vector<RateTotal>& rates) {
  add(slot, set, amount, taxes, rates);
}

void DocumentTax::addFee(size_t fee, const TaxSet& set, const TaxableAmount& amount,
                         const LineTaxes& taxes, std::vector<RateTotal>& rates) {
  add(kFirstFee + static_cast<uint32_t>(fee), set, amount, taxes, rates);
}

// Whole units, what is left over of each tax, and the bases of exclusive rates.
void DocumentTax::add(uint32_t item, const TaxSet& set, const TaxableAmount& amount,
                      const LineTaxes& taxes, std::vector<RateTotal>& rates) {
  for (uint8_t position = 0; position < taxes.count; ++position) {
    const TaxAmount& entry = taxes.entries[position];
    const ExactTax exact = exactTax(set, entry, amount, context_);
    RateSum& sum = sums_[entry.rate];
    const Int128 floor = divideFloor(exact.numerator, exact.denominator);
    const Int128 rest = exact.numerator - floor * exact.denominator;
    sum.floors += floor;
    RateTotal& total = rates[entry.rate];
    if (!context_.document.head.taxRates[entry.rate].inclusive) total.base += entry.base;
    ++total.uses;
    if (rest == 0) continue;
    if (sum.rests.empty() || sum.rests.back().first != exact.denominator) {
      if (sum.rests.size() > kRestsKept) mergeRests(sum.rests);
      sum.rests.emplace_back(exact.denominator, 0);
    }
    sum.rests.back().second += rest;
    sum.remainders.push_back(
        {static_cast<int64_t>(rest), exact.denominator, static_cast<uint32_t>(entries_.size())});
    entries_.push_back({item, position});
  }
}

uint8_t& DocumentTax::bonusOf(uint32_t item) {
  return item >= kFirstFee ? bonusByFee_[item - kFirstFee] : bonusBySlot_[item];
}

void DocumentTax::distribute(std::vector<RateTotal>& rates) {
  for (size_t rate = 0; rate < sums_.size(); ++rate) {
    RateSum& sum = sums_[rate];
    mergeRests(sum.rests);
    const Int128 total = roundedSum(sum.floors, sum.rests);
    const auto missing = static_cast<size_t>(total - sum.floors);
    selectLargest(sum.remainders, missing);
    for (size_t i = 0; i < missing && i < sum.remainders.size(); ++i) {
      const Entry& entry = entries_[sum.remainders[i].index];
      uint8_t& bonus = bonusOf(entry.item);
      bonus = static_cast<uint8_t>(bonus | 1U << entry.position);
    }
    rates[rate].amount = {total};
  }
}

void DocumentTax::printLine(uint32_t slot, const TaxSet& set, const TaxableAmount& amount,
                            LineTaxes& taxes) const {
  print(bonusBySlot_[slot], set, amount, taxes);
}

void DocumentTax::printFee(size_t fee, const TaxSet& set, const TaxableAmount& amount,
                           LineTaxes& taxes) const {
  print(bonusByFee_[fee], set, amount, taxes);
}

void DocumentTax::print(uint8_t bonus, const TaxSet& set, const TaxableAmount& amount,
                        LineTaxes& taxes) const {
  std::array<Int128, kMaxTaxesPerLine> printed{};
  for (uint8_t i = 0; i < taxes.count; ++i) {
    const ExactTax exact = exactTax(set, taxes.entries[i], amount, context_);
    printed[i] = divideFloor(exact.numerator, exact.denominator) + (bonus >> i & 1);
  }
  for (uint8_t i = 0; i < taxes.count; ++i) taxes.entries[i].amount.minor = printed[i];
  retotal(set, amount.gross, context_, taxes);
}

Money DocumentTax::floorsOf(uint32_t rate) const {
  return rate < sums_.size() ? Money{sums_[rate].floors} : Money{};
}

Rational DocumentTax::exactTotalOf(uint32_t rate) const {
  return rate < sums_.size() ? exactSum(sums_[rate].floors, sums_[rate].rests) : Rational();
}

}  // namespace crossfoot
