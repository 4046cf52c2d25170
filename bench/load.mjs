// (c) State text → priced totals, against JSON.parse alone; export to bytes, against JSON.stringify
// and TextEncoder; (memory) bytes a line in WebAssembly beside its text.

import { loadNodeCore } from '../wasm/node.mjs';
import { report, time } from './clock.mjs';
import { lines, state } from './workload.mjs';

export async function loadAndExport(sizes) {
  for (const n of sizes) {
    const text = state(lines(n));
    const core = await (await loadNodeCore()).create();
    const session = core.newSession();
    const own = time(() => session.open(text), { least: 600 });
    const parse = time(() => JSON.parse(text), { least: 600 });
    report({
      bench: 'load',
      n,
      who: 'crossfoot: text → priced totals',
      ms: +own.toFixed(3),
      ratio: 1,
    });
    report({
      bench: 'load',
      n,
      who: 'JSON.parse alone',
      ms: +parse.toFixed(3),
      ratio: +(parse / own).toFixed(2),
    });
    const save = time(() => session.save(), { least: 600 });
    const value = JSON.parse(text);
    const encoder = new TextEncoder();
    const stringify = time(() => encoder.encode(JSON.stringify(value)), { least: 600 });
    report({ bench: 'export', n, who: 'crossfoot', ms: +save.toFixed(3), ratio: 1 });
    report({
      bench: 'export',
      n,
      who: 'JSON.stringify + TextEncoder',
      ms: +stringify.toFixed(3),
      ratio: +(stringify / save).toFixed(2),
    });
  }
}

/** Growth of the module's memory for 100 000 lines, less the text it has to keep. */
export async function memory(n = 100_000) {
  const text = state(lines(n));
  const bytes = Buffer.byteLength(text);
  const core = await (await loadNodeCore()).create();
  const before = core.module.HEAPU8.length;
  core.newSession().open(text);
  const grown = core.module.HEAPU8.length - before;
  report({
    bench: 'memory',
    n,
    who: 'crossfoot (WASM)',
    bytesPerLine: Math.round((grown - bytes) / n),
    textBytesPerLine: Math.round(bytes / n),
  });
}
