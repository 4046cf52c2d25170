/** The words of the page of rules, loaded when somebody opens it. */
import { Catalogue, type Words } from '../i18n/catalogue.ts';
import type en from '../../words/en.json?part=policy';

export type PolicyWord = keyof typeof en.policy;

/** A word with its places filled. */
export type SayPolicy = (key: PolicyWord, places?: Readonly<Record<string, string>>) => string;

const catalogue = new Catalogue<PolicyWord>(
  'policy',
  (language) => import(`../../words/${language}.json?part=policy`),
);

/** A rule as its page calls it; null where the words of that page are not loaded. */
export function ruleName(language: string, key: string): string | null {
  const words: Words<PolicyWord> | undefined = catalogue.loaded(language);
  return words?.has(key) ? words.t(key) : null;
}

/** Loads the words of a language. */
export async function loadPolicyWords(language: string): Promise<SayPolicy> {
  const words = await catalogue.load(language);
  return (key, places) => words.t(key, places);
}
