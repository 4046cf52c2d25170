#pragma once

#include <string_view>

namespace crossfoot::codec {

/// The document's known member that is nearly written like this name (near_name.h), "" where it is
/// known itself or near none.
std::string_view nearDocumentMember(std::string_view name);

}  // namespace crossfoot::codec
