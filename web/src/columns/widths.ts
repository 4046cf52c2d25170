/** How wide columns are, and which of them stand below the name where the table is narrow. */
import type { Row } from '../../../schema/contract.ts';
import { isPlainDecimal } from '../number/format.ts';
import { fieldText, type Column } from './column.ts';
import { endColumn } from './counted.ts';

/**
 * In rem. They are fixed, so that nothing moves while somebody types, but for a column of numbers or
 * amounts that would be cut: it grows to hold the longest. The name takes what is left.
 */
const WIDTHS: Readonly<Record<Column['control'], number>> = {
  text: 9,
  number: 6,
  date: 8,
  choice: 8.5,
  taxes: 8.5,
  billing: 7.5,
  amount: 6.5,
};
const OWN_WIDTHS: Readonly<Record<string, number>> = { quantity: 5.5, unit: 5, discount: 7 };
const NAME_WIDTH = 11.5;
/** What a name can do with where nothing is left to give way. */
const LEAST_NAME_WIDTH = 9;
/** Handle and number before the cells, the menu's button behind them. */
const EDGES_WIDTH = 6.75;

/** Columns that a line cannot be read without, beside its last amount. */
const ALWAYS = new Set(['name', 'quantity', 'unitPrice']);

/** What a character of a long number takes on average, and the edges of its cell. */
const ROOM = {
  number: { each: 0.4, edges: 0.5 },
  amount: { each: 0.53, edges: 1 },
} as const;

/** About how many characters a decimal has as people write it. */
function writtenLength(decimal: string): number {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const groups = Math.floor((whole.length - 1) / 3);
  const sign = decimal.startsWith('-') ? 1 : 0;
  return sign + whole.length + groups + 1 + Math.max(2, fraction.length);
}

function shownDecimal(column: Column, row: Row): string {
  if (column.control === 'number') return fieldText(row.input, column.field ?? column.id);
  const amount = row.priced?.[(column.member ?? 'total') as keyof typeof row.priced];
  return typeof amount === 'string' ? amount : '';
}

function usualWidth(column: Column): number {
  return OWN_WIDTHS[column.id] ?? WIDTHS[column.control];
}

/** The width of a column that shows these rows. */
function widthOf(column: Column, rows: readonly Row[]): number {
  const usual = usualWidth(column);
  const { control } = column;
  if (control !== 'number' && control !== 'amount') return usual;
  const { each, edges } = ROOM[control];
  let longest = 0;
  for (const row of rows) {
    const decimal = shownDecimal(column, row);
    // Too short to be cut; most are.
    if (decimal.length < 9 || !isPlainDecimal(decimal)) continue;
    longest = Math.max(longest, writtenLength(decimal));
  }
  return Math.max(usual, longest * each + edges);
}

/** The width below which these columns are scrolled sideways where they show these rows, in rem. */
export function leastWidth(columns: readonly Column[], rows: readonly Row[]): number {
  const others = columns.filter(({ id }) => id !== 'name');
  return others.reduce(
    (sum, column) => sum + widthOf(column, rows),
    LEAST_NAME_WIDTH + EDGES_WIDTH,
  );
}

/** The tracks of a row between its grip and its menu button. */
export function tracks(columns: readonly Column[], rows: readonly Row[]): string {
  return columns
    .map((column) => (column.id === 'name' ? 'minmax(0, 1fr)' : `${widthOf(column, rows)}rem`))
    .join(' ');
}

/** The kinds of column in the order in which they give way: words first, figures last. */
const GIVES_WAY: readonly Column['control'][] = [
  'choice',
  'text',
  'date',
  'billing',
  'taxes',
  'amount',
  'number',
];

/** Where a cell stands that is below the name: two in a line, one under the name, one beside it. */
export interface FoldedPlace {
  /** The line below that of the name, from 0, and which half of it. */
  readonly line: number;
  readonly half: 'first' | 'second';
  readonly isInLastLine: boolean;
  /** Its place among all that are below, from 0, where each has a line of its own. */
  readonly at: number;
}

function foldedIds(columns: readonly Column[], width: number): ReadonlySet<string> {
  const end = endColumn(columns);
  const folded = new Set<string>();
  const may = columns.filter((column) => !ALWAYS.has(column.id) && column !== end);
  const inOrder = GIVES_WAY.flatMap((control) =>
    may.filter((column) => column.control === control).reverse(),
  );
  // By their usual widths: a long number must not move its neighbours while it is typed.
  let needed = EDGES_WIDTH;
  for (const column of columns) needed += column.id === 'name' ? NAME_WIDTH : usualWidth(column);
  for (const column of inOrder) {
    if (needed <= width) break;
    folded.add(column.id);
    needed -= usualWidth(column);
  }
  return folded;
}

/** The columns that stand below the name in a table of this width in rem, by their ids (ED-3.22). */
export function foldedAt(
  columns: readonly Column[],
  width: number,
): ReadonlyMap<string, FoldedPlace> {
  const folded = foldedIds(columns, width);
  const below = columns.filter(({ id }) => folded.has(id));
  const lineOf = (at: number): number => Math.floor(at / 2);
  const last = lineOf(below.length - 1);
  return new Map(
    below.map(({ id }, at): [string, FoldedPlace] => [
      id,
      {
        line: lineOf(at),
        half: at % 2 === 0 ? 'first' : 'second',
        isInLastLine: lineOf(at) === last,
        at,
      },
    ]),
  );
}
