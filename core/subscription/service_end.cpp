#include "subscription/service_end.h"

namespace crossfoot::subscription {

std::vector<ProratedLine> unusedLines(const view::Source& source, const PaymentPlan& plan,
                                      const UnusedDays& unused) {
  const TermsInForce terms(source, unused.from);
  const uint32_t payment = *terms.payment(plan);
  std::vector<ProratedLine> lines;
  for (const uint32_t slot : plan.group().slots) {
    lines.push_back(prorate(terms.source(), terms.slot(slot), payment, unused));
  }
  return lines;
}

ServiceEnd::ServiceEnd(const view::Source& source, std::optional<Date> end)
    : source_(source), billing_(source.document), end_(end) {}

std::vector<ProratedLine> ServiceEnd::unused(const PaymentPlan& plan, uint32_t k) const {
  const auto days = end_ ? unusedDays(plan, k, *end_) : std::nullopt;
  if (!days || days->from == plan.due(k) || billing_.isMadeOrUnderWay(*plan.due(k))) return {};
  return unusedLines(source_, plan, *days);
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
