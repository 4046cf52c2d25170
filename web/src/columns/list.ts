/** Price of the quantity before discounts. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const list = amountColumn({
  id: 'list',
  label: 'column.list',
  group: 'results',
  member: 'list',
  shownFor: never,
});
