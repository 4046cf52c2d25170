// A database that an earlier server wrote: what is final in it is final, and its ETags tell nothing.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, test } from 'node:test';

import { PGlite } from '@electric-sql/pglite';

import { dataFolder } from '../../server/conformance/servers/crossfoot.mjs';
import { startInProcess } from './support/in-process.mjs';

/** The tables that matter here, as the first server made them. */
const TABLES_OF_FORMAT_1 = [
  `CREATE TABLE crossfoot_tenants (tenant text PRIMARY KEY, seq bigint NOT NULL DEFAULT 0)`,
  `CREATE TABLE crossfoot_tokens (
    hash text PRIMARY KEY,
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    role text NOT NULL CHECK (role IN ('seller', 'buyer')),
    document text,
    label text NOT NULL DEFAULT '',
    expires_at timestamptz
  )`,
  `CREATE TABLE crossfoot_documents (
    tenant text NOT NULL REFERENCES crossfoot_tenants,
    id text NOT NULL,
    seq bigint NOT NULL,
    etag text NOT NULL,
    body text NOT NULL,
    rev text,
    deleted boolean NOT NULL DEFAULT false,
    finalised boolean NOT NULL DEFAULT false,
    kind text NOT NULL DEFAULT '',
    number text,
    PRIMARY KEY (tenant, id)
  )`,
  `CREATE UNIQUE INDEX crossfoot_documents_order ON crossfoot_documents (tenant, seq)`,
  `CREATE UNIQUE INDEX crossfoot_documents_number
    ON crossfoot_documents (tenant, kind, number) WHERE number IS NOT NULL`,
];

const hashOf = (body) => createHash('sha256').update(body).digest('hex').slice(0, 16);

const quote = (id, change = {}) => ({
  version: 1,
  id: `old-database-${id}`,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-22',
  lines: [{ id: 'a', name: 'Seat', unitPrice: '100' }],
  ...change,
});

const published = (id, number) =>
  quote(id, { status: 'published', number, digest: `sha256:${'0'.repeat(64)}`, total: '100.00' });

/** A folder with a database of format 1 that holds these documents. */
async function folderOfFormat1(documents) {
  const folder = dataFolder();
  const database = await PGlite.create({ dataDir: path.join(folder.folder, 'postgres') });
  for (const statement of TABLES_OF_FORMAT_1) await database.query(statement);
  await database.query(`INSERT INTO crossfoot_tenants VALUES ('old', $1)`, [documents.length]);
  for (const [at, document] of documents.entries()) {
    const body = JSON.stringify(document);
    const { id, kind, status = 'draft' } = document;
    const finalised = kind === 'invoice' && status !== 'draft'; // nothing else was
    const number = finalised ? document.number : null;
    await database.query(
      `INSERT INTO crossfoot_documents (tenant, id, seq, etag, body, finalised, kind, number)
        VALUES ('old', $1, $2, $3, $4, $5, $6, $7)`,
      [id, at + 1, `"${(at + 1).toString(36)}-${hashOf(body)}"`, body, finalised, kind, number],
    );
  }
  await database.close();
  return folder;
}

let running;
let made;
afterEach(async () => {
  await running?.close();
  running = undefined;
  made.remove();
});

/** Starts a server on the folder, after the one before has ended. */
async function start(level) {
  await running?.close();
  running = undefined;
  running = await startInProcess({ env: { LEVEL: String(level), DATA_FOLDER: made.folder } });
  return running;
}

// SY-5.6
test('a quote that an earlier server published is final in this one', async () => {
  const documents = [
    published('published-1', 'Q-1'),
    published('published-2', 'Q-1'), // nobody kept numbers of quotes apart then
    quote('accepted', { status: 'accepted', number: 'Q-3' }),
    quote('draft'),
    quote('billed', { kind: 'invoice', status: 'open', number: 'INV-1' }),
    quote('nobody-opens-it', { currency: 'Z' }),
  ];
  made = await folderOfFormat1(documents);
  let server = await start(3);
  const seller = await server.as({ tenant: 'old' });
  const statuses = [];
  for (const document of documents.slice(0, 5)) {
    const { etag, text } = await seller.get(document.id);
    assert.equal(text, JSON.stringify(document));
    const changed = await seller.replace(document.id, { ...document, comments: 'x' }, etag);
    statuses.push(changed.status);
  }
  assert.deepEqual(statuses, [409, 409, 409, 204, 409]);
  const recall = { command: { op: 'lifecycle', step: 'recall' } };
  const recalled = await seller.post(`${documents[0].id}/steps`, recall, {
    'Idempotency-Key': '"recall-the-first"',
  });
  assert.equal(recalled.status, 200, recalled.text);

  server = await start(3);
  assert.deepEqual(
    server.events.filter(({ event }) => event === 'documents-brought-up-to-date'),
    [],
    'once is enough',
  );
});

// SY-5.8
test('no ETag of an earlier server is left, as it is a hash of what a buyer is not shown', async () => {
  const documents = [quote('draft-1'), quote('draft-2', { lines: [] })];
  made = await folderOfFormat1(documents);
  const server = await start(3);
  const seller = await server.as({ tenant: 'old' });
  const seen = new Set();
  for (const document of documents) {
    const { etag, text } = await seller.get(document.id);
    assert.match(etag, /^"[0-9a-z]+-[0-9a-f]{16}"$/);
    assert.ok(!etag.includes(hashOf(text)));
    seen.add(etag);
  }
  assert.equal(seen.size, 2);
});

// SY-5.6
test('what was stored without a core is judged by the first server that has one', async () => {
  made = dataFolder();
  let server = await start(2);
  const document = published('without-a-core', 'Q-1');
  let seller = await server.as({ tenant: 'old' });
  assert.equal((await seller.create(document.id, document)).status, 201);
  const { etag } = await seller.get(document.id);
  assert.equal((await seller.replace(document.id, document, etag)).status, 204);

  server = await start(3);
  seller = server.with(seller.token);
  const current = await seller.get(document.id);
  assert.equal((await seller.replace(document.id, document, current.etag)).status, 409);
});

test('a database of a later server is left alone', async () => {
  made = dataFolder();
  await (await start(2)).close();
  running = undefined;
  const database = await PGlite.create({ dataDir: path.join(made.folder, 'postgres') });
  await database.query('UPDATE crossfoot_format SET format = 99');
  await database.close();
  await assert.rejects(() => start(2), /format 99, of a later server/);
});
