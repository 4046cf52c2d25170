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

/** How many arguments an embind function wants: it says so when it gets too many. */
function wantedArguments(call) {
  try {
    call(...new Array(9).fill(''));
  } catch (error) {
    return Number(/expected (\d+) arg/.exec(error.message)[1]);
  }
  throw new Error('nine arguments were taken');
}

for (const kind of ['wasm', 'wasm2js']) {
  const { module } = await (await loadNodeCore({ kind })).create();

  test(`${kind}: the module's functions are those of the types, with as many parameters`, () => {
    const functions = declared('CrossfootModule');
    for (const name of ['price', 'call']) {
      assert.equal(wantedArguments(module[name]), functions.get(name), name);
    }
    const raw = [...functions].filter(([name]) => name.startsWith('_cf_'));
    assert.deepEqual(
      raw.map(([name]) => name).sort(),
      Object.keys(module)
        .filter((name) => name.startsWith('_cf_'))
        .sort(),
    );
  });

  test(`${kind}: the raw entries take as many numbers as the types say`, () => {
    const session = new module.Session();
    const handle = session.handle();
    const arity = declared('CrossfootModule');
    module._cf_buffer(16);
    module._cf_reply();
    module._cf_price(0, 0);
    module._cf_call(0, 0);
    for (const name of ['_cf_open', '_cf_apply', '_cf_query', '_cf_save']) module[name](handle, 0);
    module._cf_edit(handle, 0, 0, 0);
    module._cf_close(module._cf_session());
    module._cf_release();
    // The glue puts the export itself in place of its first stand-in once it has been called.
    for (const [name, parameters] of arity) {
      if (name.startsWith('_cf_')) assert.equal(module[name].length, parameters, name);
    }
    session.delete();
  });

  test(`${kind}: a session has the methods of the types, with as many parameters`, () => {
    const session = new module.Session();
    const methods = declared('Session');
    const live = Object.getOwnPropertyNames(module.Session.prototype).filter(
      (name) => name !== 'constructor',
    );
    assert.deepEqual(live.sort(), [...methods.keys()].filter((name) => name !== 'delete').sort());
    for (const name of live) {
      assert.equal(
        wantedArguments((...args) => session[name](...args)),
        methods.get(name),
        name,
      );
    }
    session.delete();
  });
}
