/** English: the core speaks it already, but for what it fills in. */
import type { FlagWords, Reasons } from '../refusals.ts';

export const reasons: Partial<Reasons> = {
  notPermitted: 'This page does not let you do that ({flag}).',
  errors: 'Mend the errors first.',
  offerOver: 'The offer was good until {day}. Clone it to make a new one.',
  offerGood: 'The offer is good until {day}.',
  mostOfPayment: 'At most {amount} of this payment is left to give back.',
  mostLeft: 'At most {amount} is left.',
  paysWhole:
    'The payment due then comes to {amount}. Make an invoice of the period to record a part of it.',
  mostOfInvoice: 'At most {amount} of the invoice is left.',
  canceledAlready:
    "It was cancelled already, with effect from {day}; it can't be cancelled or changed again.",
  lastPeriod:
    'No payment follows the running period, which ends on {day}: the new terms hold until then, and the bill of this change is all that is asked for.',
  nothingToCome:
    'Its last period has ended on {day}; no payment is to come that could take new terms.',
  endsBefore: 'It was cancelled on {day}; nothing falls due after that.',
};

/** What a page may let somebody do, by its capability. */
export const flags: FlagWords = {
  addLines: 'Add lines',
  addCustomLines: 'Add lines that are not in the library',
  removeLines: 'Remove lines',
  moveLines: 'Move lines',
  editDetails: 'Names and descriptions',
  editPrices: 'Prices',
  editQuantities: 'Quantities',
  editDiscounts: 'Discounts',
  editTaxes: 'Taxes',
  editBilling: 'Billing terms',
  editAdjustments: 'Order discounts, fees and taxes',
  editDocument: 'The document’s own fields',
};
