/** Dates as people type them, and as a locale shows them. Days are ISO 8601 text. */
import { normaliseTyping } from '../number/parse.ts';
import { usableLocale } from '../number/symbols.ts';

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function isoDate(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const made = new Date(time);
  const same =
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return same && year >= 1000 && year <= 9999 ? made.toISOString().slice(0, 10) : null;
}

/** The day `days` after an ISO date; null outside years 1000 to 9999. */
export function addDays(date: string, days: number): string | null {
  const match = ISO_DATE.exec(date);
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const made = new Date(time + days * MS_PER_DAY);
  return Number.isNaN(made.getTime())
    ? null
    : isoDate(made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate());
}

/** The order of day (d), month (m) and year (y) in the locale's short dates, as `dmy`. */
export function dateOrder(locale: string): string {
  const format = new Intl.DateTimeFormat(usableLocale(locale), {
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return format
    .formatToParts(0)
    .filter((part) => part.type === 'day' || part.type === 'month' || part.type === 'year')
    .map((part) => part.type[0])
    .join('');
}

/**
 * Reads a date: ISO form, the locale's order with any separator (`24.12.2026`), or `+30` for days
 * after `from`. Null where it is not a date.
 */
export function parseDate(text: string, locale: string, from: string): string | null {
  const typed = normaliseTyping(text).trim();
  const offset = /^\+ ?(\d{1,5})$/.exec(typed);
  if (offset) return addDays(from, Number(offset[1]));
  const parts = partsOf(typed, locale);
  return parts && isoDate(...parts);
}

/** Year, month and day as they were typed; null where there are not three numbers. */
function partsOf(typed: string, locale: string): [number, number, number] | null {
  const iso = ISO_DATE.exec(typed);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const numbers = typed.split(/[^\d]+/).filter((piece) => piece !== '');
  if (numbers.length !== 3) return null;
  const byName: Record<string, number> = {};
  [...dateOrder(locale)].forEach((name, index) => (byName[name] = Number(numbers[index])));
  const { d = 0, m = 0, y = 0 } = byName;
  return [y < 100 ? y + 2000 : y, m, d];
}

/** The last day of the month, for a day typed that its month does not have (31 February); else null. */
export function monthEnd(text: string, locale: string): string | null {
  const [year = 0, month = 0, day = 0] = partsOf(normaliseTyping(text).trim(), locale) ?? [];
  const first = isoDate(year, month, 1);
  if (first === null || day < 29 || day > 31 || isoDate(year, month, day) !== null) return null;
  return (
    [30, 29, 28].map((last) => isoDate(year, month, last)).find((last) => last !== null) ?? null
  );
}

/**
 * The day that a date means in another order than the locale's, where it can be one only:
 * `31.12.2026` in the United States. Null where none or several could be meant.
 */
export function otherDate(text: string): string | null {
  const numbers = normaliseTyping(text).match(/^\s*(\d+)\D+(\d+)\D+(\d+)\D*$/);
  if (!numbers) return null;
  const [, a = 0, b = 0, c = 0] = numbers.map(Number);
  const year = (n: number): number => (n < 100 ? n + 2000 : n);
  const days = [isoDate(year(c), b, a), isoDate(year(c), a, b), a > 99 ? isoDate(a, b, c) : null];
  const found = new Set(days.filter((day) => day !== null));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const STYLES = {
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date format of a locale, made once: making one costs far more than using it. */
function dateFormat(locale: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${style} ${locale}`;
  let format = formats.get(key);
  if (!format) {
    const options = { ...STYLES[style], calendar: 'gregory', timeZone: 'UTC' };
    format = new Intl.DateTimeFormat(usableLocale(locale), options);
    formats.set(key, format);
  }
  return format;
}

function formatAs(style: keyof typeof STYLES, date: string, locale: string): string {
  // A year below 1000 would lose its noughts and read as one of this century.
  if (!ISO_DATE.test(date) || date < '1000') return date;
  return dateFormat(locale, style).format(new Date(`${date}T00:00:00Z`));
}

/** An ISO date in the locale's medium form; other text as it is. */
export function formatDate(date: string, locale: string): string {
  return formatAs('medium', date, locale);
}

/** The same with the month's whole name, for sentences: "22 November 2027". */
export function formatLongDate(date: string, locale: string): string {
  return formatAs('long', date, locale);
}

/** An ISO date in the locale's numeric form, the one parseDate reads back. */
export function formatNumericDate(date: string, locale: string): string {
  return formatAs('numeric', date, locale);
}
