#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "base/reasons.h"
#include "base/result.h"
#include "codec/kept_amounts.h"
#include "codec/write_state.h"
#include "subscription/period_invoice.h"
#include "subscription/proration.h"
#include "subscription/standing.h"
#include "subscription/subscription.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

using json::Value;

constexpr std::array<std::string_view, 3> kChangeable = {"unitPrice", "quantity", "discount"};

// The state as it would be stored: numbers as text in shortest form.
Result<std::string> tidyState(const Value& state) {
  auto opened = view::OpenState::read(json::write(state));
  if (!opened) return opened.refusal();
  return codec::writeState((*opened)->document());
}

class Period {
 public:
  Period(const Value& argument, view::OpenState& opened, Date on)
      : argument_(argument),
        opened_(opened),
        source_(opened.source()),
        on_(on),
        billing_(opened.document(), on) {}

  Result<std::string> run() {
    for (const std::string_view name : {"unusedText", "remainingText"}) {
      const Value* text = argument_.find(name);
      if (text == nullptr || text->isString()) continue;
      return refuse("wrong-type", "/" + std::string(name), "Give the text as a string.");
    }
    const std::string_view what = argument_.textOf("do");
    if (what == "invoice") return invoice();
    if (what == "cancel") return cancel();
    if (what == "change") return change();
    return refuse("unknown-value", "/do", "Say invoice, cancel or change.");
  }

 private:
  Document& document() { return opened_.document(); }
  std::string_view id() const { return argument_.textOf("id"); }

  BillWishes billWishes() const {
    BillWishes wishes{on_, id()};
    if (const Value* text = argument_.find("unusedText")) wishes.unusedText = text->text;
    if (const Value* text = argument_.find("remainingText")) wishes.remainingText = text->text;
    return wishes;
  }

  Result<std::string> invoice() {
    auto state = periodInvoice(source_, on_, id());
    if (!state) return state.refusal();
    auto text = tidyState(*state);
    if (!text) return text.refusal();
    return "{\"state\":" + *text + "}";
  }

  // The terms that hold for the rest of payment k's period: a change within it has billed the
  // others.
  uint32_t termsOf(const PaymentPlan& plan, uint32_t k, Date day) {
    return plan.current(day) == k ? *termsInForce(plan, document(), day) : k;
  }

  // What was paid for days from the last one on, of each payment at most what is recorded for it:
  // of the running period its unused days, of periods paid in advance everything.
  std::vector<ProratedLine> unusedPaid(const std::vector<PaymentPlan>& plans, Date last) {
    const Billing all(document(), *Date::fromCivil(9999, 12, 31));
    std::vector<ProratedLine> lines;
    for (const PaymentPlan& plan : plans) {
      for (const Date due : all.paidDates()) {
        const auto k = paymentDueOn(*plan.group().first, due);
        const auto unused = k ? unusedDays(plan, *k, std::max(last, due)) : std::nullopt;
        if (!unused) continue;
        std::vector<ProratedLine> period;
        for (const uint32_t slot : plan.group().slots) {
          period.push_back(prorate(source_, slot, termsOf(plan, *k, last), *unused));
        }
        const std::optional<Money> paid = all.find(due)->amount;
        if (paid) limitTo(period, *paid, source_);
        std::move(period.begin(), period.end(), std::back_inserter(lines));
      }
    }
    return lines;
  }

  Result<std::string> cancel() {
    if (auto outcome = checkNotCanceled(document(), "/on"); !outcome) return outcome.refusal();
    const std::vector<PaymentPlan> plans = paymentPlans(source_);
    const Value* atEnd = argument_.find("atPeriodEnd");
    const Date last = atEnd != nullptr && atEnd->truth ? endOfRunning(plans, on_) : on_;
    const std::vector<ProratedLine> credits = unusedPaid(plans, last);
    std::string memo;
    if (!credits.empty()) {
      auto text = tidyState(prorationBill(source_, credits, {}, billWishes()));
      if (!text) return text.refusal();
      memo = *text;
    }
    std::string text;
    view::ViewWriter out(text, document().minorDigits());
    out.beginObject();
    out.key("credit");
    if (credits.empty()) {
      out.null();
    } else {
      writeProration(out, source_, credits);
      out.key("document").raw(memo);
    }
    out.key("notices").beginArray();
    if (billing_.anyPending()) {
      writeNotice(out, "pending-debit-continues", reasons::kDebitContinues);
    }
    out.endArray();
    document().setMember("canceledOn", json::write(view::dateValue(last)));
    out.key("state").raw(codec::writeState(document()));
    out.endObject();
    return text;
  }

  // What a phase says where a term is taken away: what it leaves out comes from the line.
  static Value nothingAs(std::string_view name) {
    Value none = Value::object();
    if (name == "discount") none.set("percent", Value::ofString("0"));
    return name == "discount" ? none : Value::ofString("1");
  }

  // Puts the new terms into a line: of a ramp into one phase and those after it.
  static void setTerms(Value& line, const Value& terms, int phase) {
    Value* billing = line.find("billing");
    Value* phases = billing != nullptr ? billing->find("phases") : nullptr;
    const auto put = [](Value& into, std::string_view name, const Value& value) {
      if (value.isNull()) {
        into.erase(name);
      } else {
        into.set(name, value);
      }
    };
    for (const json::Member& member : terms.members) {
      if (phases == nullptr || phase < 0) {
        codec::settleAmounts(Part::line, line, std::array{member.name});
        put(line, member.name, member.value);
        if (member.name == "discount") line.erase("discounts");
        continue;
      }
      const bool kept = member.value.isNull() && member.name != "unitPrice";
      const Value value = kept ? nothingAs(member.name) : member.value;
      for (size_t i = static_cast<size_t>(phase); i < phases->items.size(); ++i) {
        codec::settleAmounts(Part::phase, phases->items[i], std::array{member.name});
        put(phases->items[i], member.name, value);
      }
    }
  }

  Outcome checkChanges(const Value* changes) {
    if (changes == nullptr || !changes->isObject() || changes->members.empty()) {
      return refuse("wrong-type", "/changes", "Give the changes by line id.");
    }
    for (const json::Member& change : changes->members) {
      const std::string path = "/changes/" + change.name;
      const uint32_t slot = document().lines.find(change.name);
      if (slot == IdIndex::kNone || !isRecurring(document().lines.slot(slot).frequency)) {
        return refuse("unknown-line", path, "No recurring line has this id.");
      }
      if (!change.value.isObject()) return refuse("wrong-type", path, "A change is an object.");
      for (const json::Member& field : change.value.members) {
        if (std::find(kChangeable.begin(), kChangeable.end(), field.name) != kChangeable.end()) {
          continue;
        }
        return refuse("unknown-value", path + "/" + field.name,
                      "Unit price, quantity and discount can change in mid-period.");
      }
    }
    return Done{};
  }

  // The new terms in place of those in force: what the rest of the running period costs at them.
  Value repricedState(const Value& changes) {
    auto parsed = json::parse(codec::writeState(document()));
    Value state = *parsed;
    for (Value& line : state.find("lines")->items) {
      const Value* terms = changes.find(line.textOf("id"));
      if (terms == nullptr) continue;
      const LineItem& item = document().lines.slot(document().lines.find(line.textOf("id")));
      setTerms(line, *terms, phaseIndex(item, runningTerms(line.textOf("id")).value_or(0)));
    }
    return state;
  }

  // The payment whose terms hold for a line on the day.
  std::optional<uint32_t> runningTerms(std::string_view lineId) {
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      for (const uint32_t slot : plan.group().slots) {
        if (document().lines.slot(slot).id == lineId) return termsInForce(plan, document(), on_);
      }
    }
    return std::nullopt;
  }

  // Lets a phase of a line begin at a payment; its index in `billing.phases`.
  static size_t beginPhase(Value& line, const LineItem& item, uint32_t payment) {
    const auto count = [](uint32_t payments) { return Value::ofNumber(std::to_string(payments)); };
    Value& billing = *line.find("billing");
    Value* phases = billing.find("phases");
    if (phases == nullptr || phases->items.empty()) {
      Value before = Value::object();
      before.set("payments", count(payment));
      Value after = Value::object();
      if (item.payments > 0) after.set("payments", count(item.payments - payment));
      Value list = Value::array();
      list.items = {std::move(before), std::move(after)};
      billing.erase("payments");
      billing.erase("term");
      billing.set("phases", std::move(list));
      return 1;
    }
    uint32_t begin = 0;
    for (size_t i = 0; i < phases->items.size(); ++i) {
      if (begin == payment) return i;
      const uint32_t length = item.extras->phases[i].payments;
      if (length == 0 || payment < begin + length) {
        Value after = phases->items[i];
        phases->items[i].set("payments", count(payment - begin));
        if (length > 0) after.set("payments", count(begin + length - payment));
        phases->items.insert(phases->items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                             std::move(after));
        return i + 1;
      }
      begin += length;
    }
    return phases->items.size() - 1;
  }

  // The plan with the new terms: what falls due up to the day stays what it was, and the bill of
  // the change carries the difference (RE-6.13). Lines that are paid together keep one division.
  Value plannedState(const Value& changes) {
    auto parsed = json::parse(codec::writeState(document()));
    Value state = *parsed;
    std::map<std::string, std::optional<uint32_t>, std::less<>> next;
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const std::optional<uint32_t> k = plan.current(on_);
      const uint32_t first = k ? *k + 1 : 0;
      const auto& slots = plan.group().slots;
      const bool touched = std::any_of(slots.begin(), slots.end(), [&](uint32_t slot) {
        return changes.find(document().lines.slot(slot).id) != nullptr;
      });
      if (!touched) continue;
      for (const uint32_t slot : slots) {
        const std::string id(document().lines.slot(slot).id);
        next[id] = plan.has(first) ? std::optional<uint32_t>(first) : std::nullopt;
      }
    }
    for (Value& line : state.find("lines")->items) {
      const std::string_view id = line.textOf("id");
      const Value* terms = changes.find(id);
      const auto at = next.find(id);
      if (at != next.end() && !at->second) continue;  // nothing is to come
      int phase = 0;
      if (at != next.end() && *at->second > 0) {
        const LineItem& item = document().lines.slot(document().lines.find(id));
        phase = static_cast<int>(beginPhase(line, item, *at->second));
      }
      if (terms != nullptr) setTerms(line, *terms, phase);
    }
    return state;
  }

  // Writes the change into the history: which lines, from which day on.
  void noteChange(Document& changed, const Value& changes) {
    Value event = Value::object();
    const std::string_view at = argument_.textOf("at");
    event.set("at", Value::ofString(at.empty() ? on_.text() : std::string(at)));
    const std::string_view by = argument_.textOf("by");
    if (!by.empty()) event.set("by", Value::ofString(std::string(by)));
    Value ids = Value::array();
    for (const json::Member& change : changes.members) {
      ids.items.push_back(Value::ofString(change.name));
    }
    event.set("lineIds", std::move(ids));
    event.set("on", view::dateValue(on_));
    event.set("type", Value::ofString("changed"));
    Value events = view::memberList(changed, "events");
    events.items.push_back(std::move(event));
    changed.setMember("events", json::write(events));
  }

  Outcome checkPriced(view::OpenState& changed, const Value& changes) {
    for (const Issue& issue : view::allIssues(changed.source())) {
      if (issueSeverity(issue.code) != Severity::error) continue;
      if (changes.find(issue.lineId) == nullptr) continue;
      return refuse(std::string(issueName(issue.code)), "/changes/" + issue.lineId, issue.message);
    }
    return Done{};
  }

  // The unused days of the running period at the terms of a state.
  std::vector<ProratedLine> unusedOf(const view::Source& source, const Value& changes) {
    std::vector<ProratedLine> lines;
    for (const PaymentPlan& plan : paymentPlans(source)) {
      const std::optional<uint32_t> k = plan.current(on_);
      const auto unused = k ? unusedDays(plan, *k, on_) : std::nullopt;
      if (!unused) continue;
      const uint32_t terms = *termsInForce(plan, source.document, on_);
      for (const uint32_t slot : plan.group().slots) {
        if (changes.find(source.document.lines.slot(slot).id) == nullptr) continue;
        lines.push_back(prorate(source, slot, terms, *unused));
      }
    }
    return lines;
  }

  static void writeNotice(view::ViewWriter& out, std::string_view code, const Reason& reason) {
    out.beginObject().key("code").text(code).key("message").text(reason.sentence);
    out.key("reasonId").text(reason.id).endObject();
  }

  // A period has begun whose payment is neither made nor under way.
  bool runningIsUnpaid() {
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const std::optional<uint32_t> k = plan.current(on_);
      if (!k || !unusedDays(plan, *k, on_)) continue;
      const BillingRecord* record = billing_.find(*plan.due(*k));
      if (record == nullptr || record->status == RecordStatus::failed) return true;
    }
    return false;
  }

  Result<std::string> change() {
    if (auto outcome = checkNotCanceled(document(), "/on"); !outcome) return outcome.refusal();
    const Value* changes = argument_.find("changes");
    if (auto outcome = checkChanges(changes); !outcome) return outcome.refusal();
    auto changed = view::OpenState::read(json::write(repricedState(*changes)));
    if (!changed) return changed.refusal();
    if (auto outcome = checkPriced(**changed, *changes); !outcome) return outcome.refusal();
    auto planned = view::OpenState::read(json::write(plannedState(*changes)));
    if (!planned) return planned.refusal();
    if (auto outcome = checkPriced(**planned, *changes); !outcome) return outcome.refusal();
    noteChange((*planned)->document(), *changes);
    const std::vector<ProratedLine> credits = unusedOf(source_, *changes);
    const std::vector<ProratedLine> charges = unusedOf((*changed)->source(), *changes);
    auto bill = tidyState(prorationBill(source_, credits, charges, billWishes()));
    if (!bill) return bill.refusal();
    std::string text;
    view::ViewWriter out(text, document().minorDigits());
    out.beginObject();
    out.key("charge");
    writeProration(out, (*changed)->source(), charges);
    out.key("credit");
    writeProration(out, source_, credits);
    if (!credits.empty() || !charges.empty()) out.key("document").raw(*bill);
    out.key("notices").beginArray();
    if (runningIsUnpaid()) {
      writeNotice(out, "period-not-paid", reasons::kPeriodNotPaid);
    }
    out.endArray();
    out.key("state").raw(codec::writeState((*planned)->document()));
    out.key("total").amount(total(charges) - total(credits));
    out.endObject();
    return text;
  }

  const Value& argument_;
  view::OpenState& opened_;
  view::Source source_;
  Date on_;
  Billing billing_;
};

}  // namespace

std::string periodReply(const Value& argument) {
  auto opened = view::OpenState::of(argument);
  if (!opened) return toJson(opened.refusal());
  const std::optional<Date> on = Date::parse(argument.textOf("on"));
  if (!on) return toJson(refuse("date-invalid", "/on", reasons::kDayForm));
  auto reply = Period(argument, **opened, *on).run();
  return reply ? *reply : toJson(reply.refusal());
}

}  // namespace crossfoot::subscription
