/** How many units; empty counts 1. */
import { always } from './column.ts';
import { numberColumn } from './number-column.ts';

export const quantity = numberColumn({
  id: 'quantity',
  label: 'column.quantity',
  group: 'price',
  field: 'quantity',
  digits: 6,
  example: '1234.5',
  otherwise: '1',
  shownFor: always,
});
