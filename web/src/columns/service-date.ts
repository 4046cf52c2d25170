/** The day the service was given. */
import { formatNumericDate, otherDate, parseDate } from '../date/dates.ts';
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
    const kept = [{ path: 'serviceDate', value: text.trim() }];
    const { locale, translator } = context;
    const other = otherDate(text);
    if (other !== null) {
      const suggestion = formatNumericDate(other, locale);
      return {
        ok: false,
        message: translator.t('date.suggestion', { text, suggestion }),
        kept,
        suggestion,
      };
    }
    const example = formatNumericDate(context.date, locale);
    return { ok: false, message: translator.t('date.unclear', { text, example }), kept };
  },
};
