#pragma once

#include <cstdint>
#include <optional>

#include "num/decimal.h"
#include "num/money.h"

namespace crossfoot {

enum class DiscountRounding : uint8_t { discount, net };
enum class TaxRounding : uint8_t { line, document };
enum class TaxBase : uint8_t { afterDiscounts, beforeDiscounts };
enum class DiscountStacking : uint8_t { additive, sequential };
enum class DiscountAllocation : uint8_t { oneTimeFirst, proportional };
enum class MetricFactors : uint8_t { exact, hubspot };

/// The choices a document makes where the field's practice differs (PR-8).
struct Policy {
  DiscountRounding discountRounding = DiscountRounding::discount;
  TaxRounding taxRounding = TaxRounding::line;
  TaxBase taxBase = TaxBase::afterDiscounts;
  DiscountStacking discountStacking = DiscountStacking::additive;
  DiscountAllocation discountAllocation = DiscountAllocation::oneTimeFirst;
  MetricFactors metricFactors = MetricFactors::exact;
  bool hubspotTaxDecimals = false;  ///< `taxRateDecimals: 2`
  bool pricesIncludeTax = false;    ///< for rates that don't say whether they are inclusive
  bool allowNegativePrices = false;
  std::optional<Money> cashRounding;            ///< step of the amount due now
  std::optional<Percent> minimumMarginPercent;  ///< below it a line is warned about
};

}  // namespace crossfoot
