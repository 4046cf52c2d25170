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

std::optional<uint32_t> paymentDueOn(const LineItem& line, Date day) {
  if (day < line.firstPayment) return std::nullopt;
  const uint32_t k = periodsUntil(line.firstPayment, line.frequency, day);
  if (line.payments > 0 && k >= line.payments) return std::nullopt;
  const std::optional<Date> due = paymentDate(line.firstPayment, line.frequency, k);
  return due == day ? std::optional<uint32_t>(k) : std::nullopt;
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
  Money sum;
  for (const uint32_t slot : group_.slots) sum += amountsOf(source_, slot, k).total();
  return sum;
}

std::vector<PaymentPlan> paymentPlans(const view::Source& source) {
  std::vector<PaymentPlan> plans;
  for (SubscriptionGroup& group : subscriptionGroups(source.document, source.totals.context())) {
    plans.emplace_back(source, std::move(group));
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
