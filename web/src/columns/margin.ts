/** Net without included taxes, less cost. */
import { amountColumn } from './amount-column.ts';
import { kindFacts } from '../store/kind-facts.ts';

export const margin = amountColumn({
  id: 'margin',
  label: 'column.margin',
  group: 'results',
  member: 'margin',
  shownFor: (kind) => kindFacts(kind).isInternal,
});
