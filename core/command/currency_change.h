#pragma once

#include <string_view>

#include "command/change.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot {

/// What a change of the document's currency does (DO-2.2): a line whose product has a price in the
/// new currency takes it; every other amount of lines, tax rates and adjustments keeps its number,
/// and the state says in which currency that number is (DO-2.4, the issue price-currency-unknown).
///
/// `prices` holds by line id or product id a unit price, or an object of `unitPrice`, `cost` and
/// `pricing`; null for none. Whether the currency exists is found out when the change is carried
/// out.
ChangeList currencyChanges(const Document& document, std::string_view currency,
                           const json::Value* prices);

}  // namespace crossfoot
