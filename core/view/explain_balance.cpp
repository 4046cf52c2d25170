// What payments, refunds and credits leave to pay.

#include <tuple>

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
  const std::tuple<std::string_view, const std::optional<Money>&, Op> members[] = {
      {"total", balance.total, Op::add},
      {"paid", balance.paid, Op::subtract},
      {"refunded", balance.refunded, Op::add},
      {"credited", balance.credited, Op::subtract},
  };
  Inputs inputs = steps.inputs();
  std::vector<std::string> missing;
  for (const auto& [name, amount, op] : members) {
    const std::string path = "/balance/" + std::string(name);
    inputs.money(name, amount);
    if (amount) inputs.as(op, path);
    if (!amount) missing.push_back(path);
  }
  if (!missing.empty()) return steps.dependsOn(std::move(missing));
  const Money left = *balance.total - *balance.paid + *balance.refunded - *balance.credited;
  if (!left.isNegative() && !creditLeft) {
    return steps.amount("balance", inputs, left, balance.due);
  }
  steps.amount("balance", inputs, left);
  Inputs rest = steps.inputs();
  rest.money("balance", left);
  if (creditLeft) {
    steps.amount("credit-left", rest.as(Op::subtract), balance.creditLeft);
  } else {
    steps.amount("nothing-due", rest.as(Op::add).constant(Op::atLeast, "nothing", "0"), Money{});
  }
}

}  // namespace

std::optional<json::Value> explainBalance(Steps& steps, const Source& source, Segments place) {
  const std::optional<Balance> balance = balanceOf(source.document, source.totals);
  if (!balance || place.size() != 1) return std::nullopt;
  const std::string& name = place[0];
  const unsigned digits = steps.minorDigits();
  if (name == "total") {
    if (isVoided(source.document)) {
      steps.amount("nothing-due", steps.inputs(), Money{});
    } else if (balance->total) {
      steps.amount("balance-total",
                   steps.inputs().money("total", balance->total).as(Op::add, "/summary/total"),
                   *balance->total);
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
