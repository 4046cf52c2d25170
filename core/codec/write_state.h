#pragma once

#include <string>
#include <string_view>

#include "json/value.h"
#include "model/document.h"

namespace crossfoot::codec {

/// The state as JSON text without white space: members and lines in their order, known decimals
/// as strings in shortest exact form, unknown members verbatim (state.md). With `withLines` false
/// the member `lines` is left out.
std::string writeState(const Document& document, bool withLines = true);

/// A line's text in that form.
std::string tidyLine(const LineItem& line);

/// Brings the known decimals of a line's tree into shortest form.
void tidyLineValue(json::Value& line);

}  // namespace crossfoot::codec
