// List price, discount, charges and net of one line (PR-2).

import { AMOUNT, decimalText, percentLimits } from './decimal.mjs';
import { join } from './issues.mjs';
import {
  absolute,
  compare,
  divide,
  integer,
  multiply,
  negate,
  percentOf,
  sign,
  subtract,
  sum,
} from './rational.mjs';

/** A discount or charge as `{kind, value}`; `most` is the largest percent. */
export function readDiscount(given, path, most, { issues, currency }) {
  const kind = issues.oneOf(given, ['percent', 'amount', 'total'], path);
  if (!kind) return undefined;
  const limits = kind === 'percent' ? percentLimits(0, most) : AMOUNT;
  if (kind !== 'percent') issues.kept(given, 'currency', join(path, kind), currency);
  return { kind, value: issues.decimal(given, kind, path, limits) };
}

/** The exact worth of a discount or charge on a price; amounts take the sign of the price. */
function exactWorth({ kind, value }, price, quantity) {
  if (kind === 'percent') return percentOf(price, value);
  const worth = kind === 'amount' ? multiply(value, quantity) : value;
  return sign(price) < 0 ? negate(worth) : worth;
}

const exceeds = (part, whole) => compare(absolute(part), absolute(whole)) > 0;

/** Each discount rounded alone on list; capped at list by magnitude. */
function discountRounded(discounts, list, quantity, currency) {
  const price = currency.exact(list);
  const asked = discounts.map((d) => currency.round(exactWorth(d, price, quantity)));
  const discount = asked.reduce((a, b) => a + b, 0n);
  return exceeds(integer(discount), integer(list))
    ? { discount: list, capped: true }
    : { discount, capped: false };
}

/** Policy discountRounding "net": the net before charges is rounded, the discount is the rest. */
function netRounded(discounts, listExact, list, quantity, currency) {
  const asked = sum(discounts.map((d) => exactWorth(d, listExact, quantity)));
  if (exceeds(asked, listExact)) return { discount: list, capped: true };
  return { discount: list - currency.round(subtract(listExact, asked)), capped: false };
}

/** `{list, discount, charges, net, capped}` in minor units for one payment of a line. */
export function priceOnce({ listExact, quantity, discounts, charges }, { currency, policy }) {
  const list = currency.round(listExact);
  const { discount, capped } =
    policy.discountRounding === 'net' && discounts.length > 0
      ? netRounded(discounts, listExact, list, quantity, currency)
      : discountRounded(discounts, list, quantity, currency);
  const added = charges
    .map((c) => currency.round(exactWorth(c, currency.exact(list), quantity)))
    .reduce((a, b) => a + b, 0n);
  return { list, discount, charges: added, net: list - discount + added, capped };
}

/** net ÷ quantity with 6 decimals, zeros cut down to the currency's digits; null at quantity 0. */
export function effectiveUnitPrice(net, quantity, currency) {
  if (sign(quantity) === 0) return null;
  return decimalText(divide(currency.exact(net), quantity), 6, currency.digits);
}
