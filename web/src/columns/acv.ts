/** Annual contract value of the line. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const acv = amountColumn({
  id: 'acv',
  label: 'column.acv',
  group: 'results',
  member: 'acv',
  shownFor: never,
});
