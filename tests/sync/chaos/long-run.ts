// Chaos for as long as wanted: node --import tsx tests/sync/chaos/long-run.ts [EDITS] [FIRST_SEED]
// Runs every kind of server in turn, with the core's own merge, until so many edits are made.

import { coreMerge } from '../support/core-merge.ts';
import { runChaos } from './run.ts';
import type { ServerKind } from './server.ts';

const KINDS: ServerKind[] = ['strict', 'weakened', 'gzip', 'weak-at-first', 'careless'];
const EDITS_PER_RUN = 500;

const wanted = Number(process.argv[2] ?? 20_000);
const firstSeed = Number(process.argv[3] ?? 1);
const merge = await coreMerge();
const sum = {
  runs: 0,
  edits: 0,
  present: 0,
  overwritten: 0,
  shown: 0,
  lostWithTab: 0,
  requests: 0,
};
const failures: string[] = [];

for (let seed = firstSeed; sum.edits < wanted; seed++) {
  const server = KINDS[seed % KINDS.length]!;
  const size = { devices: 2 + (seed % 4), tabs: 1 + (seed % 2), edits: EDITS_PER_RUN };
  const { counts, missing, diverged, requests } = await runChaos({ seed, server, merge, ...size });
  sum.runs += 1;
  sum.requests += requests;
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) sum[name] += counts[name];
  if (missing.length === 0 && diverged === 0) continue;
  failures.push(
    `seed ${seed}, ${server}: ${missing.length} edits missing, ${diverged} tabs diverged`,
  );
}

console.log(`${sum.edits} edits in ${sum.runs} runs of 2 to 5 devices, ${sum.requests} requests`);
console.log(`${sum.present} in the final documents`);
console.log(`${sum.overwritten} replaced or deleted by somebody who saw them`);
console.log(`${sum.shown} shown in a conflict`);
console.log(`${sum.lostWithTab} lost with a killed tab within 200 ms of typing`);
console.log(
  failures.length === 0 ? 'No edit without a trace; all tabs converged.' : failures.join('\n'),
);
process.exitCode = failures.length === 0 ? 0 : 1;
