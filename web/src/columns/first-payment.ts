/** The day of the first payment. */
import { resultDateColumn } from './amount-column.ts';
import { never } from './column.ts';
export const firstPayment = resultDateColumn({
  id: 'firstPayment',
  label: 'column.firstPayment',
  group: 'billing',
  member: 'firstPayment',
  shownFor: never,
});
