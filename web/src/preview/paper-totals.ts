/** The sums of the page, from subtotal to what is left to pay. */
import type { Amount } from '../engine/replies.ts';
import { h, own, type Markup } from './markup.ts';
import { isNothing, PaperFormats, records, text, type PaperSource } from './paper-source.ts';

interface TotalRow {
  readonly label: string;
  readonly amount: Amount;
  readonly kind?: 'soft' | 'strong' | 'grand';
  readonly minus?: boolean;
}

function write(source: PaperSource, { label, amount, kind, minus }: TotalRow): Markup {
  const formats = new PaperFormats(source);
  const negative = minus === true && amount !== null && !isNothing(amount);
  const value = negative ? (amount.startsWith('-') ? amount.slice(1) : `-${amount}`) : amount;
  return h(
    'div',
    { class: `total ${kind ?? ''}` },
    h('dt', {}, own(label)),
    h('dd', {}, formats.money(value)),
  );
}

function adjustmentRows(source: PaperSource): TotalRow[] {
  const stored = records(source.state, 'adjustments');
  const formats = new PaperFormats(source);
  return source.view.summary.adjustments.flatMap(({ id, type, amount }) => {
    const own = stored.find((each) => text(each, 'id') === id);
    const name = text(own, 'name') || source.translator.lookup(`adjustment.${type}`, type);
    const percent = text(own, 'percent');
    const label = percent === '' ? name : `${name} (${formats.percent(percent)})`;
    return isNothing(amount) ? [] : [{ label, amount, minus: type === 'discount' }];
  });
}

/** Whether every tax is in the prices already. */
function allIncluded(source: PaperSource): boolean {
  const { lineTax, lineTaxIncluded } = source.view.summary;
  return !isNothing(lineTaxIncluded) && lineTax === lineTaxIncluded;
}

function taxRows(source: PaperSource): TotalRow[] {
  const formats = new PaperFormats(source);
  // Then nothing is added for tax: the rows only say what the prices contain.
  const included = allIncluded(source);
  return source.taxes.map(({ id, name: written, percent, base, amount }) => {
    const name = written || id;
    const shown = percent === '' ? '' : formats.percent(percent);
    // Many rates carry their percent in the name already.
    const digits = name.replace(',', '.');
    const named = shown === '' || digits.includes(percent) ? name : `${name} ${shown}`;
    const onBase =
      base === null ? '' : ` ${source.translator.t('total.onBase', { base: formats.money(base) })}`;
    const label = included ? `${named}${onBase}, ${source.words.included}` : named + onBase;
    return { label, amount, ...(included ? { kind: 'soft' as const } : {}) };
  });
}

/** How the rows after the taxes are called: an invoice asks for all of it now. */
function dueRows(source: PaperSource): TotalRow[] {
  const { state, view, translator, words } = source;
  const { summary, balance } = view;
  const kind = text(state, 'kind') || 'quote';
  if (kind === 'creditMemo') {
    const left = balance?.due ?? null;
    return [
      { label: translator.t('total.amount'), amount: summary.dueNow, kind: 'grand' },
      ...(left === null || left === summary.dueNow
        ? []
        : [{ label: words.creditLeft, amount: left, kind: 'strong' as const }]),
    ];
  }
  if (kind !== 'invoice') {
    const rows: TotalRow[] = [
      { label: translator.t('total.dueNow'), amount: summary.dueNow, kind: 'grand' },
    ];
    if (!isNothing(summary.futurePayments)) {
      rows.push({ label: translator.t('total.futurePayments'), amount: summary.futurePayments });
    }
    if (summary.total !== null && summary.total !== summary.dueNow) {
      rows.push({ label: translator.t('total.total'), amount: summary.total, kind: 'strong' });
    }
    return rows;
  }
  const moved: [Amount | undefined, string, boolean][] = [
    [balance?.paid, translator.t('total.paid'), true],
    [balance?.refunded, translator.t('total.refunded'), false],
    [balance?.credited, translator.t('total.credited'), true],
  ];
  const due = balance?.due ?? summary.dueNow;
  return [
    { label: translator.t('total.amount'), amount: summary.dueNow, kind: 'strong' },
    ...moved
      .filter(([amount]) => !isNothing(amount))
      .map(([amount, label, minus]): TotalRow => ({ label, amount: amount ?? null, minus })),
    { label: words.balanceDue, amount: due, kind: 'grand' },
  ];
}

/** The list of sums. */
export function paperTotals(source: PaperSource): Markup {
  const { summary } = source.view;
  const { translator, words } = source;
  const rows: TotalRow[] = [
    { label: translator.t('total.subtotal'), amount: summary.subtotal },
    ...(isNothing(summary.lineDiscounts)
      ? []
      : [
          {
            label: translator.t('total.lineDiscounts'),
            amount: summary.lineDiscounts,
            kind: 'soft' as const,
            minus: true,
          },
        ]),
    ...adjustmentRows(source),
    ...taxRows(source),
    ...(isNothing(summary.lineTaxIncluded) || allIncluded(source)
      ? []
      : [
          {
            label: `${words.tax}, ${words.included}`,
            amount: summary.lineTaxIncluded,
            kind: 'soft' as const,
          },
        ]),
    ...(isNothing(summary.roundingDifference)
      ? []
      : [{ label: translator.t('total.roundingDifference'), amount: summary.roundingDifference }]),
    ...dueRows(source),
  ];
  return h('dl', { class: 'paper-totals' }, ...rows.map((row) => write(source, row)));
}
