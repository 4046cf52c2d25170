// A catalogue's prices hold whichever way a price could be reached.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { catalogueOf } from '../../server/documents/catalogue.mjs';

const tiers = { model: 'graduated', tiers: [{ upTo: '10', unitPrice: '5' }, { unitPrice: '4' }] };
const products = { p_1: { USD: '11.9', EUR: '10' }, p_2: { USD: { pricing: tiers } } };
const line = { id: 'a', name: 'Seat', productId: 'p_1', unitPrice: '11.90' };
const tiered = { id: 'b', name: 'Calls', productId: 'p_2', pricing: tiers };

/** The pointer of the refusal; null where there is none. */
function refusal(state, options = {}) {
  const text = typeof state === 'string' ? state : JSON.stringify({ currency: 'USD', ...state });
  try {
    catalogueOf({ products, ...options }).check(text);
    return null;
  } catch (error) {
    assert.equal(error.name, 'price-mismatch', String(error.stack));
    return error.body.pointer;
  }
}

const one = (change, more = {}) => refusal({ lines: [{ ...line, ...change }], ...more });

test('what is the price of the catalogue is let through, however it is written', () => {
  for (const unitPrice of ['11.9', '11.90', '11.900000', 11.9])
    assert.equal(one({ unitPrice }), null);
  assert.equal(one({ quantity: '3', pricing: null, discount: null, priceCurrency: 'USD' }), null);
  assert.equal(one({ unitPrice: '10' }, { currency: 'EUR' }), null);
  assert.equal(one({ discount: { percent: '0' }, discounts: [{ amount: '0.00' }] }), null);
  assert.equal(
    refusal({ lines: [{ type: 'section', name: 'x' }, { type: 'note' }, tiered] }),
    null,
  );
  const again = { ...tiers, tiers: [{ unitPrice: '5.00', upTo: 10 }, { unitPrice: 4 }] };
  assert.equal(refusal({ lines: [{ ...tiered, pricing: again }] }), null);
  assert.equal(refusal({}), null);
  assert.equal(refusal({ lines: null, adjustments: null, taxRates: null }), null);
});

const phases = (...list) => ({ billing: { frequency: 'monthly', phases: list } });
const WAYS = [
  ['another price', { unitPrice: '0.01' }, '/unitPrice'],
  ['no price', { unitPrice: undefined }, '/unitPrice'],
  ['a price that only looks like it', { unitPrice: '1.19e1' }, '/unitPrice'],
  [
    'a package beside the right price',
    { pricing: { model: 'package', size: '1', price: '0.01' } },
    '/pricing',
  ],
  ['tiers of its own', { pricing: tiers }, '/pricing'],
  [
    'a ramp with its own price',
    phases({ payments: 1, unitPrice: '0.01' }),
    '/billing/phases/0/unitPrice',
  ],
  [
    'a ramp with a discount',
    phases({ payments: 1 }, { discount: { percent: '9' } }),
    '/billing/phases/1/discount',
  ],
  ['a ramp of nothing', phases({ quantity: '-1' }), '/billing/phases/0/quantity'],
  ['a discount', { discount: { percent: '100' } }, '/discount'],
  ['one of several discounts', { discounts: [{ percent: '0' }, { percent: '1' }] }, '/discount'],
  ['an amount off', { discount: { amount: '11.89' } }, '/discount'],
  ['a total off', { discounts: [{ total: '11.89' }] }, '/discount'],
  ['a discount nobody can read', { discount: { percent: 'x' } }, '/discount'],
  ['a negative discount', { discount: { percent: '-1' } }, '/discount'],
  ['a negative charge', { charges: [{ amount: '-11' }] }, '/charges/0/amount'],
  ['a product nobody knows', { productId: 'p_9' }, '/productId'],
  ['a product of every object', { productId: '__proto__' }, '/productId'],
  ['no product', { productId: undefined }, '/productId'],
  ['a negative quantity', { quantity: '-5' }, '/quantity'],
  ['a quantity nobody can read', { quantity: 'x' }, '/quantity'],
  ['a price in another currency', { priceCurrency: 'JPY' }, '/priceCurrency'],
];

for (const [name, change, pointer] of WAYS) {
  test(`refused: ${name}`, () => assert.equal(one(change), `/lines/0${pointer}`));
}

const ORDER_WAYS = [
  ['a document in another currency', { currency: 'JPY' }, '/lines/0/productId'],
  [
    'a discount of the order',
    { adjustments: [{ type: 'discount', percent: '50' }] },
    '/adjustments',
  ],
  [
    'an amount off the order',
    { adjustments: [{ type: 'discount', amount: '5' }] },
    '/adjustments/0',
  ],
  ['a negative fee', { adjustments: [{ type: 'fee', amount: '-5' }] }, '/adjustments/0/amount'],
  ['a negative tax', { adjustments: [{ type: 'tax', percent: '-5' }] }, '/adjustments/0/percent'],
  ['a tax rate that takes it all back', { taxRates: [{ percent: '-100' }] }, '/taxRates/0/percent'],
];

for (const [name, change, pointer] of ORDER_WAYS) {
  test(`refused: ${name}`, () => assert.equal(one({}, change), pointer));
}

test('discounts are allowed up to what the catalogue says, all together', () => {
  const allowed = { maxDiscountPercent: '15' };
  const with_ = (change, more) => refusal({ lines: [{ ...line, ...change }], ...more }, allowed);
  assert.equal(with_({ discount: { percent: '15' } }), null);
  assert.equal(with_({ discount: { percent: '15.000001' } }), '/lines/0/discount');
  assert.equal(
    with_({ discount: { percent: '8' }, discounts: [{ percent: '8' }] }),
    '/lines/0/discount',
  );
  const order = { adjustments: [{ type: 'discount', percent: '10' }] };
  assert.equal(with_({ discount: { percent: '5' } }, order), null);
  assert.equal(with_({ discount: { percent: '6' } }, order), '/lines/0/discount');
});

test('lines of no product are allowed where the catalogue says so, within the same bounds', () => {
  const free = { otherLines: true };
  assert.equal(refusal({ lines: [{ name: 'Travel', unitPrice: '80' }] }, free), null);
  const negative = { lines: [{ name: 'Travel', unitPrice: '80', quantity: '-1' }] };
  assert.equal(refusal(negative, free), '/lines/0/quantity');
  const below = { lines: [{ name: 'Gift', unitPrice: '-80' }] };
  assert.equal(refusal(below, free), '/lines/0/unitPrice');
});

test('a number is compared with all its digits', () => {
  const text =
    '{"currency":"USD","lines":[{"productId":"p_1","unitPrice":11.9000000000000000001}]}';
  assert.equal(refusal(text), '/lines/0/unitPrice');
});
