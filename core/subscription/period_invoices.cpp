#include "subscription/period_invoices.h"

#include "view/open_state.h"

namespace crossfoot::subscription {

using json::Value;

namespace {

bool isFinal(const Value& state) {
  const std::string_view status = state.textOf("status");
  return !status.empty() && status != "draft" && status != "voided";
}

}  // namespace

PeriodInvoices::PeriodInvoices(const Value* made, std::string_view subscriptionId,
                               unsigned minorDigits) {
  if (made == nullptr) return;
  for (const Value& state : made->items) {
    if (state.textOf("kind") == "invoice" && isFinal(state)) {
      add(state, subscriptionId, minorDigits);
    }
  }
  for (const Value& state : made->items) {
    const Value* origin = state.find("origin");
    if (state.textOf("kind") != "creditMemo" || !isFinal(state) || origin == nullptr) continue;
    const auto invoice = charged_.find(origin->textOf("id"));
    if (invoice == charged_.end()) continue;
    invoice->second -= view::amountOf(state.find("total"), minorDigits).value_or(Money{});
  }
}

void PeriodInvoices::add(const Value& invoice, std::string_view subscriptionId,
                         unsigned minorDigits) {
  if (invoice.textOf("number").empty()) return;
  const std::string id(invoice.textOf("id"));
  Value named = Value::object();
  for (const std::string_view name : {"date", "id", "number"}) {
    const Value* member = invoice.find(name);
    if (member != nullptr && member->isString()) named.set(name, *member);
  }
  byId_[id] = std::move(named);
  if (const auto total = view::amountOf(invoice.find("total"), minorDigits)) charged_[id] = *total;
  const Value* origin = invoice.find("origin");
  if (origin == nullptr || origin->textOf("id") != subscriptionId) return;
  if (const auto due = view::dateOf(origin->find("due"))) idOfDue_[*due] = id;
}

const std::string* PeriodInvoices::idOf(Date due, std::string_view recordedInvoice) const {
  const auto recorded = byId_.find(recordedInvoice);
  if (recorded != byId_.end()) return &recorded->first;
  const auto made = idOfDue_.find(due);
  return made == idOfDue_.end() ? nullptr : &made->second;
}

const Value* PeriodInvoices::of(Date due, std::string_view recordedInvoice) const {
  const std::string* id = idOf(due, recordedInvoice);
  return id == nullptr ? nullptr : &byId_.find(*id)->second;
}

std::optional<Money> PeriodInvoices::charged(Date due, std::string_view recordedInvoice) const {
  const std::string* id = idOf(due, recordedInvoice);
  const auto invoice = id == nullptr ? charged_.end() : charged_.find(*id);
  return invoice == charged_.end() ? std::nullopt : std::optional<Money>(invoice->second);
}

}  // namespace crossfoot::subscription
