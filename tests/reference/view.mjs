// The printed form of priced lines (ST-2).

import { dateText } from './dates.mjs';
import { decimalText } from './decimal.mjs';
import { effectiveUnitPrice } from './line-price.mjs';
import { HUNDRED, divide, integer, multiply } from './rational.mjs';
import { spansOf, stepOfPayment } from './schedule.mjs';

/** Printed tax entries, in the order given. */
export function taxEntries(taxes, currency) {
  return taxes.map((tax) => ({
    id: tax.rate.id,
    base: currency.text(currency.total([tax.base])),
    amount: currency.text(currency.total([tax.amount])),
  }));
}

const paymentTotal = (step) => step.net + step.tax - step.taxIncluded;

/** A regular payment: `{net, tax, taxIncluded, total}`. */
function regular(step, currency) {
  return {
    net: currency.text(step.net),
    tax: currency.text(step.tax),
    taxIncluded: currency.text(step.taxIncluded),
    total: currency.text(paymentTotal(step)),
  };
}

const ZERO_AMOUNTS =
  'list discount net orderDiscount tax taxIncluded total cost margin mrr arr tcv acv'.split(' ');

/** A line that counts 0: amounts 0, ratios and dates null. */
export function unpricedView(line, currency) {
  const zero = currency.text(0n);
  const view = Object.fromEntries(ZERO_AMOUNTS.map((name) => [name, zero]));
  return {
    ...view,
    id: line.id,
    priced: false,
    selected: line.selected ? undefined : false,
    charges: line.hasCharges ? zero : undefined,
    taxes: [],
    dueNow: false,
    firstPayment: null,
    payments: null,
    endDate: null,
    later: null,
    effectiveUnitPrice: null,
    marginPercent: null,
  };
}

/** Margin ÷ m in percent with 2 decimals; null when m is 0. */
export const marginPercent = ({ base, margin }) =>
  base === 0n ? null : divide(multiply(integer(margin), HUNDRED), integer(base));

/** A priced line. */
export function lineView(line, currency) {
  const [first] = line.steps;
  const { billing } = line;
  const second = billing.recurring ? stepOfPayment(line.steps, 1) : undefined;
  const percent = marginPercent(first);
  const due = line.due; // the first payment: its share of order discounts and its taxes
  const total = currency.total([
    first.net,
    due.share === null ? null : -due.share,
    due.tax,
    due.taxIncluded === null ? null : -due.taxIncluded,
  ]);
  return {
    id: line.id,
    selected: line.selected ? undefined : false,
    list: currency.text(first.list),
    discount: currency.text(first.discount),
    charges: line.hasCharges ? currency.text(first.charges) : undefined,
    net: currency.text(first.net),
    orderDiscount: currency.text(due.share),
    taxes: taxEntries(due.taxes, currency),
    tax: currency.text(due.tax),
    taxIncluded: currency.text(due.taxIncluded),
    total: currency.text(total),
    dueNow: line.dueNow,
    firstPayment: dateText(billing.start),
    payments: billing.recurring ? billing.payments : 1,
    endDate: billing.endDate ? dateText(billing.endDate) : null,
    continues: billing.recurring && billing.payments === null ? true : undefined,
    later: second ? regular(second, currency) : null,
    phases: billing.ramp
      ? spansOf(line).map(({ step, from }) => ({
          from: dateText(from),
          payments: step.payments,
          list: currency.text(step.list),
          discount: currency.text(step.discount),
          ...regular(step, currency),
        }))
      : undefined,
    effectiveUnitPrice: effectiveUnitPrice(first.net, first.quantity, currency),
    cost: line.costMissing ? null : currency.text(first.cost),
    costMissing: line.costMissing ? true : undefined,
    margin: currency.text(first.margin),
    marginPercent: percent === null ? null : decimalText(percent, 2, 2),
    ...Object.fromEntries(
      ['mrr', 'arr', 'tcv', 'acv'].map((k) => [k, currency.text(line.metrics[k])]),
    ),
  };
}
