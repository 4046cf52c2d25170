#include "lifecycle/document_status.h"

#include <algorithm>
#include <array>

#include "base/reasons.h"
#include "base/result.h"
#include "lifecycle/effects.h"
#include "lifecycle/lifecycle.h"
#include "lifecycle/transition.h"
#include "model/members.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

constexpr std::array<std::string_view, 6> kCommands = {"lifecycle", "payment", "removePayment",
                                                       "refund",    "credit",  "cancel"};

const KindStatus* findStatus(DocumentKind kind, std::string_view name) {
  for (const KindStatus& status : statuses()) {
    if (status.kind == kind && status.name == name) return &status;
  }
  return nullptr;
}

// Whether the step that makes documents of this kind final gives them a digest.
bool isStamped(DocumentKind kind) {
  for (const Transition& row : transitions()) {
    const bool stamps = row.effect == stampFinal || row.effect == finaliseInvoice;
    if (row.kind == kind && stamps) return true;
  }
  return false;
}

Refusal immutable(DocumentKind kind, std::string_view status, const Reason& remains) {
  ReasonValues values = {{"kind", abilities(kind).name, kindName(kind)},
                         {"status", status, statusName(status)}};
  if (remains.empty()) {
    return refuse("immutable", "/status", reasons::kImmutableUnknown, std::move(values));
  }
  values.push_back({"remains", remains.id, remains.sentence});
  return refuse("immutable", "/status", reasons::kImmutable, std::move(values));
}

}  // namespace

std::string_view kindName(DocumentKind kind) {
  constexpr std::array<std::string_view, 6> kNames = {
      "deal", "quote", "invoice", "credit memo", "payment link", "subscription"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view statusName(std::string_view status) {
  if (status == "partlyPaid") return "partly paid";
  return status == "draft" ? "a draft" : status;
}

bool isLifecycleCommand(std::string_view op) {
  return std::find(kCommands.begin(), kCommands.end(), op) != kCommands.end();
}

Outcome mayEdit(const Document& document, std::string_view member) {
  const Hand hand = documentMember(member).hand;
  if (hand == Hand::always || hand == Hand::stamp) return Done{};
  if (hand == Hand::step) {
    return refuse("lifecycle-only", "/" + std::string(member), reasons::kOnlyBySteps);
  }
  const DocumentKind kind = document.head.kind;
  if (kind == DocumentKind::subscription && member == "billingRecords") return Done{};
  const std::string status = storedStatus(document);
  const KindStatus* known = findStatus(kind, status);
  // A status this program does not know may come from a newer one: nothing is put at risk.
  if (known == nullptr) return immutable(kind, status, {});
  if (!known->editable) return immutable(kind, status, known->remains);
  if (member == "kind" && status != firstStatus(kind)) return immutable(kind, status, {});
  return Done{};
}

Finality finalityOf(const Document& document) {
  const DocumentKind kind = document.head.kind;
  const std::string own = view::memberString(document, "status");
  Finality finality;
  finality.isFinal = !mayEdit(document, "lines");
  finality.isKnown = own.empty() || findStatus(kind, own) != nullptr;
  finality.lacksDigest =
      finality.isFinal && isStamped(kind) && view::memberString(document, "digest").empty();
  return finality;
}

}  // namespace crossfoot::lifecycle
