#pragma once

#include <string_view>
#include <vector>

#include "codec/fields.h"
#include "model/document.h"

namespace crossfoot::codec {

/// Reads `policy`; an unknown value is an issue and leaves the default (ST-4.2).
Policy readPolicy(std::string_view object, unsigned minorDigits, IssueSink& issues,
                  ShapeFault& fault);

/// HubSpot's two decimals of a tax percent: only the third is looked at, up from 6; the sign is
/// mirrored (PR-8.4): 9.995 → 9.99, 9.996 → 10.00.
Percent hubspotDecimals(Percent percent);

/// Reads `taxRates`. Rates with an error stay in the list and give 0. Missing ids stay "".
void readTaxRates(std::string_view array, std::string_view currency, const Policy& policy,
                  std::vector<Issue>& issues, ShapeFault& fault, std::vector<TaxRate>& rates);

/// Reads `adjustments`; the rates of the document must be in place. Missing ids stay "".
void readAdjustments(std::string_view array, Document& document, std::vector<Issue>& issues,
                     ShapeFault& fault, std::vector<Adjustment>& adjustments);

/// Checks the amounts of `payments`, `refunds` or `credits`; their sums are the balance's.
void readRecords(std::string_view array, std::string_view list, std::vector<Issue>& issues,
                 ShapeFault& fault);

/// Decodes everything but the lines from the document's members into `document.head`: used at
/// load and after an edit of a member. Missing ids of rates and adjustments are given and written
/// into their members. On a refusal the head is unusable.
Outcome readHead(Document& document);

/// Refuses a member whose JSON type is not the one it must have, after an edit of it.
Outcome checkMember(const Document& document, std::string_view name);

/// Decodes the adjustments alone, after an edit of them.
Outcome readAdjustmentsOf(Document& document);

}  // namespace crossfoot::codec
