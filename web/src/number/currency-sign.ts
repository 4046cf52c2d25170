/** Amounts typed with their currency: `$1,234.50`, `12 USD`, `1 234,50 kr`. */
import { normaliseTyping } from './parse.ts';
import { usableLocale } from './symbols.ts';

/** A typed amount apart from the sign or code of its currency. */
export interface SignedAmount {
  /** The amount as it was typed, without the sign. */
  readonly number: string;
  /** The sign or code as it was typed; '' where there is none. */
  readonly sign: string;
  /** True where the sign is one of the currency asked for. */
  readonly own: boolean;
}

/** What people write for a currency beside its code and the signs and names that Intl knows. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  AED: ['درهم'],
  BGN: ['лв'],
  BRL: ['reais'],
  CAD: ['C$', 'CA$'],
  CHF: ['Fr', 'SFr', 'Franken', 'francs'],
  CNY: ['元', 'RMB'],
  CZK: ['Kc'],
  EGP: ['جنيه'],
  EUR: ['Euro', 'euros', 'يورو'],
  GBP: ['pounds'],
  INR: ['Rs'],
  JPY: ['円', 'yen'],
  PLN: ['zl', 'zloty', 'złotych'],
  RUB: ['руб'],
  SAR: ['ريال'],
  SEK: ['kronor'],
  TRY: ['TL'],
  USD: ['dollars', 'دولار'],
};

type Display = 'symbol' | 'narrowSymbol' | 'name';
const DISPLAYS: readonly Display[] = ['symbol', 'narrowSymbol', 'name'];

/** Languages whose signs are known whatever the numbers beside them look like: `900.00 ج.م.`. */
const WRITTEN_IN = ['en', 'ar', 'da', 'de', 'es', 'fr', 'ja', 'nb', 'nl'];

function symbolOf(currency: string, locale: string, currencyDisplay: Display): string {
  try {
    const options = { style: 'currency', currency, currencyDisplay } as const;
    const parts = new Intl.NumberFormat(usableLocale(locale), options).formatToParts(1);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}

/** Signs compare without case, spaces, marks of direction and the dot of an abbreviation. */
function plain(sign: string): string {
  return normaliseTyping(sign).normalize('NFKC').replace(/[ .]/g, '').toLocaleUpperCase('en');
}

const ownSigns = new Map<string, ReadonlySet<string>>();

function signsOf(currency: string, locale: string): ReadonlySet<string> {
  const key = `${currency}|${locale}`;
  const known = ownSigns.get(key);
  if (known) return known;
  const written = [locale, ...WRITTEN_IN].flatMap((each) =>
    DISPLAYS.map((display) => symbolOf(currency, each, display)),
  );
  const signs = new Set([currency, ...written, ...(ALSO[currency] ?? [])].map(plain));
  ownSigns.set(key, signs);
  return signs;
}

let everySign: ReadonlySet<string> | null = null;

/** True for the code or sign of some currency. A lone letter is more likely something else. */
function isCurrency(sign: string): boolean {
  if (/\p{Sc}/u.test(sign)) return true;
  everySign ??= new Set(
    Intl.supportedValuesOf('currency')
      .flatMap((code) => [code, symbolOf(code, 'en', 'narrowSymbol'), ...(ALSO[code] ?? [])])
      .map(plain),
  );
  const written = plain(sign);
  return !/^[A-Z]?$/.test(written) && everySign.has(written);
}

/** A dash in place of the decimals ends an amount: `890,-`, `45.—`, `100:-`. */
export const DASHED_END = /(\d) ?[.,:] ?[-–—]+(?=$|[^\d])/u;

const SIGN = String.raw`[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}.]*`;
const AMOUNT = new RegExp(
  String.raw`^(?<minus>[+-]?) ?(?<before>${SIGN})? ?(?<number>[+-]?[\d.,\u066b\u066c' ]*\d[\d.,\u066b\u066c' ]*?[.,]?) ?(?<after>${SIGN})?$`,
  'u',
);

/** Takes the currency's sign off a typed amount; text without one comes back as it is. */
export function withoutSign(written: string, currency: string, locale: string): SignedAmount {
  const text = written.replace(DASHED_END, '$1');
  const parts = AMOUNT.exec(normaliseTyping(text).trim())?.groups;
  const { minus = '', before = '', number = '', after = '' } = parts ?? {};
  const sign = before || after;
  // `$12 USD` names one currency twice; `€12 USD` names two, and means nothing.
  const signs = [before, after].filter((each) => each !== '');
  if (
    signs.length === 0 ||
    !signs.every((each) => isOwn(each, currency, locale) || isCurrency(each))
  )
    return { number: text, sign: '', own: true };
  const foreign = signs.find((each) => !isOwn(each, currency, locale));
  return { number: minus + number, sign: foreign ?? sign, own: foreign === undefined };
}

function isOwn(sign: string, currency: string, locale: string): boolean {
  return signsOf(currency, locale).has(plain(sign));
}
