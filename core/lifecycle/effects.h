#pragma once

#include "lifecycle/transition.h"

/// What the steps do besides moving to another status, as the table of transitions names them.
/// They run after their guard passed.
namespace crossfoot::lifecycle {

/// Number, digest, total and the revision of the rules: what a finalised document is checked by.
void stampFinal(const StepRequest& request, MemberEdits& edits);
/// The same with the due date and the status: an invoice of 0.00 is paid at once.
void finaliseInvoice(const StepRequest& request, MemberEdits& edits);
/// What was accepted: the digest and total with the buyer's choices.
void stampAccepted(const StepRequest& request, MemberEdits& edits);
/// Takes digest and total away again; the number stays with the document.
void clearStamp(const StepRequest& request, MemberEdits& edits);

void recordPayment(const StepRequest& request, MemberEdits& edits);
void removePayment(const StepRequest& request, MemberEdits& edits);
void recordRefund(const StepRequest& request, MemberEdits& edits);
void recordCredit(const StepRequest& request, MemberEdits& edits);

/// Sets `canceledOn`: the given day, or the end of the period it falls in.
void cancel(const StepRequest& request, MemberEdits& edits);
void recordBilling(const StepRequest& request, MemberEdits& edits);

}  // namespace crossfoot::lifecycle
