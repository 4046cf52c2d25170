#pragma once

#include <memory>

#include "base/result.h"
#include "json/value.h"
#include "model/document.h"

namespace crossfoot::verify {

/// The refusal wrong-type for a place of the argument.
Refusal wrongType(std::string path, std::string message);

/// The argument's member `name`, which must be an object.
Result<const json::Value*> objectMember(const json::Value& argument, std::string_view name);

/// Opens the argument's `state`; a refusal's path begins with "/state".
Result<std::unique_ptr<Document>> openState(const json::Value& argument);

}  // namespace crossfoot::verify
