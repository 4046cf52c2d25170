/** The stock-keeping unit, by which scanners and catalogues know the product. */
import { never } from './column.ts';
import { textColumn } from './text-column.ts';

export const sku = textColumn({
  id: 'sku',
  label: 'column.sku',
  group: 'item',
  field: 'sku',
  shownFor: never,
});
