// Starts a server program on a free loopback port in a folder of its own, and ends it again.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** True when the program can be found. */
export function isInstalled(program) {
  const search = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;
  return spawnSync('which', [program], { env: { PATH: search } }).status === 0;
}

/** What `program -v` prints first, such as `lighttpd/1.4.69`. */
export function versionOf(program, flag = '-v') {
  const { stdout, stderr } = spawnSync(program, [flag], { env: environment(), encoding: 'utf8' });
  return `${stdout}${stderr}`.split('\n')[0].trim();
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function environment() {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };
}

/** A folder under the system's temporary one that any user of this machine may write into. */
export function scratchFolder(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `crossfoot-${name}-`));
  mkdirSync(path.join(folder, 'docs'));
  chmodSync(folder, 0o755);
  chmodSync(path.join(folder, 'docs'), 0o777);
  return folder;
}

/**
 * Starts a program with a configuration file and waits until it accepts connections.
 * @param {object} options
 * @param {string} options.name for the folder and messages.
 * @param {string} options.folder from scratchFolder().
 * @param {number} options.port
 * @param {string} options.config text of the configuration file.
 * @param {(file: string) => [string, string[]]} options.command program and arguments; it must
 *   stay in the foreground.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer({ name, folder, port, config, command }) {
  const file = path.join(folder, 'server.conf');
  writeFileSync(file, config);
  const [program, args] = command(file);
  const child = spawn(program, args, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) break;
    if (await accepts(port)) return { url: `http://127.0.0.1:${port}/docs`, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${name} did not start: ${output}`);
}

/** True when something accepts connections on the port. */
export function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(socket.destroy() && true));
    socket.on('error', () => resolve(false));
  });
}
