#pragma once

#include <utility>
#include <vector>

#include "num/allocate.h"
#include "num/rational.h"
#include "pricing/rate_total.h"

namespace crossfoot {

/// Taxes rounded once a document instead of once a line (PR-3.8, policy taxRounding "document"):
/// the exact taxes of all that carries a rate are added up and rounded once; what the taxes rounded
/// down lack of that goes, a unit each, to those that lost most. Used in this order: start, add for
/// all that is taxed, distribute; then print says what each one's taxes are.
class DocumentTax {
 public:
  explicit DocumentTax(const PricingContext& context) : context_(context) {}

  /// Forgets everything; lines are known by their slots from 0 to `slots`, fees by their order.
  void start(size_t slots, size_t fees);

  /// Notes the taxes of a line or a fee, and the bases of its exclusive rates in `rates`.
  void addLine(uint32_t slot, const TaxSet& set, const TaxableAmount& amount,
               const LineTaxes& taxes, std::vector<RateTotal>& rates);
  void addFee(size_t fee, const TaxSet& set, const TaxableAmount& amount, const LineTaxes& taxes,
              std::vector<RateTotal>& rates);

  /// Rounds each rate's total, and says who gets the missing units.
  void distribute(std::vector<RateTotal>& rates);

  /// The taxes as printed: those rounded down, with the units that fell to them.
  void printLine(uint32_t slot, const TaxSet& set, const TaxableAmount& amount,
                 LineTaxes& taxes) const;
  void printFee(size_t fee, const TaxSet& set, const TaxableAmount& amount, LineTaxes& taxes) const;

  /// The sum of a rate's taxes each rounded down, and the exact sum in minor units; for explain.
  Money floorsOf(uint32_t rate) const;
  Rational exactTotalOf(uint32_t rate) const;

 private:
  /// One tax of a line (its slot) or of a fee (its number from kFirstFee on).
  struct Entry {
    uint32_t item;
    uint8_t position;
  };
  struct RateSum {
    Int128 floors = 0;
    std::vector<std::pair<int64_t, Int128>> rests;  // by denominator
    std::vector<Remainder> remainders;
  };

  void add(uint32_t item, const TaxSet& set, const TaxableAmount& amount, const LineTaxes& taxes,
           std::vector<RateTotal>& rates);
  void print(uint8_t bonus, const TaxSet& set, const TaxableAmount& amount, LineTaxes& taxes) const;
  uint8_t& bonusOf(uint32_t item);

  const PricingContext& context_;
  std::vector<RateSum> sums_;
  std::vector<Entry> entries_;
  std::vector<uint8_t> bonusBySlot_;  // bit k: the k-th tax got a missing unit
  std::vector<uint8_t> bonusByFee_;
};

}  // namespace crossfoot
