// Explanations are of the published shape, for every amount of the examples, in the module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { loadNodeEngine } from '../../wasm/node.mjs';
import { exampleNames, stateText } from './examples.mjs';
import { readSchema } from './schemas.mjs';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const valid = ajv.compile(readSchema('explain'));
const validError = ajv.compile(readSchema('error'));
const engine = await loadNodeEngine();

/** Single values of a view and their JSON Pointers; of long lists the first elements. */
function* leaves(value, path = '') {
  if (value === null || typeof value !== 'object') {
    yield [path, value];
    return;
  }
  for (const [key, each] of Object.entries(value).slice(0, Array.isArray(value) ? 20 : undefined)) {
    yield* leaves(each, `${path}/${key}`);
  }
}

test('every explanation of the examples meets the schema and ends with the amount', async () => {
  let explained = 0;
  for (const name of exampleNames()) {
    const state = await stateText(name);
    const session = engine.session();
    session.open(state);
    for (const [path, value] of leaves(JSON.parse(engine.price(state, false)))) {
      const reply = JSON.parse(session.query(JSON.stringify({ get: 'explain', path })));
      if (reply.error) {
        assert.ok(validError(reply), path);
        continue;
      }
      assert.ok(valid(reply), `${name} ${path} ${JSON.stringify(valid.errors)}`);
      assert.equal(reply.path, path);
      assert.equal(reply.value, value, `${name} ${path}`);
      assert.equal(reply.steps.at(-1).rounded, value, `${name} ${path}`);
      explained += 1;
    }
  }
  assert.ok(explained > 1000, String(explained));
});

test('the schema refuses an explanation without steps, and a step that is no step', () => {
  const step = { exact: '1', inputs: {}, rounded: '1.00', rule: 'net' };
  const reply = { path: '/lines/0/net', steps: [step], value: '1.00' };
  assert.ok(valid(reply));
  assert.ok(!valid({ ...reply, steps: [] }));
  assert.ok(!valid({ ...reply, path: 'net' }));
  assert.ok(!valid({ ...reply, value: '1,00' }));
  assert.ok(!valid({ ...reply, steps: [{ ...step, rule: '' }] }));
  assert.ok(!valid({ ...reply, steps: [{ ...step, exact: '1,5' }] }));
  assert.ok(!valid({ ...reply, steps: [{ ...step, inputs: { addends: [{}] } }] }));
});
