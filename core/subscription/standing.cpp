#include "subscription/standing.h"

#include <algorithm>
#include <array>

#include "base/reasons.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

std::optional<RecordStatus> recordStatus(std::string_view name) {
  if (name == "paid") return RecordStatus::paid;
  if (name == "failed") return RecordStatus::failed;
  if (name == "pending") return RecordStatus::pending;
  return std::nullopt;
}

// Payments made, and the number of the first that was not: earlier ones need not all be paid. One
// that was made ahead stays made when the subscription ends before its day.
void countPayments(const PaymentPlan& plan, const Billing& billing, Standing& standing) {
  const LineItem& line = *plan.group().first;
  uint32_t next = 0;
  for (const Date due : billing.paidDates()) {
    const bool falls = billing.canceled() ? rhythmNumber(line, due).has_value()
                                          : paymentDueOn(line, due).has_value();
    if (!falls) continue;
    ++standing.paid;
    if (plan.due(next) == due) ++next;
  }
  if (plan.count()) standing.left = *plan.count() - std::min(*plan.count(), standing.paid);
  if (plan.has(next)) standing.next = next;
}

// A payment that fell due by the day failed, of this period or of one before it.
bool isInArrears(const PaymentPlan& plan, const Billing& billing) {
  return billing.anyFailed(
      [&](Date due) { return due <= billing.day() && paymentDueOn(*plan.group().first, due); });
}

// What is still to pay of a subscription that ends on a day: only what falls due before it.
void countUntil(Date end, const PaymentPlan& plan, const Billing& billing, Standing& standing) {
  standing.left = 0;
  standing.next = std::nullopt;
  for (uint32_t k = 0;; ++k) {
    const std::optional<Date> due = plan.due(k);
    if (!due || !(*due < end)) return;
    if (billing.isPaid(*due)) continue;
    ++*standing.left;
    if (!standing.next) standing.next = k;
  }
}

}  // namespace

Billing::Billing(const Document& document) : Billing(document, *Date::fromCivil(9999, 12, 31)) {}

Billing::Billing(const Document& document, Date day) : day_(day), canceled_(canceledOn(document)) {
  for (const json::Value& item : view::memberList(document, "billingRecords").items) {
    const std::optional<Date> due = view::dateOf(item.find("due"));
    const std::optional<RecordStatus> status = recordStatus(item.textOf("status"));
    if (!due || !status) continue;
    const std::optional<Date> date = view::dateOf(item.find("date"));
    if (!date || *date <= day) known_[*due] = records_.size();
    records_.push_back({*due, *status, date,
                        view::amountOf(item.find("amount"), document.minorDigits()),
                        std::string(item.textOf("invoiceId"))});
  }
}

const BillingRecord* Billing::find(Date due) const {
  const auto at = known_.find(due);
  return at == known_.end() ? nullptr : &records_[at->second];
}

bool Billing::anyPending() const {
  return std::any_of(known_.begin(), known_.end(), [this](const auto& entry) {
    return records_[entry.second].status == RecordStatus::pending;
  });
}

bool Billing::anyFailed(const std::function<bool(Date)>& counts) const {
  return std::any_of(known_.begin(), known_.end(), [&](const auto& entry) {
    return records_[entry.second].status == RecordStatus::failed && counts(entry.first);
  });
}

std::vector<Date> Billing::paidDates() const {
  std::vector<Date> dates;
  for (const auto& [due, index] : known_) {
    if (records_[index].status == RecordStatus::paid) dates.push_back(due);
  }
  return dates;
}

std::optional<Date> canceledOn(const Document& document) {
  const json::Value value = view::memberValue(document, "canceledOn");
  return view::dateOf(&value);
}

Outcome checkNotCanceled(const Document& document, std::string_view path) {
  const std::optional<Date> canceled = canceledOn(document);
  if (!canceled) return Done{};
  return refuse("subscription-canceled", path, reasons::kCanceledAlready,
                {{"day", canceled->text()}});
}

Standing standingOn(const PaymentPlan& plan, const Billing& billing) {
  const Date day = billing.day();
  const std::optional<Date> canceled = billing.canceled();
  Standing standing;
  countPayments(plan, billing, standing);
  standing.end = plan.end();
  const bool isCanceled = canceled && *canceled <= day;
  if (isCanceled) {
    standing.status = "canceled";
  } else if (!canceled && plan.end() && *plan.end() <= day && standing.paid == *plan.count()) {
    standing.status = "expired";
  } else if (isInArrears(plan, billing)) {
    standing.status = "unpaid";
  } else if (day < plan.start()) {
    standing.status = "scheduled";
  } else {
    standing.status = "active";
  }
  const bool endsEarlier = canceled && (!standing.end || *canceled < *standing.end);
  if (endsEarlier) standing.end = canceled;
  if (canceled) countUntil(*canceled, plan, billing, standing);
  if (standing.next) standing.nextDue = plan.due(*standing.next);
  if (standing.nextDue && !isCanceled)
    standing.reminder = standing.nextDue->addDays(-kReminderDays);
  return standing;
}

Date lastKnownDay(const Document& document) {
  Date last = document.head.date;
  // Named: in C++20 a temporary behind a range would be gone before the first record.
  const Billing billing(document, last);
  for (const BillingRecord& record : billing.records()) {
    last = std::max(last, record.date.value_or(record.due));
  }
  return std::max(last, canceledOn(document).value_or(last));
}

std::string_view statusOn(const view::Source& source, Date day) {
  const std::vector<PaymentPlan> plans = paymentPlans(source);
  const std::optional<Date> canceled = canceledOn(source.document);
  if (canceled && *canceled <= day) return "canceled";
  // Of several that which asks for most: one that runs is not hidden by another that is to come.
  constexpr std::array<std::string_view, 4> kByUrgency = {"unpaid", "active", "scheduled",
                                                          "expired"};
  const Billing billing(source.document, day);
  size_t first = kByUrgency.size();
  for (const PaymentPlan& plan : plans) {
    const std::string_view status = standingOn(plan, billing).status;
    const auto at = std::find(kByUrgency.begin(), kByUrgency.end(), status);
    first = std::min(first, static_cast<size_t>(at - kByUrgency.begin()));
  }
  return first < kByUrgency.size() ? kByUrgency[first] : "scheduled";
}

}  // namespace crossfoot::subscription
