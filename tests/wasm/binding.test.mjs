// The hand-written types of the module, compared with the module itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { loadNodeCore } from '../../wasm/node.mjs';

const declarations = readFileSync(new URL('../../wasm/engine.d.ts', import.meta.url), 'utf8');

/** The methods an interface declares: name → number of parameters. */
function declared(name) {
  const body = declarations.match(new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`))[1];
  const methods = body.matchAll(/^ {2}(\w+)\(([^)]*)\): /gm);
  return new Map(
    [...methods].map(([, method, parameters]) => [
      method,
      parameters.split(',').filter((parameter) => parameter.trim() !== '').length,
    ]),
  );
}

/** What Emscripten's glue has besides the entries. */
const OF_THE_GLUE = ['instantiateWasm', 'run'];

for (const options of [{ kind: 'wasm' }, { kind: 'wasm2js' }, { part: 'pricing' }]) {
  const { module } = await (await loadNodeCore(options)).create();
  const title = options.part ?? options.kind;

  test(`${title}: the entries are those of the types, with as many parameters`, () => {
    const entries = declared('CrossfootModule');
    assert.equal(entries.size, 12);
    for (const [name, parameters] of entries) {
      assert.equal(module[name].argCount, parameters, name);
    }
  });

  test(`${title}: the module has no other way in`, () => {
    const entries = declared('CrossfootModule');
    const names = Object.keys(module).filter((name) => typeof module[name] === 'function');
    const ways = names.filter((name) => /^[a-z][A-Za-z]*$/.test(name) || name.startsWith('_cf'));
    assert.deepEqual(
      ways.filter((name) => !entries.has(name) && !OF_THE_GLUE.includes(name)),
      [],
    );
  });
}
