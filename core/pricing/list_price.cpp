#include "pricing/list_price.h"

#include <algorithm>

namespace crossfoot {
namespace {

// All sums are held at 18 decimals: 12 of a price and 6 of a quantity.
constexpr unsigned kDecimals = 18;
constexpr int64_t kOneUnit = 1'000'000;

// 128 bits that remember whether they were left: enough for nearly every document.
struct Checked {
  Int128 value = 0;
  bool overflow = false;

  Checked() = default;
  Checked(Int128 v) : value(v) {}  // NOLINT(google-explicit-constructor)

  friend Checked operator+(Checked a, Checked b) {
    Checked sum;
    sum.overflow = __builtin_add_overflow(a.value, b.value, &sum.value);
    sum.overflow = sum.overflow || a.overflow || b.overflow;
    return sum;
  }
  friend Checked operator*(Checked a, Checked b) {
    Checked product;
    product.overflow = !multiplyChecked(a.value, b.value, product.value);
    product.overflow = product.overflow || a.overflow || b.overflow;
    return product;
  }
};

// price × quantity at 18 decimals.
template <class Number>
Number product(Price price, int64_t quantityMicros) {
  return Number(Int128{price.mantissa}) * Number(Int128{quantityMicros}) *
         Number(powerOfTen(12U - price.scale));
}

template <class Number>
Number graduated(const std::vector<Tier>& tiers, Quantity quantity) {
  Number sum(Int128{0});
  int64_t from = 0;
  for (const Tier& tier : tiers) {
    if (quantity.micros <= from) break;
    const int64_t to = tier.last ? quantity.micros : std::min(quantity.micros, tier.upTo.micros);
    sum =
        sum + product<Number>(tier.unitPrice, to - from) + product<Number>(tier.flatFee, kOneUnit);
    from = tier.upTo.micros;
    if (tier.last) break;
  }
  return sum;
}

template <class Number>
Number listAt18Decimals(Price unitPrice, Quantity quantity, const ModelTerms* model) {
  if (quantity.micros == 0) return Number(Int128{0});
  if (model == nullptr) return product<Number>(unitPrice, quantity.micros);
  switch (model->model) {
    case PricingModel::flat: return product<Number>(unitPrice, quantity.micros);
    case PricingModel::volume: {
      const Tier& tier = model->tiers[tierOf(model->tiers, quantity)];
      return product<Number>(tier.unitPrice, quantity.micros) +
             product<Number>(tier.flatFee, kOneUnit);
    }
    case PricingModel::graduated: return graduated<Number>(model->tiers, quantity);
    case PricingModel::stairstep: {
      const Tier& tier = model->tiers[tierOf(model->tiers, quantity)];
      return product<Number>(tier.hasFlatFee ? tier.flatFee : tier.unitPrice, kOneUnit);
    }
    case PricingModel::package:
      return product<Number>(model->packagePrice, kOneUnit) *
             Number(Int128{packagesOf(*model, quantity)});
  }
  return Number(Int128{0});
}

}  // namespace

size_t tierOf(const std::vector<Tier>& tiers, Quantity quantity) {
  size_t at = 0;
  while (!tiers[at].last && quantity.micros > tiers[at].upTo.micros) ++at;
  return at;
}

int64_t packagesOf(const ModelTerms& terms, Quantity quantity) {
  const int64_t paid = quantity.micros - terms.freeUnits.micros;
  if (paid <= 0) return 0;
  return (paid - 1) / terms.packageSize.micros + 1;
}

Rational exactListPrice(Price unitPrice, Quantity quantity, const ModelTerms* model) {
  const Checked narrow = listAt18Decimals<Checked>(unitPrice, quantity, model);
  if (!narrow.overflow) return {narrow.value, powerOfTen(kDecimals)};
  return {listAt18Decimals<BigInteger>(unitPrice, quantity, model),
          BigInteger::powerOfTen(kDecimals)};
}

bool listPrice(Price unitPrice, Quantity quantity, const ModelTerms* model, unsigned minorDigits,
               Money& list) {
  int64_t small = 0;
  if (model == nullptr && multiplySmall(unitPrice.mantissa, quantity.micros, small)) {
    list.minor = divideRounded64(small, powerOfTen64(unitPrice.scale + 6U - minorDigits));
    return true;
  }
  if (model == nullptr) {
    const Int128 exact = Int128{unitPrice.mantissa} * quantity.micros;
    list.minor = divideRounded(exact, powerOfTen(unitPrice.scale + 6U - minorDigits));
    return true;
  }
  const Checked narrow = listAt18Decimals<Checked>(unitPrice, quantity, model);
  if (!narrow.overflow) {
    list.minor = divideRounded(narrow.value, powerOfTen(kDecimals - minorDigits));
    return true;
  }
  const Rational exact =
      exactListPrice(unitPrice, quantity, model) * Rational(BigInteger::powerOfTen(minorDigits));
  return exact.rounded().toInt128(list.minor);
}

}  // namespace crossfoot
