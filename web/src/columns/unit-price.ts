/** Price of one unit before discount; another pricing model takes its place. */
import { always, type Column } from './column.ts';
import { numberColumn } from './number-column.ts';

const flat = numberColumn({
  id: 'unitPrice',
  label: 'column.unitPrice',
  group: 'price',
  field: 'unitPrice',
  digits: 12,
  example: '1234.5',
  money: true,
  shownFor: always,
});

export const unitPrice: Column = {
  ...flat,
  show: (row, context) => {
    const pricing = row.input['pricing'];
    const model =
      typeof pricing === 'object' && pricing !== null && !Array.isArray(pricing)
        ? pricing['model']
        : undefined;
    return typeof model === 'string' && model !== 'flat'
      ? context.translator.lookup(`pricing.short.${model}`, model)
      : flat.show(row, context);
  },
};
