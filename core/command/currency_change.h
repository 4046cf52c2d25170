#pragma once

#include <string_view>

#include "command/change.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot {

/// What a change of the document's currency does (DO-2.2): a line whose
/// product has a price in the new currency takes it; any other keeps its number, and its
/// `priceCurrency` says in which currency that number is (the issue price-currency-unknown).
///
/// `prices` holds by line id or product id a unit price, or an object of `unitPrice`, `cost` and
/// `pricing`; null for none. Whether the currency exists is found out when the change is carried
/// out.
ChangeList currencyChanges(const Document& document, std::string_view currency,
                           const json::Value* prices);

/// Takes `priceCurrency` out of a line whose price was set anew; false where it had none.
bool settlePriceCurrency(json::Value& line);

}  // namespace crossfoot
