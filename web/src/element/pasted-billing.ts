/** The billing of a line, as the cells of a list say it: `monthly`, `12 months`, `P1Y`, `$49/mo`. */
import type { JsonObject } from '../../../schema/contract.ts';
import { billing } from '../columns/billing.ts';
import type { ColumnContext } from '../columns/column.ts';
import { english } from '../i18n/translator.ts';
import { normaliseTyping } from '../number/parse.ts';
import { FREQUENCY_PREFIX, FREQUENCY_WORDS, TERM_WORDS, TIMES } from './billing-words.ts';
import { folded } from './plain-heading.ts';

const plain = (text: string): string =>
  folded(normaliseTyping(text))
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();

const byWord = (listed: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(listed).flatMap(([id, words]) =>
      words.split('|').map((word) => [plain(word), id] as const),
    ),
  );
const frequencies = byWord(FREQUENCY_WORDS);
const termUnits = byWord(TERM_WORDS);

/** The frequency (RE-1.1) that words mean; undefined where they mean none. */
export function frequencyMeant(text: string): string | undefined {
  const words = plain(text);
  return frequencies.get(words) ?? frequencies.get(words.replace(FREQUENCY_PREFIX, '').trim());
}

/** A word that says how often, beside a price: shorter ones mean too much else. */
const SHORTEST = 4;

/** How often a price is paid, as its heading says it: `Monthly fee`, `Preis pro Jahr`. */
export function frequencyInHeading(heading: string): string | undefined {
  const found = plain(heading)
    .split(' ')
    .flatMap((word) => (word.length < SHORTEST ? [] : (frequencies.get(word) ?? [])));
  return found.find((frequency) => frequency !== 'one_time');
}

/** True for a duration in the form of ISO 8601 that a term may have. */
const ISO = /^P(?:\d{1,4}Y)?(?:\d{1,5}M)?(?:\d{1,6}W)?$/;

/**
 * The term that text means, in the form of ISO 8601; undefined where it means none. `heading` may say
 * what bare numbers count: `Term (months)`.
 */
export function termMeant(text: string, heading: string): string | undefined {
  const typed = normaliseTyping(text).trim().toUpperCase();
  if (typed !== 'P' && ISO.test(typed)) return typed;
  const [, count, unit = ''] = /^(\d{1,5}) ?-?(\D*)$/u.exec(plain(text)) ?? [];
  if (count === undefined || Number(count) === 0) return undefined;
  const counted = unit.trim() === '' ? unitIn(heading) : termUnits.get(unit.trim());
  return counted === undefined ? undefined : `P${Number(count)}${counted}`;
}

/**
 * The term that a cell means for what is paid so often. A bare number is of months or of payments: it is
 * clear where these are the same.
 */
function termOf(lasting: string, heading: string, frequency: unknown): string | undefined {
  const term = termMeant(lasting, heading);
  return term === undefined && frequency === 'monthly' ? termMeant(`${lasting} M`, '') : term;
}

/** What two cells of a list say of the billing. */
export interface BillingCells {
  readonly often: string;
  readonly lasting: string;
  /** What stands above the latter; it may say what bare numbers count. */
  readonly heading: string;
}

/**
 * The billing that the cells mean, where it is `before` unless they say how often: null for what is paid
 * once. `unclear` is the text that is not understood; a term says nothing of what is paid once.
 */
export function billingOfCells(
  { often, lasting, heading }: BillingCells,
  before: JsonObject | null,
  context: ColumnContext,
): { readonly billing: JsonObject | null; readonly unclear: string | null } {
  const meant = often === '' ? null : billingOfCell(often, context);
  const billing = meant ?? before;
  if (meant === undefined) return { billing, unclear: often };
  if (lasting === '') return { billing, unclear: null };
  const term = termOf(lasting, heading, billing?.['frequency']);
  if (billing === null || term === undefined) return { billing, unclear: lasting };
  return { billing: { ...billing, term }, unclear: null };
}

function unitIn(heading: string): string | undefined {
  const units = plain(heading)
    .split(' ')
    .flatMap((word) => (word.length > 1 ? (termUnits.get(word) ?? []) : []));
  return units.length === 1 ? units[0] : undefined;
}

/** A number of payments behind how often they come: `monthly x 12`, `mensuel, 12 fois`. */
const COUNTED = new RegExp(
  `^(.*?\\p{L})[\\s,;(]+(?:[x×*]\\s*(\\d{1,4})|(\\d{1,4})\\s*(?:${TIMES}))\\)?$`,
  'iu',
);

function counted(text: string): JsonObject | undefined {
  const [, often = '', behind, before] = COUNTED.exec(text) ?? [];
  const payments = Number(behind ?? before ?? '0');
  const frequency = frequencyMeant(often);
  const isOne = frequency === undefined || frequency === 'one_time';
  return isOne || payments === 0 ? undefined : { frequency, payments };
}

/** The billing that words mean, `monthly for 12 months`; null for what is paid once. */
function billingMeant(text: string): JsonObject | null | undefined {
  const frequency = frequencyMeant(text);
  if (frequency !== undefined) return frequency === 'one_time' ? null : { frequency };
  const typed = normaliseTyping(text).trim();
  const repeated = counted(typed);
  if (repeated !== undefined) return repeated;
  const [, often = '', lasting = ''] =
    /^(.*?\p{L})[\s,;(×x*]+(?:for|für|pour|por|per|voor|i|w)?\s*((?:\p{Nd}|P\d).*?)\)?$/u.exec(
      typed,
    ) ?? [];
  const each = frequencyMeant(often);
  const term = termMeant(lasting, '');
  if (each === undefined || each === 'one_time' || term === undefined) return undefined;
  return { frequency: each, term };
}

/**
 * The billing that one cell means: in the words that a cell of ours shows, in the reader's language or
 * in English, or in the words of lists. Null for what is paid once, undefined where it is not clear.
 */
export function billingOfCell(cell: string, context: ColumnContext): JsonObject | null | undefined {
  const row = { id: '', index: 0, input: {}, priced: null, issues: [] };
  for (const translator of [context.translator, english]) {
    const own = billing.readPasted?.(cell, row, { ...context, translator });
    if (own?.ok === true) return (own.changes[0]?.value as JsonObject | undefined) ?? null;
  }
  return billingMeant(cell);
}
