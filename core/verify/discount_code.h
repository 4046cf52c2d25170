#pragma once

#include <string>
#include <string_view>

namespace crossfoot::verify {

/// What counts of a discount's code (DO-4.15): without the blanks around it, the letters a–z and
/// à–þ as capitals. Two codes are the same where these are; "" is no code.
///
/// `codeKey` of schema/buyer.mjs is the same for pages, where codes are keys of what they open.
std::string codeKey(std::string_view code);

}  // namespace crossfoot::verify
