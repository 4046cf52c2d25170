// Run with --disallow-code-generation-from-strings: both builds load and answer without eval.
import assert from 'node:assert/strict';

import { loadNodeEngine } from '../../wasm/node.mjs';

assert.throws(() => new Function('return 1'), 'this must run where eval is forbidden');
for (const kind of ['wasm', 'wasm2js']) {
  const engine = await loadNodeEngine({ kind });
  const session = engine.core.newSession();
  assert.match(session.open('{"version":1,"currency":"USD","date":"2026-11-22"}'), /"ok":true/);
  assert.equal(engine.kind, kind);
}
