// The reference pricer: the design's arithmetic written as plainly as possible, to compare the core
// with. Slow, exact, independent of the core. `price(text)` gives the priced view of a state.

import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { readAdjustment, priceAdjustments } from './adjustments.mjs';
import { shareDiscounts } from './allocation.mjs';
import { balanceOf } from './balance.mjs';
import { Currency } from './currency.mjs';
import { compareDates, dateText, parseDate } from './dates.mjs';
import { Refusal, canonical } from './json.mjs';
import { priceOnce } from './line-price.mjs';
import { readLine } from './line.mjs';
import { metricsOf } from './metrics.mjs';
import { readHorizon, readPolicy } from './policy.mjs';
import { readRates } from './rates.mjs';
import { ONE, compare, multiply, rational, roundHalfAway } from './rational.mjs';
import {
  MOST_DATES,
  buildSchedule,
  datesOf,
  delayedSummary,
  futureOf,
  recurringSummary,
  subscriptionGroups,
} from './schedule.mjs';
import { readState } from './shape.mjs';
import { roundPerDocument, taxTotals, taxesOf } from './taxes.mjs';
import { lineView, marginPercent, taxEntries, unpricedView } from './view.mjs';

const METRICS = ['mrr', 'arr', 'acv', 'tcv'];

/** Who bears taxes: a step of a line, its sign that of its list price. */
const bearerOf = (line, step) => ({
  rates: line.rates,
  quantity: step.quantity,
  sign: step.list < 0n ? -1 : 1,
});

/** Prices every step of a line as a regular payment, then the line's metrics. */
function priceRegular(line, document) {
  const { currency } = document;
  for (const step of line.steps) {
    const listExact = line.pricing.price(step.unitPrice, step.quantity);
    Object.assign(step, priceOnce({ ...step, listExact, charges: line.charges }, document));
    step.taxes = taxesOf(bearerOf(line, step), step.net, currency);
    Object.assign(step, taxTotals(step.taxes, currency));
    step.base = step.net - (step.taxIncluded ?? 0n);
    step.cost = line.costMissing ? 0n : currency.round(multiply(line.cost, step.quantity));
    step.margin = step.base - step.cost;
  }
  const values = (name) => line.steps.map((step) => step[name]);
  line.metrics = metricsOf(line.billing, line.steps, values('base'), document);
  line.marginMetrics = metricsOf(line.billing, line.steps, values('margin'), document);
}

/** An amount of the line reaches the limit: the line is in error and counts 0. */
function overflows(line, currency) {
  const amounts = METRICS.flatMap((k) => [line.metrics[k], line.marginMetrics[k]]);
  for (const s of line.steps) {
    if (s.tax === null || s.taxIncluded === null) return true;
    amounts.push(s.list, s.charges, s.net, s.tax, s.cost, s.margin, s.net + s.tax - s.taxIncluded);
    for (const tax of s.taxes) amounts.push(tax.amount, tax.base ?? 0n);
  }
  return amounts.some((amount) => currency.overflows(amount));
}

function warnOfLine(line, { policy }) {
  for (const step of line.steps)
    if (step.capped) line.issues.warning('discount-exceeds-price', step.discountPath);
  const percent = marginPercent(line.steps[0]);
  const least = policy.minimumMarginPercent;
  if (least && percent !== null && compare(percent, least) < 0)
    line.issues.warning('margin-below-minimum', line.path);
}

/** A line's steps as regular payments, its warnings, whether it is due now. */
function priceLine(line, document) {
  line.priced = false;
  if (line.issues.failed) return;
  priceRegular(line, document);
  if (overflows(line, document.currency)) {
    line.issues.error('amount-overflow', line.path);
    return;
  }
  line.priced = true;
  line.counted = line.selected;
  line.dueNow = line.counted && compareDates(line.billing.start, document.date) <= 0;
  warnOfLine(line, document);
  const [first] = line.steps;
  line.due = { share: 0n, taxes: first.taxes, tax: first.tax, taxIncluded: first.taxIncluded };
}

/** What the lines due now and the fees owe in taxes, after the order discounts. */
function taxDueNow(dueLines, fees, document) {
  const { currency, policy } = document;
  const bearers = dueLines.map((line) => {
    const { net } = line.steps[0];
    const after = line.due.share === null ? null : net - line.due.share;
    const gross = policy.taxBase === 'beforeDiscounts' ? net : after;
    line.due.taxes = taxesOf(bearerOf(line, line.steps[0]), gross, currency);
    return { gross, taxes: line.due.taxes, owner: line.due };
  });
  for (const fee of fees) {
    const bearer = { rates: fee.rates, quantity: ONE, sign: fee.taken < 0n ? -1 : 1 };
    fee.taxes = taxesOf(bearer, fee.taken, currency);
    bearers.push({ gross: fee.taken, taxes: fee.taxes, owner: fee });
  }
  if (policy.taxRounding === 'document') roundPerDocument(bearers, document.rates, currency);
  for (const { owner } of bearers) Object.assign(owner, taxTotals(owner.taxes, currency));
  return bearers.flatMap((b) => b.taxes);
}

/** One printed entry per rate used, in the order of the document's rates. */
function summarizeTaxes(taxes, { rates, currency }) {
  const used = rates.filter((rate) => taxes.some((t) => t.rate === rate));
  return used.map((rate) => {
    const own = taxes.filter((t) => t.rate === rate);
    const base = rate.amountPerUnit ? null : currency.total(own.map((t) => t.base));
    return { rate, base, amount: currency.total(own.map((t) => t.amount)) };
  });
}

function roundCash(amount, { currency, policy }) {
  if (amount === null || !policy.cashRounding) return amount;
  const step = currency.round(policy.cashRounding);
  return roundHalfAway(rational(amount, step)) * step;
}

const difference = (a, b) => (a === null || b === null ? null : a - b);

/** Everything due now, in minor units. */
function settleDueNow(lines, adjustments, document) {
  const { currency } = document;
  const dueLines = lines.filter((line) => line.priced && line.dueNow);
  const subtotal = currency.total(dueLines.map((line) => line.steps[0].net));
  const totals = priceAdjustments(adjustments, subtotal, document);
  const discounts = adjustments
    .filter((a) => a.type === 'discount' && !a.issues.failed)
    .map((a) => ({ amount: a.taken, rateIds: a.rateIds }));
  const shared = dueLines.map((line) => ({
    net: line.steps[0].net,
    rateIds: line.rateIds,
    recurring: line.billing.recurring || line.billsSeries,
  }));
  shareDiscounts(discounts, shared, document.policy).forEach((share, i) => {
    dueLines[i].due.share = share;
  });

  const taxedFees = adjustments.filter(
    (a) => a.type === 'fee' && !a.issues.failed && a.rateIds.size > 0,
  );
  const taxes = taxDueNow(dueLines, taxedFees, document);
  const { tax: lineTax, taxIncluded: lineTaxIncluded } = taxTotals(taxes, currency);
  const exact = currency.total([
    difference(subtotal, totals.discounts),
    totals.fees,
    totals.taxes,
    difference(lineTax, lineTaxIncluded),
  ]);
  const dueNow = currency.total([roundCash(exact, document)]);
  return {
    ...totals,
    subtotal,
    lineDiscounts: currency.total(dueLines.map((line) => line.steps[0].discount)),
    lineTaxes: summarizeTaxes(taxes, document),
    lineTax,
    lineTaxIncluded,
    roundingDifference: difference(dueNow, exact),
    dueNow,
    anyLine: dueLines.length > 0,
  };
}

function adjustmentViews(adjustments, currency) {
  return adjustments.map((a) => ({
    id: a.id,
    type: a.type ?? null,
    amount: currency.text(a.taken),
    ...(a.taxes && {
      taxes: taxEntries(a.taxes, currency),
      tax: currency.text(a.tax),
      taxIncluded: currency.text(a.taxIncluded),
    }),
  }));
}

function summaryView(due, future, adjustments, currency) {
  const text = (amount) => currency.text(amount);
  const safe =
    due.dueNow !== null &&
    BigInt.asIntN(64, due.dueNow) === due.dueNow &&
    due.dueNow <= BigInt(Number.MAX_SAFE_INTEGER) &&
    due.dueNow >= -BigInt(Number.MAX_SAFE_INTEGER);
  return {
    subtotal: text(due.subtotal),
    lineDiscounts: text(due.lineDiscounts),
    adjustments: adjustmentViews(adjustments, currency),
    discounts: text(due.discounts),
    fees: text(due.fees),
    taxes: text(due.taxes),
    lineTaxes: taxEntries(due.lineTaxes, currency),
    lineTax: text(due.lineTax),
    lineTaxIncluded: text(due.lineTaxIncluded),
    roundingDifference: text(due.roundingDifference),
    dueNow: text(due.dueNow),
    dueNowMinor: safe ? Number(due.dueNow) : null,
    futureNet: text(future.net),
    futureTax: text(future.tax),
    futurePayments: text(future.payments),
    total: text(future.total),
    totalBlockedBy: future.blockedBy,
  };
}

/** The checkout entry of the schedule, absent when nothing is due now. */
function checkoutEntry(due, { currency, date }) {
  if (!due.anyLine && due.dueNow === 0n) return undefined;
  return {
    date: dateText(date),
    net: difference(due.subtotal, due.discounts),
    fees: due.fees,
    tax: currency.total([due.taxes, difference(due.lineTax, due.lineTaxIncluded)]),
    taxIncluded: due.lineTaxIncluded,
    roundingDifference: due.roundingDifference,
    total: due.dueNow,
  };
}

function scheduleView(entries, currency) {
  if (entries === null) return null;
  return entries.map(({ date, ...amounts }) => ({
    date,
    ...Object.fromEntries(Object.entries(amounts).map(([name, a]) => [name, currency.text(a)])),
  }));
}

/** The net due now between each section and the next. */
function sectionViews(lines, currency) {
  const sections = [];
  for (const line of lines) {
    if (line.type === 'section') sections.push({ id: line.id, nets: [] });
    else if (line.priced && line.dueNow) sections.at(-1)?.nets.push(line.steps[0].net);
  }
  return sections.map(({ id, nets }) => ({ id, subtotal: currency.text(currency.total(nets)) }));
}

function metricViews(lines, currency) {
  const sums = (which) =>
    Object.fromEntries(
      METRICS.map((k) => [k, currency.text(currency.total(lines.map((line) => line[which][k])))]),
    );
  return { ...sums('metrics'), margin: sums('marginMetrics') };
}

/** SHA-256 of the view's canonical text without digest and issues. */
export function digestOf(view) {
  const { issues: _issues, digest: _digest, ...amounts } = view;
  return `sha256:${createHash('sha256').update(canonical(amounts), 'utf8').digest('hex')}`;
}

function priceState(state) {
  const issues = [];
  const currency = new Currency(state.currency);
  const policy = readPolicy(state.policy ?? {}, currency, issues);
  const document = { kind: state.kind, currency, policy, date: parseDate(state.date) };
  document.rates = readRates(state, document, issues);
  const lines = state.lines.map((given, i) => readLine(given, i, document, issues));
  const items = lines.filter((line) => line.type !== 'section' && line.type !== 'note');
  for (const line of items) priceLine(line, document);
  const counted = items.filter((line) => line.priced && line.counted);
  const ofSettings = [];
  document.horizonMonths = readHorizon(state.settings ?? {}, ofSettings);
  const tooLong = datesOf(counted, document) > MOST_DATES;
  if (tooLong) issues.push({ severity: 'error', code: 'schedule-too-long', path: '/lines' });
  const adjustments = state.adjustments.map((given, i) =>
    readAdjustment(given, i, document, issues),
  );
  issues.push(...ofSettings);

  const due = settleDueNow(items, adjustments, document);
  const future = futureOf(counted, currency);
  future.total = future.payments === null ? null : currency.total([due.dueNow, future.payments]);
  const schedule = tooLong ? null : buildSchedule(counted, checkoutEntry(due, document), document);
  const delayed = delayedSummary(counted, currency);
  return {
    currency: state.currency,
    rules: 1,
    ...(delayed.length > 0 && { delayed }),
    lines: items.map((line) => (line.priced ? lineView : unpricedView)(line, currency)),
    summary: summaryView(due, future, adjustments, currency),
    recurring: recurringSummary(counted, currency),
    schedule: scheduleView(schedule, currency),
    sections: sectionViews(lines, currency),
    metrics: metricViews(counted, currency),
    subscriptions: subscriptionGroups(counted),
    balance: balanceOf(state, future.total, currency, issues),
    issues,
  };
}

/** The priced view of a state's text (string or bytes), or `{error: {code, message, path}}`. */
export function price(input, { digest = false } = {}) {
  try {
    const view = priceState(readState(input));
    return digest ? { ...view, digest: digestOf(view) } : view;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { error: { code: error.code, message: error.message, path: error.path } };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  process.stdout.write(`${canonical(price(Buffer.concat(chunks)))}\n`);
}
