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
  return inputs;
}

// The units at the tier's price, and its flat fee once.
Inputs unitsAndFee(Inputs inputs, const Tier& tier, std::string_view name, Quantity units) {
  if (tier.hasUnitPrice) inputs.price("unitPrice", tier.unitPrice).as(Op::add);
  inputs.quantity(name, units);
  if (tier.hasUnitPrice) inputs.as(Op::multiply);
  if (tier.hasFlatFee) inputs.price("flatFee", tier.flatFee).as(Op::add);
  return inputs;
}

// One amount for the tier reached, whatever the quantity.
Inputs oneFee(Inputs inputs, const Tier& tier, Quantity quantity) {
  if (tier.hasUnitPrice) inputs.price("unitPrice", tier.unitPrice);
  if (tier.hasUnitPrice && !tier.hasFlatFee) inputs.as(Op::add);
  if (tier.hasFlatFee) inputs.price("flatFee", tier.flatFee).as(Op::add);
  return inputs.quantity("quantity", quantity);
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
      steps.exact("graduated-tier",
                  unitsAndFee(tierInputs(steps, tiers, at), tiers[at], "units", units), price);
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
                 .as(Op::add)
                 .quantity("freeUnits", model.freeUnits)
                 .as(Op::subtract)
                 .constant(Op::atLeast, "nothing", "0")
                 .quantity("size", model.packageSize)
                 .as(Op::divide),
             Rational(Int128{paid}, Int128{model.packageSize.micros}), std::to_string(packages));
  steps.amount("package-price",
               steps.inputs()
                   .price("price", model.packagePrice)
                   .as(Op::add)
                   .whole("packages", packages)
                   .as(Op::multiply),
               exact, list);
}

}  // namespace

void explainListPrice(Steps& steps, const TermsView& terms, Money list) {
  const Rational exact = exactListPrice(terms.unitPrice, terms.quantity, terms.model);
  if (terms.model == nullptr || terms.model->model == PricingModel::flat) {
    steps.amount("list-price",
                 steps.inputs()
                     .price("unitPrice", terms.unitPrice)
                     .as(Op::add)
                     .quantity("quantity", terms.quantity)
                     .as(Op::multiply),
                 exact, list);
    return;
  }
  if (terms.quantity.micros == 0) {
    steps.zero("quantity-zero", steps.inputs().quantity("quantity", terms.quantity));
    return;
  }
  switch (terms.model->model) {
    case PricingModel::flat: break;
    case PricingModel::volume: {
      const size_t at = tierOf(terms.model->tiers, terms.quantity);
      const Inputs tier = tierInputs(steps, terms.model->tiers, at);
      steps.amount("volume-tier",
                   unitsAndFee(tier, terms.model->tiers[at], "quantity", terms.quantity), exact,
                   list);
      break;
    }
    case PricingModel::stairstep: {
      const size_t at = tierOf(terms.model->tiers, terms.quantity);
      const Inputs tier = tierInputs(steps, terms.model->tiers, at);
      steps.amount("stairstep-tier", oneFee(tier, terms.model->tiers[at], terms.quantity), exact,
                   list);
      break;
    }
    case PricingModel::graduated: explainGraduated(steps, terms, exact, list); break;
    case PricingModel::package: explainPackages(steps, terms, exact, list); break;
  }
}

}  // namespace crossfoot::view
