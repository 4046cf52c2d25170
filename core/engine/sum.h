#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot {

/// Sums of amounts of one currency, for reports over many documents:
/// `{"currency":"USD","lists":[["1.00","-0.25"],[]]}` → `{"sums":["0.75","0.00"]}`. Exact.
/// Refused: unknown-currency, wrong-type, invalid-number (with the place), amount-overflow.
std::string sumReply(const json::Value& argument);

}  // namespace crossfoot
