#include <algorithm>

#include "pricing/list_price.h"
#include "view/explain_payment.h"

namespace crossfoot::view {
namespace {

constexpr Quantity kOne{1'000'000};
constexpr size_t kMostTiers = 200;

// Where a tier begins and ends, and what it costs.
Inputs tierInputs(const Steps& steps, const std::vector<Tier>& tiers, size_t at) {
  const Tier& tier = tiers[at];
  Inputs inputs = steps.inputs()
                      .whole("tier", static_cast<int64_t>(at) + 1)
                      .quantity("above", at == 0 ? Quantity{} : tiers[at - 1].upTo);
  if (tier.last) {
    inputs.list("upTo", {});
  } else {
    inputs.quantity("upTo", tier.upTo);
  }
  if (tier.hasUnitPrice) inputs.price("unitPrice", tier.unitPrice);
  if (tier.hasFlatFee) inputs.price("flatFee", tier.flatFee);
  return inputs;
}

Rational tierPrice(const Tier& tier, Quantity units) {
  return exactListPrice(tier.unitPrice, units, nullptr) +
         exactListPrice(tier.flatFee, kOne, nullptr);
}

void explainGraduated(Steps& steps, const TermsView& terms, const Rational& exact, Money list) {
  const std::vector<Tier>& tiers = terms.model->tiers;
  const size_t last = tierOf(tiers, terms.quantity);
  Addends addends = steps.addends();
  for (size_t at = 0; at <= last; ++at) {
    const int64_t from = at == 0 ? 0 : tiers[at - 1].upTo.micros;
    const int64_t to = at == last ? terms.quantity.micros : tiers[at].upTo.micros;
    const Quantity units{to - from};
    const Rational price = tierPrice(tiers[at], units);
    if (at < kMostTiers) {
      steps.exact("graduated-tier", tierInputs(steps, tiers, at).quantity("units", units), price);
    }
    addends.addExact(price);
  }
  steps.amount("graduated-sum",
               steps.inputs().quantity("quantity", terms.quantity).addends(addends), exact, list);
}

void explainPackages(Steps& steps, const TermsView& terms, const Rational& exact, Money list) {
  const ModelTerms& model = *terms.model;
  const int64_t paid = std::max<int64_t>(0, terms.quantity.micros - model.freeUnits.micros);
  const int64_t packages = packagesOf(model, terms.quantity);
  steps.text("package-count",
             steps.inputs()
                 .quantity("quantity", terms.quantity)
                 .quantity("freeUnits", model.freeUnits)
                 .quantity("size", model.packageSize),
             Rational(Int128{paid}, Int128{model.packageSize.micros}), std::to_string(packages));
  steps.amount("package-price",
               steps.inputs().whole("packages", packages).price("price", model.packagePrice), exact,
               list);
}

}  // namespace

void explainListPrice(Steps& steps, const TermsView& terms, Money list) {
  const Rational exact = exactListPrice(terms.unitPrice, terms.quantity, terms.model);
  if (terms.model == nullptr || terms.model->model == PricingModel::flat) {
    steps.amount(
        "list-price",
        steps.inputs().price("unitPrice", terms.unitPrice).quantity("quantity", terms.quantity),
        exact, list);
    return;
  }
  if (terms.quantity.micros == 0) {
    steps.zero("quantity-zero", steps.inputs().quantity("quantity", terms.quantity));
    return;
  }
  const auto reached = [&](std::string_view rule) {
    const std::vector<Tier>& tiers = terms.model->tiers;
    steps.amount(rule,
                 tierInputs(steps, tiers, tierOf(tiers, terms.quantity))
                     .quantity("quantity", terms.quantity),
                 exact, list);
  };
  switch (terms.model->model) {
    case PricingModel::flat: break;
    case PricingModel::volume: reached("volume-tier"); break;
    case PricingModel::stairstep: reached("stairstep-tier"); break;
    case PricingModel::graduated: explainGraduated(steps, terms, exact, list); break;
    case PricingModel::package: explainPackages(steps, terms, exact, list); break;
  }
}

}  // namespace crossfoot::view
