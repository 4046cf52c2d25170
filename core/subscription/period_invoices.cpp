#include "subscription/period_invoices.h"

#include "view/open_state.h"

namespace crossfoot::subscription {

using json::Value;

PeriodInvoices::PeriodInvoices(const Value* made, std::string_view subscriptionId) {
  if (made == nullptr) return;
  for (const Value& state : made->items) {
    const std::string_view status = state.textOf("status");
    const bool asks = !status.empty() && status != "draft" && status != "voided";
    if (state.textOf("kind") != "invoice" || !asks || state.textOf("number").empty()) continue;
    const std::string id(state.textOf("id"));
    Value named = Value::object();
    for (const std::string_view name : {"date", "id", "number"}) {
      const Value* member = state.find(name);
      if (member != nullptr && member->isString()) named.set(name, *member);
    }
    byId_[id] = std::move(named);
    const Value* origin = state.find("origin");
    if (origin == nullptr || origin->textOf("id") != subscriptionId) continue;
    if (const auto due = view::dateOf(origin->find("due"))) idOfDue_[*due] = id;
  }
}

const Value* PeriodInvoices::of(Date due, std::string_view recordedInvoice) const {
  auto at = byId_.find(recordedInvoice);
  if (at == byId_.end()) {
    const auto made = idOfDue_.find(due);
    if (made == idOfDue_.end()) return nullptr;
    at = byId_.find(made->second);
  }
  return &at->second;
}

}  // namespace crossfoot::subscription
