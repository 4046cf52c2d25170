/** The line's share of the order discounts. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const orderDiscount = amountColumn({
  id: 'orderDiscount',
  label: 'column.orderDiscount',
  group: 'results',
  member: 'orderDiscount',
  shownFor: never,
});
