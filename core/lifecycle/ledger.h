#pragma once

#include "lifecycle/member_edits.h"
#include "num/money.h"
#include "pricing/totals.h"

namespace crossfoot::lifecycle {

/// What was paid, refunded and credited on a document, with the edits of a step in place: the
/// same sums as its balance (DO-4.6).
struct Ledger {
  Money total;
  Money paid;     ///< succeeded payments
  Money pending;  ///< bank debits under way
  Money refunded;
  Money credited;

  /// Total − paid + refunded − credited; negative where more was given than asked for.
  Money left() const { return total - paid + refunded - credited; }
  /// What is still to pay, never below 0.
  Money due() const { return left().isNegative() ? Money{} : left(); }
};
Ledger ledgerOf(const MemberEdits& edits, const Totals& totals);

/// The status of a finalised invoice that its balance gives: open, partlyPaid or paid.
std::string_view invoiceStatus(const Ledger& ledger);

/// The status of a finalised credit memo: applied once anything of it was applied or paid out.
std::string_view memoStatus(const Ledger& ledger);

/// What is left of a payment after its refunds.
Money refundable(const MemberEdits& edits, const json::Value& payment);

}  // namespace crossfoot::lifecycle
