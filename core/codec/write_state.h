#pragma once

#include <string>

#include "model/document.h"

namespace crossfoot::codec {

/// The state as JSON text without white space: members and lines in their order, known decimals
/// as strings in shortest exact form, unknown members verbatim (ST-1.3, ST-1.4). With `withLines`
/// false the member `lines` is left out.
std::string writeState(const Document& document, bool withLines = true);

}  // namespace crossfoot::codec
