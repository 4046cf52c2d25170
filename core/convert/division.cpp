#include "convert/division.h"

#include <algorithm>

#include "base/reasons.h"
#include "base/result.h"
#include "codec/write_state.h"

namespace crossfoot::convert {
namespace {

using json::Value;

bool cameFrom(const Value& document, std::string_view lineId) {
  const Value* lines = document.find("lines");
  if (lines == nullptr) return false;
  return std::any_of(lines->items.begin(), lines->items.end(), [&](const Value& line) {
    const Value* origin = line.find("origin");
    return origin != nullptr && origin->isObject() && origin->textOf("lineId") == lineId;
  });
}

bool isUnvoidedInvoice(const Value& document) {
  return document.textOf("kind") == "invoice" && document.textOf("status") != "voided";
}

const Value* findById(const Value* list, std::string_view id) {
  const auto at = std::find_if(list->items.begin(), list->items.end(),
                               [id](const Value& each) { return each.textOf("id") == id; });
  return at == list->items.end() ? nullptr : &*at;
}

std::string sourceId(const Value& line) {
  const Value* origin = line.find("origin");
  return origin != nullptr ? std::string(origin->textOf("lineId")) : std::string();
}

// One payment less, from the front: of a ramp from its first phases.
void dropFirstPayment(Value& billing, uint16_t payments) {
  billing.erase("term");
  Value* phases = billing.find("phases");
  if (phases == nullptr || phases->items.empty()) {
    billing.erase("payments");
    if (payments > 0) billing.set("payments", Value::ofNumber(std::to_string(payments - 1)));
    return;
  }
  Value& first = phases->items.front();
  const Value* count = first.find("payments");
  if (count == nullptr || count->isNull()) return;  // its only phase renews
  const int left = std::stoi(std::string(count->text)) - 1;
  if (left > 0) {
    first.set("payments", Value::ofNumber(std::to_string(left)));
  } else {
    phases->items.erase(phases->items.begin());
  }
}

}  // namespace

Outcome Division::checkMade() const {
  const Value* made = argument_.find("made");
  if (made == nullptr || made->isArray()) return Done{};
  return refuse("wrong-type", "/made", "Give the documents made before as an array.");
}

bool Division::isSubscribed(std::string_view lineId) const {
  const Value* made = argument_.find("made");
  if (made == nullptr) return false;
  return std::any_of(made->items.begin(), made->items.end(), [&](const Value& document) {
    return document.textOf("kind") == "subscription" && cameFrom(document, lineId);
  });
}

std::optional<Date> Division::billedOn(std::string_view lineId) const {
  const Value* made = argument_.find("made");
  if (made == nullptr) return std::nullopt;
  for (const Value& document : made->items) {
    if (isUnvoidedInvoice(document) && cameFrom(document, lineId)) {
      return view::dateOf(document.find("date"));
    }
  }
  return std::nullopt;
}

bool Division::isBilled(const Value& adjustment) const {
  const std::string_view id = adjustment.textOf("id");
  const Value* made = argument_.find("made");
  if (made == nullptr || adjustment.find("amount") == nullptr) return false;
  return std::any_of(made->items.begin(), made->items.end(), [id](const Value& document) {
    const Value* list = document.find("adjustments");
    return isUnvoidedInvoice(document) && list != nullptr && findById(list, id) != nullptr;
  });
}

void Division::divideAdjustments(Value& head) const {
  Value* list = head.find("adjustments");
  if (!isRest() || to_ != DocumentKind::invoice || list == nullptr) return;
  std::vector<Value>& items = list->items;
  items.erase(std::remove_if(items.begin(), items.end(),
                             [this](const Value& each) { return isBilled(each); }),
              items.end());
}

// The payment after the one that was billed, as the terms give it from the invoice's day on.
Outcome Division::startLater(Value& line, Date billed, bool& over) {
  auto parsed = json::parse(codec::writeState(source_.document()));
  parsed->set("date", view::dateValue(billed));
  auto then = view::OpenState::read(json::write(*parsed));
  if (!then) return then.refusal();
  const Document& document = (*then)->document();
  const LineItem& item = document.lines.slot(document.lines.find(sourceId(line)));
  const auto next = paymentDate(item.firstPayment, item.frequency, 1);
  over = item.payments == 1 || !next;
  if (over) return Done{};
  Value billing = *line.find("billing");
  dropFirstPayment(billing, item.payments);
  Value start = Value::object();
  start.set("date", view::dateValue(*next));
  billing.set("start", std::move(start));
  line.set("billing", std::move(billing));
  return Done{};
}

Outcome Division::divide(std::vector<Value>& lines, Notices& notices) {
  if (auto outcome = checkMade(); !outcome) return outcome;
  if (to_ != DocumentKind::invoice && to_ != DocumentKind::subscription) return Done{};
  const Document& document = source_.document();
  const std::string_view part = argument_.textOf("part");
  const size_t before = lines.size();
  std::vector<Value> kept;
  for (Value& line : lines) {
    const std::string id = sourceId(line);
    const LineItem& item = document.lines.slot(document.lines.find(id));
    const bool recurs = item.isItem() && isRecurring(item.frequency);
    const bool isDuePart = part == "due" || isRest();
    const bool leaves = part == "once" || (isDuePart && !item.dueNow()) || isSubscribed(id);
    if (isRest() && to_ == DocumentKind::invoice && billedOn(id)) {
      notices.push_back(notice("billed-by-invoice", id, reasons::kBilledByInvoice));
      continue;
    }
    if (recurs && to_ == DocumentKind::invoice && leaves) {
      notices.push_back(notice("billed-by-subscription", id, reasons::kBilledBySubscription));
      continue;
    }
    const auto billed = recurs && to_ == DocumentKind::subscription ? billedOn(id) : std::nullopt;
    if (billed) {
      bool over = false;
      if (auto outcome = startLater(line, *billed, over); !outcome) return outcome;
      notices.push_back(notice("first-payment-billed", id, reasons::kFirstPaymentBilled));
      if (over) continue;
    }
    kept.push_back(std::move(line));
  }
  lines = std::move(kept);
  const bool any = std::any_of(lines.begin(), lines.end(), [](const Value& line) {
    const std::string_view type = line.textOf("type");
    return type.empty() || type == "item";
  });
  if (any || lines.size() == before) return Done{};
  return refuse("nothing-to-convert", "/lines", reasons::kAllBilled);
}

}  // namespace crossfoot::convert
