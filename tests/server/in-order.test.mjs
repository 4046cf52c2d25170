// One tenant's changes hold one connection at a time, so that they never use up what others need.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { InOrder } from '../../server/store/in-order.mjs';
import { Store } from '../../server/store/store.mjs';

test('the work of a key runs in its order, also after a failure; keys do not wait', async () => {
  const order = new InOrder();
  const done = [];
  const work = (name, milliseconds) => async () => {
    await pause(milliseconds);
    done.push(name);
  };
  await Promise.all([
    order.run('a', work('a1', 60)),
    assert.rejects(order.run('a', () => Promise.reject(new Error('no')))),
    order.run('a', work('a2', 1)),
    order.run('b', work('b1', 1)),
  ]);
  assert.deepEqual(done, ['b1', 'a1', 'a2']);
});

test('many changes of one tenant take one connection', async () => {
  let [open, most] = [0, 0];
  const database = {
    async transaction(work) {
      most = Math.max(most, ++open);
      try {
        await pause(5);
        return await work(async (text) => (text.startsWith('UPDATE') ? [{ seq: '1' }] : []));
      } finally {
        open -= 1;
      }
    },
  };
  const store = new Store(/** @type {any} */ (database));
  const put = (tenant) => {
    const body = { text: '{}', rev: null, finalised: false, kind: '', number: null };
    return store.put(tenant, 'x', { kind: 'create' }, body);
  };
  const outcomes = await Promise.all([...Array.from({ length: 20 }, () => put('a')), put('b')]);
  assert.ok(outcomes.every((one) => one.status === 'created'));
  assert.equal(most, 2);
});
