#pragma once

#include "model/line_item.h"
#include "num/rational.h"
#include "pricing/context.h"

namespace crossfoot {

/// What one payment is priced from: a line's own terms, or a phase's, without copying them.
struct TermsView {
  Price unitPrice;
  Quantity quantity;
  Price cost;
  Percent discountPercent;                            ///< the only discount, or
  const std::vector<Reduction>* discounts = nullptr;  ///< a list
  const std::vector<Reduction>* charges = nullptr;
  const ModelTerms* model = nullptr;  ///< null: flat

  static TermsView of(const LineItem& line);
  static TermsView of(const LineItem& line, const Phase& phase);
};

/// The amounts of one payment of a line, before order discounts and taxes (PR-2).
struct Payment {
  Money list;
  Money discount;
  Money charges;
  Money net;              ///< list − discount + charges
  bool capped = false;    ///< the discount was larger than the price
  bool overflow = false;  ///< an amount reached 10^15: the line counts 0
};

/// Prices one payment: list, discount, charges, net, each rounded where PR-2 says.
Payment pricePayment(const TermsView& terms, const PricingContext& context);

/// round(cost × quantity); false where it overflows.
bool paymentCost(Price cost, Quantity quantity, const PricingContext& context, Money& amount);

/// What a discount or charge takes or adds, exact, in major units and with the sign of list.
Rational exactReduction(const Reduction& reduction, const Rational& list, Quantity quantity,
                        bool negative);

/// The same rounded to the currency, on the rounded list. Before the cap it may be of any size.
Money roundedReduction(const Reduction& reduction, Money list, Quantity quantity,
                       const PricingContext& context);

}  // namespace crossfoot
