/** Price of one unit before discount; another pricing model takes its place. */
import type { JsonObject } from '../../../schema/contract.ts';
import { always, type Column, type ColumnContext } from './column.ts';
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

/** The model by which a line is priced, as people call it; '' for a price of each unit. */
function modelOf({ pricing }: JsonObject, { translator }: ColumnContext): string {
  const isModel = typeof pricing === 'object' && pricing !== null && !Array.isArray(pricing);
  const model = isModel ? pricing['model'] : undefined;
  if (typeof model !== 'string' || model === 'flat') return '';
  return translator.lookup(`pricing.short.${model}`, model);
}

export const unitPrice: Column = {
  ...flat,
  show: (row, context) => modelOf(row.input, context) || flat.show(row, context),
  isGiven: (row, context) => modelOf(row.input, context) !== '',
  read: (text, row, context) => {
    const model = modelOf(row.input, context);
    if (model === '') return flat.read?.(text, row, context) ?? { ok: true, changes: [] };
    if (text.trim() === model) return { ok: true, changes: [] };
    // A price beside a model counts for nothing: the tiers are not given up for it unasked.
    const place = context.translator.t('row.tiers');
    return {
      ok: false,
      message: context.translator.t('pricing.byModel', { model, place }),
      kept: [],
    };
  },
};
