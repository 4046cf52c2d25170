#pragma once

#include <string_view>

#include "codec/fields.h"
#include "model/line_item.h"

namespace crossfoot::codec {

/// Reads `pricing` of a line (PR-6.1); false where it has an error.
bool readPricingModel(std::string_view object, bool allowNegative, IssueSink& issues,
                      ShapeFault& fault, ModelTerms& terms, bool& tidy);

}  // namespace crossfoot::codec
