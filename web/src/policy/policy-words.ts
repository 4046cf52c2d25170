/** The words of the page of rules: files of their own, loaded when somebody opens it. */
import { servedLanguage, type Language } from '../i18n/languages.ts';
import { directionOf, filledIn } from '../i18n/placeholders.ts';
import type { PolicyWord, PolicyWords } from './words/en.ts';

export type { PolicyWord } from './words/en.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly words: PolicyWords }>>> = {
  en: () => import('./words/en.ts'),
  nb: () => import('./words/nb.ts'),
  nl: () => import('./words/nl.ts'),
  da: () => import('./words/da.ts'),
  de: () => import('./words/de.ts'),
  fr: () => import('./words/fr.ts'),
  es: () => import('./words/es.ts'),
  ar: () => import('./words/ar.ts'),
  ja: () => import('./words/ja.ts'),
};

/** A word with its places filled. */
export type SayPolicy = (key: PolicyWord, places?: Readonly<Record<string, string>>) => string;

/** What was loaded already, by language. */
const loaded = new Map<Language, PolicyWords>();

/** A rule as its page calls it; null where the words of that page are not loaded. */
export function ruleName(language: string, key: string): string | null {
  const words = loaded.get(servedLanguage(language));
  return words && key in words ? words[key as PolicyWord] : null;
}

/** Loads the words of a language. */
export async function loadPolicyWords(language: string): Promise<SayPolicy> {
  const served = servedLanguage(language);
  const { words } = await LOADERS[served]();
  loaded.set(served, words);
  return (key, places = {}) => filledIn(words[key], places, directionOf(language));
}
