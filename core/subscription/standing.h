#pragma once

#include <functional>
#include <map>

#include "base/result.h"
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
  std::string invoiceId;  ///< of the invoice that asked for it, "" where none did
};

/// What a document says about the payments of its subscription, as it was known on a day. Made
/// once for all questions about that day.
class Billing {
 public:
  Billing(const Document& document, Date day);
  /// All that it says, whenever it happens.
  explicit Billing(const Document& document);

  Date day() const { return day_; }
  /// The records that can be read, in their order.
  const std::vector<BillingRecord>& records() const { return records_; }
  /// Of the records of a payment the last one known on the day, or nullptr. A record without a
  /// date is known on every day.
  const BillingRecord* find(Date due) const;
  bool isPaid(Date due) const { return is(due, RecordStatus::paid); }
  /// Whether a payment is asked of nobody any more: it was made, or its debit is under way.
  bool isMadeOrUnderWay(Date due) const { return isPaid(due) || is(due, RecordStatus::pending); }
  bool anyPending() const;
  /// Whether a payment failed of those due on a day that counts, and was not made since.
  bool anyFailed(const std::function<bool(Date)>& counts) const;
  /// The due dates that were paid, in order.
  std::vector<Date> paidDates() const;
  /// `canceledOn`, also where it is later than the day.
  std::optional<Date> canceled() const { return canceled_; }

 private:
  bool is(Date due, RecordStatus status) const {
    const BillingRecord* record = find(due);
    return record != nullptr && record->status == status;
  }

  Date day_;
  std::vector<BillingRecord> records_;
  std::map<Date, size_t> known_;  // by due date: the record that counts
  std::optional<Date> canceled_;
};

/// `canceledOn`; none where the document is not cancelled.
std::optional<Date> canceledOn(const Document& document);

/// Refused with subscription-canceled at `path` once an end is set, also where that day is still to
/// come: what was given back for it is not given back twice.
Outcome checkNotCanceled(const Document& document, std::string_view path);

/// How a subscription stands on a day (RE-6.2).
struct Standing {
  std::string_view status;       ///< canceled, expired, unpaid, scheduled or active
  uint32_t paid = 0;             ///< payments made
  std::optional<uint32_t> left;  ///< payments not made, before an end that was set; none: it renews
  std::optional<uint32_t> next;  ///< number of the first payment not made; none where none will be
  std::optional<Date> nextDue;
  std::optional<Date> reminder;
  std::optional<Date> end;  ///< the end date, or the day it is cancelled on
};
Standing standingOn(const PaymentPlan& plan, const Billing& billing);

/// The last day that the document itself knows of: its date, its records, its cancellation. The
/// core has no clock; where no day is asked for, this one is meant.
Date lastKnownDay(const Document& document);

/// The status of a document of kind subscription on a day.
std::string_view statusOn(const view::Source& source, Date day);

}  // namespace crossfoot::subscription
