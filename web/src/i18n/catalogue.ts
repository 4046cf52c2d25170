/**
 * The words of the product: `web/words` has one file a language, with a part for each thing that is
 * loaded at its own time. The build cuts the files along the parts (web/words-plugin.ts).
 */
import { servedLanguage, type Language } from './languages.ts';
import { directionOf, filledIn } from './placeholders.ts';

/** A text with `{placeholders}`, or its plural forms by CLDR category of the parameter `count`. */
export type Message = string | Readonly<Record<string, string>>;
export type Messages<Key extends string> = Readonly<Record<Key, Message>>;
export type MessageParameters = Readonly<Record<string, string | number>>;

/** The words of one part in one language, with others (English) where one is missing. */
export class Words<Key extends string> {
  readonly #plurals: Intl.PluralRules;
  #lists: Intl.ListFormat | null = null;

  constructor(
    readonly language: string,
    readonly messages: Partial<Messages<Key>>,
    readonly otherwise: Partial<Messages<Key>> = {},
  ) {
    this.#plurals = new Intl.PluralRules(language);
  }

  /** The same language with a host's own words for some messages. */
  with(own: Partial<Messages<Key>>): Words<Key> {
    if (Object.keys(own).length === 0) return this;
    return new Words(this.language, { ...this.messages, ...own }, this.otherwise);
  }

  /** Reading direction of the language. */
  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.language);
  }

  /**
   * The message with its placeholders filled; `count` chooses the plural form. Where it stands in
   * the parameters as text already, in some number format, it is given apart.
   */
  t(key: Key, parameters: MessageParameters = {}, count = parameters['count']): string {
    const message = this.messages[key] ?? this.otherwise[key] ?? '';
    const text = typeof message === 'string' ? message : this.#plural(message, count);
    if (!text.includes('{')) return text;
    return filledIn(text, parameters, this.direction);
  }

  /** Whether there is a message of a key that is made at run time. */
  has(key: string): key is Key {
    return key in this.messages || key in this.otherwise;
  }

  /** The message of a key that is made at run time, or `otherwise` where there is none. */
  lookup(
    key: string,
    otherwise: string,
    parameters: MessageParameters = {},
    count = parameters['count'],
  ): string {
    return this.has(key) ? this.t(key, parameters, count) : otherwise;
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

/** A part of a language's file, as the build cuts it out. */
type Cut = Readonly<{ default: unknown }>;

/** One part of the words in all languages, each fetched when it is first asked for. */
export class Catalogue<Key extends string> {
  readonly #here = new Map<Language, Words<Key>>();

  /** `english` where that is always there; other languages then have it for what they lack. */
  constructor(
    readonly part: string,
    readonly fetch: (language: Language) => Promise<Cut>,
    readonly english?: Words<Key>,
  ) {
    if (english) this.#here.set('en', english);
  }

  /** The words for a language tag such as `de-AT`; rejects where they cannot be fetched. */
  async load(tag: string): Promise<Words<Key>> {
    const language = servedLanguage(tag);
    return this.#here.get(language) ?? this.#read(language);
  }

  /** The words for a language tag, where they were loaded before. */
  loaded(tag: string): Words<Key> | undefined {
    return this.#here.get(servedLanguage(tag));
  }

  async #read(language: Language): Promise<Words<Key>> {
    const { default: cut } = await this.fetch(language);
    const messages = (cut as Readonly<Record<string, Messages<Key>>>)[this.part];
    const words = new Words(language, messages ?? {}, this.english?.messages);
    this.#here.set(language, words);
    return words;
  }
}
