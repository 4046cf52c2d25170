#include "lifecycle/guards.h"

#include <algorithm>

#include "base/reasons.h"
#include "base/result.h"
#include "lifecycle/due_date.h"
#include "lifecycle/number.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

Outcome hasNoErrors(const view::Source& source) {
  std::vector<std::string_view> codes;
  for (const Issue& issue : view::allIssues(source)) {
    if (issueSeverity(issue.code) != Severity::error) continue;
    const std::string_view code = issueName(issue.code);
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
  if (codes.empty()) return Done{};
  std::string list;
  for (const std::string_view code : codes) {
    if (!list.empty()) list += ", ";
    list += code;
  }
  return refuse("has-errors", "/issues", reasons::kErrors, {{"codes", codes, list}});
}

Outcome hasLines(const view::Source& source) {
  for (const uint32_t slot : source.document.lines.order()) {
    const LineItem& line = source.document.lines.slot(slot);
    if (line.isItem() && line.counts) return Done{};
  }
  // The checkout of a subscription may be a fee alone (RE-4.1).
  for (const AdjustmentAmount& adjustment : source.totals.adjustments()) {
    if (!(adjustment.amount == Money{})) return Done{};
  }
  return refuse("lines-required", "/lines", reasons::kNeedsLines);
}

Outcome hasContact(const view::Source& source) {
  if (!view::memberList(source.document, "contacts").items.empty()) return Done{};
  return refuse("contact-required", "/contacts", reasons::kNeedsContact);
}

Outcome hasTotal(const view::Source& source) {
  const std::optional<Money>& total = source.totals.summary().total;
  if (!total) return refuse("amount-overflow", "/summary/total", reasons::kTotalTooLarge);
  if (!total->isNegative()) return Done{};
  return refuse("negative-total", "/summary/total", reasons::kNegativeTotal);
}

// Everything that is in the way, so that nobody has to ask again after each remedy.
Outcome all(std::initializer_list<Outcome> outcomes) {
  std::optional<Refusal> first;
  for (const Outcome& outcome : outcomes) {
    if (outcome) continue;
    if (!first) {
      first = outcome.refusal();
      continue;
    }
    Refusal other = outcome.refusal();
    std::vector<Refusal> more = std::move(other.also);
    other.also.clear();
    first->also.push_back(std::move(other));
    for (Refusal& each : more) first->also.push_back(std::move(each));
  }
  return first ? Outcome(std::move(*first)) : Outcome(Done{});
}

bool lineGivesChoice(const LineItem& line) {
  const json::Value value = view::lineValue(line);
  const json::Value* optional = value.find("optional");
  const json::Value* range = value.find("quantityRange");
  return (optional != nullptr && optional->truth) || (range != nullptr && range->isObject());
}

// A buyer's choices move the amounts of an offer; nothing else may.
bool givesChoice(const Document& document) {
  const std::vector<uint32_t>& order = document.lines.order();
  return std::any_of(order.begin(), order.end(),
                     [&](uint32_t slot) { return lineGivesChoice(document.lines.slot(slot)); });
}

std::optional<Date> expiry(const view::Source& source) {
  const json::Value expires = view::memberValue(source.document, "expiresOn");
  return view::dateOf(&expires);
}

}  // namespace

Outcome mayActivate(const StepRequest& request) {
  return all({hasLines(request.source), hasNoErrors(request.source)});
}

Outcome mayPublish(const StepRequest& request) {
  return all({mayActivate(request), checkNumber(request)});
}

Outcome mayFinaliseInvoice(const StepRequest& request) {
  return all({mayActivate(request), hasContact(request.source), hasTotal(request.source),
              checkDueDate(request.source.document), checkNumber(request)});
}

Outcome mayFinaliseMemo(const StepRequest& request) {
  return all({mayActivate(request), hasTotal(request.source), checkNumber(request)});
}

Outcome mayAccept(const StepRequest& request) {
  const std::optional<Date> last = expiry(request.source);
  if (last && *last < request.day) {
    return refuse("quote-expired", "/expiresOn", reasons::kOfferOver, {{"day", last->text()}});
  }
  const bool same = view::finalMismatch(request.source).empty();
  if (same || givesChoice(request.source.document)) return hasLines(request.source);
  return refuse("digest-mismatch", "/digest", reasons::kAmountsMoved);
}

Outcome hasExpired(const StepRequest& request) {
  const std::optional<Date> last = expiry(request.source);
  if (!last) return refuse("not-expired", "/expiresOn", reasons::kNoLastDay);
  if (*last < request.day) return Done{};
  return refuse("not-expired", "/expiresOn", reasons::kOfferGood, {{"day", last->text()}});
}

}  // namespace crossfoot::lifecycle
