#include "subscription/period_invoice.h"

#include <iterator>

#include "base/reasons.h"
#include "base/result.h"
#include "codec/kept_amounts.h"
#include "model/members.h"
#include "subscription/service_end.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

using json::Value;

// Whether a bill takes the member over from the document that it is made from.
bool isInherited(const Member& member, DocumentKind kind) {
  const bool passes = member.heirs == Heirs::bills || member.heirs == Heirs::all;
  return passes && speaksOn(member, kind);
}

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

Value originOf(const view::Source& source) {
  Value origin = Value::object();
  origin.set("kind", text(abilities(source.document.head.kind).name));
  const std::string id = view::memberString(source.document, "id");
  if (!id.empty()) origin.set("id", text(id));
  return origin;
}

}  // namespace

void takeTerms(const LineItem& line, uint32_t k, Value& value) {
  const Value* billing = value.find("billing");
  const Value* phases = billing != nullptr ? billing->find("phases") : nullptr;
  const int index = phaseIndex(line, k);
  if (phases != nullptr && index >= 0) {
    const Value phase = phases->items[static_cast<size_t>(index)];
    for (const std::string_view name : {"unitPrice", "quantity", "discount"}) {
      const Value* own = phase.find(name);
      if (own == nullptr || own->isNull()) continue;
      codec::takeMember(value, name, phase);
      if (name == "discount") value.erase("discounts");
    }
  }
  for (const std::string_view name : {"billing", "optional", "selected", "quantityRange"}) {
    value.erase(name);
  }
}

namespace {

Value periodOf(const LineItem& line, uint32_t k) {
  Value period = Value::object();
  period.set("start", view::dateValue(*paymentDate(line.firstPayment, line.frequency, k)));
  const auto next = paymentDate(line.firstPayment, line.frequency, k + 1);
  if (next) period.set("end", view::dateValue(*next->addDays(-1)));
  return period;
}

class PeriodInvoice {
 public:
  PeriodInvoice(const view::Source& source, Date due)
      : source_(source), due_(due), checkout_(due == source.document.head.date) {}

  Result<Value> make(const BillWishes& wishes) {
    const std::optional<Date> canceled = canceledOn(source_.document);
    if (canceled && !(due_ < *canceled)) {
      return refuse("subscription-canceled", "/on", reasons::kEndsBefore,
                    {{"day", canceled->text()}});
    }
    Value lines = dueLines();
    if (lines.items.empty() && !billsTheOrderAlone()) {
      return refuse("no-such-payment", "/on", reasons::kNothingDueOn);
    }
    Value state = billHead(source_, DocumentKind::invoice, due_, wishes.id);
    Value origin = originOf(source_);
    origin.set("due", view::dateValue(due_));
    state.set("origin", std::move(origin));
    settlePolicy(state);
    if (checkout_ && abilities(source_.document.head.kind).adjustments) {
      Value adjustments = view::memberValue(source_.document, "adjustments");
      if (!adjustments.isNull()) state.set("adjustments", std::move(adjustments));
    }
    state.set("lines", std::move(lines));
    addUnused(source_, unusedLines(), wishes, state);
    return state;
  }

 private:
  // Of the periods that begin on the day, the days that the end takes off.
  std::vector<ProratedLine> unusedLines() const {
    std::vector<ProratedLine> all;
    const std::optional<Date> last = canceledOn(source_.document);
    if (!last) return all;
    const ServiceEnd end(source_, last);
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const std::optional<uint32_t> k = paymentDueOn(*plan.group().first, due_);
      if (!k) continue;
      std::vector<ProratedLine> lines = end.unused(plan, *k);
      std::move(lines.begin(), lines.end(), std::back_inserter(all));
    }
    return all;
  }

  // Fees and one-time taxes are due at checkout, whether or not a line is.
  bool billsTheOrderAlone() const {
    const std::optional<Money>& due = source_.totals.summary().dueNow;
    return checkout_ && due && !(*due == Money{});
  }

  Value dueLines() const {
    Value lines = Value::array();
    PricedLine priced;
    for (const uint32_t slot : source_.document.lines.order()) {
      const LineItem& line = source_.document.lines.slot(slot);
      if (!line.isItem() || !line.counts) continue;
      priceLine(line, source_.totals.context(), priced);
      const std::optional<uint32_t> k = paymentDueOn(line, due_);
      if (!priced.counts || !k) continue;
      Value value = view::lineValue(line);
      const bool recurs = isRecurring(line.frequency);
      takeTerms(line, *k, value);
      if (recurs) value.set("servicePeriod", periodOf(line, *k));
      Value origin = originOf(source_);
      origin.set("lineId", text(line.id));
      if (recurs) origin.set("frequency", text(frequencyName(line.frequency)));
      value.set("origin", std::move(origin));
      lines.items.push_back(std::move(value));
    }
    return lines;
  }

  // Later entries of the schedule are rounded per line and know no cash; the checkout is rounded
  // as the document says, and so it is when the document itself rounds by line.
  void settlePolicy(Value& state) const {
    if (checkout_ && source_.document.head.policy.taxRounding == TaxRounding::document) return;
    Value policy = view::memberValue(source_.document, "policy");
    if (!policy.isObject()) policy = Value::object();
    policy.set("taxRounding", text("line"));
    if (!checkout_) policy.erase("cashRounding");
    state.set("policy", std::move(policy));
  }

  const view::Source& source_;
  Date due_;
  bool checkout_;
};

}  // namespace

Value billHead(const view::Source& source, DocumentKind kind, Date date, std::string_view id) {
  Value head = Value::object();
  for (const StateMember& member : source.document.members) {
    if (member.isRemoved() || !isInherited(documentMember(member.name), kind)) continue;
    head.set(member.name, view::memberValue(source.document, member.name));
  }
  head.set("kind", text(abilities(kind).name));
  head.set("date", view::dateValue(date));
  if (!id.empty()) head.set("id", text(id));
  head.set("origin", originOf(source));
  return head;
}

Result<Value> periodInvoice(const view::Source& source, const BillWishes& wishes) {
  return PeriodInvoice(source, wishes.date).make(wishes);
}

}  // namespace crossfoot::subscription
