/** How often a line is paid, and the payments to come, in words. */
import type { JsonObject, PricedLine } from '../../../schema/contract.ts';
import { apartFromPlan } from '../sentences/apart-from-plan.ts';
import {
  MOST_PARTS,
  paymentParts,
  paymentSentence,
  type PaymentTerms,
  type SentenceWords,
} from '../sentences/payment-sentence.ts';
import { h, type Markup } from './markup.ts';
import { PaperFormats, record, records, text, type PaperSource } from './paper-source.ts';
import { fill } from './words.ts';
import { kindFacts } from '../store/kind-facts.ts';

/** "monthly × 12, from 1 Dec 2026"; '' for a line paid once, now. */
export function frequencyText(source: PaperSource, line: JsonObject, priced: PricedLine): string {
  const { translator, words, state } = source;
  if (!kindFacts(text(state, 'kind')).recurs) return '';
  const formats = new PaperFormats(source);
  const frequency = text(record(line['billing']), 'frequency') || 'one_time';
  const parts: string[] = [];
  if (frequency !== 'one_time') {
    const name = translator.lookup(`frequency.${frequency}`, frequency);
    parts.push(
      priced.payments === null
        ? `${name}, ${words.onwards}`
        : translator.t('billing.times', { frequency: name, count: priced.payments }),
    );
  }
  if (!priced.dueNow && priced.selected !== false) {
    parts.push(words.startsLater);
    if (priced.firstPayment !== null) {
      parts.push(fill(words.from, { date: formats.day(priced.firstPayment) }));
    }
  }
  return parts.join(', ');
}

/** Beyond this the list of payments of a page ends; nobody reads on. */
const MOST_LISTED = 120;

/** How the document is paid, as one sentence; '' where all of it is due now. */
export function planInWords(source: PaperSource): string {
  const { sentence, terms } = planOf(source);
  return paymentParts(sentence, terms, MOST_LISTED).later.length === 0
    ? ''
    : paymentSentence(sentence, terms);
}

function planOf(source: PaperSource): { sentence: SentenceWords; terms: PaymentTerms } {
  const { state, view } = source;
  const formats = new PaperFormats(source);
  return {
    sentence: {
      translator: source.translator,
      locale: source.locale,
      money: (amount) => formats.money(amount),
    },
    terms: {
      date: text(state, 'date'),
      dueNow: view.summary.dueNow,
      recurring: view.recurring,
      delayed: view.delayed,
    },
  };
}

/** What is paid after today: a sentence, or a list where that would be too long. */
export function paperPlan(source: PaperSource): Markup | null {
  const { state, words } = source;
  if (!kindFacts(text(state, 'kind')).recurs) return null;
  const { sentence, terms } = planOf(source);
  const { today, later } = paymentParts(sentence, terms, MOST_LISTED);
  const apart = apartFromPlan(
    records(state, 'events'),
    source.translator,
    new PaperFormats(source),
  ).map((change) => h('p', {}, change));
  if (later.length === 0 && apart.length === 0) return null;
  const plan =
    later.length <= MOST_PARTS
      ? h('p', {}, paymentSentence(sentence, terms))
      : h('ul', {}, ...[today, ...later].map((part) => h('li', {}, part)));
  return h(
    'section',
    { class: 'plan' },
    h('h2', {}, words.paymentPlan),
    later.length > 0 && plan,
    ...apart,
  );
}
