#pragma once

#include <string>

#include "view/priced_view.h"

namespace crossfoot::lifecycle {

/// Where a document stands: its `status`, or where it has none the first of its kind. That of a
/// subscription is worked out from its records for a day.
std::string statusOf(const view::Source& source, Date day);
/// The same without pricing: of a subscription only whether it is cancelled.
std::string storedStatus(const Document& document);

/// "credit memo", "payment link", …: a kind in a sentence.
std::string_view kindName(DocumentKind kind);
/// "partly paid", …: a status in a sentence.
std::string_view statusName(std::string_view status);

}  // namespace crossfoot::lifecycle
