/** The sums of the page, from subtotal to what is left to pay. */
import { isolated } from '../i18n/placeholders.ts';
import type { Amount } from '../../../schema/contract.ts';
import { h, type Markup } from './markup.ts';
import { stampOf } from './paper-parties.ts';
import { PaperFormats, records, text, type PaperSource } from './paper-source.ts';
import { isNothing, negated } from '../number/taken-off.ts';
import { includedTaxes, taxLabel, type TaxWords } from './tax-words.ts';

interface TotalRow {
  /** In the direction of the page; names in it are isolated. */
  readonly label: string;
  readonly amount: Amount | null;
  readonly kind?: 'strong' | 'grand';
  readonly minus?: boolean;
}

function write(source: PaperSource, { label, amount, kind, minus }: TotalRow): Markup {
  const formats = new PaperFormats(source);
  const value = minus === true && amount !== null ? negated(amount) : amount;
  return h(
    'div',
    { class: `total ${kind ?? ''}` },
    h('dt', {}, label),
    h('dd', {}, formats.money(value)),
  );
}

function adjustmentRows(source: PaperSource): TotalRow[] {
  const stored = records(source.state, 'adjustments');
  const formats = new PaperFormats(source);
  return source.view.summary.adjustments.flatMap(({ id, type, amount }) => {
    const own = stored.find((each) => text(each, 'id') === id);
    const given =
      text(own, 'name') || source.translator.lookup(`adjustment.${type}`, type as string);
    const name = isolated(given, source.translator.direction);
    const percent = text(own, 'percent');
    const label = percent === '' ? name : `${name} (${formats.percent(percent)})`;
    return isNothing(amount) ? [] : [{ label, amount, minus: type === 'discount' }];
  });
}

function taxWords(source: PaperSource): TaxWords {
  const formats = new PaperFormats(source);
  return {
    translator: source.translator,
    money: (amount) => formats.money(amount),
    percent: (decimal) => formats.percent(decimal),
  };
}

/** The taxes that are added to the prices. */
function taxRows(source: PaperSource): TotalRow[] {
  return source.taxes
    .filter(({ included }) => !included)
    .map((tax) => ({ label: taxLabel(tax, taxWords(source)), amount: tax.amount }));
}

/** A sentence among the sums: it tells an amount that is none of their addends. */
function said(words: string): Markup {
  return h('p', { class: 'said' }, words);
}

function discountsTaken(source: PaperSource): Markup | null {
  const { lineDiscounts } = source.view.summary;
  if (isNothing(lineDiscounts)) return null;
  const amount = new PaperFormats(source).money(lineDiscounts);
  return said(source.translator.t('total.lineDiscountsTaken', { amount }));
}

/** How the rows after the taxes are called: an invoice asks for all of it now. */
function dueRows(source: PaperSource): TotalRow[] {
  const { state, view, translator, words } = source;
  const { summary, balance } = view;
  const kind = text(state, 'kind') || 'quote';
  const moved = (
    [
      [balance?.paid, 'total.paid', true],
      [balance?.refunded, 'total.refunded', false],
      [balance?.credited, 'total.credited', true],
    ] as const
  ).flatMap(([amount, key, minus]): TotalRow[] =>
    amount === undefined || isNothing(amount) ? [] : [{ label: translator.t(key), amount, minus }],
  );
  // A voided document asks for nothing: its whole amount is taken back.
  const voided: TotalRow[] =
    stampOf(source) === 'voided'
      ? [{ label: words.voided, amount: summary.dueNow, minus: true }]
      : [];
  if (kind === 'creditMemo') {
    const left = balance?.due ?? null;
    const given: [Amount | null | undefined, string][] = [
      [balance?.credited, translator.t('total.credited')],
      [balance?.paid, translator.t('total.paidOut')],
    ];
    return [
      { label: translator.t('total.amount'), amount: summary.dueNow, kind: 'grand' },
      ...voided,
      ...given
        .filter(([amount]) => !isNothing(amount))
        .map(([amount, label]): TotalRow => ({ label, amount: amount ?? null, minus: true })),
      ...(left === null || left === summary.dueNow
        ? []
        : [{ label: words.creditLeft, amount: left, kind: 'strong' as const }]),
    ];
  }
  if (kind !== 'invoice') {
    // A subscription runs for long: what was due with its first day is not due today.
    const isRunning = kind === 'subscription';
    const first = translator.t(isRunning ? 'total.atStart' : 'total.dueNow');
    const later = translator.t(isRunning ? 'total.laterPayments' : 'total.futurePayments');
    const rows: TotalRow[] = [{ label: first, amount: summary.dueNow, kind: 'grand' }];
    if (!isNothing(summary.futurePayments)) {
      rows.push({ label: later, amount: summary.futurePayments });
    }
    if (summary.total !== null && summary.total !== summary.dueNow) {
      const all = text(state, 'canceledOn') === '' ? 'total.total' : 'total.untilEnd';
      rows.push({ label: translator.t(all), amount: summary.total, kind: 'strong' });
    }
    return rows;
  }
  // A draft asks for nothing yet.
  if (stampOf(source) === 'draft') {
    return [{ label: translator.t('total.amount'), amount: summary.dueNow, kind: 'grand' }];
  }
  const due = balance?.due ?? summary.dueNow;
  return [
    { label: translator.t('total.amount'), amount: summary.dueNow, kind: 'strong' },
    ...voided,
    ...moved,
    ...(isNothing(balance?.creditLeft)
      ? []
      : [{ label: translator.t('total.overpaid'), amount: balance?.creditLeft ?? null }]),
    { label: words.balanceDue, amount: due, kind: 'grand' },
  ];
}

/** The list of sums. What stands in its column of amounts adds up; all else is said in words. */
export function paperTotals(source: PaperSource): Markup {
  const { summary } = source.view;
  const { translator } = source;
  const [due, ...after] = dueRows(source);
  const included = includedTaxes(source.taxes, taxWords(source));
  const rounding = {
    label: translator.t('total.roundingDifference'),
    amount: summary.roundingDifference,
  };
  const rows = (list: readonly TotalRow[]): Markup | null =>
    list.length === 0 ? null : h('dl', {}, ...list.map((one) => write(source, one)));
  return h(
    'div',
    { class: 'paper-totals' },
    rows([{ label: translator.t('total.subtotal'), amount: summary.subtotal }]),
    discountsTaken(source),
    rows([
      ...adjustmentRows(source),
      ...taxRows(source),
      ...(isNothing(summary.roundingDifference) ? [] : [rounding]),
      ...(due ? [due] : []),
    ]),
    included === '' ? null : said(included),
    rows(after),
  );
}
