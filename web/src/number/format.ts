/** Writes exact decimal text the way a locale does. String algorithms only. */
import { moneyAffixes, numberSymbols, type Affixes, type NumberSymbols } from './symbols.ts';

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** True for text in the plain form the core writes: `-12.5`, without an exponent. */
export function isPlainDecimal(text: string): boolean {
  return PLAIN_DECIMAL.test(text);
}

function localDigits(ascii: string, symbols: NumberSymbols): string {
  if (symbols.digits[0] === '0') return ascii;
  return ascii.replace(/\d/g, (digit) => symbols.digits[Number(digit)] ?? digit);
}

function grouped(integer: string, symbols: NumberSymbols): string {
  if (integer.length < symbols.groupFrom || symbols.group === '') return integer;
  const groups = [integer.slice(-symbols.groupSize)];
  let rest = integer.slice(0, -symbols.groupSize);
  while (rest !== '') {
    groups.unshift(rest.slice(-symbols.furtherGroupSize));
    rest = rest.slice(0, -symbols.furtherGroupSize);
  }
  return groups.join(symbols.group);
}

interface WriteOptions {
  readonly group: boolean;
  /** Fraction digits to fill up with zeros; digits are never cut off. */
  readonly minimumFraction: number;
}

function write(
  text: string,
  symbols: NumberSymbols,
  around: { positive: Affixes; negative: Affixes },
  options: WriteOptions,
): string {
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return text;
  const [, sign, integer = '0', fraction = ''] = match;
  const filled = fraction.padEnd(options.minimumFraction, '0');
  const whole = options.group ? grouped(integer, symbols) : integer;
  const digits = localDigits(filled === '' ? whole : `${whole}\u0000${filled}`, symbols);
  const { before, after } = sign ? around.negative : around.positive;
  return before + digits.replace('\u0000', symbols.decimal) + after;
}

const NOTHING: Affixes = { before: '', after: '' };

/**
 * A decimal in the locale's form: `1234.5` → `1.234,5` (de). Text that is not a plain decimal
 * comes back as it is, so that what somebody typed stays visible.
 */
export function formatDecimal(text: string, locale: string, minimumFraction = 0): string {
  const symbols = numberSymbols(locale);
  const around = { positive: NOTHING, negative: symbols.negative };
  return write(text, symbols, around, { group: true, minimumFraction });
}

/** With two decimals or more, but never three that end in zeros: no separator is taken for the other. */
export function unmistakable(text: string, locale: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return formatDecimal(short, locale, 2);
}

/** As formatDecimal, without grouping: the form used inside formulas. */
export function formatUngrouped(text: string, locale: string): string {
  const symbols = numberSymbols(locale);
  const around = { positive: NOTHING, negative: symbols.negative };
  return write(text, symbols, around, { group: false, minimumFraction: 0 });
}

/** An amount with its currency, in the locale's form: `-9.91` → `-$9.91`. */
export function formatMoney(
  text: string,
  locale: string,
  currency: string,
  minimumFraction = 0,
): string {
  const around = moneyAffixes(locale, currency);
  return write(text, numberSymbols(locale), around, { group: true, minimumFraction });
}

/** A percentage, given in percent: `8.875` → `8,875 %` (de). */
export function formatPercent(text: string, locale: string): string {
  const symbols = numberSymbols(locale);
  const around = { positive: symbols.percent, negative: symbols.negativePercent };
  return write(text, symbols, around, { group: true, minimumFraction: 0 });
}
