/** A link to the product. */
import { never } from './column.ts';
import { textColumn } from './text-column.ts';

export const url = textColumn({
  id: 'url',
  label: 'column.url',
  group: 'item',
  field: 'url',
  shownFor: never,
});
