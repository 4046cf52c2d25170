// Failed sign-ins slow down who causes them, and nobody else.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { newId, startInProcess } from './support/in-process.mjs';

test('a good token is let in however often others fail behind the same address', async (t) => {
  const server = await startInProcess({ limits: { FAILURES_PER_MINUTE: 10 } });
  t.after(() => server.close());
  const seller = await server.as({ tenant: 'good' });
  const statuses = new Set();
  for (let i = 0; i < 30; i++) {
    const stranger = server.with(`cf_seller_${randomBytes(32).toString('base64url')}`);
    statuses.add((await stranger.get(newId())).status);
  }
  assert.deepEqual([...statuses], [401, 429]);
  assert.equal((await seller.get('?since=')).status, 200);
});

test('one client that repeats a bad token slows only itself down', async (t) => {
  const strict = await startInProcess({ limits: { FAILURES_PER_MINUTE: 4 } });
  t.after(() => strict.close());
  const broken = strict.with('an-expired-token-of-some-device');
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await broken.get(newId())).status);
  assert.deepEqual(statuses, [401, 401, 401, 401, 429, 429]);
  assert.equal((await strict.with('mistyped').get(newId())).status, 401);
});

test('behind a trusted proxy failures count by the address it forwards, else by its own', async (t) => {
  const statusFrom = async (strict, address) => {
    const stranger = strict.with(randomBytes(20).toString('hex'));
    return (await stranger.get(newId(), { 'X-Forwarded-For': address })).status;
  };
  const limits = { FAILURES_PER_MINUTE: 2 };
  const trusting = await startInProcess({ env: { TRUSTED_PROXIES: 'loopback' }, limits });
  t.after(() => trusting.close());
  for (const expected of [401, 401, 429]) {
    assert.equal(await statusFrom(trusting, '1.2.3.4, 198.51.100.7'), expected);
  }
  // What stands left of the proxy's own entry is the client's invention.
  assert.equal(await statusFrom(trusting, '9.9.9.9, 198.51.100.7'), 429);
  assert.equal(await statusFrom(trusting, '198.51.100.8'), 401);
  const doubting = await startInProcess({ limits });
  t.after(() => doubting.close());
  for (const [at, expected] of [401, 401, 429].entries()) {
    assert.equal(await statusFrom(doubting, `198.51.100.${at}`), expected);
  }
});
