/** The words of the buyer's page; the document's language chooses among them. */
import { filledIn } from '../i18n/placeholders.ts';
import { servedLanguage, type Language } from '../i18n/translator.ts';
import { words as en } from './words/en.ts';

export type PaperWord = keyof typeof en;
export type PaperWords = Readonly<Record<PaperWord, string>>;

const loaders: Record<Exclude<Language, 'en'>, () => Promise<{ words: PaperWords }>> = {
  nb: () => import('./words/nb.ts'),
  nl: () => import('./words/nl.ts'),
  da: () => import('./words/da.ts'),
  de: () => import('./words/de.ts'),
  fr: () => import('./words/fr.ts'),
  es: () => import('./words/es.ts'),
  ar: () => import('./words/ar.ts'),
  ja: () => import('./words/ja.ts'),
};

/** English, which is always there. */
export const englishWords: PaperWords = en;

/** The words of a language; English where it is not one of ours. */
export async function loadWords(tag: string): Promise<PaperWords> {
  const language = servedLanguage(tag);
  return language === 'en' ? en : (await loaders[language]()).words;
}

/** A phrase with its `{placeholders}` filled. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return filledIn(text, values, 'ltr');
}
