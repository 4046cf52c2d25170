// A PostgreSQL of its own on a free loopback port, for tests and the conformance matrix.

import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { accepts, freePort } from './process.mjs';

const LIBRARY = '/usr/lib/postgresql';

/** The folder with initdb and postgres of the newest version from apt; null when there is none. */
export function postgresPrograms() {
  if (!existsSync(LIBRARY)) return null;
  const versions = readdirSync(LIBRARY).sort((a, b) => Number(b) - Number(a));
  const folder = versions.map((one) => path.join(LIBRARY, one, 'bin'));
  return folder.find((one) => existsSync(path.join(one, 'initdb'))) ?? null;
}

/** What `postgres --version` says. */
export function postgresVersion() {
  const programs = postgresPrograms();
  return execFileSync(path.join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim();
}

/** initdb refuses to run as root, so root becomes the user that the package has made. */
function owner() {
  if (process.getuid() !== 0) return {};
  const read = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: read('-u'), gid: read('-g') };
}

/**
 * Makes an empty cluster and starts it.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startPostgres() {
  const programs = postgresPrograms();
  if (!programs) throw new Error('PostgreSQL is not installed (package postgresql)');
  const user = owner();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crossfoot-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  execFileSync(path.join(programs, 'initdb'), options, { ...user, stdio: 'ignore', cwd: folder });
  const port = await freePort();
  const child = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port), '-c', 'max_connections=60'],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder },
  );
  let output = '';
  child.stderr.on('data', (part) => (output += part));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT'); // ends sessions, writes a checkpoint
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) break;
    // The port opens before the database is ready; its log says when it is.
    if (output.includes('ready to accept connections') && (await accepts(port))) {
      return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`PostgreSQL did not start: ${output}`);
}
