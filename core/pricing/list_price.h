#pragma once

#include "model/line_item.h"
#include "num/money.h"
#include "num/rational.h"

namespace crossfoot {

/// The price of a quantity before discounts, exact, in the currency's major unit: quantity × unit
/// price, or what the pricing model says (PR-6). `model` may be null (flat).
/// Quantity 0 is 0 in every model.
Rational exactListPrice(Price unitPrice, Quantity quantity, const ModelTerms* model);

/// The same rounded to the currency; false where it does not fit (it overflows anyway).
bool listPrice(Price unitPrice, Quantity quantity, const ModelTerms* model, unsigned minorDigits,
               Money& list);

/// The tier that a quantity falls in: it covers (previous upTo, upTo]. Tiers are well-formed.
size_t tierOf(const std::vector<Tier>& tiers, Quantity quantity);

/// Packages to pay for: ceil(max(0, quantity − free units) ÷ size).
int64_t packagesOf(const ModelTerms& terms, Quantity quantity);

}  // namespace crossfoot
