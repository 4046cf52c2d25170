#pragma once

#include "num/decimal.h"
#include "num/money.h"

namespace crossfoot {

/// An amount as written, rounded to the currency where it enters a total (PR-1.3).
inline Money rounded(InputAmount amount, unsigned minorDigits) {
  return {divideRounded(amount.micros, powerOfTen(6 - minorDigits))};
}

/// A percent of an amount, rounded to the currency. |amount| is below the overflow limit.
inline Money percentOf(Money amount, Percent percent) {
  int64_t product = 0;
  if (fits63(amount.minor) &&
      multiplySmall(static_cast<int64_t>(amount.minor), percent.micros, product)) {
    return {divideRounded64(product, kWholePercent)};
  }
  return {divideRounded(amount.minor * percent.micros, kWholePercent)};
}

}  // namespace crossfoot
