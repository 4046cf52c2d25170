#pragma once

#include "view/priced_view.h"

namespace crossfoot::view {

/// Two members, keys included. `taxes`: the line taxes as a person reads them, `[{amount, base, id,
/// included, name, percent}]`, one entry a rate; `included` says that the prices contain it.
/// `taxOnTop`: what the taxes add to the prices, the sum of those that are not included.
/// The fixed amounts of a credit over part of an invoice, which stand for one rate each
/// (`origin.rateId`), are one entry together, under that rate's id, percent and bases. An amount
/// that has no value is null, and so is the base where an amount per unit has none.
void writeTaxTotals(ViewWriter& out, const Source& source);

/// What the taxes add to the prices; none where it has no value.
std::optional<Money> taxOnTop(const Source& source);

}  // namespace crossfoot::view
