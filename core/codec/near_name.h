#pragma once

#include <string_view>

namespace crossfoot::codec {

/// Whether a name is written nearly like a known one, so that this is probably meant: the same but
/// for capitals, `_` and `-` ("unit_price"), or one letter is missing, too many, another one or in
/// its neighbour's place ("discont"). Short names, those that begin with "x-" and those that
/// differ by a digit ("custom2") are names of their own.
bool isNearName(std::string_view name, std::string_view known);

}  // namespace crossfoot::codec
