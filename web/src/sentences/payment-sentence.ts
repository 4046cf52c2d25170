/**
 * What a buyer pays, in one sentence: "9.91 today, then 11 × 11.01 monthly". Payments that end are
 * counted: a date to which they run would be read as one more. Every amount is the core's; nothing is
 * added up here.
 */
import { formatLongDate } from '../date/dates.ts';
import type { DelayedEntry, RecurringEntry } from '../../../schema/contract.ts';
import type { Translator } from '../i18n/translator.ts';
import { formatDecimal } from '../number/format.ts';

/** The words and forms a sentence is written in. */
export interface SentenceWords {
  readonly translator: Translator;
  /** Of numbers and short dates; words like "November" are the sentence's own language. */
  readonly locale: string;
  /** An amount as text. */
  readonly money: (amount: string | null) => string;
}

/** What the core says of the payments. */
export interface PaymentTerms {
  /** The document's date: what starts later says when. */
  readonly date: string;
  /** The reader's own day. What is due on another one, or is read on paper, is said with its date. */
  readonly today?: string;
  readonly dueNow: string | null;
  readonly recurring: readonly RecurringEntry[];
  readonly delayed?: readonly DelayedEntry[] | undefined;
}

/** The payment at checkout and those after it, each in words. */
export interface PaymentParts {
  readonly today: string;
  readonly later: readonly string[];
}

/** Beyond this a sentence is no help to anybody; the schedule has it all. */
export const MOST_PARTS = 6;

class Parts {
  readonly #words: SentenceWords;
  readonly #dateLocale: string;

  constructor(words: SentenceWords) {
    this.#words = words;
    const { language } = words.translator;
    const own = words.locale.split('-')[0] === language;
    this.#dateLocale = own ? words.locale : language;
  }

  /** What is due on the document's date. */
  dueNow({ dueNow, date, today }: PaymentTerms): string {
    const { translator } = this.#words;
    const nothing = dueNow !== null && /^-?[0.]*$/.test(dueNow);
    if (date !== today) {
      return nothing
        ? translator.t('sentence.nothingOn', { date: formatLongDate(date, this.#dateLocale) })
        : this.once(dueNow, date);
    }
    return nothing
      ? translator.t('sentence.nothingToday')
      : translator.t('sentence.today', { amount: this.#words.money(dueNow) });
  }

  once(amount: string | null, date: string): string {
    return this.#words.translator.t('sentence.once', {
      amount: this.#words.money(amount),
      date: formatLongDate(date, this.#dateLocale),
    });
  }

  /** A series of payments; null where none is left after today. */
  series(entry: RecurringEntry, today: string): string | null {
    const { translator } = this.#words;
    const { next, remaining } = entry;
    if (entry.payments !== null && (remaining === null || remaining === 0)) return null;
    if (remaining === 1 && next !== null) return this.once(entry.total, next);
    const said = this.#repeated(entry, remaining, today);
    return remaining === null ? translator.t('sentence.untilCancelled', { payments: said }) : said;
  }

  /** The payment with how many times it comes; without where it renews. */
  #repeated({ total, frequency, start }: RecurringEntry, count: number | null, today: string) {
    const { translator, money, locale } = this.#words;
    const amount =
      count === null
        ? money(total)
        : translator.t('sentence.times', {
            count: formatDecimal(String(count), locale),
            amount: money(total),
          });
    const parameters = {
      amount,
      frequency: translator.lookup(`frequency.${frequency}`, frequency),
    };
    if (start === null || start <= today) return translator.t('sentence.part', parameters);
    const date = formatLongDate(start, this.#dateLocale);
    return translator.t('sentence.partFrom', {
      ...parameters,
      start: translator.t('sentence.start', { date }),
    });
  }
}

/** The payments in words: at most `most` of the later ones. */
export function paymentParts(
  words: SentenceWords,
  terms: PaymentTerms,
  most: number,
): PaymentParts {
  const parts = new Parts(words);
  const series = terms.recurring.flatMap((entry) => {
    const said = parts.series(entry, terms.date);
    return said === null ? [] : [{ from: entry.next ?? entry.start ?? '', said }];
  });
  const delayed = (terms.delayed ?? []).map(({ total, date }) => ({
    from: date,
    said: parts.once(total, date),
  }));
  // In the order in which they are paid; what begins on one day stays as the core has it.
  const later = [...series, ...delayed]
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .slice(0, most)
    .map(({ said }) => said);
  return { today: parts.dueNow(terms), later };
}

/** The sentence; '' where nothing is paid later, or the amount due now has no value. */
export function paymentSentence(words: SentenceWords, terms: PaymentTerms): string {
  if (terms.dueNow === null) return '';
  const { today, later } = paymentParts(words, terms, MOST_PARTS + 1);
  if (later.length === 0) return '';
  const { translator } = words;
  if (later.length > MOST_PARTS) return translator.t('sentence.many', { today });
  return translator.t('sentence.whole', { today, later: translator.list(later) });
}
