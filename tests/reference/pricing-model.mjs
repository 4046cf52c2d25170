// Pricing models (PR-6): the exact price of a quantity, before any rounding.

import { join, present } from './issues.mjs';
import { QUANTITY, parseDecimal, priceLimits, readDecimal } from './decimal.mjs';
import { JsonNumber } from './json.mjs';
import {
  ZERO,
  add,
  ceiling,
  compare,
  divide,
  integer,
  least,
  multiply,
  sign,
  subtract,
} from './rational.mjs';

/** unitPrice × quantity. */
export const flatPrice = (unitPrice, quantity) => multiply(unitPrice, quantity);

function packagePrice(model, quantity) {
  const paid = subtract(quantity, model.freeUnits);
  if (sign(paid) <= 0) return ZERO;
  return multiply(integer(ceiling(divide(paid, model.size))), model.price);
}

/** The first tier whose upper bound is not below the quantity: it covers (previous upTo, upTo]. */
const tierReached = (tiers, quantity) =>
  tiers.find((tier) => tier.upTo === null || compare(quantity, tier.upTo) <= 0);

function volumePrice({ tiers }, quantity) {
  const tier = tierReached(tiers, quantity);
  return add(multiply(tier.unitPrice ?? ZERO, quantity), tier.flatFee ?? ZERO);
}

function graduatedPrice({ tiers }, quantity) {
  let price = ZERO;
  let from = ZERO;
  for (const tier of tiers) {
    if (compare(quantity, from) <= 0) break; // not entered
    const to = tier.upTo === null ? quantity : least(quantity, tier.upTo);
    price = add(price, multiply(tier.unitPrice ?? ZERO, subtract(to, from)));
    price = add(price, tier.flatFee ?? ZERO);
    from = tier.upTo ?? quantity;
  }
  return price;
}

function stairstepPrice({ tiers }, quantity) {
  const tier = tierReached(tiers, quantity);
  return tier.flatFee ?? tier.unitPrice ?? ZERO;
}

const MODELS = {
  package: packagePrice,
  volume: volumePrice,
  graduated: graduatedPrice,
  stairstep: stairstepPrice,
};

function readUpTo(tier, path, issues) {
  const node = tier.upTo;
  const parsed = parseDecimal(node instanceof JsonNumber ? node.text : node);
  if (parsed && sign(parsed.value) <= 0) return { invalid: true };
  const { value, code } = readDecimal(node, QUANTITY);
  if (code) issues.error(code, join(path, 'upTo'));
  return { value };
}

function readTiers(given, path, prices, issues) {
  const entries = given.tiers ?? [];
  let valid = entries.length > 0;
  let previous = ZERO;
  const tiers = entries.map((tier, index) => {
    const tierPath = join(path, index);
    const last = index === entries.length - 1;
    const unitPrice = issues.decimal(tier, 'unitPrice', tierPath, prices);
    const flatFee = issues.decimal(tier, 'flatFee', tierPath, prices);
    if (present(tier.upTo) === last) valid = false; // only the last one is open
    if (!present(tier.upTo)) return { upTo: null, unitPrice, flatFee };
    const { value: upTo, invalid } = readUpTo(tier, tierPath, issues);
    if (invalid || (upTo && compare(upTo, previous) <= 0)) valid = false;
    previous = upTo ?? previous;
    return { upTo, unitPrice, flatFee };
  });
  if (!valid) issues.error('tiers-invalid', path);
  return tiers;
}

/**
 * The line's model as `{name, price(unitPrice, quantity)}`: `flat` uses the unit price, the others
 * do not.
 */
export function readPricing(given, path, policy, issues) {
  const name = given?.model ?? 'flat';
  if (name === 'flat')
    return { name, price: (unitPrice, quantity) => flatPrice(unitPrice, quantity) };
  if (!Object.hasOwn(MODELS, name)) {
    issues.error('unknown-value', join(path, 'model'));
    return { name };
  }
  const prices = priceLimits(policy.allowNegativePrices);
  const model = {};
  if (name === 'package') {
    model.size = issues.requiredDecimal(given, 'size', path, {
      ...QUANTITY,
      inside: (v) => sign(v) > 0 && QUANTITY.inside(v),
    });
    model.price = issues.requiredDecimal(given, 'price', path, prices);
    model.freeUnits = issues.decimal(given, 'freeUnits', path, QUANTITY, ZERO);
  } else {
    model.tiers = readTiers(given, join(path, 'tiers'), prices, issues);
  }
  return {
    name,
    price: (_, quantity) => (sign(quantity) === 0 ? ZERO : MODELS[name](model, quantity)),
  };
}
