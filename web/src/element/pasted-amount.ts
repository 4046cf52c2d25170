/** Amounts as lists print them and nobody types them: `(150.00)`, `150.00-`, `890,-`, `45.—`. */
import { DASHED_END, withoutSign } from '../number/currency-sign.ts';
import { normaliseTyping, parseNumber } from '../number/parse.ts';

const IN_BRACKETS = /^([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)$/u;
const MINUS_BEHIND = /^([^-]*\d) ?-$/u;
/** As accounts mark what is credited: `5.00 CR`. What is debited (`DR`) stands as it is. */
const CREDIT = /^([^-]*\d) ?CR\.?$/iu;
/** The end of an amount in rupees. */
const SLASHED_END = /(\d) ?\/ ?[-–—=]$/u;

/** The same amount as it would be typed; all other text comes back as it is. */
export function plainAmount(text: string): string {
  const typed = normaliseTyping(text).trim();
  const ended = typed.replace(SLASHED_END, '$1').replace(DASHED_END, '$1');
  const positive = ended
    .replace(CREDIT, '-$1')
    .replace(IN_BRACKETS, '-$1$2$3')
    .replace(MINUS_BEHIND, '-$1');
  return positive === typed ? text : positive;
}

/** A word, with its power: `m²`. `k` is a thousand, and no unit. */
const UNIT = String.raw`(?<unit>(?!(?:k|tsd|mio|mill|mln)\b)\p{L}{1,14}[²³23]?\.?)`;
/** `2 Std.`, `12,5 m²`: how many, and of what. */
const COUNTED = new RegExp(String.raw`^(?<number>-?\p{Nd}[\p{Nd}.,' ]*?) ?${UNIT}$`, 'u');
/** `3 x`, `×2`: how many. */
const TIMES =
  /^(?:[x×✕*] ?(?<before>\p{Nd}[\p{Nd}.,' ]*)|(?<after>\p{Nd}[\p{Nd}.,' ]*?) ?[x×✕*])$/iu;
/** `95,00 € / Std.`, `$49/mo`, `12 per hour`: how much, and for what. */
const EACH = new RegExp(
  String.raw`^(?<number>.*\p{Nd}.*?)(?: ?\/ ?| (?:per|pro|je|par|por|al|pr\.?|za) )(?:1 ?)?${UNIT}$`,
  'iu',
);

/** A number and the unit beside it; null where it stands alone, or with something else. */
export function countedIn(
  text: string,
  isAmount: boolean,
): { text: string; beside: string } | null {
  if (isAmount) {
    const { number, unit } = EACH.exec(text)?.groups ?? {};
    return number === undefined || unit === undefined
      ? null
      : { text: number.trim(), beside: unit.trim() };
  }
  const { before, after } = TIMES.exec(text)?.groups ?? {};
  const times = before ?? after;
  if (times !== undefined) return { text: times.trim(), beside: '' };
  const { number, unit } = COUNTED.exec(text)?.groups ?? {};
  return number === undefined || unit === undefined
    ? null
    : { text: number.trim(), beside: unit.trim() };
}

export const PERCENT = /^\s*[%٪％]|[%٪％]\s*$/u;

/** What a cell holds; `odd` is a number with words around it, or a sign that there is none. */
export type CellKind = 'number' | 'money' | 'percent' | 'date' | 'odd' | 'words' | 'empty';

/** Cells that stand in the place of a number. */
const PLACEHOLDER = /^(?:n ?\/ ?[av]|-+|—+|\?+|x|tb[acd]|\.{2,}|…)$/iu;
/** `2 bags`, `$95/hr`, `ca. 30`. */
const NUMBER_IN_WORDS = /^(?:\p{L}{1,3}\. ?)?\p{Sc}? ?-?\d[\d.,' ]*(?: ?\/ ?| ?)\p{L}{1,12}\.?$/u;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))$/;

/** How numbers and amounts are written. */
export interface Writing {
  readonly currency: string;
  readonly locale: string;
}

/** A cell's number in the core's form; null where it is none. */
export function numberIn(cell: string, { currency, locale }: Writing): string | null {
  const bare = withoutSign(plainAmount(cell).replace(PERCENT, ''), currency, locale).number;
  const parsed = parseNumber(bare, locale);
  return parsed.ok ? parsed.value : null;
}

/** True for a cell that stands where a number is not given. */
export function isPlaceholder(cell: string): boolean {
  return PLACEHOLDER.test(normaliseTyping(cell).trim());
}

/** True for a cell that gives no amount: blank, a dash, nought; never for words. */
export function isNoAmount(cell: string): boolean {
  return isPlaceholder(cell) || !/[\p{L}1-9]/u.test(normaliseTyping(cell));
}

export function cellKind(cell: string, writing: Writing): CellKind {
  const text = normaliseTyping(cell).trim();
  if (text === '') return 'empty';
  if (DATE.test(text)) return 'date';
  if (text.startsWith('=')) return 'number';
  if (numberIn(cell, writing) === null) {
    return PLACEHOLDER.test(text) || NUMBER_IN_WORDS.test(text) ? 'odd' : 'words';
  }
  if (PERCENT.test(text)) return 'percent';
  const { sign } = withoutSign(plainAmount(cell), writing.currency, writing.locale);
  return sign === '' ? 'number' : 'money';
}
