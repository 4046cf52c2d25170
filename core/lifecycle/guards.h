#pragma once

#include "lifecycle/transition.h"

/// The conditions of the steps, as the table of transitions names them. Each refuses with a code
/// and a message that says what would mend it. Where a step is only asked about
/// (StepRequest::asking), what the command would bring is taken as good.
namespace crossfoot::lifecycle {

/// No issue of severity error, at least one line, a number (given, or kept from an earlier time).
Outcome mayPublish(const StepRequest& request);
/// The same, ≥ 1 contact, a due date that can be worked out, a total not below 0.
Outcome mayFinaliseInvoice(const StepRequest& request);
/// As mayPublish, with a total not below 0: the kind gives the sign.
Outcome mayFinaliseMemo(const StepRequest& request);
/// No issue of severity error and at least one line.
Outcome mayActivate(const StepRequest& request);

/// Not after `expiresOn`; the amounts are those of the published offer, except where it lets the
/// buyer choose.
Outcome mayAccept(const StepRequest& request);
/// After `expiresOn`.
Outcome hasExpired(const StepRequest& request);

/// Nothing paid and no bank debit under way.
Outcome mayVoidInvoice(const StepRequest& request);
/// `payment` can be recorded: id, amount above 0, date, status; an id may come again to settle a
/// pending one.
Outcome mayPay(const StepRequest& request);
/// `payment` is money that was sent for a credit memo: not more than its credit left.
Outcome mayPayOut(const StepRequest& request);
/// Settles a pending payment, or is money beyond what was asked for, which the command has to say
/// (`surplus`): said by nobody it is the same payment once more.
Outcome maySettleOrOverpay(const StepRequest& request);
/// The payment `id` exists and no refund refers to it.
Outcome mayRemovePayment(const StepRequest& request);
/// `refund` names a succeeded payment and is not more than what is left of it, nor with a credit
/// memo than what is left to credit.
Outcome mayRefund(const StepRequest& request);
/// `credit` is not more than what is still to pay (invoice) or left to give (credit memo).
Outcome mayCredit(const StepRequest& request);

/// `on` is a date and no end is set yet.
Outcome mayCancel(const StepRequest& request);
/// `payment` names a due date of the subscription that is not yet paid.
Outcome mayRecordBilling(const StepRequest& request);

}  // namespace crossfoot::lifecycle
