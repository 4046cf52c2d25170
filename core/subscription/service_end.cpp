#include "subscription/service_end.h"

namespace crossfoot::subscription {

ProratedLine unusedOf(const view::Source& source, const PaymentPlan& plan, uint32_t slot,
                      uint32_t k, const TermsInForce& terms, const UnusedDays& unused) {
  if (plan.current(unused.from) != k) return prorate(source, slot, k, unused);
  return prorate(terms.source(), terms.slot(slot), *terms.payment(plan), unused);
}

ServiceEnd::ServiceEnd(const view::Source& source, std::optional<Date> end)
    : source_(source), billing_(source.document, *Date::fromCivil(9999, 12, 31)), end_(end) {
  if (end) terms_.emplace(source, *end);
}

std::vector<ProratedLine> ServiceEnd::unused(const PaymentPlan& plan, uint32_t k) const {
  std::vector<ProratedLine> lines;
  const auto days = end_ ? unusedDays(plan, k, *end_) : std::nullopt;
  if (!days || days->from == plan.due(k)) return lines;
  const BillingRecord* record = billing_.find(*plan.due(k));
  if (record != nullptr && record->status != RecordStatus::failed) return lines;
  for (const uint32_t slot : plan.group().slots) {
    lines.push_back(unusedOf(source_, plan, slot, k, *terms_, *days));
  }
  return lines;
}

Money ServiceEnd::asked(const PaymentPlan& plan, uint32_t k) const {
  return plan.amount(k) - total(unused(plan, k));
}

Money ServiceEnd::takenOff(const std::vector<PaymentPlan>& plans) const {
  Money sum;
  for (const PaymentPlan& plan : plans) {
    const std::optional<uint32_t> k = end_ ? plan.current(*end_) : std::nullopt;
    if (k) sum += total(unused(plan, *k));
  }
  return sum;
}

}  // namespace crossfoot::subscription
