/** What the core refuses, for buyers; the words are fetched when something is refused. */
import type { Said } from '../i18n/refusals.ts';
import { formatDate } from '../date/dates.ts';

/** A refusal in a language; as the core said it where the words cannot be fetched. */
export async function inWords(language: string, said: Said): Promise<string> {
  try {
    const { sayRefusal } = await import('../i18n/refusals.ts');
    return await sayRefusal(language, said, { day: (date) => formatDate(date, language) });
  } catch {
    return said.message;
  }
}
