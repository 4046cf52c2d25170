// The documents that the kit stores: valid Crossfoot states, so that a pricing-aware server takes
// them too. Every body carries its own `rev.write`, by which the kit recognises it again.

import { randomBytes } from 'node:crypto';

/** An unguessable id that is safe in a path segment and a file name. */
export function newId() {
  return `conformance-${randomBytes(12).toString('hex')}`;
}

/** A random id of one write. */
export function newWrite() {
  return randomBytes(8).toString('hex');
}

/**
 * A draft invoice with one line. All bodies made with the same id have the same size, because a
 * server that derives its ETag from time and size must be caught.
 * @param {string} id
 * @param {object} [change] members to replace.
 */
export function invoice(id, change = {}) {
  return {
    version: 1,
    rules: 1,
    id,
    kind: 'invoice',
    status: 'draft',
    currency: 'USD',
    date: '2026-11-22',
    dueDate: '2026-12-22',
    terms: { type: 'net', days: 30 },
    issuer: { name: 'Conformance Ltd' },
    contacts: [{ id: 'c1', name: 'A Buyer', email: 'buyer@example.com', role: 'billing' }],
    lines: [{ id: 'li_1', type: 'item', name: 'Seat', unitPrice: '11.90', quantity: '2' }],
    rev: { n: 1, write: newWrite(), parent: null, by: 'conformance' },
    ...change,
  };
}

/** What must come back character by character: see check 11. */
export const difficultContent = {
  'a b': 'member name with a space',
  '': 'empty member name',
  'a/b~c': 'member name that a JSON Pointer must escape',
  empty: '',
  digits: '12345678901234567890.000000000000000000',
  emoji: 'seat \u{1F4BA}\u{200D}\u{1F9D1}',
  rightToLeft: '\u05E9\u05DC\u05D5\u05DD \u202Babc\u202C \u0645\u0631\u062D\u0628\u0627',
  composed: '\u00E9',
  decomposed: 'e\u0301',
  control: 'tab\tline\nnull\u0000end',
  html: '<b>&amp;</b> \u2028',
  list: [[], {}, null, true, false, '1.10'],
};
