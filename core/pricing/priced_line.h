#pragma once

#include "pricing/line_tax.h"
#include "pricing/payment.h"

namespace crossfoot {

/// A line priced on its own: its first payment's amounts, and the taxes of a regular payment,
/// that is on the whole net, without order discounts.
struct PricedLine {
  Payment payment;
  LineTaxes regular;
  bool counts = false;    ///< false: an error in a pricing field, or an amount overflows
  bool overflow = false;  ///< the issue amount-overflow
};

/// Prices a line; written over. A line that does not count has amounts 0.
void priceLine(const LineItem& line, const PricingContext& context, PricedLine& priced);

/// The amounts of one phase's payment and its regular taxes.
void pricePhase(const LineItem& line, const Phase& phase, const PricingContext& context,
                PricedLine& priced);

/// What a line brings after the amount due now (RE-3.1): all later payments'
/// nets and exclusive taxes. 0 for a line that renews: it blocks the total instead.
struct FuturePayments {
  Money net;
  Money tax;
};
FuturePayments futurePayments(const LineItem& line, const PricedLine& priced,
                              const PricingContext& context);

}  // namespace crossfoot
