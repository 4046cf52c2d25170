#pragma once

#include "base/result.h"
#include "model/document.h"

namespace crossfoot::lifecycle {

/// When an invoice is due by its terms (DO-4.3): on receipt (the default) on its date, net
/// so many days after it, custom on the given `dueDate`, which also counts where no type is said.
/// None where the terms don't give one.
std::optional<Date> dueDateOf(const Document& document);

/// Refused with terms-invalid or due-date-required where there is none.
Outcome checkDueDate(const Document& document);

}  // namespace crossfoot::lifecycle
