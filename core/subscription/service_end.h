#pragma once

#include <optional>
#include <vector>

#include "subscription/proration.h"
#include "subscription/standing.h"
#include "subscription/terms_in_force.h"

namespace crossfoot::subscription {

/// The unused days of a plan's lines, at the terms in force on the first of them: a change within
/// their period has billed other terms than its payment's (RE-6.13).
std::vector<ProratedLine> unusedLines(const view::Source& source, const PaymentPlan& plan,
                                      const UnusedDays& unused);

/// What the end of a subscription takes off a period that it cuts and that nobody paid yet: the
/// days from the end on, as a cancellation credits them where they were paid (RE-6.18).
class ServiceEnd {
 public:
  /// `end` is the first day without service; none where no end is set: every payment is whole.
  ServiceEnd(const view::Source& source, std::optional<Date> end);

  /// The lines of payment k that are not asked for. Empty where the end does not cut its period, or
  /// its payment was made or is under way.
  std::vector<ProratedLine> unused(const PaymentPlan& plan, uint32_t k) const;
  /// What payment k asks for.
  Money asked(const PaymentPlan& plan, uint32_t k) const;
  /// What it takes off the running periods of these plans.
  Money takenOff(const std::vector<PaymentPlan>& plans) const;

 private:
  view::Source source_;
  Billing billing_;
  std::optional<Date> end_;
};

}  // namespace crossfoot::subscription
