#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot::subscription {

/// The account of a subscription (RE-6.15): `{state, made?}` →
/// `{"charged","drafts","left","received", "rows":[{charged, date, due?, id?, kind, number?,
/// received}]}`. `made` are the documents made of it and of those. A row is a finalised invoice
/// (`kind` "invoice": what it asks for, and what was paid on it less refunds), a credit memo
/// ("creditMemo": both amounts below 0), or a payment that was recorded without an invoice
/// ("payment"). Credits between these documents move nothing; what was settled with any other
/// counts as received. `left` = charged − received: still to pay, or, below 0, still to be given
/// back; `drafts` among `made` count for nothing yet. Rows come by date. Refused: what a state is
/// refused for, wrong-type.
std::string accountReply(const json::Value& argument);

}  // namespace crossfoot::subscription
