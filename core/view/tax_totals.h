#pragma once

#include "view/priced_view.h"

namespace crossfoot::view {

/// The line taxes as a person reads them: `[{amount, base, id, name, percent}]`, one entry a rate.
/// The fixed amounts of a credit over part of an invoice, which stand for one rate each
/// (`origin.rateId`), are one entry together, under that rate's id, percent and bases. An amount
/// that has no value is null, and so is the base where an amount per unit has none.
void writeTaxTotals(ViewWriter& out, const Source& source);

}  // namespace crossfoot::view
