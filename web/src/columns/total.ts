/** What one payment of the line costs: less its share of order discounts, plus taxes on top. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';

export const total = amountColumn({
  id: 'total',
  label: 'column.total',
  group: 'results',
  member: 'total',
  shownFor: never,
});
