// Order-level discounts, fees and taxes (PR-4).

import { AMOUNT, SIGNED_AMOUNT, percentLimits } from './decimal.mjs';
import { Issues, join, present } from './issues.mjs';
import { readRateIds, taxPercent } from './rates.mjs';
import { percentOf } from './rational.mjs';

const LIMITS = {
  discount: [percentLimits(0, 100), AMOUNT],
  fee: [percentLimits(0, 1000), AMOUNT],
  tax: [percentLimits(-100, 1000), SIGNED_AMOUNT],
};

/** One adjustment, read and checked; a `failed` one counts 0. */
export function readAdjustment(given, index, document, list) {
  const path = join('/adjustments', index);
  const issues = new Issues(list);
  const { type } = given;
  const adjustment = { id: given.id, type, path, issues, rates: [], rateIds: new Set() };
  issues.requireName(given, path);
  if (document.kind === 'deal' || document.kind === 'subscription') {
    issues.error('adjustment-not-allowed', path);
    return adjustment;
  }
  if (!present(type)) issues.error('required', join(path, 'type'));
  else if (!Object.hasOwn(LIMITS, type)) issues.error('unknown-value', join(path, 'type'));
  if (issues.failed) return adjustment;

  const [percents, amounts] = LIMITS[type];
  const kind = issues.oneOf(given, ['percent', 'amount'], path);
  const value = kind && issues.decimal(given, kind, path, kind === 'percent' ? percents : amounts);
  if (kind === 'amount') issues.kept(given, 'currency', join(path, 'amount'), document.currency);
  adjustment[kind] =
    value && type === 'tax' && kind === 'percent' ? taxPercent(value, document.policy) : value;
  if (type === 'fee' && present(given.taxable) && present(given.taxRateIds))
    issues.error('one-of', path);
  adjustment.taxable = type === 'fee' && given.taxable === true;
  if (type !== 'tax' && present(given.taxRateIds)) {
    const ids = join(path, 'taxRateIds');
    adjustment.rates = readRateIds(given.taxRateIds, ids, document.rates, issues);
    adjustment.rateIds = new Set(given.taxRateIds);
  }
  return adjustment;
}

const subtract = (a, b) => (a === null || b === null ? null : a - b);

/**
 * Gives every adjustment its `amount` (minor units) and returns `{discounts, fees, taxes}`, the
 * three totals. `subtotal` is Σ net of the lines due now, null when it overflowed.
 */
export function priceAdjustments(adjustments, subtotal, { currency, policy }) {
  const worth = (a, base) =>
    a.percent
      ? currency.round(percentOf(currency.exact(base), a.percent))
      : currency.round(a.amount);
  const active = (type) => adjustments.filter((a) => a.type === type && !a.issues.failed);
  for (const adjustment of adjustments) adjustment.taken = 0n;

  let left = subtotal;
  for (const discount of active('discount')) {
    const asked = worth(discount, policy.discountStacking === 'sequential' ? left : subtotal);
    if (subtotal === null) {
      discount.taken = null;
      continue;
    }
    const available = left > 0n ? left : 0n;
    discount.taken = asked < 0n ? 0n : asked > available ? available : asked;
    if (asked > available) discount.issues.warning('discount-exceeds-subtotal', discount.path);
    left -= discount.taken;
  }
  const total = (type) => currency.total(active(type).map((a) => a.taken));
  const settle = (adjustment, base) => {
    adjustment.taken = worth(adjustment, base);
    if (adjustment.taken === null || !currency.overflows(adjustment.taken)) return;
    adjustment.issues.error('amount-overflow', adjustment.path);
    adjustment.taken = 0n;
  };

  const discounts = total('discount');
  const reduced = subtract(subtotal, discounts);
  for (const fee of active('fee')) settle(fee, reduced);
  const taxableFees = currency.total(
    active('fee')
      .filter((f) => f.taxable)
      .map((f) => f.taken),
  );
  const base = currency.total([reduced, taxableFees]);
  for (const tax of active('tax')) settle(tax, base);
  return { discounts, fees: total('fee'), taxes: total('tax') };
}
