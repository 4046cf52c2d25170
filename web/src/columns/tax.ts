/** All taxes of the line. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const tax = amountColumn({
  id: 'tax',
  label: 'column.tax',
  group: 'results',
  member: 'tax',
  shownFor: never,
});
