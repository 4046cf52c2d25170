#pragma once

#include <functional>

#include "pricing/totals.h"
#include "view/explain_steps.h"
#include "view/priced_view.h"

namespace crossfoot::view {

/// The taxes of one payment or fee to be explained.
struct TaxedPayment {
  uint32_t taxSet = 0;
  TaxableAmount taxable;
  LineTaxes printed;        ///< as the view has them
  bool byDocument = false;  ///< rounded per document: printed taxes may differ from rounded ones
  /// The view's path above `taxes`, and that above `taxIncluded`; "" where it has none.
  std::string rates = {};
  std::string sums = rates;
};

/// The steps of one payment's taxes (PR-3). Each step is given once.
class TaxSteps {
 public:
  /// `showGross` gives the steps up to the amount that the taxes are taken of.
  TaxSteps(Steps& steps, const Source& source, TaxedPayment payment,
           std::function<void()> showGross);

  const LineTaxes& printed() const { return payment_.printed; }
  bool isPerUnit(size_t at) const { return rate(at).perUnit; }

  /// The tax of the rate at a position of the line's rates; its base; all of them; those in the
  /// price. Each ends with that amount.
  void amount(size_t at);
  void base(size_t at);
  void tax();
  void included();
  /// tax and included, where there are such taxes: what totals are made of.
  void sums();
  bool anyIncluded() const;

 private:
  const TaxRate& rate(size_t at) const;
  Rational exact(size_t at) const;
  Inputs rateInputs(size_t at) const;
  void gross();
  void roundedAmount(size_t at);
  void printedAmount(size_t at);
  void baseAfter(const LineTaxes& taxes);
  void exclusiveBase(size_t at);
  void step(size_t at, const Inputs& inputs, Money rounded);
  std::string pathOf(size_t at, std::string_view member) const;
  std::string sumPath(std::string_view member) const;

  Steps& steps_;
  const Source& source_;
  TaxedPayment payment_;
  const TaxSet& set_;
  LineTaxes rounded_;  // each per line, as bases need them
  std::function<void()> showGross_;
  bool grossShown_ = false;
  std::array<bool, kMaxTaxesPerLine> roundedShown_{};
  std::array<bool, kMaxTaxesPerLine> printedShown_{};
  bool roundedBaseShown_ = false;
};

/// The amount, or none where it reached the limit.
inline std::optional<Money> heldBy(const PricingContext& context, Money amount) {
  return context.limit.known(amount);
}

/// The total of a tax rate over all lines due now and taxed fees, and of its bases.
void explainRateTotal(Steps& steps, const Source& source, uint32_t rate);
void explainRateBase(Steps& steps, const Source& source, uint32_t rate);

/// A fee's taxes as the view has them; null where it has none.
const FeeTaxes* feeTaxesAt(const Source& source, size_t adjustment);

/// What a line due now is to the sharing and the taxes.
DueLine dueLineOf(const Source& source, uint32_t slot, const PricedLine& priced);

}  // namespace crossfoot::view
