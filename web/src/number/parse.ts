/**
 * Reads numbers as people type them in their locale. Nothing is guessed: text that could mean two
 * numbers is refused, with a suggestion where one reading is likely.
 */
import { numberSymbols, type NumberSymbols } from './symbols.ts';

/**
 * `value` is exact decimal text in the core's grammar. Of unclear text, what it may mean: one number as
 * `suggestion`, or two as `readings`, neither likelier than the other.
 */
export type ParsedNumber =
  | { readonly ok: true; readonly value: string }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'unclear';
      readonly suggestion?: string;
      readonly readings?: readonly [string, string];
    };

const BIDI_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const MINUS_SIGNS = /[\u2010-\u2013\u2212\ufe63]/g;
/** How Japanese accounts mark what is taken off. */
const TRIANGLE = /^( ?)[\u25b2\u25b3] ?(?=\P{L}*\d)/u;
const APOSTROPHES = /[\u2019\u02bc]/g;
/** The wide forms of `!` to `~`, as an input method types them. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDE_OFFSET = 0xfee0;
/** What an input method makes of `.`, `,` and `-` beside digits. */
const WIDE_STOP = /(?<=\d)\u3002(?=\d)/g;
const WIDE_COMMA = /(?<=\d)\u3001(?=\d)/g;
const LONG_SOUND = /^( ?)\u30fc(?=[\d.])/;
/** First code points of decimal digit blocks people type: Arabic, Persian, Devanagari, … */
const DIGIT_BLOCKS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040];

/** What nothing below changes, as is most of what is typed. */
const PLAIN = /^[!-~]*$/;

/** Every digit and wide sign as ASCII, every minus as `-`, no bidi marks, plain spaces and apostrophes. */
export function normaliseTyping(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text
    .replace(BIDI_MARKS, '')
    .replace(SPACES, ' ')
    .replace(MINUS_SIGNS, '-')
    .replace(TRIANGLE, '$1-')
    .replace(APOSTROPHES, "'")
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .replace(WIDE_STOP, '.')
    .replace(WIDE_COMMA, ',')
    .replace(LONG_SOUND, '$1-');
  return Array.from(plain, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const block = DIGIT_BLOCKS.find((first) => code >= first && code < first + 10);
    return block === undefined ? character : String(code - block);
  }).join('');
}

function normalisedSeparator(separator: string): string {
  return separator.replace(SPACES, ' ').replace(APOSTROPHES, "'");
}

/** Groups of the right size between separators: `1,234,567`, or `12,34,567` where the locale does. */
function ungroup(integer: string, separator: string, symbols: NumberSymbols): string | null {
  const groups = integer.split(separator);
  if (groups.length === 1) return integer;
  const last = groups.at(-1) ?? '';
  const first = groups[0] ?? '';
  const middle = groups.slice(1, -1);
  const size = symbols.furtherGroupSize;
  // Nobody groups a number that begins with nothing: `0,125` is a fraction.
  const fits =
    !first.startsWith('0') &&
    last.length === symbols.groupSize &&
    first.length >= 1 &&
    first.length <= size &&
    middle.every((group) => group.length === size);
  return fits ? groups.join('') : null;
}

function shortest(sign: string, integer: string, fraction: string): string {
  const whole = integer.replace(/^0+(?=\d)/, '') || '0';
  const value = fraction === '' ? whole : `${whole}.${fraction}`;
  return /^[0.]*$/.test(value) ? value : sign + value;
}

function read(text: string, decimal: string, group: string, symbols: NumberSymbols): string | null {
  const match = /^([+-]?) ?(.*)$/.exec(text);
  const sign = match?.[1] === '-' ? '-' : '';
  const pieces = (match?.[2] ?? '').split(decimal);
  if (pieces.length > 2) return null;
  const [whole = '', fraction = ''] = pieces;
  if (!/^\d*$/.test(fraction) || whole + fraction === '') return null;
  // A space groups in every locale: it can mean nothing else.
  const separators = group === ' ' ? [' '] : [group, ' '];
  const used = separators.filter((separator) => separator !== '' && whole.includes(separator));
  if (used.length > 1) return null;
  const integer = used[0] === undefined ? whole : ungroup(whole, used[0], symbols);
  if (integer === null || !/^\d*$/.test(integer)) return null;
  return shortest(sign, integer, fraction);
}

/** One separator with three digits behind it: of a thousand to some, of a fraction to others. */
const EITHER = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** Whether typed text is a thousand to some and a fraction to others. */
export function isEither(text: string): boolean {
  return EITHER.test(normaliseTyping(text).trim());
}

/** A blank before the last one or two digits of a text without a decimal sign: `12 50`. */
const BLANK_FOR_SIGN = /^([+-]?\d+) (\d{1,2})$/;

/** What text may mean that is no number of the locale: in the forms of others, or with a blank too many. */
function meanings(text: string, symbols: NumberSymbols, decimal: string, group: string): string[] {
  const found = new Set<string>();
  const add = (value: string | null): void => void (value === null || found.add(value));
  for (const mark of ['.', ',']) {
    for (const other of mark === '.' ? [',', ' ', "'"] : ['.', ' ', "'"]) {
      add(read(text, mark, other, symbols));
    }
  }
  if (found.size > 0 || !text.includes(' ')) return [...found];
  add(read(text.replaceAll(' ', ''), decimal, group, symbols));
  add(read(text.replace(BLANK_FOR_SIGN, '$1.$2'), '.', ' ', symbols));
  return [...found];
}

/** Reads a number in the form of a locale. Empty text is its own reason. */
export function parseNumber(text: string, locale: string): ParsedNumber {
  const symbols = numberSymbols(locale);
  const typed = normaliseTyping(text).trim();
  if (typed === '') return { ok: false, reason: 'empty' };
  // The Arabic separators mean one thing in every locale.
  const isArabic = /[\u066b\u066c]/.test(typed);
  // Where numbers have Arabic digits, those in Latin digits are written as Latin ones are.
  const isLatin = !isArabic && symbols.decimal === '\u066b' && /[0-9]/.test(text);
  const [ofDecimal, ofGroup] = isLatin ? ['.', ','] : [symbols.decimal, symbols.group];
  const decimal = isArabic ? '\u066b' : normalisedSeparator(ofDecimal);
  const group = isArabic ? '\u066c' : normalisedSeparator(ofGroup);
  const value = read(typed, decimal, group, symbols);
  if (value !== null) return { ok: true, value };
  const [first, second, ...more] = meanings(typed, symbols, decimal, group);
  const unclear = { ok: false, reason: 'unclear' } as const;
  if (first === undefined || more.length > 0) return unclear;
  return second === undefined
    ? { ...unclear, suggestion: first }
    : { ...unclear, readings: [first, second] };
}

/**
 * How refused text is kept in the document, so that nothing typed is lost and no reader takes it
 * for a number: text that the core's grammar would accept gets a question mark at its end.
 */
export function keepRefused(text: string): string {
  const kept = text.trim();
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(kept) ? `${kept}?` : kept;
}

/** The typed text again, from what keepRefused stored. */
export function refusedText(stored: string): string {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?\?$/.test(stored) ? stored.slice(0, -1) : stored;
}
