#include "subscription/standing.h"

#include <algorithm>

#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

std::optional<RecordStatus> recordStatus(std::string_view name) {
  if (name == "paid") return RecordStatus::paid;
  if (name == "failed") return RecordStatus::failed;
  if (name == "pending") return RecordStatus::pending;
  return std::nullopt;
}

bool isPaid(const std::vector<BillingRecord>& records, Date due, Date day) {
  const BillingRecord* record = recordOf(records, due, day);
  return record != nullptr && record->status == RecordStatus::paid;
}

// Payments made, and the number of the first that was not: earlier ones need not all be paid.
void countPayments(const PaymentPlan& plan, const std::vector<BillingRecord>& records, Date day,
                   Standing& standing) {
  std::vector<Date> paid;
  for (const BillingRecord& record : records) {
    const auto k = paymentDueOn(*plan.group().first, record.due);
    if (k && isPaid(records, record.due, day)) paid.push_back(record.due);
  }
  std::sort(paid.begin(), paid.end());
  paid.erase(std::unique(paid.begin(), paid.end()), paid.end());
  standing.paid = static_cast<uint32_t>(paid.size());
  if (plan.count()) standing.left = *plan.count() - standing.paid;
  uint32_t next = 0;
  while (next < paid.size() && plan.due(next) == paid[next]) ++next;
  if (plan.has(next)) standing.next = next;
}

bool currentCycleFailed(const PaymentPlan& plan, const std::vector<BillingRecord>& records,
                        Date day) {
  const auto k = plan.current(day);
  const auto due = k ? plan.due(*k) : std::nullopt;
  if (!due) return false;
  const BillingRecord* record = recordOf(records, *due, day);
  return record != nullptr && record->status == RecordStatus::failed;
}

}  // namespace

std::vector<BillingRecord> billingRecords(const Document& document) {
  std::vector<BillingRecord> records;
  for (const json::Value& item : view::memberList(document, "billingRecords").items) {
    const std::optional<Date> due = view::dateOf(item.find("due"));
    const std::optional<RecordStatus> status = recordStatus(item.textOf("status"));
    if (!due || !status) continue;
    records.push_back({*due, *status, view::dateOf(item.find("date")),
                       view::amountOf(item.find("amount"), document.minorDigits())});
  }
  return records;
}

const BillingRecord* recordOf(const std::vector<BillingRecord>& records, Date due, Date day) {
  for (size_t i = records.size(); i-- > 0;) {
    const BillingRecord& record = records[i];
    if (record.due == due && (!record.date || *record.date <= day)) return &record;
  }
  return nullptr;
}

std::optional<Date> canceledOn(const Document& document) {
  const json::Value value = view::memberValue(document, "canceledOn");
  return view::dateOf(&value);
}

Standing standingOn(const PaymentPlan& plan, const Document& document, Date day) {
  const std::vector<BillingRecord> records = billingRecords(document);
  const std::optional<Date> canceled = canceledOn(document);
  Standing standing;
  countPayments(plan, records, day, standing);
  standing.end = plan.end();
  const bool isCanceled = canceled && *canceled <= day;
  if (isCanceled) {
    standing.status = "canceled";
  } else if (plan.count() && standing.paid == *plan.count()) {
    standing.status = "expired";
  } else if (currentCycleFailed(plan, records, day)) {
    standing.status = "unpaid";
  } else if (day < plan.start()) {
    standing.status = "scheduled";
  } else {
    standing.status = "active";
  }
  // A cancelled one ends that day, and payments from then on are not asked for.
  const bool endsEarlier = canceled && (!standing.end || *canceled < *standing.end);
  if (endsEarlier) standing.end = canceled;
  const auto next = standing.next ? plan.due(*standing.next) : std::nullopt;
  if (isCanceled || (canceled && next && *next >= *canceled)) {
    standing.next = std::nullopt;
    standing.left = 0;
  }
  if (standing.next) standing.nextDue = next;
  if (standing.nextDue) standing.reminder = standing.nextDue->addDays(-kReminderDays);
  return standing;
}

Date lastKnownDay(const Document& document) {
  Date last = document.head.date;
  for (const BillingRecord& record : billingRecords(document)) {
    last = std::max(last, record.date.value_or(record.due));
  }
  return std::max(last, canceledOn(document).value_or(last));
}

std::string_view statusOn(const view::Source& source, Date day) {
  const std::vector<PaymentPlan> plans = paymentPlans(source);
  if (!plans.empty()) return standingOn(plans.front(), source.document, day).status;
  const std::optional<Date> canceled = canceledOn(source.document);
  return canceled && *canceled <= day ? "canceled" : "scheduled";
}

}  // namespace crossfoot::subscription
