#pragma once

#include "model/document.h"

namespace crossfoot::codec {

/// The day from which on nothing of a cancelled subscription falls due (RE-6.10): its `canceledOn`.
std::optional<Date> endOf(const Document& document);

/// Takes away the payments of a line that fall due on a day or later, as a cancellation does; a
/// line without any left does not count. What stays has a fixed number of payments. The line is
/// priced.
void endBefore(Date day, LineItem& line);

}  // namespace crossfoot::codec
