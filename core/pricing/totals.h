#pragma once

#include <optional>
#include <vector>

#include "pricing/document_tax.h"
#include "pricing/due_lines.h"
#include "pricing/line_names.h"
#include "pricing/order_fees.h"
#include "pricing/plain_line.h"
#include "pricing/priced_line.h"
#include "pricing/schedule_dates.h"
#include "pricing/summary.h"

namespace crossfoot {

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
  void orderChanged() { due_.orderChanged(); }
  /// Brings adjustments and shares up to date; to be called before anything is read.
  void settle();

  const Summary& summary() const { return summary_; }
  const PricingContext& context() const { return context_; }
  const std::vector<AdjustmentAmount>& adjustments() const { return adjustments_; }
  const std::vector<RateTotal>& rates() const { return rates_; }
  const std::vector<FeeTaxes>& feeTaxes() const { return feeTaxes_; }
  uint32_t renewingLines() const { return renewing_; }
  bool anyDueNow() const { return dueNow_ > 0; }
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

  /// The taxes as they are rounded per document; for explain.
  const DocumentTax& documentTax() const { return documentTax_; }
  /// The lines due now in their order, where lines are tied; for explain.
  const std::vector<DueLine>& dueLines() const { return due_.list(); }
  /// What the taxes of a line due now are taken of.
  TaxableAmount taxable(const DueLine& line) const;

  /// Whether an edit of one line moves amounts of others.
  bool linesAreTied() const;

 private:
  void apply(uint32_t slot, int sign);
  void applyPlain(uint32_t slot, int sign);
  void addTaxes(const LineTaxes& taxes, int sign);
  void countIssues(const LineItem& line, const PricedLine& priced, int sign);
  bool taxesAreTied() const;
  void settleTies();
  void totalTaxesByLine();
  void taxLinesAlone();
  void addPlainTaxes(const TaxSet& set, Money gross);
  void taxByDocument();
  void totalDocumentTaxes();
  void addInclusiveBases();
  const TaxSet& taxSetOfFee(const FeeTaxes& fee) const;
  void summariseAll();
  void noteUnknownTaxes(DocumentSums& sums) const;
  bool sharesReachTaxes() const;
  bool feeUnknown(size_t adjustment) const;
  TaxGaps gaps(uint32_t taxSet, bool grossUnknown) const;

  const Document& document_;
  PricingContext context_;
  bool hasDiscounts_ = false;
  bool hasTies_ = false;
  bool taxesTied_ = false;
  bool plainAllowed_ = false;

  Money subtotal_, lineDiscounts_, futureNet_, futureTax_;
  uint32_t renewing_ = 0;
  uint32_t dueNow_ = 0;
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

  // Only where lines are tied.
  DueLines due_;
  std::vector<Money> dueShares_;
  std::vector<Money> shareBySlot_;
  DocumentTax documentTax_;

  PricedLine scratch_;
  PlainLine plain_;
};

}  // namespace crossfoot
