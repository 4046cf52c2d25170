#include <algorithm>

#include "base/reasons.h"
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
  if (!amount) return refuse("invalid-number", path, reasons::kAmountForm);
  DecimalText decimal;
  parseDecimal(field->text, decimal);
  if (decimal.fractionDigits() > static_cast<int>(minorDigits)) {
    return refuse("too-many-digits", path, reasons::kMinorUnits);
  }
  if (*amount > Money{}) return Done{};
  return refuse("out-of-range", path, reasons::kAboveZero);
}

Outcome checkDate(const json::Value& record, const std::string& path) {
  if (view::dateOf(record.find("date"))) return Done{};
  return refuse("date-invalid", path, reasons::kDayForm);
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
  return refuse("invalid-number", "/payment/fee", reasons::kFeeForm);
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
    return refuse("duplicate-id", "/payment/id", reasons::kRecordedBefore);
  }
  if (!onlySettling) return Done{};
  return refuse("already-paid", "/payment", reasons::kPaidTwice);
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
    return refuse("payment-pending", "/payments", reasons::kDebitPending);
  }
  // A credit leaves the invoice open, but what it gave would be gone.
  if (ledger.credited > Money{}) {
    return refuse("step-not-allowed", "/credits", reasons::kCreditedVoid);
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
    return refuse("nothing-left", "/payments", reasons::kNothingToPayOut);
  }
  if (request.asking) return Done{};
  if (auto outcome = checkPayment(request, false); !outcome) return outcome;
  const json::Value& payment = *request.command.find("payment");
  const std::string_view status = payment.textOf("status");
  if (!status.empty() && status != "succeeded") {
    return refuse("unknown-value", "/payment/status", reasons::kOnceSent);
  }
  const unsigned digits = request.source.document.minorDigits();
  if (!(*view::amountOf(payment.find("amount"), digits) > left)) return Done{};
  return refuse("out-of-range", "/payment/amount", reasons::kMostLeft,
                {{"amount", formatMoney(left, digits)}});
}

Outcome maySettleOrOverpay(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const bool neverAsked = ledgerOf(none, request.source.totals).total == Money{};
  if (!request.asking) {
    const json::Value* surplus = request.command.find("surplus");
    return checkPayment(request, neverAsked || surplus == nullptr || !surplus->truth);
  }
  if (!neverAsked || anyPending(none.list("payments"))) return Done{};
  return refuse("already-paid", "/payments", reasons::kNothingToPay);
}

Outcome mayRemovePayment(const StepRequest& request) {
  const json::Value payments = view::memberList(request.source.document, "payments");
  if (request.asking) {
    if (!payments.items.empty()) return Done{};
    return refuse("unknown-id", "/payments", reasons::kNoPayment);
  }
  const std::string_view id = request.command.textOf("id");
  if (id.empty() || findById(payments, id) == nullptr) {
    return refuse("unknown-id", "/id", "No payment has this id.");
  }
  if (!findById(payments, id)->textOf("invoiceId").empty()) {
    return refuse("payment-refunded", "/id", reasons::kPaymentRefunded);
  }
  for (const json::Value& refund : view::memberList(request.source.document, "refunds").items) {
    if (refund.textOf("paymentId") != id) continue;
    return refuse("payment-refunded", "/id", reasons::kPaymentRefunded);
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
    return refuse("nothing-to-refund", "/payments", reasons::kNothingPaid);
  }
  auto refund = recordIn(request, "refund");
  if (!refund) return refund.refusal();
  if (auto outcome = checkId(**refund, "/refund"); !outcome) return outcome;
  const unsigned digits = request.source.document.minorDigits();
  if (auto outcome = checkRecord(**refund, "refund", digits); !outcome) return outcome;
  if (findById(none.list("refunds"), (*refund)->textOf("id")) != nullptr) {
    return refuse("duplicate-id", "/refund/id", reasons::kRefundedBefore);
  }
  const json::Value* payment = findById(payments, (*refund)->textOf("paymentId"));
  if (payment == nullptr || payment->textOf("status") != "succeeded") {
    return refuse("unknown-id", "/refund/paymentId", reasons::kNamePayment);
  }
  const Money left = refundable(none, *payment);
  if (*view::amountOf((*refund)->find("amount"), digits) > left) {
    return refuse("refund-exceeds-payment", "/refund/amount", reasons::kMostOfPayment,
                  {{"amount", formatMoney(left, digits)}});
  }
  const json::Value* memo = request.command.find("creditMemo");
  if (memo == nullptr || memo->isNull()) return Done{};
  if (memo->textOf("id").empty()) {
    return refuse("required", "/creditMemo/id", "Name the credit memo that comes with the refund.");
  }
  const Ledger ledger = ledgerOf(none, request.source.totals);
  const Money uncredited = ledger.total - ledger.credited;
  if (!(*view::amountOf((*refund)->find("amount"), digits) > uncredited)) return Done{};
  return refuse("credit-exceeds-balance", "/refund/amount", reasons::kMostOfInvoice,
                {{"amount", formatMoney(uncredited, digits)}});
}

Outcome mayCredit(const StepRequest& request) {
  const MemberEdits none(request.source.document);
  const Ledger ledger = ledgerOf(none, request.source.totals);
  const unsigned digits = request.source.document.minorDigits();
  if (ledger.due() == Money{}) {
    return refuse("nothing-left", "/credits", reasons::kNothingToCredit);
  }
  if (request.asking) return Done{};
  auto credit = recordIn(request, "credit");
  if (!credit) return credit.refusal();
  if (auto outcome = checkRecord(**credit, "credit", digits); !outcome) return outcome;
  const bool isMemo = request.source.document.head.kind == DocumentKind::creditMemo;
  const std::string_view partner = isMemo ? "invoiceId" : "creditMemoId";
  if ((*credit)->textOf(partner).empty()) {
    return refuse("required", "/credit/" + std::string(partner), reasons::kNameOther);
  }
  if (*view::amountOf((*credit)->find("amount"), digits) > ledger.due()) {
    return refuse("credit-exceeds-balance", "/credit/amount", reasons::kMostLeft,
                  {{"amount", formatMoney(ledger.due(), digits)}});
  }
  return Done{};
}

Outcome mayCancel(const StepRequest& request) {
  auto running = subscription::checkNotCanceled(request.source.document, "/canceledOn");
  if (request.asking || !running) return running;
  const json::Value* on = request.command.find("on");
  if (on == nullptr || on->isNull() || view::dateOf(on)) return Done{};
  return refuse("date-invalid", "/on", reasons::kDayForm);
}

// A period knows paid and not paid: a part of its payment is recorded on its invoice.
static Outcome checkWhole(const StepRequest& request, const json::Value& payment, Money whole) {
  const unsigned digits = request.source.document.minorDigits();
  const std::optional<Money> amount = view::amountOf(payment.find("amount"), digits);
  if (payment.textOf("status") == "failed" || !amount || !(*amount < whole)) return Done{};
  return refuse("out-of-range", "/payment/amount", reasons::kPaysWhole,
                {{"amount", formatMoney(whole, digits)}});
}

Outcome mayRecordBilling(const StepRequest& request) {
  const BillingStep step(request);
  const json::Value* told = request.command.find("payment");
  const bool ofInvoice = told != nullptr && !told->textOf("invoiceId").empty();
  if (step.isOneOfSeveral() && !ofInvoice) {
    return refuse("several-subscriptions", "/lines", reasons::kSplitFirst);
  }
  if (request.asking) {
    if (step.due()) return Done{};
    return refuse("already-paid", "/billingRecords", reasons::kAllPaid);
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
    return refuse("no-such-payment", "/payment/due", reasons::kNoSuchPayment);
  }
  if (step.isPaid()) return refuse("already-paid", "/payment/due", reasons::kPeriodPaid);
  return ofInvoice ? Outcome(Done{}) : checkWhole(request, **payment, step.amount());
}

}  // namespace crossfoot::lifecycle
