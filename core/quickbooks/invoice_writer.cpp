#include "quickbooks/invoice_writer.h"

#include <array>

#include "base/result.h"
#include "lifecycle/document_status.h"
#include "quickbooks/sales_lines.h"
#include "view/open_state.h"

namespace crossfoot::quickbooks {
namespace {

using json::Value;

constexpr size_t kMaxNumber = 21;
constexpr size_t kMaxCustomFields = 3;
constexpr size_t kMaxCustomFieldText = 31;
constexpr size_t kMaxMemo = 1000;
constexpr size_t kMaxAddressLines = 5;

Value text(std::string_view value) { return Value::ofString(std::string(value)); }

class InvoiceWriter {
 public:
  InvoiceWriter(const view::Source& source, const Mapping& mapping)
      : source_(source), document_(source.document), mapping_(mapping) {}

  Result<Written> write() {
    if (auto outcome = checkDocument(); !outcome) return outcome.refusal();
    if (auto outcome = checkTaxes(); !outcome) return outcome.refusal();
    if (auto outcome = writeHead(); !outcome) return outcome.refusal();
    SalesLines lines(source_, mapping_, notices_);
    if (auto outcome = lines.build(); !outcome) return outcome.refusal();
    invoice_.set("Line", lines.take());
    if (auto outcome = writeTaxes(); !outcome) return outcome.refusal();
    if (auto outcome = checkTotal(lines.sum()); !outcome) return outcome.refusal();
    addNotice(notices_, "stays-here",
              "Refunds, deletions and processor fees do not travel to QuickBooks.");
    return Written{std::move(invoice_), std::move(notices_)};
  }

 private:
  std::string member(std::string_view name) const { return view::memberString(document_, name); }
  Money hundredths(Money amount) const { return toHundredths(amount, document_.minorDigits()); }

  Outcome checkDocument() const {
    const std::string status = lifecycle::storedStatus(document_);
    const bool final = status == "open" || status == "partlyPaid" || status == "paid";
    if (document_.head.kind != DocumentKind::invoice || !final) {
      return refuse("not-finalised", "/status",
                    "Only a finalised invoice goes to QuickBooks, no draft and no voided one.");
    }
    for (const Issue& issue : view::allIssues(source_)) {
      if (issueSeverity(issue.code) != Severity::error) continue;
      return refuse("has-errors", issue.path,
                    "Mend the error first: " + std::string(issueName(issue.code)) + ".");
    }
    if (document_.minorDigits() > kQuickBooksDigits) {
      return refuse("not-expressible", "/currency",
                    "QuickBooks counts in hundredths; this currency has a smaller unit.");
    }
    if (member("number").size() > kMaxNumber) {
      return refuse("too-large", "/number", "QuickBooks takes numbers of at most 21 characters.");
    }
    return Done{};
  }

  Outcome checkTaxes() const {
    const std::vector<RateTotal>& totals = source_.totals.rates();
    for (size_t i = 0; i < totals.size(); ++i) {
      if (totals[i].uses == 0) continue;
      const TaxRate& rate = document_.head.taxRates[i];
      const std::string path = "/taxRates/" + rate.id;
      if (mapping_.flag("automatedSalesTax")) {
        return refuse("automated-sales-tax", path,
                      "This company lets QuickBooks work out sales tax itself; it would replace "
                      "ours.");
      }
      if (rate.inclusive) {
        return refuse("tax-inclusive", path,
                      "The tax is inside the price; QuickBooks would take it out of every line "
                      "with its own rounding. Price without tax.");
      }
      if (rate.compound || totals[i].amount.isNegative()) {
        return refuse("not-expressible", path,
                      "QuickBooks has no taxes on taxes and none below 0. Send it as an item: make "
                      "it a one-time tax.");
      }
    }
    return Done{};
  }

  Outcome writeHead() {
    const std::string_view customer = mapping_.id("customer");
    if (customer.empty()) {
      return refuse("unmapped", "/mapping/customer", "Say which customer of QuickBooks this is.");
    }
    if (!mapping_.id("id").empty()) {
      // An update replaces what QuickBooks holds, and only the revision that was read.
      if (mapping_.id("syncToken").empty()) {
        return refuse("unmapped", "/mapping/syncToken",
                      "An update needs the SyncToken of the invoice as it was read.");
      }
      invoice_.set("Id", text(mapping_.id("id")));
      invoice_.set("SyncToken", text(mapping_.id("syncToken")));
      invoice_.set("sparse", Value::ofBoolean(false));
    }
    invoice_.set("DocNumber", text(member("number")));
    invoice_.set("TxnDate", view::dateValue(document_.head.date));
    if (!member("dueDate").empty()) invoice_.set("DueDate", text(member("dueDate")));
    invoice_.set("CurrencyRef", reference(document_.head.currency.name()));
    invoice_.set("CustomerRef", reference(customer));
    writeParties();
    writeTerms();
    return writeCustomFields();
  }

  void writeParties() {
    const Value contacts = view::memberList(document_, "contacts");
    if (!contacts.items.empty() && !contacts.items.front().textOf("email").empty()) {
      Value mail = Value::object();
      mail.set("Address", text(contacts.items.front().textOf("email")));
      invoice_.set("BillEmail", std::move(mail));
    }
    writeAddress("billingAddress", "BillAddr");
    writeAddress("shippingAddress", "ShipAddr");
    if (!member("comments").empty()) {
      Value memo = Value::object();
      memo.set("value", text(cut(member("comments"), kMaxMemo, notices_, "")));
      invoice_.set("CustomerMemo", std::move(memo));
    }
  }

  void writeAddress(std::string_view from, std::string_view to) {
    const Value address = view::memberValue(document_, from);
    if (!address.isObject() || address.members.empty()) return;
    Value result = Value::object();
    const Value* lines = address.find("lines");
    for (size_t i = 0; lines != nullptr && i < lines->items.size() && i < kMaxAddressLines; ++i) {
      result.set("Line" + std::to_string(i + 1), lines->items[i]);
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kParts = {{
        {"city", "City"},
        {"region", "CountrySubDivisionCode"},
        {"postalCode", "PostalCode"},
        {"country", "Country"},
    }};
    for (const auto& [ours, theirs] : kParts) {
      if (!address.textOf(ours).empty()) result.set(theirs, text(address.textOf(ours)));
    }
    invoice_.set(to, std::move(result));
  }

  void writeTerms() {
    const Value terms = view::memberValue(document_, "terms");
    const Value* days = terms.find("days");
    std::string key(terms.textOf("type"));
    if (key == "net" && days != nullptr) key += "-" + days->text;
    const std::string_view id = key.empty() ? key : mapping_.id("terms", key);
    if (!id.empty()) invoice_.set("SalesTermRef", reference(id));
  }

  Outcome writeCustomFields() {
    const Value* fields = mapping_.list("customFields");
    if (fields == nullptr) return Done{};
    if (fields->items.size() > kMaxCustomFields) {
      return refuse("too-large", "/mapping/customFields", "QuickBooks has three custom fields.");
    }
    Value list = Value::array();
    for (const Value& field : fields->items) {
      const std::string value = member(field.textOf("field"));
      if (value.empty()) continue;
      Value entry = Value::object();
      entry.set("DefinitionId", text(field.textOf("definitionId")));
      if (!field.textOf("name").empty()) entry.set("Name", text(field.textOf("name")));
      entry.set("Type", text("StringType"));
      entry.set("StringValue", text(cut(value, kMaxCustomFieldText, notices_, "")));
      list.items.push_back(std::move(entry));
    }
    if (!list.items.empty()) invoice_.set("CustomField", std::move(list));
    return Done{};
  }

  // Our taxes, rate by rate, in place of those that QuickBooks would work out.
  Outcome writeTaxes() {
    const std::vector<RateTotal>& totals = source_.totals.rates();
    Value taxLines = Value::array();
    for (size_t i = 0; i < totals.size(); ++i) {
      if (totals[i].uses == 0) continue;
      const TaxRate& rate = document_.head.taxRates[i];
      const std::string_view mapped = mapping_.id("taxRates", rate.id);
      if (mapped.empty()) {
        return refuse("unmapped", "/mapping/taxRates",
                      "QuickBooks needs a mapping for the tax rate " + rate.id + ".");
      }
      const Money amount = hundredths(totals[i].amount);
      const Money base = hundredths(rate.perUnit ? Money{} : totals[i].base);
      for (const Money each : {amount, base}) {
        if (auto outcome = mustHold(each, "/taxRates/" + rate.id); !outcome) return outcome;
      }
      Value detail = Value::object();
      detail.set("TaxRateRef", reference(mapped));
      detail.set("PercentBased", Value::ofBoolean(!rate.perUnit));
      if (!rate.perUnit) {
        const std::string percent = formatTrimmed(rate.percent.micros, 6, 0);
        detail.set("TaxPercent", Value::ofNumber(percent));
        detail.set("NetAmountTaxable", number(base));
      }
      Value line = Value::object();
      line.set("Amount", number(amount));
      line.set("DetailType", text("TaxLineDetail"));
      line.set("TaxLineDetail", std::move(detail));
      taxLines.items.push_back(std::move(line));
    }
    if (taxLines.items.empty()) return Done{};
    if (auto outcome = mustHold(lineTax(), "/summary/lineTax"); !outcome) return outcome;
    Value taxes = Value::object();
    taxes.set("TotalTax", number(lineTax()));
    taxes.set("TaxLine", std::move(taxLines));
    invoice_.set("TxnTaxDetail", std::move(taxes));
    invoice_.set("GlobalTaxCalculation", text("TaxExcluded"));
    const bool afterDiscounts = document_.head.policy.taxBase == TaxBase::afterDiscounts;
    invoice_.set("ApplyTaxAfterDiscount", Value::ofBoolean(afterDiscounts));
    return Done{};
  }

  Money lineTax() const { return hundredths(source_.totals.summary().lineTax.value_or(Money{})); }

  // The proof that QuickBooks comes to our cent: its sum of what goes out is our total.
  Outcome checkTotal(Money lines) const {
    const std::optional<Money>& total = source_.totals.summary().total;
    if (total && hundredths(*total) == lines + lineTax()) {
      return mustHold(hundredths(*total), "/summary/total");
    }
    return refuse("totals-differ", "/summary/total",
                  "QuickBooks would come to another total, so nothing was made.");
  }

  const view::Source& source_;
  const Document& document_;
  const Mapping& mapping_;
  Value invoice_ = Value::object();
  Value notices_ = Value::array();
};

}  // namespace

Result<Written> writeInvoice(const view::Source& source, const Mapping& mapping) {
  return InvoiceWriter(source, mapping).write();
}

}  // namespace crossfoot::quickbooks
