// Decimal input (PR-1): its grammar and the limits of each kind of field.

import { JsonNumber } from './json.mjs';
import { compare, integer, negate, rational, sign, absolute } from './rational.mjs';

const GRAMMAR = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads the text of a decimal: `{value, fractionDigits, significantDigits}`, or null when the text
 * is no decimal. Trailing zeros do not count as digits.
 */
export function parseDecimal(text) {
  if (text.length > 100) return null;
  const match = GRAMMAR.exec(text);
  if (!match) return null;
  const [, minus, whole, fraction = '', exponentText = '0'] = match;
  if (exponentText.replace(/^[+-]/, '').replace(/^0+/, '').length > 2) return null;
  const exponent = Number(exponentText);
  if (exponent < -40 || exponent > 40) return null;

  const digits = (whole + fraction).replace(/0+$/, '');
  const droppedZeros = whole.length + fraction.length - digits.length;
  const scale = fraction.length - exponent - droppedZeros; // value = digits × 10^−scale
  const magnitude = BigInt(digits || '0');
  if (magnitude === 0n) return { value: rational(0n), fractionDigits: 0, significantDigits: 0 };
  const signed = minus ? -magnitude : magnitude;
  const value =
    scale > 0 ? rational(signed, 10n ** BigInt(scale)) : rational(signed * 10n ** BigInt(-scale));
  return {
    value,
    fractionDigits: Math.max(0, scale),
    significantDigits: digits.replace(/^0+/, '').length,
  };
}

const TEN_TO_9 = integer(10n ** 9n);
const TEN_TO_12 = integer(10n ** 12n);

/** unitPrice, cost, tier prices, flat fees, package prices. */
export const priceLimits = (allowNegative) => ({
  fraction: 12,
  significant: 18,
  allowNegative,
  inside: (v) => compare(absolute(v), TEN_TO_12) < 0,
});
export const QUANTITY = { fraction: 6, inside: (v) => compare(v, TEN_TO_9) < 0 };
export const AMOUNT = { fraction: 6 };
export const SIGNED_AMOUNT = { fraction: 6, allowNegative: true };
/** A percent between two bounds; below or above is out-of-range, also when negative. */
export const percentLimits = (low, high) => ({
  fraction: 6,
  allowNegative: true,
  inside: (v) => compare(v, integer(low)) >= 0 && compare(v, integer(high)) <= 0,
});
/** A whole number between two bounds. */
export const wholeLimits = (low, high) => ({
  allowNegative: true,
  inside: (v) => v.d === 1n && compare(v, integer(low)) >= 0 && compare(v, integer(high)) <= 0,
});

/** `{value}` or `{code}` for a string or JSON number under limits. */
export function readDecimal(node, limits) {
  const parsed = parseDecimal(node instanceof JsonNumber ? node.text : node);
  if (!parsed) return { code: 'invalid-number' };
  if (parsed.fractionDigits > (limits.fraction ?? Infinity)) return { code: 'too-many-digits' };
  if (parsed.significantDigits > (limits.significant ?? Infinity))
    return { code: 'too-many-digits' };
  if (sign(parsed.value) < 0 && !limits.allowNegative) return { code: 'negative-not-allowed' };
  if (limits.inside && !limits.inside(parsed.value)) return { code: 'out-of-range' };
  return { value: parsed.value };
}

/** A fraction with at most `most` decimals (half away), zeros cut down to `least` decimals. */
export function decimalText(value, most, least) {
  const scaled = rational(value.n * 10n ** BigInt(most), value.d);
  const negative = sign(scaled) < 0;
  const units = ((a) => (2n * a.n + a.d) / (2n * a.d))(negative ? negate(scaled) : scaled);
  const digits = units.toString().padStart(most + 1, '0');
  let fraction = digits.slice(digits.length - most);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const text = digits.slice(0, digits.length - most) + (fraction ? `.${fraction}` : '');
  return negative && units !== 0n ? `-${text}` : text;
}
