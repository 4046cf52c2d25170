#pragma once

#include <string>
#include <string_view>

namespace crossfoot::quickbooks {

/// `{"code","meaning","remedy"}` of an error code of QuickBooks, or a refusal unknown-code.
std::string explainError(std::string_view code);

}  // namespace crossfoot::quickbooks
