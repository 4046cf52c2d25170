// Whatever a client sends, the answer is about what it sent: never a 5xx, always a described status,
// and the server goes on. Every operation of the description, with many bodies, headers and paths.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { after, before, test } from 'node:test';

import { invoice } from '../../server/conformance/sample.mjs';
import { newId, startInProcess } from './support/in-process.mjs';

const { paths } = JSON.parse(readFileSync('server/openapi.json', 'utf8'));
const operations = Object.entries(paths).flatMap(([path, item]) =>
  ['get', 'put', 'post', 'delete']
    .filter((method) => item[method])
    .map((method) => ({ path, method: method.toUpperCase(), operation: item[method] })),
);

let server;
let seller;
let buyer;
let id;
let other;
before(async () => {
  server = await startInProcess({
    env: { LEVEL: '3' },
    limits: { FAILURES_PER_MINUTE: 0, SLOW_BODY_MS: 1000 },
  });
  seller = await server.as({ tenant: 'any' });
  id = newId();
  const state = invoice(id);
  assert.equal((await seller.create(id, state)).status, 201);
  other = newId();
  assert.equal((await seller.create(other, invoice(other))).status, 201);
  buyer = server.with((await seller.post(`${id}/links`, {})).json.token);
});
after(async () => {
  const failures = server.events.filter((one) => one.event === 'failure');
  await server.close();
  assert.deepEqual(failures, []);
});

const deep = (open, close) => `${open.repeat(3000)}1${close.repeat(3000)}`;

/** Values for any member, as JSON. */
const VALUES = [
  'null',
  'true',
  '0',
  '-0.0',
  '1e400',
  '-1e-400',
  '9'.repeat(400),
  '12345678901234567890.123456789',
  '""',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u202e"',
  `"${'x'.repeat(3000)}"`,
  '"2026-01-01"',
  '"+275760-09-13T00:00:00Z"',
  '"12"',
  '"9999-12-31"',
  '"0000-00-00T99:99:99Z"',
  '["2026-01-01"]',
  '[]',
  '{}',
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":1},"toString":null}',
  deep('[', ']'),
  deep('{"a":', '}'),
];

/** Bodies that no operation takes, or takes as empty. */
const WHOLE = ['', ...VALUES, '{', '{"a":1,"a":2}', '[1,2', 'nul', '\ufeff{}', '{}{}'];

/** Bodies with any value in the places that each operation reads. */
const BODIES = {
  'PUT /documents/{id}': () => [],
  'DELETE /documents/{id}': () => [],
  'DELETE /documents/{id}/links': () => [],
  'POST /documents/{id}/finalise': (value) => [`{"prefix":${value}}`],
  'POST /documents/{id}/links': (value) => [`{"expiresAt":${value}}`, `{"label":${value}}`],
  'POST /documents/{id}/steps': (value) => [
    `{"command":${value}}`,
    `{"command":{"op":${value}}}`,
    `{"command":{"op":"payment","payment":${value}}}`,
    `{"command":{"op":"payment","payment":{"id":${value},"amount":${value},"date":${value}}}}`,
    `{"command":{"op":"lifecycle","step":${value},"number":${value},"on":${value},"at":${value}}}`,
    `{"command":{"op":"cancel","on":${value},"by":${value},"reason":${value}}}`,
  ],
  'POST /documents/{id}/choices': (value) => [
    `{"choices":${value}}`,
    `{"quantities":${value}}`,
    `{"quantities":{"li_1":${value}},"selected":{"li_1":${value}}}`,
    `{"code":${value}}`,
    `{"choices":{},"claim":${value}}`,
    `{"claim":{"digest":${value},"dueNow":${value},"rules":${value}}}`,
  ],
};

/** Members of a document that a store reads, or a database could stumble over. */
const MEMBERS = [
  ...['id', 'kind', 'status', 'number', 'digest', 'total', 'rev', 'claim', 'version', 'currency'],
  ...['date', 'lines', 'adjustments', 'custom', '__proto__', '\\u0000'],
];

/** A valid document with one member replaced. */
function* documents() {
  const whole = invoice('');
  for (const name of MEMBERS) {
    const { [name]: _old, id: _id, ...rest } = whole;
    const text = JSON.stringify(rest);
    for (const value of VALUES) yield text.replace('{', `{"${name}":${value},`);
  }
  const { id: _id, ...final } = invoice('', { status: 'open', number: 'HERE', digest: 'x' });
  for (const value of VALUES) yield JSON.stringify(final).replace('"HERE"', value);
}

function check(answer, what, statuses) {
  const text = `${what} → ${answer.status} ${answer.text.slice(0, 200)}`;
  assert.notEqual(answer.status, 0, `${what} → ${answer.error}`);
  assert.ok(answer.status < 500, text);
  if (statuses) assert.ok(statuses.includes(String(answer.status)), `not described: ${text}`);
  if (answer.status >= 400) assert.match(answer.json?.type ?? '', /^\/problems\//, text);
}

/** Runs work on many inputs, some at a time. */
async function each(inputs, work) {
  const iterator = inputs[Symbol.iterator]();
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

const common = ['400', '405', '408', '413', '415', '428', '429'];

test('every operation that takes something is tried', () => {
  const named = operations.map(({ path, method }) => `${method} ${path}`);
  const writing = named.filter((name) => !name.startsWith('GET'));
  assert.deepEqual(Object.keys(BODIES).sort(), writing.sort());
});

for (const { path, method, operation } of operations.filter((one) => one.method !== 'GET')) {
  test(`${method} ${path} answers any body`, { timeout: 240_000 }, async () => {
    const described = [...Object.keys(operation.responses), ...common];
    const client = path.endsWith('/choices') ? buyer : seller;
    const inputs = [...WHOLE, ...VALUES.flatMap(BODIES[`${method} ${path}`])];
    await each(inputs, async (body) => {
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${randomUUID()}"`,
        ...(method === 'PUT' ? { 'If-None-Match': '*' } : {}),
        ...(method === 'DELETE' ? { 'If-Match': '"other"' } : {}),
      };
      const target = method === 'PUT' || path.endsWith('/links') ? other : id;
      const url = path.replace('/documents/', '').replace('{id}', target);
      const answer = await client.send(method, url, body, headers);
      check(answer, `${method} ${path} ${body.slice(0, 100)}`, described);
    });
  });
}

test('PUT answers a document with any member replaced', { timeout: 240_000 }, async () => {
  const described = [...Object.keys(paths['/documents/{id}'].put.responses), ...common];
  let taken = 0;
  await each(documents(), async (body) => {
    const answer = await seller.create(newId(), body);
    check(answer, `PUT ${body.slice(0, 120)}`, described);
    if (answer.status === 201) taken += 1;
  });
  assert.ok(taken > 20, `${taken} were taken`);
  // What was taken can be listed and read again.
  for (let cursor = ''; ;) {
    const { json, text } = await seller.get(`?since=${cursor}`);
    assert.ok(json?.items, text.slice(0, 100));
    if (json.items.length === 0) break;
    for (const item of json.items)
      assert.ok([200, 404].includes((await seller.get(item.id)).status));
    cursor = json.cursor;
  }
});

const HEADERS = [
  [
    'Content-Type',
    ['', 'application/json; charset=utf-16', 'text/html', 'application/xml', 'x'.repeat(5000)],
  ],
  ['Content-Encoding', ['gzip', 'br', 'identity', 'x']],
  ['If-Match', ['', '*', '"', 'W/"x"', '"a", "b"', 'x'.repeat(5000), '"\u00ff"']],
  ['If-None-Match', ['', '*', '"x"', 'W/"x"', '"', '*, "x"']],
  [
    'Idempotency-Key',
    [
      '',
      '"',
      'short',
      'x'.repeat(201),
      '"a b"',
      '"\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"',
    ],
  ],
  [
    'Authorization',
    ['', 'Bearer', 'Bearer ', 'Basic eDp5', 'Bearer \u00ff', `Bearer ${'x'.repeat(8000)}`],
  ],
  ['Origin', ['null', 'https://evil.example', 'x'.repeat(3000)]],
  ['X-Forwarded-For', ['', 'x', '1.2.3.4, , ::1', ','.repeat(2000)]],
  ['Accept', ['', 'text/html', '*/*;q=x']],
  ['Range', ['bytes=0-', 'bytes=9-1']],
  ['Expect', ['100-continue', 'x']],
  ['Upgrade', ['websocket', 'h2c']],
  ['X-HTTP-Method-Override', ['DELETE']],
];

test('every operation answers any header', { timeout: 240_000 }, async () => {
  const inputs = operations.flatMap((one) =>
    HEADERS.flatMap(([name, values]) => values.map((value) => ({ ...one, name, value }))),
  );
  await each(inputs, async ({ path, method, name, value }) => {
    const url = `${server.origin}${path.replace('{id}', newId()).replace('{name}', 'x')}`;
    const headers = {
      Authorization: `Bearer ${seller.token}`,
      'Content-Type': 'application/json',
      [name]: value,
    };
    const body = method === 'GET' ? undefined : '{}';
    const answer = await server.wire.send(method, url, { headers, body });
    assert.ok(
      answer.status > 0 && answer.status < 500,
      `${method} ${path} ${name}: ${value} → ${answer.status} ${answer.error}`,
    );
  });
});

test('every path is answered, and the log keeps none of its words', async () => {
  const odd = ['%', '%00', '%2e%2e', '%ff', "'--", '<b>secret', 'x'.repeat(4000)];
  const requests = odd.flatMap((part) => [
    `/${part}`,
    `/documents/${part}`,
    `/documents/${id}/${part}`,
    `/documents/${id}/links/${part}`,
    `/documents/?since=${part}`,
    `/documents/?since=1&since=${part}`,
    `/problems/${part}`,
    `//${part}`,
    `/documents/${part}?${part}#${part}`,
  ]);
  const before_ = server.events.length;
  for (const path of requests) {
    for (const method of ['GET', 'PUT', 'PATCH']) {
      const text = await raw(
        `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${seller.token}\r\n` +
          'Content-Length: 0\r\nConnection: close\r\n\r\n',
      );
      assert.match(text, /^HTTP\/1\.1 [234]\d\d /, `${method} ${path} → ${text.slice(0, 100)}`);
    }
  }
  const known = /^(other|\/documents\/(\{id\}(\/(finalise|steps|choices|links|\{other\}))?)?)$/;
  for (const { event, path } of server.events.slice(before_)) {
    if (event === 'request') assert.match(path, known);
  }
});

test('what is no HTTP is refused, and the server goes on', async () => {
  const texts = [
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    '\u0000\u0001\u0002\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'POST /documents/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /documents/x HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    'POST /documents/x HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n',
    'POST /documents/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ];
  for (const text of texts) {
    const answer = await raw(text);
    if (answer !== '')
      assert.match(answer, /^HTTP\/1\.1 4\d\d /, `${text.slice(0, 60)} → ${answer}`);
  }
  assert.equal((await server.wire.send('GET', `${server.origin}/healthz`)).status, 200);
});

/** What is answered to some bytes; '' where the connection is only closed. */
function raw(text) {
  const socket = net.connect(server.port, '127.0.0.1');
  socket.write(Buffer.from(text, 'latin1'));
  return new Promise((resolve) => {
    let answer = '';
    socket.on('error', () => {});
    socket.on('data', (part) => (answer += part));
    socket.on('close', () => resolve(answer));
  });
}

test('a link ends when it is said to, and only a moment to come can be said', async () => {
  const own = newId();
  await seller.create(own, invoice(own));
  const refused = [
    '12',
    0,
    '2026-01-01',
    ['2099-01-01'],
    '+275760-01-01',
    'tomorrow',
    '',
    true,
    {},
  ];
  for (const expiresAt of refused) {
    const answer = await seller.post(`${own}/links`, { expiresAt });
    assert.equal(answer.status, 400, `${JSON.stringify(expiresAt)} ${answer.text}`);
  }
  for (const label of ['\u0000', 'x'.repeat(201), 1, null, {}]) {
    assert.equal((await seller.post(`${own}/links`, { label })).status, 400, JSON.stringify(label));
  }
  const later = await seller.post(`${own}/links`, { expiresAt: '2099-12-31T18:00:00+02:00' });
  assert.equal(later.json.expiresAt, '2099-12-31T16:00:00.000Z');
  assert.equal((await server.with(later.json.token).get(own)).status, 200);
  const soon = new Date(Date.now() + 1500).toISOString();
  const short = await seller.post(`${own}/links`, { expiresAt: soon });
  await new Promise((resolve) => setTimeout(resolve, 1700));
  assert.equal((await server.with(short.json.token).get(own)).status, 401);
});
