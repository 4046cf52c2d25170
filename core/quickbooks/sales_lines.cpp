#include "quickbooks/sales_lines.h"

#include "base/result.h"
#include "view/open_state.h"

namespace crossfoot::quickbooks {
namespace {

using json::Value;

constexpr size_t kMaxDescription = 4000;
constexpr std::string_view kSalesDetail = "SalesItemLineDetail";
constexpr std::string_view kDiscountDetail = "DiscountLineDetail";

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

Refusal unmapped(std::string_view what, std::string_view key) {
  return refuse("unmapped", "/mapping/" + std::string(what),
                "QuickBooks needs a mapping for " + std::string(what) +
                    (key.empty() ? "" : " of " + std::string(key)) + ".");
}

std::string description(const Value& line) {
  std::string name(line.textOf("name"));
  const std::string_view more = line.textOf("description");
  if (!more.empty()) name += "\n" + std::string(more);
  return name;
}

// The decimal text of a field, "1" where there is none.
std::string decimalOf(const Value& line, std::string_view name) {
  const Value* field = line.find(name);
  return field != nullptr && !field->isNull() ? shortestDecimal(field->text) : std::string("1");
}

}  // namespace

Value reference(std::string_view id) {
  Value value = Value::object();
  value.set("value", text(id));
  return value;
}

void addNotice(Value& notices, std::string_view code, std::string_view message,
               std::string_view lineId) {
  Value notice = Value::object();
  notice.set("code", text(code));
  if (!lineId.empty()) notice.set("lineId", text(lineId));
  notice.set("message", text(message));
  notices.items.push_back(std::move(notice));
}

std::string cut(std::string_view whole, size_t characters, Value& notices,
                std::string_view lineId) {
  size_t count = 0;
  size_t at = 0;
  for (; at < whole.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(whole[at]) & 0xC0) != 0x80;
    if (starts && ++count > characters) break;
  }
  if (at < whole.size()) {
    addNotice(notices, "text-cut", "QuickBooks takes a shorter text; the rest was left out.",
              lineId);
  }
  return std::string(whole.substr(0, at));
}

Money SalesLines::hundredths(Money amount) const {
  return toHundredths(amount, source_.document.minorDigits());
}

Outcome SalesLines::build() {
  for (const uint32_t slot : source_.document.lines.order()) {
    if (auto outcome = addLine(slot); !outcome) return outcome;
  }
  if (auto outcome = addAdjustments(); !outcome) return outcome;
  return addDiscount();
}

Outcome SalesLines::addLine(uint32_t slot) {
  const LineItem& line = source_.document.lines.slot(slot);
  if (!line.counts) return Done{};
  const Value value = view::lineValue(line);
  if (!line.isItem()) {
    addDescription(value);
    return Done{};
  }
  PricedLine priced;
  priceLine(line, source_.totals.context(), priced);
  if (auto outcome = addSale(line, value, priced); !outcome) return outcome;
  if (priced.payment.charges == Money{}) return Done{};
  const Money charges = hundredths(priced.payment.charges);
  const std::string path = "/lines/" + std::string(line.id) + "/charges";
  if (auto outcome = mustHold(charges, path); !outcome) return outcome;
  return addItem(charges, "Charges: " + std::string(value.textOf("name")),
                 mapping_.id("chargeItem"), "chargeItem", line.taxSet);
}

void SalesLines::addDescription(const Value& value) {
  Value entry = Value::object();
  entry.set("DetailType", text("DescriptionOnly"));
  entry.set("Description",
            text(cut(description(value), kMaxDescription, notices_, value.textOf("id"))));
  entry.set("DescriptionLineDetail", Value::object());
  lines_.items.push_back(std::move(entry));
}

Value SalesLines::line(std::string_view words, Money amount, std::string_view detailType) {
  Value entry = Value::object();
  entry.set("Amount", number(amount));
  entry.set("Description", text(words));
  entry.set("DetailType", text(detailType));
  return entry;
}

Outcome SalesLines::setTaxCode(uint32_t taxSet, Value& detail) {
  const std::string key = taxKey(source_.document.taxSet(taxSet));
  const std::string_view code =
      key.empty() ? mapping_.id("noTaxCode") : mapping_.id("taxCodes", key);
  if (!code.empty()) {
    detail.set("TaxCodeRef", reference(code));
    return Done{};
  }
  if (!key.empty()) return unmapped("taxCodes", key);
  // A line without tax says so only where others are taxed.
  return source_.totals.summary().lineTax == Money{} ? Outcome(Done{}) : unmapped("noTaxCode", "");
}

Outcome SalesLines::addSale(const LineItem& item, const Value& value, const PricedLine& priced) {
  const std::string_view mapped = mapping_.item(value);
  if (mapped.empty()) return unmapped("items", item.id);
  const Money list = hundredths(priced.payment.list);
  const bool flat = value.find("pricing") == nullptr || value.find("pricing")->isNull();
  const std::string unitPrice = decimalOf(value, "unitPrice");
  const std::string quantity = decimalOf(value, "quantity");
  // QuickBooks checks Amount = UnitPrice × Qty; where our list is no such product, it goes out
  // whole.
  const bool isProduct = flat && product(unitPrice, quantity) == list;
  const std::string whole = formatMoney(list, kQuickBooksDigits);
  if (auto outcome = mustHold(list, "/lines/" + std::string(item.id)); !outcome) return outcome;
  Value detail = Value::object();
  detail.set("ItemRef", reference(mapped));
  detail.set("UnitPrice", number(isProduct ? unitPrice : whole));
  detail.set("Qty", number(isProduct ? quantity : "1"));
  if (auto outcome = setTaxCode(item.taxSet, detail); !outcome) return outcome;
  const std::string_view serviceDate = value.textOf("serviceDate");
  if (!serviceDate.empty()) detail.set("ServiceDate", text(serviceDate));
  Value entry =
      line(cut(description(value), kMaxDescription, notices_, item.id), list, kSalesDetail);
  entry.set(kSalesDetail, std::move(detail));
  lines_.items.push_back(std::move(entry));
  sum_ += list;
  return Done{};
}

Outcome SalesLines::addItem(Money amount, std::string_view words, std::string_view item,
                            std::string_view mappingName, uint32_t taxSet) {
  if (amount == Money{}) return Done{};
  if (item.empty()) return unmapped(mappingName, words);
  Value detail = Value::object();
  detail.set("ItemRef", reference(item));
  detail.set("UnitPrice", number(amount));
  detail.set("Qty", number("1"));
  if (auto outcome = setTaxCode(taxSet, detail); !outcome) return outcome;
  Value entry = line(words, amount, kSalesDetail);
  entry.set(kSalesDetail, std::move(detail));
  lines_.items.push_back(std::move(entry));
  sum_ += amount;
  return Done{};
}

Outcome SalesLines::addAdjustments() {
  const std::vector<Adjustment>& list = source_.document.head.adjustments;
  const Value values = view::memberList(source_.document, "adjustments");
  for (size_t i = 0; i < list.size(); ++i) {
    if (!list[i].counts || list[i].type == AdjustmentType::discount) continue;
    const Money amount = hundredths(source_.totals.adjustments()[i].amount);
    if (auto outcome = mustHold(amount, "/adjustments/" + list[i].id); !outcome) return outcome;
    const std::string_view name = values.items[i].textOf("name");
    const bool isFee = list[i].type == AdjustmentType::fee;
    const std::string_view own = isFee ? mapping_.id("fees", list[i].id) : std::string_view();
    const std::string_view general = isFee ? "feeItem" : "taxItem";
    const std::string_view item = own.empty() ? mapping_.id(general) : own;
    const uint32_t taxSet = list[i].hasTaxRates ? list[i].taxSet : 0;
    if (auto outcome = addItem(amount, name, item, general, taxSet); !outcome) return outcome;
    if (!isFee && !(amount == Money{})) {
      addNotice(notices_, "tax-outside-reports",
                "This tax is sent as an item, so QuickBooks' own tax reports leave it out.",
                list[i].id);
    }
  }
  const Money rounding = source_.totals.summary().roundingDifference.value_or(Money{});
  return addItem(hundredths(rounding), "Rounding", mapping_.id("roundingItem"), "roundingItem", 0);
}

Outcome SalesLines::addDiscount() {
  const Summary& summary = source_.totals.summary();
  const Money discount =
      hundredths(summary.lineDiscounts.value_or(Money{}) + summary.discounts.value_or(Money{}));
  if (discount == Money{}) return Done{};
  if (auto outcome = mustHold(discount, "/summary/discounts"); !outcome) return outcome;
  if (discount.isNegative()) {
    return refuse("not-expressible", "/lines",
                  "The discounts of credit lines outweigh the others; QuickBooks takes none below "
                  "0.");
  }
  const std::string_view account = mapping_.id("discountAccount");
  if (account.empty()) return unmapped("discountAccount", "");
  Value detail = Value::object();
  detail.set("PercentBased", Value::ofBoolean(false));
  detail.set("DiscountAccountRef", reference(account));
  Value entry = line("Discounts", discount, kDiscountDetail);
  entry.set(kDiscountDetail, std::move(detail));
  lines_.items.push_back(std::move(entry));
  sum_ -= discount;
  return Done{};
}

}  // namespace crossfoot::quickbooks
