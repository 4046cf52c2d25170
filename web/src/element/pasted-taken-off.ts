/** Rows that take an amount off all of a list: `Discount 10 %`, and `-150.00` as its amount. */
import { numberIn, type Writing } from './pasted-amount.ts';
import type { Mapping } from './pasted-columns.ts';
import { COMPARED, meantBy } from './pasted-headings.ts';
import type { Parted, PartedRow } from './pasted-margins.ts';

/** A discount on all of the lines, as a row of the list gives it. */
export interface TakenOff {
  readonly number: number;
  readonly name: string;
  /** In the core's form, above nought. */
  readonly amount: string;
}

const LESS = /^\s*(?:abzgl\.?|abzüglich|less|minus|moins|menos|med fradrag af)\s+/iu;

/** What a name says without how much: `Discount 10 %`, `less 3 % discount`. */
const withoutFigures = (name: string): string =>
  name
    .replace(LESS, '')
    .replace(/[\p{Nd}.,:%٪()-]+/gu, ' ')
    .trim();

/** The discount that a row is; null for a line. */
function takenOff(
  { cells, number }: PartedRow,
  mapping: Mapping,
  writing: Writing,
): TakenOff | null {
  const cellOf = (id: string): string => (cells[mapping.indexOf(id)] ?? '').trim();
  const numberOf = (id: string): string | null => {
    const cell = cellOf(id);
    return cell === '' ? null : numberIn(cell, writing);
  };
  const name = cellOf('name');
  const meaning = meantBy(withoutFigures(name));
  if (meaning?.column !== 'discount') return null;
  // A discount of one rate alone is not one on all.
  if (cellOf('taxes') !== '' || cellOf('discount') !== '') return null;
  // What says more than its name and figures stays a row.
  const nameAt = mapping.indexOf('name');
  const isMore = (cell: string): boolean => /\p{L}/u.test(cell) && numberIn(cell, writing) === null;
  if (cells.some((cell, at) => at !== nameAt && isMore(cell))) return null;
  const price = numberOf('unitPrice');
  const counted = numberOf('quantity');
  const amount = numberOf(COMPARED) ?? (counted === null || counted === '1' ? price : null);
  if (amount === null) return null;
  const isNegative = amount.startsWith('-');
  // `Discount voucher` for 5.00 is sold; what takes off says so by its sign, or by having no price.
  if (!isNegative && (price !== null || !meaning.whole)) return null;
  const off = amount.replace('-', '');
  return /[1-9]/.test(off) ? { number, name, amount: off } : null;
}

/** The rows that are lines, apart from those that take something off all of them. */
export function withoutTakenOff(
  rows: Parted['lines'],
  mapping: Mapping,
  writing: Writing,
): { readonly lines: Parted['lines']; readonly taken: readonly TakenOff[] } {
  const taken = rows.map((row) => takenOff(row, mapping, writing));
  // Where nothing else is listed, nothing is there to take off.
  if (taken.every((each) => each !== null)) return { lines: rows, taken: [] };
  return {
    lines: rows.filter((_, at) => taken[at] === null),
    taken: taken.filter((each) => each !== null),
  };
}
