// Check 29: a server killed with SIGKILL in the middle of writes.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dataFolder, startProcess } from '../../server/conformance/servers/crossfoot.mjs';
import { Load, pause } from './support/load.mjs';

test('after kill -9 every acknowledged write is there and no document is torn', async () => {
  const { folder, remove } = dataFolder();
  let server = await startProcess({ DATA_FOLDER: folder });
  const settings = { DATA_FOLDER: folder, TEST_TOKEN: server.token };
  const load = new Load(() => [server.url], server.headers, { writers: 6, documents: 3 });
  await load.start();
  for (let round = 0; round < 3; round++) {
    const enough = load.count + 25;
    while (load.count < enough) await pause(7);
    await server.kill();
    server = await startProcess(settings);
  }
  await load.stop();
  const lost = await load.findLost();
  await server.terminate();
  remove();
  assert.deepEqual(lost, []);
});

test('a folder that is in use is not opened a second time', async () => {
  const { folder, remove } = dataFolder();
  const server = await startProcess({ DATA_FOLDER: folder });
  await assert.rejects(startProcess({ DATA_FOLDER: folder }), /in use by another process/);
  assert.equal(await server.terminate(), 0);
  remove();
});
