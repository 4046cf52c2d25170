/** What the line costs the seller. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const totalCost = amountColumn({
  id: 'totalCost',
  label: 'column.totalCost',
  group: 'results',
  member: 'cost',
  shownFor: never,
});
