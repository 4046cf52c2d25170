// The optional check of prices against a catalogue. A total can be reached in many ways: by the unit
// price, a pricing model, a ramp, a discount, a negative amount, a line of no product. Each is
// either the catalogue's or refused.

import { readFileSync } from 'node:fs';

import { parse } from 'lossless-json';

import { Problem } from '../http/problem.mjs';

/**
 * @typedef {object} Catalogue
 * @property {Record<string, Record<string, string | {pricing: object}>>} products by id and
 *   currency: the unit price, or the whole pricing model of the line.
 * @property {string} [maxDiscountPercent] of all discounts of a line and of the order together;
 *   without it there are none.
 * @property {boolean} [otherLines] whether lines without a product are allowed, at any price.
 */

/**
 * Reads `{"products": {"p_1": {"USD": "11.90"}}}`; fails where it is not one.
 * @param {string} file
 * @returns {Catalogue}
 */
export function loadCatalogue(file) {
  const catalogue = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof catalogue?.products !== 'object') throw new Error(`${file} has no products`);
  return catalogue;
}

/**
 * Makes the check of a catalogue.
 * @param {Catalogue} catalogue
 */
export function catalogueOf(catalogue) {
  return { check: (stateText) => new Check(catalogue, parse(stateText)).run() };
}

class Check {
  constructor({ products, maxDiscountPercent = '0', otherLines = false }, state) {
    this.products = products;
    this.most = millionths(maxDiscountPercent) ?? 0n;
    this.otherLines = otherLines;
    this.state = state;
  }

  run() {
    const order = this.#adjustments();
    listOf(this.state.taxRates).forEach((rate, index) => {
      this.#requirePositive(rate, ['percent', 'amountPerUnit'], `/taxRates/${index}`);
    });
    listOf(this.state.lines).forEach((line, index) => {
      if (line.type !== 'section' && line.type !== 'note')
        this.#line(line, order, `/lines/${index}`);
    });
  }

  #line(line, orderDiscount, at) {
    this.#requirePositive(line, ['quantity'], at);
    const discounts = [...reductionsOf(line), ...listOf(line.discounts)];
    const own = this.#percentOf(discounts, `${at}/discount`);
    this.#requireWithin(own + orderDiscount, `${at}/discount`);
    listOf(line.charges).forEach((charge, index) => {
      this.#requirePositive(charge, ['percent', 'amount', 'total'], `${at}/charges/${index}`);
    });
    if ((line.productId ?? null) === null) {
      this.#otherLine(line, at);
      return;
    }
    this.#product(line, at);
    listOf(line.billing?.phases).forEach((phase, index) => {
      this.#phase(line, phase, own + orderDiscount, `${at}/billing/phases/${index}`);
    });
  }

  #otherLine(line, at) {
    if (!this.otherLines) refuse(`${at}/productId`, 'Each line names a product of the catalogue.');
    this.#requirePositive(line, ['unitPrice'], at);
    const isFlat = (line.pricing?.model ?? 'flat') === 'flat' && !line.billing?.phases;
    if (!isFlat) refuse(`${at}/pricing`, 'A line of no product has a unit price.');
  }

  #product(line, at) {
    const { currency } = this.state;
    const prices = Object.hasOwn(this.products, line.productId)
      ? this.products[line.productId]
      : undefined;
    const expected = prices && Object.hasOwn(prices, currency) ? prices[currency] : undefined;
    if (expected === undefined) {
      refuse(`${at}/productId`, `The catalogue has no price of this product in ${currency}.`);
    }
    const inOther = (line.priceCurrency ?? currency) !== currency;
    if (inOther) refuse(`${at}/priceCurrency`, 'The price is that of another currency.', currency);
    if (typeof expected !== 'string') {
      const isSame = sameValue(line.pricing ?? null, expected.pricing);
      if (!isSame) refuse(`${at}/pricing`, 'This is not the pricing model.', expected.pricing);
      return;
    }
    const isFlat = (line.pricing?.model ?? 'flat') === 'flat';
    if (!isFlat) refuse(`${at}/pricing`, 'The product has a unit price.', expected);
    requirePrice(line.unitPrice, expected, `${at}/unitPrice`);
  }

  #phase(line, phase, discount, at) {
    this.#requirePositive(phase, ['quantity'], at);
    const expected = this.products[line.productId][this.state.currency];
    if ((phase.unitPrice ?? null) !== null) {
      if (typeof expected !== 'string') refuse(`${at}/unitPrice`, 'The product has its own model.');
      requirePrice(phase.unitPrice, expected, `${at}/unitPrice`);
    }
    const own = this.#percentOf(reductionsOf(phase), `${at}/discount`);
    this.#requireWithin(own + discount, `${at}/discount`);
  }

  /** The discounts of the order in millionths of a percent. */
  #adjustments() {
    let sum = 0n;
    listOf(this.state.adjustments).forEach((one, index) => {
      const at = `/adjustments/${index}`;
      if (one.type === 'discount') sum += this.#percentOf([one], at);
      else this.#requirePositive(one, ['percent', 'amount'], at);
    });
    this.#requireWithin(sum, '/adjustments');
    return sum;
  }

  /** What discounts take together. Only percents can be held against a limit. */
  #percentOf(discounts, at) {
    let sum = 0n;
    for (const { percent = null, amount = null, total = null } of discounts) {
      if ([amount, total].some((one) => one !== null && millionths(one) !== 0n)) {
        refuse(at, 'Only discounts in percent are allowed.');
      }
      const value = percent === null ? 0n : millionths(percent);
      if (value === null || value < 0n) refuse(at, 'The discount cannot be read.');
      sum += value;
    }
    return sum;
  }

  #requireWithin(sum, at) {
    if (sum > this.most) refuse(at, 'The discounts are more than the catalogue allows.');
  }

  #requirePositive(object, names, at) {
    for (const name of names) {
      const value = object?.[name] ?? null;
      if (value !== null && !NOT_NEGATIVE.test(String(value)))
        refuse(`${at}/${name}`, 'This must not be negative.');
    }
  }
}

/** A decimal as the core reads it, of 0 or more. */
const NOT_NEGATIVE = /^\d+(\.\d+)?([eE][+-]?\d+)?$/;

function requirePrice(price, expected, pointer) {
  if (!sameDecimal(String(price), expected)) {
    refuse(pointer, 'This is not the price of the product.', expected);
  }
}

/** @returns {never} */
function refuse(pointer, detail, expected) {
  throw new Problem('price-mismatch', { detail, expected, pointer });
}

function listOf(value) {
  return Array.isArray(value) ? value.filter((one) => one !== null && typeof one === 'object') : [];
}

function reductionsOf({ discount }) {
  return discount !== null && typeof discount === 'object' ? [discount] : [];
}

/** Whether two values are the same JSON; numbers and their texts by their value. */
function sameValue(a, b) {
  if (isScalar(a) || isScalar(b)) {
    if ((a ?? null) === null || (b ?? null) === null) return (a ?? null) === (b ?? null);
    return isScalar(a) && isScalar(b) && (a === b || sameDecimal(String(a), String(b)));
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => sameValue(a[name], b[name]));
}

function isScalar(value) {
  return value === null || typeof value !== 'object' || 'isLosslessNumber' in value;
}

/** Whether two decimals are equal, compared as text: 11.90 is 11.9. Exponents are not equal. */
export function sameDecimal(a, b) {
  return plain(a) === plain(b);
}

function plain(text) {
  const [, sign, whole, fraction = ''] = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  if (whole === undefined) return `not plain: ${text}`;
  const digits = `${whole}.${fraction}`;
  return digits === '0.' ? digits : sign + digits;
}

/** A plain decimal of up to six places in millionths; null for anything else. */
function millionths(value) {
  const [, sign, whole, fraction = ''] =
    /^(-?)(\d{1,30})(?:\.(\d{1,6})0*)?$/.exec(String(value)) ?? [];
  if (whole === undefined) return null;
  const size = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -size : size;
}
