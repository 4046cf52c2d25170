#include "view/priced_view.h"

#include "codec/read_state.h"
#include "digest/sha256.h"
#include "pricing/balance.h"
#include "view/open_state.h"

namespace crossfoot::view {
namespace {

struct Parts {
  std::string_view digest;                     // "" leaves it out
  const std::vector<Issue>* issues = nullptr;  // null leaves them out
  bool balance = true;
};

std::string write(const Source& source, const Parts& parts) {
  std::string text;
  text.reserve(1024 + source.document.lines.size() * 640);
  ViewWriter out(text, source.document.minorDigits());
  out.beginObject();
  if (parts.balance) writeBalance(out, source);
  out.key("currency").text(source.document.head.currency.name());
  writeDelayed(out, source);
  if (!parts.digest.empty()) out.key("digest").text(parts.digest);
  if (parts.issues != nullptr) {
    out.key("issues");
    writeIssues(out, *parts.issues);
  }
  out.key("lines").beginArray();
  for (const uint32_t slot : source.document.lines.order()) {
    if (source.document.lines.slot(slot).isItem()) writeLine(out, source, slot);
  }
  out.endArray();
  out.key("metrics");
  writeMetrics(out, source);
  out.key("recurring");
  writeRecurring(out, source);
  out.key("rules").whole(kRules);
  out.key("schedule");
  writeSchedule(out, source, false);
  out.key("sections");
  writeSections(out, source);
  out.key("subscriptions");
  writeSubscriptions(out, source);
  out.key("summary");
  writeSummary(out, source);
  out.endObject();
  return text;
}

}  // namespace

void writeBalance(ViewWriter& out, const Source& source) {
  const std::optional<Balance> balance = balanceOf(source.document, source.totals);
  if (!balance) return;
  out.key("balance").beginObject();
  if (!(balance->creditLeft == Money{})) out.key("creditLeft").amount(balance->creditLeft);
  out.key("credited").amount(balance->credited);
  out.key("due").amount(balance->due);
  out.key("paid").amount(balance->paid);
  out.key("refunded").amount(balance->refunded);
  out.key("total").amount(balance->total);
  out.endObject();
}

std::string viewDigest(const Source& source) { return "sha256:" + sha256Hex(write(source, {})); }

std::string finalDigest(const Source& source) {
  return "sha256:" + sha256Hex(write(source, {{}, nullptr, false}));
}

std::string_view finalMismatch(const Source& source) {
  const std::string digest = memberString(source.document, "digest");
  if (digest.empty()) return {};
  if (digest != finalDigest(source)) return "/digest";
  const json::Value stored = memberValue(source.document, "total");
  if (stored.isNull()) return {};
  const std::optional<Money>& total = source.totals.summary().total;
  const bool same =
      total && shortestDecimal(stored.text) ==
                   shortestDecimal(formatMoney(*total, source.document.minorDigits()));
  return same ? std::string_view{} : "/total";
}

std::string pricedView(const Source& source, bool withDigest) {
  const std::vector<Issue> issues = allIssues(source);
  const std::string digest = withDigest ? viewDigest(source) : std::string();
  return write(source, {digest, &issues});
}

}  // namespace crossfoot::view
