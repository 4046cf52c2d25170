/** The day the term ends. */
import { resultDateColumn } from './amount-column.ts';
import { never } from './column.ts';
export const endDate = resultDateColumn({
  id: 'endDate',
  label: 'column.endDate',
  group: 'billing',
  member: 'endDate',
  shownFor: never,
});
