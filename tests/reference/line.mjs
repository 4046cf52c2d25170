// One line as the state gives it: its fields read and checked, nothing priced yet.

import { billsSeries, readBilling } from './billing.mjs';
import { parseDate } from './dates.mjs';
import { QUANTITY, priceLimits } from './decimal.mjs';
import { Issues, join, present } from './issues.mjs';
import { readDiscount } from './line-price.mjs';
import { readPricing } from './pricing-model.mjs';
import { readRateIds } from './rates.mjs';
import { ONE } from './rational.mjs';

function readDiscounts(given, path, context) {
  if (present(given.discount) && present(given.discounts)) {
    context.issues.error('one-of', join(path, 'discounts'));
    return [];
  }
  if (present(given.discount))
    return [readDiscount(given.discount, join(path, 'discount'), 100, context)];
  return (given.discounts ?? []).map((d, i) =>
    readDiscount(d, join(path, 'discounts', i), 100, context),
  );
}

/** What every payment costs before rounding, for each step of the billing. */
function readSteps(given, path, line, document, issues) {
  const { policy, currency } = document;
  const prices = priceLimits(policy.allowNegativePrices);
  const flat = line.pricing.name === 'flat';
  const quantity = issues.decimal(given, 'quantity', path, QUANTITY, ONE);
  let unitPrice;
  if (flat) {
    const needed = line.billing.steps.some((step) => !present(step.given?.unitPrice));
    unitPrice = (needed ? issues.requiredDecimal : issues.decimal).call(
      issues,
      given,
      'unitPrice',
      path,
      prices,
    );
  } else if (line.pricing.price) {
    for (const [owner, where] of [
      [given, path],
      ...line.billing.steps.map((s) => [s.given ?? {}, s.path]),
    ])
      if (present(owner.unitPrice)) issues.warning('ignored-field', join(where, 'unitPrice'));
  }
  const discounts = readDiscounts(given, path, { issues, currency });
  const discountPath = join(path, present(given.discount) ? 'discount' : 'discounts');
  return line.billing.steps.map((step) => ({
    payments: step.payments,
    unitPrice: step.unitPrice ?? unitPrice,
    quantity: step.quantity ?? quantity,
    discounts: step.discounts ?? discounts,
    discountPath: step.discounts ? join(step.path, 'discount') : discountPath,
  }));
}

/**
 * A line ready to price: `{id, failed, counted, pricing, billing, steps, charges, rates, cost}`;
 * `failed` lines count 0, lines not `selected` count in no sum.
 */
export function readLine(given, index, document, list) {
  const path = join('/lines', index);
  const issues = new Issues(list, given.id);
  const line = {
    id: given.id,
    path,
    issues,
    type: given.type ?? 'item',
    selected: !(given.optional === true && given.selected !== true),
    hasCharges: (given.charges ?? []).length > 0,
    rateIds: new Set(given.taxRateIds ?? []),
    billsSeries: billsSeries(given, document.kind),
  };
  if (line.type === 'section' || line.type === 'note') return line;
  if (line.type !== 'item') {
    issues.error('unknown-value', join(path, 'type'));
    return line;
  }
  const { policy, currency } = document;
  issues.requireName(given, path);
  if (present(given.serviceDate) && !parseDate(given.serviceDate))
    issues.harmless('date-invalid', join(path, 'serviceDate'));
  line.pricing = readPricing(given.pricing, join(path, 'pricing'), policy, issues);
  line.billing = readBilling(given, join(path, 'billing'), document, issues);
  line.steps = readSteps(given, path, line, document, issues);
  line.charges = (given.charges ?? []).map((c, i) =>
    readDiscount(c, join(path, 'charges', i), 1000, { issues, currency }),
  );
  // A model that nobody knows holds no price.
  const isFlat = line.pricing.name === 'flat' || line.pricing.price === undefined;
  const price = isFlat ? 'unitPrice' : 'pricing';
  issues.kept(given, 'priceCurrency', join(path, price), currency);
  if (present(given.cost)) issues.kept(given, 'costCurrency', join(path, 'cost'), currency);
  line.costMissing = !present(given.cost);
  line.cost = issues.decimal(given, 'cost', path, priceLimits(policy.allowNegativePrices));
  line.rates = readRateIds(given.taxRateIds, join(path, 'taxRateIds'), document.rates, issues);
  return line;
}
