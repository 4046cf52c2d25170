/** Annual recurring revenue of the line. */
import { amountColumn } from './amount-column.ts';
import { never } from './column.ts';
export const arr = amountColumn({
  id: 'arr',
  label: 'column.arr',
  group: 'results',
  member: 'arr',
  shownFor: never,
});
