/** Rows of a list that are no lines: what stands above its headings, and its sums. */
import type { Column, ColumnContext } from '../columns/column.ts';
import { cellKind, numberIn, type Writing } from './pasted-amount.ts';
import { looksLikeHeader, type Cells, type Mapping } from './pasted-columns.ts';
import { COMPARED, meantBy } from './pasted-headings.ts';
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

/** How many rows stand above the headings; 0 where there are no headings to be above of. */
export function rowsAbove(rows: Cells, columns: readonly Column[], context: ColumnContext): number {
  const width = widthOf(rows);
  const isShort = (row: readonly string[]): boolean =>
    filledIn(row).length <= Math.max(1, Math.floor(width / 2) - 1);
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

/** The sum that a row gives instead of a line; undefined where it is a line. */
function sumOf(row: readonly string[], mapping: Mapping, writing: Writing): string | undefined {
  const priced = row[mapping.indexOf('unitPrice')] ?? '';
  const compared = row[mapping.indexOf(COMPARED)] ?? '';
  const amounts = row.flatMap((cell) => {
    const number = /\p{Nd}/u.test(cell) ? numberIn(cell, writing) : null;
    return number === null ? [] : [number];
  });
  const amount = numberIn(compared, writing) ?? amounts.at(-1);
  if (amount === undefined || amount === null) return undefined;
  const label = row.find((cell) => cell.trim() !== '' && cellKind(cell, writing) === 'words');
  if (label === undefined) return priced.trim() === '' && compared !== '' ? amount : undefined;
  const meaning = meantBy(withoutFigures(label));
  const isSum = meaning?.whole === true && [COMPARED, 'taxes'].includes(meaning.column);
  return isSum && (priced.trim() === '' || amounts.length === 1) ? amount : undefined;
}

/** A list apart from its sums. */
export interface Parted {
  readonly lines: readonly { readonly cells: readonly string[]; readonly number: number }[];
  readonly sums: readonly RowOutside[];
}

/** Parts the rows below the headings; `first` is the number of the first of them. */
export function partSums(rows: Cells, first: number, mapping: Mapping, writing: Writing): Parted {
  const lines: { cells: readonly string[]; number: number }[] = [];
  const sums: RowOutside[] = [];
  rows.forEach((cells, at) => {
    const amount = sumOf(cells, mapping, writing);
    const number = at + first;
    if (amount === undefined) lines.push({ cells, number });
    else sums.push({ number, text: filledIn(cells).join(' '), amount });
  });
  return { lines, sums };
}
