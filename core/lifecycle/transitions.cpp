#include <array>

#include "base/reasons.h"
#include "lifecycle/effects.h"
#include "lifecycle/guards.h"
#include "lifecycle/transition.h"

namespace crossfoot::lifecycle {
namespace {

using namespace reasons;  // the table below is read as a whole

constexpr auto kDeal = DocumentKind::deal;
constexpr auto kQuote = DocumentKind::quote;
constexpr auto kInvoice = DocumentKind::invoice;
constexpr auto kMemo = DocumentKind::creditMemo;
constexpr auto kLink = DocumentKind::paymentLink;
constexpr auto kSubscription = DocumentKind::subscription;

constexpr std::array kTransitions = {
    Transition{kDeal, "open", "win", "won", nullptr, nullptr, "won", {}},
    Transition{kDeal, "open", "lose", "lost", nullptr, nullptr, "lost", {}},
    Transition{kDeal, "won", "reopen", "open", nullptr, nullptr, "reopened", {}},
    Transition{kDeal, "lost", "reopen", "open", nullptr, nullptr, "reopened", {}},
    Transition{kDeal, "open", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kDeal, "won", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kDeal, "lost", "delete", "", nullptr, nullptr, "", kLastingDelete},

    Transition{kQuote, "draft", "publish", "published", mayPublish, stampFinal, "published", {}},
    Transition{kQuote, "published", "recall", "draft", nullptr, clearStamp, "recalled", {}},
    Transition{kQuote, "published", "send", "published", nullptr, nullptr, "sent", {}},
    Transition{kQuote, "published", "accept", "accepted", mayAccept, stampAccepted, "accepted",
               kLastingAccepted},
    Transition{kQuote, "published", "expire", "expired", hasExpired, nullptr, "expired", {}},
    Transition{kQuote, "published", "archive", "archived", nullptr, nullptr, "archived",
               kLastingArchived},
    Transition{kQuote, "accepted", "archive", "archived", nullptr, nullptr, "archived",
               kLastingArchived},
    Transition{kQuote, "expired", "archive", "archived", nullptr, nullptr, "archived",
               kLastingArchived},
    Transition{kQuote, "draft", "delete", "", nullptr, nullptr, "", kLastingDelete},

    Transition{kInvoice, "draft", "finalise", kDerived, mayFinaliseInvoice, finaliseInvoice,
               "finalised", kLastingFinal},
    Transition{kInvoice, "draft", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kInvoice, "open", "send", "open", nullptr, nullptr, "sent", {}},
    Transition{kInvoice, "partlyPaid", "send", "partlyPaid", nullptr, nullptr, "sent", {}},
    Transition{kInvoice, "paid", "send", "paid", nullptr, nullptr, "sent", {}},
    Transition{kInvoice, "open", "void", "voided", mayVoidInvoice, nullptr, "voided", kLastingVoid},
    Transition{kInvoice, "open", "payment", kDerived, mayPay, recordPayment, "payment", {}},
    Transition{kInvoice, "partlyPaid", "payment", kDerived, mayPay, recordPayment, "payment", {}},
    Transition{
        kInvoice, "paid", "payment", kDerived, maySettleOrOverpay, recordPayment, "payment", {}},
    Transition{kInvoice, "open", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kLastingRecord},
    Transition{kInvoice, "partlyPaid", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kLastingRecord},
    Transition{kInvoice, "paid", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kLastingRecord},
    Transition{kInvoice, "open", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kLastingRefund},
    Transition{kInvoice, "partlyPaid", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kLastingRefund},
    Transition{kInvoice, "paid", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kLastingRefund},
    Transition{kInvoice, "open", "credit", kDerived, mayCredit, recordCredit, "credited",
               kLastingCredit},
    Transition{kInvoice, "partlyPaid", "credit", kDerived, mayCredit, recordCredit, "credited",
               kLastingCredit},

    Transition{kMemo, "draft", "finalise", "open", mayFinaliseMemo, stampFinal, "finalised",
               kLastingFinal},
    Transition{kMemo, "draft", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kMemo, "open", "send", "open", nullptr, nullptr, "sent", {}},
    Transition{kMemo, "applied", "send", "applied", nullptr, nullptr, "sent", {}},
    Transition{kMemo, "open", "void", "voided", nullptr, nullptr, "voided", kLastingVoid},
    Transition{kMemo, "open", "credit", "applied", mayCredit, recordCredit, "applied",
               kLastingCredit},
    Transition{kMemo, "applied", "credit", "applied", mayCredit, recordCredit, "applied",
               kLastingCredit},
    Transition{kMemo, "open", "payment", "applied", mayPayOut, recordPayment, "payment", {}},
    Transition{kMemo, "applied", "payment", "applied", mayPayOut, recordPayment, "payment", {}},
    Transition{kMemo, "applied", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kLastingRecord},

    Transition{kLink, "draft", "activate", "active", mayActivate, nullptr, "activated", {}},
    Transition{kLink, "active", "send", "active", nullptr, nullptr, "sent", {}},
    Transition{kLink, "active", "deactivate", "inactive", nullptr, nullptr, "deactivated", {}},
    Transition{kLink, "inactive", "activate", "active", mayActivate, nullptr, "activated", {}},
    Transition{kLink, "draft", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kLink, "inactive", "delete", "", nullptr, nullptr, "", kLastingDelete},

    Transition{kSubscription, "scheduled", "cancel", kDerived, mayCancel, cancel, "canceled",
               kLastingCancel},
    Transition{kSubscription, "active", "cancel", kDerived, mayCancel, cancel, "canceled",
               kLastingCancel},
    Transition{kSubscription, "unpaid", "cancel", kDerived, mayCancel, cancel, "canceled",
               kLastingCancel},
    Transition{kSubscription,
               "scheduled",
               "payment",
               kDerived,
               mayRecordBilling,
               recordBilling,
               "payment",
               {}},
    Transition{kSubscription,
               "active",
               "payment",
               kDerived,
               mayRecordBilling,
               recordBilling,
               "payment",
               {}},
    Transition{kSubscription,
               "unpaid",
               "payment",
               kDerived,
               mayRecordBilling,
               recordBilling,
               "payment",
               {}},
    Transition{kSubscription,
               "canceled",
               "payment",
               kDerived,
               mayRecordBilling,
               recordBilling,
               "payment",
               {}},
    Transition{kSubscription, "canceled", "delete", "", nullptr, nullptr, "", kLastingDelete},
    Transition{kSubscription, "expired", "delete", "", nullptr, nullptr, "", kLastingDelete},
};

struct StatusReason {
  DocumentKind kind;
  std::string_view status;
  std::string_view step;
  Reason reason;
};

constexpr std::array kReasons = {
    StatusReason{kInvoice, "partlyPaid", "void", kCreditInstead},
    StatusReason{kInvoice, "paid", "void", kCreditInstead},
    StatusReason{kInvoice, "draft", "void", kDraftVoid},
    StatusReason{kInvoice, "draft", "payment", kNotFinal},
    StatusReason{kInvoice, "draft", "refund", kNotFinal},
    StatusReason{kInvoice, "draft", "credit", kNotFinal},
    StatusReason{kInvoice, "draft", "send", kNotFinal},
    StatusReason{kInvoice, "voided", "payment", kVoided},
    StatusReason{kInvoice, "voided", "credit", kVoided},
    StatusReason{kInvoice, "voided", "refund", kVoidedRefund},
    StatusReason{kInvoice, "paid", "credit", kPaidCredit},
    StatusReason{kInvoice, "open", "delete", kKeepRecord},
    StatusReason{kInvoice, "partlyPaid", "delete", kKeepRecord},
    StatusReason{kInvoice, "paid", "delete", kKeepRecord},
    StatusReason{kInvoice, "voided", "delete", kVoidedDelete},
    StatusReason{kMemo, "draft", "credit", kNotFinal},
    StatusReason{kMemo, "draft", "send", kNotFinal},
    StatusReason{kMemo, "draft", "void", kDraftVoid},
    StatusReason{kMemo, "applied", "void", kMemoApplied},
    StatusReason{kMemo, "voided", "credit", kMemoVoided},
    StatusReason{kMemo, "voided", "payment", kMemoVoided},
    StatusReason{kMemo, "draft", "payment", kNotFinal},
    StatusReason{kMemo, "open", "delete", kKeepRecord},
    StatusReason{kMemo, "applied", "delete", kKeepRecord},
    StatusReason{kMemo, "voided", "delete", kVoidedDelete},
    StatusReason{kQuote, "draft", "accept", kQuoteUnseen},
    StatusReason{kQuote, "draft", "send", kPublishFirst},
    StatusReason{kQuote, "accepted", "recall", kQuoteAccepted},
    StatusReason{kQuote, "expired", "accept", kQuoteExpired},
    StatusReason{kQuote, "published", "delete", kQuotePublished},
    StatusReason{kLink, "active", "delete", kLinkActive},
    StatusReason{kSubscription, "canceled", "cancel", kCanceledAlready},
    StatusReason{kSubscription, "scheduled", "delete", kCancelFirst},
    StatusReason{kSubscription, "active", "delete", kCancelFirst},
    StatusReason{kSubscription, "unpaid", "delete", kCancelFirst},
};

}  // namespace

std::span<const Transition> transitions() { return kTransitions; }

Reason specialReason(DocumentKind kind, std::string_view status, std::string_view step) {
  for (const StatusReason& reason : kReasons) {
    if (reason.kind == kind && reason.status == status && reason.step == step) return reason.reason;
  }
  return {};
}

}  // namespace crossfoot::lifecycle
