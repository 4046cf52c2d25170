#include "subscription/payment_plan.h"

#include <algorithm>

namespace crossfoot::subscription {
namespace {

// The largest k with start + k periods ≤ day, wherever the series ends; day is not before start.
uint32_t periodsUntil(Date start, Frequency frequency, Date day) {
  const Period length = period(frequency);
  if (length.days > 0) return static_cast<uint32_t>(daysBetween(start, day) / length.days);
  if (length.months == 0) return 0;
  const int months = (day.year() - start.year()) * 12 + day.month() - start.month();
  const auto k = static_cast<uint32_t>(months / length.months);
  const std::optional<Date> due = paymentDate(start, frequency, k);
  return due && *due <= day ? k : k - 1;
}

Money linesAmount(const view::Source& source, const SubscriptionGroup& group, uint32_t k) {
  Money sum;
  for (const uint32_t slot : group.slots) sum += amountsOf(source, slot, k).total();
  return sum;
}

// What is paid once, by the day it falls due: lines, and at checkout the order's fees and taxes.
std::map<Date, Money> paidOnce(const view::Source& source,
                               const std::vector<SubscriptionGroup>& groups) {
  std::map<Date, Money> once;
  const Date checkout = source.document.head.date;
  const Summary& summary = source.totals.summary();
  const auto any = [](const std::optional<Money>& sum) { return sum && !(*sum == Money{}); };
  bool atCheckout = any(summary.fees) || any(summary.taxes) || any(summary.roundingDifference);
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (!line.isItem() || !line.priced || !line.counts || isRecurring(line.frequency)) continue;
    if (line.dueNow()) {
      atCheckout = true;
    } else {
      once[line.firstPayment] += amountsOf(source, slot, 0).total();
    }
  }
  // Of what is due at checkout all but the first payments: no part of it is worked out twice.
  if (atCheckout && summary.dueNow) {
    Money rest = *summary.dueNow;
    for (const SubscriptionGroup& group : groups) {
      if (group.first->dueNow()) rest -= linesAmount(source, group, 0);
    }
    once[checkout] = rest;
  }
  return once;
}

}  // namespace

int phaseIndex(const LineItem& line, uint32_t k) {
  if (!line.extras || line.extras->phases.empty()) return -1;
  const std::vector<Phase>& phases = line.extras->phases;
  uint32_t end = 0;
  for (size_t i = 0; i < phases.size(); ++i) {
    end += phases[i].payments;
    if (phases[i].payments == 0 || k < end) return static_cast<int>(i);
  }
  return static_cast<int>(phases.size()) - 1;
}

const Phase* phaseOf(const LineItem& line, uint32_t k) {
  const int index = phaseIndex(line, k);
  return index < 0 ? nullptr : &line.extras->phases[static_cast<size_t>(index)];
}

PeriodAmounts amountsOf(const view::Source& source, uint32_t slot, uint32_t k) {
  const LineItem& line = source.document.lines.slot(slot);
  PricedLine priced;
  if (const Phase* phase = phaseOf(line, k)) {
    pricePhase(line, *phase, source.totals.context(), priced);
  } else {
    priceLine(line, source.totals.context(), priced);
  }
  PeriodAmounts amounts{priced.payment.net, priced.regular};
  if (k == 0 && line.dueNow()) {
    amounts.net -= source.totals.share(slot);
    source.totals.taxesDueNow(slot, priced, amounts.taxes);
  }
  return amounts;
}

std::optional<uint32_t> rhythmNumber(const LineItem& line, Date day) {
  if (day < line.firstPayment) return std::nullopt;
  const uint32_t k = periodsUntil(line.firstPayment, line.frequency, day);
  const std::optional<Date> due = paymentDate(line.firstPayment, line.frequency, k);
  return due == day ? std::optional<uint32_t>(k) : std::nullopt;
}

std::optional<uint32_t> paymentDueOn(const LineItem& line, Date day) {
  const std::optional<uint32_t> k = rhythmNumber(line, day);
  return k && line.payments > 0 && *k >= line.payments ? std::nullopt : k;
}

std::optional<uint32_t> PaymentPlan::count() const {
  return first().payments > 0 ? std::optional<uint32_t>(first().payments) : std::nullopt;
}

std::optional<Date> PaymentPlan::due(uint32_t k) const {
  if (count() && k >= *count()) return std::nullopt;
  return paymentDate(start(), frequency(), k);
}

std::optional<Date> PaymentPlan::periodEnd(uint32_t k) const {
  return paymentDate(start(), frequency(), k + 1);
}

std::optional<Date> PaymentPlan::end() const {
  return count() ? paymentDate(start(), frequency(), *count()) : std::nullopt;
}

std::optional<uint32_t> PaymentPlan::current(Date day) const {
  if (day < start()) return std::nullopt;
  const uint32_t k = periodsUntil(start(), frequency(), day);
  return count() ? std::min(k, *count() - 1) : k;
}

Money PaymentPlan::amount(uint32_t k) const {
  Money sum = linesAmount(source_, group_, k);
  const std::optional<Date> day = due(k);
  const auto also = day ? besides_.find(*day) : besides_.end();
  return also == besides_.end() ? sum : sum + also->second;
}

std::vector<PaymentPlan> paymentPlans(const view::Source& source) {
  std::vector<PaymentPlan> plans;
  std::vector<SubscriptionGroup> groups =
      subscriptionGroups(source.document, source.totals.context());
  std::map<Date, Money> once = paidOnce(source, groups);
  for (SubscriptionGroup& group : groups) {
    // Of several the first that is paid on that day asks for it, so that it is asked for once.
    std::map<Date, Money> besides;
    for (auto at = once.begin(); at != once.end();) {
      const bool falls = paymentDueOn(*group.first, at->first).has_value();
      if (falls) besides.insert(*at);
      at = falls ? once.erase(at) : std::next(at);
    }
    plans.emplace_back(source, std::move(group), std::move(besides));
  }
  return plans;
}

Date endOfRunning(const std::vector<PaymentPlan>& plans, Date day) {
  Date last = day;
  for (const PaymentPlan& plan : plans) {
    const std::optional<uint32_t> k = plan.current(day);
    const auto end = k ? plan.periodEnd(*k) : std::nullopt;
    if (end && last < *end) last = *end;
  }
  return last;
}

}  // namespace crossfoot::subscription
