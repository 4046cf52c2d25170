/**
 * Reads a list whole. Where it gives the amount of each row, the rows are held against what the core
 * makes of them, and of several readings the one is taken in which they agree.
 */
import { columnLabel, type Column, type ColumnContext } from '../columns/column.ts';
import type { CatalogueProduct } from './catalogue.ts';
import { formatDecimal, formatMoney } from '../number/format.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import type { Mapping } from './pasted-columns.ts';
import type { Parted } from './pasted-margins.ts';
import type { DiscountWay } from './pasted-discount.ts';
import { COMPARED } from './pasted-headings.ts';
import {
  amountMeant,
  NO_ANSWER,
  type Answer,
  type Compared,
  type PriceSteps,
} from './pasted-prices.ts';
import { readPastedRow, type PastedRow } from './pasted-rows.ts';
import { issueKey } from './issue-key.ts';
import { part, type Steps } from '../ui/in-slices.ts';

type NumberedRows = Parted['lines'];

/** Rows by which readings are told apart. */
const TRIED = 200;

/** What can be read in more than one way. */
export interface Way {
  readonly locale: string;
  /** What a discount without a sign is; null where its heading says it, or a percent is meant. */
  readonly discountMode: DiscountWay | null;
}

export interface ListReading {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  /** How columns are read; its locale is that of the way. */
  readonly context: ColumnContext;
  readonly anyCurrency: boolean;
  /** The currency of an amount where its heading or its row says it; '' where neither does. */
  readonly currencyOf: (cells: readonly string[], at: number) => string;
  /** True for rows that take off what they name. */
  isCredit(cells: readonly string[]): boolean;
  /** By how many places the price of a row is moved to be that of one. */
  priceZeros(cells: readonly string[]): number;
  /** True where the rates of taxes are written as parts of one. */
  readonly taxesAreParts: boolean;
  readonly headings: readonly string[];
  /** The library, whose products rows name by their article numbers. */
  readonly products: readonly CatalogueProduct[];
  readonly price: PriceSteps;
  newId(): string;
  /** How the numbers of each column are written where the list as a whole is written in a locale. */
  localesFor(locale: string): readonly (string | null)[];
}

/** Rows that are read together. */
const TOGETHER = 200;

function* readRows(rows: NumberedRows, way: Way, list: ListReading): Steps<PastedRow[]> {
  const { mapping, columns, anyCurrency } = list;
  const context = { ...list.context, locale: way.locale };
  const locales = list.localesFor(way.locale);
  const { currencyOf, headings, products, taxesAreParts } = list;
  const reading = {
    mapping,
    columns,
    context,
    anyCurrency,
    locales,
    currencyOf,
    isCredit: (cells: readonly string[]) => list.isCredit(cells),
    priceZeros: (cells: readonly string[]) => list.priceZeros(cells),
    headings,
    products,
    taxesAreParts,
    ...(way.discountMode === null ? {} : { discountMode: way.discountMode }),
  };
  const read: PastedRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % TOGETHER === 0) yield at / rows.length;
    read.push(readPastedRow(row, reading, list.newId()));
  }
  return read;
}

interface Held extends Compared {
  readonly row: PastedRow;
}

/** The rows for which the list gives an amount, with what the core makes of them. */
function heldOf(rows: readonly PastedRow[], answers: readonly Answer[]): Held[] {
  return rows.flatMap((row, at) =>
    row.listed === null ? [] : [{ row, listed: row.listed, priced: answers[at]?.priced ?? null }],
  );
}

interface Agreement {
  /** Rows that make the amount the list gives. */
  readonly agree: number;
  /** True where there are such rows, and all do that can be read. */
  readonly isWhole: boolean;
}

function* agreement(tried: NumberedRows, way: Way, list: ListReading): Steps<Agreement> {
  const rows = yield* readRows(tried.slice(0, TRIED), way, list);
  const answers = yield* list.price(rows.map(({ line }) => line));
  const held = heldOf(rows, answers).filter(({ row }) => row.problems.length === 0);
  const { agree } = amountMeant(held);
  return { agree, isWhole: agree > 0 && agree === held.length };
}

/** True where a way makes all rows of a list that can be read agree with their amounts. */
export function* comesOut(cells: NumberedRows, way: Way, list: ListReading): Steps<boolean> {
  return (yield* agreement(cells, way, list)).isWhole;
}

/** The given way, unless only another of these makes all rows agree, which settles it. */
export function* bestWay(
  cells: NumberedRows,
  given: Way,
  others: readonly Way[],
  list: ListReading,
): Steps<Way & { readonly isSettled: boolean }> {
  if (!list.mapping.includes(COMPARED)) return { ...given, isSettled: false };
  const own = yield* agreement(cells, given, list);
  if (own.isWhole) return { ...given, isSettled: true };
  for (const way of others) {
    const other = yield* agreement(cells, way, list);
    if (other.isWhole && other.agree > own.agree) return { ...way, isSettled: true };
  }
  return { ...given, isSettled: false };
}

/** What the core has against a line, in words. */
function refusals({ issues }: Answer, { columns, context }: ListReading): string[] {
  const { translator, locale } = context;
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => {
      const field = issue.path.split('/')[3] ?? '';
      const column = columns.find((each) => (each.field ?? each.id) === field);
      const label = column ? columnLabel(column, translator) : field;
      const values = { field: label, example: formatDecimal('1234.5', locale) };
      return `${label}: ${translator.lookup(issueKey(issue), issue.message, values)}`;
    });
}

/** The rows of a list in one way; a row that makes another amount than it is given says both. */
export function* readList(numbered: NumberedRows, way: Way, list: ListReading): Steps<PastedRow[]> {
  const rows = yield* part(readRows(numbered, way, list), 0, 0.6);
  const answers = yield* part(list.price(rows.map(({ line }) => line)), 0.6, 1);
  const held = heldOf(rows, answers);
  const { member } = amountMeant(held);
  const { translator, currency, locale } = list.context;
  const money = (amount: string): string => formatMoney(amount, locale, currency);
  const differing = new Map<PastedRow, string>();
  for (const { row, listed, priced } of held) {
    const made = priced?.[member];
    if (typeof made !== 'string' || sameDecimal(made, listed)) continue;
    const figures = { listed: money(listed), made: money(made) };
    differing.set(row, translator.t('paste.differs', figures));
  }
  return rows.map((row, at) => {
    if (row.problems.length > 0) return row;
    const differs = differing.get(row);
    const problems = differs === undefined ? refusals(answers[at] ?? NO_ANSWER, list) : [differs];
    return { ...row, problems };
  });
}
