// The small module that prices and edits, beside the whole one.
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

test('the pricing part carries out, undoes and redoes the same commands', () => {
  const commands = [
    '{"op":"add","list":"lines","items":[{"id":"x1","name":"X","unitPrice":"9.99","quantity":"3"}]}',
    '{"op":"set","path":"/lines/x1/discount","value":{"percent":"12.5"}}',
    '{"op":"clone","ids":["x1"],"newIds":["x2"]}',
    '{"op":"move","ids":["x2"],"after":null}',
    '{"op":"undo"}',
    '{"op":"redo"}',
    '{"op":"remove","list":"lines","ids":["x1"]}',
  ];
  const queries = ['summary', 'rows', 'schedule', 'metrics', 'history', 'issues', 'digest'];
  for (const text of examples) {
    const [one, other] = [whole.newSession(), small.newSession()];
    assert.equal(other.open(text), one.open(text));
    for (const command of commands) assert.equal(other.apply(command), one.apply(command));
    assert.equal(other.edit(0, 1, '7'), one.edit(0, 1, '7'));
    for (const get of queries) {
      const request = JSON.stringify({ get });
      assert.equal(other.query(request), one.query(request), get);
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
    ...['explain', 'lifecycle', 'subscriptions'].map((get) =>
      session.query(JSON.stringify({ get })),
    ),
    ...['convert', 'events', 'merge', 'period', 'quickbooks', 'verify'].map((name) =>
      small.call(name, '{}'),
    ),
    session.apply('{"op":"lifecycle","step":"publish"}'),
  ];
  for (const reply of refused) assert.equal(JSON.parse(reply).error?.code, 'engine-part', reply);
  assert.equal(session.save(), before);
  session.close();
});
