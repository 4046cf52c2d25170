#include <array>

#include "lifecycle/effects.h"
#include "lifecycle/guards.h"
#include "lifecycle/transition.h"

namespace crossfoot::lifecycle {
namespace {

constexpr auto kDeal = DocumentKind::deal;
constexpr auto kQuote = DocumentKind::quote;
constexpr auto kInvoice = DocumentKind::invoice;
constexpr auto kMemo = DocumentKind::creditMemo;
constexpr auto kLink = DocumentKind::paymentLink;
constexpr auto kSubscription = DocumentKind::subscription;

constexpr std::string_view kFinal =
    "Lines, prices, taxes and texts can no longer be changed, and the number is used up for good, "
    "also if the document is voided later.";
constexpr std::string_view kVoid =
    "The document keeps its number and counts for nothing from now on; it can never be opened, "
    "paid or applied again.";
constexpr std::string_view kAccepted = "An accepted quote can no longer be recalled or changed.";
constexpr std::string_view kArchived = "An archived quote can only be looked at and copied.";
constexpr std::string_view kRecordGone =
    "Only this record is deleted: the money itself does not move, neither here nor at the "
    "processor.";
constexpr std::string_view kRefunded = "A recorded refund stays on the document.";
constexpr std::string_view kApplied = "A credit stays applied; it cannot be taken back.";
constexpr std::string_view kCanceled =
    "No further payment falls due. A cancelled subscription cannot be started again; make a new "
    "one instead.";
constexpr std::string_view kDeleted = "A deleted document is gone. Export it first to keep it.";

constexpr std::array kTransitions = {
    Transition{kDeal, "open", "win", "won", nullptr, nullptr, "won", ""},
    Transition{kDeal, "open", "lose", "lost", nullptr, nullptr, "lost", ""},
    Transition{kDeal, "won", "reopen", "open", nullptr, nullptr, "reopened", ""},
    Transition{kDeal, "lost", "reopen", "open", nullptr, nullptr, "reopened", ""},
    Transition{kDeal, "open", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kDeal, "won", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kDeal, "lost", "delete", "", nullptr, nullptr, "", kDeleted},

    Transition{kQuote, "draft", "publish", "published", mayPublish, stampFinal, "published", ""},
    Transition{kQuote, "published", "recall", "draft", nullptr, clearStamp, "recalled", ""},
    Transition{kQuote, "published", "send", "published", nullptr, nullptr, "sent", ""},
    Transition{kQuote, "published", "accept", "accepted", mayAccept, stampAccepted, "accepted",
               kAccepted},
    Transition{kQuote, "published", "expire", "expired", hasExpired, nullptr, "expired", ""},
    Transition{kQuote, "published", "archive", "archived", nullptr, nullptr, "archived", kArchived},
    Transition{kQuote, "accepted", "archive", "archived", nullptr, nullptr, "archived", kArchived},
    Transition{kQuote, "expired", "archive", "archived", nullptr, nullptr, "archived", kArchived},
    Transition{kQuote, "draft", "delete", "", nullptr, nullptr, "", kDeleted},

    Transition{kInvoice, "draft", "finalise", kDerived, mayFinaliseInvoice, finaliseInvoice,
               "finalised", kFinal},
    Transition{kInvoice, "draft", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kInvoice, "open", "send", "open", nullptr, nullptr, "sent", ""},
    Transition{kInvoice, "partlyPaid", "send", "partlyPaid", nullptr, nullptr, "sent", ""},
    Transition{kInvoice, "paid", "send", "paid", nullptr, nullptr, "sent", ""},
    Transition{kInvoice, "open", "void", "voided", mayVoidInvoice, nullptr, "voided", kVoid},
    Transition{kInvoice, "open", "payment", kDerived, mayPay, recordPayment, "payment", ""},
    Transition{kInvoice, "partlyPaid", "payment", kDerived, mayPay, recordPayment, "payment", ""},
    Transition{kInvoice, "paid", "payment", kDerived, maySettle, recordPayment, "payment", ""},
    Transition{kInvoice, "open", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kRecordGone},
    Transition{kInvoice, "partlyPaid", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kRecordGone},
    Transition{kInvoice, "paid", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kRecordGone},
    Transition{kInvoice, "open", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kRefunded},
    Transition{kInvoice, "partlyPaid", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kRefunded},
    Transition{kInvoice, "paid", "refund", kDerived, mayRefund, recordRefund, "refunded",
               kRefunded},
    Transition{kInvoice, "open", "credit", kDerived, mayCredit, recordCredit, "credited", kApplied},
    Transition{kInvoice, "partlyPaid", "credit", kDerived, mayCredit, recordCredit, "credited",
               kApplied},

    Transition{kMemo, "draft", "finalise", "open", mayFinaliseMemo, stampFinal, "finalised",
               kFinal},
    Transition{kMemo, "draft", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kMemo, "open", "send", "open", nullptr, nullptr, "sent", ""},
    Transition{kMemo, "applied", "send", "applied", nullptr, nullptr, "sent", ""},
    Transition{kMemo, "open", "void", "voided", nullptr, nullptr, "voided", kVoid},
    Transition{kMemo, "open", "credit", "applied", mayCredit, recordCredit, "applied", kApplied},
    Transition{kMemo, "applied", "credit", "applied", mayCredit, recordCredit, "applied", kApplied},
    Transition{kMemo, "open", "payment", "applied", mayPayOut, recordPayment, "payment", ""},
    Transition{kMemo, "applied", "payment", "applied", mayPayOut, recordPayment, "payment", ""},
    Transition{kMemo, "applied", "removePayment", kDerived, mayRemovePayment, removePayment,
               "paymentRemoved", kRecordGone},

    Transition{kLink, "draft", "activate", "active", mayActivate, nullptr, "activated", ""},
    Transition{kLink, "active", "send", "active", nullptr, nullptr, "sent", ""},
    Transition{kLink, "active", "deactivate", "inactive", nullptr, nullptr, "deactivated", ""},
    Transition{kLink, "inactive", "activate", "active", mayActivate, nullptr, "activated", ""},
    Transition{kLink, "draft", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kLink, "inactive", "delete", "", nullptr, nullptr, "", kDeleted},

    Transition{kSubscription, "scheduled", "cancel", kDerived, mayCancel, cancel, "canceled",
               kCanceled},
    Transition{kSubscription, "active", "cancel", kDerived, mayCancel, cancel, "canceled",
               kCanceled},
    Transition{kSubscription, "unpaid", "cancel", kDerived, mayCancel, cancel, "canceled",
               kCanceled},
    Transition{kSubscription, "scheduled", "payment", kDerived, mayRecordBilling, recordBilling,
               "payment", ""},
    Transition{kSubscription, "active", "payment", kDerived, mayRecordBilling, recordBilling,
               "payment", ""},
    Transition{kSubscription, "unpaid", "payment", kDerived, mayRecordBilling, recordBilling,
               "payment", ""},
    Transition{kSubscription, "canceled", "payment", kDerived, mayRecordBilling, recordBilling,
               "payment", ""},
    Transition{kSubscription, "canceled", "delete", "", nullptr, nullptr, "", kDeleted},
    Transition{kSubscription, "expired", "delete", "", nullptr, nullptr, "", kDeleted},
};

constexpr std::string_view kAfterFinal =
    "Record payments and credits, send, copy the link, download, void or clone it.";
constexpr std::string_view kAfterPublish = "Recall it to change it, or clone it.";
constexpr std::string_view kOnlyClone = "Clone it to go on with a copy.";

constexpr std::array kStatuses = {
    KindStatus{kDeal, "open", true, ""},
    KindStatus{kDeal, "won", true, ""},
    KindStatus{kDeal, "lost", true, ""},
    KindStatus{kQuote, "draft", true, ""},
    KindStatus{kQuote, "published", false, kAfterPublish},
    KindStatus{kQuote, "accepted", false, "Convert it, archive it, or clone it."},
    KindStatus{kQuote, "expired", false, kOnlyClone},
    KindStatus{kQuote, "archived", false, kOnlyClone},
    KindStatus{kInvoice, "draft", true, ""},
    KindStatus{kInvoice, "open", false, kAfterFinal},
    KindStatus{kInvoice, "partlyPaid", false, kAfterFinal},
    KindStatus{kInvoice, "paid", false, "Refund, credit, send, download or clone it."},
    KindStatus{kInvoice, "voided", false, kOnlyClone},
    KindStatus{kMemo, "draft", true, ""},
    KindStatus{kMemo, "open", false,
               "Apply it to invoices, pay it out, send, download, void or clone it."},
    KindStatus{kMemo, "applied", false,
               "Apply or pay out what is left, send, download or clone it."},
    KindStatus{kMemo, "voided", false, kOnlyClone},
    KindStatus{kLink, "draft", true, ""},
    KindStatus{kLink, "active", false, "Deactivate it to change it, or clone it."},
    KindStatus{kLink, "inactive", true, ""},
    KindStatus{kSubscription, "scheduled", true, ""},
    KindStatus{kSubscription, "active", true, ""},
    KindStatus{kSubscription, "unpaid", true, ""},
    KindStatus{kSubscription, "expired", true, ""},
    KindStatus{kSubscription, "canceled", false, "Export or delete it, or clone it."},
};

struct Reason {
  DocumentKind kind;
  std::string_view status;
  std::string_view step;
  std::string_view text;
};

constexpr std::string_view kCreditInstead =
    "It was paid in full or in part, so it can't be voided. Refund the money or credit the "
    "invoice instead.";
constexpr std::string_view kNotFinal = "It is still a draft. Finalise it first.";
constexpr std::string_view kVoided = "It was voided and asks for nothing, so nothing can be paid.";
constexpr std::string_view kKeepRecord =
    "A finalised document stays in the books. Void it instead where nothing was paid.";
constexpr std::string_view kCanceledAlready =
    "It was cancelled already and has ended. Make a new one instead.";
constexpr std::string_view kCancelFirst =
    "Only a cancelled or expired subscription can be deleted. Cancel it, and export it first.";

constexpr std::array kReasons = {
    Reason{kInvoice, "partlyPaid", "void", kCreditInstead},
    Reason{kInvoice, "paid", "void", kCreditInstead},
    Reason{kInvoice, "draft", "void", "A draft has no number to keep. Delete it instead."},
    Reason{kInvoice, "draft", "payment", kNotFinal},
    Reason{kInvoice, "draft", "refund", kNotFinal},
    Reason{kInvoice, "draft", "credit", kNotFinal},
    Reason{kInvoice, "draft", "send", kNotFinal},
    Reason{kInvoice, "voided", "payment", kVoided},
    Reason{kInvoice, "voided", "credit", kVoided},
    Reason{kInvoice, "voided", "refund", "It was voided before anything was paid."},
    Reason{kInvoice, "paid", "credit", "Nothing is left to pay. Refund a payment first."},
    Reason{kInvoice, "open", "delete", kKeepRecord},
    Reason{kInvoice, "partlyPaid", "delete", kKeepRecord},
    Reason{kInvoice, "paid", "delete", kKeepRecord},
    Reason{kInvoice, "voided", "delete", "A voided document stays in the books with its number."},
    Reason{kMemo, "draft", "credit", kNotFinal},
    Reason{kMemo, "draft", "send", kNotFinal},
    Reason{kMemo, "draft", "void", "A draft has no number to keep. Delete it instead."},
    Reason{kMemo, "applied", "void", "It was applied to an invoice, so it can't be voided."},
    Reason{kMemo, "voided", "credit", "It was voided and has no credit to give."},
    Reason{kMemo, "voided", "payment", "It was voided and has no credit to give."},
    Reason{kMemo, "draft", "payment", kNotFinal},
    Reason{kMemo, "open", "delete", kKeepRecord},
    Reason{kMemo, "applied", "delete", kKeepRecord},
    Reason{kMemo, "voided", "delete", "A voided document stays in the books with its number."},
    Reason{kQuote, "draft", "accept", "The buyer has not seen it yet. Publish it first."},
    Reason{kQuote, "draft", "send", "Publish it first."},
    Reason{kQuote, "accepted", "recall", "It was accepted. Clone it to make another offer."},
    Reason{kQuote, "expired", "accept", "It has expired. Clone it to make a new offer."},
    Reason{kQuote, "published", "delete", "The buyer may have it. Recall or archive it."},
    Reason{kLink, "active", "delete", "It can be paid right now. Deactivate it first."},
    Reason{kSubscription, "canceled", "cancel", kCanceledAlready},
    Reason{kSubscription, "scheduled", "delete", kCancelFirst},
    Reason{kSubscription, "active", "delete", kCancelFirst},
    Reason{kSubscription, "unpaid", "delete", kCancelFirst},
};

}  // namespace

std::span<const Transition> transitions() { return kTransitions; }

std::span<const KindStatus> statuses() { return kStatuses; }

std::string_view specialReason(DocumentKind kind, std::string_view status, std::string_view step) {
  for (const Reason& reason : kReasons) {
    if (reason.kind == kind && reason.status == status && reason.step == step) return reason.text;
  }
  return {};
}

}  // namespace crossfoot::lifecycle
