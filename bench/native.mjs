// (e) Native documents per second on NDJSON, 20-line documents, one and two threads.

import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

import { report } from './clock.mjs';
import { SEED, lines, state } from './workload.mjs';

const binary = new URL('../scripts/crossfoot', import.meta.url).pathname;

async function writeDocuments(file, count) {
  const texts = Array.from({ length: 50 }, (_, i) => state(lines(20, 'general', SEED + i)));
  const out = createWriteStream(file);
  for (let i = 0; i < count; i++) {
    if (!out.write(`${texts[i % texts.length]}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function run(file, threads) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn('sh', [
      '-c',
      `"${binary}" price --ndjson --threads ${threads} < "${file}" > /dev/null`,
    ]);
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(performance.now() - start) : reject(new Error(`exit ${code}`)),
    );
  });
}

export async function nativeStream(count = 40_000) {
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-bench-'));
  const file = join(folder, 'documents.ndjson');
  await writeDocuments(file, count);
  let single = 0;
  for (const threads of [1, 2]) {
    const figures = [await run(file, threads), await run(file, threads), await run(file, threads)];
    const ms = Math.min(...figures);
    if (threads === 1) single = ms;
    report({
      bench: 'native',
      who: `crossfoot price --ndjson, ${threads} thread(s)`,
      documentsPerSecond: Math.round((count / ms) * 1000),
      ratio: +(single / ms).toFixed(2),
    });
  }
  rmSync(folder, { recursive: true });
}
