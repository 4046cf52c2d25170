#pragma once

#include <map>
#include <string>

#include "calendar/date.h"
#include "json/value.h"

namespace crossfoot::subscription {

/// Which invoice asked for which payment of a subscription, told by the documents that were made of
/// it: a credit memo names the invoices that it corrects (DO-4.11). Drafts and voided ones asked
/// for nothing.
class PeriodInvoices {
 public:
  /// `made` is a list of states, or nullptr.
  PeriodInvoices(const json::Value* made, std::string_view subscriptionId);

  /// `{date, id, number}` of the invoice that asked for the payment due on a day: of the one that
  /// the payment's record names, else of the one made for it. nullptr where none is known.
  const json::Value* of(Date due, std::string_view recordedInvoice) const;

 private:
  std::map<std::string, json::Value, std::less<>> byId_;
  std::map<Date, std::string> idOfDue_;
};

}  // namespace crossfoot::subscription
