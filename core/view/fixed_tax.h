#pragma once

#include <string>
#include <string_view>

#include "view/priced_view.h"

namespace crossfoot::view {

/// A tax that a bill carries as the amount it came to, so that nothing is rounded a second time.
struct FixedTax {
  uint32_t rate = 0;  ///< index into the rates of the document that it was worked out in
  Money base;         ///< what it was taken of
  Money amount;
  bool lineIsNegative = false;  ///< amounts per unit take the sign of their line
};

/// The entry of the bill's `taxRates`: an amount per unit, for a line of quantity 1, that is not
/// offered for other lines. Its `origin`
/// {rateId, percent, base} says what it stands for, so that paper and tax reports find rate and
/// base; of a rate that is an amount per unit itself it has the id only. `rates` are the document's
/// `taxRates` as written.
json::Value fixedTaxRate(const Document& document, const json::Value& rates, std::string_view id,
                         const FixedTax& tax);

/// Puts the rates that the entries of a bill's `taxRates` are shares of behind these, as the bill
/// counts with them: on top of prices without tax. They are for lines that are changed or new.
void listRatesOfShares(const Document& document, const json::Value& rates, json::Value& taxRates);

}  // namespace crossfoot::view
