#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "properties/walk.h"

// RE-6.7: the invoice of a period equals its entry of the schedule, to the cent and the tax.

namespace crossfoot::properties {
namespace {

using json::Value;

Value tree(std::string_view text) { return *json::parse(text); }

// Amounts by rate, none of 0.
using Taxes = std::vector<std::pair<std::string, std::string>>;

Taxes taxesOf(const Value& view) {
  Taxes taxes;
  for (const Value& tax : view.find("summary")->find("lineTaxes")->items) {
    const std::string amount(tax.textOf("amount"));
    if (amount.find_first_of("123456789") == std::string::npos) continue;
    taxes.emplace_back(tax.textOf("id"), amount);
  }
  return taxes;
}

// The invoice made for a day, priced; null where none was made.
Value invoiceOf(const std::string& state, std::string_view date) {
  const std::string reply = call(
      "period", "{\"state\":" + state + R"(,"do":"invoice","on":")" + std::string(date) + "\"}");
  if (isRefusal(reply)) RC_FAIL(std::string(date) + " " + reply + "\n" + state);
  return tree(price(json::write(*tree(reply).find("state")), false));
}

// A document of a kind that has a schedule, after some members were set.
std::string documentOf(const Numbers& start, const std::vector<Numbers>& steps) {
  static const Dictionary kDictionary;
  Choices choices(start);
  Session session;
  session.open(startState(choices));
  for (const Numbers& numbers : steps) {
    Choices each(numbers);
    session.apply(setMember(kDictionary, tree(session.save()), each));
  }
  // Beyond the horizon the schedule leaves out what renews; an invoice of such a day does not.
  session.apply(R"({"op":"set","path":"/settings","value":{"horizonMonths":"60"}})");
  return session.save();
}

RC_GTEST_PROP(Schedule, TheInvoiceOfEachEntryEqualsIt,
              (const Numbers& start, const std::vector<Numbers>& steps)) {
  const std::string state = documentOf(start, steps);
  const Value document = tree(state);
  const std::string_view kind = document.textOf("kind");
  const Value* canceled = document.find("canceledOn");
  const bool ends = canceled != nullptr && !canceled->isNull();
  const bool bills = kind == "invoice" || kind == "creditMemo";
  RC_PRE(!ends && !bills);
  const Value view = tree(price(state, false));
  size_t checked = 0;
  for (const Value& entry : view.find("schedule")->items) {
    if (entry.find("total")->isNull() || ++checked > 6 || entry.textOf("date") > "2031") break;
    const Value bill = invoiceOf(state, entry.textOf("date"));
    const Value& summary = *bill.find("summary");
    const auto same = [&](std::string_view ours, std::string_view theirs) {
      if (summary.textOf(ours) == entry.textOf(theirs)) return;
      RC_FAIL(std::string(entry.textOf("date")) + " " + std::string(ours) + " " +
              std::string(summary.textOf(ours)) + ", not " + std::string(entry.textOf(theirs)) +
              "\n" + state);
    };
    same("total", "total");
    same("dueNow", "total");
    same("fees", "fees");
    same("lineTaxIncluded", "taxIncluded");
    same("roundingDifference", "roundingDifference");
    // The first entry is the checkout, whose taxes by rate the document itself prints.
    const bool isCheckout = entry.textOf("date") == document.textOf("date");
    if (isCheckout) RC_ASSERT(taxesOf(bill) == taxesOf(view));
  }
}

}  // namespace
}  // namespace crossfoot::properties
