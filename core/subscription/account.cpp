#include "subscription/account.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/result.h"
#include "pricing/balance.h"
#include "subscription/standing.h"
#include "view/open_state.h"

namespace crossfoot::subscription {
namespace {

using json::Value;

struct Row {
  std::string_view kind;
  Date date;
  std::optional<Date> due;
  std::string id;
  std::string number;
  Money charged;
  Money received;
};

bool isFinal(const Value& state) {
  const std::string_view status = state.textOf("status");
  return !status.empty() && status != "draft" && status != "voided";
}

class Account {
 public:
  explicit Account(const view::Source& source) : source_(source) {}

  Outcome addMade(const Value& made) {
    std::vector<const Value*> counted;
    for (const Value& state : made.items) {
      const std::string_view kind = state.textOf("kind");
      if (kind != "invoice" && kind != "creditMemo") continue;
      if (!isFinal(state)) {
        if (state.textOf("status") != "voided") ++drafts_;
        continue;
      }
      ids_.insert(std::string(state.textOf("id")));
      counted.push_back(&state);
    }
    for (const Value* state : counted) {
      if (auto outcome = add(*state); !outcome) return outcome;
    }
    return Done{};
  }

  // Payments that no document tells of.
  void addRecords() {
    const Billing billing(source_.document);
    const std::vector<PaymentPlan> plans = paymentPlans(source_);
    for (const Date due : billing.paidDates()) {
      const BillingRecord& record = *billing.find(due);
      if (ids_.contains(record.invoiceId)) continue;
      const Money amount = record.amount.value_or(plannedOn(plans, due));
      rows_.push_back({"payment", record.date.value_or(due), due, {}, {}, amount, amount});
    }
  }

  std::string reply() {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::tie(a.date, a.number) < std::tie(b.date, b.number);
    });
    Money charged;
    Money received;
    for (const Row& row : rows_) {
      charged += row.charged;
      received += row.received;
    }
    std::string text;
    view::ViewWriter out(text, source_.document.minorDigits());
    out.beginObject();
    out.key("charged").amount(charged);
    out.key("drafts").whole(drafts_);
    out.key("left").amount(charged - received);
    out.key("received").amount(received);
    out.key("rows").beginArray();
    for (const Row& row : rows_) write(out, row);
    out.endArray().endObject();
    return text;
  }

 private:
  static void write(view::ViewWriter& out, const Row& row) {
    out.beginObject();
    out.key("charged").amount(row.charged);
    out.key("date").date(row.date);
    if (row.due) out.key("due").date(*row.due);
    if (!row.id.empty()) out.key("id").text(row.id);
    out.key("kind").text(row.kind);
    if (!row.number.empty()) out.key("number").text(row.number);
    out.key("received").amount(row.received);
    out.endObject();
  }

  static Money plannedOn(const std::vector<PaymentPlan>& plans, Date due) {
    Money amount;
    for (const PaymentPlan& plan : plans) {
      if (const auto k = paymentDueOn(*plan.group().first, due)) amount += plan.amount(*k);
    }
    return amount;
  }

  // What was settled by documents that are not part of the account.
  Money settledElsewhere(const Document& document, std::string_view partner) const {
    Money sum;
    for (const Value& credit : view::memberList(document, "credits").items) {
      if (ids_.contains(std::string(credit.textOf(partner)))) continue;
      sum += view::amountOf(credit.find("amount"), document.minorDigits()).value_or(Money{});
    }
    return sum;
  }

  // What a credit memo paid out as refunds of invoices that are rows themselves: told there.
  Money refundedThere(const Document& document) const {
    Money sum;
    for (const Value& payment : view::memberList(document, "payments").items) {
      const bool counts = payment.textOf("status") == "succeeded";
      if (!counts || !ids_.contains(std::string(payment.textOf("invoiceId")))) continue;
      sum += view::amountOf(payment.find("amount"), document.minorDigits()).value_or(Money{});
    }
    return sum;
  }

  Outcome add(const Value& state) {
    auto opened = view::OpenState::read(json::write(state));
    if (!opened) return opened.refusal();
    const Document& document = (*opened)->document();
    const Totals& totals = (*opened)->totals();
    const bool isMemo = document.head.kind == DocumentKind::creditMemo;
    Row row{isMemo ? "creditMemo" : "invoice", document.head.date, {}, {}, {}, {}, {}};
    row.id = view::memberString(document, "id");
    row.number = view::memberString(document, "number");
    const Value origin = view::memberValue(document, "origin");
    row.due = view::dateOf(origin.find("due"));
    const auto balance = balanceOf(document, totals);
    row.charged = totals.summary().total.value_or(Money{});
    if (balance)
      row.received = balance->paid.value_or(Money{}) - balance->refunded.value_or(Money{});
    row.received += settledElsewhere(document, isMemo ? "invoiceId" : "creditMemoId");
    if (isMemo) row.received -= refundedThere(document);
    if (isMemo) row.charged = -row.charged;
    if (isMemo) row.received = -row.received;
    rows_.push_back(std::move(row));
    return Done{};
  }

  view::Source source_;
  std::set<std::string> ids_;
  int64_t drafts_ = 0;
  std::vector<Row> rows_;
};

}  // namespace

std::string accountReply(const Value& argument) {
  auto opened = view::OpenState::of(argument);
  if (!opened) return toJson(opened.refusal());
  Account account((*opened)->source());
  if (const Value* made = argument.find("made")) {
    if (!made->isArray()) {
      return toJson(
          refuse("wrong-type", "/made", "Give the documents made of it as a list of states."));
    }
    if (auto outcome = account.addMade(*made); !outcome) return toJson(outcome.refusal());
  }
  account.addRecords();
  return account.reply();
}

}  // namespace crossfoot::subscription
