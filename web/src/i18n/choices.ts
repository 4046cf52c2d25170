/**
 * The countries and currencies one can choose, named in the person's language and found by what
 * people call them: their own name, that of another language of the page, code or symbol.
 */
import { LANGUAGES } from './languages.ts';

/** One entry of a list to choose from. */
export interface Choice {
  /** What is stored: an ISO code. */
  readonly value: string;
  /** What the box shows while the entry is chosen. */
  readonly label: string;
  /** Shown smaller beside it in the list. */
  readonly detail?: string;
  /** Whatever else it is called: each finds it. */
  readonly names: readonly string[];
}

type NameKind = 'region' | 'currency';

const displayNames = new Map<string, Intl.DisplayNames>();

/** What a language calls a region or a currency; null where it has no name for it. */
function nameIn(language: string, type: NameKind, code: string): string | null {
  const key = `${type} ${language}`;
  let names = displayNames.get(key);
  if (!names) {
    names = new Intl.DisplayNames([language, 'en'], { type, fallback: 'none' });
    displayNames.set(key, names);
  }
  try {
    return names.of(code) ?? null;
  } catch {
    return null;
  }
}

/** Codes that CLDR names although ISO 3166-1 assigns them to no country. */
const NO_COUNTRIES = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The codes of ISO 3166-1 in use (and XK, Kosovo): named by CLDR, and not replaced by another. */
function countryCodes(): string[] {
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) =>
      !NO_COUNTRIES.has(code) &&
      nameIn('en', 'region', code) !== null &&
      Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
  );
}

/** What a code is called in every language of the page, and in one more. */
function namesOf(type: NameKind, code: string, more: readonly string[]): string[] {
  const names = [...LANGUAGES, ...more].map((language) => nameIn(language, type, code) ?? '');
  return [...new Set(names)].filter((name) => name !== '');
}

function sorted(choices: Choice[], language: string): readonly Choice[] {
  const { compare } = new Intl.Collator(language);
  return choices.sort((one, other) => compare(one.label, other.label));
}

const countryLists = new Map<string, readonly Choice[]>();

/** All countries, by name. */
export function countryChoices(language: string): readonly Choice[] {
  const known = countryLists.get(language);
  if (known) return known;
  const choices = countryCodes().map((code) => {
    const own = new Intl.Locale(`und-${code}`).maximize().language;
    return {
      value: code,
      label: nameIn(language, 'region', code) ?? code,
      detail: code,
      names: namesOf('region', code, own === 'und' ? [] : [own]),
    };
  });
  const list = sorted(choices, language);
  countryLists.set(language, list);
  return list;
}

/** What a stored country is called: by its code; else the text as it was written. */
export function countryName(stored: string, language: string): string {
  return /^[A-Z]{2}$/.test(stored) ? (nameIn(language, 'region', stored) ?? stored) : stored;
}

/** What a currency is called. */
export function currencyName(code: string, language: string): string {
  return nameIn(language, 'currency', code) ?? code;
}

/** The signs people write for a currency: `kr`, `kr.`, `€`, `US$`. */
function symbolsOf(code: string, language: string): string[] {
  const symbols = (['symbol', 'narrowSymbol'] as const).map((currencyDisplay) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay })
      .formatToParts(1)
      .find(({ type }) => type === 'currency')
      ?.value.replaceAll(/[\u200e\u200f\u061c]/g, ''),
  );
  return [...new Set(symbols)].filter(
    (symbol): symbol is string => symbol !== undefined && symbol !== code,
  );
}

const currencyLists = new Map<string, readonly Choice[]>();

/** The currencies of these codes (those the core knows), by name. */
export function currencyChoices(codes: readonly string[], language: string): readonly Choice[] {
  const known = currencyLists.get(language);
  if (known?.length === codes.length) return known;
  const choices = codes.map((code) => {
    const symbols = symbolsOf(code, language);
    return {
      value: code,
      label: `${code} · ${currencyName(code, language)}`,
      ...(symbols.length === 0 ? {} : { detail: symbols.at(-1) ?? '' }),
      names: [code, ...symbols, ...namesOf('currency', code, [])],
    };
  });
  const { compare } = new Intl.Collator(language);
  const list = choices.sort((one, other) =>
    compare(currencyName(one.value, language), currencyName(other.value, language)),
  );
  currencyLists.set(language, list);
  return list;
}
