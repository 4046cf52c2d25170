#pragma once

#include <map>
#include <optional>
#include <string>

#include "calendar/date.h"
#include "json/value.h"
#include "num/money.h"

namespace crossfoot::subscription {

/// Which invoice asked for which payment of a subscription, told by the documents that were made of
/// it: a credit memo names the invoices that it corrects (DO-4.11). Drafts and voided ones asked
/// for nothing, and credited nothing.
class PeriodInvoices {
 public:
  /// `made` is a list of states in the currency of the subscription, or nullptr.
  PeriodInvoices(const json::Value* made, std::string_view subscriptionId, unsigned minorDigits);

  /// `{date, id, number}` of the invoice that asked for the payment due on a day: of the one that
  /// the payment's record names, else of the one made for it. nullptr where none is known.
  const json::Value* of(Date due, std::string_view recordedInvoice) const;
  /// What that invoice charges when the credit memos made of it are taken off; none where no
  /// invoice is known, or not what it comes to.
  std::optional<Money> charged(Date due, std::string_view recordedInvoice) const;

 private:
  const std::string* idOf(Date due, std::string_view recordedInvoice) const;
  void add(const json::Value& invoice, std::string_view subscriptionId, unsigned minorDigits);

  std::map<std::string, json::Value, std::less<>> byId_;
  std::map<Date, std::string> idOfDue_;
  std::map<std::string, Money, std::less<>> charged_;  // by id
};

}  // namespace crossfoot::subscription
