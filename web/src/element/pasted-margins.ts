/** Rows of a list that are no lines: what stands above its headings, and its sums. */
import type { Column, ColumnContext } from '../columns/column.ts';
import { cellKind, numberIn, type Writing } from './pasted-amount.ts';
import { columnOfHeading, looksLikeHeader, type Cells, type Mapping } from './pasted-columns.ts';
import { COMPARED, ITEM, meantBy } from './pasted-headings.ts';
import { widthOf } from './pasted-kinds.ts';

/** Rows that may stand above the headings: a title, the supplier, a date. */
const MOST_ABOVE = 12;

/** A row of a list that makes no line. */
export interface RowOutside {
  /** Counted from the first row of what was pasted. */
  readonly number: number;
  readonly text: string;
  /** The sum that it gives, in the core's form; null where it gives none. */
  readonly amount: string | null;
}

const filledIn = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');

/** How many cells of a row are headings by themselves that fill something. */
function headingsIn(
  row: readonly string[],
  columns: readonly Column[],
  context: ColumnContext,
): number {
  const known = row.map((cell) => columnOfHeading(cell, columns, context));
  return new Set(known.filter((id) => id !== undefined && id !== '')).size;
}

/** How many rows stand above the headings; 0 where there are no headings to be above of. */
export function rowsAbove(rows: Cells, columns: readonly Column[], context: ColumnContext): number {
  const width = widthOf(rows);
  const isShort = (row: readonly string[]): boolean =>
    filledIn(row).length <= Math.max(1, Math.floor(width / 2) - 1);
  let best = 0;
  let most = 0;
  for (let at = 0; at < Math.min(MOST_ABOVE, rows.length - 1); at++) {
    const row = rows[at] ?? [];
    const isWords = filledIn(row).every((cell) =>
      ['words', 'odd'].includes(cellKind(cell, context)),
    );
    const known = isWords ? headingsIn(row, columns, context) : 0;
    if (known >= 2 && known > most) [best, most] = [at, known];
  }
  if (most > 0) return best;
  for (let at = 0; at < Math.min(MOST_ABOVE, rows.length - 1); at++) {
    const row = rows[at] ?? [];
    const isHead = filledIn(row).length > 1 && looksLikeHeader(rows.slice(at), columns, context);
    if (isHead) return at;
    if (!isShort(row)) return 0;
  }
  return 0;
}

/** Without what says how much: `VAT 19 %:` is a tax. */
const withoutFigures = (label: string): string => label.replace(/[\p{Nd}.,:%٪ ]+/gu, ' ').trim();

/** True where words name a sum: `Total`, `VAT 19 %:`, `Amount due (CAD)`. */
function namesSum(label: string): boolean {
  const meaning = meantBy(withoutFigures(label));
  return meaning?.whole === true && [COMPARED, 'taxes'].includes(meaning.column);
}

/** The sum that a row gives instead of a line; undefined where it is a line. */
function sumOf(row: readonly string[], mapping: Mapping, writing: Writing): string | undefined {
  const cellOf = (id: string): string => (row[mapping.indexOf(id)] ?? '').trim();
  const isPriced = numberIn(cellOf('unitPrice'), writing) !== null;
  const compared = cellOf(COMPARED);
  const amounts = row.flatMap((cell) => {
    const number = /\p{Nd}/u.test(cell) ? numberIn(cell, writing) : null;
    return number === null ? [] : [number];
  });
  const amount = numberIn(compared, writing) ?? amounts.at(-1);
  if (amount === undefined || amount === null) return undefined;
  const label = row.find((cell) => cell.trim() !== '' && cellKind(cell, writing) === 'words');
  if (label === undefined) return !isPriced && compared !== '' ? amount : undefined;
  if (namesSum(label)) return !isPriced || amounts.length === 1 ? amount : undefined;
  // `Summe 1. Malerarbeiten`: the sum of what stands under a heading, where nothing is priced.
  const [first = ''] = label.trim().split(/\s+/);
  const isCounted = cellOf('quantity') !== '' || cellOf('unitPrice') !== '';
  return !isCounted && compared !== '' && namesSum(first) ? amount : undefined;
}

/** The number of a page, on a row of its own. */
const PAGE =
  /^(?:page|seite|side|sida|pagina|página|strona|sivu|str|ページ|صفحة)\.? ?\p{Nd}+(?: ?(?:\/|of|von|de|van|di|af|av|z) ?\p{Nd}+)?$/iu;
/** What stands in the place of a heading and says what the numbers below are in. */
const IN_BRACKETS = /^[[(][^\])]*[\])]$/u;

/** Headings in one cell, as they come out of a PDF: `Description Qty Unit price Amount`. */
function namesColumns(text: string): boolean {
  const words = text.split(/\s+/);
  const known = new Set(
    words.map((word) => meantBy(word)?.column).filter((id) => id !== undefined),
  );
  return known.size >= 3 && known.size * 2 >= words.length;
}

/** What a row is that no line comes of; undefined where one does. */
function isNoLine(row: readonly string[], at: number, head: readonly string[] | null): boolean {
  const filled = filledIn(row).map((cell) => cell.trim());
  if (filled.length === 1 && PAGE.test(filled[0] ?? '')) return true;
  if (at === 0 && filled.length === 1 && namesColumns(filled[0] ?? '')) return true;
  if (head === null) return false;
  const isUnits = at === 0 && filled.every((cell) => IN_BRACKETS.test(cell));
  const isAgain = row.every((cell, place) => cell.trim() === (head[place] ?? '').trim());
  return isUnits || isAgain;
}

/** The place where another table begins below a list, as the taxes of it have one; −1 for none. */
export function otherTable(rows: Cells, writing: Writing): number {
  const [head = []] = rows;
  const isHead = (row: readonly string[]): boolean => {
    const filled = filledIn(row);
    if (filled.length < 3 || filled.some((cell) => cellKind(cell, writing) !== 'words'))
      return false;
    if (row.every((cell, at) => cell.trim() === (head[at] ?? '').trim())) return false;
    const known = filled.map((cell) => meantBy(cell));
    const names = known.some((each) => [ITEM, 'name', 'description'].includes(each?.column ?? ''));
    return !names && known.every((each) => each?.whole === true);
  };
  return rows.findIndex((row, at) => at > 1 && isHead(row));
}

/** Rows of a table whose headings stand in its first column, as columns; others as they are. */
export function upright(rows: Cells, columns: readonly Column[], context: ColumnContext): Cells {
  // A line has no more members.
  if (rows.length > MOST_ABOVE) return rows;
  const first = rows.map(([cell = '']) => cell);
  const known = headingsIn(first, columns, context);
  const isSideways =
    known >= 2 && known === rows.length && known > headingsIn(rows[0] ?? [], columns, context);
  if (!isSideways) return rows;
  return Array.from({ length: widthOf(rows) }, (_, at) => rows.map((row) => row[at] ?? ''));
}

/** Headings with what a row above says of those that say nothing: `Quantity` over `Ordered`. */
export function withGroups(
  head: readonly string[],
  above: readonly string[],
  columns: readonly Column[],
  context: ColumnContext,
): readonly string[] {
  const isGroups =
    filledIn(above).length > 1 &&
    filledIn(above).every((cell) => cellKind(cell, context) === 'words');
  if (!isGroups) return head;
  return head.map((cell, at) => {
    const isKnown = columnOfHeading(cell, columns, context) !== undefined;
    const group = (above[at] ?? '').trim();
    return isKnown || group === '' ? cell : `${group} ${cell}`.trim();
  });
}

/** A list apart from its sums. */
export interface Parted {
  readonly lines: readonly PartedRow[];
  readonly sums: readonly RowOutside[];
}

export interface PartedRow {
  readonly cells: readonly string[];
  readonly number: number;
  /** What a row without any figures is; absent for an item. */
  readonly text?: { readonly type: 'section' | 'note'; readonly name: string };
}

/**
 * Parts the rows below the headings, `head` where there are any; `first` is the number of the first
 * of them.
 */
export function partSums(
  rows: Cells,
  first: number,
  mapping: Mapping,
  writing: Writing,
  head: readonly string[] | null = null,
): Parted {
  const lines: PartedRow[] = [];
  const sums: RowOutside[] = [];
  rows.forEach((cells, at) => {
    const amount = sumOf(cells, mapping, writing);
    const number = at + first;
    const isOutside = amount !== undefined || isNoLine(cells, at, head);
    if (!isOutside) lines.push({ cells, number });
    else sums.push({ number, text: filledIn(cells).join(' '), amount: amount ?? null });
  });
  return { lines, sums };
}
