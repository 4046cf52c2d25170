// Three replicas of the server on one PostgreSQL, under load; one is killed with SIGKILL and comes
// back, one is stopped in order. No acknowledged write may be lost, and numbers of finalised
// invoices must be unique and without gaps. Run: node tests/server/replicas.mjs [SECONDS]

import { randomBytes, randomUUID } from 'node:crypto';

import { invoice } from '../../server/conformance/sample.mjs';
import { startProcess } from '../../server/conformance/servers/crossfoot.mjs';
import { freePort } from '../../server/conformance/servers/process.mjs';
import { postgresVersion, startPostgres } from '../../server/conformance/servers/postgres.mjs';
import { Wire } from '../../server/conformance/wire.mjs';
import { Load, pause } from './support/load.mjs';

/**
 * Runs the whole story.
 * @param {{seconds: number, say: (line: string) => void}} options
 * @returns {Promise<{lost: string[], acknowledged: number, numbers: string[], exitCode: number}>}
 */
export async function runReplicas({ seconds, say }) {
  const database = await startPostgres();
  const token = `cf_seller_${randomBytes(32).toString('base64url')}`;
  const start = async (port) =>
    startProcess({ DATABASE_URL: database.url, TEST_TOKEN: token, PORT: String(port) });
  const ports = [await freePort(), await freePort(), await freePort()];
  const replicas = await Promise.all(ports.map(start));
  say(`${postgresVersion()}, three replicas`);
  try {
    const headers = replicas[0].headers;
    const size = { writers: 12, documents: 8 };
    const load = new Load(() => replicas.map((one) => one.url), headers, size);
    await load.start();
    const third = (seconds * 1000) / 3;
    await pause(third);
    const numbering = finaliseMany(() => replicas.map((one) => one.url), headers, 30);
    await replicas[1].kill();
    say(`${load.count} writes acknowledged; replica 2 killed with SIGKILL`);
    await pause(third);
    replicas[1] = await start(ports[1]);
    say(`${load.count} writes acknowledged; replica 2 is back, replica 3 is asked to stop`);
    const exitCode = await replicas[2].terminate();
    await pause(third);
    await load.stop();
    const numbers = await numbering;
    replicas[2] = await start(ports[2]);
    const lost = await load.findLost();
    say(
      `${load.count} writes acknowledged, ${load.refused} refused as stale, ` +
        `${load.unknown} without an answer`,
    );
    return { lost, acknowledged: load.count, numbers, exitCode };
  } finally {
    await Promise.all(replicas.map((one) => one.terminate()));
    await database.stop();
  }
}

/** Finalises invoices through all replicas at once, repeating each with its key until answered. */
async function finaliseMany(urls, headers, count) {
  const wire = new Wire({ headers, timeout: 5000 });
  const one = async (index) => {
    const id = `numbered-${randomBytes(12).toString('hex')}`;
    const create = { 'If-None-Match': '*', 'Content-Type': 'application/json' };
    await until(wire, urls, 'PUT', id, create, invoice(id), [201, 412]);
    await pause(index * 20);
    const once = { 'Idempotency-Key': `"${randomUUID()}"`, 'Content-Type': 'application/json' };
    return (await until(wire, urls, 'POST', `${id}/finalise`, once, {}, [200])).json.number;
  };
  const numbers = await Promise.all(Array.from({ length: count }, (_, index) => one(index)));
  wire.close();
  return numbers.sort();
}

async function until(wire, urls, method, path, headers, document, wanted) {
  const body = JSON.stringify(document);
  for (let attempt = 0; attempt < 200; attempt++) {
    const list = urls();
    const url = list[(attempt + Math.floor(Math.random() * 3)) % list.length];
    const answer = await wire.send(method, `${url}/${path}`, { headers, body });
    if (wanted.includes(answer.status)) return answer;
    const mayRetry = answer.status === 0 || answer.status >= 500 || answer.status === 409;
    if (!mayRetry) throw new Error(`${method} ${path} answered ${answer.status} ${answer.text}`);
    await pause(50);
  }
  throw new Error(`${method} ${path} was never answered`);
}

/** True when the numbers are INV-1001, INV-1002, … */
export function areConsecutive(numbers) {
  return numbers.every((number, index) => number === `INV-${1001 + index}`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const seconds = Number(process.argv[2] ?? 15);
  const result = await runReplicas({ seconds, say: (line) => console.log(line) });
  const { numbers } = result;
  const range = `${numbers[0]} to ${numbers[numbers.length - 1]}`;
  console.log(`${numbers.length} invoices finalised: ${range}`);
  console.log(`numbers unique and without gaps: ${areConsecutive(numbers) ? 'yes' : 'NO'}`);
  console.log(`acknowledged writes lost: ${result.lost.length}`);
  process.exitCode = result.lost.length === 0 && areConsecutive(numbers) ? 0 : 1;
}
