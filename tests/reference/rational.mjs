// Exact fractions over BigInt. `null` stands for a value that overflowed; it spreads through every
// operation, so that "a total and what depends on it are null" needs no further care.

const gcd = (a, b) => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/** The fraction n/d in lowest terms, d > 0. */
export function rational(n, d = 1n) {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

const lift = (operation) => (a, b) => (a === null || b === null ? null : operation(a, b));

export const add = lift((a, b) => rational(a.n * b.d + b.n * a.d, a.d * b.d));
export const subtract = lift((a, b) => rational(a.n * b.d - b.n * a.d, a.d * b.d));
export const multiply = lift((a, b) => rational(a.n * b.n, a.d * b.d));
export const divide = lift((a, b) => rational(a.n * b.d, a.d * b.n));

export const ZERO = rational(0n);
export const ONE = rational(1n);
export const HUNDRED = rational(100n);

export const integer = (value) => rational(BigInt(value));
export const negate = (a) => (a === null ? null : { n: -a.n, d: a.d });
export const absolute = (a) => (a.n < 0n ? negate(a) : a);
export const sum = (values) => values.reduce(add, ZERO);

/** −1, 0 or 1. */
export const sign = (a) => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);
export const compare = (a, b) => sign(subtract(a, b));
export const least = (a, b) => (compare(a, b) <= 0 ? a : b);

/** Percent p of a. */
export const percentOf = (a, p) => divide(multiply(a, p), HUNDRED);

/** The greatest integer not above a, as a BigInt. */
export function floor(a) {
  const quotient = a.n / a.d;
  return a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient;
}

export const ceiling = (a) => -floor(negate(a));

/** The nearest integer, ties away from zero, as a BigInt. */
export function roundHalfAway(a) {
  const magnitude = (2n * (a.n < 0n ? -a.n : a.n) + a.d) / (2n * a.d);
  return a.n < 0n ? -magnitude : magnitude;
}
