#pragma once

#include <string>
#include <string_view>

#include "json/value.h"

namespace crossfoot::codec {

/// Tidy text is what the state is written as: known decimals as strings in shortest exact form, no
/// white space between tokens, everything else verbatim (ST-1.4). Text that is no decimal stays
/// as it was typed. The texts given must be well-formed JSON.

/// Appends a line's text in that form.
void tidyLine(std::string_view line, std::string& out);

/// Whether a member of the document, other than its lines, holds known decimals.
bool hasKnownDecimals(std::string_view member);

/// Appends the text of such a member in that form.
void tidyMember(std::string_view member, std::string_view text, std::string& out);

/// Brings the known decimals of a line's tree into that form.
void tidyLineValue(json::Value& line);

}  // namespace crossfoot::codec
