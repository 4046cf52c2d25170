#pragma once

#include <map>

#include "recurring/subscription_group.h"
#include "view/priced_view.h"

namespace crossfoot::subscription {

/// What one payment of a line is made of: what the schedule adds up.
struct PeriodAmounts {
  Money net;  ///< less the line's share of order discounts in the payment due at checkout
  LineTaxes taxes;

  Money total() const { return net + taxes.exclusive(); }
};

/// Payment k (from 0) of a line that counts. One-time lines have only payment 0.
PeriodAmounts amountsOf(const view::Source& source, uint32_t slot, uint32_t k);

/// The phase that payment k of a ramp belongs to; none where the line has no phases.
const Phase* phaseOf(const LineItem& line, uint32_t k);
/// Its index in `billing.phases`, or -1.
int phaseIndex(const LineItem& line, uint32_t k);

/// The number, from 0 on, of the payment of a line that its rhythm gives a day, however many it
/// has.
std::optional<uint32_t> rhythmNumber(const LineItem& line, Date day);
/// The payment of the line that falls due on a day, by number.
std::optional<uint32_t> paymentDueOn(const LineItem& line, Date day);

/// The payments that a subscription is made of, by number from 0.
class PaymentPlan {
 public:
  /// `besides` is what falls due with its payments that is no payment of its lines, by due date.
  PaymentPlan(const view::Source& source, SubscriptionGroup group, std::map<Date, Money> besides)
      : source_(source), group_(std::move(group)), besides_(std::move(besides)) {}

  const SubscriptionGroup& group() const { return group_; }
  Frequency frequency() const { return first().frequency; }
  Date start() const { return first().firstPayment; }
  /// Fixed number of payments; none where it renews until cancelled.
  std::optional<uint32_t> count() const;
  bool has(uint32_t k) const { return due(k).has_value(); }
  /// When payment k falls due; none where there is no such payment.
  std::optional<Date> due(uint32_t k) const;
  /// The first day after the period that payment k pays for.
  std::optional<Date> periodEnd(uint32_t k) const;
  /// The end date; none where it renews.
  std::optional<Date> end() const;
  /// The last payment due on or before a day; none before the start.
  std::optional<uint32_t> current(Date day) const;
  /// What payment k asks for: its lines, and what else falls due that day (RE-6.16).
  Money amount(uint32_t k) const;

 private:
  const LineItem& first() const { return *group_.first; }

  view::Source source_;
  SubscriptionGroup group_;
  std::map<Date, Money> besides_;
};

/// The subscriptions of a document, in the order of their first line.
std::vector<PaymentPlan> paymentPlans(const view::Source& source);

/// The first day after the periods that run on a day, the latest of them; the day itself where none
/// runs then: a subscription cancelled "at the end of the period" ends there.
Date endOfRunning(const std::vector<PaymentPlan>& plans, Date day);

}  // namespace crossfoot::subscription
