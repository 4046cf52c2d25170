/** What the line discount took off. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const discountAmount = amountColumn({
  id: 'discountAmount',
  label: 'column.discountAmount',
  group: 'results',
  member: 'discount',
  shownFor: never,
});
