/** What a page starts with before anybody chose: read from the browser, and changeable afterwards. */
import countryToCurrency from 'country-to-currency';
import { usableLocale } from '../number/symbols.ts';
import { isServed, servedLanguage, type Language } from './languages.ts';

export interface FirstChoices {
  readonly language: Language;
  /** Locale of numbers and dates. */
  readonly locale: string;
  /** ISO 4217 code of the money people pay with in that region. */
  readonly currency: string;
}

/** The region a tag names or, where it names none, the one most of its speakers live in. */
function regionOf(tag: string): string {
  const locale = new Intl.Locale(tag);
  return locale.region ?? locale.maximize().region ?? '';
}

/**
 * The first choices for the languages of a browser, the most wanted first: `nn-NO` is served by nb;
 * numbers and money follow the first tag also where its language is none of ours.
 */
export function firstChoices(tags: readonly string[]): FirstChoices {
  const known = tags.filter((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length > 0;
    } catch {
      return false;
    }
  });
  const first = known[0] ?? 'en-US';
  const region = regionOf(first);
  const withRegion = new Intl.Locale(first).region ? first : `${first}-${region}`;
  const currencies: Readonly<Record<string, string>> = countryToCurrency;
  const language = servedLanguage(known.find(isServed) ?? 'en');
  const isWritten = Intl.NumberFormat.supportedLocalesOf([withRegion]).length > 0;
  return {
    language,
    locale: isWritten ? withRegion : usableLocale(`${language}-${region}`),
    currency: currencies[region] ?? 'USD',
  };
}

/**
 * The first choices of somebody who chose a language: those of the browser where it speaks it, also
 * among others, else those of where most of its speakers live.
 */
export function choicesIn(language: string, tags: readonly string[]): FirstChoices {
  const first = firstChoices(tags);
  if (first.language === language) return first;
  const own = tags.filter((tag) => isServed(tag) && servedLanguage(tag) === language);
  return firstChoices([...own, language]);
}
