#include "lifecycle/guards.h"

#include <algorithm>

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
  return refuse("has-errors", "/issues", "Mend the errors first: " + list + ".");
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
  return refuse("lines-required", "/lines", "Add at least one line first.");
}

Outcome hasContact(const view::Source& source) {
  if (!view::memberList(source.document, "contacts").items.empty()) return Done{};
  return refuse("contact-required", "/contacts", "Name at least one contact it goes to.");
}

Outcome hasTotal(const view::Source& source) {
  const std::optional<Money>& total = source.totals.summary().total;
  if (!total) return refuse("amount-overflow", "/summary/total", "The total is too large to bill.");
  if (!total->isNegative()) return Done{};
  return refuse("negative-total", "/summary/total",
                "The total is below 0. Give it back with a credit memo of positive amounts.");
}

Outcome firstRefusal(std::initializer_list<Outcome> outcomes) {
  for (const Outcome& outcome : outcomes) {
    if (!outcome) return outcome;
  }
  return Done{};
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
  return firstRefusal({hasLines(request.source), hasNoErrors(request.source)});
}

Outcome mayPublish(const StepRequest& request) {
  return firstRefusal({mayActivate(request), checkNumber(request)});
}

Outcome mayFinaliseInvoice(const StepRequest& request) {
  return firstRefusal({mayActivate(request), hasContact(request.source), hasTotal(request.source),
                       checkDueDate(request.source.document), checkNumber(request)});
}

Outcome mayFinaliseMemo(const StepRequest& request) {
  return firstRefusal({mayActivate(request), hasTotal(request.source), checkNumber(request)});
}

Outcome mayAccept(const StepRequest& request) {
  const std::optional<Date> last = expiry(request.source);
  if (last && *last < request.day) {
    return refuse("quote-expired", "/expiresOn",
                  "The offer was good until " + last->text() + ". Clone it to make a new one.");
  }
  const bool same = view::finalMismatch(request.source).empty();
  if (same || givesChoice(request.source.document)) return hasLines(request.source);
  return refuse("digest-mismatch", "/digest",
                "The amounts are not those that were published. Recall and publish it again.");
}

Outcome hasExpired(const StepRequest& request) {
  const std::optional<Date> last = expiry(request.source);
  if (!last) return refuse("not-expired", "/expiresOn", "This quote has no last day.");
  if (*last < request.day) return Done{};
  return refuse("not-expired", "/expiresOn", "The offer is good until " + last->text() + ".");
}

}  // namespace crossfoot::lifecycle
