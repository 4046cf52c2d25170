/** What one unit costs the seller; never shown to a buyer. */
import { numberColumn } from './number-column.ts';
import { kindFacts } from '../store/kind-facts.ts';

export const cost = numberColumn({
  id: 'cost',
  label: 'column.cost',
  group: 'price',
  field: 'cost',
  digits: 12,
  example: '1234.5',
  money: true,
  shownFor: (kind) => kindFacts(kind).isInternal,
});
