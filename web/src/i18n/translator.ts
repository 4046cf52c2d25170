/** The words of the editor, which every page has; the language is separate from the number locale. */
import { Catalogue, Words, type Messages as MessagesOf } from './catalogue.ts';
import en from '../../words/en.json?part=editor';

export { LANGUAGES, servedLanguage, type Language } from './languages.ts';
export type { Message, MessageParameters } from './catalogue.ts';

export type MessageKey = keyof typeof en.editor;
export type Messages = MessagesOf<MessageKey>;
export type Translator = Words<MessageKey>;

/** English, which is always there. */
export const english: Translator = new Words('en', en.editor);

const catalogue = new Catalogue(
  'editor',
  (language) => import(`../../words/${language}.json?part=editor`),
  english,
);

/** Loads a language; en is there at once, the others come as files of their own. */
export const loadLanguage = (tag: string): Promise<Translator> => catalogue.load(tag);
