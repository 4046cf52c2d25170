/** Lengths of time as people type them, in words and as ISO 8601: `18 months`, `1 Jahr`, `P18M`. */
import { LANGUAGES } from '../i18n/languages.ts';
import { normaliseTyping } from '../number/parse.ts';

const UNITS = ['year', 'month', 'week'] as const;
type Unit = (typeof UNITS)[number];
const LETTERS: Readonly<Record<Unit, string>> = { year: 'Y', month: 'M', week: 'W' };

const ISO_TERM = /^P(?=\d)(?:\d{1,4}Y)?(?:\d{1,5}M)?(?:\d{1,6}W)?$/;
/** One and two are words of their own in some languages, few and many differ in others. */
const COUNTS = [1, 2, 3, 5, 11, 18, 100];
/** Other ways to write what Intl writes in one. */
const MORE: readonly (readonly [string, Unit])[] = [
  ['か月', 'month'],
  ['ヶ月', 'month'],
  ['カ月', 'month'],
  ['ヵ月', 'month'],
  ['箇月', 'month'],
  ['mth', 'month'],
  ['mths', 'month'],
];

/** A number and what it counts, up to the next number. */
const PIECE = /(\d{1,6})\s*-?\s*([^\d]+)/gu;
/** What stands between two of them. */
const AND = /(?:\s*,)?\s*(?:\s(?:and|og|und|en|et|y|و))?\s*$/u;

interface Words {
  /** Words that follow a number, and what they count. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Whole terms without a number: the Arabic for two months. */
  readonly whole: ReadonlyMap<string, { readonly unit: Unit; readonly count: number }>;
}

const plain = (word: string): string =>
  normaliseTyping(word).trim().toLowerCase().replace(/[.\s]/g, '');

/** The words of a language, then those of the others: whatever language the page is in, all count. */
function readWords(language: string): Words {
  const units = new Map<string, Unit>();
  const whole = new Map<string, { unit: Unit; count: number }>();
  for (const tag of [language, 'en', ...LANGUAGES]) {
    for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
      for (const unit of UNITS) {
        const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay });
        for (const count of COUNTS) {
          const parts = format.formatToParts(count);
          const word = plain(
            parts.flatMap((part) => (part.type === 'unit' ? [part.value] : [])).join(''),
          );
          if (word === '') continue;
          if (parts.some((part) => part.type === 'integer')) {
            if (!units.has(word)) units.set(word, unit);
          } else if (!whole.has(word)) whole.set(word, { unit, count });
        }
      }
    }
  }
  for (const [word, unit] of MORE) units.set(word, unit);
  return { units, whole };
}

const known = new Map<string, Words>();

function wordsOf(language: string): Words {
  let words = known.get(language);
  if (!words) {
    words = readWords(language);
    known.set(language, words);
  }
  return words;
}

/**
 * Reads a term; null where it is none. A bare number counts months. Only years, months and weeks
 * make a term, each once.
 */
export function parseTerm(text: string, language: string): string | null {
  const typed = normaliseTyping(text).trim();
  const iso = typed.replace(/\s/g, '').toUpperCase();
  if (ISO_TERM.test(iso)) return iso;
  if (/^\d{1,5}$/.test(typed)) return `P${Number(typed)}M`;
  const { units, whole } = wordsOf(language);
  const counts = new Map<Unit, number>();
  const lower = typed.toLowerCase();
  for (const word of lower.replaceAll(PIECE, '').split(/\s+/)) {
    const said = whole.get(plain(word));
    if (word !== '' && (said === undefined || counts.has(said.unit))) return null;
    if (said) counts.set(said.unit, said.count);
  }
  for (const [, count = '', words = ''] of lower.matchAll(PIECE)) {
    const unit = units.get(plain(words)) ?? units.get(plain(words.replace(AND, '')));
    if (unit === undefined || counts.has(unit)) return null;
    counts.set(unit, Number(count));
  }
  const said = UNITS.flatMap((unit) => {
    const count = counts.get(unit);
    return count === undefined ? [] : [`${count}${LETTERS[unit]}`];
  });
  return said.length > 0 ? `P${said.join('')}` : null;
}
