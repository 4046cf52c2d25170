#include "lifecycle/due_date.h"

#include "base/reasons.h"
#include "base/result.h"
#include "view/open_state.h"

namespace crossfoot::lifecycle {
namespace {

constexpr int64_t kMaxDays = 3650;

std::optional<Date> afterDays(Date date, const json::Value* days) {
  DecimalText decimal;
  int64_t count = 0;
  if (days == nullptr || !parseDecimal(days->text, decimal) ||
      toWhole(decimal, 0, kMaxDays, count) != NumberProblem::none) {
    return std::nullopt;
  }
  return date.addDays(count);
}

}  // namespace

std::optional<Date> dueDateOf(const Document& document) {
  const json::Value terms = view::memberValue(document, "terms");
  const json::Value given = view::memberValue(document, "dueDate");
  const std::string_view type = terms.textOf("type");
  if (type == "net") return afterDays(document.head.date, terms.find("days"));
  if (type == "receipt") return document.head.date;
  if (type.empty() && given.isNull()) return document.head.date;
  return view::dateOf(&given);
}

Outcome checkDueDate(const Document& document) {
  if (dueDateOf(document)) return Done{};
  if (view::memberValue(document, "terms").textOf("type") == "net") {
    return refuse("terms-invalid", "/terms/days", reasons::kNeedsDueDays);
  }
  return refuse("due-date-required", "/dueDate", reasons::kNeedsDueDate);
}

}  // namespace crossfoot::lifecycle
