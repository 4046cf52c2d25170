#pragma once

#include <string>
#include <string_view>

#include "codec/fields.h"
#include "model/document.h"

namespace crossfoot::codec {

/// Everything a line is decoded with: the document's head, where its issues go, and a wrong type,
/// whose path begins at the line.
struct LineContext {
  Document& document;
  IssueSink& issues;
  ShapeFault& fault;
};

/// Decodes a line from its JSON text, which must be well-formed and an object and outlive the
/// line. A missing id leaves `id` empty. Problems become issues; a wrong JSON type a fault.
LineItem readLine(std::string_view text, const LineContext& context);

/// Reads `billing` into the line: frequency, number of payments, first payment, phases
/// (RE-2.4). `base` is what phases take their missing fields from; `needsUnitPrice` says
/// whether the line's own unit price is needed at all. False on an error.
bool readBilling(std::string_view billing, const PriceTerms& base, const LineContext& context,
                 LineItem& line, bool& needsUnitPrice);

/// The set of tax rates for a `taxRateIds` array; reports unknown, repeated and too many ids.
/// False where there are too many: the line counts 0. `path` is put before that of a fault.
bool readTaxRateIds(const Field& ids, Document& document, IssueSink& issues, std::string_view path,
                    ShapeFault& fault, uint32_t& taxSet);

}  // namespace crossfoot::codec
