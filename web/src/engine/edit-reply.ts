/** What a keystroke is to the engine and what it answers, as engine.h has it. */

/** The field of a line that `DocumentSession.edit` changes: EditField of engine.h. */
export const EditField = {
  unitPrice: 0,
  quantity: 1,
  discountPercent: 2,
  discountAmount: 3,
  cost: 4,
} as const;
export type EditField = (typeof EditField)[keyof typeof EditField];

/** What `DocumentSession.edit` answers first, in this order: kEditReplyFields of engine.h. */
export const editReplyFields = [
  'line.list',
  'line.discount',
  'line.net',
  'line.orderDiscount',
  'line.tax',
  'line.taxIncluded',
  'line.total',
  'subtotal',
  'lineDiscounts',
  'discounts',
  'fees',
  'taxes',
  'lineTax',
  'lineTaxIncluded',
  'roundingDifference',
  'dueNow',
  'futureNet',
  'futureTax',
  'futurePayments',
  'total',
  'taxOnTop',
  'reach',
  'undo',
  'redo',
] as const;
