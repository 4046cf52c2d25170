#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/value.h"

namespace crossfoot {

/// One stateless function of the engine: a JSON object's text in, a reply out.
struct FunctionRow {
  std::string_view name;
  std::string (*reply)(std::string_view argument);
};

/// A function that works on the parsed argument, as one that takes its text.
template <std::string (*function)(const json::Value& argument)>
std::string ofParsed(std::string_view argument) {
  auto value = json::parse(argument);
  return value ? function(*value) : toJson(value.refusal());
}

/// The functions that a page of a buyer does without (merge, verify, convert, sum, …); none in the
/// pricing core (engine/pricing_part.cpp).
std::span<const FunctionRow> documentFunctions();

/// What is said of a function that the core does not have.
Refusal unknownFunction();

}  // namespace crossfoot
