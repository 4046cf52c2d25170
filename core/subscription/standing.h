#pragma once

#include "subscription/payment_plan.h"

namespace crossfoot::subscription {

/// The customer is reminded this many days before a payment.
inline constexpr int kReminderDays = 14;

enum class RecordStatus : uint8_t { paid, failed, pending };

/// What happened to one payment (`billingRecords`).
struct BillingRecord {
  Date due;
  RecordStatus status = RecordStatus::pending;
  std::optional<Date> date;  ///< when it happened
  std::optional<Money> amount;
};

/// The records that can be read, in their order; of several for one payment the last counts.
std::vector<BillingRecord> billingRecords(const Document& document);

/// The last record of a payment known on a day, or nullptr. A record without a date is known on
/// every day.
const BillingRecord* recordOf(const std::vector<BillingRecord>& records, Date due, Date day);

/// `canceledOn`; none where the document is not cancelled.
std::optional<Date> canceledOn(const Document& document);

/// How a subscription stands on a day (recurring.md).
struct Standing {
  std::string_view status;       ///< canceled, expired, unpaid, scheduled or active
  uint32_t paid = 0;             ///< payments made
  std::optional<uint32_t> left;  ///< payments not made; none where it renews
  std::optional<uint32_t> next;  ///< number of the first payment not made; none where none will be
  std::optional<Date> nextDue;
  std::optional<Date> reminder;
  std::optional<Date> end;  ///< the end date, or the day it is cancelled on
};
Standing standingOn(const PaymentPlan& plan, const Document& document, Date day);

/// The last day that the document itself knows of: its date, its records, its cancellation. The
/// core has no clock; where no day is asked for, this one is meant.
Date lastKnownDay(const Document& document);

/// The status of a document of kind subscription on a day.
std::string_view statusOn(const view::Source& source, Date day);

}  // namespace crossfoot::subscription
