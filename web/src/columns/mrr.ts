/** Monthly recurring revenue of the line. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const mrr = amountColumn({
  id: 'mrr',
  label: 'column.mrr',
  group: 'results',
  member: 'mrr',
  shownFor: never,
});
