#include "pricing/balance.h"

#include "json/value.h"
#include "pricing/rounded.h"

namespace crossfoot {
namespace {

struct Records {
  bool any = false;
  Money sum;
};

bool succeeded(const json::Value& record) {
  const json::Value* status = record.find("status");
  return status != nullptr && status->isString() && status->text == "succeeded";
}

Records addUp(const Document& document, std::string_view list) {
  Records records;
  for (const BalanceRecord& record : balanceRecords(document, list)) {
    records.any = true;
    if (record.counts) records.sum += record.amount;
  }
  return records;
}

}  // namespace

bool isVoided(const Document& document) {
  const DocumentKind kind = document.head.kind;
  if (kind != DocumentKind::invoice && kind != DocumentKind::creditMemo) return false;
  const std::string* status = document.memberText("status");
  return status != nullptr && *status == "\"voided\"";
}

std::vector<BalanceRecord> balanceRecords(const Document& document, std::string_view list) {
  std::vector<BalanceRecord> records;
  const std::string* text = document.memberText(list);
  if (text == nullptr) return records;
  json::Scanner scanner(*text);
  const json::Value value = json::readValue(scanner);
  for (const json::Value& entry : value.items) {
    BalanceRecord record;
    record.id = entry.textOf("id");
    const json::Value* field = entry.find("amount");
    DecimalText decimal;
    InputAmount amount;
    record.counts = field != nullptr && (list != "payments" || succeeded(entry)) &&
                    parseDecimal(field->text, decimal) &&
                    toAmount(decimal, true, amount) == NumberProblem::none;
    if (record.counts) record.amount = rounded(amount, document.minorDigits());
    records.push_back(std::move(record));
  }
  return records;
}

std::optional<Balance> balanceOf(const Document& document, const Totals& totals) {
  const Records payments = addUp(document, "payments");
  const Records refunds = addUp(document, "refunds");
  const Records credits = addUp(document, "credits");
  const bool voided = isVoided(document);
  if (!voided && !payments.any && !refunds.any && !credits.any) return std::nullopt;
  const MoneyLimit& limit = totals.context().limit;
  Balance balance;
  balance.total = voided ? Money{} : totals.summary().total;
  balance.paid = limit.known(payments.sum);
  balance.refunded = limit.known(refunds.sum);
  balance.credited = limit.known(credits.sum);
  if (!balance.total || !balance.paid || !balance.refunded || !balance.credited) return balance;
  const Money left = *balance.total - payments.sum + refunds.sum - credits.sum;
  balance.due = limit.known(left.isNegative() ? Money{} : left);
  if (left.isNegative()) balance.creditLeft = -left;
  return balance;
}

}  // namespace crossfoot
