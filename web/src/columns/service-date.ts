/** The day the service was given. */
import { formatNumericDate, parseDate } from '../date/dates.ts';
import { fieldText, never, type Column } from './column.ts';

export const serviceDate: Column = {
  id: 'serviceDate',
  label: 'column.serviceDate',
  group: 'item',
  control: 'date',
  align: 'start',
  field: 'serviceDate',
  shownFor: never,
  hasData: (line) => fieldText(line, 'serviceDate') !== '',
  show: (row, context) => formatNumericDate(fieldText(row.input, 'serviceDate'), context.locale),
  read: (text, _row, context) => {
    if (text.trim() === '') return { ok: true, changes: [{ path: 'serviceDate', value: null }] };
    const date = parseDate(text, context.locale, context.date);
    if (date !== null) return { ok: true, changes: [{ path: 'serviceDate', value: date }] };
    const example = formatNumericDate(context.date, context.locale);
    return {
      ok: false,
      message: context.translator.t('date.unclear', { text, example }),
      kept: [{ path: 'serviceDate', value: text.trim() }],
    };
  },
};
