#pragma once

#include "lifecycle/transition.h"

namespace crossfoot::lifecycle {

/// Whether a document number is a prefix of 1 to 8 characters without blanks, "-", and a counter
/// of digits: INV-1001 (DO-4.1).
bool isDocumentNumber(std::string_view number);

/// The command brings the number, or the document kept one; it is never given twice.
Outcome checkNumber(const StepRequest& request);

}  // namespace crossfoot::lifecycle
