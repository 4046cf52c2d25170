// What payments, refunds and credits leave to pay.

#include "pricing/balance.h"
#include "view/explain_parts.h"

namespace crossfoot::view {
namespace {

void sumRecords(Steps& steps, const Source& source, std::string_view rule, std::string_view list,
                const std::optional<Money>& value) {
  Addends addends = steps.addends();
  for (const BalanceRecord& record : balanceRecords(source.document, list)) {
    if (record.counts) addends.add(record.amount, record.id);
  }
  steps.amount(rule, steps.inputs().addends(addends), addends.sum(), value);
}

// What is left to pay; below 0 it is credit.
void explainDue(Steps& steps, const Balance& balance, bool creditLeft) {
  const std::pair<std::string_view, const std::optional<Money>&> members[] = {
      {"total", balance.total},
      {"paid", balance.paid},
      {"refunded", balance.refunded},
      {"credited", balance.credited},
  };
  Inputs inputs = steps.inputs();
  std::vector<std::string> missing;
  for (const auto& [name, amount] : members) {
    inputs.money(name, amount);
    if (!amount) missing.push_back("/balance/" + std::string(name));
  }
  if (!missing.empty()) return steps.dependsOn(std::move(missing));
  const Money left = *balance.total - *balance.paid + *balance.refunded - *balance.credited;
  if (!left.isNegative() && !creditLeft) {
    return steps.amount("balance", inputs, left, balance.due);
  }
  steps.amount("balance", inputs, left);
  steps.amount(creditLeft ? "credit-left" : "nothing-due", steps.inputs().money("balance", left),
               creditLeft ? balance.creditLeft : Money{});
}

}  // namespace

std::optional<json::Value> explainBalance(Steps& steps, const Source& source, Segments place) {
  const std::optional<Balance> balance = balanceOf(source.document, source.totals);
  if (!balance || place.size() != 1) return std::nullopt;
  const std::string& name = place[0];
  const unsigned digits = steps.minorDigits();
  if (name == "total") {
    if (balance->total) {
      steps.amount("balance-total", steps.inputs(), *balance->total);
    } else {
      steps.dependsOn({"/summary/total"});
    }
    return amountValue(balance->total, digits);
  }
  if (name == "paid") {
    sumRecords(steps, source, "paid", "payments", balance->paid);
    return amountValue(balance->paid, digits);
  }
  if (name == "refunded") {
    sumRecords(steps, source, "refunded", "refunds", balance->refunded);
    return amountValue(balance->refunded, digits);
  }
  if (name == "credited") {
    sumRecords(steps, source, "credited", "credits", balance->credited);
    return amountValue(balance->credited, digits);
  }
  if (name == "due") {
    explainDue(steps, *balance, false);
    return amountValue(balance->due, digits);
  }
  if (name != "creditLeft" || balance->creditLeft == Money{}) return std::nullopt;
  explainDue(steps, *balance, true);
  return amountValue(balance->creditLeft, digits);
}

}  // namespace crossfoot::view
