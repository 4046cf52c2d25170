/** Free text under the name. */
import { always } from './column.ts';
import { textColumn } from './text-column.ts';

export const description = textColumn({
  id: 'description',
  label: 'column.description',
  group: 'item',
  field: 'description',
  shownFor: always,
});
