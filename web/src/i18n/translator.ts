/** Messages with placeholders and plural forms; the language is separate from the number locale. */
import { en } from './en.ts';
import { servedLanguage, type Language } from './languages.ts';
import { directionOf, filledIn } from './placeholders.ts';

export { LANGUAGES, servedLanguage, type Language } from './languages.ts';

/** A text with `{placeholders}`, or its plural forms by CLDR category of the parameter `count`. */
export type Message = string | Readonly<Record<string, string>>;
export type MessageKey = keyof typeof en;
export type Messages = Readonly<Record<MessageKey, Message>>;
export type MessageParameters = Readonly<Record<string, string | number>>;

/** One language's messages, with English where one is missing. */
export class Translator {
  readonly #messages: Partial<Messages>;
  readonly #plurals: Intl.PluralRules;
  #lists: Intl.ListFormat | null = null;
  readonly language: string;

  constructor(language: string, messages: Partial<Messages>) {
    this.language = language;
    this.#messages = messages;
    this.#plurals = new Intl.PluralRules(language);
  }

  /** The same language with a host's own words for some messages. */
  with(own: Partial<Messages>): Translator {
    if (Object.keys(own).length === 0) return this;
    return new Translator(this.language, { ...this.#messages, ...own });
  }

  /** Reading direction of the language. */
  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.language);
  }

  /**
   * The message with its placeholders filled; `count` chooses the plural form. Where it stands in
   * the parameters as text already, in some number format, it is given apart.
   */
  t(key: MessageKey, parameters: MessageParameters = {}, count = parameters['count']): string {
    const message: Message = this.#messages[key] ?? en[key];
    const text = typeof message === 'string' ? message : this.#plural(message, count);
    if (!text.includes('{')) return text;
    return filledIn(text, parameters, this.direction);
  }

  /** The message of a key that is made at run time, or `otherwise` where there is none. */
  lookup(
    key: string,
    otherwise: string,
    parameters: MessageParameters = {},
    count = parameters['count'],
  ): string {
    const isKnown = key in en || key in this.#messages;
    return isKnown ? this.t(key as MessageKey, parameters, count) : otherwise;
  }

  /** Texts in one sentence: "this, that and more". */
  list(texts: readonly string[]): string {
    this.#lists ??= new Intl.ListFormat(this.language);
    return this.#lists.format(texts);
  }

  #plural(forms: Readonly<Record<string, string>>, count: string | number | undefined): string {
    const category = this.#plurals.select(Number(count ?? 0));
    return forms[category] ?? forms['other'] ?? '';
  }
}

const loaders: Record<Exclude<Language, 'en'>, () => Promise<{ messages: Partial<Messages> }>> = {
  nb: () => import('./nb.ts'),
  nl: () => import('./nl.ts'),
  da: () => import('./da.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  ar: () => import('./ar.ts'),
  ja: () => import('./ja.ts'),
};

/** English, which is always there. */
export const english = new Translator('en', en);

/** Loads a language; en is there at once, the others come as files of their own. */
export async function loadLanguage(tag: string): Promise<Translator> {
  const language = servedLanguage(tag);
  if (language === 'en') return english;
  return new Translator(language, (await loaders[language]()).messages);
}
