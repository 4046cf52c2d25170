// The reference backend as a process of its own, on either store.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { postgresPrograms, postgresVersion, startPostgres } from './postgres.mjs';
import { freePort } from './process.mjs';

const MAIN = fileURLToPath(new URL('../../main.mjs', import.meta.url));

/**
 * @typedef {object} RunningServer
 * @property {string} url where documents live
 * @property {string} token of the tenant `test`
 * @property {Record<string, string>} headers that sign in with it
 * @property {() => Promise<void>} kill ends it with SIGKILL
 * @property {() => Promise<number>} terminate asks it to stop; answers the exit code
 * @property {() => string} output what it has logged
 */

/**
 * Starts server/main.mjs and waits until it listens.
 * @param {Record<string, string>} [env] settings beyond the usual ones of a test
 * @returns {Promise<RunningServer>}
 */
export async function startProcess(env = {}) {
  const token = env.TEST_TOKEN ?? `cf_seller_${randomBytes(32).toString('base64url')}`;
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      RATE_PER_SECOND: '0', // races would exhaust it
      PORT: port,
      BOOTSTRAP_TOKEN: `test:${token}`,
      ...env,
    },
  });
  let output = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (part) => {
      output += part;
      if (output.includes('"event":"started"')) resolve();
    });
    child.on('exit', () => reject(new Error(`The server did not start: ${output}`)));
  });
  const end = (signal) => async () => {
    child.kill(signal);
    return ended;
  };
  return {
    url: `http://127.0.0.1:${port}/documents`,
    token,
    headers: { Authorization: `Bearer ${token}` },
    kill: end('SIGKILL'),
    terminate: end('SIGTERM'),
    output: () => output,
  };
}

/** From the installed package, which does not export its package.json. */
function pgliteVersion() {
  const entry = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const file = path.join(entry, '..', '..', 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

/** A folder for an embedded store. */
export function dataFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crossfoot-data-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const crossfootEmbedded = {
  name: 'Crossfoot reference backend, embedded store',
  packages: [],
  available: () => true,
  version: () => `PGlite ${pgliteVersion()}`,
  async start() {
    const { folder, remove } = dataFolder();
    const server = await startProcess({ DATA_FOLDER: folder });
    const stop = async () => {
      await server.terminate();
      remove();
    };
    return { url: server.url, headers: server.headers, stop };
  },
};

export const crossfootPostgres = {
  name: 'Crossfoot reference backend, PostgreSQL',
  packages: ['postgresql'],
  available: () => postgresPrograms() !== null,
  version: () => postgresVersion().replace(/^postgres \((.*?)\) /, '$1 '),
  async start() {
    const database = await startPostgres();
    const server = await startProcess({ DATABASE_URL: database.url });
    const stop = async () => {
      await server.terminate();
      await database.stop();
    };
    return { url: server.url, headers: server.headers, stop };
  },
};
