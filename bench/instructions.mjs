// Counts the machine instructions of fixed workloads with valgrind and compares them with the
// recorded ones: a regression guard that no busy machine disturbs. `--record` writes the new
// counts; that is a commit of its own which says why they moved.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { lines, RATES, state } from './workload.mjs';

const TOLERANCE = 0.08;
const recordFile = new URL('instructions.json', import.meta.url);
const release = new URL('../build/release/', import.meta.url);
const commandLine = new URL('core/cli/crossfoot', release).pathname;
const keystrokes = new URL('bench/crossfoot-keystrokes', release).pathname;

const discount = {
  adjustments: [{ id: 'd', type: 'discount', name: 'Order discount', percent: '10' }],
};
const edits = (count) =>
  Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      op: 'set',
      path: `/lines/li_${(i % 1000) + 1}/quantity`,
      value: `${(i % 97) + 1}`,
    }),
  ).join('\n');

/** name → what the command line is given. */
const WORKLOADS = {
  'load and price 1 000 lines': { args: ['price'], input: state(lines(1000)) },
  'load and price 1 000 lines with an order discount': {
    args: ['price'],
    input: state(lines(1000), discount),
  },
  'price 200 documents of 20 lines': {
    args: ['price', '--ndjson'],
    input: Array.from({ length: 200 }, (_, i) => state(lines(20, 'retail', i + 1))).join('\n'),
  },
  '500 edits of 1 000 lines': {
    args: ['apply', 'STATE'],
    state: state(lines(1000)),
    input: edits(500),
  },
  // A rate per unit is no share of a tax: no edit need look at the other lines.
  '500 edits of 1 000 lines with a fee per unit': {
    args: ['apply', 'STATE'],
    state: state(lines(1000), {
      taxRates: RATES.map((_, i) => ({ id: `t${i}`, name: `Fee ${i}`, amountPerUnit: '0.10' })),
    }),
    input: edits(500),
  },
  '2 000 keystrokes in 1 000 lines': {
    binary: keystrokes,
    args: ['2000'],
    input: state(lines(1000)),
  },
};

function count({ binary = commandLine, args, input, state: stateText }, folder) {
  const stateFile = join(folder, 'state.json');
  if (stateText !== undefined) writeFileSync(stateFile, stateText);
  const words = args.map((word) => (word === 'STATE' ? stateFile : word));
  const out = join(folder, 'callgrind.out');
  execFileSync(
    'valgrind',
    ['--tool=callgrind', `--callgrind-out-file=${out}`, '--quiet', binary, ...words],
    { input, stdio: ['pipe', 'ignore', 'ignore'], maxBuffer: 1 << 30 },
  );
  const totals = /^totals: (\d+)/m.exec(readFileSync(out, 'utf8'));
  return Number(totals[1]);
}

const folder = mkdtempSync(join(tmpdir(), 'crossfoot-instructions-'));
const counts = Object.fromEntries(
  Object.entries(WORKLOADS).map(([name, workload]) => [name, count(workload, folder)]),
);
rmSync(folder, { recursive: true });

if (process.argv.includes('--record')) {
  writeFileSync(recordFile, `${JSON.stringify(counts, null, 2)}\n`);
  console.log(counts);
} else {
  const recorded = JSON.parse(readFileSync(recordFile, 'utf8'));
  let failed = 0;
  for (const [name, now] of Object.entries(counts)) {
    const ratio = now / recorded[name];
    const bad = !(ratio <= 1 + TOLERANCE); // also where nothing is recorded
    failed += bad ? 1 : 0;
    console.log(
      `${bad ? 'not ok' : 'ok'} - ${name}: ${now} instructions, ${ratio.toFixed(3)} of the recorded (at most ${1 + TOLERANCE})`,
    );
  }
  process.exit(failed === 0 ? 0 : 1);
}
