/** How often a line is paid, and the payments to come, in words. */
import type { JsonObject, PricedLine, RecurringEntry } from '../engine/replies.ts';
import { h, own, type Markup } from './markup.ts';
import { isNothing, PaperFormats, record, text, type PaperSource } from './paper-source.ts';
import { fill } from './words.ts';

const ALL_DUE = new Set(['invoice', 'creditMemo']);

/** "monthly × 12, from 1 Dec 2026"; '' for a line paid once, now. */
export function frequencyText(source: PaperSource, line: JsonObject, priced: PricedLine): string {
  const { translator, words, state } = source;
  if (ALL_DUE.has(text(state, 'kind'))) return '';
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

function entryText(source: PaperSource, entry: RecurringEntry): string {
  const { translator, words } = source;
  const formats = new PaperFormats(source);
  const frequency = translator.lookup(`frequency.${entry.frequency}`, entry.frequency);
  const total = (entry as { total?: string }).total;
  const plain = isNothing(entry.tax) || entry.tax === entry.taxIncluded;
  const amount =
    typeof total === 'string'
      ? formats.money(total)
      : plain
        ? formats.money(entry.net)
        : translator.t('sentence.plusTax', {
            net: formats.money(entry.net),
            tax: formats.money(entry.tax),
          });
  if (entry.payments === null) return `${amount} ${frequency}, ${words.onwards}`;
  const count = entry.remaining ?? entry.payments;
  const until =
    entry.until === null ? '' : ` ${fill(words.until, { date: formats.day(entry.until) })}`;
  return `${amount} ${frequency} × ${count}${until}`;
}

/** The payments after the first; nothing where all is due at once. */
export function paperPlan(source: PaperSource): Markup | null {
  const { state, view, words } = source;
  if (ALL_DUE.has(text(state, 'kind'))) return null;
  const formats = new PaperFormats(source);
  const entries = view.recurring.filter(
    ({ remaining, payments }) => payments === null || (remaining ?? 0) > 0,
  );
  const later = entries.length > 0 ? [] : view.schedule.slice(1, 13);
  if (entries.length === 0 && later.length === 0) return null;
  return h(
    'section',
    { class: 'plan' },
    h('h2', {}, words.paymentPlan),
    h(
      'ul',
      {},
      ...entries.map((entry) => h('li', {}, own(entryText(source, entry)))),
      ...later.map(({ date, total }) =>
        h(
          'li',
          {},
          own(fill(words.payOn, { amount: formats.money(total), date: formats.day(date) })),
        ),
      ),
    ),
  );
}
