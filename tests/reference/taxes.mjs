// Line taxes (PR-3). A bearer is a line's payment or a taxed fee: `{rates, quantity, sign}`
// with the gross it contributes. A tax entry is `{rate, base, exact, amount}`; base and amount in
// minor units (base null for a tax per unit), exact in major units.

import {
  ONE,
  add,
  compare,
  divide,
  floor,
  integer,
  multiply,
  negate,
  percentOf,
  rational,
  subtract,
  sum,
} from './rational.mjs';

const HUNDREDTH = rational(1n, 100n);
const minus = (a, b) => (a === null || b === null ? null : a - b);

function inclusiveTaxes(rates, gross, currency) {
  const included = rates.filter((rate) => rate.inclusive);
  const whole = add(ONE, multiply(sum(included.map((rate) => rate.percent)), HUNDREDTH));
  return included.map((rate) => {
    const exact = divide(percentOf(currency.exact(gross), rate.percent), whole);
    return { rate, exact, amount: currency.round(exact) };
  });
}

/** The taxes of one bearer, each rounded on the line. */
export function taxesOf({ rates, quantity, sign }, gross, currency) {
  const included = inclusiveTaxes(rates, gross, currency);
  const base = included.reduce((left, tax) => minus(left, tax.amount), gross);
  let earlier = 0n; // the taxes listed before, as rounded
  return rates.map((rate) => {
    const tax = included.find((t) => t.rate === rate) ?? { rate };
    if (rate.inclusive) {
      tax.base = base;
    } else if (rate.amountPerUnit) {
      const exact = multiply(rate.amountPerUnit, quantity);
      tax.exact = sign < 0 ? negate(exact) : exact;
      tax.base = null;
      tax.perUnit = true;
    } else {
      tax.base = rate.compound ? minus(base, minus(0n, earlier)) : base;
      tax.exact = percentOf(currency.exact(tax.base), rate.percent);
    }
    tax.amount = currency.round(tax.exact);
    earlier = minus(earlier, minus(0n, tax.amount));
    return tax;
  });
}

/** Σ of all taxes and Σ of the inclusive ones. */
export function taxTotals(taxes, currency) {
  return {
    tax: currency.total(taxes.map((t) => t.amount)),
    taxIncluded: currency.total(taxes.filter((t) => t.rate.inclusive).map((t) => t.amount)),
  };
}

/** Rounds one rate's column so that it adds up to its rounded exact sum. */
function roundColumn(entries, currency) {
  if (entries.some((t) => t.exact === null)) {
    for (const tax of entries) tax.amount = null;
    return;
  }
  const exact = entries.map((t) => currency.inMinor(t.exact));
  const parts = exact.map(floor);
  const left = exact.map((e, i) => subtract(e, integer(parts[i])));
  let missing = currency.round(sum(entries.map((t) => t.exact)));
  for (const part of parts) missing -= part;
  const order = left.map((_, i) => i);
  order.sort((a, b) => compare(left[b], left[a]) || a - b);
  for (const i of order.slice(0, Number(missing))) parts[i] += 1n;
  entries.forEach((tax, i) => (tax.amount = parts[i]));
}

/**
 * Policy taxRounding "document": the taxes of all bearers due now, in order, rounded per rate.
 * `bearers` is a list of `{gross, taxes}`; amounts and inclusive bases are replaced.
 */
export function roundPerDocument(bearers, rates, currency) {
  for (const rate of rates) {
    const entries = bearers.flatMap((b) => b.taxes.filter((t) => t.rate === rate));
    roundColumn(entries, currency);
  }
  for (const { gross, taxes } of bearers) {
    const included = taxes.filter((t) => t.rate.inclusive);
    const base = included.reduce((left, t) => minus(left, t.amount), gross);
    for (const tax of included) tax.base = base;
  }
}
