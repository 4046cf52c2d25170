#pragma once

#include "model/document.h"
#include "num/money.h"

namespace crossfoot {

/// What every rule needs besides its line: taken from the document once per pricing.
struct PricingContext {
  explicit PricingContext(const Document& doc)
      : document(doc),
        policy(doc.head.policy),
        minorDigits(doc.minorDigits()),
        limit(doc.minorDigits()) {}

  const Document& document;
  const Policy& policy;
  unsigned minorDigits;
  MoneyLimit limit;
};

}  // namespace crossfoot
