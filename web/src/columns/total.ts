/** What one payment of the line costs, taxes on top included. */
import { amountColumn } from './amount-column.ts';

export const total = amountColumn({
  id: 'total',
  label: 'column.total',
  group: 'results',
  member: 'total',
  shownFor: (kind) => kind !== 'deal',
});
