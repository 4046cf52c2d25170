// What a buyer learns from the server, and what not.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { stateForBuyer } from '../../schema/buyer.mjs';
import { loadNodeCore } from '../../wasm/node.mjs';
import { newId, startInProcess } from './support/in-process.mjs';

let server;
let seller;
let core;
before(async () => {
  server = await startInProcess({ env: { LEVEL: '3' }, limits: { FAILURES_PER_MINUTE: 0 } });
  seller = await server.as({ tenant: 'shop', label: 'Ann' });
  core = await (await loadNodeCore()).create();
});
after(() => server.close());

/** A quote that holds a secret wherever the seller keeps one. */
function offer(id, change = {}) {
  return {
    version: 1,
    id,
    kind: 'quote',
    currency: 'USD',
    date: '2026-11-22',
    owner: 'SECRET',
    source: 'SECRET',
    origin: { kind: 'deal', id: 'SECRET' },
    custom: { internalNotes: 'SECRET' },
    internalNotes: 'SECRET',
    policy: { minimumMarginPercent: '31.4159' },
    dealAmount: { basis: 'tcv', value: '31.4159' },
    rev: { n: 1, write: 'SECRET', parent: null, by: 'SECRET' },
    events: [{ at: '2026-11-22', by: 'SECRET', type: 'recalled' }],
    lines: [
      {
        id: 'a',
        name: 'Seat',
        unitPrice: '1000',
        cost: '621.86',
        productId: 'SECRET',
        supplier: { name: 'SECRET' },
        internalMargin: '31.4159',
        custom: { buyPrice: 'SECRET' },
      },
    ],
    adjustments: [{ id: 'd', type: 'discount', percent: '10', name: 'Launch', code: 'SECRET' }],
    ...change,
  };
}

async function stored(state) {
  const created = await seller.create(state.id, state);
  assert.equal(created.status, 201, created.text);
  const link = await seller.post(`${state.id}/links`, {});
  return { id: state.id, etag: created.etag, buyer: server.with(link.json.token) };
}

// SY-5.5, DO-4.8
test('nothing of the seller is in what a buyer gets, and no digest of it', async () => {
  const state = offer(newId());
  const { id, buyer } = await stored(state);
  const digests = [core.price(JSON.stringify(state), true)].map((view) => JSON.parse(view).digest);
  const priced = JSON.parse(core.price(JSON.stringify(stateForBuyer(state)), true));
  const [got, chosen] = [await buyer.get(id), await buyer.post(`${id}/choices`, {})];
  for (const { status, text } of [got, chosen]) {
    assert.equal(status, 200, text);
    for (const secret of ['SECRET', '31.4159', '621.86', 'rgin', '"cost', '"mrr', ...digests]) {
      assert.ok(!text.includes(secret), `${secret} in ${text}`);
    }
  }
  // The digest is that of what the buyer sees: it holds for any cost.
  assert.equal(chosen.json.view.digest, priced.digest);
  const cheaper = offer(newId(), { id, lines: [{ ...state.lines[0], cost: '1.00' }] });
  const { etag } = await seller.get(id);
  assert.equal((await seller.replace(id, cheaper, etag)).status, 204);
  const again = await buyer.post(`${id}/choices`, {});
  assert.equal(again.json.view.digest, chosen.json.view.digest);
  assert.notEqual(again.etag, chosen.etag);
});

// SY-5.8
test('the ETag of a document is not made of its content', async () => {
  const [one, two] = [await stored(offer(newId())), await stored(offer(newId()))];
  const tail = (etag) => etag.slice(etag.indexOf('-'));
  assert.notEqual(tail(one.etag), tail(two.etag));
  const text = JSON.stringify(offer(one.id));
  const first = await seller.replace(one.id, text, one.etag);
  const second = await seller.replace(one.id, text, first.etag);
  assert.notEqual(tail(first.etag), tail(second.etag));
});

test('numbers reach the buyer digit for digit', async () => {
  const id = newId();
  const text =
    `{"version":1,"id":"${id}","kind":"quote","currency":"USD","date":"2026-11-22","lines":` +
    '[{"id":"a","name":"x","unitPrice":99999999999.123456,"quantity":9000,' +
    '"quantityRange":{"min":1,"max":9000.000}}]}';
  const { buyer } = await stored({ id, toJSON: () => JSON.parse(text) });
  const { etag } = await seller.get(id);
  assert.equal((await seller.replace(id, text, etag)).status, 204);
  const expected = JSON.parse(core.price(text)).summary.dueNow;
  assert.equal(expected, '899999999992111.10');
  const got = await buyer.get(id);
  assert.ok(got.text.includes('"unitPrice":99999999999.123456'), got.text);
  assert.ok(got.text.includes('"max":9000.000}'), got.text);
  const chosen = await buyer.post(`${id}/choices`, '{"quantities":{"a":9000.000000}}');
  assert.equal(chosen.json.view.summary.dueNow, expected, chosen.text);
  assert.ok(chosen.text.includes('"unitPrice":99999999999.123456'), chosen.text);
});

test('a buyer sees the amounts of every example as the seller does', async () => {
  for (const name of readdirSync('examples')) {
    const file = `examples/${name}/state.json`;
    let state;
    try {
      state = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      continue;
    }
    state = { ...state, adjustments: (state.adjustments ?? []).filter((one) => !one.code) };
    const view = (value) => {
      const { metrics, issues, lines, digest, ...rest } = JSON.parse(
        core.price(JSON.stringify(value), true),
      );
      const kept = ({ cost, costMissing, margin, marginPercent, ...line }) => line;
      return { ...rest, lines: lines.map(kept) };
    };
    const shown = view(stateForBuyer(state));
    assert.deepEqual(shown, view(state), name);
  }
});

test('what a buyer claims is compared with what the server makes of the offer', async () => {
  const { id, buyer } = await stored(offer(newId(), { adjustments: [] }));
  const { json } = await buyer.post(`${id}/choices`, {});
  const { digest, summary } = json.view;
  const right = { claim: { digest, dueNow: summary.dueNow, total: summary.total } };
  assert.equal((await buyer.post(`${id}/choices`, right)).status, 200);
  const wrong = await buyer.post(`${id}/choices`, { choices: {}, claim: { dueNow: '1.00' } });
  assert.equal(wrong.status, 422);
  assert.match(wrong.json.type, /totals-mismatch$/);
  assert.equal(wrong.json.expected.digest, digest);
  for (const claim of [null, [], 'x', 1]) {
    assert.equal((await buyer.post(`${id}/choices`, { claim })).status, 400, String(claim));
  }
});

test('a link ends with its document; another document of the same id is another one', async () => {
  const { id, etag, buyer } = await stored(offer(newId()));
  assert.equal((await buyer.get(id)).status, 200);
  assert.equal((await seller.remove(id, etag)).status, 204);
  assert.equal((await buyer.get(id)).status, 401);
  assert.equal((await seller.create(id, offer(id))).status, 201);
  assert.equal((await buyer.get(id)).status, 401);
  assert.equal((await buyer.post(`${id}/choices`, {})).status, 401);
});

test('of a link and a deletion at the same time no link is left', async () => {
  for (let round = 0; round < 5; round++) {
    const id = newId();
    const { etag } = await seller.create(id, offer(id));
    const links = Array.from({ length: 6 }, () => seller.post(`${id}/links`, {}));
    const [deleted, ...answers] = await Promise.all([seller.remove(id, etag), ...links]);
    assert.equal(deleted.status, 204);
    for (const { status, json } of answers) {
      assert.ok([201, 404].includes(status), String(status));
      if (status === 201) assert.equal((await server.with(json.token).get(id)).status, 401);
    }
  }
});
