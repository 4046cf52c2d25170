// The server under attack, while a good client works.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { invoice } from '../../server/conformance/sample.mjs';
import { newId, startInProcess } from './support/in-process.mjs';
import { head, send } from './support/raw.mjs';

/** Far below what an attack took from others before (17 to 48 s), far above a busy machine's noise. */
const SOON_MS = 4000;

let server;
let seller;
before(async () => {
  server = await startInProcess({
    env: { LEVEL: '3' },
    limits: { SLOW_BODY_MS: 3000, FAILURES_PER_MINUTE: 30 },
  });
  seller = await server.as({ tenant: 'good' });
});
after(() => server.close());

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

async function offered(owner) {
  const id = newId();
  assert.equal((await owner.create(id, invoice(id, { kind: 'quote' }))).status, 201);
  const link = await owner.post(`${id}/links`, {});
  assert.equal(link.status, 201, link.text);
  return { id, token: link.json.token };
}

/** What a good client does all the time; answers how long the slowest took. */
async function workAsUsual(client) {
  const id = newId();
  let slowest = 0;
  const step = async (expected, work) => {
    const { result, milliseconds } = await timed(work);
    assert.equal(result.status, expected, result.text);
    slowest = Math.max(slowest, milliseconds);
    return result;
  };
  const { etag } = await step(201, () => client.create(id, invoice(id)));
  await step(200, () => client.get(id));
  await step(204, () => client.replace(id, invoice(id), etag));
  await step(200, () => server.wire.send('GET', `${server.origin}/healthz`));
  await step(200, () => server.wire.send('GET', `${server.origin}/readyz`));
  return slowest;
}

test('270 bodies of one link that do not come keep nobody waiting, and are cut', async () => {
  const { id, token } = await offered(await server.as({ tenant: 'attacked' }));
  const begin = head('POST', `/documents/${id}/choices`, token, 'Content-Length: 20');
  const slow = Array.from({ length: 270 }, () => send(server.port, `${begin}{`));
  // Whoever has no place for its body is told so at once, the others wait for theirs.
  const refused = await Promise.race(slow.map((one) => one.answer()));
  assert.match(refused.text, /^HTTP\/1\.1 429 /);
  assert.match(refused.text, /\r\nRetry-After: 1\r\n/);
  assert.ok((await workAsUsual(seller)) < SOON_MS);
  const answers = await Promise.all(slow.map((one) => one.answer()));
  const count = (status) =>
    answers.filter((one) => one.text.startsWith(`HTTP/1.1 ${status}`)).length;
  assert.equal(count(429) + count(408), 270);
  assert.ok(count(408) > 0 && count(429) > 0, `${count(408)} waited`);
  assert.ok(Math.max(...answers.map((one) => one.milliseconds)) < 15_000);
  slow.forEach((one) => one.end());
});

test('a body that trickles in is cut, a slow one that moves on is not', async () => {
  const id = newId();
  const body = JSON.stringify(invoice(id, { comments: 'x'.repeat(400_000) }));
  const begin = (length) =>
    head('PUT', `/documents/${id}`, seller.token, 'If-None-Match: *', `Content-Length: ${length}`);
  const trickle = send(server.port, begin(1000));
  const drops = setInterval(() => trickle.socket.write(' '), 200);
  const moving = send(server.port, begin(body.length));
  for (let at = 0; at < body.length; at += 70_000) {
    moving.socket.write(body.slice(at, at + 70_000));
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const { text, milliseconds } = await moving.answer();
  assert.match(text, /^HTTP\/1\.1 201 /);
  assert.ok(milliseconds > 3000);
  assert.match((await trickle.closed()).text, /^HTTP\/1\.1 408 /);
  clearInterval(drops);
  moving.end();
});

test('the body of somebody who is not signed in is not read, and the answer arrives', async () => {
  const begin = head('PUT', `/documents/${newId()}`, 'nobody', 'Transfer-Encoding: chunked');
  const stranger = send(server.port, begin);
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  let taken = 0;
  let isClosed = false;
  stranger.socket.on('close', () => (isClosed = true));
  const flood = setInterval(() => {
    for (let i = 0; i < 64 && !isClosed && !stranger.socket.writableNeedDrain; i++) {
      stranger.socket.write(chunk);
      taken += chunk.length;
    }
  }, 1);
  const { text } = await stranger.closed();
  clearInterval(flood);
  assert.match(text, /^HTTP\/1\.1 4(01|29) /);
  assert.match(text, /\r\nConnection: close\r\n/);
  assert.ok(stranger.socket.bytesWritten - stranger.socket.writableLength < 20e6, `${taken}`);
});

test('a client that asks before it sends is answered before it sends', async () => {
  const stranger = send(
    server.port,
    head('PUT', `/documents/${newId()}`, 'nobody', 'Content-Length: 9', 'Expect: 100-continue'),
  );
  const { text } = await stranger.closed();
  assert.match(text, /^HTTP\/1\.1 4(01|29) /);
  const id = newId();
  const body = JSON.stringify(invoice(id));
  const polite = send(
    server.port,
    head(
      'PUT',
      `/documents/${id}`,
      seller.token,
      'If-None-Match: *',
      `Content-Length: ${body.length}`,
      'Expect: 100-continue',
      'Connection: close',
    ),
  );
  assert.match((await polite.answer()).text, /^HTTP\/1\.1 100 /);
  polite.socket.write(body);
  assert.match((await polite.closed()).text, /HTTP\/1\.1 201 /);
});

test('a head that does not come is cut when the settings say so', async (t) => {
  const strict = await startInProcess({ limits: { REQUEST_TIMEOUT_MS: 500 } });
  t.after(() => strict.close());
  const slow = send(strict.port, 'GET /documents/x HTTP/1.1\r\nHost: x\r\n');
  const { text, milliseconds } = await slow.closed();
  assert.match(text, /^HTTP\/1\.1 408 /);
  assert.ok(milliseconds < 10_000, `${milliseconds}`);
});

test('large bodies of one tenant keep the others neither from reading nor from writing', async () => {
  const attacker = await server.as({ tenant: 'large' });
  const bodies = ['[]', '{}', '{"a":1}'].map((piece) => {
    const id = newId();
    const list = Array(Math.floor(6e6 / (piece.length + 1))).fill(piece);
    return {
      id,
      text: JSON.stringify(invoice(id)).replace(/}$/, `,"custom":[${list.join(',')}]}`),
    };
  });
  // How long this machine, as busy as it is, stands still for reading one of them.
  const { milliseconds: stillstand } = await timed(() => JSON.parse(bodies[1].text));
  let isOver = false;
  const over = Promise.all(bodies.map(({ id, text }) => attacker.create(id, text)));
  const settled = over.finally(() => (isOver = true));
  const times = [];
  while (!isOver) {
    const { result, milliseconds } = await timed(() => seller.get(newId()));
    assert.equal(result.status, 404);
    times.push(milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const { status, text } of await settled) {
    assert.ok([0, 201, 422].includes(status), `${status} ${text.slice(0, 200)}`);
  }
  const slowest = Math.max(...times);
  assert.ok(
    slowest < stillstand + 100,
    `a GET took ${slowest} ms, reading a body ${stillstand} ms`,
  );
});

// SY-5.7
test('a document that is too much work is refused for good, and others go on meanwhile', async (t) => {
  const strict = await startInProcess({ env: { LEVEL: '3' }, limits: { PRICING_TIMEOUT_MS: 300 } });
  t.after(() => strict.close());
  const [attacker, other] = [await strict.as({ tenant: 'a' }), await strict.as({ tenant: 'b' })];
  const id = newId();
  const lines = Array.from({ length: 40_000 }, (_, index) => ({
    id: `li_${index}`,
    name: 'x',
    unitPrice: '1.01',
    discounts: [{ percent: '1' }, { percent: '2' }],
    billing: { frequency: 'monthly', payments: 24, start: { delayDays: index % 300 } },
  }));
  const text = JSON.stringify(invoice(id, { kind: 'quote', lines }));
  const heavy = [attacker.create(id, text), attacker.create(newId(), text.replace(id, newId()))];
  const usual = newId();
  assert.equal((await other.create(usual, invoice(usual))).status, 201);
  const [answer] = await Promise.all(heavy);
  assert.equal(answer.status, 422, answer.text);
  assert.match(answer.json.type, /too-much-work$/);
  assert.equal(answer.headers['retry-after'], undefined);
  assert.equal((await attacker.get(id)).status, 404);
});
