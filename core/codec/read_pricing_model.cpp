#include "codec/read_pricing_model.h"

#include "json/value.h"

namespace crossfoot::codec {
namespace {

constexpr auto kFields = specsOf(members::kPricing);
constexpr auto kTierFields = specsOf(members::kTier);

constexpr std::array<std::string_view, 5> kModels = {"flat", "volume", "graduated", "stairstep",
                                                     "package"};

// What all parts of one `pricing` object are read with.
struct Context {
  bool allowNegative;
  IssueSink& issues;
  ShapeFault& fault;
  bool& tidy;
};

// An end below 0 is a matter of the tiers' order, like one of 0.
bool readEnd(const Field& field, const Context& context, const std::string& place, Quantity& upTo) {
  DecimalText decimal;
  if (!field.escaped && parseDecimal(field.raw, decimal) && decimal.negative) {
    upTo.micros = 0;
    return true;
  }
  return readQuantity(field, context.issues, place, upTo);
}

bool readTier(std::string_view object, size_t index, const Context& context, Tier& tier) {
  const std::string place = json::elementPath("/pricing/tiers", index);
  const auto fields = readFields(object, kTierFields, place, context.fault, context.issues, place);
  const auto& [upTo, unitPrice, flatFee] = fields;
  context.tidy =
      context.tidy && isTidyDecimal(upTo) && isTidyDecimal(unitPrice) && isTidyDecimal(flatFee);
  tier.last = !upTo.given();
  tier.hasUnitPrice = unitPrice.given();
  tier.hasFlatFee = flatFee.given();
  bool good = tier.last || readEnd(upTo, context, place + "/upTo", tier.upTo);
  if (unitPrice.given()) {
    good = readPrice(unitPrice, context.allowNegative, context.issues, place + "/unitPrice",
                     tier.unitPrice) &&
           good;
  }
  if (flatFee.given()) {
    good = readPrice(flatFee, context.allowNegative, context.issues, place + "/flatFee",
                     tier.flatFee) &&
           good;
  }
  return good;
}

// Strictly increasing, above 0, only the last open.
bool areOrdered(const std::vector<Tier>& tiers) {
  int64_t previous = 0;
  for (size_t i = 0; i < tiers.size(); ++i) {
    const bool shouldBeLast = i + 1 == tiers.size();
    if (tiers[i].last != shouldBeLast) return false;
    if (!shouldBeLast && tiers[i].upTo.micros <= previous) return false;
    previous = tiers[i].upTo.micros;
  }
  return !tiers.empty();
}

bool readTiers(const Field& tiers, const Context& context, ModelTerms& terms) {
  bool good = true;
  if (tiers.given()) {
    json::Scanner scanner(tiers.raw);
    scanner.beginArray();
    for (size_t i = 0; scanner.element(); ++i) {
      const Field field = readField(scanner);
      if (field.kind != json::Kind::object) {
        context.fault.set(json::elementPath("/pricing/tiers", i), field.raw.data(), "an object");
        return false;
      }
      Tier tier;
      good = readTier(field.raw, i, context, tier) && good;
      terms.tiers.push_back(tier);
    }
  }
  if (!good) return false;
  if (areOrdered(terms.tiers)) return true;
  context.issues.add(IssueCode::tiersInvalid, "/pricing/tiers",
                     "Tiers need ends (upTo) above 0 that rise from tier to tier; only the last "
                     "has none.");
  return false;
}

bool readPackage(const Field& size, const Field& price, const Field& freeUnits,
                 const Context& context, ModelTerms& terms) {
  IssueSink& issues = context.issues;
  bool good = true;
  if (!size.given()) {
    issues.add(IssueCode::required, "/pricing/size", "Say how many units a package holds.");
    good = false;
  } else if (!readQuantity(size, issues, "/pricing/size", terms.packageSize)) {
    good = false;
  } else if (terms.packageSize.micros == 0) {
    issues.add(IssueCode::outOfRange, "/pricing/size", "A package holds more than 0 units.");
    good = false;
  }
  if (!price.given()) {
    issues.add(IssueCode::required, "/pricing/price", "Say what a package costs.");
    good = false;
  } else {
    good = readPrice(price, context.allowNegative, issues, "/pricing/price", terms.packagePrice) &&
           good;
  }
  return (!freeUnits.given() ||
          readQuantity(freeUnits, issues, "/pricing/freeUnits", terms.freeUnits)) &&
         good;
}

}  // namespace

bool readPricingModel(std::string_view object, bool allowNegative, IssueSink& issues,
                      ShapeFault& fault, ModelTerms& terms, bool& tidy) {
  const auto fields = readFields(object, kFields, "/pricing", fault, issues, "/pricing");
  const auto& [model, tiers, size, price, freeUnits] = fields;
  tidy = tidy && isTidyDecimal(size) && isTidyDecimal(price) && isTidyDecimal(freeUnits);
  const Context context{allowNegative, issues, fault, tidy};
  const std::string name = model.given() ? model.text() : "flat";
  size_t known = 0;
  while (known < kModels.size() && kModels[known] != name) ++known;
  if (known == kModels.size()) {
    issues.add(IssueCode::unknownValue, "/pricing/model",
               "The model is flat, volume, graduated, stairstep or package.");
    return false;
  }
  terms.model = static_cast<PricingModel>(known);
  switch (terms.model) {
    case PricingModel::flat: return true;
    case PricingModel::volume:
    case PricingModel::graduated:
    case PricingModel::stairstep: return readTiers(tiers, context, terms);
    case PricingModel::package: return readPackage(size, price, freeUnits, context, terms);
  }
  return false;
}

}  // namespace crossfoot::codec
