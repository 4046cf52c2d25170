#include "lifecycle/ledger.h"

#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

Money sum(const MemberEdits& edits, std::string_view list, std::string_view status) {
  Money sum;
  for (const json::Value& record : edits.list(list).items) {
    if (!status.empty() && record.textOf("status") != status) continue;
    sum += view::amountOf(record.find("amount"), edits.document().minorDigits()).value_or(Money{});
  }
  return sum;
}

}  // namespace

Ledger ledgerOf(const MemberEdits& edits, const Totals& totals) {
  Ledger ledger;
  ledger.total = totals.summary().total.value_or(Money{});
  ledger.paid = sum(edits, "payments", "succeeded");
  ledger.pending = sum(edits, "payments", "pending");
  ledger.refunded = sum(edits, "refunds", "");
  ledger.credited = sum(edits, "credits", "");
  return ledger;
}

std::string_view invoiceStatus(const Ledger& ledger) {
  if (ledger.due() == Money{}) return "paid";
  return ledger.paid > ledger.refunded ? "partlyPaid" : "open";
}

std::string_view memoStatus(const Ledger& ledger) {
  return ledger.paid > Money{} || ledger.credited > Money{} ? "applied" : "open";
}

Money refundable(const MemberEdits& edits, const json::Value& payment) {
  const unsigned digits = edits.document().minorDigits();
  Money left = view::amountOf(payment.find("amount"), digits).value_or(Money{});
  for (const json::Value& refund : edits.list("refunds").items) {
    if (refund.textOf("paymentId") != payment.textOf("id")) continue;
    left -= view::amountOf(refund.find("amount"), digits).value_or(Money{});
  }
  return left;
}

}  // namespace crossfoot::lifecycle
