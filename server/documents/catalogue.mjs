// The optional check of prices against a catalogue: a line that names a product must have the
// product's price in the document's currency.

import { readFileSync } from 'node:fs';

import { Problem } from '../http/problem.mjs';

/**
 * Reads `{"products": {"p_1": {"USD": "11.90"}}}`.
 * @param {string} file
 */
export function loadCatalogue(file) {
  const { products } = JSON.parse(readFileSync(file, 'utf8'));
  return { check: (state) => checkPrices(products, state) };
}

function checkPrices(products, { currency, lines = [] }) {
  lines.forEach(({ productId, unitPrice }, index) => {
    const expected = productId === undefined ? undefined : products[productId]?.[currency];
    if (expected === undefined || sameDecimal(String(unitPrice), expected)) return;
    throw new Problem('price-mismatch', { expected, pointer: `/lines/${index}/unitPrice` });
  });
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
