#include "quickbooks/invoice_reader.h"

#include "base/result.h"
#include "quickbooks/amounts.h"
#include "quickbooks/sales_lines.h"
#include "view/open_state.h"

namespace crossfoot::quickbooks {
namespace {

using json::Value;

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

// A member that is an object, and a text in it.
std::string_view nested(const Value& value, std::string_view name, std::string_view member) {
  const Value* object = value.find(name);
  return object != nullptr ? object->textOf(member) : std::string_view();
}

std::string decimalText(const Value* value) {
  const bool decimal = value != nullptr && (value->isString() || value->kind == json::Kind::number);
  return decimal ? shortestDecimal(value->text) : std::string();
}

class InvoiceReader {
 public:
  InvoiceReader(const Value& invoice, const Mapping& mapping)
      : invoice_(invoice), mapping_(mapping) {}

  Result<ReadBack> read() {
    const Value* lines = invoice_.find("Line");
    if (lines == nullptr || !lines->isArray()) {
      return refuse("wrong-type", "/invoice/Line", "An invoice of QuickBooks has a list of lines.");
    }
    readHead();
    readRates();
    for (const Value& line : lines->items) readLine(line);
    state_.set("taxRates", std::move(rates_));
    state_.set("lines", std::move(lines_));
    if (!adjustments_.items.empty()) state_.set("adjustments", std::move(adjustments_));
    keepTheirs();
    // QuickBooks takes a tax of the sum of its lines, not of each.
    Value policy = Value::object();
    policy.set("taxRounding", text("document"));
    if (negative_) policy.set("allowNegativePrices", Value::ofBoolean(true));
    state_.set("policy", std::move(policy));
    if (auto outcome = compareTotals(); !outcome) return outcome.refusal();
    return ReadBack{std::move(state_), std::move(notices_)};
  }

 private:
  void readHead() {
    const std::string_view currency = nested(invoice_, "CurrencyRef", "value");
    state_.set("version", Value::ofNumber("1"));
    state_.set("kind", text("invoice"));
    state_.set("currency", text(currency.empty() ? "USD" : currency));
    state_.set("date", text(invoice_.textOf("TxnDate")));
    if (!invoice_.textOf("DueDate").empty()) {
      Value terms = Value::object();
      terms.set("type", text("custom"));
      state_.set("terms", std::move(terms));
      state_.set("dueDate", text(invoice_.textOf("DueDate")));
    }
    const std::string_view memo = nested(invoice_, "CustomerMemo", "value");
    if (!memo.empty()) state_.set("comments", text(memo));
    const std::string_view mail = nested(invoice_, "BillEmail", "Address");
    const std::string_view name = nested(invoice_, "CustomerRef", "name");
    if (!mail.empty() || !name.empty()) {
      Value contact = Value::object();
      contact.set("id", text("c1"));
      if (!name.empty()) contact.set("name", text(name));
      if (!mail.empty()) contact.set("email", text(mail));
      Value contacts = Value::array();
      contacts.items.push_back(std::move(contact));
      state_.set("contacts", std::move(contacts));
    }
    state_.set("source", text("quickbooks"));
  }

  // What identifies it there: an update needs both, and the number is QuickBooks' own.
  void keepTheirs() {
    Value theirs = Value::object();
    for (const std::string_view name : {"Id", "SyncToken", "DocNumber", "TotalAmt", "Balance"}) {
      const Value* value = invoice_.find(name);
      if (value == nullptr || value->isNull()) continue;
      theirs.set(name, text(value->text));
    }
    Value custom = Value::object();
    custom.set("quickbooks", std::move(theirs));
    state_.set("custom", std::move(custom));
  }

  void readRates() {
    const Value* taxes = invoice_.find("TxnTaxDetail");
    const Value* list = taxes != nullptr ? taxes->find("TaxLine") : nullptr;
    if (list == nullptr) return;
    for (const Value& line : list->items) {
      const Value* detail = line.find("TaxLineDetail");
      if (detail == nullptr) continue;
      const std::string_view theirs = nested(*detail, "TaxRateRef", "value");
      const std::string_view ours = mapping_.key("taxRates", theirs);
      const std::string percent = decimalText(detail->find("TaxPercent"));
      if (ours.empty() || percent.empty()) {
        addNotice(notices_, "tax-not-read", "A tax of QuickBooks has no mapping or no percent.");
        continue;
      }
      Value rate = Value::object();
      rate.set("id", text(ours));
      rate.set("name", text(ours));
      rate.set("percent", text(percent));
      rates_.items.push_back(std::move(rate));
    }
  }

  bool knowsRate(std::string_view id) const {
    for (const Value& rate : rates_.items) {
      if (rate.textOf("id") == id) return true;
    }
    return false;
  }

  void readLine(const Value& line) {
    const std::string_view type = line.textOf("DetailType");
    if (type == "SalesItemLineDetail") {
      readSale(line);
    } else if (type == "DiscountLineDetail") {
      readDiscount(line);
    } else if (type == "DescriptionOnly") {
      Value note = newLine(line.textOf("Description"));
      note.set("type", text("note"));
      lines_.items.push_back(std::move(note));
    } else if (type != "SubTotalLineDetail") {
      addNotice(notices_, "line-not-read",
                "A line of the type " + std::string(type) + " has no counterpart here.");
    }
  }

  Value newLine(std::string_view words) {
    Value line = Value::object();
    line.set("id", text("li_" + std::to_string(lines_.items.size() + 1)));
    const size_t end = words.find('\n');
    line.set("name", text(words.substr(0, end)));
    if (end != std::string_view::npos) line.set("description", text(words.substr(end + 1)));
    return line;
  }

  Value* adjustment(std::string_view type, const Value& line) {
    Value value = Value::object();
    value.set("id", text("adj_" + std::to_string(adjustments_.items.size() + 1)));
    value.set("type", text(type));
    const std::string_view words = line.textOf("Description");
    value.set("name", text(words.empty() ? type : words));
    value.set("amount", text(decimalText(line.find("Amount"))));
    adjustments_.items.push_back(std::move(value));
    return &adjustments_.items.back();
  }

  void readDiscount(const Value& line) {
    const Value* detail = line.find("DiscountLineDetail");
    const Value* percentBased = detail != nullptr ? detail->find("PercentBased") : nullptr;
    Value* value = adjustment("discount", line);
    if (percentBased == nullptr || !percentBased->truth) return;
    value->erase("amount");
    value->set("percent", text(decimalText(detail->find("DiscountPercent"))));
  }

  // Items that stand for our fees and one-time taxes become those again.
  bool readAsAdjustment(const Value& line, const Value& detail, std::string_view item) {
    const std::string_view fee = mapping_.key("fees", item);
    const bool isFee = !item.empty() && (item == mapping_.id("feeItem") || !fee.empty());
    const bool isTax = !item.empty() && item == mapping_.id("taxItem");
    if (!isFee && !isTax) return false;
    Value* value = adjustment(isFee ? "fee" : "tax", line);
    setRates(*value, detail);
    return true;
  }

  void setRates(Value& value, const Value& detail) {
    const std::string_view code = nested(detail, "TaxCodeRef", "value");
    std::string_view key = mapping_.key("taxCodes", code);
    if (key.empty()) return;
    Value ids = Value::array();
    while (!key.empty()) {
      const size_t plus = key.find('+');
      const std::string_view id = key.substr(0, plus);
      if (knowsRate(id)) ids.items.push_back(text(id));
      key = plus == std::string_view::npos ? std::string_view() : key.substr(plus + 1);
    }
    if (!ids.items.empty()) value.set("taxRateIds", std::move(ids));
  }

  void readSale(const Value& line) {
    static const Value kNothing = Value::object();
    const Value* found = line.find("SalesItemLineDetail");
    const Value& detail = found != nullptr ? *found : kNothing;
    const std::string_view item = nested(detail, "ItemRef", "value");
    if (readAsAdjustment(line, detail, item)) return;
    const std::string_view words = line.textOf("Description");
    const std::string_view itemName = nested(detail, "ItemRef", "name");
    Value sale = newLine(words.empty() ? (itemName.empty() ? "Item" : itemName) : words);
    const std::string_view product = mapping_.key("items", item);
    if (!product.empty()) sale.set("productId", text(product));
    const std::string amount = decimalText(line.find("Amount"));
    std::string unitPrice = decimalText(detail.find("UnitPrice"));
    std::string quantity = decimalText(detail.find("Qty"));
    if (quantity.empty()) quantity = "1";
    // What was billed is the amount; a price that does not lead to it is only words.
    const std::optional<Money> billed = hundredths(line.find("Amount"));
    if (unitPrice.empty() || billed != quickbooks::product(unitPrice, quantity)) {
      unitPrice = amount;
      quantity = "1";
    }
    sale.set("unitPrice", text(unitPrice));
    sale.set("quantity", text(quantity));
    negative_ = negative_ || (!unitPrice.empty() && unitPrice.front() == '-');
    const std::string_view day = detail.textOf("ServiceDate");
    if (!day.empty()) sale.set("serviceDate", text(day));
    setRates(sale, detail);
    lines_.items.push_back(std::move(sale));
  }

  // A total that comes out differently is said, never made to fit.
  Outcome compareTotals() {
    auto opened = view::OpenState::read(json::write(state_));
    if (!opened) return opened.refusal();
    const Value* theirs = invoice_.find("TotalAmt");
    const std::optional<Money> wanted = hundredths(theirs);
    const std::optional<Money>& total = (*opened)->totals().summary().total;
    const unsigned digits = (*opened)->document().minorDigits();
    const bool same =
        total && digits <= kQuickBooksDigits && wanted == toHundredths(*total, digits);
    if (!wanted || same) return Done{};
    const std::string ours = total ? formatMoney(*total, digits) : std::string("nothing");
    addNotice(notices_, "total-differs",
              "QuickBooks says " + theirs->text + ", the lines come to " + ours + ".");
    return Done{};
  }

  const Value& invoice_;
  const Mapping& mapping_;
  Value state_ = Value::object();
  Value rates_ = Value::array();
  Value lines_ = Value::array();
  Value adjustments_ = Value::array();
  Value notices_ = Value::array();
  bool negative_ = false;
};

}  // namespace

Result<ReadBack> readInvoice(const Value& invoice, const Mapping& mapping) {
  return InvoiceReader(invoice, mapping).read();
}

}  // namespace crossfoot::quickbooks
