#include <initializer_list>

#include "codec/read_head.h"

namespace crossfoot::codec {
namespace {

enum PolicyField {
  kProfile,
  kDiscountRounding,
  kTaxRounding,
  kTaxBase,
  kTaxRateDecimals,
  kPricesIncludeTax,
  kDiscountStacking,
  kDiscountAllocation,
  kMetricFactors,
  kCashRounding,
  kAllowNegativePrices,
  kMinimumMarginPercent,
  kPolicyFieldCount,
};

constexpr std::array<FieldSpec, kPolicyFieldCount> kFields = {{
    {"profile", Shape::text},
    {"discountRounding", Shape::text},
    {"taxRounding", Shape::text},
    {"taxBase", Shape::text},
    {"taxRateDecimals", Shape::count},
    {"pricesIncludeTax", Shape::truth},
    {"discountStacking", Shape::text},
    {"discountAllocation", Shape::text},
    {"metricFactors", Shape::text},
    {"cashRounding", Shape::decimal},
    {"allowNegativePrices", Shape::truth},
    {"minimumMarginPercent", Shape::decimal},
}};

using Fields = std::array<Field, kPolicyFieldCount>;

// Whether a key with two values has the second one; anything else is an issue and leaves the
// default.
bool isSecond(const Fields& fields, PolicyField which, std::string_view first,
              std::string_view second, IssueSink& issues, bool byDefault) {
  if (!fields[which].given()) return byDefault;
  const std::string text = fields[which].text();
  if (text == first || text == second) return text == second;
  issues.add(IssueCode::unknownValue, "/" + std::string(kFields[which].name),
             "This is either " + std::string(first) + " or " + std::string(second) +
                 "; the default counts.");
  return byDefault;
}

template <class Choice>
void choose(const Fields& fields, PolicyField which, std::string_view first,
            std::string_view second, IssueSink& issues, Choice& choice) {
  const bool byDefault = choice == static_cast<Choice>(1);
  choice = static_cast<Choice>(isSecond(fields, which, first, second, issues, byDefault));
}

void readTaxRateDecimals(const Field& field, IssueSink& issues, Policy& policy) {
  if (!field.given()) return;
  DecimalText decimal;
  int64_t value = 0;
  if (parseDecimal(field.text(), decimal) && toWhole(decimal, 2, 2, value) == NumberProblem::none) {
    policy.hubspotTaxDecimals = true;
    return;
  }
  issues.add(IssueCode::unknownValue, "/taxRateDecimals",
             "This is 2 or absent; the default counts.");
}

void readCashRounding(const Field& field, unsigned minorDigits, IssueSink& issues, Policy& policy) {
  constexpr std::string_view kLimits =
      "Cash rounding is a positive multiple of the currency's minor unit; it is ignored.";
  if (!field.given()) return;
  DecimalText decimal;
  if (!readDecimal(field, issues, "/cashRounding", decimal)) return;
  InputAmount amount;
  const Int128 unit = powerOfTen(6 - minorDigits);
  const bool good = toAmount(decimal, false, amount) == NumberProblem::none && amount.micros > 0 &&
                    amount.micros % unit == 0 &&
                    MoneyLimit(minorDigits).holds({amount.micros / unit});
  if (good) {
    policy.cashRounding = Money{amount.micros / unit};
  } else {
    issues.add(IssueCode::outOfRange, "/cashRounding", kLimits);
  }
}

}  // namespace

Policy readPolicy(std::string_view object, unsigned minorDigits, IssueSink& issues,
                  ShapeFault& fault) {
  const auto fields = readFields(object, kFields, "/policy", fault, issues, "");
  Policy policy;
  bool hubspot = false;
  choose(fields, kProfile, "standard", "hubspot", issues, hubspot);
  if (hubspot) {
    policy.hubspotTaxDecimals = true;
    policy.metricFactors = MetricFactors::hubspot;
  }
  choose(fields, kDiscountRounding, "discount", "net", issues, policy.discountRounding);
  choose(fields, kTaxRounding, "line", "document", issues, policy.taxRounding);
  choose(fields, kTaxBase, "afterDiscounts", "beforeDiscounts", issues, policy.taxBase);
  readTaxRateDecimals(fields[kTaxRateDecimals], issues, policy);
  policy.pricesIncludeTax = fields[kPricesIncludeTax].truth();
  choose(fields, kDiscountStacking, "additive", "sequential", issues, policy.discountStacking);
  choose(fields, kDiscountAllocation, "oneTimeFirst", "proportional", issues,
         policy.discountAllocation);
  choose(fields, kMetricFactors, "exact", "hubspot", issues, policy.metricFactors);
  readCashRounding(fields[kCashRounding], minorDigits, issues, policy);
  policy.allowNegativePrices = fields[kAllowNegativePrices].truth();
  Percent minimum;
  if (fields[kMinimumMarginPercent].given() &&
      readPercent(fields[kMinimumMarginPercent], -1000, 1000, issues, "/minimumMarginPercent",
                  minimum)) {
    policy.minimumMarginPercent = minimum;
  }
  return policy;
}

}  // namespace crossfoot::codec
