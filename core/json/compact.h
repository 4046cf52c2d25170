#pragma once

#include <string>
#include <string_view>

namespace crossfoot::json {

/// The JSON text without the white space between its tokens; everything else verbatim. The text
/// must be well-formed. No tree is built, so it costs no more memory than the text.
std::string compact(std::string_view text);

}  // namespace crossfoot::json
