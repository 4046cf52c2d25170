#pragma once

#include <cstdint>

#include "num/money.h"
#include "pricing/line_tax.h"

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

}  // namespace crossfoot
