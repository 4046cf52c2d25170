/**
 * What the core refuses, and why, in the language of the page: a sentence is found by the id of its
 * reason, else by the code of the refusal, and filled with the values that came with it.
 */
import { CODE_SENTENCES, type RefusalCode, type SentenceId } from './sentence-ids.ts';
import { Catalogue } from '../i18n/catalogue.ts';

type Value = string | readonly string[];

/** A refusal, the reason against a step, or a notice, as the core says it. */
export interface Said {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
  readonly reasonId?: string;
  readonly values?: Readonly<Record<string, Value>>;
  /** What else is in the way. */
  readonly also?: readonly Said[];
}

/** Writes what is filled into a sentence in the words and formats of the page; '' for no word. */
export interface ReasonFormats {
  status?(name: string): string;
  kind?(name: string): string;
  day?(date: string): string;
  amount?(decimal: string): string;
}

/** How each value is written, by the place it has in the sentences. */
const WRITERS: Readonly<Record<string, keyof ReasonFormats>> = {
  status: 'status',
  statuses: 'status',
  kind: 'kind',
  to: 'kind',
  targets: 'kind',
  day: 'day',
  amount: 'amount',
};

/** Values that are sentences themselves. */
const SENTENCES = new Set(['remains', 'lasting']);

const HOLE = /\{(\w+)\}/g;
/** A flag that has no word leaves no empty parentheses. */
const EMPTY_PARENTHESES = /\s?[(（]\s*[)）]/g;

/** The sentences of one language. English stands in the replies themselves, but for what it fills in. */
export class RefusalWords {
  readonly #words: Readonly<Record<string, string>>;

  constructor(words: Readonly<Record<string, string>> = {}) {
    this.#words = words;
  }

  /** What a capability lets somebody do; '' for one that is no right of its own. */
  flag(name: string): string {
    return this.#words[`right.${name}`] ?? '';
  }

  /** One sentence, without what else is in the way. */
  say(said: Said, formats: ReasonFormats = {}): string {
    const sentence = this.#sentence(said);
    if (sentence === undefined) return said.message;
    return sentence
      .replaceAll(HOLE, (_, hole: string) => this.#filled(hole, said.values?.[hole], formats))
      .replaceAll(EMPTY_PARENTHESES, '')
      .trim();
  }

  /** Everything that is in the way, a sentence each. */
  all(said: Said, formats: ReasonFormats = {}): string[] {
    return [said, ...(said.also ?? [])].map((each) => this.say(each, formats));
  }

  #sentence({ reasonId, code }: Said): string | undefined {
    // English says a reason as it came; only in other languages a newer core's has its code's words.
    const own = this.#words[reasonId ?? ''];
    return own ?? this.#byCode(code);
  }

  #byCode(code: string | undefined): string | undefined {
    const id = CODE_SENTENCES[code as RefusalCode] as SentenceId | undefined;
    return id === undefined ? undefined : this.#words[id];
  }

  #filled(hole: string, value: Value | undefined, formats: ReasonFormats): string {
    if (value === undefined) return '';
    const write = (one: string): string => {
      if (SENTENCES.has(hole)) return this.say({ message: '', reasonId: one });
      if (hole === 'flag') return this.flag(one);
      const writer = WRITERS[hole];
      return writer === undefined ? one : (formats[writer]?.(one) ?? '');
    };
    return typeof value === 'string' ? write(value) : value.map(write).join(' · ');
  }
}

const catalogue = new Catalogue<string>(
  'refusals',
  (language) => import(`../../words/${language}.json?part=refusals`),
);

/** The words of a language, fetched once. */
export async function loadRefusalWords(tag: string): Promise<RefusalWords> {
  const { messages } = await catalogue.load(tag);
  return new RefusalWords(messages as Readonly<Record<string, string>>);
}

/** A refusal in a language, with what else is in the way; throws where the words cannot be fetched. */
export async function sayRefusal(
  tag: string,
  said: Said,
  formats: ReasonFormats = {},
): Promise<string> {
  return (await loadRefusalWords(tag)).all(said, formats).join(' ');
}
