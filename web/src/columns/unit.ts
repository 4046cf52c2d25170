/** What one of the quantity is: hour, seat, kg. */
import { never } from './column.ts';
import { textColumn } from './text-column.ts';

export const unit = textColumn({
  id: 'unit',
  label: 'column.unit',
  group: 'item',
  field: 'unit',
  shownFor: never,
});
