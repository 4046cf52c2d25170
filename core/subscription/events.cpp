#include <algorithm>
#include <tuple>

#include "base/reasons.h"
#include "base/result.h"
#include "pricing/balance.h"
#include "subscription/service_end.h"
#include "subscription/standing.h"
#include "subscription/subscription.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

constexpr int32_t kMostDays = 3660;
constexpr size_t kMostEvents = 100'000;

// One event; `rank` orders those of a day.
struct Event {
  Date date;
  int rank;
  std::string text;
};

class EventList {
 public:
  EventList(const view::Source& source, Date from, Date to)
      : source_(source),
        from_(from),
        to_(to),
        billing_(source.document, to),
        canceled_(billing_.canceled()),
        end_(source, billing_.canceled()) {
    for (const BillingRecord& record : billing_.records()) {
      const bool failed = record.status == RecordStatus::failed;
      if (failed && wanted(record.date.value_or(record.due))) failed_.push_back(record);
    }
  }

  std::string reply() {
    const std::vector<PaymentPlan> plans = paymentPlans(source_);
    const DocumentKind kind = source_.document.head.kind;
    for (const PaymentPlan& plan : plans) {
      addPlan(plan);
      if (events_.size() > kMostEvents) {
        return toJson(refuse("too-large", "/to", "These are too many events; ask for less time."));
      }
    }
    if (canceled_ && !plans.empty()) addCancelled(plans.front());
    if (kind == DocumentKind::invoice) addInvoice();
    if (kind == DocumentKind::quote) addQuote();
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
      return std::tie(a.date, a.rank) < std::tie(b.date, b.rank);
    });
    std::string text = "{\"events\":[";
    for (const Event& event : events_) {
      if (text.back() != '[') text += ',';
      text += event.text;
    }
    return text + "]}";
  }

 private:
  bool wanted(std::optional<Date> day) const { return day && from_ <= *day && *day <= to_; }
  bool stopped(Date day) const { return canceled_ && *canceled_ <= day; }

  // Members are written in the order of their names: those before "date", the date, those after.
  template <class Before, class After>
  void add(Date date, int rank, std::string_view type, const Before& before, const After& after) {
    Event event{date, rank, {}};
    view::ViewWriter out(event.text, source_.document.minorDigits());
    out.beginObject();
    before(out);
    out.key("date").date(date);
    after(out);
    out.key("type").text(type);
    out.endObject();
    events_.push_back(std::move(event));
  }

  void writePlan(view::ViewWriter& out, const PaymentPlan& plan) const {
    out.key("frequency").text(frequencyName(plan.frequency()));
    out.key("lineIds").beginArray();
    for (const uint32_t slot : plan.group().slots) {
      out.text(source_.document.lines.slot(slot).id);
    }
    out.endArray();
  }

  void addPayment(const PaymentPlan& plan, uint32_t k, Date due, Date date, int rank,
                  std::string_view type) {
    add(
        date, rank, type,
        [&](view::ViewWriter& out) { out.key("amount").amount(end_.asked(plan, k)); },
        [&](view::ViewWriter& out) {
          out.key("due").date(due);
          writePlan(out, plan);
          out.key("payment").whole(int64_t{k} + 1);
          out.key("payments");
          if (plan.count()) {
            out.whole(*plan.count());
          } else {
            out.null();
          }
        });
  }

  void addPlan(const PaymentPlan& plan) {
    addDue(plan);
    addFailed(plan);
    addEnd(plan);
  }

  void addDue(const PaymentPlan& plan) {
    // The first payment that can matter is the one of the first day; its reminder comes earlier.
    for (uint32_t k = plan.current(from_).value_or(0);; ++k) {
      const std::optional<Date> due = plan.due(k);
      if (!due || stopped(*due)) return;
      const std::optional<Date> reminder = due->addDays(-kReminderDays);
      if (to_ < reminder.value_or(*due)) return;
      if (billing_.isPaid(*due)) continue;
      const bool known = reminder && source_.document.head.date <= *reminder;
      if (known && wanted(reminder)) addPayment(plan, k, *due, *reminder, 0, "reminder");
      if (wanted(due)) addPayment(plan, k, *due, *due, 1, "payment-due");
    }
  }

  void addFailed(const PaymentPlan& plan) {
    for (const BillingRecord& record : failed_) {
      const Date date = record.date.value_or(record.due);
      const auto k = paymentDueOn(*plan.group().first, record.due);
      if (!k) continue;
      addPayment(plan, *k, record.due, date, 2, "payment-failed");
    }
  }

  void addEnd(const PaymentPlan& plan) {
    const std::optional<Date> end = plan.end();
    if (!end || stopped(*end)) return;
    const auto rest = [&](view::ViewWriter& out) {
      out.key("end").date(*end);
      writePlan(out, plan);
    };
    const auto nothing = [](view::ViewWriter&) {};
    const std::optional<Date> warning = end->addDays(-kReminderDays);
    if (wanted(warning)) add(*warning, 3, "expiring", nothing, rest);
    if (wanted(end)) add(*end, 4, "expired", nothing, rest);
  }

  void addCancelled(const PaymentPlan& plan) {
    if (!wanted(canceled_)) return;
    add(
        *canceled_, 5, "cancelled", [](view::ViewWriter&) {},
        [&](view::ViewWriter& out) { writePlan(out, plan); });
  }

  std::optional<Date> member(std::string_view name) const {
    const json::Value value = view::memberValue(source_.document, name);
    return view::dateOf(&value);
  }

  // An open invoice is due once, with a reminder before it.
  void addInvoice() {
    const std::string status = view::memberString(source_.document, "status");
    const std::optional<Date> due = member("dueDate");
    if (!due || (status != "open" && status != "partlyPaid")) return;
    const auto balance = balanceOf(source_.document, source_.totals);
    const std::optional<Money> amount = balance ? balance->due : source_.totals.summary().total;
    const auto before = [&](view::ViewWriter& out) { out.key("amount").amount(amount); };
    const auto rest = [&](view::ViewWriter& out) { out.key("due").date(*due); };
    const std::optional<Date> reminder = due->addDays(-kReminderDays);
    const bool known = reminder && source_.document.head.date <= *reminder;
    if (known && wanted(reminder)) add(*reminder, 0, "reminder", before, rest);
    if (wanted(due)) add(*due, 1, "payment-due", before, rest);
  }

  // A published offer ends after its last day.
  void addQuote() {
    const std::optional<Date> last = member("expiresOn");
    if (!last || view::memberString(source_.document, "status") != "published") return;
    const auto nothing = [](view::ViewWriter&) {};
    const auto rest = [&](view::ViewWriter& out) { out.key("end").date(*last); };
    const std::optional<Date> warning = last->addDays(-kReminderDays);
    const std::optional<Date> after = last->addDays(1);
    if (wanted(warning)) add(*warning, 3, "expiring", nothing, rest);
    if (wanted(after)) add(*after, 4, "expired", nothing, rest);
  }

  const view::Source source_;
  Date from_;
  Date to_;
  Billing billing_;
  std::optional<Date> canceled_;
  ServiceEnd end_;
  std::vector<BillingRecord> failed_;
  std::vector<Event> events_;
};

}  // namespace

std::string eventsReply(const json::Value& argument) {
  auto opened = view::OpenState::of(argument);
  if (!opened) return toJson(opened.refusal());
  const std::optional<Date> from = Date::parse(argument.textOf("from"));
  const std::optional<Date> to = Date::parse(argument.textOf("to"));
  if (!from) return toJson(refuse("date-invalid", "/from", reasons::kDayForm));
  if (!to) return toJson(refuse("date-invalid", "/to", "Give the day, like 2026-12-22."));
  if (kMostDays < daysBetween(*from, *to)) {
    return toJson(refuse("out-of-range", "/to", "Ask for at most ten years at once."));
  }
  return EventList((*opened)->source(), *from, *to).reply();
}

}  // namespace crossfoot::subscription
