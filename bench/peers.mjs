// Each peer prices a line of the workload in the way its documentation shows, in whole minor units
// of a two-decimal currency: gross, discount, net, tax, each rounded half away from zero. `parse`
// is done once, outside the clock; `price` gives the four amounts as texts of minor units, and the
// totals are summed in the peer's own numbers.

import Big from 'big.js';
import BigNumber from 'bignumber.js';
import currency from 'currency.js';
import Decimal from 'decimal.js';
import {
  add,
  dinero,
  multiply,
  subtract,
  toSnapshot,
  transformScale,
  halfAwayFromZero,
} from 'dinero.js';

import { RATES } from './workload.mjs';

const USD = { code: 'USD', base: 10, exponent: 2 };

/** A decimal text as an integer and its number of places. */
function parts(text) {
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  return { digits: BigInt(text.replace('.', '')), places };
}

function roundedDivision(numerator, denominator) {
  const negative = numerator < 0n;
  const magnitude = negative ? -numerator : numerator;
  const quotient = (magnitude * 2n + denominator) / (denominator * 2n);
  return negative ? -quotient : quotient;
}

const powers = Array.from({ length: 40 }, (_, i) => 10n ** BigInt(i));

export const bigint = {
  name: 'hand-written BigInt',
  parse: (line) => ({
    price: parts(line.unitPrice),
    quantity: parts(line.quantity),
    discount: parts(line.discount),
    rate: parts(RATES[line.rate]),
  }),
  price({ price, quantity, discount, rate }) {
    const places = price.places + quantity.places;
    const product = price.digits * quantity.digits;
    const gross =
      places > 2 ? roundedDivision(product, powers[places - 2]) : product * powers[2 - places];
    const off = roundedDivision(gross * discount.digits, powers[discount.places + 2]);
    const net = gross - off;
    const tax = roundedDivision(net * rate.digits, powers[rate.places + 2]);
    return [gross, off, net, tax];
  },
  zero: () => 0n,
  plus: (a, b) => a + b,
  minor: (amount) => amount.toString(),
};

export const floats = {
  name: 'floats, Math.round',
  parse: (line) => ({
    price: Number(line.unitPrice),
    quantity: Number(line.quantity),
    discount: Number(line.discount),
    rate: Number(RATES[line.rate]),
  }),
  price({ price, quantity, discount, rate }) {
    const gross = Math.round(price * quantity * 100);
    const off = Math.round((gross * discount) / 100);
    const net = gross - off;
    return [gross, off, net, Math.round((net * rate) / 100)];
  },
  zero: () => 0,
  plus: (a, b) => a + b,
  minor: (amount) => String(amount),
};

/** big.js, decimal.js and bignumber.js share their names for what is needed here. */
function decimalPeer(name, make, round) {
  return {
    name,
    parse: (line) => ({
      price: make(line.unitPrice),
      quantity: make(line.quantity),
      discount: make(line.discount),
      rate: make(RATES[line.rate]),
    }),
    price({ price, quantity, discount, rate }) {
      const gross = round(price.times(quantity));
      const off = round(gross.times(discount).div(100));
      const net = gross.minus(off);
      return [gross, off, net, round(net.times(rate).div(100))];
    },
    zero: () => make(0),
    plus: (a, b) => a.plus(b),
    minor: (amount) => amount.times(100).toFixed(0),
  };
}

Decimal.set({ precision: 20, rounding: Decimal.ROUND_HALF_UP });
BigNumber.config({ ROUNDING_MODE: BigNumber.ROUND_HALF_UP });

export const big = decimalPeer('big.js', Big, (x) => x.round(2, Big.roundHalfUp));
export const decimal = decimalPeer(
  'decimal.js',
  (x) => new Decimal(x),
  (x) => x.toDecimalPlaces(2),
);
export const bignumber = decimalPeer(
  'bignumber.js',
  (x) => new BigNumber(x),
  (x) => x.decimalPlaces(2),
);

export const currencyJs = {
  name: 'currency.js',
  parse: (line) => ({ ...line, rateText: RATES[line.rate] }),
  price({ unitPrice, quantity, discount, rateText }) {
    const gross = currency(unitPrice, { precision: 6 }).multiply(quantity);
    const list = currency(gross.value);
    const off = list.multiply(Number(discount) / 100);
    const net = list.subtract(off);
    return [list, off, net, net.multiply(Number(rateText) / 100)];
  },
  zero: () => currency(0),
  plus: (a, b) => a.add(b),
  minor: (amount) => String(amount.intValue),
};

/** A decimal text as dinero's scaled integer. */
const scaled = (text) => {
  const { digits, places } = parts(text);
  return { amount: Number(digits), scale: places };
};

export const dineroJs = {
  name: 'dinero.js (number)',
  parse: (line) => ({
    price: dinero({ ...scaled(line.unitPrice), currency: USD }),
    quantity: scaled(line.quantity),
    discount: scaled(line.discount),
    rate: scaled(RATES[line.rate]),
  }),
  price({ price, quantity, discount, rate }) {
    const round = (d) => transformScale(d, 2, halfAwayFromZero);
    const percent = (d, p) => round(multiply(d, { amount: p.amount, scale: p.scale + 2 }));
    const gross = round(multiply(price, quantity));
    const off = percent(gross, discount);
    const net = subtract(gross, off);
    return [gross, off, net, percent(net, rate)];
  },
  zero: () => dinero({ amount: 0, currency: USD }),
  plus: (a, b) => add(a, b),
  minor: (amount) => String(toSnapshot(amount).amount),
};

export const PEERS = [floats, big, decimal, bignumber, currencyJs, dineroJs, bigint];

/** Prices all lines and sums the totals: subtotal, discount, tax per rate, grand total. */
export function full(peer, parsed, rateOf) {
  let subtotal = peer.zero();
  let discount = peer.zero();
  let taxes = RATES.map(() => peer.zero());
  let total = peer.zero();
  for (let i = 0; i < parsed.length; i++) {
    const [, off, net, tax] = peer.price(parsed[i]);
    subtotal = peer.plus(subtotal, net);
    discount = peer.plus(discount, off);
    taxes[rateOf[i]] = peer.plus(taxes[rateOf[i]], tax);
    total = peer.plus(peer.plus(total, net), tax);
  }
  return [subtotal, discount, ...taxes, total].map((amount) => peer.minor(amount));
}
