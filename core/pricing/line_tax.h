#pragma once

#include <array>
#include <span>

#include "pricing/context.h"

namespace crossfoot {

/// One tax of a line or fee.
struct TaxAmount {
  uint32_t rate = 0;  ///< index into the document's rates
  Money base;         ///< what the percent was taken of; unused for amountPerUnit
  Money amount;
};

/// The taxes of one payment of a line (PR-3), in the line's order of rates.
struct LineTaxes {
  std::array<TaxAmount, kMaxTaxesPerLine> entries;
  uint8_t count = 0;
  Money tax;       ///< all of them
  Money included;  ///< those inside the price

  std::span<const TaxAmount> list() const { return {entries.data(), count}; }
  std::span<TaxAmount> list() { return {entries.data(), count}; }
  /// What is added on top of the net.
  Money exclusive() const { return tax - included; }
};

/// What a line's taxes are taken of.
struct TaxableAmount {
  Money gross;            ///< net, less the share of the order discounts where the policy says so
  Quantity quantity;      ///< for amounts per unit
  bool negative = false;  ///< a credit line: amounts per unit take its sign
};

/// Taxes of one payment, each rounded per line. `taxes` is written over.
void taxPayment(const TaxSet& set, const TaxableAmount& taxable, const PricingContext& context,
                LineTaxes& taxes);

/// The exact tax of one entry as numerator ÷ denominator in minor units, for document rounding;
/// its base is the entry's, as rounded per line.
struct ExactTax {
  Int128 numerator = 0;
  int64_t denominator = 1;
};
ExactTax exactTax(const TaxSet& set, const TaxAmount& entry, const TaxableAmount& taxable,
                  const PricingContext& context);

/// Adds up `tax` and `included` from the entries and prints inclusive bases anew, after document
/// rounding moved the amounts.
void retotal(const TaxSet& set, Money gross, const PricingContext& context, LineTaxes& taxes);

}  // namespace crossfoot
