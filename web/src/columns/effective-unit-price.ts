/** Net price of one unit. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const effectiveUnitPrice = amountColumn({
  id: 'effectiveUnitPrice',
  label: 'column.effectiveUnitPrice',
  group: 'results',
  member: 'effectiveUnitPrice',
  shownFor: never,
});
