#pragma once

#include <string_view>

#include "base/result.h"
#include "model/document_kind.h"

namespace crossfoot::convert {

/// Whether a document of this kind and status may become another kind (DO-3.1): deal →
/// quote, invoice, payment link, subscription; published or accepted quote → invoice,
/// subscription; finalised invoice → credit memo; every kind a copy of itself.
Outcome mayConvert(DocumentKind from, std::string_view status, DocumentKind to);

}  // namespace crossfoot::convert
