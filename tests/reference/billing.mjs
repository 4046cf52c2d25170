// Billing of a line (RE-2): frequency, start, number of payments or phases, and dates.

import { addDays, addMonths, compareDates, parseDate } from './dates.mjs';
import { QUANTITY, priceLimits, wholeLimits } from './decimal.mjs';
import { join, present } from './issues.mjs';
import { rational } from './rational.mjs';
import { readDiscount } from './line-price.mjs';

/** A period in weeks or months, and payments per year. */
const FREQUENCIES = {
  weekly: { weeks: 1, perYear: rational(52n) },
  biweekly: { weeks: 2, perYear: rational(26n) },
  monthly: { months: 1, perYear: rational(12n) },
  quarterly: { months: 3, perYear: rational(4n) },
  per_six_months: { months: 6, perYear: rational(2n) },
  annually: { months: 12, perYear: rational(1n) },
  per_two_years: { months: 24, perYear: rational(1n, 2n) },
  per_three_years: { months: 36, perYear: rational(1n, 3n) },
  per_four_years: { months: 48, perYear: rational(1n, 4n) },
  per_five_years: { months: 60, perYear: rational(1n, 5n) },
};
const MAX_PAYMENTS = 5200;
const PAYMENTS = wholeLimits(1, MAX_PAYMENTS);

export const paymentsPerYear = (frequency) => FREQUENCIES[frequency].perYear;

/** Whether a line of a bill is for one payment of a line that recurs elsewhere (PR-5.2). */
export const billsSeries = ({ origin }, kind) =>
  (kind === 'invoice' || kind === 'creditMemo') &&
  typeof origin?.frequency === 'string' &&
  Object.hasOwn(FREQUENCIES, origin.frequency);

/** The date k periods after the start; null after 9999-12-31. */
export function periodsAfter(start, frequency, k) {
  const { weeks, months } = FREQUENCIES[frequency];
  return weeks ? addDays(start, 7 * weeks * k) : addMonths(start, months * k);
}

/** Whole periods in an ISO 8601 term, or null. */
export function paymentsOfTerm(term, frequency) {
  const { weeks, months } = FREQUENCIES[frequency];
  const inWeeks = /^P(\d+)W$/.exec(term);
  const inMonths = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/.exec(term);
  let length;
  if (weeks && inWeeks) length = BigInt(inWeeks[1]);
  else if (months && inMonths) length = BigInt(inMonths[1] ?? 0) * 12n + BigInt(inMonths[2] ?? 0);
  else return null;
  const period = BigInt(weeks ?? months);
  return length > 0n && length % period === 0n ? length / period : null;
}

/** The computed start: the document's date unless said otherwise; undefined when in error. */
function readStart(given, path, documentDate, issues) {
  if (!present(given)) return documentDate;
  const kind = issues.oneOf(given, ['date', 'delayDays', 'delayMonths'], path);
  if (!kind) return undefined;
  if (kind === 'date') {
    const date = parseDate(given.date);
    if (!date) {
      issues.error('date-invalid', join(path, 'date'));
      return undefined;
    }
    if (compareDates(date, documentDate) >= 0) return date;
    issues.warning('start-in-past', join(path, 'date'));
    return documentDate;
  }
  const limits = wholeLimits(0, kind === 'delayDays' ? 36500 : 1200);
  const delay = issues.decimal(given, kind, path, limits);
  if (!delay) return undefined;
  const start = (kind === 'delayDays' ? addDays : addMonths)(documentDate, Number(delay.n));
  if (!start) issues.error('date-out-of-range', join(path, kind));
  return start ?? undefined;
}

function readPhases(given, path, { policy, currency, flat }, issues) {
  const prices = priceLimits(policy.allowNegativePrices);
  const phases = given.map((phase, index) => {
    const phasePath = join(path, index);
    const last = index === given.length - 1;
    if (!last && !present(phase.payments)) issues.error('required', join(phasePath, 'payments'));
    const payments = issues.decimal(phase, 'payments', phasePath, PAYMENTS);
    if (flat && present(phase.unitPrice))
      issues.kept(phase, 'priceCurrency', join(phasePath, 'unitPrice'), currency);
    return {
      path: phasePath,
      payments: payments ? Number(payments.n) : null,
      given: phase,
      unitPrice: issues.decimal(phase, 'unitPrice', phasePath, prices),
      quantity: issues.decimal(phase, 'quantity', phasePath, QUANTITY),
      discounts: present(phase.discount)
        ? [readDiscount(phase.discount, join(phasePath, 'discount'), 100, { issues, currency })]
        : undefined,
    };
  });
  const count = phases.reduce((n, phase) => n + (phase.payments ?? 0), 0);
  if (count > MAX_PAYMENTS) issues.error('out-of-range', path);
  return phases;
}

const LENGTHS = ['payments', 'term', 'phases'];

function readLength(given, frequency, path, document, issues) {
  const found = LENGTHS.filter((name) => present(given[name]));
  if (found.length > 1) {
    issues.error('one-of', path);
    return {};
  }
  if (found[0] === 'payments') {
    const payments = issues.decimal(given, 'payments', path, PAYMENTS);
    return { payments: payments ? Number(payments.n) : null };
  }
  if (found[0] === 'term') {
    const payments = paymentsOfTerm(given.term, frequency);
    if (payments === null) issues.error('term-not-whole', join(path, 'term'));
    else if (payments > BigInt(MAX_PAYMENTS)) issues.error('out-of-range', join(path, 'term'));
    else return { payments: Number(payments) };
  }
  if (found[0] === 'phases' && given.phases.length > 0)
    return { phases: readPhases(given.phases, join(path, 'phases'), document, issues) };
  return { payments: null };
}

/**
 * `{frequency, recurring, start, steps, ramp}`: steps are the phases, or one step for a line
 * without phases; a step's `payments` is null when it renews.
 */
export function readBilling(line, path, document, issues) {
  const given = line.billing ?? {};
  const { date, kind } = document;
  const flat = (line.pricing?.model ?? 'flat') === 'flat';
  const frequency = given.frequency ?? 'one_time';
  const once = { frequency: 'one_time', recurring: false, start: date, steps: [{ payments: 1 }] };
  if (kind === 'invoice' || kind === 'creditMemo') {
    if (frequency !== 'one_time') issues.add('notice', 'recurring-made-one-time', path);
    return once;
  }
  if (frequency === 'one_time') {
    for (const name of LENGTHS)
      if (present(given[name])) issues.warning('ignored-field', join(path, name));
    return { ...once, start: readStart(given.start, join(path, 'start'), date, issues) };
  }
  if (!Object.hasOwn(FREQUENCIES, frequency)) {
    issues.error('unknown-value', join(path, 'frequency'));
    return once;
  }
  const start = readStart(given.start, join(path, 'start'), date, issues);
  const { payments, phases } = readLength(given, frequency, path, { ...document, flat }, issues);
  const steps = phases ?? [{ payments: payments ?? null }];
  const fixed = steps.at(-1).payments !== null;
  const count = fixed ? steps.reduce((n, step) => n + step.payments, 0) : null;
  let endDate = null;
  if (start && fixed && !issues.failed) {
    endDate = periodsAfter(start, frequency, count);
    if (!endDate) issues.error('date-out-of-range', path);
  }
  return {
    frequency,
    recurring: true,
    start,
    steps,
    ramp: Boolean(phases),
    payments: count,
    endDate,
  };
}
