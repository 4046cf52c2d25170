#pragma once

#include <string>

#include "json/value.h"
#include "view/priced_view.h"

namespace crossfoot::subscription {

/// The subscriptions of a document on a day, the reply of `{"get":"subscriptions","on":DATE}`:
/// `{"subscriptions":[{amount, arr, canceledOn?, end, frequency, left, lineIds, mrr, next, owed?,
/// paid, payments, reminder, start, status, terms: [{id, quantity, unitPrice}]}]}`. Without `on`
/// the last day that the document itself knows of. `amount` is what the next payment asks for;
/// `owed`, where an end is set, the first 200 `{amount, due}` that fall due before it and were
/// neither made nor are under way; `terms` are those in force on the day; `mrr` and `arr` are 0
/// where it does not run on the day. Refused: date-invalid.
std::string subscriptionsReply(const view::Source& source, const json::Value& request);

/// One period of a subscription: `{state, do, on, …}`; `on` is a day.
///
/// - `"do":"invoice"`: `{"state"}`, the draft invoice of everything that falls due on that day,
///   equal to the schedule's entry; `id` becomes its id.
/// - `"do":"cancel"`, `atPeriodEnd`: `{"state", "credit"?}`, the subscription with `canceledOn`;
///   cancelled now with a paid period, `credit` tells what the unused days were paid for.
/// - `"do":"change"`, `changes: {lineId: {unitPrice?, quantity?, discount?}}`: `{"state",
///   "credit", "charge", "notices", "total"}`, the subscription with the new terms, and what the
///   unused days of the running period cost at the old and the new ones. Refused with
///   no-such-payment where neither a day nor a payment is left that could take new terms.
///
/// `credit` and `charge` are `{days, of, from, until, lines: [{id, net, taxes: [{id, amount}],
/// total}], total}`; `document` beside them is the draft that bills them: a credit memo, or an
/// invoice where there is something to pay. `unusedText` and `remainingText` of the argument
/// describe its lines in the document's language (`BillWishes`). `made` is a list of the documents
/// made of the subscription before: a credit memo names those invoices whose payments it gives back
/// (`origin.corrects`). Refused: date-invalid,
/// no-such-payment, subscription-canceled, unknown-line, unknown-value, wrong-type, what a state is
/// refused for.
std::string periodReply(const json::Value& argument);

/// What the host may want to act on between two days, both included, at most ten years apart:
/// `{state, from, to}` → `{"events":[{date, type, …}]}` by date: payment-due, reminder (14 days
/// before a payment), payment-failed, expiring (14 days before the end), expired, cancelled, each
/// with its data.
std::string eventsReply(const json::Value& argument);

}  // namespace crossfoot::subscription
