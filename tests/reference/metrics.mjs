// MRR, ARR, TCV and ACV of one line (RE-5).

import { paymentsPerYear } from './billing.mjs';
import { ZERO, add, compare, divide, integer, multiply, rational, ONE } from './rational.mjs';

/** Σ of the first `count` payments over the steps; every payment when count is null. */
function sumOfPayments(steps, values, count) {
  let left = count;
  let total = ZERO;
  steps.forEach((step, i) => {
    const here =
      step.payments === null ? left : left === null ? step.payments : Math.min(left, step.payments);
    total = add(total, multiply(values[i], integer(here)));
    if (left !== null) left -= here;
  });
  return total;
}

/** Payments per year as MRR counts them. */
function monthlyFactor(frequency, policy) {
  if (policy.metricFactors === 'hubspot' && frequency === 'weekly') return rational(433n, 100n);
  if (policy.metricFactors === 'hubspot' && frequency === 'biweekly') return rational(216n, 100n);
  return divide(paymentsPerYear(frequency), integer(12));
}

/**
 * The four metrics in minor units. `values` are the bases of one payment in each step (minor
 * units): net without taxes, or the same less cost for the margin twins.
 */
export function metricsOf({ frequency, recurring, payments }, steps, values, { currency, policy }) {
  const exact = values.map((v) => currency.exact(v));
  const round = (value) => currency.round(value);
  if (!recurring) return { mrr: 0n, arr: 0n, tcv: values[0], acv: values[0] };
  const perYear = paymentsPerYear(frequency);
  const mrr = round(multiply(exact[0], monthlyFactor(frequency, policy)));
  const open = payments === null;

  let arr;
  if (compare(perYear, ONE) < 0) {
    arr = round(multiply(exact[0], perYear));
  } else {
    const inAYear = Number(perYear.n);
    arr = round(sumOfPayments(steps, exact, open ? inAYear : Math.min(payments, inAYear)));
  }
  const counted = open ? Math.max(1, Number(perYear.n / perYear.d)) : null;
  return { mrr, arr, tcv: round(sumOfPayments(steps, exact, counted)), acv: arr };
}
