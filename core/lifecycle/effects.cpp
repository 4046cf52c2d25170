#include "lifecycle/effects.h"

#include "lifecycle/billing_step.h"
#include "lifecycle/due_date.h"
#include "lifecycle/ledger.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

void stampAmounts(const StepRequest& request, MemberEdits& edits) {
  edits.setText("digest", view::finalDigest(request.source));
  const std::optional<Money>& total = request.source.totals.summary().total;
  if (total) {
    edits.set("total", view::moneyValue(*total, request.source.document.minorDigits()));
  } else {
    edits.erase("total");  // a line renews without end
  }
}

// Amounts of a record as text, whichever way they were written.
void tidyAmount(json::Value& record, std::string_view name) {
  json::Value* field = record.find(name);
  if (field != nullptr && field->kind == json::Kind::number) field->kind = json::Kind::string;
}

void settleStatus(const StepRequest& request, MemberEdits& edits) {
  const Ledger ledger = ledgerOf(edits, request.source.totals);
  const bool memo = request.source.document.head.kind == DocumentKind::creditMemo;
  edits.setText("status", memo ? memoStatus(ledger) : invoiceStatus(ledger));
}

std::string_view paymentStatus(const json::Value& payment) {
  const std::string_view status = payment.textOf("status");
  return status.empty() ? "succeeded" : status;
}

}  // namespace

void stampFinal(const StepRequest& request, MemberEdits& edits) {
  const std::string_view number = request.command.textOf("number");
  if (!number.empty()) edits.setText("number", number);
  edits.set("rules", json::Value::ofNumber(std::to_string(kRules)));
  stampAmounts(request, edits);
}

void finaliseInvoice(const StepRequest& request, MemberEdits& edits) {
  stampFinal(request, edits);
  edits.set("dueDate", view::dateValue(*dueDateOf(request.source.document)));
  settleStatus(request, edits);
}

void stampAccepted(const StepRequest& request, MemberEdits& edits) { stampAmounts(request, edits); }

void clearStamp(const StepRequest&, MemberEdits& edits) {
  edits.erase("digest");
  edits.erase("total");
}

void recordPayment(const StepRequest& request, MemberEdits& edits) {
  json::Value payment = *request.command.find("payment");
  payment.set("status", json::Value::ofString(std::string(paymentStatus(payment))));
  tidyAmount(payment, "amount");
  tidyAmount(payment, "fee");
  json::Value payments = edits.list("payments");
  bool settled = false;
  for (json::Value& known : payments.items) {
    if (known.textOf("id") != payment.textOf("id")) continue;
    // A pending debit is settled in its place; what the command does not repeat stays.
    for (json::Member& member : payment.members) known.set(member.name, member.value);
    settled = true;
  }
  if (!settled) payments.items.push_back(std::move(payment));
  edits.set("payments", std::move(payments));
  settleStatus(request, edits);
}

void removePayment(const StepRequest& request, MemberEdits& edits) {
  json::Value payments = edits.list("payments");
  std::erase_if(payments.items, [&](const json::Value& payment) {
    return payment.textOf("id") == request.command.textOf("id");
  });
  edits.set("payments", std::move(payments));
  settleStatus(request, edits);
}

void recordRefund(const StepRequest& request, MemberEdits& edits) {
  json::Value refund = *request.command.find("refund");
  tidyAmount(refund, "amount");
  const json::Value* memo = request.command.find("creditMemo");
  if (memo != nullptr && memo->isObject()) {
    json::Value credit = json::Value::object();
    credit.set("creditMemoId", *memo->find("id"));
    credit.set("amount", *refund.find("amount"));
    credit.set("date", *refund.find("date"));
    edits.append("credits", std::move(credit));
  }
  edits.append("refunds", std::move(refund));
  settleStatus(request, edits);
}

void recordCredit(const StepRequest& request, MemberEdits& edits) {
  json::Value credit = *request.command.find("credit");
  tidyAmount(credit, "amount");
  edits.append("credits", std::move(credit));
  settleStatus(request, edits);
}

void cancel(const StepRequest& request, MemberEdits& edits) {
  const json::Value* atEnd = request.command.find("atPeriodEnd");
  Date last = request.day;
  if (atEnd != nullptr && atEnd->truth) {
    last = subscription::endOfRunning(subscription::paymentPlans(request.source), last);
  }
  edits.set("canceledOn", view::dateValue(last));
}

void recordBilling(const StepRequest& request, MemberEdits& edits) {
  const json::Value& payment = *request.command.find("payment");
  const BillingStep step(request);
  const std::string_view status = paymentStatus(payment);
  json::Value record = json::Value::object();
  record.set("due", view::dateValue(*step.due()));
  record.set("status", json::Value::ofString(status == "succeeded" ? "paid" : std::string(status)));
  record.set("date", *payment.find("date"));
  const json::Value* amount = payment.find("amount");
  const unsigned digits = request.source.document.minorDigits();
  const bool given = amount != nullptr && !amount->isNull();
  record.set("amount", given ? *amount : view::moneyValue(step.amount(), digits));
  tidyAmount(record, "amount");
  const std::string_view invoice = payment.textOf("invoiceId");
  if (!invoice.empty()) record.set("invoiceId", json::Value::ofString(std::string(invoice)));
  edits.append("billingRecords", std::move(record));
}

}  // namespace crossfoot::lifecycle
