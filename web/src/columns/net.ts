/** List price less line discounts, plus surcharges. */
import { amountColumn } from './amount-column.ts';

export const net = amountColumn({
  id: 'net',
  label: 'column.net',
  group: 'results',
  member: 'net',
  shownFor: (kind) => kind === 'deal',
});
