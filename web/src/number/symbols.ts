/**
 * How a locale writes numbers, read from Intl once per locale.
 *
 * Only the separators, digits and affixes come from Intl; the digits of an amount are placed by
 * string algorithms (format.ts), so no amount ever becomes a floating-point number.
 */
export interface Affixes {
  /** Text before the digits, including bidi marks and spaces. */
  readonly before: string;
  /** Text after the digits. */
  readonly after: string;
}

/** The parts a locale writes numbers with. */
export interface NumberSymbols {
  readonly locale: string;
  readonly decimal: string;
  readonly group: string;
  /** The ten digits in the locale's numbering system, zero first. */
  readonly digits: readonly string[];
  /** Size of the group next to the decimal separator, and of the groups before it. */
  readonly groupSize: number;
  readonly furtherGroupSize: number;
  /** Integer digits from which the locale starts to group (es and pl leave 1234 alone). */
  readonly groupFrom: number;
  readonly negative: Affixes;
  readonly percent: Affixes;
  readonly negativePercent: Affixes;
}

const symbolsByLocale = new Map<string, NumberSymbols>();
const moneyByKey = new Map<string, { positive: Affixes; negative: Affixes }>();

const NUMBER_PARTS = new Set(['integer', 'group', 'decimal', 'fraction']);

/** What stands around the digits in the parts of one formatted number. */
function affixes(parts: Intl.NumberFormatPart[]): Affixes {
  const first = parts.findIndex((part) => NUMBER_PARTS.has(part.type));
  let last = first;
  parts.forEach((part, index) => {
    if (NUMBER_PARTS.has(part.type)) last = index;
  });
  const text = (slice: Intl.NumberFormatPart[]): string => slice.map((part) => part.value).join('');
  return { before: text(parts.slice(0, first)), after: text(parts.slice(last + 1)) };
}

/** A locale Intl accepts; an unknown or malformed tag falls back to en. */
export function usableLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale])[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The symbols of a locale. */
export function numberSymbols(locale: string): NumberSymbols {
  const known = symbolsByLocale.get(locale);
  if (known) return known;
  const tag = usableLocale(locale);
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const parts = format.formatToParts(123456789012.5);
  const integers = parts.filter((part) => part.type === 'integer').map((part) => part.value);
  const value = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  const digit = new Intl.NumberFormat(tag, { useGrouping: false });
  const groupsAt = (n: number): boolean =>
    format.formatToParts(n).some((part) => part.type === 'group');
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const symbols: NumberSymbols = {
    locale,
    decimal: value('decimal', '.'),
    group: value('group', ''),
    digits: Array.from({ length: 10 }, (_, n) => digit.format(n)),
    groupSize: integers.at(-1)?.length ?? 3,
    furtherGroupSize: integers.at(-2)?.length ?? 3,
    groupFrom: groupsAt(1234) ? 4 : groupsAt(12345) ? 5 : 99,
    negative: affixes(format.formatToParts(-1)),
    percent: affixes(percent.formatToParts(1)),
    negativePercent: affixes(percent.formatToParts(-1)),
  };
  symbolsByLocale.set(locale, symbols);
  return symbols;
}

/** `US$` stays so in right-to-left text, where its last sign would go to its front. */
function inOrder({ before, after }: Affixes): Affixes {
  if (!/[\u200f\u061c]/.test(before + after)) return { before, after };
  const marked = (text: string): string => text.replace(/[A-Za-z]\p{Sc}/u, '$&\u200e');
  return { before: marked(before), after: marked(after) };
}

/** What a locale writes around an amount of a currency. */
export function moneyAffixes(
  locale: string,
  currency: string,
): { positive: Affixes; negative: Affixes } {
  const key = `${locale}|${currency}`;
  const known = moneyByKey.get(key);
  if (known) return known;
  let found: { positive: Affixes; negative: Affixes };
  try {
    const format = new Intl.NumberFormat(usableLocale(locale), { style: 'currency', currency });
    found = {
      positive: inOrder(affixes(format.formatToParts(1))),
      negative: inOrder(affixes(format.formatToParts(-1))),
    };
  } catch {
    const { negative } = numberSymbols(locale);
    const after = `${negative.after}\u00a0${currency}`;
    found = {
      positive: { before: '', after: `\u00a0${currency}` },
      negative: { before: negative.before, after },
    };
  }
  moneyByKey.set(key, found);
  return found;
}
