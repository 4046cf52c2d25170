/** Numbers that a list leaves open: `1.500` alone is one and a half, or fifteen hundred. */
import { numberIn, type Writing } from './pasted-amount.ts';

/** A number that can be two, as it stands in the list. */
export interface Unclear {
  readonly text: string;
  /** The ways of writing numbers by which it is one number and the other. */
  readonly locales: readonly [string, string];
  readonly values: readonly [string, string];
}

/** One mark with three digits behind, and no nought alone before it. */
const OPEN = /^[^\d.,]*[1-9]\d{0,2}([.,])\d{3}[^\d.,]*$/u;
/** A mark behind which there are other digits than groups of three. */
const DECIMALS = /\d[.,](?:\d{1,2}|\d{4,})(?:\D*)$/u;

/** `1.500` as the fraction it may be: 1.5. */
const shortest = (value: string): string => value.replace(/\.?0+$/, '');

/** True for a cell whose number is open while nothing else in its list says how it is meant. */
export function isOpenNumber(cell: string): boolean {
  return OPEN.test(cell.trim());
}

/**
 * The first open number among the cells of a list's numbers; null where another cell says how numbers
 * are written, or where it is read as thousands, as it is in the writing of the document.
 */
export function unclearIn(
  cells: readonly string[],
  writing: Writing,
  locales: readonly string[],
): Unclear | null {
  if (cells.some((cell) => DECIMALS.test(cell.trim()))) return null;
  const text = cells.find(isOpenNumber);
  const value = text === undefined ? null : numberIn(text, writing);
  if (text === undefined || value === null || !value.includes('.')) return null;
  for (const locale of locales) {
    const other = numberIn(text, { ...writing, locale });
    if (other !== null && !other.includes('.')) {
      return { text, locales: [writing.locale, locale], values: [shortest(value), other] };
    }
  }
  return null;
}
