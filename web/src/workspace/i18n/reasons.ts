/**
 * The core says in English why something is refused, and what cannot be undone. Here its sentences
 * are found again and said in the language of the page; a sentence that is not known stays as it is.
 */
import { servedLanguage } from '../../i18n/translator.ts';
import { reasonsEn } from './reasons/en.ts';

export type ReasonKey = keyof typeof reasonsEn;
export type Reasons = Readonly<Record<ReasonKey, string>>;

/** Writes what the core filled into a sentence, in the words and formats of the page. */
export interface ReasonFormats {
  status(name: string): string;
  day(date: string): string;
  amount(decimal: string): string;
  issue(code: string): string;
  flag(name: string): string;
}

const loaders: Partial<Record<string, () => Promise<{ reasons: Reasons }>>> = {
  nb: () => import('./reasons/nb.ts'),
  nl: () => import('./reasons/nl.ts'),
  da: () => import('./reasons/da.ts'),
  de: () => import('./reasons/de.ts'),
  fr: () => import('./reasons/fr.ts'),
  es: () => import('./reasons/es.ts'),
  ar: () => import('./reasons/ar.ts'),
  ja: () => import('./reasons/ja.ts'),
};

/** The sentences of a language; null for English, which the core speaks itself. */
export async function loadReasons(tag: string): Promise<Reasons | null> {
  return (await loaders[servedLanguage(tag)]?.())?.reasons ?? null;
}

const HOLE = /\{(\w+)\}/g;

/** Each sentence as a pattern that finds what was filled in. */
const PATTERNS = (Object.keys(reasonsEn) as ReasonKey[]).map((key) => {
  const parts = reasonsEn[key].split(HOLE);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>.*?)` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return [key, new RegExp(`^${source.join('')}$`, 's')] as const;
});

/** "a draft, open or partly paid" as the names of statuses. */
function statusesIn(words: string): string[] {
  const names: Readonly<Record<string, string>> = {
    'a draft': 'draft',
    'partly paid': 'partlyPaid',
  };
  return words.split(/, | or /).map((word) => names[word] ?? word);
}

function filled(hole: string, value: string, formats: ReasonFormats): string {
  switch (hole) {
    case 'status':
    case 'statuses':
      return statusesIn(value).map(formats.status).join(' · ');
    case 'day':
      return formats.day(value);
    case 'amount':
      return formats.amount(value);
    case 'codes':
      return value.split(', ').map(formats.issue).join(' ');
    case 'flag':
      return formats.flag(value);
    default:
      return value;
  }
}

/** A sentence of the core in the language of the page. */
export function translateReason(
  reasons: Reasons | null,
  sentence: string,
  formats: ReasonFormats,
): string {
  if (!reasons) return sentence;
  for (const [key, pattern] of PATTERNS) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    return reasons[key].replaceAll(HOLE, (whole, hole: string) => {
      const value = found.groups?.[hole];
      return value === undefined ? whole : filled(hole, value, formats);
    });
  }
  return sentence;
}
