// Runs a pricing command over documents: one line in, one line out (`price --ndjson`).

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BATCH = 200;

function runBatch(command, texts) {
  const done = spawnSync('sh', ['-c', command], {
    input: `${texts.join('\n')}\n`,
    cwd: ROOT,
    maxBuffer: 1024 * 1024 * 1024,
  });
  const answers = done.stdout.toString('utf8').split('\n');
  answers.pop();
  if (done.signal || answers.length !== texts.length)
    throw new Error(
      `${command}: ${answers.length} answers to ${texts.length} documents ` +
        `(status ${done.status}, signal ${done.signal})\n${done.stderr.toString('utf8').slice(0, 2000)}`,
    );
  return answers;
}

/** The answers of a command, run from the repository's root, to documents given as texts. */
export function priceWith(command, texts) {
  const answers = [];
  for (let i = 0; i < texts.length; i += BATCH)
    answers.push(...runBatch(command, texts.slice(i, i + BATCH)));
  return answers;
}
