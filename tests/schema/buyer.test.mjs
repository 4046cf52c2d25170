// What buyers see is an allow-list over the schemas: each member was decided on, and what nobody has
// decided on is not shown.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  STATE_FOR_BUYERS,
  VIEW_FOR_BUYERS,
  codeKey,
  openedByCodes,
  stateForBuyer,
  viewForBuyer,
} from '../../schema/buyer.mjs';
import { loadNodeEngine } from '../../wasm/node.mjs';
import { randomDocument } from '../reference/generate.mjs';
import { readSchema } from './schemas.mjs';

/** The schema that a node stands for, behind references and lists. */
function resolved(schema, node) {
  if (node.$ref?.startsWith('#')) {
    const target = node.$ref
      .slice(2)
      .split('/')
      .reduce((value, name) => value[name], schema);
    return resolved(schema, target);
  }
  const option = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].find((one) => one.$ref);
  if (option) return resolved(schema, option);
  return node.items ? resolved(schema, node.items) : node;
}

/** Every member of a schema as a path, each list counting as its item. */
function members(schema, node = schema, path = '') {
  return Object.entries(resolved(schema, node).properties ?? {}).flatMap(([name, member]) => [
    `${path}/${name}`,
    ...members(schema, member, `${path}/${name}`),
  ]);
}

function shownMembers(table, path = '') {
  return Object.entries(table).flatMap(([name, shape]) => [
    `${path}/${name}`,
    ...(shape === true ? [] : shownMembers(shape, `${path}/${name}`)),
  ]);
}

/** What the seller keeps, outermost members only. */
function withheld(schema, table) {
  const shown = new Set(shownMembers(table));
  const hidden = members(schema).filter((path) => !shown.has(path));
  return hidden.filter((path) => !hidden.includes(path.slice(0, path.lastIndexOf('/')))).sort();
}

test('each member of a state was decided on: these stay with the seller', () => {
  assert.deepEqual(withheld(readSchema('state'), STATE_FOR_BUYERS), [
    '/adjustments/code',
    '/adjustments/custom',
    '/adjustments/origin',
    '/billingRecords/invoiceId',
    '/claim',
    '/custom',
    '/dealAmount',
    '/digest',
    '/events',
    '/lines/cost',
    '/lines/costCurrency',
    '/lines/custom',
    '/lines/formulas',
    '/lines/origin/corrects',
    '/lines/origin/due',
    '/lines/origin/id',
    '/lines/origin/kind',
    '/lines/origin/lineId',
    '/lines/productId',
    '/origin/corrects/id',
    '/origin/due',
    '/origin/frequency',
    '/origin/id',
    '/origin/kind',
    '/origin/lineId',
    '/owner',
    '/payments/fee',
    '/payments/invoiceId',
    '/payments/source',
    '/payments/url',
    '/policy/metricFactors',
    '/policy/minimumMarginPercent',
    '/refunds/reason',
    '/rev',
    '/settings/automaticTax',
    '/source',
    '/taxRates/custom',
    '/total',
  ]);
});

test('each member of a view was decided on: these stay with the seller', () => {
  assert.deepEqual(withheld(readSchema('view'), VIEW_FOR_BUYERS), [
    '/issues',
    '/lines/acv',
    '/lines/arr',
    '/lines/cost',
    '/lines/costMissing',
    '/lines/margin',
    '/lines/marginPercent',
    '/lines/mrr',
    '/lines/tcv',
    '/metrics',
  ]);
});

test('the tables name nothing that the schemas do not have', () => {
  for (const [name, table] of [
    ['state', STATE_FOR_BUYERS],
    ['view', VIEW_FOR_BUYERS],
  ]) {
    const known = new Set(members(readSchema(name)));
    assert.deepEqual(
      shownMembers(table).filter((path) => !known.has(path)),
      [],
    );
  }
});

/** A value with every member of a table, each object in a list, and a secret in every object. */
function full(table) {
  const entries = Object.entries(table).map(([name, shape]) => [
    name,
    shape === true ? `shown ${name}` : [full(shape), 'no object'],
  ]);
  return Object.fromEntries([
    ...entries,
    ['newMember', 'SECRET'],
    ['newObject', { name: 'SECRET' }],
    ['newList', [{ name: 'SECRET' }]],
    ['__proto__ ', 'SECRET'],
  ]);
}

test('a member that nobody decided on is never shown, wherever it is and whatever it holds', () => {
  for (const [table, pick] of [
    [STATE_FOR_BUYERS, stateForBuyer],
    [VIEW_FOR_BUYERS, viewForBuyer],
  ]) {
    const shown = pick(full(table));
    assert.ok(!JSON.stringify(shown).includes('SECRET'));
    assert.deepEqual(Object.keys(shown).sort(), Object.keys(table).sort());
  }
});

test('an object in the place of a text is not shown, nor what a prototype has', () => {
  const state = JSON.parse(
    '{"comments":{"x":"SECRET"},"lines":[{"name":["a",{"x":"SECRET"}],"__proto__":{"id":"SECRET"}}]}',
  );
  assert.deepEqual(stateForBuyer(state), { lines: [{ name: ['a'] }] });
  assert.deepEqual(stateForBuyer(Object.create({ comments: 'SECRET' })), {});
});

test('an offer does not tell its codes; what a code has given stays without it', () => {
  const adjustments = [
    { id: 'a', type: 'discount', percent: '10', code: 'LAUNCH' },
    { id: 'b', type: 'fee', amount: '1' },
  ];
  const fee = { id: 'b', type: 'fee', amount: '1' };
  const discount = { id: 'a', type: 'discount', percent: '10' };
  const shown = (state) => stateForBuyer({ ...state, adjustments }).adjustments;
  for (const state of [{}, { kind: 'quote', status: 'published' }, { kind: 'paymentLink' }]) {
    assert.deepEqual(shown(state), [fee]);
  }
  assert.deepEqual(shown({ kind: 'quote', status: 'accepted' }), [discount, fee]);
  assert.deepEqual(shown({ kind: 'invoice', status: 'open' }), [discount, fee]);
});

// DO-4.15
test('a code is the same for pages and for the core, whatever its case and the blanks around it', async () => {
  const engine = await loadNodeEngine();
  const texts = ['LAUNCH', 'launch', ' Launch\t', 'LAUN CH', '\u00a0launch\u3000', 'ＬＡＵＮＣＨ'];
  texts.push('FØDSELSDAG', 'fødselsdag', '10×2', '10÷2', 'ÿ', 'Ÿ', 'ß', 'SS', 'þ', 'Þ', '', '  ');
  const coreOpens = (code, said) => {
    const adjustments = [{ id: 'd', type: 'discount', name: 'D', percent: '1', code }];
    const state = { version: 1, currency: 'USD', date: '2026-11-22', lines: [], adjustments };
    const reply = JSON.parse(
      engine.call('choices', JSON.stringify({ state, choices: { code: said } })),
    );
    return reply.state?.adjustments.length === 1;
  };
  for (const code of texts) {
    for (const said of texts.filter((text) => codeKey(text) !== '')) {
      const isOne = codeKey(code) === codeKey(said);
      const expected = isOne ? 'opens' : 'does not open';
      const actual = coreOpens(code, said) ? 'opens' : 'does not open';
      assert.equal(actual, expected, `${JSON.stringify(said)} and ${JSON.stringify(code)}`);
    }
  }
});

test('adjustments whose codes differ in case only are opened together', () => {
  const of = (id, code) => ({ id, type: 'discount', name: id, percent: '1', code });
  const opened = openedByCodes({
    adjustments: [of('a', 'Launch'), of('b', 'LAUNCH '), of('c', 'x')],
  });
  const ids = opened.map((each) => each.opened.map(({ adjustment }) => adjustment.id));
  assert.deepEqual(ids, [['a', 'b'], ['c']]);
});

/** The random documents that are JSON: some are broken on purpose. */
function* randomStates(count) {
  for (let index = 0; index < count; index += 1) {
    try {
      yield JSON.parse(randomDocument(20261130, index));
    } catch {
      // One of the broken ones.
    }
  }
}

/** The amounts of a view that both sides see. */
const sharedAmounts = (view) => {
  const shown = viewForBuyer(view);
  delete shown.digest;
  return JSON.stringify(shown);
};

// DO-4.8
test('what is withheld changes no amount: a buyer’s page comes to the seller’s total', async () => {
  const engine = await loadNodeEngine();
  const states = [];
  for (const state of randomStates(600)) {
    // A code is the one thing that may: an offer without it costs more.
    for (const adjustment of state.adjustments ?? []) delete adjustment.code;
    states.push(state);
    const reply = JSON.parse(
      engine.call('period', JSON.stringify({ state, do: 'invoice', on: String(state.date) })),
    );
    if (reply.state) states.push(reply.state);
  }
  assert.ok(states.length > 600, 'some documents have a period to bill');
  let compared = 0;
  for (const state of states) {
    const seller = JSON.parse(engine.price(JSON.stringify(state)));
    // What has errors is no offer: it can be neither published nor finalised.
    if (seller.error || seller.issues.some(({ severity }) => severity === 'error')) continue;
    compared += 1;
    const buyer = JSON.parse(engine.price(JSON.stringify(stateForBuyer(state))));
    assert.equal(sharedAmounts(buyer), sharedAmounts(seller), JSON.stringify(state));
  }
  assert.ok(compared > 150, `${compared} offers without errors`);
});
