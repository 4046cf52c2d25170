#pragma once

#include <string>

#include "json/value.h"

namespace crossfoot::convert {

/// Makes new documents out of one (DO-3.1): deal → quote, invoice, paymentLink,
/// subscription; quote → invoice, subscription (only published or accepted ones); invoice →
/// creditMemo; any kind → itself (a clone).
///
/// `{state, to, id?, newIds?}` → `{"states":[…],"notices":[{code, path, lineId, message}]}`.
/// `id` becomes the id of the first document; `newIds` are the ids of the new lines in order, else
/// they are li_1, li_2, …. `made` and `part` divide between invoice and subscription (division.h).
/// With `amount` the credit memo is over that part of the invoice (see partial_credit.h, also for
/// `creditMemos` and `roundingName`). Refused with conversion-not-allowed, wrong-type,
/// nothing-to-convert, duplicate-id, what partialCredit refuses, or what readState refuses.
std::string convertReply(const json::Value& argument);

}  // namespace crossfoot::convert
