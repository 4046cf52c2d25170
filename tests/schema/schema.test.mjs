// The schemas are the contract with backends: they must be valid, accept what the design promises
// and refuse what it refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { forms, nearMisses } from './commands.mjs';
import { exampleStates, goldenViews } from './examples.mjs';
import { everyMember, minimal, samples } from './members.mjs';
import { complaints, meets, names, readSchema, validator } from './schemas.mjs';

const same = (name, value, note) => assert.deepEqual(complaints(name, value), [], note);

/** Calls `visit` with every object that stands where a schema may stand. */
function walk(node, path, visit) {
  if (typeof node !== 'object' || node === null) return;
  visit(node, path);
  for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`, visit);
}

test('each schema is valid JSON Schema 2020-12', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  for (const name of names) {
    const schema = readSchema(name);
    assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(schema.$id, `urn:crossfoot:schema:${name}:1`);
    assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
  }
  for (const name of names) assert.equal(typeof validator(name), 'function');
});

test('each schema and each of its definitions has a title', () => {
  for (const name of names) {
    const schema = readSchema(name);
    assert.ok(schema.title && schema.description, name);
    for (const [key, definition] of Object.entries(schema.$defs)) {
      assert.ok(definition.title, `${name}: ${key}`);
    }
  }
});

test('each definition is used', () => {
  const used = new Set();
  for (const name of names) {
    walk(readSchema(name), '', (node) => {
      if (typeof node.$ref !== 'string') return;
      used.add(
        node.$ref.startsWith('#') ? `urn:crossfoot:schema:${name}:1${node.$ref}` : node.$ref,
      );
    });
  }
  for (const name of names) {
    for (const key of Object.keys(readSchema(name).$defs)) {
      assert.ok(used.has(`urn:crossfoot:schema:${name}:1#/$defs/${key}`), `${name}: ${key}`);
    }
  }
});

// ST-1.2
test('the state schema admits unknown members everywhere', () => {
  walk(readSchema('state'), '', (node, path) => {
    assert.notEqual(node.additionalProperties, false, path);
    assert.equal(node.unevaluatedProperties, undefined, path);
  });
  const x = { 'x-mine': [1, { y: null }] };
  const state = {
    ...minimal(),
    ...x,
    policy: { ...x },
    settings: { ...x },
    rev: { ...x },
    issuer: { ...x, address: { ...x } },
    taxRates: [{ id: 't', ...x }],
    adjustments: [{ id: 'a', ...x }],
    lines: [
      {
        id: 'l',
        ...x,
        discount: { percent: '5', ...x },
        billing: { ...x, start: { ...x }, phases: [{ ...x }] },
        pricing: { ...x, tiers: [{ ...x }] },
      },
    ],
  };
  same('state', state);
});

test('the view schema names every member the core writes and admits no other', () => {
  walk(readSchema('view'), '', (node, path) => {
    if (node.properties && node.type === 'object') {
      assert.equal(node.additionalProperties, false, path);
    }
  });
});

test('each example is a state', async () => {
  const examples = await exampleStates();
  assert.ok(examples.length >= 10, `${examples.length} examples`);
  for (const { name, state } of examples) same('state', state, name);
});

test('each golden is a priced view', () => {
  for (const { name, view } of goldenViews()) same('view', view, name);
});

test('a golden with a member more, or a member less, is no priced view', () => {
  const { view } = goldenViews()[0];
  assert.ok(!meets('view', { ...view, extra: 1 }));
  for (const member of Object.keys(view).filter((key) => !['digest', 'balance'].includes(key))) {
    const without = { ...view };
    delete without[member];
    assert.ok(!meets('view', without), member);
  }
});

for (const { title, types, stateWith } of everyMember()) {
  test(`${title} takes ${types.join(' or ')} or null and refuses the other JSON types`, () => {
    same('state', stateWith(null));
    for (const [type, sample] of Object.entries(samples)) {
      assert.equal(meets('state', stateWith(sample)), types.includes(type), type);
    }
  });
}

test('version, currency and date are required and not null', () => {
  for (const member of ['version', 'currency', 'date']) {
    const without = minimal();
    delete without[member];
    assert.ok(!meets('state', without), member);
    assert.ok(!meets('state', { ...minimal(), [member]: null }), member);
  }
});

test('an unknown version, kind or impossible month is refused', () => {
  assert.ok(!meets('state', { ...minimal(), version: 2 }));
  assert.ok(!meets('state', { ...minimal(), kind: 'order' }));
  assert.ok(!meets('state', { ...minimal(), date: '2026-13-01' }));
  assert.ok(!meets('state', { ...minimal(), currency: 'usd' }));
});

test('lists hold objects only', () => {
  for (const list of ['lines', 'taxRates', 'adjustments']) {
    for (const item of [null, 'x', 1, []]) {
      assert.ok(!meets('state', { ...minimal(), [list]: [item] }), `${list}: ${item}`);
    }
  }
  assert.ok(!meets('state', { ...minimal(), lines: [{ taxRateIds: [1] }] }));
});

test('a number typed wrongly is a state still, so that nothing typed is lost', () => {
  for (const text of ['', '1,5', ' 1', '+1', '1e99', '٣']) {
    same('state', { ...minimal(), lines: [{ name: 'Seat', unitPrice: text }] });
  }
});

test('amounts of a view have no signed zero, no exponent and no plus sign', () => {
  const view = structuredClone(goldenViews()[0].view);
  for (const text of ['-0.00', '1e2', '+1.00', '01.00', '1.0', '1,00', '.50', '', 1.5]) {
    view.summary.subtotal = text;
    assert.ok(!meets('view', view), String(text));
  }
  for (const text of ['0.00', '-0.01', '27164', '-1.250', '999999999999999.99', null]) {
    view.summary.subtotal = text;
    assert.ok(meets('view', view), String(text));
  }
});

test('an issue carries a code of its severity', () => {
  const view = structuredClone(goldenViews()[0].view);
  const issue = (severity, code) => {
    view.issues = [{ severity, code, path: '/lines/0/unitPrice', lineId: 'a', message: 'm' }];
    return meets('view', view);
  };
  assert.ok(issue('error', 'invalid-number'));
  assert.ok(issue('warning', 'start-in-past'));
  assert.ok(issue('notice', 'recurring-made-one-time'));
  assert.ok(!issue('warning', 'invalid-number'));
  assert.ok(!issue('error', 'start-in-past'));
  assert.ok(!issue('error', 'no-such-code'));
});

test('a refusal names its code and place', () => {
  const error = { code: 'json-syntax', message: 'm', path: '', line: 3, column: 14 };
  same('error', { error });
  assert.ok(!meets('error', { error: { ...error, code: 'oops' } }));
  same('error', { error: { code: 'document-date', message: 'm', path: '/date' } });
  assert.ok(!meets('error', { error: { ...error, line: 0 } }));
  assert.ok(!meets('error', { error: { code: 'json-syntax', message: 'm', path: '', line: 3 } }));
  assert.ok(!meets('error', { error: { ...error, hint: 'x' } }));
});

for (const command of forms) {
  test(`is a command: ${JSON.stringify(command).slice(0, 90)}`, () => same('command', command));
}

for (const command of nearMisses) {
  test(`is no command: ${JSON.stringify(command).slice(0, 90)}`, () => {
    assert.ok(!meets('command', command));
  });
}
