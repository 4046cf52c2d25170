/** Billing terms in a few words: `monthly × 12`. */
import { formatDate } from '../date/dates.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { fieldText, type Column, type ColumnContext, type Reading } from './column.ts';
import { FREQUENCIES } from './frequencies.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** The billing object of a line; empty where there is none. */
export function billingOf(line: JsonObject): JsonObject {
  const billing = line['billing'];
  return typeof billing === 'object' && billing !== null && !Array.isArray(billing) ? billing : {};
}

/** An ISO 8601 term in words: `P1Y` → `1 year`; other text as it is. */
export function termWords(term: string, language: string): string {
  const match = /^P(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,6})W)?$/.exec(term);
  if (!match || term === 'P') return term;
  const words = (['year', 'month', 'week'] as const).flatMap((unit, index) => {
    const count = match[index + 1];
    if (count === undefined) return [];
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    return [format.format(Number(count))];
  });
  return words.join(' ');
}

function terms(billing: JsonObject, context: ColumnContext): string {
  const { translator } = context;
  const name = fieldText(billing, 'frequency') || 'one_time';
  if (name === 'one_time') return translator.t('billing.once');
  const frequency = translator.lookup(`frequency.${name}`, name);
  const count = fieldText(billing, 'payments');
  const term = fieldText(billing, 'term');
  if (billing['phases'] !== undefined) return translator.t('billing.phased', { frequency });
  if (count !== '') return translator.t('billing.times', { frequency, count });
  if (term !== '') {
    return translator.t('billing.for', { frequency, term: termWords(term, translator.language) });
  }
  return frequency;
}

const plain = (text: string): string =>
  text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** Terms in the words that the cell itself shows; a start and phases are not read. */
function readBilling(text: string, context: ColumnContext): Reading {
  const wanted = plain(text);
  const says = (stored: JsonObject): boolean => plain(terms(stored, context)) === wanted;
  if ([plain(context.translator.t('billing.once')), 'one_time'].includes(wanted) || says({})) {
    return { ok: true, changes: [] };
  }
  const count = /\d+/.exec(wanted)?.[0];
  const lasting: JsonObject[] =
    count === undefined
      ? []
      : [
          { payments: Number(count) },
          ...['Y', 'M', 'W'].map((unit) => ({ term: `P${count}${unit}` })),
        ];
  const found = FREQUENCIES.flatMap((frequency): JsonObject[] =>
    [{}, ...lasting].map((each) => ({ frequency, ...each })),
  ).find(says);
  if (found) return { ok: true, changes: [{ path: 'billing', value: found }] };
  const message = context.translator.t('billing.unclear', { text });
  return { ok: false, message, kept: [] };
}

export const billing: Column = {
  id: 'billing',
  label: 'column.billing',
  group: 'billing',
  control: 'billing',
  align: 'start',
  field: 'billing',
  shownFor: (kind) => kindFacts(kind).recurs,
  hasData: (line) => line['billing'] !== undefined,
  readPasted: (text, _row, context) => readBilling(text, context),
  show: (row, context) => {
    const stored = billingOf(row.input);
    const text = terms(stored, context);
    const start = stored['start'];
    if (typeof start !== 'object' || start === null || Array.isArray(start)) return text;
    const date = fieldText(start, 'date');
    return date === ''
      ? context.translator.t('billing.later', { terms: text })
      : context.translator.t('billing.from', {
          terms: text,
          date: formatDate(date, context.locale),
        });
  },
};
