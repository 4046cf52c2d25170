// Sharing an amount over weights (PR-5.1), and the order discounts over lines (PR-5.2).

import { compare, floor, integer, rational, subtract } from './rational.mjs';

/**
 * Largest remainder, ties to the earliest; all weights 0 means equal ones; the sign is mirrored.
 * Amount and weights are whole numbers (BigInt, weights ≥ 0); the parts sum to the amount.
 */
export function allocate(amount, weights) {
  if (amount < 0n) return allocate(-amount, weights).map((part) => -part);
  let whole = weights.reduce((a, b) => a + b, 0n);
  if (whole === 0n) {
    weights = weights.map(() => 1n);
    whole = BigInt(weights.length);
  }
  const exact = weights.map((w) => rational(amount * w, whole));
  const parts = exact.map(floor);
  const rest = exact.map((e, i) => subtract(e, integer(parts[i])));
  const missing = Number(parts.reduce((left, part) => left - part, amount));
  const order = rest.map((_, i) => i).sort((a, b) => compare(rest[b], rest[a]) || a - b);
  for (const i of order.slice(0, missing)) parts[i] += 1n;
  return parts;
}

const smaller = (a, b) => (a < b ? a : b);
const positive = (amount) => (amount > 0n ? amount : 0n);

/** Takes an amount from what is left of some entries, in proportion to it; returns the leftover. */
function takeFrom(entries, amount) {
  const weights = entries.map((e) => e.left);
  const taken = smaller(
    amount,
    weights.reduce((a, b) => a + b, 0n),
  );
  if (taken === 0n) return amount;
  allocate(taken, weights).forEach((part, i) => (entries[i].left -= part));
  return amount - taken;
}

const sameRates = (line, ids) =>
  line.rateIds.size === ids.size && [...ids].every((id) => line.rateIds.has(id));

/**
 * The share of the order discounts of every line due now, in order. `discounts` are
 * `{amount, rateIds}`; `lines` are `{net, rateIds, recurring}`.
 */
export function shareDiscounts(discounts, lines, policy) {
  if (discounts.some((d) => d.amount === null)) return lines.map(() => null);
  const entries = lines.map((line) => ({ line, left: positive(line.net) }));
  let pool = 0n;
  for (const { amount, rateIds } of discounts) {
    const matching = rateIds.size > 0 ? entries.filter((e) => sameRates(e.line, rateIds)) : [];
    pool += takeFrom(matching, amount);
  }
  if (policy.discountAllocation === 'oneTimeFirst')
    pool = takeFrom(
      entries.filter((e) => !e.line.recurring),
      pool,
    );
  takeFrom(entries, pool);
  return entries.map((e) => positive(e.line.net) - e.left);
}
