#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"

namespace crossfoot::testing {

/// The priced view of a state's text.
json::Value priced(std::string_view state);

/// A state of 2026-11-22 in USD with these lines (JSON objects; ids and names are given where
/// missing: "l0", "l1", …) and other members (`"policy":{…}` …; they may replace the currency or
/// the date).
std::string stateOf(const std::vector<std::string>& lines, const std::string& members = "");

/// The view of stateOf.
json::Value pricedOf(const std::vector<std::string>& lines, const std::string& members = "");

/// The codes of the view's issues, in order.
std::vector<std::string> issueCodes(const json::Value& view);

/// A printed amount in minor units: "10.11" → 1011.
int64_t minor(std::string_view amount);

}  // namespace crossfoot::testing
