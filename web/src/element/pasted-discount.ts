/** What a list takes off: percents and amounts with words around them, and what a bare number is. */
import { DISCOUNT_MODES, type DiscountMode } from '../columns/discount.ts';
import { normaliseTyping } from '../number/parse.ts';
import { sameDecimal } from '../number/same-decimal.ts';
import { asPercent } from '../tables/plain-number.ts';
import { numberIn, PERCENT, plainAmount, type Writing } from './pasted-amount.ts';

/** What a bare number takes off; a `fraction` of one is a percent: `0.15` is 15 %. */
export type DiscountWay = DiscountMode | 'fraction';
export const DISCOUNT_WAYS: readonly DiscountWay[] = [...DISCOUNT_MODES, 'fraction'];

/** A bare number that can be taken off in more than one way, as it stands in the list. */
export interface OpenDiscount {
  readonly text: string;
  readonly ways: readonly DiscountWay[];
}

/** Words that say that nothing is taken off. */
const NOTHING =
  /^(?:[-–—.]+|none|no|nil|n ?\/ ?a|keine?r?|ohne|nein|aucune?|sans|non|ingen|uten|nej|nei|geen|nee|nessuno|no|ning[uú]n[oa]?|sin|brak|なし|無し|لا يوجد|بدون)$/iu;
const FIGURE = String.raw`[-−]?\p{Nd}[\p{Nd}.,'’  ]*`;
const PERCENT_IN_WORDS = new RegExp(
  String.raw`^\D*?(${FIGURE}) ?(?:[%٪％]|percent\b|prozent\b)\D*$`,
  'iu',
);
const MONEY_IN_WORDS = new RegExp(
  String.raw`^[^\p{Nd}\p{Sc}]*?((?:[-−]? ?\p{Sc} ?${FIGURE})|(?:${FIGURE} ?\p{Sc}))[^\p{Nd}\p{Sc}]*$`,
  'u',
);

/** A discount as it would be typed: `10 % off` is 10%, `none` is nothing; all else as it stands. */
export function plainDiscount(cell: string): string {
  const text = normaliseTyping(plainAmount(cell)).trim();
  if (NOTHING.test(text)) return '';
  const percent = PERCENT_IN_WORDS.exec(text)?.[1];
  // A list writes what it takes off with a minus, or without.
  const unsigned = (number: string): string => number.trim().replace(/^[-−]\s*/u, '');
  if (percent !== undefined) return `${unsigned(percent)}%`;
  return unsigned(MONEY_IN_WORDS.exec(text)?.[1] ?? text);
}

/** Hundredths of an hour that so many minutes are, where there are any: each three are five. */
const EXACT_MINUTES = 3;

/** `3:30` as the hours that it is: 3.5; null where it is none, or has no exact decimals. */
export function hoursIn(cell: string): string | null {
  const [, hours, minutes] = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(cell.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  if (Number(minutes) % EXACT_MINUTES !== 0) return null;
  const hundredths = String((Number(minutes) / EXACT_MINUTES) * 5).padStart(2, '0');
  return `${hours.replace(/^0+(?=\d)/, '')}.${hundredths}`;
}

/** True for a column of words some of which say how much is taken off. */
export function saysDiscounts(cells: readonly string[]): boolean {
  return cells.some((cell) => /\p{Nd}/u.test(cell) && /[%٪％\p{Sc}]/u.test(plainDiscount(cell)));
}

/** Above no number and below one: `0.15`. */
const isFraction = (value: string): boolean => /^0\.\d*[1-9]\d*$/.test(value);

/** True where all numbers of a column that are not nought are fractions of one. */
export function areFractions(cells: readonly string[], writing: Writing): boolean {
  const values = valuesOf(cells, writing);
  return values.length > 0 && values.every(isFraction);
}

/** The bare numbers of cells, those that are nought left out. */
function valuesOf(cells: readonly string[], writing: Writing): string[] {
  return cells.flatMap((cell) => {
    const value = PERCENT.test(cell) ? null : numberIn(cell, writing);
    return value === null || sameDecimal(value, '0') ? [] : [value.replace(/^-/, '')];
  });
}

/** A cell that is a fraction of one as the percent it means; others as they stand. */
export function percentOfFraction(cell: string, writing: Writing): string {
  const value = PERCENT.test(cell) ? null : numberIn(cell, writing);
  return value !== null && isFraction(value.replace(/^-/, '')) ? `${asPercent(value)}%` : cell;
}

/**
 * What the bare numbers of a column may take off where nothing says it; null where whole numbers are
 * percents, as everybody writes them. `said` is what the heading says.
 */
export function openDiscount(
  cells: readonly string[],
  said: DiscountMode | null,
  writing: Writing,
): OpenDiscount | null {
  if (cells.some((cell) => /[%٪％\p{Sc}]/u.test(cell))) return null;
  const values = valuesOf(cells, writing);
  const text = cells.find((cell) => {
    const value = numberIn(cell, writing);
    return value !== null && !sameDecimal(value, '0');
  });
  if (text === undefined || (said !== null && said !== 'percent')) return null;
  if (values.every(isFraction)) {
    const ways: DiscountWay[] = ['fraction', 'percent'];
    return { text: text.trim(), ways: said === null ? [...ways, 'total'] : ways };
  }
  // Money has two decimals, and few percents have.
  const isMoney = cells.every((cell) => !/[1-9]/.test(cell) || /[.,]\d\d$/.test(cell.trim()));
  return said === null && isMoney
    ? { text: text.trim(), ways: ['percent', 'total', 'amount'] }
    : null;
}
