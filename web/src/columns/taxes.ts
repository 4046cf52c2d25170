/** The tax rates of the line, chosen from those of the document. */
import { formatPercent, isPlainDecimal } from '../number/format.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import { parseNumber } from '../number/parse.ts';
import { saysPercent } from '../number/said-percent.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { fieldText, type Column, type ColumnContext, type Reading } from './column.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** The rates a line names. */
export function lineRateIds(line: JsonObject): string[] {
  const ids = line['taxRateIds'];
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Name and percentage of a rate, without saying the percentage twice. */
export function rateText(rate: JsonObject, context: ColumnContext): string {
  const name = fieldText(rate, 'name') || context.translator.t('thing.taxRate');
  const percent = fieldText(rate, 'percent');
  if (!isPlainDecimal(percent) || saysPercent(name, percent)) return name;
  return `${name} ${formatPercent(percent, context.locale)}`;
}

/** Ids that were given by the editor: they say nothing to anybody. */
const GIVEN_ID = /^tr_[0-9a-f]{16}$/;

/** What is said of a rate that a line names and the document lacks: a pasted text, or an id. */
export function missingRateText(id: string, { translator }: ColumnContext): string {
  const name = GIVEN_ID.test(id) ? translator.t('thing.taxRate') : id;
  return translator.t('tax.missing', { name });
}

const plain = (text: string): string =>
  text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();

/** The rate that a name or a percentage means; undefined where none or several could be meant. */
function rateMeant(text: string, context: ColumnContext): JsonObject | undefined {
  const { taxRates, locale } = context;
  const wanted = plain(text);
  const named = taxRates.filter((rate) =>
    [fieldText(rate, 'name'), rateText(rate, context), fieldText(rate, 'id')].some(
      (name) => plain(name) === wanted,
    ),
  );
  const percent = parseNumber(wanted.replace(/[%٪]/gu, ''), locale);
  const same = (rate: JsonObject): boolean =>
    percent.ok && sameDecimal(fieldText(rate, 'percent'), percent.value);
  const found = named.length > 0 ? named : taxRates.filter(same);
  const offered = found.filter((rate) => rate['active'] !== false);
  const meant = offered.length > 0 ? offered : found;
  return meant.length === 1 ? meant[0] : undefined;
}

/** Percentages or names of rates, several with commas or plus signs between them. */
function readTaxes(text: string, context: ColumnContext): Reading {
  const ids = (texts: readonly string[]): string[] | null => {
    const rates = texts.map((each) => rateMeant(each, context));
    return rates.every((rate) => rate !== undefined)
      ? rates.map((rate) => fieldText(rate, 'id'))
      : null;
  };
  const found = ids([text]) ?? ids(text.split(/[+;]|,(?!\d)/));
  if (found) return { ok: true, changes: [{ path: 'taxRateIds', value: found }] };
  const none = plain(context.translator.t('tax.noneChosen'));
  const zero = parseNumber(text.replace(/[%٪]/gu, ''), context.locale);
  if (plain(text) === none || (zero.ok && sameDecimal(zero.value, '0'))) {
    return { ok: true, changes: [] };
  }
  return {
    ok: false,
    message: context.translator.t('tax.unknown', { text }),
    kept: [{ path: 'taxRateIds', value: [text] }],
  };
}

export const taxes: Column = {
  id: 'taxes',
  label: 'column.taxes',
  group: 'price',
  control: 'taxes',
  align: 'start',
  field: 'taxRateIds',
  shownFor: (kind) => !kindFacts(kind).isInternal,
  hasData: (line) => lineRateIds(line).length > 0,
  show: (row, context) => {
    const texts = lineRates(row.input, context).map(({ id, rate }) =>
      rate ? rateText(rate, context) : missingRateText(id, context),
    );
    return texts.join(', ');
  },
  readPasted: (text, _row, context) => readTaxes(text, context),
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
    return rates
      .map(({ id, rate }) => (rate ? rateText(rate, context) : missingRateText(id, context)))
      .join('');
  }
  return rates
    .map(({ id, rate }) => {
      if (!rate) return missingRateText(id, context);
      const percent = fieldText(rate, 'percent');
      return isPlainDecimal(percent)
        ? formatPercent(percent, context.locale)
        : rateText(rate, context);
    })
    .join(' + ');
}
