#include <algorithm>
#include <array>
#include <iterator>

#include "base/reasons.h"
#include "base/result.h"
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
          period.push_back(prorate(source_, slot, *k, *unused));
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

  // Puts the new terms into a line: of a ramp into the running phase and those after it.
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
        put(line, member.name, member.value);
        if (member.name == "discount") line.erase("discounts");
        continue;
      }
      for (size_t i = static_cast<size_t>(phase); i < phases->items.size(); ++i) {
        put(phases->items[i], member.name, member.value);
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

  Value changedState(const Value& changes) {
    auto parsed = json::parse(codec::writeState(document()));
    Value state = *parsed;
    for (Value& line : state.find("lines")->items) {
      const Value* terms = changes.find(line.textOf("id"));
      if (terms == nullptr) continue;
      const LineItem& item = document().lines.slot(document().lines.find(line.textOf("id")));
      const auto due = runningPayment(item);
      setTerms(line, *terms, phaseIndex(item, due.value_or(0)));
    }
    return state;
  }

  std::optional<uint32_t> runningPayment(const LineItem& line) {
    return PaymentPlan(source_, {&line, {}}).current(on_);
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
      for (const uint32_t slot : plan.group().slots) {
        if (changes.find(source.document.lines.slot(slot).id) == nullptr) continue;
        lines.push_back(prorate(source, slot, *k, *unused));
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
    auto changed = view::OpenState::read(json::write(changedState(*changes)));
    if (!changed) return changed.refusal();
    if (auto outcome = checkPriced(**changed, *changes); !outcome) return outcome.refusal();
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
    out.key("state").raw(codec::writeState((*changed)->document()));
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
