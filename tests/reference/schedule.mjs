// Payments in time: the schedule, future payments and the recurring summary (RE-3, RE-4).

import { periodsAfter } from './billing.mjs';
import { addMonths, compareDates, dateText } from './dates.mjs';

/** The step of a line that payment k falls in. */
export function stepOfPayment(steps, k) {
  let before = 0;
  for (const step of steps) {
    if (step.payments === null || k < before + step.payments) return step;
    before += step.payments;
  }
  return undefined;
}

const exclusive = (step) => step.tax - step.taxIncluded;

/** Every payment after what is due now, as `{date, step}`, renewing lines up to the horizon. */
function* laterPayments(line, horizonEnd) {
  const { frequency, recurring, start, payments } = line.billing;
  const first = line.dueNow ? 1 : 0;
  if (!recurring) {
    if (!line.dueNow) yield { date: start, step: line.steps[0] };
    return;
  }
  for (let k = first; payments === null || k < payments; k += 1) {
    const date = periodsAfter(start, frequency, k);
    if (!date) return;
    if (payments === null && horizonEnd && compareDates(date, horizonEnd) > 0) return;
    yield { date, step: stepOfPayment(line.steps, k) };
  }
}

/** The most dates that a schedule lists (RE-4.5). */
export const MOST_DATES = 200_000;

/** The dates of a schedule as RE-4.5 counts them, from the lines that count. */
export function datesOf(lines, { date, horizonMonths }) {
  const horizonEnd = addMonths(date, horizonMonths);
  const longest = new Map();
  for (const { billing, dueNow } of lines) {
    const { frequency, recurring, start } = billing;
    const fixed = recurring ? billing.payments : 1;
    if (fixed === 1 && dueNow) continue;
    let payments = fixed ?? 0;
    if (fixed === null) {
      for (let due = start; due !== null; due = periodsAfter(start, frequency, payments)) {
        if (horizonEnd && compareDates(due, horizonEnd) > 0) break;
        payments += 1;
      }
    }
    const key = `${frequency} ${dateText(start)}`;
    longest.set(key, Math.max(longest.get(key) ?? 0, payments));
  }
  return [...longest.values()].reduce((sum, payments) => sum + payments, 0);
}

/** The schedule's entries in order of date. `checkout` is the first entry or undefined. */
export function buildSchedule(lines, checkout, { currency, date, horizonMonths }) {
  const horizonEnd = addMonths(date, horizonMonths);
  const byDate = new Map();
  for (const line of lines) {
    for (const { date: due, step } of laterPayments(line, horizonEnd)) {
      const key = dateText(due);
      const entry = byDate.get(key) ?? { net: [], tax: [], taxIncluded: [] };
      entry.net.push(step.net);
      entry.tax.push(exclusive(step));
      entry.taxIncluded.push(step.taxIncluded);
      byDate.set(key, entry);
    }
  }
  const later = [...byDate.keys()].sort().map((due) => {
    const entry = byDate.get(due);
    const net = currency.total(entry.net);
    const tax = currency.total(entry.tax);
    return {
      date: due,
      net,
      fees: 0n,
      tax,
      taxIncluded: currency.total(entry.taxIncluded),
      roundingDifference: 0n,
      total: currency.total([net, tax]),
    };
  });
  return checkout ? [checkout, ...later] : later;
}

/** futureNet, futureTax, futurePayments and the ids of the lines that renew without end. */
export function futureOf(lines, currency) {
  const blockedBy = lines.filter((line) => line.billing.payments === null).map((line) => line.id);
  if (blockedBy.length > 0) return { net: null, tax: null, payments: null, blockedBy };
  const nets = [];
  const taxes = [];
  for (const line of lines) {
    let skip = line.dueNow ? 1 : 0;
    for (const step of line.steps) {
      const skipped = Math.min(skip, step.payments);
      skip -= skipped;
      nets.push(step.net * BigInt(step.payments - skipped));
      taxes.push(exclusive(step) * BigInt(step.payments - skipped));
    }
  }
  const net = currency.total(nets);
  const tax = currency.total(taxes);
  return { net, tax, payments: currency.total([net, tax]), blockedBy };
}

/**
 * Each step of a recurring line with the dates it spans: `{step, before, from, until, next, remaining}`;
 * `before` counts the payments before it.
 */
export function spansOf(line) {
  const { frequency, start } = line.billing;
  let before = 0;
  return line.steps.map((step, index) => {
    const at = (k) => periodsAfter(start, frequency, before + k);
    const paid = line.dueNow && index === 0 ? 1 : 0;
    const remaining = step.payments === null ? null : step.payments - paid;
    const next = remaining === 0 ? null : at(paid);
    const until = step.payments === null ? null : at(step.payments);
    const span = { step, index, before, from: at(0), until, next, remaining };
    before += step.payments ?? 0;
    return span;
  });
}

const textOrNull = (date) => (date ? dateText(date) : null);

/** What lines cost that fall due together. */
function paymentOf(steps, currency) {
  const sum = (amounts) => currency.text(currency.total(amounts));
  return {
    net: sum(steps.map((s) => s.net)),
    tax: sum(steps.map((s) => s.tax)),
    taxIncluded: sum(steps.map((s) => s.taxIncluded)),
    total: sum(steps.flatMap((s) => [s.net, exclusive(s)])),
  };
}

/** One-time lines that are paid later, by date, in the order of their first line. */
export function delayedSummary(lines, currency) {
  const groups = new Map();
  for (const line of lines) {
    if (line.billing.recurring || line.dueNow) continue;
    const date = dateText(line.billing.start);
    const group = groups.get(date) ?? { date, steps: [], lineIds: [] };
    group.steps.push(line.steps[0]);
    group.lineIds.push(line.id);
    groups.set(date, group);
  }
  return [...groups.values()].map(({ date, steps, lineIds }) => ({
    date,
    ...paymentOf(steps, currency),
    lineIds,
  }));
}

/**
 * One entry per frequency, payments, start of the line and phase, in the order of their first line.
 * Phases that begin on one day after different starts may part at the next end of a month.
 */
export function recurringSummary(lines, currency) {
  const groups = new Map();
  for (const line of lines) {
    if (!line.billing.recurring) continue;
    for (const span of spansOf(line)) {
      const phase = line.billing.ramp ? span.index : 'none';
      const { frequency, start } = line.billing;
      const first = [dateText(start), span.before];
      const key = [frequency, span.step.payments, ...first, phase].join('|');
      const group = groups.get(key) ?? { frequency, span, steps: [], lineIds: [] };
      group.steps.push(span.step);
      group.lineIds.push(line.id);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ frequency, span, steps, lineIds }) => ({
    frequency,
    ...paymentOf(steps, currency),
    payments: span.step.payments,
    remaining: span.remaining,
    start: textOrNull(span.from),
    next: textOrNull(span.next),
    until: textOrNull(span.until),
    lineIds,
  }));
}

/** Lines that form one subscription: same frequency, payments, phases and start. */
export function subscriptionGroups(lines) {
  const groups = new Map();
  for (const { id, billing, steps } of lines) {
    if (!billing.recurring) continue;
    const { frequency, payments, start, ramp } = billing;
    const phases = ramp ? steps.map((s) => s.payments) : 'none';
    const key = JSON.stringify([frequency, payments, phases, dateText(start)]);
    const group = groups.get(key) ?? { frequency, payments, start: dateText(start), lineIds: [] };
    group.lineIds.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
