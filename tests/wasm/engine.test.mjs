// The engine behind the module: the same answers from every build, and no document lost when an
// instance breaks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { loadNodeCore, loadNodeEngine } from '../../wasm/node.mjs';

const state = JSON.stringify({
  version: 1,
  currency: 'USD',
  date: '2026-11-22',
  taxRates: [{ id: 'nyc', name: 'NYC sales tax', percent: '8.875' }],
  lines: [
    {
      id: 'li_1',
      name: 'Siège 座席 🪑',
      unitPrice: '11.9',
      cost: '4',
      discount: { percent: '15' },
      taxRateIds: ['nyc'],
      billing: { frequency: 'monthly', payments: 12 },
    },
  ],
  adjustments: [{ id: 'a1', type: 'discount', name: 'Launch', percent: '10' }],
});

const dueNow = (session) => JSON.parse(session.query('{"get":"summary"}')).summary.dueNow;

/** Breaks the running instance: no module has room for this. */
const exhaust = (engine) => engine.guard((core) => String(core.module.buffer(0xf0000000)));

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));

// PR-7.7
test('WebAssembly and its JavaScript fallback give the same bytes', async () => {
  const replies = [];
  for (const kind of ['wasm', 'wasm2js']) {
    const engine = await loadNodeEngine({ kind });
    assert.equal(engine.kind, kind);
    replies.push([engine.price(state, true), engine.call('version'), engine.price('{"version":')]);
  }
  assert.deepEqual(replies[1], replies[0]);
  assert.equal(JSON.parse(replies[0][0]).summary.dueNow, '9.91');
});

// ST-3.4
test('a keystroke answers the amounts that the header lists', async () => {
  const header = readFileSync(
    new URL('../../core/include/crossfoot/engine.h', import.meta.url),
    'utf8',
  );
  const list = /kEditReplyFields = \{([^}]*)\}/.exec(header)[1];
  const names = [...list.matchAll(/"([\w.]+)"/g)].map(([, name]) => name);
  const client = readFileSync(
    new URL('../../web/src/engine/edit-reply.ts', import.meta.url),
    'utf8',
  );
  const clientList = /editReplyFields = \[([^\]]*)\]/.exec(client)[1];
  assert.deepEqual(
    [...clientList.matchAll(/'([\w.]+)'/g)].map(([, name]) => name),
    names,
  );

  const engine = await loadNodeEngine();
  const session = engine.session();
  session.open(state);
  const amounts = session.edit(0, 1, '3').split('\n');
  const view = JSON.parse(session.query('{"get":"view"}'));
  const { taxOnTop } = JSON.parse(session.query('{"get":"summary"}'));
  const told = { taxOnTop, reach: 'all', undo: 1, redo: 0 };
  names.forEach((name, index) => {
    const [owner, member] = name.startsWith('line.')
      ? [view.lines[0], name.slice(5)]
      : [name in told ? told : view.summary, name];
    assert.equal(amounts[index], String(owner[member]), name);
  });
  const [adjustment] = view.summary.adjustments;
  const [tax] = view.summary.lineTaxes;
  assert.deepEqual(amounts.slice(names.length), [adjustment.amount, tax.base, tax.amount]);
});

test('a text with a lone surrogate is refused, not mended', async () => {
  const engine = await loadNodeEngine();
  const broken = state.replace('Siège', '\ud800');
  assert.equal(JSON.parse(engine.price(broken)).error.code, 'invalid-utf8');
});

test('a byte order mark in a name comes back', async () => {
  const engine = await loadNodeEngine();
  const session = engine.session();
  session.open(state.replace('Siège', '\ufeffSeat'));
  assert.match(session.save(), /"\ufeffSeat/);
});

for (const kind of ['wasm', 'wasm2js']) {
  test(`${kind}: an instance that breaks is replaced and every document is as it was`, async () => {
    const engine = await loadNodeEngine({ kind });
    await nextTurn();
    const first = engine.session();
    const second = engine.session();
    first.open(state);
    second.open(state);
    first.apply('{"op":"set","path":"/lines/li_1/quantity","value":"7"}');
    first.edit(0, 0, '20');
    first.edit(0, 0, '21.5');
    const saved = first.save();
    const total = dueNow(first);
    let told = 0;
    engine.onRestart = () => (told += 1);

    const reply = JSON.parse(exhaust(engine));
    assert.equal(reply.error.code, 'engine-aborted');
    assert.equal(engine.restarts, 1);
    assert.equal(told, 1);
    assert.equal(first.save(), saved);
    assert.equal(dueNow(first), total);
    assert.equal(dueNow(second), '9.91');

    await nextTurn();
    first.apply('{"op":"undo"}');
    first.apply('{"op":"undo"}');
    assert.equal(dueNow(first), '9.91', 'the history is there as well');
    exhaust(engine);
    assert.equal(engine.restarts, 2);
    assert.equal(dueNow(first), '9.91');
  });
}

test('typing is one entry of what a document is made again from, and makes the same again', async () => {
  const engine = await loadNodeEngine();
  await nextTurn();
  const session = engine.session();
  session.open(state);
  const name = (value, coalesce) =>
    session.apply(
      JSON.stringify({ op: 'set', path: '/lines/li_1/name', value, label: value, coalesce }),
    );
  for (let i = 0; i < 300; i++) {
    session.edit(0, 1, String(i + 1), { label: `é ${i}`, coalesce: 'q:1' });
  }
  assert.equal(session.remembered, 1);
  for (const typed of ['N', 'Na', 'Nam', 'Name']) name(typed, 'n:1');
  assert.equal(session.remembered, 2);
  // Taken away and typed again it stands at the end of the line: that is not the same as replaced.
  for (const typed of ['1', '', '2', '23']) session.edit(0, 4, typed, { coalesce: 'c:1' });
  name('Nam', 'n:2');
  session.apply('{"op":"undo"}');
  name('Namen', 'n:3');
  session.edit(0, 1, '5', { coalesce: 'q:2' });
  assert.equal(session.remembered, 8);
  const before = ['historyState', 'view'].map((get) => session.query(JSON.stringify({ get })));
  const saved = session.save();
  exhaust(engine);
  await engine.ready;
  assert.equal(engine.restarts, 1);
  assert.equal(session.save(), saved);
  assert.deepEqual(
    ['historyState', 'view'].map((get) => session.query(JSON.stringify({ get }))),
    before,
  );
  assert.match(before[0], /"label":"é 0"/);
});

test('while no instance is ready the engine says so, and then goes on', async () => {
  const engine = await loadNodeEngine();
  const session = engine.session();
  session.open(state);
  exhaust(engine);
  if (engine.restarts === 1) exhaust(engine);
  const reply = JSON.parse(session.query('{"get":"summary"}'));
  assert.equal(reply.error.code, 'engine-restarting');
  await engine.ready;
  assert.equal(dueNow(session), '9.91');
});

test('closing a session gives its memory back', async () => {
  const factory = await loadNodeCore();
  const core = await factory.create();
  const round = () => {
    const session = core.newSession();
    session.open(state);
    session.query('{"get":"view"}');
    session.close();
  };
  for (let i = 0; i < 200; ++i) round();
  const before = core.module.HEAPU8.length;
  for (let i = 0; i < 5000; ++i) round();
  assert.equal(core.module.HEAPU8.length, before);
});

test('the modules the page would fetch have the integrity that the loader asks for', async () => {
  const { createHash } = await import('node:crypto');
  const { wasmIntegrity } = await import('../../wasm/dist/integrity.mjs');
  const files = { all: 'crossfoot.wasm', pricing: 'crossfoot-pricing.wasm' };
  assert.deepEqual(Object.keys(wasmIntegrity), Object.keys(files));
  for (const [part, file] of Object.entries(files)) {
    const bytes = readFileSync(new URL(`../../wasm/dist/${file}`, import.meta.url));
    const hash = createHash('sha384').update(bytes).digest('base64');
    assert.equal(`sha384-${hash}`, wasmIntegrity[part]);
  }
});

test('what is no text is a TypeError that says what to give, and the instance goes on', async () => {
  const engine = await loadNodeEngine();
  const session = engine.session();
  session.open(state);
  const object = JSON.parse(state);
  for (const wrong of [object, undefined, null, 5, [], true, new Uint8Array(4), Symbol('s')]) {
    const says = { name: 'TypeError', message: /JSON text/ };
    assert.throws(() => engine.price(wrong), says);
    assert.throws(() => engine.call(wrong), says);
    if (wrong !== undefined) assert.throws(() => engine.call('version', wrong), says);
    assert.throws(() => session.open(wrong), says);
    assert.throws(() => session.apply(wrong), says);
    assert.throws(() => session.query(wrong), says);
    assert.throws(() => session.edit(0, 0, wrong), says);
    assert.throws(() => engine.core.price(wrong), says);
    assert.throws(() => engine.core.call('version', wrong), says);
    assert.throws(() => engine.core.newSession().open(wrong), says);
  }
  for (const wrong of ['0', undefined, NaN, -1, 0.5]) {
    const says = { name: 'TypeError', message: /whole number from 0/ };
    assert.throws(() => session.edit(wrong, 0, '1'), says);
    assert.throws(() => session.edit(0, wrong, '1'), says);
  }
  assert.equal(engine.restarts, 0);
  assert.ok(JSON.parse(engine.price(state)).summary);
  assert.equal(session.save(), state);
});

test('an option that does not exist, or is no word of its kind, is said', async () => {
  await assert.rejects(loadNodeEngine({ prat: 'pricing' }), /There is no option prat/);
  await assert.rejects(loadNodeEngine({ part: 'prices' }), /all or pricing, not prices/);
  await assert.rejects(loadNodeCore({ kind: 'asm' }), /wasm or wasm2js, not asm/);
});
