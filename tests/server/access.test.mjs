// Who may read and write what.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { invoice } from '../../server/conformance/sample.mjs';
import { newId, startInProcess } from './support/in-process.mjs';

let server;
before(async () => {
  server = await startInProcess();
});
after(() => server.close());

test('without a token nothing is readable or writable', async () => {
  const id = newId();
  const stranger = server.with('not-a-token');
  for (const answer of [await stranger.get(id), await stranger.create(id, invoice(id))]) {
    assert.equal(answer.status, 401);
    assert.equal(answer.headers['www-authenticate'], 'Bearer');
    assert.match(answer.headers['content-type'], /^application\/problem\+json/);
  }
});

test('no document is readable, writable or listed across tenants', async () => {
  const id = newId();
  const [ours, others] = [
    await server.as({ tenant: 'ours' }),
    await server.as({ tenant: 'others' }),
  ];
  const created = await ours.create(id, invoice(id));
  assert.equal(created.status, 201);
  const { etag } = created;
  assert.equal((await others.get(id)).status, 404);
  assert.equal((await others.replace(id, invoice(id), etag)).status, 412);
  assert.equal((await others.remove(id, etag)).status, 404);
  assert.deepEqual((await others.get('?since=')).json.items, []);
  // The same id is another document there, and stays it.
  assert.equal((await others.create(id, invoice(id, { comments: 'theirs' }))).status, 201);
  assert.equal((await ours.get(id)).json.comments, undefined);
  assert.equal((await ours.get(id)).etag, etag);
});

test('a token is only kept as a hash', async () => {
  const { token } = await server.as({ tenant: 'hashed' });
  const rows = await server.tokens.database.query('SELECT * FROM crossfoot_tokens');
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes(token));
  assert.match(rows[0].hash, /^[0-9a-f]{64}$/);
});

test('a revoked or expired token ends', async () => {
  const seller = await server.as({ tenant: 'ending' });
  assert.equal((await seller.get('?since=')).status, 200);
  await server.tokens.revoke(seller.token);
  assert.equal((await seller.get('?since=')).status, 401);
  const late = await server.as({ tenant: 'ending', expiresAt: '2020-01-01T00:00:00Z' });
  assert.equal((await late.get('?since=')).status, 401);
});

// DO-4.8
test('a buyer sees one document, without the figures of the seller, and changes nothing', async () => {
  const [id, other] = [newId(), newId()];
  const seller = await server.as({ tenant: 'shop' });
  const lines = [{ id: 'li_1', name: 'Seat', unitPrice: '10.00', quantity: '1', cost: '4.00' }];
  const { etag } = await seller.create(id, invoice(id, { lines, custom: { margin: 'secret' } }));
  await seller.create(other, invoice(other));
  const link = await seller.post(`${id}/links`, {});
  assert.equal(link.status, 201);
  const buyer = server.with(link.json.token);
  const offer = await buyer.get(id);
  assert.equal(offer.status, 200);
  assert.equal(offer.json.lines[0].unitPrice, '10.00');
  assert.ok(!/cost|secret|"rev"/.test(offer.text), offer.text);
  assert.equal((await buyer.get(other)).status, 404);
  assert.equal((await buyer.get('?since=')).status, 403);
  assert.equal((await buyer.replace(id, invoice(id), etag)).status, 403);
  assert.equal((await buyer.remove(id, etag)).status, 403);
  assert.equal((await buyer.post(`${id}/finalise`, {})).status, 403);
  assert.equal((await buyer.post(`${id}/links`, {})).status, 403);
  assert.equal((await seller.get(id)).etag, etag);
  assert.equal((await seller.send('DELETE', `${id}/links`)).status, 204);
  assert.equal((await buyer.get(id)).status, 401);
});

test('ids that could be guessed are refused', async () => {
  const seller = await server.as({ tenant: 'ids' });
  for (const id of ['INV-1', 'a'.repeat(129), 'with%20a%20space-and-more']) {
    const answer = await seller.create(id, {});
    assert.equal(answer.status, 400, id);
    assert.match(answer.json.type, /invalid-id$/);
  }
});

test('a token that asks too often is told when to come back', async (t) => {
  const strict = await startInProcess({ limits: { RATE_PER_SECOND: 1, RATE_BURST: 3 } });
  t.after(() => strict.close());
  const [busy, calm] = [await strict.as({ tenant: 'a' }), await strict.as({ tenant: 'b' })];
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push(await busy.get(newId()));
  assert.deepEqual(
    statuses.map((one) => one.status),
    [404, 404, 404, 429, 429],
  );
  assert.equal(statuses[4].headers['retry-after'], '1');
  assert.equal((await calm.get(newId())).status, 404);
});

test('an address that keeps failing to sign in is slowed down', async (t) => {
  const strict = await startInProcess({ limits: { FAILURES_PER_MINUTE: 3 } });
  t.after(() => strict.close());
  const stranger = strict.with('wrong');
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await stranger.get(newId())).status);
  assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
});
