#pragma once

#include "pricing/line_tax.h"

namespace crossfoot {

/// The amounts of a plain line, in minor units.
struct PlainLine {
  int64_t list = 0;
  int64_t discount = 0;
  int64_t net = 0;
  std::array<int64_t, kMaxTaxesPerLine> taxes;  ///< in the order of the set's rates
};

/// Whether plain lines can be priced at all under the document's policy.
bool allowsPlain(const Policy& policy);

/// Prices the kind of line that documents are full of, in 64-bit integers: one payment due now,
/// flat price, at most one percent discount, exclusive percent taxes, magnitudes far from any
/// limit. The rules are those of payment.h and line_tax.h, and a test compares the two on every
/// such line; here they are only written for speed. False where the line is not of this kind.
bool pricePlain(const LineItem& line, const TaxSet& set, const PricingContext& context,
                PlainLine& plain);

}  // namespace crossfoot
