#pragma once

#include <string_view>
#include <vector>

#include "pricing/totals.h"

namespace crossfoot {

/// Recurring lines of the same frequency, payments, numbers of payments of their phases and
/// computed start date: together they make one subscription (RE-6.1).
struct SubscriptionGroup {
  const LineItem* first = nullptr;  ///< has the terms that all share
  std::vector<uint32_t> slots;
};

/// The groups in the order of their first line. Lines that do not count form none.
std::vector<SubscriptionGroup> subscriptionGroups(const Document& document,
                                                  const PricingContext& context);

}  // namespace crossfoot
