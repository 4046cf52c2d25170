/** What pasted rows mean: which lines they make, and what is wrong with them. */
import type { Column, ColumnContext, FieldChange, Reading } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { readDiscount } from '../columns/discount.ts';
import { isFormula } from '../number/formula.ts';
import { withoutSign } from '../number/currency-sign.ts';
import { formatDecimal, formatUngrouped } from '../number/format.ts';
import type { JsonObject, Row } from '../../../schema/contract.ts';
import { lineFromProduct, productBySku, type CatalogueProduct } from './catalogue.ts';
import { countedIn, numberIn, PERCENT, plainAmount } from './pasted-amount.ts';
import { billingOfCells, frequencyInHeading, frequencyMeant } from './pasted-billing.ts';
import type { Mapping } from './pasted-columns.ts';
import { OWN_COLUMNS, ownLine, saysTheSame, type OwnColumn } from './own-export.ts';
import { hoursIn, percentOfFraction, plainDiscount, type DiscountWay } from './pasted-discount.ts';
import { COMPARED, discountSaid, TERM } from './pasted-headings.ts';
import type { PartedRow } from './pasted-margins.ts';
import { rateSaid } from './pasted-rates.ts';
import { tenth } from '../tables/plain-number.ts';
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
  /** The currency of a row's amounts where the list says it beside them; '' where it does not. */
  readonly currencyOf?: (cells: readonly string[], at: number) => string;
  /** By how many places the price of a row is moved to be that of one; 0 where it is. */
  readonly priceZeros?: (cells: readonly string[]) => number;
  /** True for rows that take off what they name. */
  readonly isCredit?: (cells: readonly string[]) => boolean;
  /** The heading of each column, where the list has headings. */
  readonly headings?: readonly string[];
  /** The library, whose products rows name by their article numbers. */
  readonly products?: readonly CatalogueProduct[];
  /** What a discount without a sign is; percent unless it is said. */
  readonly discountMode?: DiscountWay;
  /** True where the rates of taxes are written as parts of one: `0.19`. */
  readonly taxesAreParts?: boolean;
}

/** A price of ten, hundred or thousand as that of one. */
function ofOne(change: FieldChange, zeros: number): FieldChange {
  const isPrice = zeros > 0 && change.path === 'unitPrice' && typeof change.value === 'string';
  return isPrice ? { ...change, value: tenth(change.value as string, zeros) } : change;
}

const NOTHING_READ: Reading = { ok: true, changes: [] };
/** A moment, as programs write it: its day is what a list means. */
const MOMENT = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/;

type Cell = { readonly column: Column; readonly text: string; readonly row: Row };

/** Reads one cell. Spreadsheets paste values: only `=` begins a formula, `10-20` is none. */
function readCell({ column, text, row }: Cell, reading: PasteReading, at: number): Reading {
  const { context, headings = [] } = reading;
  const hours = column.id === 'quantity' ? hoursIn(text) : null;
  if (hours !== null)
    return column.read?.(formatUngrouped(hours, context.locale), row, context) ?? NOTHING_READ;
  const discountMode = reading.discountMode ?? discountSaid(headings[at] ?? '') ?? 'percent';
  if (column.control !== 'number') {
    const isPart = column.id === 'taxes' && reading.taxesAreParts === true;
    const day = column.id === 'serviceDate' ? MOMENT.exec(text)?.[1] : undefined;
    const meant = day ?? (isPart ? percentOfFraction(text, context) : text);
    const read = (each: string): Reading =>
      (column.read ?? column.readPasted)?.(each, row, context) ?? NOTHING_READ;
    const result = read(meant);
    if (result.ok || column.id !== 'taxes') return result;
    const said = read(rateSaid(meant));
    return said.ok ? said : result;
  }
  if (isFormula(text) && !text.startsWith('=')) {
    const example = formatDecimal('1234.5', context.locale);
    const message = context.translator.t('number.unclear', { text, example });
    const value = column.id === 'discount' ? { percent: text } : text;
    return { ok: false, message, kept: [{ path: column.field ?? column.id, value }] };
  }
  if (column.id === 'discount') {
    const isPart = discountMode === 'fraction';
    const off = plainDiscount(isPart ? percentOfFraction(text, context) : text);
    return readDiscount(off, isPart ? 'percent' : discountMode, context);
  }
  return column.read?.(text, row, context) ?? NOTHING_READ;
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

/** The heading or note of a list. */
function textRow(
  { type, name }: NonNullable<PartedRow['text']>,
  { cells, number }: PartedRow,
  id: string,
): PastedRow {
  return { number, cells, line: { id, type, name }, problems: [], otherSign: '', listed: null };
}

/** A cell of a number, apart from the unit or frequency that stands beside it. */
function partedCell(typed: string, column: Column): { text: string; beside: string } {
  const plain = plainAmount(typed);
  const counts = column.id === 'quantity' || column.id === 'unitPrice' || column.id === 'cost';
  const parted = counts ? countedIn(plain, column.inCurrency === true) : null;
  return parted ?? { text: plain, beside: '' };
}

/** Gives a line the unit, or the billing, that stood beside one of its numbers. */
function setBeside(line: JsonObject, beside: string, column: Column, mapping: Mapping): void {
  const frequency = column.id === 'unitPrice' ? frequencyMeant(beside) : undefined;
  if (frequency !== undefined && frequency !== 'one_time') {
    if (!mapping.includes('billing')) line['billing'] = { frequency };
  } else if (line['unit'] === undefined) line['unit'] = beside;
}

/** The words against a cell of billing, where it is not understood. */
function readBilling(
  line: JsonObject,
  cells: readonly string[],
  { mapping, context, headings = [], columns }: PasteReading,
  isKept: (cell: string, column: Column) => boolean,
): string[] {
  const column = columns.find(({ id }) => id === 'billing');
  const termAt = mapping.indexOf(TERM);
  const often = (cells[mapping.indexOf('billing')] ?? '').trim();
  const lasting = (cells[termAt] ?? '').trim();
  if (column === undefined || (often === '' && lasting === '')) return [];
  if (isKept(often, column)) return [];
  const before = (line['billing'] as JsonObject | undefined) ?? null;
  const heading = headings[termAt] ?? '';
  const { billing, unclear } = billingOfCells({ often, lasting, heading }, before, context);
  if (billing !== null) line['billing'] = billing;
  if (unclear === null) return [];
  const label = columnLabel(column, context.translator);
  return [`${label}: ${context.translator.t('billing.unclear', { text: unclear })}`];
}

/** Bills a line as often as the heading of its price says, where months are not what is counted. */
function setSaid(line: JsonObject, { mapping, headings = [], columns }: PasteReading): void {
  const of = (id: string): string => headings[mapping.indexOf(id)] ?? '';
  const isKnown = mapping.includes('billing') || !columns.some(({ id }) => id === 'billing');
  if (isKnown || line['billing'] !== undefined || line['unitPrice'] === undefined) return;
  const frequency = frequencyInHeading(of('unitPrice'));
  if (frequency === undefined || frequencyInHeading(of('quantity')) !== undefined) return;
  line['billing'] = { frequency };
}

/** Fills what a row lacks from the product whose article number it names. */
function fillFrom(line: JsonObject, { mapping, context, products = [] }: PasteReading): void {
  const sku = line['sku'];
  const product = typeof sku === 'string' ? productBySku(products, sku) : undefined;
  if (product === undefined || line['type'] !== 'item') return;
  const { id: _id, type: _type, ...given } = lineFromProduct(product, '', context.currency);
  const isPriced = line['unitPrice'] !== undefined;
  const isSaid = (member: string): boolean =>
    line[member] !== undefined ||
    (isPriced && ['pricing', 'priceCurrency'].includes(member)) ||
    (member === 'taxRateIds' && mapping.includes('taxes')) ||
    (member === 'billing' && (mapping.includes('billing') || mapping.includes(TERM)));
  for (const [member, value] of Object.entries(given)) if (!isSaid(member)) line[member] = value;
}

/** Reads one row of cells into a new line. */
export function readPastedRow(row: PartedRow, reading: PasteReading, id: string): PastedRow {
  if (row.text !== undefined) return textRow(row.text, row, id);
  const { cells, number } = row;
  const { mapping, columns, context, anyCurrency = false } = reading;
  const ownCell = (column: OwnColumn): string => cells[mapping.indexOf(column)] ?? '';
  const isOwn = mapping.some((each) => each !== null && each in OWN_COLUMNS);
  const begun = ownLine(ownCell, id, context);
  const line = begun ?? { id, type: 'item' };
  const problems = begun === null ? [context.translator.t('csv.damaged')] : [];
  let otherSign = '';
  mapping.forEach((columnId, at) => {
    const column = columns.find((each) => each.id === columnId);
    const cell = (cells[at] ?? '').trim();
    // A name is one line; what a cell holds below it describes the item.
    const [first = '', ...rest] = column?.id === 'name' ? cell.split('\n') : [cell];
    const typed = first.trim();
    if (!column || typed === '' || column.id === 'billing') return;
    // What an export keeps whole is only read where somebody changed its cell since.
    if (isOwn && saysTheSame(cell, column, line, context)) return;
    if (rest.length > 0 && line['description'] === undefined) {
      line['description'] = rest.join('\n').trim();
    }
    const isTaken = column.id === 'unitPrice' && reading.isCredit?.(cells) === true;
    const { text: bare, beside } =
      column.control === 'number'
        ? partedCell(isTaken ? `${typed} CR` : typed, column)
        : { text: typed, beside: '' };
    const locale = reading.locales?.[at] ?? context.locale;
    const own = withoutSign(bare, context.currency, locale);
    // Where the cell names no currency, its heading or its row may.
    const said = column.inCurrency === true ? (reading.currencyOf?.(cells, at) ?? '') : '';
    const isAmount = own.sign === '' && !PERCENT.test(bare) && /\p{Nd}/u.test(bare);
    const isOther = said !== '' && !withoutSign(`1 ${said}`, context.currency, locale).own;
    const text = isAmount && isOther ? `${bare} ${said}` : bare;
    const signed = withoutSign(text, context.currency, locale);
    const isForeign = column.inCurrency === true && !signed.own;
    if (isForeign) otherSign = signed.sign;
    const input = { id, index: 0, input: line, priced: null, issues: [] };
    const meant = isForeign && anyCurrency ? signed.number : text;
    const cellReading = { ...reading, context: { ...context, locale } };
    const result = readCell({ column, text: meant, row: input }, cellReading, at);
    const changes: readonly FieldChange[] = result.ok ? result.changes : result.kept;
    const zeros = result.ok && column.id === 'unitPrice' ? (reading.priceZeros?.(cells) ?? 0) : 0;
    for (const change of changes) setIn(line, ofOne(change, zeros));
    if (result.ok && beside !== '') setBeside(line, beside, column, mapping);
    if (!result.ok) {
      problems.push(`${columnLabel(column, context.translator)}: ${result.message}`);
    }
  });
  const isKept = (cell: string, column: Column): boolean =>
    isOwn && saysTheSame(cell, column, line, context);
  setSaid(line, reading);
  problems.push(...readBilling(line, cells, reading, isKept));
  fillFrom(line, reading);
  const priceCurrency = line['priceCurrency'];
  if (typeof priceCurrency === 'string' && priceCurrency !== context.currency) {
    otherSign = priceCurrency;
    if (anyCurrency) delete line['priceCurrency'];
    else {
      const values = { text: String(line['unitPrice']), other: priceCurrency };
      problems.push(
        context.translator.t('number.otherCurrency', { ...values, currency: context.currency }),
      );
    }
  }
  problems.push(...missing(line, reading));
  const amount = cells[mapping.indexOf(COMPARED)] ?? '';
  const locale = reading.locales?.[mapping.indexOf(COMPARED)] ?? context.locale;
  const listed = numberIn(amount, { currency: context.currency, locale });
  return { number, cells, line, problems, otherSign, listed };
}
