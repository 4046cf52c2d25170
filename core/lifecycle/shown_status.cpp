#include "lifecycle/shown_status.h"

#include "lifecycle/document_status.h"
#include "pricing/balance.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

// Its status changes its name once a day has passed; nothing is stored of it.
void endAfter(ShownStatus& status, const view::Source& source, std::string_view member, Date day,
              std::string_view after) {
  const json::Value value = view::memberValue(source.document, member);
  const std::optional<Date> last = view::dateOf(&value);
  if (!last) return;
  if (*last < day) {
    status.shown = after;
  } else {
    status.until = last;
  }
}

bool isLeft(const view::Source& source) {
  const auto balance = balanceOf(source.document, source.totals);
  return balance && balance->due && *balance->due > Money{};
}

}  // namespace

ShownStatus shownStatus(const view::Source& source, Date day) {
  ShownStatus status;
  status.status = statusOf(source, day);
  status.shown = status.status;
  switch (source.document.head.kind) {
    case DocumentKind::invoice:
      if (status.status == "open" || status.status == "partlyPaid") {
        endAfter(status, source, "dueDate", day, "overdue");
      }
      break;
    case DocumentKind::quote:
      if (status.status == "published") endAfter(status, source, "expiresOn", day, "expired");
      break;
    case DocumentKind::creditMemo:
      if (status.status == "applied" && isLeft(source)) status.shown = "partlyApplied";
      break;
    case DocumentKind::subscription:
      if (status.status == "scheduled" && subscription::paymentPlans(source).empty()) {
        status.shown = "draft";
      }
      break;
    case DocumentKind::deal:
    case DocumentKind::paymentLink: break;
  }
  return status;
}

std::string standingReply(const view::Source& source, std::string_view on) {
  const Date day = Date::parse(on).value_or(subscription::lastKnownDay(source.document));
  const ShownStatus status = shownStatus(source, day);
  std::string text;
  view::ViewWriter out(text, source.document.minorDigits());
  out.beginObject();
  out.key("shown").text(status.shown);
  out.key("status").text(status.status);
  if (status.until) out.key("until").date(*status.until);
  out.endObject();
  return text;
}

}  // namespace crossfoot::lifecycle
