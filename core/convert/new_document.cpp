#include "convert/new_document.h"

#include "base/reasons.h"
#include "codec/kept_amounts.h"
#include "model/members.h"
#include "view/open_state.h"

namespace crossfoot::convert {
namespace {

using json::Value;

// Whether documents of a kind take the member over from those that they are made from.
bool isInherited(const Member& member, DocumentKind kind) {
  const bool passes = member.heirs == Heirs::copies || member.heirs == Heirs::all;
  return passes && speaksOn(member, kind);
}

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

Value originOf(const Document& source) {
  Value origin = Value::object();
  origin.set("kind", text(abilities(source.head.kind).name));
  const std::string id = view::memberString(source, "id");
  if (!id.empty()) origin.set("id", text(id));
  return origin;
}

// A credit memo names the invoice that it corrects, as the law asks for: by number and date.
void nameInvoice(const Document& source, Value& origin) {
  const std::string number = view::memberString(source, "number");
  if (source.head.kind != DocumentKind::invoice || number.empty()) return;
  Value invoice = Value::object();
  invoice.set("date", view::dateValue(source.head.date));
  const std::string id = view::memberString(source, "id");
  if (!id.empty()) invoice.set("id", text(id));
  invoice.set("number", text(number));
  Value corrects = Value::array();
  corrects.items.push_back(std::move(invoice));
  origin.set("corrects", std::move(corrects));
}

// The due date follows from the terms at finalising, unless it was set by hand.
bool keepsDueDate(const Document& source, DocumentKind to) {
  return to == DocumentKind::invoice &&
         view::memberValue(source, "terms").textOf("type") == "custom";
}

// An invoice bills the first payment of a ramp: the line's own columns show its first phase.
void takeFirstPhase(Value& line) {
  const Value* billing = line.find("billing");
  const Value* phases = billing != nullptr ? billing->find("phases") : nullptr;
  if (phases == nullptr || phases->items.empty()) return;
  const Value first = phases->items.front();
  for (const std::string_view name : {"unitPrice", "quantity", "discount"}) {
    const Value* value = first.find(name);
    if (value == nullptr || value->isNull()) continue;
    codec::takeMember(line, name, first);
    if (name == "discount") line.erase("discounts");
  }
}

// How often the line recurs that this one bills a payment of; "" where it bills none. A bill made
// from a bill goes on knowing it.
std::string billedFrequency(const LineItem& item, const Value& line) {
  if (isRecurring(item.frequency)) return std::string(frequencyName(item.frequency));
  if (!item.billsSeries) return {};
  return std::string(line.find("origin")->textOf("frequency"));
}

// The price in another currency, where the host knows it (DO-2.2); other amounts keep theirs.
void convertPrice(const LineItem& item, std::string_view source, const Wishes& wishes, Value& line,
                  Notices& notices) {
  const Value* price = nullptr;
  if (wishes.prices != nullptr) {
    price = wishes.prices->find(item.id);
    const std::string_view product = line.textOf("productId");
    if (price == nullptr && !product.empty()) price = wishes.prices->find(product);
  }
  if (price != nullptr && !price->isNull() && line.find("pricing") == nullptr) {
    line.set("unitPrice", *price);
    line.set("priceCurrency", text(wishes.currency));
  }
  if (!codec::keepAmounts(Part::line, line, source, wishes.currency)) return;
  notices.push_back(notice("price-currency-unknown", item.id, reasons::kPriceUnknown,
                           {{"currency", wishes.currency}}));
}

}  // namespace

Notice notice(std::string_view code, std::string_view lineId, const Reason& reason,
              ReasonValues values) {
  std::string message = sentenceOf(reason, values);
  return {std::string(code), std::string(lineId), std::move(message), reason.id, std::move(values)};
}

Value newHead(const Document& source, const Wishes& wishes, Notices& notices) {
  Value head = Value::object();
  const bool adjustable = abilities(wishes.to).adjustments;
  for (const StateMember& member : source.members) {
    if (member.isRemoved() || !isInherited(documentMember(member.name), wishes.to)) continue;
    if (member.name == "dueDate" && !keepsDueDate(source, wishes.to)) continue;
    if (member.name == "adjustments" && !adjustable) {
      if (source.head.adjustments.empty()) continue;
      notices.push_back(notice("adjustments-left-out", "", reasons::kAdjustmentsLeftOut));
      continue;
    }
    head.set(member.name, view::memberValue(source, member.name));
  }
  head.set("kind", text(abilities(wishes.to).name));
  if (!wishes.date.empty()) head.set("date", text(wishes.date));
  if (!wishes.currency.empty()) head.set("currency", text(wishes.currency));
  if (!wishes.currency.empty()) {
    for (const std::string_view list : {"taxRates", "adjustments"}) {
      Value* records = head.find(list);
      if (records != nullptr) {
        codec::keepAmounts(partOfList(list), *records, source.head.currency.name(),
                           wishes.currency);
      }
    }
  }
  Value origin = originOf(source);
  if (wishes.to == DocumentKind::creditMemo) nameInvoice(source, origin);
  head.set("origin", std::move(origin));
  return head;
}

std::vector<Value> newLines(const Document& source, const Wishes& wishes, Notices& notices) {
  const bool copies = wishes.to == source.head.kind || wishes.to == DocumentKind::quote ||
                      wishes.to == DocumentKind::paymentLink;
  const bool otherCurrency =
      !wishes.currency.empty() && wishes.currency != source.head.currency.name();
  std::vector<Value> lines;
  for (const uint32_t slot : source.lines.order()) {
    const LineItem& item = source.lines.slot(slot);
    if (!copies && item.isItem() && !item.counts) {
      notices.push_back(notice("optional-line-left-out", item.id, reasons::kOptionalLeftOut));
      continue;
    }
    Value line = view::lineValue(item);
    if (!copies) {
      for (const std::string_view name : {"optional", "selected", "quantityRange"}) {
        line.erase(name);
      }
    }
    const bool wasRecurring = abilities(source.head.kind).recurring;
    if (wasRecurring && !abilities(wishes.to).recurring) takeFirstPhase(line);
    if (otherCurrency && item.isItem())
      convertPrice(item, source.head.currency.name(), wishes, line, notices);
    Value origin = originOf(source);
    origin.set("lineId", text(item.id));
    const std::string billed = billedFrequency(item, line);
    if (!billed.empty() && !abilities(wishes.to).recurring) origin.set("frequency", text(billed));
    line.set("origin", std::move(origin));
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace crossfoot::convert
