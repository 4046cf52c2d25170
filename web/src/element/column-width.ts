/**
 * Widths of the table's columns, in rem. They are fixed, so that nothing moves while somebody types,
 * but for a column of numbers or amounts that would be cut: it grows to hold the longest.
 */
import { fieldText, type Column } from '../columns/column.ts';
import { isPlainDecimal } from '../number/format.ts';
import type { Row } from '../../../schema/contract.ts';

const WIDTHS: Readonly<Record<Column['control'], number>> = {
  text: 9,
  number: 6.5,
  date: 8,
  choice: 8.5,
  taxes: 8.5,
  billing: 8.5,
  amount: 7,
};

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
  if (column.id === 'discount') return 7.5;
  return column.id === 'unit' ? 5 : WIDTHS[column.control];
}

/** The width of a column that shows these rows. */
export function widthOf(column: Column, rows: readonly Row[]): number {
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
