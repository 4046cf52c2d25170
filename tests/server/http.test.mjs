// The contract beyond what the conformance kit asks, and the server's own manners.

import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';

import { invoice } from '../../server/conformance/sample.mjs';
import { newId, startInProcess } from './support/in-process.mjs';

let server;
let seller;
before(async () => {
  server = await startInProcess({ limits: { MAX_BODY_BYTES: 100_000, LIST_PAGE: 5 } });
  seller = await server.as({ tenant: 'http' });
});
after(() => server.close());

async function created(change) {
  const id = newId();
  const { etag } = await seller.create(id, invoice(id, change));
  return { id, etag };
}

test('a weak ETag never matches, one of several does', async () => {
  const { id, etag } = await created();
  assert.equal((await seller.replace(id, invoice(id), `W/${etag}`)).status, 412);
  assert.equal((await seller.replace(id, invoice(id), `"other", ${etag}`)).status, 204);
});

test('of parallel writes with one ETag exactly one wins', async () => {
  const { id, etag } = await created();
  const documents = Array.from({ length: 12 }, () => invoice(id));
  const answers = await Promise.all(documents.map((one) => seller.replace(id, one, etag)));
  assert.equal(answers.filter((one) => one.status === 204).length, 1);
  assert.equal(answers.filter((one) => one.status === 412).length, 11);
});

test('contradicting conditions are refused', async () => {
  const { id, etag } = await created();
  const both = { 'If-Match': etag, 'If-None-Match': '*' };
  assert.equal((await seller.send('PUT', id, invoice(id), both)).status, 400);
});

test('an ETag is not used again when a document returns to an earlier state', async () => {
  const { id, etag } = await created();
  const first = await seller.get(id);
  const second = await seller.replace(id, invoice(id), etag);
  const third = await seller.replace(id, first.text, second.etag);
  assert.equal((await seller.get(id)).text, first.text);
  assert.notEqual(third.etag, etag);
});

// SY-1.1, ST-1.4
test('numbers keep their text', async () => {
  const id = newId();
  const text = `{"version":1,"id":"${id}","custom":{"a":1.10,"b":12345678901234567890}}`;
  await seller.create(id, text);
  assert.equal((await seller.get(id)).text, text);
});

test('a body that is not a JSON object is refused', async () => {
  const id = newId();
  for (const text of ['', '[]', '{"a":1,}', '{"a":1,"a":2}']) {
    const answer = await seller.create(id, text);
    assert.equal(answer.status, 422, text);
    assert.match(answer.json.type, /invalid-state$/);
  }
  const form = { 'If-None-Match': '*', 'Content-Type': 'text/plain' };
  assert.equal((await seller.send('PUT', id, '{}', form)).status, 415);
});

test('a document that carries another id is refused', async () => {
  const answer = await seller.create(newId(), invoice(newId()));
  assert.equal(answer.status, 422);
  assert.equal(answer.json.pointer, '/id');
});

test('a body beyond the limit is refused, announced or not', async () => {
  const id = newId();
  const announced = await seller.create(id, invoice(id, { comments: 'x'.repeat(100_000) }));
  assert.equal(announced.status, 413);
  assert.equal(announced.json.limit, 100_000);
  assert.equal((await seller.get(id)).status, 404);
});

test('a body that does not end is cut off', async () => {
  const slow = await startInProcess({ limits: { REQUEST_TIMEOUT_MS: 300 } });
  const { token } = await slow.as({ tenant: 'slow' });
  const socket = net.connect(slow.port, '127.0.0.1');
  socket.write(
    `PUT /documents/${newId()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
      'If-None-Match: *\r\nContent-Length: 1000\r\n\r\n{',
  );
  const answer = await new Promise((resolve) => {
    let text = '';
    socket.on('data', (part) => (text += part));
    socket.on('close', () => resolve(text));
  });
  assert.match(answer, /^HTTP\/1\.1 408/);
  await slow.close();
});

test('the list comes in pages, each change once, deletions marked', async () => {
  const lister = await server.as({ tenant: 'lister' });
  const ids = [];
  for (let i = 0; i < 12; i++) {
    const id = newId();
    ids.push(id);
    await lister.create(id, invoice(id));
  }
  const { etag } = await lister.get(ids[0]);
  await lister.remove(ids[0], etag);
  const seen = [];
  let cursor = '';
  for (;;) {
    const { items, cursor: next } = (await lister.get(`?since=${cursor}`)).json;
    if (items.length === 0) break;
    assert.ok(items.length <= 5);
    seen.push(...items);
    cursor = next;
  }
  assert.deepEqual(
    seen.map((item) => item.id),
    [...ids.slice(1), ids[0]],
  );
  assert.equal(seen[11].deleted, true);
  assert.equal(seen[0].rev.by, 'conformance');
});

test('HEAD answers like GET without the body', async () => {
  const { id, etag } = await created();
  const answer = await seller.send('HEAD', id);
  assert.equal(answer.status, 200);
  assert.equal(answer.etag, etag);
  assert.equal(answer.text, '');
});

test('unknown methods and paths are refused as such', async () => {
  const { id } = await created();
  assert.equal((await seller.send('PATCH', id, {})).status, 405);
  assert.equal((await seller.get(`${id}/nothing`)).status, 404);
  assert.equal((await server.wire.send('GET', `${server.origin}/elsewhere`)).status, 404);
});

test('every problem type can be looked up where it points', async () => {
  const { json } = await server.with('wrong').get(newId());
  const answer = await server.wire.send('GET', server.origin + json.type);
  assert.equal(answer.json.title, json.title);
});

test('only the named origins may use a server that names some', async () => {
  const strict = await startInProcess({ env: { ALLOWED_ORIGINS: 'https://a.example' } });
  const ask = (Origin) =>
    strict.wire.send('OPTIONS', `${strict.url}/${newId()}`, { headers: { Origin } });
  const [known, unknown] = [await ask('https://a.example'), await ask('https://b.example')];
  assert.equal(known.headers['access-control-allow-origin'], 'https://a.example');
  assert.equal(unknown.headers['access-control-allow-origin'], undefined);
  assert.equal(unknown.headers.vary, 'Origin');
  await strict.close();
});

test('the log has one line per request and neither tokens, ids nor content', async () => {
  const id = newId();
  await seller.create(id, invoice(id, { comments: 'confidential' }));
  const line = server.events.at(-1);
  assert.equal(line.event, 'request');
  assert.equal(line.status, 201);
  assert.equal(line.path, '/documents/{id}');
  const text = JSON.stringify(server.events);
  for (const secret of ['confidential', id, seller.token]) assert.ok(!text.includes(secret));
});

test('it is ready until it is asked to stop, and then finishes what it has begun', async () => {
  const stopping = await startInProcess();
  const ask = () => stopping.wire.send('GET', `${stopping.origin}/readyz`);
  assert.equal((await ask()).status, 200);
  assert.equal((await stopping.wire.send('GET', `${stopping.origin}/healthz`)).status, 200);
  const { token } = await stopping.as({ tenant: 'stop' });
  const id = newId();
  const body = JSON.stringify(invoice(id));
  const socket = net.connect(stopping.port, '127.0.0.1');
  socket.write(
    `PUT /documents/${id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
      `If-None-Match: *\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = stopping.close();
  socket.write(body);
  const answer = await new Promise((resolve) =>
    socket.once('data', (part) => resolve(String(part))),
  );
  assert.match(answer, /^HTTP\/1\.1 201/);
  assert.match(answer, /Connection: close/i);
  await closed;
});
