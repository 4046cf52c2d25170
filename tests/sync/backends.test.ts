// The contract suite over every adapter.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { it } from 'node:test';

import 'fake-indexeddb/auto';

import { CouchDbBackend } from '../../web/src/sync/couchdb-backend.ts';
import { downloadFile, FileBackend, type FileAccess } from '../../web/src/sync/file-backend.ts';
import { HttpBackend } from '../../web/src/sync/http-backend.ts';
import { IndexedDbBackend } from '../../web/src/sync/indexeddb-backend.ts';
import { MemoryBackend } from '../../web/src/sync/memory-backend.ts';
import { PostgrestBackend } from '../../web/src/sync/postgrest-backend.ts';
import { S3Backend } from '../../web/src/sync/s3-backend.ts';
import { SimulatedServer } from './chaos/server.ts';
import { VirtualTime } from './chaos/virtual-time.ts';
import { backendContract } from './support/contract-suite.ts';
import { listen } from './support/listen.ts';
import { startPostgrest } from './support/postgrest-emulator.ts';
import { Random } from './support/random.ts';
import { startS3 } from './support/s3-emulator.ts';

const quick = {
  lostRequest: 0,
  lostAnswer: 0,
  duplicated: 0,
  staleAnswer: 0,
  truncated: 0,
  refused: 0,
};

function simulated(): SimulatedServer {
  const time = new VirtualTime();
  time.after = (_, task) => (setImmediate(task), () => {}); // nothing here waits for time
  const server = new SimulatedServer('strict', time, new Random(1));
  server.faults = { ...quick, delay: 0 };
  return server;
}

backendContract('memory', async () => ({ backend: new MemoryBackend() }));

backendContract('http', async () => {
  const server = simulated();
  return {
    backend: new HttpBackend({
      base: 'http://server/documents/',
      fetch: server.fetch as typeof fetch,
    }),
  };
});

backendContract('couchdb', async () => {
  const { default: express } = await import('express');
  const { default: PouchDB } = await import('pouchdb-core');
  const { default: memory } = await import('pouchdb-adapter-memory');
  const { default: expressPouchDb } = await import('express-pouchdb');
  const logPath = path.join(os.tmpdir(), `crossfoot-pouch-${process.pid}.log`);
  PouchDB.plugin(memory);
  const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath };
  const app = express();
  app.use('/', expressPouchDb(PouchDB.defaults({ adapter: 'memory' }), options));
  const { url, stop } = await listen(app);
  await fetch(`${url}/documents`, { method: 'PUT' });
  return {
    backend: new CouchDbBackend({ base: `${url}/documents` }),
    stop: async () => {
      await stop();
      rmSync(logPath, { force: true });
    },
  };
});

backendContract('postgrest', async () => {
  const { url, stop } = await startPostgrest();
  return { backend: new PostgrestBackend({ base: `${url}/documents` }), stop };
});

backendContract('s3', async () => {
  const s3 = await startS3();
  return { backend: new S3Backend({ sign: s3.sign }), stop: s3.stop };
});

backendContract('indexeddb', async () => ({ backend: new IndexedDbBackend('contract') }));

/** One file holds one document; for the suite each id gets a file of its own. */
class ManyFiles extends MemoryBackend {
  readonly files = new Map<string, FileBackend>();

  #file(id: string): FileBackend {
    let file = this.files.get(id);
    if (!file) this.files.set(id, (file = new FileBackend(memoryFile())));
    return file;
  }
  override load = (id: string) => this.#file(id).load(id);
  override create = (...[doc]: Parameters<MemoryBackend['create']>) =>
    this.#file(doc.id).create(doc);
  override replace = (...[doc, token]: Parameters<MemoryBackend['replace']>) =>
    this.#file(doc.id).replace(doc, token);
  override remove = (id: string, token: string) => this.#file(id).remove(id, token);
}

function memoryFile(): FileAccess {
  let text: string | null = null;
  return {
    read: async () => text,
    write: async (next) => void (text = next),
    remove: async () => void (text = null),
  };
}

backendContract('file', async () => ({ backend: new ManyFiles() }));

it('the file backend offers a download and reads what was uploaded', async () => {
  const offered: string[] = [];
  const backend = new FileBackend(downloadFile((text) => offered.push(text), null));
  const doc = { id: 'download-1', currency: 'USD' };
  assert.equal((await backend.create(doc)).status, 'ok');
  assert.deepEqual(JSON.parse(offered[0]!), doc);
  const uploaded = new FileBackend(downloadFile(() => {}, offered[0]!));
  assert.deepEqual((await uploaded.load('download-1')).doc, doc);
});

it('the s3 backend repeats a write that met another one', async () => {
  const s3 = await startS3();
  const backend = new S3Backend({ sign: s3.sign });
  s3.conflicts = 2;
  assert.equal((await backend.create({ id: 'busy-1' })).status, 'ok');
  s3.conflicts = 10;
  const { token } = await backend.load('busy-1');
  assert.equal((await backend.replace({ id: 'busy-1', name: 'x' }, token!)).status, 'retry');
  await s3.stop();
});
