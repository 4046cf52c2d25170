// The words of the sync in the languages of the editor; all but English come when they are asked for.

import { servedLanguage, type Language } from '../../i18n/languages.ts';
import { en } from './words/en.ts';

export type SyncWord = keyof typeof en;
/** A text with `{placeholders}`, or its plural forms by CLDR category of `count`. */
export type SyncMessages = Record<SyncWord, string | Record<string, string>>;

const loaders: Record<Exclude<Language, 'en'>, () => Promise<{ messages: SyncMessages }>> = {
  nb: () => import('./words/nb.ts'),
  nl: () => import('./words/nl.ts'),
  da: () => import('./words/da.ts'),
  de: () => import('./words/de.ts'),
  fr: () => import('./words/fr.ts'),
  es: () => import('./words/es.ts'),
  ar: () => import('./words/ar.ts'),
  ja: () => import('./words/ja.ts'),
};

/** One language's words. */
export class SyncWords {
  readonly #plurals: Intl.PluralRules;

  constructor(
    readonly language: Language,
    readonly messages: SyncMessages,
  ) {
    this.#plurals = new Intl.PluralRules(language);
  }

  /** The text with its placeholders filled; `count` chooses the plural form. */
  say(word: SyncWord, values: Record<string, string | number> = {}): string {
    const message = this.messages[word];
    const form = this.#plurals.select(Number(values.count ?? 0));
    const text = typeof message === 'string' ? message : (message[form] ?? message.other ?? '');
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      // A name may run in the other direction than the sentence around it: isolate it.
      return typeof value === 'string' ? `\u2068${value}\u2069` : String(value);
    });
  }

  get direction(): 'ltr' | 'rtl' {
    return this.language === 'ar' ? 'rtl' : 'ltr';
  }
}

export const englishWords = new SyncWords('en', en);

/** The words for a language tag such as `de-AT`; English where there are none. */
export async function loadSyncWords(tag: string): Promise<SyncWords> {
  const language = servedLanguage(tag);
  if (language === 'en') return englishWords;
  return new SyncWords(language, (await loaders[language]()).messages);
}
