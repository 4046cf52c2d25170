#pragma once

#include <string_view>

namespace crossfoot::codec {

/// Whether the state has a member of this name in the document ("" as the list) or in the elements
/// of `lines`, `taxRates` or `adjustments`. Others are kept, and mean nothing to the core.
bool isKnownMember(std::string_view list, std::string_view name);

/// The document's known member that is nearly written like this name (near_name.h), "" where it is
/// known itself or near none.
std::string_view nearDocumentMember(std::string_view name);

}  // namespace crossfoot::codec
