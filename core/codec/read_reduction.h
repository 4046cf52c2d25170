#pragma once

#include <string_view>
#include <vector>

#include "codec/fields.h"
#include "model/line_item.h"

namespace crossfoot::codec {

/// Which of the two a reduction is: their limits differ (PR-1.3).
enum class ReductionKind : uint8_t { discount, charge };

/// Reads one discount or charge object; false where it has an error. `suffix` is its place in the
/// line, for issues and faults; `currency` is the document's.
bool readReduction(std::string_view object, ReductionKind kind, std::string_view currency,
                   IssueSink& issues, std::string_view suffix, ShapeFault& fault,
                   Reduction& reduction, bool& tidy);

/// Reads a list of them; false where any has an error.
bool readReductions(std::string_view array, ReductionKind kind, std::string_view currency,
                    IssueSink& issues, std::string_view suffix, ShapeFault& fault,
                    std::vector<Reduction>& reductions, bool& tidy);

}  // namespace crossfoot::codec
