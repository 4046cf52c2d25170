/** Margin as a share of what it is taken from. */
import { percentColumn } from './amount-column.ts';
import { never } from './column.ts';
export const marginPercent = percentColumn({
  id: 'marginPercent',
  label: 'column.marginPercent',
  group: 'results',
  member: 'marginPercent',
  shownFor: never,
});
