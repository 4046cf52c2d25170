/** Service or goods. */
import { fieldText, never, type Column } from './column.ts';

export const productType: Column = {
  id: 'productType',
  label: 'column.productType',
  group: 'item',
  control: 'choice',
  align: 'start',
  field: 'productType',
  shownFor: never,
  choices: [
    { value: '', label: 'choice.none' },
    { value: 'service', label: 'type.service' },
    { value: 'inventory', label: 'type.inventory' },
    { value: 'non_inventory', label: 'type.non_inventory' },
  ],
  hasData: (line) => fieldText(line, 'productType') !== '',
  show: (row) => fieldText(row.input, 'productType'),
  read: (text) => ({ ok: true, changes: [{ path: 'productType', value: text || null }] }),
};
