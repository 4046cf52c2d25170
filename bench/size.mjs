// (d) What a page loads: the module, its glue and the editor, gzip and brotli; and how long the
// module takes to start.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { loadNodeCore } from '../wasm/node.mjs';
import { quantile, report } from './clock.mjs';

const root = new URL('..', import.meta.url).pathname;

function sizes(who, files) {
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(root, file))));
  const gzip = files.reduce(
    (sum, f) => sum + gzipSync(readFileSync(join(root, f)), { level: 9 }).length,
    0,
  );
  const brotli = files.reduce(
    (sum, f) => sum + brotliCompressSync(readFileSync(join(root, f))).length,
    0,
  );
  report({ bench: 'size', who, bytes: bytes.length, gzip, brotli });
}

/** The package's single file: editor, Lit, English, loader and the glue of the whole engine. */
const SINGLE_FILE = 'build/package/dist/element.js';

export async function moduleSize() {
  sizes('the whole engine: wasm', ['wasm/dist/crossfoot.wasm']);
  sizes('the whole engine: glue', ['wasm/dist/crossfoot.mjs']);
  sizes('for a buyer’s pages: wasm', ['wasm/dist/crossfoot-pricing.wasm']);
  sizes('for a buyer’s pages: glue', ['wasm/dist/crossfoot-pricing.mjs']);
  // scripts/build-package makes it.
  if (existsSync(join(root, SINGLE_FILE))) {
    sizes('element.js: editor, Lit, English, loader and glue', [SINGLE_FILE]);
  }
  const starts = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await (await loadNodeCore()).create();
    starts.push(performance.now() - start);
  }
  report({
    bench: 'start',
    who: 'crossfoot: compile and instantiate (Node)',
    ms: +quantile(starts, 0.5).toFixed(2),
  });
}
