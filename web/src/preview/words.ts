/** The words of the buyer's page; the document's language chooses among them. */
import { Catalogue, Words } from '../i18n/catalogue.ts';
import { filledIn } from '../i18n/placeholders.ts';
import en from '../../words/en.json?part=paper';

export type PaperWord = keyof typeof en.paper;
export type PaperWords = Readonly<Record<PaperWord, string>>;

/** English, which is always there. */
export const englishWords: PaperWords = en.paper;

const catalogue = new Catalogue(
  'paper',
  (language) => import(`../../words/${language}.json?part=paper`),
  new Words<PaperWord>('en', en.paper),
);

/** The words of a language; English where it is not one of ours, and for what it lacks. */
export async function loadWords(tag: string): Promise<PaperWords> {
  const { messages } = await catalogue.load(tag);
  return { ...englishWords, ...(messages as Partial<PaperWords>) };
}

/** A phrase with its `{placeholders}` filled. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return filledIn(text, values, 'ltr');
}
