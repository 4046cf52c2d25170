// The embedded store: PostgreSQL compiled to WebAssembly, in a folder of this machine.
//
// What is acknowledged has been handed to the operating system, so it survives the end of the
// process by any signal. It does not wait for the disk; where the power may fail, use PostgreSQL.

import { mkdirSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs';
import path from 'node:path';

/**
 * Opens (or makes) the store in a folder. Only one process may have it open.
 * @param {string} folder
 * @returns {Promise<import('./database.mjs').Database>}
 */
export async function openEmbedded(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({ dataDir: path.join(folder, 'postgres') });
  return {
    query: async (text, values) => (await database.query(text, values)).rows,
    transaction: (work) =>
      database.transaction((tx) =>
        work(async (text, values) => (await tx.query(text, values)).rows),
      ),
    close: async () => {
      await database.close();
      release();
    },
  };
}

/** Takes the folder's lock; a lock whose process is gone is taken over. */
function lockFolder(folder) {
  const file = path.join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (owner !== process.pid && isRunning(owner)) break;
      rmSync(file, { force: true });
    }
  }
  throw new Error(`${folder} is in use by another process (${file})`);
}

function isRunning(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
