// How time grows with size: each command of the schema over each list, a batch of it, each list and
// object of the state, each question and function. Times at n and 4n in one run; the exponent is
// log₄ of their ratio: 1 is linear. n grows until the clock has something to say; the clock is that of
// this process, which stands still while others have the machine.

import { readFileSync } from 'node:fs';

import { loadNodeCore } from '../wasm/node.mjs';
import { report } from './clock.mjs';
import {
  FUNCTIONS,
  QUERIES,
  commandWorkloads,
  quoteOf,
  stateWorkloads,
} from './growth-workloads.mjs';

/** What grows faster than this is named at the end, and the exit code says so. */
const MOST = 1.2;
/** Unless a rule ends its growth (`ends`) while it takes no longer than this. */
const BOUNDED_MS = 1000;
const ENOUGH_MS = 40;
/** Below this even the large one says nothing. */
const NOTHING_MS = 5;
const FACTOR = 4;
/** How often what looks like growth is measured again. */
const AGAIN = 4;

const loaded = await loadNodeCore();

/** Memory that the system gives for the first time costs more than the work in it. */
const TOUCHED_BYTES = 64e6;

function touchMemory({ module }) {
  const place = module._malloc(TOUCHED_BYTES);
  module.HEAPU8.fill(1, place, place + TOUCHED_BYTES);
  module._free(place);
}

/** Milliseconds and bytes of one run in an instance of its own. */
async function measure({ state, prepare = [], run }, isTouched) {
  const core = await loaded.create();
  if (isTouched) touchMemory(core);
  const session = core.newSession();
  const text = JSON.stringify(state);
  if (run.opens) return timed(core, () => run.opens(session, core, text));
  requireOk(session.open(text), 'open');
  for (const command of prepare) requireOk(session.apply(JSON.stringify(command)), command.op);
  const work = run(session, core, text);
  return timed(core, work);
}

function timed(core, work) {
  const start = process.cpuUsage();
  const reply = work();
  const { user, system } = process.cpuUsage(start);
  requireOk(reply, 'the work');
  return { ms: (user + system) / 1000, bytes: core.module.HEAPU8.length };
}

function requireOk(reply, what) {
  if (reply.startsWith('{"error"')) throw new Error(`${what}: ${reply.slice(0, 300)}`);
}

/** The least of several: what else the machine does only adds. The memory is that of the first. */
async function least(workload, n, rounds = 3) {
  const { ms, bytes } = await measure(workload(n), false);
  const best = { ms, bytes };
  for (let round = 1; round < rounds && best.ms <= 2000; round++) {
    best.ms = Math.min(best.ms, (await measure(workload(n), true)).ms);
  }
  return best;
}

/** The exponent of a workload at the first n whose 4n takes long enough. */
async function grow({ name, make, most = 20_000 }) {
  let n = Math.min(250, Math.floor(most / FACTOR));
  let small = await least(make, n);
  for (;;) {
    const large = await least(make, n * FACTOR);
    const isLast = large.ms >= ENOUGH_MS || n * FACTOR * FACTOR > most;
    if (isLast) {
      const exponent = Math.log(large.ms / small.ms) / Math.log(FACTOR);
      return {
        name,
        n: n * FACTOR,
        ms: [small.ms, large.ms],
        bytes: [small.bytes, large.bytes],
        exponent,
      };
    }
    n *= FACTOR;
    small = large;
  }
}

/** Functions and questions work on one document of n lines, in its schedule and taxes like most. */
function readingWorkloads() {
  return [
    ...QUERIES.map(({ name, ask }) => ({
      name: `query ${name}`,
      make: (n) => ({ state: quoteOf(n), run: (s) => () => s.query(JSON.stringify(ask(n))) }),
    })),
    ...FUNCTIONS.map(({ name, call, argument, most }) => ({
      name: `call ${name}`,
      most,
      make: (n) => {
        const text = JSON.stringify(argument(n));
        return { state: quoteOf(1), run: (_, core) => () => core.call(call, text) };
      },
    })),
  ];
}

/** Measures all that grows, or what has a word in its name. */
export async function growth(words = []) {
  const schema = (file) =>
    JSON.parse(readFileSync(new URL(`../schema/${file}.schema.json`, import.meta.url), 'utf8'));
  const all = [
    ...commandWorkloads(schema('command')),
    ...stateWorkloads(schema('state')),
    ...readingWorkloads(),
  ];
  const chosen = all.filter(({ name }) => words.every((word) => name.includes(word)));
  const fast = [];
  for (const workload of chosen) {
    let row = await grow(workload);
    // A busy moment, or memory that comes for the first time, looks like growth; growth is there each
    // time.
    for (let again = 0; row.exponent > MOST && again < AGAIN; again++) {
      const other = await grow(workload);
      if (other.exponent < row.exponent) row = other;
    }
    const isBounded = workload.ends !== undefined && row.ms[1] <= BOUNDED_MS;
    if (row.exponent > MOST && row.ms[1] >= NOTHING_MS && !isBounded) fast.push(row.name);
    report({
      bench: 'growth',
      n: row.n,
      who: row.name,
      ms: row.ms.map((ms) => +ms.toFixed(2)),
      megabytes: row.bytes.map((bytes) => Math.round(bytes / 1e6)),
      exponent: +row.exponent.toFixed(2),
      ends: workload.ends,
    });
  }
  report({ bench: 'growth', measured: chosen.length, [`above ${MOST}`]: fast });
  if (fast.length > 0) process.exitCode = 1;
}
