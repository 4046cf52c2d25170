#pragma once

#include <string>

#include "model/document.h"

namespace crossfoot::merge {

/// The digest of a finalised document, "" while it can still be edited.
std::string finalDigest(const Document& document);

/// Whether two documents mean the same, their `rev` apart.
bool sameContent(const Document& a, const Document& b);

/// The state with sorted members and without `rev`.
std::string stateText(const Document& document);

}  // namespace crossfoot::merge
