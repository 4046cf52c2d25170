#pragma once

#include <string>
#include <vector>

#include "core/support/random.h"
#include "json/value.h"

namespace crossfoot::testing {

/// Reads JSON text that is known to be good.
json::Value tree(std::string_view text);

/// The value a JSON Pointer names, null where there is none: a test then fails without a crash.
const json::Value& valueAt(const json::Value& root, std::string_view pointer);
/// Its text where it is a string or a number, "null" or another JSON text elsewhere.
std::string textAt(const json::Value& root, std::string_view pointer);

/// A state's text with sorted members: equal for states that differ in member order only.
std::string sortedText(const json::Value& value);

/// The ids of a list of the state, in order.
std::vector<std::string> idsOf(const json::Value& state, std::string_view list);

/// An item, section or note with a random price, discount, taxes and billing; its rates are among
/// `rateIds`.
json::Value randomLine(Random& random, const std::string& id,
                       const std::vector<std::string>& rateIds);
json::Value randomTaxRate(Random& random, const std::string& id);
json::Value randomAdjustment(Random& random, const std::string& id,
                             const std::vector<std::string>& rateIds);

/// A state of a random kind, currency and policy with so many lines, which opens and of which
/// most lines price.
json::Value randomState(Random& random, size_t lines);

/// A `policy` of some random keys.
json::Value randomPolicy(Random& random);

}  // namespace crossfoot::testing
