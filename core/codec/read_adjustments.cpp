#include "codec/check_shapes.h"
#include "codec/kept_amounts.h"
#include "codec/read_head.h"
#include "codec/read_line.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

enum AdjustmentField {
  kId,
  kType,
  kName,
  kPercent,
  kAmount,
  kTaxable,
  kTaxRateIds,
  kCode,
  kCurrency
};
constexpr auto kFields = specsOf(
    members::kAdjustment,
    {"id", "type", "name", "percent", "amount", "taxable", "taxRateIds", "code", "currency"});
using Fields = std::array<Field, kFields.size()>;

class AdjustmentReader {
 public:
  AdjustmentReader(const Fields& fields, Document& document, IssueSink& issues, ShapeFault& fault,
                   std::string_view path)
      : fields_(fields), document_(document), issues_(issues), fault_(fault), path_(path) {}

  Adjustment read() {
    Adjustment adjustment;
    if (fields_[kId].given()) adjustment.id = fields_[kId].text();
    if (fields_[kType].given()) adjustment.typeName = fields_[kType].text();
    if (!fields_[kName].given() || fields_[kName].raw.empty()) {
      issues_.add(IssueCode::required, "/name", "Give it the name that is printed.");
    }
    if (!abilities(document_.head.kind).adjustments) {
      issues_.add(IssueCode::adjustmentNotAllowed, "",
                  "This kind of document has no order-level discounts, fees or taxes. Put the "
                  "discount on lines, or convert the document to a quote.");
      adjustment.counts = false;
      return adjustment;
    }
    const bool typed = readType(adjustment);
    const bool valued = typed && readValue(adjustment);
    const bool taxed = readTaxes(adjustment);
    adjustment.counts = typed && valued && taxed;
    return adjustment;
  }

 private:
  bool readType(Adjustment& adjustment) {
    const std::string& type = adjustment.typeName;
    if (type == "discount") {
      adjustment.type = AdjustmentType::discount;
    } else if (type == "fee") {
      adjustment.type = AdjustmentType::fee;
    } else if (type == "tax") {
      adjustment.type = AdjustmentType::tax;
    } else {
      issues_.add(fields_[kType].given() ? IssueCode::unknownValue : IssueCode::required, "/type",
                  "The type is discount, fee or tax.");
      return false;
    }
    return true;
  }

  bool readValue(Adjustment& adjustment) {
    if (fields_[kPercent].given() == fields_[kAmount].given()) {
      issues_.add(IssueCode::oneOf, "", "Give exactly one of percent and amount.");
      return false;
    }
    adjustment.isPercent = fields_[kPercent].given();
    const bool isTax = adjustment.type == AdjustmentType::tax;
    if (!adjustment.isPercent) {
      reportKept(fields_[kAmount], fields_[kCurrency], document_.head.currency.name(), issues_,
                 "/amount");
      return readAmount(fields_[kAmount], isTax, issues_, "/amount", adjustment.amount);
    }
    const int minimum = isTax ? -100 : 0;
    const int maximum = adjustment.type == AdjustmentType::discount ? 100 : 1000;
    return readPercent(fields_[kPercent], minimum, maximum, issues_, "/percent",
                       adjustment.percent);
  }

  bool readTaxes(Adjustment& adjustment) {
    const bool isFee = adjustment.type == AdjustmentType::fee;
    const bool isTax = adjustment.type == AdjustmentType::tax;
    adjustment.taxable = isFee && fields_[kTaxable].truth();
    if (isTax && fields_[kTaxRateIds].given()) {
      issues_.add(IssueCode::ignoredField, "/taxRateIds",
                  "A one-time tax carries no tax rates; they are ignored.");
      return true;
    }
    if (!isFee && fields_[kTaxable].given()) {
      issues_.add(IssueCode::ignoredField, "/taxable", "Only a fee is taxable; this is ignored.");
    }
    const bool good =
        readTaxRateIds(fields_[kTaxRateIds], document_, issues_, path_, fault_, adjustment.taxSet);
    adjustment.hasTaxRates = !document_.taxSet(adjustment.taxSet).ids.empty();
    if (isFee && adjustment.hasTaxRates && fields_[kTaxable].given()) {
      issues_.add(IssueCode::oneOf, "",
                  "Give a fee either taxable or taxRateIds: it is taxed once.");
      return false;
    }
    return good;
  }

  const Fields& fields_;
  Document& document_;
  IssueSink& issues_;
  ShapeFault& fault_;
  std::string_view path_;
};

// A one-time tax in percent follows the policy's decimals as line taxes do.
void applyTaxDecimals(const Policy& policy, Adjustment& adjustment) {
  if (policy.hubspotTaxDecimals && adjustment.type == AdjustmentType::tax) {
    adjustment.percent = hubspotDecimals(adjustment.percent);
  }
}

}  // namespace

void readAdjustments(std::string_view array, Document& document, std::vector<Issue>& issues,
                     ShapeFault& fault, std::vector<Adjustment>& adjustments) {
  json::Scanner scanner(array);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const std::string path = json::elementPath("/adjustments", i);
    const Field element = readField(scanner);
    if (element.kind != json::Kind::object) {
      fault.set(path, element.raw.data(), "an object");
      return;
    }
    IssueSink sink(&issues, path, "");
    const Fields fields = readFields(element.raw, kFields, path, fault, sink, "");
    checkIds(fields[kTaxRateIds], path + "/taxRateIds", fault);
    adjustments.push_back(AdjustmentReader(fields, document, sink, fault, path).read());
    applyTaxDecimals(document.head.policy, adjustments.back());
  }
}

}  // namespace crossfoot::codec
