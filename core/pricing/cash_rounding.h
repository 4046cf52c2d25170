#pragma once

#include "model/policy.h"
#include "num/rounding.h"

namespace crossfoot {

/// What is due now, in steps of the cash there is (PR-4.8): the multiple of the policy's step that
/// is nearest to the exact amount, half a step away from zero; the amount itself without a step.
inline Money roundedToCash(Money exact, const Policy& policy) {
  if (!policy.cashRounding) return exact;
  const Int128 step = policy.cashRounding->minor;
  return {divideRounded(exact.minor, step) * step};
}

}  // namespace crossfoot
