#pragma once

#include <string>

#include "json/value.h"
#include "subscription/proration.h"
#include "view/priced_view.h"

namespace crossfoot::subscription {

/// The members of a document that a bill made from it starts with: parties, texts, policy and
/// rates; not its lines, adjustments, records or revision. `origin` names the document.
json::Value billHead(const view::Source& source, DocumentKind kind, Date date, std::string_view id);

/// Puts the terms of payment k into a line's own columns, and takes away what recurs and what a
/// buyer chooses: that is the subscription's.
void takeTerms(const LineItem& line, uint32_t k, json::Value& value);

/// The draft invoice of everything that falls due on a day, `wishes.date`: the lines at the terms
/// of that payment, each with the period it pays for. Its amounts equal the schedule's entry of
/// that day: taxes are rounded per line and no cash rounding applies, but at checkout, where the
/// document's own policy and adjustments count; there may be no line then, only a fee. `origin`
/// names the document and, as `due`, the payment; that of a line says as `frequency` how often what
/// it bills recurs, by which order discounts are shared as in the document (PR-5.2). A period that
/// the end cuts is billed less the days after it, as lines of their own (RE-6.18). Refused with
/// no-such-payment or subscription-canceled.
Result<json::Value> periodInvoice(const view::Source& source, const BillWishes& wishes);

}  // namespace crossfoot::subscription
