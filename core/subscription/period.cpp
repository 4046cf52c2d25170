#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "base/reasons.h"
#include "base/result.h"
#include "codec/write_state.h"
#include "subscription/period_invoice.h"
#include "subscription/period_invoices.h"
#include "subscription/proration.h"
#include "subscription/service_end.h"
#include "subscription/standing.h"
#include "subscription/subscription.h"
#include "subscription/terms_in_force.h"
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
        billing_(opened.document(), on),
        invoices_(argument.find("made"), view::memberString(opened.document(), "id"),
                  opened.document().minorDigits()) {}

  Result<std::string> run() {
    for (const std::string_view name : {"unusedText", "remainingText"}) {
      const Value* text = argument_.find(name);
      if (text == nullptr || text->isString()) continue;
      return refuse("wrong-type", "/" + std::string(name), "Give the text as a string.");
    }
    const Value* made = argument_.find("made");
    if (made != nullptr && !made->isArray()) {
      return refuse("wrong-type", "/made", "Give the documents made of it as a list of states.");
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

  // The draft that bills or credits; a credit memo names the invoices of these payments.
  Result<std::string> billText(const std::vector<ProratedLine>& credits,
                               const std::vector<ProratedLine>& charges,
                               const std::set<Date>& dues) {
    Value bill = prorationBill(source_, credits, charges, billWishes());
    Value corrected = Value::array();
    for (const Date due : dues) {
      const BillingRecord* record = billing_.find(due);
      const Value* invoice = invoices_.of(due, record != nullptr ? record->invoiceId : "");
      if (invoice != nullptr) corrected.items.push_back(*invoice);
    }
    const bool isMemo = bill.textOf("kind") == abilities(DocumentKind::creditMemo).name;
    if (isMemo && !corrected.items.empty()) {
      bill.find("origin")->set("corrects", std::move(corrected));
    }
    return tidyState(bill);
  }

  Result<std::string> invoice() {
    const BillWishes wishes = billWishes();
    auto state = periodInvoice(source_, wishes);
    if (!state) return state.refusal();
    auto text = tidyState(*state);
    if (!text) return text.refusal();
    return "{\"state\":" + *text + "}";
  }

  // Of a payment: what is recorded for it, and what its invoice still charges.
  std::optional<Money> mostToGiveBack(const BillingRecord& record) const {
    const std::optional<Money> charged = invoices_.charged(record.due, record.invoiceId);
    if (!charged || !record.amount) return charged ? charged : record.amount;
    return std::min(*charged, *record.amount);
  }

  // What was paid for days from the last one on, of each payment at most what can be given back:
  // of the running period its unused days, of periods paid in advance everything.
  std::vector<ProratedLine> unusedPaid(const std::vector<PaymentPlan>& plans, Date last,
                                       std::set<Date>& dues) {
    const Billing all(document());
    std::vector<ProratedLine> lines;
    for (const PaymentPlan& plan : plans) {
      for (const Date due : all.paidDates()) {
        const auto k = paymentDueOn(*plan.group().first, due);
        const auto unused = k ? unusedDays(plan, *k, std::max(last, due)) : std::nullopt;
        if (!unused) continue;
        std::vector<ProratedLine> period = unusedLines(source_, plan, *unused);
        if (const auto most = mostToGiveBack(*all.find(due))) limitTo(period, *most, source_);
        if (!period.empty()) dues.insert(due);
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
    std::set<Date> dues;
    const std::vector<ProratedLine> credits = unusedPaid(plans, last, dues);
    std::string memo;
    if (!credits.empty()) {
      auto text = billText(credits, {}, dues);
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
  Value repricedState(const Value& changes, const TermsInForce& terms) {
    std::map<std::string, uint32_t, std::less<>> payments;
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      for (const uint32_t slot : plan.group().slots) {
        payments[std::string(document().lines.slot(slot).id)] = terms.payment(plan).value_or(0);
      }
    }
    Value state = *json::parse(codec::writeState(terms.source().document));
    for (Value& line : state.find("lines")->items) {
      const std::string_view id = line.textOf("id");
      const Value* wanted = changes.find(id);
      if (wanted == nullptr) continue;
      const auto at = payments.find(id);
      const LineItem& item = document().lines.slot(document().lines.find(id));
      setTerms(line, *wanted, phaseIndex(item, at == payments.end() ? 0 : at->second));
    }
    return state;
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

  // Writes the change into the history: which lines, from which day on, at which terms, and what
  // the bill of the running period comes to.
  void noteChange(Document& changed, const Value& changes, std::optional<Money> billed) {
    Value event = Value::object();
    const std::string_view at = argument_.textOf("at");
    event.set("at", Value::ofString(at.empty() ? on_.text() : std::string(at)));
    const std::string_view by = argument_.textOf("by");
    if (!by.empty()) event.set("by", Value::ofString(std::string(by)));
    if (billed) event.set("amount", view::moneyValue(*billed, document().minorDigits()));
    event.set("changes", changes);
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

  // Payments after the running one that are made or under way keep their terms, too: a change
  // begins at the last of them at the earliest.
  Outcome checkPaidAhead(const Value& changes) {
    const Billing all(document());
    std::optional<Date> paid;
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const auto changesSlot = [&](uint32_t slot) {
        return changes.find(document().lines.slot(slot).id) != nullptr;
      };
      const auto& slots = plan.group().slots;
      if (std::none_of(slots.begin(), slots.end(), changesSlot)) continue;
      const std::optional<uint32_t> running = plan.current(on_);
      for (const BillingRecord& record : all.records()) {
        const auto k = paymentDueOn(*plan.group().first, record.due);
        if (!k || (running && *k <= *running)) continue;
        if (!all.isMadeOrUnderWay(record.due)) continue;
        paid = paid ? std::max(*paid, record.due) : record.due;
      }
    }
    if (!paid) return Done{};
    return refuse("already-paid", "/on", reasons::kPaidAhead, {{"day", paid->text()}});
  }

  // The rest of the running periods of the lines that change.
  struct RestOfPeriod {
    std::vector<ProratedLine> before;  // at the terms in force
    std::vector<ProratedLine> after;   // at the new ones
    std::optional<Date> lastEnd;       // of a period that no payment follows
    bool ended = false;                // a line has no day left that could change
    std::set<Date> dues;               // of the payments that were asked for these periods
  };

  RestOfPeriod restOf(const Value& changes, const TermsInForce& terms, view::OpenState& changed) {
    RestOfPeriod rest;
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const std::optional<uint32_t> k = plan.current(on_);
      if (!k) continue;
      const auto unused = unusedDays(plan, *k, on_);
      const bool last = !plan.has(*k + 1);
      for (const uint32_t slot : plan.group().slots) {
        const std::string_view id = document().lines.slot(slot).id;
        if (changes.find(id) == nullptr) continue;
        if (last) rest.lastEnd = plan.end();
        if (last && !unused) rest.ended = true;
        if (!unused) continue;
        rest.dues.insert(*plan.due(*k));
        const uint32_t payment = *terms.payment(plan);
        rest.before.push_back(prorate(terms.source(), terms.slot(slot), payment, *unused));
        const uint32_t there = changed.document().lines.find(id);
        rest.after.push_back(prorate(changed.source(), there, payment, *unused));
      }
    }
    return rest;
  }

  static void writeNotice(view::ViewWriter& out, std::string_view code, const Reason& reason,
                          const ReasonValues& values = {}) {
    out.beginObject().key("code").text(code).key("message").text(sentenceOf(reason, values));
    out.key("reasonId").text(reason.id);
    if (!values.empty()) out.key("values").raw(valuesJson(values));
    out.endObject();
  }

  // A period has begun whose payment is neither made nor under way.
  bool runningIsUnpaid() {
    for (const PaymentPlan& plan : paymentPlans(source_)) {
      const std::optional<uint32_t> k = plan.current(on_);
      if (!k || !unusedDays(plan, *k, on_)) continue;
      if (!billing_.isMadeOrUnderWay(*plan.due(*k))) return true;
    }
    return false;
  }

  Result<std::string> change() {
    if (auto outcome = checkNotCanceled(document(), "/on"); !outcome) return outcome.refusal();
    const Value* changes = argument_.find("changes");
    if (auto outcome = checkChanges(changes); !outcome) return outcome.refusal();
    if (auto outcome = checkPaidAhead(*changes); !outcome) return outcome.refusal();
    const TermsInForce terms(source_, on_);
    auto changed = view::OpenState::read(json::write(repricedState(*changes, terms)));
    if (!changed) return changed.refusal();
    if (auto outcome = checkPriced(**changed, *changes); !outcome) return outcome.refusal();
    auto planned = view::OpenState::read(json::write(plannedState(*changes)));
    if (!planned) return planned.refusal();
    if (auto outcome = checkPriced(**planned, *changes); !outcome) return outcome.refusal();
    const RestOfPeriod rest = restOf(*changes, terms, **changed);
    if (rest.ended) {
      return refuse("no-such-payment", "/on", reasons::kNothingToCome,
                    {{"day", rest.lastEnd->text()}});
    }
    const bool bills = !rest.before.empty();
    const Money billed = total(rest.after) - total(rest.before);
    noteChange((*planned)->document(), *changes, bills ? std::optional(billed) : std::nullopt);
    auto bill = billText(rest.before, rest.after, rest.dues);
    if (!bill) return bill.refusal();
    std::string text;
    view::ViewWriter out(text, document().minorDigits());
    out.beginObject();
    out.key("charge");
    writeProration(out, (*changed)->source(), rest.after);
    out.key("credit");
    writeProration(out, source_, rest.before);
    if (bills) out.key("document").raw(*bill);
    out.key("notices").beginArray();
    if (rest.lastEnd) {
      writeNotice(out, "last-period", reasons::kLastPeriod, {{"day", rest.lastEnd->text()}});
    }
    if (runningIsUnpaid()) {
      writeNotice(out, "period-not-paid", reasons::kPeriodNotPaid);
    }
    out.endArray();
    out.key("state").raw(codec::writeState((*planned)->document()));
    out.key("total").amount(billed);
    out.endObject();
    return text;
  }

  const Value& argument_;
  view::OpenState& opened_;
  view::Source source_;
  Date on_;
  Billing billing_;
  PeriodInvoices invoices_;
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
