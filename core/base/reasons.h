#pragma once

#include "base/reason.h"

/// Every reason that lasts until somebody does something about it, in one table: why a step, a
/// conversion or an edit is not possible, what cannot be taken back, and what a person should know
/// of what was made. Pages have the same ids in nine languages (web/src/sentences/reasons).
namespace crossfoot::reasons {

// Steps of the lifecycle.
inline constexpr Reason kPossibleWhile{
    "possibleWhile", "This is possible while the {kind} is {statuses}; it is {status}."};
inline constexpr Reason kNoSuchStep{"noSuchStep", "A {kind} has no step of this name."};
inline constexpr Reason kImmutable{"immutable",
                                   "This {kind} is {status} and can't be changed. {remains}"};
inline constexpr Reason kImmutableUnknown{"immutableUnknown",
                                          "This {kind} is {status} and can't be changed."};
inline constexpr Reason kOnlyBySteps{
    "onlyBySteps", "Only a step of the lifecycle changes this, and it is not undone."};
inline constexpr Reason kIrreversible{"irreversible", "This step can't be undone. {lasting}"};
inline constexpr Reason kNotPermitted{"notPermitted",
                                      "This page does not let you do that ({flag})."};

// What remains possible with a document that is final.
inline constexpr Reason kRemainsOpen{
    "remainsOpen", "Record payments and credits, send, copy the link, download, void or clone it."};
inline constexpr Reason kRemainsPaid{"remainsPaid", "Refund, credit, send, download or clone it."};
inline constexpr Reason kRemainsPublished{"remainsPublished",
                                          "Recall it to change it, or clone it."};
inline constexpr Reason kRemainsAccepted{"remainsAccepted", "Convert it, archive it, or clone it."};
inline constexpr Reason kRemainsClone{"remainsClone", "Clone it to go on with a copy."};
inline constexpr Reason kRemainsMemo{
    "remainsMemo", "Apply it to invoices, pay it out, send, download, void or clone it."};
inline constexpr Reason kRemainsApplied{
    "remainsApplied", "Apply or pay out what is left, send, download or clone it."};
inline constexpr Reason kRemainsLink{"remainsLink", "Deactivate it to change it, or clone it."};
inline constexpr Reason kRemainsCanceled{"remainsCanceled", "Export or delete it, or clone it."};

// What cannot be taken back.
inline constexpr Reason kLastingFinal{
    "lastingFinal",
    "Lines, prices, taxes and texts can no longer be changed, and the number is used up for good, "
    "also if the document is voided later."};
inline constexpr Reason kLastingVoid{
    "lastingVoid",
    "The document keeps its number and counts for nothing from now on; it can never be opened, "
    "paid or applied again."};
inline constexpr Reason kLastingAccepted{"lastingAccepted",
                                         "An accepted quote can no longer be recalled or changed."};
inline constexpr Reason kLastingArchived{"lastingArchived",
                                         "An archived quote can only be looked at and copied."};
inline constexpr Reason kLastingRecord{
    "lastingRecord",
    "Only this record is deleted: the money itself does not move, neither here nor at the "
    "processor."};
inline constexpr Reason kLastingRefund{"lastingRefund", "A recorded refund stays on the document."};
inline constexpr Reason kLastingCredit{"lastingCredit",
                                       "A credit stays applied; it cannot be taken back."};
inline constexpr Reason kLastingCancel{
    "lastingCancel",
    "After the end no payment falls due. A cancelled subscription cannot be started again; make a "
    "new one instead."};
inline constexpr Reason kLastingSeen{
    "lastingSeen",
    "Others may have seen it. Take the step that goes back instead, if there is one."};
inline constexpr Reason kLastingElsewhere{
    "lastingElsewhere", "Another document says so. Take it back there, where it is recorded."};
inline constexpr Reason kLastingDelete{"lastingDelete",
                                       "A deleted document is gone. Export it first to keep it."};

// Why a step is not possible in a status.
inline constexpr Reason kCreditInstead{
    "creditInstead",
    "It was paid in full or in part, so it can't be voided. Refund the money or credit the "
    "invoice instead."};
inline constexpr Reason kCreditedVoid{
    "creditedVoid",
    "A credit counts against it, so it can't be voided. Credit the rest of it instead."};
inline constexpr Reason kNotFinal{"notFinal", "It is still a draft. Finalise it first."};
inline constexpr Reason kVoided{"voided",
                                "It was voided and asks for nothing, so nothing can be paid."};
inline constexpr Reason kKeepRecord{
    "keepRecord",
    "A finalised document stays in the books. Void it instead where nothing was paid."};
inline constexpr Reason kCancelFirst{
    "cancelFirst",
    "Only a cancelled or expired subscription can be deleted. Cancel it, and export it first."};
inline constexpr Reason kDraftVoid{"draftVoid",
                                   "A draft has no number to keep. Delete it instead."};
inline constexpr Reason kVoidedRefund{"voidedRefund", "It was voided before anything was paid."};
inline constexpr Reason kPaidCredit{"paidCredit",
                                    "Nothing is left to pay. Refund a payment first."};
inline constexpr Reason kVoidedDelete{"voidedDelete",
                                      "A voided document stays in the books with its number."};
inline constexpr Reason kMemoApplied{"memoApplied",
                                     "It was applied to an invoice, so it can't be voided."};
inline constexpr Reason kMemoVoided{"memoVoided", "It was voided and has no credit to give."};
inline constexpr Reason kQuoteUnseen{"quoteUnseen",
                                     "The buyer has not seen it yet. Publish it first."};
inline constexpr Reason kPublishFirst{"publishFirst", "Publish it first."};
inline constexpr Reason kQuoteAccepted{"quoteAccepted",
                                       "It was accepted. Clone it to make another offer."};
inline constexpr Reason kQuoteExpired{"quoteExpired",
                                      "It has expired. Clone it to make a new offer."};
inline constexpr Reason kQuotePublished{"quotePublished",
                                        "The buyer may have it. Recall or archive it."};
inline constexpr Reason kLinkActive{"linkActive", "It can be paid right now. Deactivate it first."};

// What finalising, publishing and activating need.
inline constexpr Reason kErrors{"errors", "Mend the errors first: {codes}."};
inline constexpr Reason kNeedsLines{"needsLines", "Add at least one line first."};
inline constexpr Reason kNeedsContact{"needsContact", "Name at least one contact it goes to."};
inline constexpr Reason kTotalTooLarge{"totalTooLarge", "The total is too large to bill."};
inline constexpr Reason kNegativeTotal{
    "negativeTotal", "The total is below 0. Give it back with a credit memo of positive amounts."};
inline constexpr Reason kNeedsDueDate{"needsDueDate", "Give the day on which it is due."};
inline constexpr Reason kNeedsDueDays{"needsDueDays",
                                      "Say in how many days it is due, from 0 to 3650."};
inline constexpr Reason kNeedsNumber{"needsNumber",
                                     "Give the number that the numbering assigned, like INV-1001."};
inline constexpr Reason kNumberForm{
    "numberForm",
    "A number is a prefix of at most 8 characters without spaces, a dash and a counter: INV-1001."};
inline constexpr Reason kNumberKept{"numberKept",
                                    "This document already has the number {number}; it keeps it."};
inline constexpr Reason kOfferOver{"offerOver",
                                   "The offer was good until {day}. Clone it to make a new one."};
inline constexpr Reason kOfferGood{"offerGood", "The offer is good until {day}."};
inline constexpr Reason kNoLastDay{"noLastDay", "This quote has no last day."};
inline constexpr Reason kAmountsMoved{
    "amountsMoved", "The amounts are not those that were published. Recall and publish it again."};

// Money received and given back.
inline constexpr Reason kAmountForm{"amountForm", "Give the amount, like 10.00."};
inline constexpr Reason kMinorUnits{"minorUnits",
                                    "Money is paid in whole minor units of the currency."};
inline constexpr Reason kCreditedUnits{"creditedUnits",
                                       "Money is credited in whole minor units of the currency."};
inline constexpr Reason kAboveZero{"aboveZero", "The amount must be above 0."};
inline constexpr Reason kDayForm{"dayForm", "Give the day, like 2026-11-22."};
inline constexpr Reason kFeeForm{"feeForm", "Give the fee as an amount of 0 or more."};
inline constexpr Reason kRecordedBefore{"recordedBefore", "This payment was recorded already."};
inline constexpr Reason kRefundedBefore{"refundedBefore", "This refund was recorded already."};
inline constexpr Reason kPaidTwice{"paidTwice",
                                   "Nothing is left to pay. Refund it if it came twice."};
inline constexpr Reason kNothingToPay{"nothingToPay", "Nothing is left to pay."};
inline constexpr Reason kDebitPending{
    "debitPending", "A bank debit is under way. Wait until it succeeded or failed."};
inline constexpr Reason kNoPayment{"noPayment", "No payment is recorded."};
inline constexpr Reason kPaymentRefunded{"paymentRefunded",
                                         "A refund of this payment is recorded; it stays."};
inline constexpr Reason kNothingPaid{"nothingPaid", "Nothing was paid that could be given back."};
inline constexpr Reason kNamePayment{"namePayment", "Name a payment that succeeded."};
inline constexpr Reason kMostOfPayment{"mostOfPayment",
                                       "At most {amount} of this payment is left to give back."};
inline constexpr Reason kNothingToCredit{"nothingToCredit",
                                         "Nothing is left that a credit could count against."};
inline constexpr Reason kNameOther{"nameOther", "Name the other document."};
inline constexpr Reason kMostLeft{"mostLeft", "At most {amount} is left."};
inline constexpr Reason kMostOfInvoice{"mostOfInvoice", "At most {amount} of the invoice is left."};
inline constexpr Reason kCreditedInFull{"creditedInFull",
                                        "The invoice was credited in full already."};
inline constexpr Reason kAllPaid{"allPaid", "Every payment has been made."};
inline constexpr Reason kPeriodPaid{"periodPaid", "This payment was made already."};
inline constexpr Reason kPaysWhole{"paysWhole",
                                   "The payment due then comes to {amount}. Make an invoice of the "
                                   "period to record a part of it."};
inline constexpr Reason kNoSuchPayment{"noSuchPayment",
                                       "No payment of the subscription is due then."};

inline constexpr Reason kNothingToPayOut{"nothingToPayOut",
                                         "Nothing of the credit is left to pay out."};
inline constexpr Reason kOnceSent{"onceSent", "Record it once the money was sent."};

// Subscriptions.
inline constexpr Reason kCanceledAlready{
    "canceledAlready",
    "It was cancelled already, with effect from {day}; it can't be cancelled or changed again."};
inline constexpr Reason kLastPeriod{
    "lastPeriod",
    "No payment follows the running period, which ends on {day}: the new terms hold until then, "
    "and the bill of this change is all that is asked for."};
inline constexpr Reason kNothingToCome{
    "nothingToCome",
    "Its last period has ended on {day}; no payment is to come that could take new terms."};
inline constexpr Reason kPaidAhead{
    "paidAhead",
    "The payment of {day} is made or under way: a change can begin on that day at the earliest."};
inline constexpr Reason kEndsBefore{"endsBefore",
                                    "It was cancelled on {day}; nothing falls due after that."};
inline constexpr Reason kNothingDueOn{"nothingDueOn", "Nothing falls due on this day."};
inline constexpr Reason kDebitContinues{
    "debitContinues", "A bank debit under way is not stopped by the cancellation."};
inline constexpr Reason kPeriodNotPaid{"periodNotPaid",
                                       "The running period is not recorded as paid: its payment is "
                                       "still asked for at the terms before, "
                                       "and the bill of this change carries the difference."};

// Conversions.
inline constexpr Reason kCannotBecome{"cannotBecome",
                                      "A {kind} can't become a {to}. It can become a {targets}."};
inline constexpr Reason kCanOnlyBeCopied{
    "canOnlyBeCopied", "A {kind} can't become a {to}. It can become a copy of itself."};
inline constexpr Reason kBecomesWhile{"becomesWhile",
                                      "The {kind} must be {statuses} for that; it is {status}."};
inline constexpr Reason kPartOfInvoice{
    "partOfInvoice", "Only a credit memo made from an invoice is over part of the amount."};
inline constexpr Reason kNothingRecurs{"nothingRecurs",
                                       "No line recurs, so there is no subscription."};
inline constexpr Reason kTooManySubscriptions{
    "tooManySubscriptions",
    "These would be {count} subscriptions, too large to make at once. Convert fewer lines at a "
    "time, "
    "or shorten what each would carry, such as comments and pictures."};
inline constexpr Reason kOneTimeLeftOut{
    "oneTimeLeftOut", "This line does not recur, so it is not part of the subscription."};
inline constexpr Reason kSeveralSubscriptions{
    "severalSubscriptions",
    "Lines with different frequency, length or start are separate subscriptions: {count} "
    "documents."};
inline constexpr Reason kAllBilled{"allBilled", "All of it is billed already."};
inline constexpr Reason kBilledBySubscription{
    "billedBySubscription",
    "This line recurs: its subscription bills it, from the first payment on."};
inline constexpr Reason kBilledByInvoice{"billedByInvoice", "An invoice bills this line already."};
inline constexpr Reason kFirstPaymentBilled{
    "firstPaymentBilled",
    "The first payment of this line is billed by an invoice already; the subscription starts with "
    "the next one."};
inline constexpr Reason kSplitFirst{
    "splitFirst",
    "Its lines form several subscriptions, and a payment belongs to one. Make a document of its "
    "own for each first."};
inline constexpr Reason kOptionalLeftOut{"optionalLeftOut",
                                         "This optional line was not chosen and was left out."};
inline constexpr Reason kAdjustmentsLeftOut{
    "adjustmentsLeftOut",
    "This kind of document has no discounts, fees or taxes of the whole order; they were left "
    "out."};
inline constexpr Reason kPriceUnknown{"priceUnknown",
                                      "No price in {currency} is known; the number was kept."};

}  // namespace crossfoot::reasons
