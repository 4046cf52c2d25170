/** The tax rates of the line, chosen from those of the document. */
import { formatPercent, isPlainDecimal } from '../number/format.ts';
import type { JsonObject } from '../store/engine-port.ts';
import { fieldText, type Column, type ColumnContext } from './column.ts';

/** The rates a line names. */
export function lineRateIds(line: JsonObject): string[] {
  const ids = line['taxRateIds'];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Name and percentage of a rate, without saying the percentage twice. */
export function rateText(rate: JsonObject, context: ColumnContext): string {
  const name = fieldText(rate, 'name') || fieldText(rate, 'id');
  const percent = fieldText(rate, 'percent');
  if (!isPlainDecimal(percent) || /\d/.test(name)) return name;
  return `${name} ${formatPercent(percent, context.locale)}`;
}

export const taxes: Column = {
  id: 'taxes',
  label: 'column.taxes',
  group: 'price',
  control: 'taxes',
  align: 'start',
  field: 'taxRateIds',
  shownFor: (kind) => kind !== 'deal',
  hasData: (line) => lineRateIds(line).length > 0,
  show: (row, context) => {
    const texts = lineRates(row.input, context).map(({ id, rate }) =>
      rate ? rateText(rate, context) : id,
    );
    return texts.join(', ');
  },
};

function lineRates(
  line: JsonObject,
  context: ColumnContext,
): { id: string; rate: JsonObject | undefined }[] {
  return lineRateIds(line).map((id) => ({
    id,
    rate: context.taxRates.find((rate) => rate['id'] === id),
  }));
}

/** The rates in little room: one by its name, several by their percentages. */
export function shortRates(line: JsonObject, context: ColumnContext): string {
  const rates = lineRates(line, context);
  if (rates.length < 2) {
    return rates.map(({ id, rate }) => (rate ? rateText(rate, context) : id)).join('');
  }
  return rates
    .map(({ id, rate }) => {
      const percent = fieldText(rate ?? {}, 'percent');
      if (isPlainDecimal(percent)) return formatPercent(percent, context.locale);
      return fieldText(rate ?? {}, 'name') || id;
    })
    .join(' + ');
}
