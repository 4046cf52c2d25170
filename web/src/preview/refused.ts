/** What the core refuses, for buyers; the words are fetched when something is refused. */
import type { Said } from '../sentences/refusals.ts';
import type { Translator } from '../i18n/translator.ts';
import { isServed } from '../i18n/languages.ts';
import { formatDate } from '../date/dates.ts';

/** What is said before a document says its language: in the first of the browser's that is served. */
export function browserLanguage(): string {
  return navigator.languages.find(isServed) ?? 'en';
}

/** A refusal in a language; only that it is one where the words cannot be fetched. */
export async function inWords(translator: Translator, said: Said): Promise<string> {
  const { language } = translator;
  try {
    const { sayRefusal } = await import('../sentences/refusals.ts');
    return await sayRefusal(language, said, { day: (date) => formatDate(date, language) });
  } catch {
    return language === 'en' ? said.message : translator.t('refused.unsaid');
  }
}
