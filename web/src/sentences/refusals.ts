/**
 * What the core refuses, and why, in the language of the page: a sentence is found by the id of its
 * reason, else by the code of the refusal, and filled with the values that came with it.
 */
import { CODE_SENTENCES, type RefusalCode, type SentenceId } from './sentence-ids.ts';
import type { CapabilityFlag } from '../store/capabilities.ts';
import { servedLanguage, type Language } from '../i18n/languages.ts';

export type Reasons = Readonly<Record<SentenceId, string>>;

/** A word for each capability but `readOnly`, which is no right of its own. */
export type FlagWords = Readonly<Record<Exclude<CapabilityFlag, 'readOnly'>, string>>;

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

const loaders: Record<Language, () => Promise<{ reasons: Partial<Reasons>; flags: FlagWords }>> = {
  en: () => import('./reasons/en.ts'),
  nb: () => import('./reasons/nb.ts'),
  nl: () => import('./reasons/nl.ts'),
  da: () => import('./reasons/da.ts'),
  de: () => import('./reasons/de.ts'),
  fr: () => import('./reasons/fr.ts'),
  es: () => import('./reasons/es.ts'),
  ar: () => import('./reasons/ar.ts'),
  ja: () => import('./reasons/ja.ts'),
};

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

/** The sentences of one language. English stands in the replies themselves. */
export class RefusalWords {
  readonly #reasons: Partial<Reasons>;
  readonly #flags: Partial<FlagWords>;

  constructor(reasons: Partial<Reasons> = {}, flags: Partial<FlagWords> = {}) {
    this.#reasons = reasons;
    this.#flags = flags;
  }

  /** What a capability lets somebody do; '' for one that is no right of its own. */
  flag(name: string): string {
    return this.#flags[name as keyof FlagWords] ?? '';
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
    const own = this.#reasons[reasonId as SentenceId];
    return own ?? this.#byCode(code);
  }

  #byCode(code: string | undefined): string | undefined {
    const id = CODE_SENTENCES[code as RefusalCode] as SentenceId | undefined;
    return id === undefined ? undefined : this.#reasons[id];
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

const loaded = new Map<string, Promise<RefusalWords>>();

/** The words of a language, fetched once. */
export function loadRefusalWords(tag: string): Promise<RefusalWords> {
  const language = servedLanguage(tag);
  const known = loaded.get(language);
  if (known) return known;
  const coming = loaders[language]().then(({ reasons, flags }) => new RefusalWords(reasons, flags));
  coming.catch(() => loaded.delete(language));
  loaded.set(language, coming);
  return coming;
}

/** A refusal in a language, with what else is in the way; throws where the words cannot be fetched. */
export async function sayRefusal(
  tag: string,
  said: Said,
  formats: ReasonFormats = {},
): Promise<string> {
  return (await loadRefusalWords(tag)).all(said, formats).join(' ');
}
