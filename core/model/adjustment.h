#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "num/decimal.h"

namespace crossfoot {

enum class AdjustmentType : uint8_t { discount, fee, tax };

/// A one-time, order-level discount, fee or tax (PR-4.1). It applies to what is due now.
struct Adjustment {
  std::string id;
  AdjustmentType type = AdjustmentType::discount;
  std::string typeName;  ///< as written, also where it is unknown
  bool counts = true;    ///< false: it has an error or its kind of document has none
  bool isPercent = false;
  Percent percent;
  InputAmount amount;
  bool taxable = false;      ///< fee: in the base of one-time taxes
  bool hasTaxRates = false;  ///< carries `taxRateIds`
  uint32_t taxSet = 0;       ///< those rates
};

}  // namespace crossfoot
