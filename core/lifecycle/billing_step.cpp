#include "lifecycle/billing_step.h"

#include "subscription/service_end.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {

BillingStep::BillingStep(const StepRequest& request) {
  const std::vector<subscription::PaymentPlan> plans = subscription::paymentPlans(request.source);
  if (plans.empty()) return;
  several_ = plans.size() > 1;
  const subscription::PaymentPlan& plan = plans.front();
  const Document& document = request.source.document;
  const json::Value* payment = request.command.find("payment");
  const json::Value* wanted = payment != nullptr ? payment->find("due") : nullptr;
  std::optional<uint32_t> k;
  if (wanted != nullptr && !wanted->isNull()) {
    const std::optional<Date> day = view::dateOf(wanted);
    const std::optional<Date> canceled = subscription::canceledOn(document);
    const bool asked = day && (!canceled || *day < *canceled);
    if (asked) k = subscription::paymentDueOn(*plan.group().first, *day);
  } else {
    // What fell due before a subscription ended is still to be paid after it.
    k = standingOn(plan, subscription::Billing(document, request.day)).next;
  }
  if (!k) return;
  due_ = plan.due(*k);
  amount_ =
      subscription::ServiceEnd(request.source, subscription::canceledOn(document)).asked(plan, *k);
  paid_ = subscription::Billing(document).isPaid(*due_);
}

}  // namespace crossfoot::lifecycle
