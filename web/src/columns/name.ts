/** The name of the product or service: the row's heading. */
import { always } from './column.ts';
import { textColumn } from './text-column.ts';

export const name = textColumn({
  id: 'name',
  label: 'column.name',
  group: 'item',
  field: 'name',
  shownFor: always,
});
