/** What pasted rows mean: which lines they make, and what is wrong with them. */
import type { Column, ColumnContext, FieldChange, Reading } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { readDiscount, type DiscountMode } from '../columns/discount.ts';
import { isFormula } from '../number/formula.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { formatDecimal } from '../number/format.ts';
import type { JsonObject, Row } from '../store/engine-port.ts';
import { numberIn, plainAmount } from './pasted-amount.ts';
import type { Mapping } from './pasted-columns.ts';
import { OWN_COLUMNS, ownLine, saysTheSame, type OwnColumn } from './own-export.ts';
import { COMPARED } from './pasted-headings.ts';
import { setIn } from './set-in.ts';

/** One pasted row: the line it makes, and what is wrong with it. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly line: JsonObject;
  readonly problems: readonly string[];
  /** The sign of another currency that one of its amounts carries; '' where none does. */
  readonly otherSign: string;
  /** The amount that the list gives for the row; null where it gives none. */
  readonly listed: string | null;
}

export interface PasteReading {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  readonly context: ColumnContext;
  /** True where amounts of another currency are meant to be of the document's, as somebody said. */
  readonly anyCurrency?: boolean;
  /** How the numbers of a column are written, by its place, where that is not the context's way. */
  readonly locales?: readonly (string | null)[];
  /** The place of a column that says each row's currency; −1 where there is none. */
  readonly currencyAt?: number;
  /** What a discount without a sign is; percent unless it is said. */
  readonly discountMode?: DiscountMode;
}

type Cell = { readonly column: Column; readonly text: string; readonly row: Row };

/** Reads one cell. Spreadsheets paste values: only `=` begins a formula, `10-20` is none. */
function readCell({ column, text, row }: Cell, reading: PasteReading): Reading {
  const { context, discountMode = 'percent' } = reading;
  if (column.control !== 'number') {
    return (column.read ?? column.readPasted)?.(text, row, context) ?? { ok: true, changes: [] };
  }
  if (isFormula(text) && !text.startsWith('=')) {
    const example = formatDecimal('1234.5', context.locale);
    const message = context.translator.t('number.unclear', { text, example });
    const value = column.id === 'discount' ? { percent: text } : text;
    return { ok: false, message, kept: [{ path: column.field ?? column.id, value }] };
  }
  if (column.id === 'discount') return readDiscount(text, discountMode, context);
  return column.read?.(text, row, context) ?? { ok: true, changes: [] };
}

/** What an item of a list cannot be without. */
function missing(line: JsonObject, { columns, context }: PasteReading): string[] {
  return ['name', 'unitPrice'].flatMap((field) => {
    const column = columns.find(({ id }) => id === field);
    if (!column || line[field] !== undefined || line['type'] !== 'item') return [];
    if (field === 'unitPrice' && line['pricing'] !== undefined) return [];
    const { translator } = context;
    return [translator.t('issue.required', { field: columnLabel(column, translator) })];
  });
}

/** Reads one row of cells into a new line. */
export function readPastedRow(
  cells: readonly string[],
  reading: PasteReading,
  id: string,
  number: number,
): PastedRow {
  const { mapping, columns, context, anyCurrency = false } = reading;
  const own = (column: OwnColumn): string => cells[mapping.indexOf(column)] ?? '';
  const isOwn = mapping.some((each) => each !== null && each in OWN_COLUMNS);
  const begun = ownLine(own, id, context);
  const line = begun ?? { id, type: 'item' };
  const problems = begun === null ? [context.translator.t('csv.damaged')] : [];
  let otherSign = '';
  mapping.forEach((columnId, at) => {
    const column = columns.find((each) => each.id === columnId);
    const cell = (cells[at] ?? '').trim();
    // A name is one line; what a cell holds below it describes the item.
    const [first = '', ...rest] = column?.id === 'name' ? cell.split('\n') : [cell];
    const typed = first.trim();
    if (!column || typed === '') return;
    // What an export keeps whole is only read where somebody changed its cell since.
    if (isOwn && saysTheSame(cell, column, line, context)) return;
    if (rest.length > 0 && line['description'] === undefined) {
      line['description'] = rest.join('\n').trim();
    }
    const text = column.control === 'number' ? plainAmount(typed) : typed;
    const locale = reading.locales?.[at] ?? context.locale;
    const signed = withoutSign(text, context.currency, locale);
    const isForeign = column.inCurrency === true && !signed.own;
    if (isForeign) otherSign = signed.sign;
    const row = { id, index: 0, input: line, priced: null, issues: [] };
    const meant = isForeign && anyCurrency ? signed.number : text;
    const cellReading = { ...reading, context: { ...context, locale } };
    const result = readCell({ column, text: meant, row }, cellReading);
    const changes: readonly FieldChange[] = result.ok ? result.changes : result.kept;
    for (const change of changes) setIn(line, change);
    if (!result.ok) {
      problems.push(`${columnLabel(column, context.translator)}: ${result.message}`);
    }
  });
  const said = (cells[reading.currencyAt ?? -1] ?? '').trim();
  if (said !== '' && said !== context.currency && otherSign === '') {
    otherSign = said;
    if (!anyCurrency) {
      const text = cells[mapping.indexOf('unitPrice')] ?? '';
      const { currency, translator } = context;
      problems.push(translator.t('number.otherCurrency', { text, other: said, currency }));
    }
  }
  problems.push(...missing(line, reading));
  const amount = cells[mapping.indexOf(COMPARED)] ?? '';
  const locale = reading.locales?.[mapping.indexOf(COMPARED)] ?? context.locale;
  const listed = numberIn(amount, { currency: context.currency, locale });
  return { number, cells, line, problems, otherSign, listed };
}
