// The small module for a buyer’s pages, beside the whole one.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { loadNodeCore } from '../../wasm/node.mjs';

const whole = await (await loadNodeCore()).create();
const small = await (await loadNodeCore({ part: 'pricing' })).create();

const folder = new URL('../../examples/', import.meta.url);
const examples = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => JSON.parse(text).version !== undefined && JSON.parse(text).lines?.length > 0);

test('the pricing part prices every example as the whole engine does, digest included', () => {
  assert.ok(examples.length > 10);
  for (const text of examples) assert.equal(small.price(text, true), whole.price(text, true));
});

test('the pricing part answers the same questions', () => {
  const requests = [
    { get: 'view', digest: true },
    { get: 'schedule', lines: true },
    { get: 'standing', on: '2030-01-01' },
    ...['rows', 'summary', 'totals', 'taxes', 'issues', 'digest', 'ids', 'document'].map((get) => ({
      get,
    })),
  ];
  for (const text of examples) {
    const [one, other] = [whole.newSession(), small.newSession()];
    assert.equal(other.open(text), one.open(text));
    for (const request of requests.map((request) => JSON.stringify(request))) {
      assert.equal(other.query(request), one.query(request), request);
    }
    assert.equal(other.save(), one.save());
    one.close();
    other.close();
  }
});

test('a buyer’s choices are applied in the pricing part', () => {
  for (const state of examples) {
    const argument = JSON.stringify({ state: JSON.parse(state), choices: { code: 'NONE' } });
    assert.equal(small.call('choices', argument), whole.call('choices', argument));
  }
});

test('what the pricing part lacks it refuses by name, and the document stays', () => {
  const session = small.newSession();
  session.open(examples[0]);
  const before = session.save();
  const refused = [
    ...['explain', 'find', 'history', 'historyState', 'lifecycle', 'may', 'metrics'].map((get) =>
      session.query(JSON.stringify({ get })),
    ),
    ...['account', 'convert', 'currencies', 'events', 'merge', 'quickbooks', 'sum', 'verify'].map(
      (name) => small.call(name, '{}'),
    ),
    session.apply('{"op":"lifecycle","step":"publish"}'),
    session.apply('{"op":"remove","list":"lines","ids":["li_1"]}'),
    session.apply('{"op":"undo"}'),
    session.edit(0, 1, '7'),
  ];
  for (const reply of refused) assert.equal(JSON.parse(reply).error?.code, 'engine-part', reply);
  assert.equal(session.save(), before);
  session.close();
});
