#include <initializer_list>

#include "codec/read_head.h"

namespace crossfoot::codec {
namespace {

constexpr auto kFields = specsOf(members::kPolicy);

// A member of a policy by its name: one that the dictionary does not have ends the build.
struct Key {
  consteval Key(const char* key) : name(key), place(members::placeOf(members::kPolicy, key)) {}

  std::string_view name;
  size_t place;
};

class PolicyFields {
 public:
  PolicyFields(std::string_view object, ShapeFault& fault, IssueSink& issues)
      : fields_(readFields(object, kFields, "/policy", fault, issues, "")) {}

  const Field& operator[](const Key& key) const { return fields_[key.place]; }

 private:
  std::array<Field, kFields.size()> fields_;
};

// Whether a key with two values has the second one; anything else is an issue and leaves the
// default.
bool isSecond(const PolicyFields& fields, const Key& which, std::string_view first,
              std::string_view second, IssueSink& issues, bool byDefault) {
  if (!fields[which].given()) return byDefault;
  const std::string text = fields[which].text();
  if (text == first || text == second) return text == second;
  issues.add(IssueCode::unknownValue, "/" + std::string(which.name),
             "This is either " + std::string(first) + " or " + std::string(second) +
                 "; the default counts.");
  return byDefault;
}

template <class Choice>
void choose(const PolicyFields& fields, const Key& which, std::string_view first,
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
  const PolicyFields fields(object, fault, issues);
  Policy policy;
  bool hubspot = false;
  choose(fields, "profile", "standard", "hubspot", issues, hubspot);
  if (hubspot) {
    policy.hubspotTaxDecimals = true;
    policy.metricFactors = MetricFactors::hubspot;
  }
  choose(fields, "discountRounding", "discount", "net", issues, policy.discountRounding);
  choose(fields, "taxRounding", "line", "document", issues, policy.taxRounding);
  choose(fields, "taxBase", "afterDiscounts", "beforeDiscounts", issues, policy.taxBase);
  readTaxRateDecimals(fields["taxRateDecimals"], issues, policy);
  policy.pricesIncludeTax = fields["pricesIncludeTax"].truth();
  choose(fields, "discountStacking", "additive", "sequential", issues, policy.discountStacking);
  choose(fields, "discountAllocation", "oneTimeFirst", "proportional", issues,
         policy.discountAllocation);
  choose(fields, "metricFactors", "exact", "hubspot", issues, policy.metricFactors);
  readCashRounding(fields["cashRounding"], minorDigits, issues, policy);
  policy.allowNegativePrices = fields["allowNegativePrices"].truth();
  Percent minimum;
  if (fields["minimumMarginPercent"].given() &&
      readPercent(fields["minimumMarginPercent"], -1000, 1000, issues, "/minimumMarginPercent",
                  minimum)) {
    policy.minimumMarginPercent = minimum;
  }
  return policy;
}

}  // namespace crossfoot::codec
