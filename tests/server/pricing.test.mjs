// Level 3: what the server verifies with the core, and what no client can talk it into.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { invoice } from '../../server/conformance/sample.mjs';
import { newId, startInProcess } from './support/in-process.mjs';

let server;
let seller;
before(async () => {
  server = await startInProcess({ env: { LEVEL: '3' } });
  seller = await server.as({ tenant: 'pricing', label: 'Ann' });
});
after(() => server.close());

const once = () => ({ 'Idempotency-Key': `"${randomUUID()}"` });

async function created(change) {
  const id = newId();
  const answer = await seller.create(id, invoice(id, change));
  assert.equal(answer.status, 201, answer.text);
  return { id, etag: answer.etag };
}

/** A quote with an optional line, a quantity to choose and a discount for a code. */
function offer(id) {
  return {
    version: 1,
    rules: 1,
    id,
    kind: 'quote',
    currency: 'USD',
    date: '2026-11-22',
    lines: [
      {
        id: 'seats',
        name: 'Seats',
        unitPrice: '10.00',
        quantity: '5',
        cost: '4.00',
        quantityRange: { min: '1', max: '20', step: '1' },
      },
      { id: 'setup', name: 'Setup', unitPrice: '100.00', optional: true, selected: false },
      { id: 'fixed', name: 'Fixed', unitPrice: '1.00', quantity: '1' },
    ],
    adjustments: [{ id: 'a1', type: 'discount', name: 'Launch', percent: '10', code: 'LAUNCH' }],
  };
}

async function published() {
  const id = newId();
  assert.equal((await seller.create(id, offer(id))).status, 201);
  const link = await seller.post(`${id}/links`, {});
  return { id, buyer: server.with(link.json.token) };
}

test('totals that are not those of the document are refused with the right ones', async () => {
  const id = newId();
  const claims = [{ dueNow: '23.81' }, { total: '0.00' }, { digest: 'sha256:0' }, { dueNow: null }];
  for (const claim of claims) {
    const answer = await seller.create(id, invoice(id, { claim }));
    assert.equal(answer.status, 422, JSON.stringify(claim));
    assert.match(answer.json.type, /totals-mismatch$/);
    assert.equal(answer.json.expected.dueNow, '23.80');
    assert.equal(answer.json.rules, 1);
    assert.equal(answer.json.pointer, `/claim/${Object.keys(claim)[0]}`);
    const again = { ...answer.json.expected };
    const right = await seller.create(id, invoice(id, { claim: again }));
    assert.equal(right.status, 201, right.text);
    const stored = await seller.get(id);
    assert.equal(stored.json.claim, undefined);
    await seller.remove(id, stored.etag);
  }
});

test('a claim of what nobody knows is refused by its name, an empty one claims nothing', async () => {
  const id = newId();
  const unknown = await seller.create(id, invoice(id, { claim: { dueNow: '23.80', dueNov: '1' } }));
  assert.equal(unknown.status, 422);
  assert.match(unknown.json.type, /invalid-state$/);
  assert.equal(unknown.json.pointer, '/claim/dueNov');
  const empty = await seller.create(id, invoice(id, { claim: {} }));
  assert.equal(empty.status, 201, empty.text);
});

test('a changed price no longer fits the claim made for the old one', async () => {
  const id = newId();
  const lines = [{ id: 'li_1', name: 'Seat', unitPrice: '0.01', quantity: '2' }];
  const answer = await seller.create(id, invoice(id, { lines, claim: { dueNow: '23.80' } }));
  assert.equal(answer.status, 422);
  assert.equal(answer.json.expected.dueNow, '0.02');
});

test('what the core cannot open is not stored', async () => {
  const id = newId();
  for (const change of [{ currency: 'XXX' }, { version: 99 }, { date: 'soon' }, { lines: {} }]) {
    const answer = await seller.create(id, invoice(id, change));
    assert.equal(answer.status, 422, JSON.stringify(change));
    assert.match(answer.json.type, /invalid-state$/);
    assert.ok(answer.json.code, answer.text);
  }
  assert.equal((await seller.get(id)).status, 404);
});

test('a draft with a typing error is kept: nothing typed is lost', async () => {
  const { id } = await created({ lines: [{ id: 'li_1', name: 'Seat', unitPrice: '1,5' }] });
  assert.equal((await seller.get(id)).json.lines[0].unitPrice, '1,5');
});

// SY-5.3
test('finalising gives the next number, a digest and an event by the server', async () => {
  const { id } = await created();
  const answer = await seller.post(`${id}/finalise`, {}, once());
  assert.equal(answer.status, 200, answer.text);
  const { json, etag } = await seller.get(id);
  assert.equal(json.status, 'open');
  assert.match(json.number, /^INV-\d+$/);
  assert.match(json.digest, /^sha256:[0-9a-f]{64}$/);
  assert.equal(answer.json.number, json.number);
  assert.equal(answer.etag, etag);
  assert.equal(json.events.at(-1).by, 'Ann');
  assert.equal(json.rev.by, 'server');
});

test('numbers have no gaps, also after a refused attempt, and each prefix counts for itself', async () => {
  const number = async (change, body) => {
    const { id } = await created(change);
    return (await seller.post(`${id}/finalise`, body, once())).json;
  };
  const first = await number({}, { prefix: 'A' });
  const refused = await number({ contacts: [] }, { prefix: 'A' });
  const second = await number({}, { prefix: 'A' });
  const other = await number({}, { prefix: 'B' });
  assert.equal(first.number, 'A-1001');
  assert.match(refused.type, /step-refused$/);
  assert.equal(second.number, 'A-1002');
  assert.equal(other.number, 'B-1001');
});

test('a finalised invoice takes payments and refuses everything else', async () => {
  const { id } = await created();
  await seller.post(`${id}/finalise`, {}, once());
  const { json: before, etag } = await seller.get(id);
  assert.equal((await seller.replace(id, invoice(id), etag)).status, 409);
  assert.equal((await seller.remove(id, etag)).status, 409);
  assert.equal((await seller.post(`${id}/finalise`, {}, once())).status, 409);
  const payment = {
    id: 'p1',
    amount: '10.00',
    date: '2026-11-23',
    method: 'card',
    status: 'succeeded',
  };
  const headers = once();
  const body = { command: { op: 'payment', payment } };
  const paid = await seller.post(`${id}/steps`, body, headers);
  assert.equal(paid.status, 200, paid.text);
  const replay = await seller.post(`${id}/steps`, body, headers);
  assert.equal(replay.text, paid.text);
  const { json } = await seller.get(id);
  assert.equal(json.payments.length, 1);
  assert.equal(json.digest, before.digest);
  const forbidden = { command: { op: 'set', path: '/lines/li_1/unitPrice', value: '0.01' } };
  assert.equal((await seller.post(`${id}/steps`, forbidden, once())).status, 400);
});

test('a document that comes in finalised needs its own proof and a free number', async () => {
  const { id } = await created();
  await seller.post(`${id}/finalise`, {}, once());
  const { json } = await seller.get(id);
  const backup = await server.as({ tenant: 'restored' });
  const copy = { ...json, id: newId() };
  assert.equal((await backup.create(copy.id, copy)).status, 201);
  const twice = { ...json, id: newId() };
  assert.match((await backup.create(twice.id, twice)).json.type, /number-taken$/);
  const lines = [{ ...json.lines[0], unitPrice: '0.01' }];
  const forged = { ...json, id: newId(), number: 'INV-9', lines };
  const answer = await backup.create(forged.id, forged);
  assert.match(answer.json.type, /totals-mismatch$/);
});

// SY-5.2, ST-1.9
test('a buyer chooses within the offer, and the offer sets the prices', async () => {
  const { id, buyer } = await published();
  const plain = await buyer.post(`${id}/choices`, {});
  assert.equal(plain.json.view.summary.dueNow, '51.00');
  const choices = { quantities: { seats: '10' }, selected: { setup: true }, code: 'LAUNCH' };
  const chosen = await buyer.post(`${id}/choices`, { choices });
  assert.equal(chosen.status, 200, chosen.text);
  assert.equal(chosen.json.view.summary.dueNow, '180.90');
  assert.ok(!/"cost"|"margin"|"mrr"/.test(chosen.text));
  assert.equal((await seller.get(id)).json.lines[0].quantity, '5');
});

test('nothing else that a buyer sends has any effect', async () => {
  const { id, buyer } = await published();
  const attempts = [
    { quantities: { seats: '0.5' } },
    { quantities: { seats: '21' } },
    { quantities: { seats: '-1' } },
    { quantities: { fixed: '0' } },
    { selected: { fixed: false } },
    { quantities: { nobody: '1' } },
    { code: 'GUESS' },
    { unitPrice: { seats: '0.01' } },
    { lines: [{ id: 'seats', unitPrice: '0.01' }] },
  ];
  for (const choices of attempts) {
    const answer = await buyer.post(`${id}/choices`, { choices });
    assert.equal(answer.status, 422, JSON.stringify(choices));
    assert.match(answer.json.type, /choice-refused$/);
  }
  const whole = await buyer.post(`${id}/choices`, { ...offer(id), total: '0.01' });
  assert.equal(whole.status, 422);
});

test('the offer does not tell a code to who does not know it', async () => {
  const { id, buyer } = await published();
  assert.ok(!(await buyer.get(id)).text.includes('LAUNCH'));
  assert.ok(!(await buyer.post(`${id}/choices`, {})).text.includes('LAUNCH'));
});

test('a price that is not that of the catalogue is refused where there is one', async () => {
  const file = path.join(os.tmpdir(), `crossfoot-catalogue-${process.pid}.json`);
  writeFileSync(file, JSON.stringify({ products: { p_1: { USD: '11.9' } } }));
  const strict = await startInProcess({ env: { LEVEL: '3', CATALOGUE_FILE: file } });
  const shop = await strict.as({ tenant: 'shop' });
  const write = (unitPrice) => {
    const id = newId();
    const lines = [{ id: 'li_1', name: 'Seat', productId: 'p_1', unitPrice, quantity: '1' }];
    return shop.create(id, invoice(id, { lines }));
  };
  assert.equal((await write('11.90')).status, 201);
  const answer = await write('0.01');
  assert.equal(answer.status, 422);
  assert.equal(answer.json.pointer, '/lines/0/unitPrice');
  assert.equal(answer.json.expected, '11.9');
  await strict.close();
});

test('ten thousand lines are verified within the limit', async () => {
  const id = newId();
  const lines = Array.from({ length: 10_000 }, (_, index) => ({
    id: `li_${index}`,
    name: `Line ${index}`,
    unitPrice: '1.01',
    quantity: '1',
  }));
  const answer = await seller.create(id, invoice(id, { lines, claim: { dueNow: '10100.00' } }));
  assert.equal(answer.status, 201, answer.text);
});
