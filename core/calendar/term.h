#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/frequency.h"

namespace crossfoot {

/// The number of payments in an ISO 8601 term: "P12W" weekly is 12, "P1Y6M" quarterly is 6.
///
/// Weekly and biweekly take only PnW, the other recurring frequencies only PnY, PnM and PnYnM, in
/// upper case and whole numbers. nullopt for any other text, when the term is not a whole number of
/// periods, when it holds none, when the number passes 32 bits, and for oneTime. How many payments
/// a line may have is the caller's rule.
std::optional<uint32_t> paymentsInTerm(std::string_view iso8601, Frequency frequency);

}  // namespace crossfoot
