// SY-5.6: what the core calls final is not rewritten by a PUT, nor deleted where the books need it.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';

import { newId, startInProcess } from './support/in-process.mjs';

let server;
let seller;
before(async () => {
  server = await startInProcess({ env: { LEVEL: '3' } });
  seller = await server.as({ tenant: 'final', label: 'Ann' });
});
after(() => server.close());

const document = (id, change) => ({
  version: 1,
  id,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-22',
  contacts: [{ id: 'c', name: 'A Buyer' }],
  lines: [{ id: 'a', name: 'Seat', unitPrice: '100' }],
  ...change,
});

async function step(id, name, more = {}) {
  const command = { op: 'lifecycle', step: name, ...more };
  const once = { 'Idempotency-Key': `"${randomUUID()}"` };
  return seller.post(`${id}/steps`, { command }, once);
}

/** A document that has taken these steps. */
async function having(steps, change) {
  const id = newId();
  const created = await seller.create(id, document(id, change));
  assert.equal(created.status, 201, created.text);
  for (const [name, more] of steps) {
    const answer = await step(id, name, more);
    assert.equal(answer.status, 200, answer.text);
  }
  const { etag, json } = await seller.get(id);
  return { id, etag, json };
}

const FINAL = {
  'a published quote': [[['publish', { number: 'Q-1' }]], {}],
  'an accepted quote': [[['publish', { number: 'Q-2' }], ['accept']], {}],
  'an archived quote': [[['publish', { number: 'Q-3' }], ['archive']], {}],
  'an active payment link': [[['activate']], { kind: 'paymentLink' }],
};

for (const [name, [steps, change]] of Object.entries(FINAL)) {
  test(`${name} is not rewritten by a PUT`, async () => {
    const { id, etag, json } = await having(steps, change);
    const { digest, total, ...rest } = json;
    const lines = [{ ...json.lines[0], unitPrice: '1' }];
    const attempts = [
      { ...rest, lines },
      { ...json, lines },
      { ...json, comments: 'x' },
      { ...rest, status: 'draft', lines },
    ];
    for (const attempt of attempts) {
      const answer = await seller.replace(id, attempt, etag);
      assert.equal(answer.status, 409, answer.text);
      assert.match(answer.json.type, /finalised$/);
    }
    assert.equal((await seller.remove(id, etag)).status, 409);
    assert.deepEqual((await seller.get(id)).json, json);
  });
}

test('a published quote is changed after it was recalled', async () => {
  const { id } = await having([['publish', { number: 'Q-9' }], ['recall']]);
  const { etag, json } = await seller.get(id);
  const change = { ...json, lines: [{ ...json.lines[0], unitPrice: '90' }] };
  const changed = await seller.replace(id, change, etag);
  assert.equal(changed.status, 204, changed.text);
  assert.equal((await step(id, 'publish')).status, 200);
  assert.equal((await seller.get(id)).json.total, '90.00');
});

test('what is final comes in with its proof or not at all', async () => {
  const { json } = await having([['publish', { number: 'Q-20' }], ['accept']]);
  const copy = (change) => {
    const id = newId();
    return seller.create(id, { ...json, id, number: 'Q-21', ...change });
  };
  const bare = await copy({ digest: undefined });
  assert.equal(bare.status, 422);
  assert.equal(bare.json.pointer, '/digest');
  const cheaper = await copy({ lines: [{ ...json.lines[0], unitPrice: '1' }] });
  assert.equal(cheaper.status, 422);
  assert.match(cheaper.json.type, /totals-mismatch$/);
  assert.equal((await copy({})).status, 201);
  assert.equal((await copy({})).status, 409);
});

test('a status that the kind does not have is refused', async () => {
  const refused = [
    { status: 'zzz' },
    { status: 'open' },
    { kind: 'invoice', status: 'published' },
    { kind: 'invoice', status: 'zzz', number: 'INV-1', digest: 'sha256:00' },
  ];
  for (const change of refused) {
    const id = newId();
    const answer = await seller.create(id, document(id, change));
    assert.equal(answer.status, 422, JSON.stringify(change));
    if (!change.digest) assert.equal(answer.json.pointer, '/status');
  }
  for (const status of ['draft', null, '']) {
    const id = newId();
    assert.equal((await seller.create(id, document(id, { status }))).status, 201);
  }
});

test('a cancelled subscription is final and may be deleted', async () => {
  const billing = { frequency: 'monthly' };
  const lines = [{ id: 'a', name: 'Plan', unitPrice: '10', billing }];
  const { id, etag, json } = await having([], {
    kind: 'subscription',
    lines,
    canceledOn: '2026-11-23',
  });
  assert.equal((await seller.replace(id, { ...json, comments: 'x' }, etag)).status, 409);
  assert.equal((await seller.remove(id, etag)).status, 204);
});
