/** Total contract value of the line. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const tcv = amountColumn({
  id: 'tcv',
  label: 'column.tcv',
  group: 'results',
  member: 'tcv',
  shownFor: never,
});
