#pragma once

#include <memory>
#include <string>

#include "model/document.h"

namespace crossfoot::merge {

/// The currency that the merged document has: the one of the side that changed it; the base's where
/// both did, differently.
std::string mergedCurrency(const Document& base, const Document& mine, const Document& theirs);

/// The document with the currency of each amount beside it, where that is not the one given
/// (SY-4.8); null where it is the same document. Without this the amounts of a side that did not
/// follow a change of currency would take on the new one.
std::unique_ptr<Document> sayingCurrencies(const Document& document, const std::string& merged);

}  // namespace crossfoot::merge
