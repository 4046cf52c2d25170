#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot::quickbooks {

/// The adapter for QuickBooks Online's Invoice (DO-5), in three forms:
///
/// - `{state, mapping}` → `{"invoice":{…},"notices":[…]}`: a finalised invoice as QuickBooks
///   takes it and totals it to our cent, or a refusal beforehand with the reason;
/// - `{invoice, mapping}` → `{"state":{…},"notices":[…]}`: one read back, as a draft;
/// - `{explain: code}` → `{"code","meaning","remedy"}` of an error QuickBooks answered with.
///
/// The mapping is described at class Mapping. Numbers are written as exact decimal JSON numbers.
/// Refunds, deletions and processor fees do not travel. Refusals: not-finalised, has-errors,
/// unmapped, automated-sales-tax, tax-inclusive, not-expressible, too-large, totals-differ,
/// wrong-type, what a state is refused for.
std::string quickbooksReply(const json::Value& argument);

}  // namespace crossfoot::quickbooks
