#include "pricing/plain_line.h"

namespace crossfoot {
namespace {

// List prices below this many minor units leave every amount of the line below the limit of any
// currency: 10^15 ÷ (8 taxes of 1000 %).
constexpr int64_t kLargestList = 10'000'000'000'000;

}  // namespace

bool allowsPlain(const Policy& policy) {
  return policy.discountRounding == DiscountRounding::discount && !policy.minimumMarginPercent;
}

bool pricePlain(const LineItem& line, const TaxSet& set, const PricingContext& context,
                PlainLine& plain) {
  int64_t product = 0;
  if (!line.plain || !set.plain ||
      (line.hasCost && !multiplySmall(line.cost.mantissa, line.quantity.micros, product)) ||
      !multiplySmall(line.unitPrice.mantissa, line.quantity.micros, product)) {
    return false;
  }
  plain.list =
      divideRounded64(product, powerOfTen64(line.unitPrice.scale + 6U - context.minorDigits));
  if (plain.list > kLargestList || plain.list < -kLargestList) return false;
  plain.discount = 0;
  if (line.discountPercent.micros != 0) {
    if (!multiplySmall(plain.list, line.discountPercent.micros, product)) return false;
    plain.discount = divideRounded64(product, kWholePercent);
  }
  plain.net = plain.list - plain.discount;
  const std::vector<TaxRate>& rates = context.document.head.taxRates;
  for (size_t i = 0; i < set.rates.size(); ++i) {
    if (!multiplySmall(plain.net, rates[set.rates[i]].percent.micros, product)) return false;
    plain.taxes[i] = divideRounded64(product, kWholePercent);
  }
  return true;
}

}  // namespace crossfoot
