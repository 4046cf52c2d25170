#include <array>

#include "base/reasons.h"
#include "lifecycle/document_status.h"
#include "lifecycle/transition.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

using namespace reasons;  // the table below is read as a whole

constexpr auto kDeal = DocumentKind::deal;
constexpr auto kQuote = DocumentKind::quote;
constexpr auto kInvoice = DocumentKind::invoice;
constexpr auto kMemo = DocumentKind::creditMemo;
constexpr auto kLink = DocumentKind::paymentLink;
constexpr auto kSubscription = DocumentKind::subscription;

constexpr std::array kStatuses = {
    KindStatus{kDeal, "open", true, {}},
    KindStatus{kDeal, "won", true, {}},
    KindStatus{kDeal, "lost", true, {}},
    KindStatus{kQuote, "draft", true, {}},
    KindStatus{kQuote, "published", false, kRemainsPublished},
    KindStatus{kQuote, "accepted", false, kRemainsAccepted},
    KindStatus{kQuote, "expired", false, kRemainsClone},
    KindStatus{kQuote, "archived", false, kRemainsClone},
    KindStatus{kInvoice, "draft", true, {}},
    KindStatus{kInvoice, "open", false, kRemainsOpen},
    KindStatus{kInvoice, "partlyPaid", false, kRemainsOpen},
    KindStatus{kInvoice, "paid", false, kRemainsPaid},
    KindStatus{kInvoice, "voided", false, kRemainsClone},
    KindStatus{kMemo, "draft", true, {}},
    KindStatus{kMemo, "open", false, kRemainsMemo},
    KindStatus{kMemo, "applied", false, kRemainsApplied},
    KindStatus{kMemo, "voided", false, kRemainsClone},
    KindStatus{kLink, "draft", true, {}},
    KindStatus{kLink, "active", false, kRemainsLink},
    KindStatus{kLink, "inactive", true, {}},
    KindStatus{kSubscription, "scheduled", true, {}},
    KindStatus{kSubscription, "active", true, {}},
    KindStatus{kSubscription, "unpaid", true, {}},
    KindStatus{kSubscription, "expired", true, {}},
    KindStatus{kSubscription, "canceled", false, kRemainsCanceled},
};

}  // namespace

std::span<const KindStatus> statuses() { return kStatuses; }

std::string_view firstStatus(DocumentKind kind) {
  for (const KindStatus& status : statuses()) {
    if (status.kind == kind) return status.name;
  }
  return {};
}

std::string storedStatus(const Document& document) {
  const DocumentKind kind = document.head.kind;
  if (kind == DocumentKind::subscription) {
    return subscription::canceledOn(document) ? "canceled" : "active";
  }
  const std::string status = view::memberString(document, "status");
  return status.empty() ? std::string(firstStatus(kind)) : status;
}

std::string statusOf(const view::Source& source, Date day) {
  if (source.document.head.kind != DocumentKind::subscription) {
    return storedStatus(source.document);
  }
  return std::string(subscription::statusOn(source, day));
}

}  // namespace crossfoot::lifecycle
