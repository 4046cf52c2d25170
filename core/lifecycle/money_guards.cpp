#include <algorithm>

#include "base/result.h"
#include "lifecycle/billing_step.h"
#include "lifecycle/guards.h"
#include "lifecycle/ledger.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

// The record that a command brings, or why it is none.
Result<const json::Value*> recordIn(const StepRequest& request, std::string_view name) {
  const json::Value* record = request.command.find(name);
  if (record != nullptr && record->isObject()) return record;
  return refuse("wrong-type", "/" + std::string(name), "Give the record as an object.");
}

Outcome checkAmount(const json::Value& record, const std::string& path, unsigned minorDigits) {
  const json::Value* field = record.find("amount");
  const std::optional<Money> amount = view::amountOf(field, minorDigits);
  if (!amount) return refuse("invalid-number", path, "Give the amount, like 10.00.");
  DecimalText decimal;
  parseDecimal(field->text, decimal);
  if (decimal.fractionDigits() > static_cast<int>(minorDigits)) {
    return refuse("too-many-digits", path, "Money is paid in whole minor units of the currency.");
  }
  if (*amount > Money{}) return Done{};
  return refuse("out-of-range", path, "The amount must be above 0.");
}

Outcome checkDate(const json::Value& record, const std::string& path) {
  if (view::dateOf(record.find("date"))) return Done{};
  return refuse("date-invalid", path, "Give the day, like 2026-11-22.");
}

Outcome checkRecord(const json::Value& record, std::string_view name, unsigned minorDigits) {
  const std::string path = "/" + std::string(name);
  if (auto outcome = checkAmount(record, path + "/amount", minorDigits); !outcome) return outcome;
  return checkDate(record, path + "/date");
}

const json::Value* findById(const json::Value& list, std::string_view id) {
  const auto at = std::find_if(list.items.begin(), list.items.end(),
                               [id](const json::Value& item) { return item.textOf("id") == id; });
  return at == list.items.end() ? nullptr : &*at;
}

Outcome checkId(const json::Value& record, const std::string& path) {
  if (!record.textOf("id").empty()) return Done{};
  return refuse("required", path + "/id", "Give the record an id.");
}

Outcome checkFee(const json::Value& payment, unsigned minorDigits) {
  const json::Value* fee = payment.find("fee");
  if (fee == nullptr || fee->isNull()) return Done{};
  const std::optional<Money> amount = view::amountOf(fee, minorDigits);
  if (amount && !amount->isNegative()) return Done{};
  return refuse("invalid-number", "/payment/fee", "Give the fee as an amount of 0 or more.");
}

Outcome checkStatus(const json::Value& payment) {
  const json::Value* status = payment.find("status");
  if (status == nullptr || status->isNull()) return Done{};
  const std::string_view name = status->text;
  if (name == "succeeded" || name == "pending" || name == "failed") return Done{};
  return refuse("unknown-value", "/payment/status", "The status is succeeded, pending or failed.");
}

// What this very command would settle: a payment of the same id that is still pending.
const json::Value* pendingOf(const json::Value& payments, const json::Value& payment) {
  const json::Value* known = findById(payments, payment.textOf("id"));
  return known != nullptr && known->textOf("status") == "pending" ? known : nullptr;
}

Outcome checkPayment(const StepRequest& request, bool onlySettling) {
  auto payment = recordIn(request, "payment");
  if (!payment) return payment.refusal();
  if (auto outcome = checkId(**payment, "/payment"); !outcome) return outcome;
  const unsigned digits = request.source.document.minorDigits();
  if (auto outcome = checkRecord(**payment, "payment", digits); !outcome) return outcome;
  if (auto outcome = checkStatus(**payment); !outcome) return outcome;
  if (auto outcome = checkFee(**payment, digits); !outcome) return outcome;
  const json::Value payments = view::memberList(request.source.document, "payments");
  if (pendingOf(payments, **payment) != nullptr) return Done{};
  if (findById(payments, (*payment)->textOf("id")) != nullptr) {
    return refuse("duplicate-id", "/payment/id", "This payment was recorded already.");
  }
  if (!onlySettling) return Done{};
  return refuse("already-paid", "/payment", "Nothing is left to pay. Refund it if it came twice.");
}

bool anyPending(const json::Value& payments) {
  return std::any_of(payments.items.begin(), payments.items.end(),
                     [](const json::Value& item) { return item.textOf("status") == "pending"; });
}

}  // namespace

Outcome mayVoidInvoice(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const Ledger ledger = ledgerOf(none, request.source.totals);
  if (ledger.pending > Money{}) {
    return refuse("payment-pending", "/payments",
                  "A bank debit is under way. Wait until it succeeded or failed.");
  }
  return Done{};
}

Outcome mayPay(const StepRequest& request) {
  return request.asking ? Outcome(Done{}) : checkPayment(request, false);
}

Outcome mayPayOut(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const Money left = ledgerOf(none, request.source.totals).due();
  if (left == Money{}) {
    return refuse("nothing-left", "/payments", "Nothing of the credit is left to pay out.");
  }
  if (request.asking) return Done{};
  if (auto outcome = checkPayment(request, false); !outcome) return outcome;
  const json::Value& payment = *request.command.find("payment");
  const std::string_view status = payment.textOf("status");
  if (!status.empty() && status != "succeeded") {
    return refuse("unknown-value", "/payment/status", "Record it once the money was sent.");
  }
  const unsigned digits = request.source.document.minorDigits();
  if (!(*view::amountOf(payment.find("amount"), digits) > left)) return Done{};
  return refuse("out-of-range", "/payment/amount",
                "At most " + formatMoney(left, digits) + " is left.");
}

Outcome maySettle(const StepRequest& request) {
  if (!request.asking) return checkPayment(request, true);
  if (anyPending(view::memberList(request.source.document, "payments"))) return Done{};
  return refuse("already-paid", "/payments", "Nothing is left to pay.");
}

Outcome mayRemovePayment(const StepRequest& request) {
  const json::Value payments = view::memberList(request.source.document, "payments");
  if (request.asking) {
    if (!payments.items.empty()) return Done{};
    return refuse("unknown-id", "/payments", "No payment is recorded.");
  }
  const std::string_view id = request.command.textOf("id");
  if (id.empty() || findById(payments, id) == nullptr) {
    return refuse("unknown-id", "/id", "No payment has this id.");
  }
  for (const json::Value& refund : view::memberList(request.source.document, "refunds").items) {
    if (refund.textOf("paymentId") != id) continue;
    return refuse("payment-refunded", "/id", "A refund of this payment is recorded; it stays.");
  }
  return Done{};
}

Outcome mayRefund(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const json::Value payments = none.list("payments");
  if (request.asking) {
    const bool any = std::any_of(payments.items.begin(), payments.items.end(), [&](const auto& p) {
      return p.textOf("status") == "succeeded" && refundable(none, p) > Money{};
    });
    if (any) return Done{};
    return refuse("nothing-to-refund", "/payments", "Nothing was paid that could be given back.");
  }
  auto refund = recordIn(request, "refund");
  if (!refund) return refund.refusal();
  if (auto outcome = checkId(**refund, "/refund"); !outcome) return outcome;
  const unsigned digits = request.source.document.minorDigits();
  if (auto outcome = checkRecord(**refund, "refund", digits); !outcome) return outcome;
  if (findById(none.list("refunds"), (*refund)->textOf("id")) != nullptr) {
    return refuse("duplicate-id", "/refund/id", "This refund was recorded already.");
  }
  const json::Value* payment = findById(payments, (*refund)->textOf("paymentId"));
  if (payment == nullptr || payment->textOf("status") != "succeeded") {
    return refuse("unknown-id", "/refund/paymentId", "Name a payment that succeeded.");
  }
  const Money left = refundable(none, *payment);
  if (*view::amountOf((*refund)->find("amount"), digits) > left) {
    return refuse(
        "refund-exceeds-payment", "/refund/amount",
        "At most " + formatMoney(left, digits) + " of this payment is left to give back.");
  }
  const json::Value* memo = request.command.find("creditMemo");
  if (memo == nullptr || memo->isNull()) return Done{};
  if (memo->textOf("id").empty()) {
    return refuse("required", "/creditMemo/id", "Name the credit memo that comes with the refund.");
  }
  const Ledger ledger = ledgerOf(none, request.source.totals);
  const Money uncredited = ledger.total - ledger.credited;
  if (!(*view::amountOf((*refund)->find("amount"), digits) > uncredited)) return Done{};
  return refuse("credit-exceeds-balance", "/refund/amount",
                "At most " + formatMoney(uncredited, digits) + " of the invoice is left.");
}

Outcome mayCredit(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const Ledger ledger = ledgerOf(none, request.source.totals);
  const unsigned digits = request.source.document.minorDigits();
  if (ledger.due() == Money{}) {
    return refuse("nothing-left", "/credits", "Nothing is left that a credit could count against.");
  }
  if (request.asking) return Done{};
  auto credit = recordIn(request, "credit");
  if (!credit) return credit.refusal();
  if (auto outcome = checkRecord(**credit, "credit", digits); !outcome) return outcome;
  const bool isMemo = request.source.document.head.kind == DocumentKind::creditMemo;
  const std::string_view partner = isMemo ? "invoiceId" : "creditMemoId";
  if ((*credit)->textOf(partner).empty()) {
    return refuse("required", "/credit/" + std::string(partner), "Name the other document.");
  }
  if (*view::amountOf((*credit)->find("amount"), digits) > ledger.due()) {
    return refuse("credit-exceeds-balance", "/credit/amount",
                  "At most " + formatMoney(ledger.due(), digits) + " is left.");
  }
  return Done{};
}

Outcome mayCancel(const StepRequest& request) {
  auto running = subscription::checkNotCanceled(request.source.document, "/canceledOn");
  if (request.asking || !running) return running;
  const json::Value* on = request.command.find("on");
  if (on == nullptr || on->isNull() || view::dateOf(on)) return Done{};
  return refuse("date-invalid", "/on", "Give the day, like 2026-11-22.");
}

Outcome mayRecordBilling(const StepRequest& request) {
  const BillingStep step(request);
  const json::Value* told = request.command.find("payment");
  const bool ofInvoice = told != nullptr && !told->textOf("invoiceId").empty();
  if (step.isOneOfSeveral() && !ofInvoice) {
    return refuse("several-subscriptions", "/lines",
                  "Its lines form several subscriptions, and a payment belongs to one. Make a "
                  "document of its own for each first.");
  }
  if (request.asking) {
    if (step.due()) return Done{};
    return refuse("already-paid", "/billingRecords", "Every payment has been made.");
  }
  auto payment = recordIn(request, "payment");
  if (!payment) return payment.refusal();
  const json::Value* amount = (*payment)->find("amount");
  if (amount != nullptr && !amount->isNull()) {
    const unsigned digits = request.source.document.minorDigits();
    if (auto outcome = checkAmount(**payment, "/payment/amount", digits); !outcome) return outcome;
  }
  if (auto outcome = checkDate(**payment, "/payment/date"); !outcome) return outcome;
  if (auto outcome = checkStatus(**payment); !outcome) return outcome;
  if (!step.due()) {
    return refuse("no-such-payment", "/payment/due", "No payment of the subscription is due then.");
  }
  if (!step.isPaid()) return Done{};
  return refuse("already-paid", "/payment/due", "This payment was made already.");
}

}  // namespace crossfoot::lifecycle
