#pragma once

#include <string>
#include <string_view>

#include "view/priced_view.h"

namespace crossfoot::view {

/// Why an amount of the view is what it is: `{path, value, steps: [{rule, inputs, exact,
/// rounded}]}` (ST-2.6). `path` is a JSON Pointer into the priced view; a path that
/// names no amount is refused with unknown-path. `exact` is a decimal or a fraction ("130/3").
std::string explainReply(const Source& source, std::string_view path);

}  // namespace crossfoot::view
