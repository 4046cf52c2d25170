// Runs the benchmarks named on the command line, or all: one run, side by side, JSON lines.

import { growth } from './growth.mjs';
import { loadAndExport, memory } from './load.mjs';
import { nativeStream } from './native.mjs';
import { SEED, fullPricing, keystroke, wrongCents } from './pricing.mjs';
import { recurringDocument } from './recurring.mjs';
import { report } from './clock.mjs';
import { moduleSize } from './size.mjs';
import { execFileSync } from 'node:child_process';

const BENCHES = {
  full: () => fullPricing([1, 10, 100, 1_000, 10_000, 100_000]),
  wrong: () => wrongCents(),
  keystroke: () => keystroke([10, 1_000, 10_000, 100_000]),
  recurring: () => recurringDocument(),
  growth: () => growth(),
  load: () => loadAndExport([100, 10_000, 100_000]),
  memory: () => memory(),
  size: () => moduleSize(),
  native: () => nativeStream(),
  editor: () => {
    const script = new URL('../tests/web/bench/run.mjs', import.meta.url).pathname;
    execFileSync(process.execPath, [script], { stdio: 'inherit' });
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(2);
}
report({
  bench: 'about',
  seed: SEED,
  node: process.version,
  ratio: 'time of the row ÷ time of crossfoot',
});
for (const [name, run] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
