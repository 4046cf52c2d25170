#include "codec/read_head.h"

#include "codec/kept_amounts.h"
#include "json/value.h"

namespace crossfoot::codec {
namespace {

enum RateField {
  kId,
  kName,
  kPercent,
  kAmountPerUnit,
  kInclusive,
  kCompound,
  kActive,
  kReason,
  kCurrency
};
constexpr auto kFields =
    specsOf(members::kTaxRate, {"id", "name", "percent", "amountPerUnit", "inclusive", "compound",
                                "active", "exemptReason", "currency"});

bool readValue(const std::array<Field, kFields.size()>& fields, std::string_view currency,
               IssueSink& issues, TaxRate& rate) {
  if (fields[kPercent].given() == fields[kAmountPerUnit].given()) {
    issues.add(IssueCode::oneOf, "", "Give exactly one of percent and amountPerUnit.");
    return false;
  }
  rate.perUnit = fields[kAmountPerUnit].given();
  reportKept(fields[kAmountPerUnit], fields[kCurrency], currency, issues, "/amountPerUnit");
  return rate.perUnit ? readAmount(fields[kAmountPerUnit], true, issues, "/amountPerUnit",
                                   rate.amountPerUnit)
                      : readPercent(fields[kPercent], -100, 1000, issues, "/percent", rate.percent);
}

// Compound, negative and per-unit rates are always on top (PR-3.3).
bool readInclusive(const Field& field, const Policy& policy, IssueSink& issues, TaxRate& rate) {
  const bool negative = rate.percent.micros < 0 || rate.amountPerUnit.micros < 0;
  const bool onTop = rate.compound || rate.perUnit || negative;
  const bool asked = field.given() && field.truth();
  if (!onTop) {
    rate.inclusive = field.given() ? asked : policy.pricesIncludeTax;
    return true;
  }
  if (!asked) return true;
  if (rate.compound || !negative) {
    issues.add(IssueCode::taxInclusiveCompound, "/inclusive",
               "A compound or per-unit tax is always added on top. Remove inclusive.");
  } else {
    issues.add(IssueCode::taxInclusiveNegative, "/inclusive",
               "A negative tax is always taken off on top. Remove inclusive.");
  }
  return false;
}

}  // namespace

Percent hubspotDecimals(Percent percent) {
  const int64_t magnitude = percent.micros < 0 ? -percent.micros : percent.micros;
  int64_t hundredths = magnitude / 10'000;
  if (magnitude / 1'000 % 10 >= 6) ++hundredths;
  const int64_t micros = hundredths * 10'000;
  return {percent.micros < 0 ? -micros : micros};
}

void readTaxRates(std::string_view array, std::string_view currency, const Policy& policy,
                  std::vector<Issue>& issues, ShapeFault& fault, std::vector<TaxRate>& rates) {
  json::Scanner scanner(array);
  scanner.beginArray();
  for (size_t i = 0; scanner.element(); ++i) {
    const std::string path = json::elementPath("/taxRates", i);
    const Field element = readField(scanner);
    if (element.kind != json::Kind::object) {
      fault.set(path, element.raw.data(), "an object");
      return;
    }
    IssueSink sink(&issues, path, "");
    const auto fields = readFields(element.raw, kFields, path, fault, sink, "");
    TaxRate rate;
    if (fields[kId].given()) rate.id = fields[kId].text();
    if (!fields[kName].given() || fields[kName].raw.empty()) {
      sink.add(IssueCode::required, "/name", "Give the tax rate the name that is printed.");
    }
    rate.compound = fields[kCompound].truth();
    rate.usable = readValue(fields, currency, sink, rate);
    if (rate.usable) {
      rate.usable = readInclusive(fields[kInclusive], policy, sink, rate);
      if (policy.hubspotTaxDecimals) rate.percent = hubspotDecimals(rate.percent);
    }
    rates.push_back(std::move(rate));
  }
}

}  // namespace crossfoot::codec
