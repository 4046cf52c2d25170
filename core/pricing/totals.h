#pragma once

#include <optional>
#include <vector>

#include "num/allocate.h"
#include "pricing/line_names.h"
#include "pricing/order_discount.h"
#include "pricing/plain_line.h"
#include "pricing/priced_line.h"
#include "pricing/schedule_dates.h"

namespace crossfoot {

/// The total of one tax rate over the lines due now and the taxed fees.
struct RateTotal {
  Money base;
  Money amount;
  int64_t uses = 0;  ///< how many lines and fees carry it
};

/// A taxed fee's taxes.
struct FeeTaxes {
  size_t adjustment = 0;
  LineTaxes taxes;
};

/// The summary's amounts (PR-4, RE-3). A missing amount overflowed, or depends
/// on one that did; of the future ones also while a line renews without end.
struct Summary {
  std::optional<Money> subtotal, lineDiscounts, discounts, fees, taxes, lineTax, lineTaxIncluded,
      roundingDifference, dueNow, futureNet, futureTax, futurePayments, total;
};

/// Which amounts of a payment's taxes have no value, because the subtotal has none.
struct TaxGaps {
  uint8_t amounts = 0;  ///< bit k: of the k-th tax
  uint8_t bases = 0;
  bool tax = false;       ///< their sum
  bool included = false;  ///< the sum of the inclusive ones

  bool amount(size_t at) const { return (amounts >> at & 1) != 0; }
  bool base(size_t at) const { return (bases >> at & 1) != 0; }
};

/// What was worked out again by the last change: tests assert it (P2: untouched lines run
/// nothing).
struct Recomputed {
  size_t linesPriced = 0;  ///< lines priced on their own
  size_t linesShared = 0;  ///< lines whose share of an order discount or document tax moved
};

/// The incremental totals of a document. A change of a line takes the line's contribution out,
/// and puts the new one in: its cost does not grow with the document. Only an order discount or
/// document-rounded taxes tie lines together; then the shares, and nothing else, are worked out
/// again over all lines due now.
class Totals {
 public:
  explicit Totals(const Document& document);

  /// Prices everything: after load, or a change of the head.
  void priceAll();
  /// Around a change of one line: before with the old line, after with the new.
  void remove(uint32_t slot) { apply(slot, -1); }
  void add(uint32_t slot) { apply(slot, 1); }
  /// After lines were added, removed or moved: the shares follow the line order.
  void orderChanged() { tiedDirty_ = dueListDirty_ = true; }
  /// Brings adjustments and shares up to date; to be called before anything is read.
  void settle();

  const Summary& summary() const { return summary_; }
  const PricingContext& context() const { return context_; }
  const std::vector<AdjustmentAmount>& adjustments() const { return adjustments_; }
  const std::vector<RateTotal>& rates() const { return rates_; }
  const std::vector<FeeTaxes>& feeTaxes() const { return feeTaxes_; }
  uint32_t renewingLines() const { return renewing_; }
  bool anyDueNow() const { return due_ > 0; }
  /// The order discounts cannot be shared, because the subtotal overflowed.
  bool sharesUnknown() const { return hasDiscounts_ && !summary_.subtotal; }
  IssueCounts issueCounts() const;
  /// The names of the lines; empty where the document asks for no automatic tax.
  const LineNames& lineNames() const { return lineNames_; }
  /// The schedule has too many dates to be listed (RE-4.5).
  bool scheduleTooLong() const { return scheduleDates_.tooMany(); }
  const Recomputed& recomputed() const { return recomputed_; }
  void clearRecomputed() { recomputed_ = {}; }

  /// What of the taxes of a line due now, or of a taxed fee, has no value.
  TaxGaps gapsOfLine(uint32_t taxSet) const;
  TaxGaps gapsOfFee(size_t adjustment) const;
  /// A rate's total, or the total of its bases, has none because the subtotal has none.
  bool rateUnknown(uint32_t rate) const;
  bool rateBaseUnknown(uint32_t rate) const;

  /// The line's share of the order discounts.
  Money share(uint32_t slot) const;
  /// The taxes of the payment due now of a line that counts.
  void taxesDueNow(uint32_t slot, const PricedLine& priced, LineTaxes& taxes) const;

  /// The exact sum of a rate's taxes in minor units, before document rounding; for explain.
  Rational exactRateTotal(uint32_t rate) const;

  /// The sum of a rate's taxes each rounded down, in document rounding; for explain.
  Money floorsOfRate(uint32_t rate) const;
  /// The lines due now in their order, where lines are tied; for explain.
  const std::vector<DueLine>& dueLines() const { return dueLines_; }
  /// What the taxes of a line due now, or of a taxed fee, are taken of.
  TaxableAmount taxable(const DueLine& line) const;
  TaxableAmount taxableFee(size_t adjustment) const;

  /// Whether an edit of one line moves amounts of others.
  bool linesAreTied() const;

 private:
  static constexpr uint32_t kNoPlace = 0xFFFFFFFFU;

  struct TaxEntry {
    uint32_t slot;  // or fee number from kFirstFee on
    uint8_t position;
  };
  struct RateSum {
    Int128 floors = 0;
    std::vector<std::pair<int64_t, Int128>> rests;  // by denominator
    std::vector<Remainder> remainders;
  };

  void apply(uint32_t slot, int sign);
  void applyPlain(uint32_t slot, int sign);
  void noteTie(uint32_t slot, bool due, bool negative, Money net, int sign);
  void addTaxes(const LineTaxes& taxes, int sign);
  void countIssues(const LineItem& line, const PricedLine& priced, int sign);
  bool taxesAreTied() const;
  void collectDueLines();
  void settleTies();
  void settleFees();
  void settleAdjustment(size_t index, Money base);
  void totalTaxesByLine();
  void taxLinesAlone();
  void addPlainTaxes(const TaxSet& set, Money gross);
  void taxByDocument();
  void collectExact(const TaxSet& set, const TaxableAmount& taxable, uint32_t slot,
                    const LineTaxes& taxes);
  void distributeRates();
  void addInclusiveBases();
  void applyBonus(const TaxSet& set, const TaxableAmount& taxable, uint8_t bonus,
                  LineTaxes& taxes) const;
  void summarise();
  bool percentOfSubtotal(AdjustmentType type) const;
  void summariseTaxes();
  bool sharesReachTaxes() const;
  bool feeUnknown(size_t adjustment) const;
  TaxGaps gaps(uint32_t taxSet, bool grossUnknown) const;

  const Document& document_;
  PricingContext context_;
  bool hasDiscounts_ = false;
  bool hasTies_ = false;
  bool taxesTied_ = false;
  bool plainAllowed_ = false;
  bool tiedDirty_ = true;
  bool dirtyBefore_ = true;
  bool dueListDirty_ = true;
  DueLine removed_;

  Money subtotal_, lineDiscounts_, futureNet_, futureTax_;
  uint32_t renewing_ = 0;
  uint32_t due_ = 0;
  IssueCounts lineIssues_;
  LineNames lineNames_;
  ScheduleDates scheduleDates_;
  std::vector<RateTotal> lineRates_;  // of lines, where they are not tied
  Money lineTax_, lineTaxIncluded_;

  std::vector<AdjustmentAmount> adjustments_;
  std::vector<FeeTaxes> feeTaxes_;
  std::vector<RateTotal> rates_;
  Money allTax_, allTaxIncluded_;
  Summary summary_;
  Recomputed recomputed_;

  std::vector<DueLine> dueBySlot_;  // only where lines are tied
  std::vector<DueLine> dueLines_;   // those due now, in line order
  std::vector<uint32_t> duePlace_;  // of a slot in dueLines_
  std::vector<Money> dueShares_;
  std::vector<Money> shareBySlot_;
  std::vector<uint8_t> bonusBySlot_;  // bit k: the k-th tax got a leftover unit
  std::vector<uint8_t> bonusByFee_;
  std::vector<TaxEntry> taxEntries_;
  std::vector<RateSum> rateSums_;
  PricedLine scratch_;
  PlainLine plain_;
};

}  // namespace crossfoot
