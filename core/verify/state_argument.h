#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"

namespace crossfoot::verify {

/// The refusal wrong-type for a place of the argument.
Refusal wrongType(std::string path, std::string message);

/// Opens a state's text; a refusal's path begins with "/state", as that of no text does.
Result<std::unique_ptr<Document>> openState(std::string_view stateText);

}  // namespace crossfoot::verify
