/** List price less line discounts, plus surcharges: the column that adds up to the subtotal. */
import { amountColumn } from './amount-column.ts';
import { always } from './column.ts';

export const net = amountColumn({
  id: 'net',
  label: 'column.net',
  group: 'results',
  member: 'net',
  shownFor: always,
});
