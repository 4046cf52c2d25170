/** What a page is drawn from, and small readers of it. Amounts are the core's text, never computed. */
import type { Translator } from '../i18n/translator.ts';
import { formatDate } from '../date/dates.ts';
import { formatDecimal, formatMoney, formatPercent } from '../number/format.ts';
import type {
  Account,
  Amount,
  Json,
  JsonObject,
  PricedView,
  Standing,
  TaxTotal,
} from '../../../schema/contract.ts';
import type { PaperWords } from './words.ts';

/** A document as the buyer sees it. `state` is what the core saved: all its numbers are text. */
export interface PaperSource {
  readonly state: JsonObject;
  readonly view: PricedView;
  /** The line taxes by rate, as they are printed. */
  readonly taxes: readonly TaxTotal[];
  /** How it stands on the reader's day. */
  readonly standing: Standing;
  /** Of a subscription, where the host knows what was made of it. */
  readonly account?: Account;
  readonly words: PaperWords;
  readonly translator: Translator;
  /** Locale of numbers and dates. */
  readonly locale: string;
  /** Whether the reader may choose quantities and optional lines here. */
  readonly choosing?: boolean;
  /** By line: what the reader can do about its quantity here. */
  readonly quantities?: ReadonlyMap<string, QuantityChoice>;
}

/** What the page says at a quantity that the reader may choose. */
export interface QuantityChoice {
  /** What was typed and is not offered: it stays until it is mended. */
  readonly refused?: string;
  /** Whether there is one less, and one more, to choose. */
  readonly less: boolean;
  readonly more: boolean;
}

/** Text of a member; '' where there is none. */
export function text(object: Json | undefined, member: string): string {
  const value = record(object)[member];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A member that is an object; an empty one where there is none. */
export function record(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The objects of a member that is a list. */
export function records(object: Json | undefined, member: string): JsonObject[] {
  const value = record(object)[member];
  return Array.isArray(value) ? value.map(record) : [];
}

/** The formats of one document. */
export class PaperFormats {
  readonly #source: PaperSource;

  constructor(source: PaperSource) {
    this.#source = source;
  }

  /** An amount with its currency; a dash where there is none. */
  money(amount: Amount | null | undefined): string {
    if (amount === null || amount === undefined) return '–';
    return formatMoney(amount, this.#source.locale, this.#source.view.currency);
  }

  /** A price of one unit, which may have more decimals than the currency. */
  price(amount: string): string {
    const digits = (this.#source.view.summary.subtotal ?? '0.00').split('.')[1]?.length ?? 0;
    const [whole = '', fraction = ''] = amount.split('.');
    const filled = fraction.padEnd(digits, '0');
    return this.money(filled === '' ? whole : `${whole}.${filled}`);
  }

  number(decimal: string): string {
    return formatDecimal(decimal, this.#source.locale);
  }

  percent(decimal: string): string {
    return formatPercent(decimal, this.#source.locale);
  }

  day(date: string): string {
    return formatDate(date, this.#source.locale);
  }
}
