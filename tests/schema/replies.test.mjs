// What the engine answers is what schema/reply.schema.json says, in the module and natively.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { randomDocument } from '../reference/generate.mjs';
import { exampleStates } from './examples.mjs';
import { calls, documents, lives, nativeEngine, requests, wasmEngine } from './exchanges.mjs';
import { complaints, readSchema } from './schemas.mjs';

const wasm = await wasmEngine();
const native = nativeEngine();
const examples = await exampleStates();

/** Names of members that answers had. */
const seen = new Set();

function note(value) {
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    if (!Array.isArray(value)) seen.add(name);
    note(each);
  }
}

/** Holds one exchange against the schema; true where the engine answered, false where it refused. */
function hold(exchange, answer) {
  const said = () => JSON.stringify(exchange(answer)).slice(0, 600);
  if (answer.error) {
    assert.deepEqual(complaints('error', answer), [], said());
    return false;
  }
  assert.deepEqual(complaints('reply', exchange(answer)), [], said());
  note(answer);
  return true;
}

const asked = (request) => (answer) => ({ query: { [request.get]: { ask: request, answer } } });
const called = (name, argument) => (answer) => ({ call: { [name]: { argument, answer } } });
const applied = (command) => (answer) => ({ apply: { ask: command, answer } });

/** Opens a state and reads everything of it, twice: also after the commands that come first. */
function holdDocument(state, commands = []) {
  const [opened, ...answers] = wasm.session(state, [...commands, ...requests]);
  if (!hold((answer) => ({ open: { ask: state, answer } }), opened)) return 0;
  const exchanges = [...commands.map(applied), ...requests.map(asked)];
  return exchanges.filter((exchange, index) => hold(exchange, answers[index])).length;
}

test('every answer about the examples and their like is of the published shape', () => {
  for (const { name, state } of examples) assert.ok(holdDocument(state) >= 25, name);
  for (const [name, state] of Object.entries(documents)) {
    assert.ok(holdDocument(state) >= 25, name);
    hold((answer) => ({ price: { ask: state, answer } }), wasm.price(state));
  }
});

test('every answer about random documents is of the published shape', () => {
  let answers = 0;
  for (let index = 0; index < 300; index += 1) {
    answers += holdDocument(JSON.parse(randomDocument(11, index)));
  }
  assert.ok(answers > 6_000, String(answers));
});

test('every answer in the lives of documents is of the published shape', () => {
  for (const [state, ...commands] of lives) assert.ok(holdDocument(state, commands) >= 25);
});

test('every answer of the functions is of the published shape', () => {
  for (const [name, argument] of calls) {
    const answer = wasm.call(name, argument);
    if (!hold(called(name, argument), answer)) continue;
    const { states = [], state, document, merged } = answer;
    for (const made of [...states, state, document, merged]) if (made) holdDocument(made);
  }
});

test('the native engine answers the same', () => {
  for (const [name, argument] of calls) {
    assert.deepEqual(native.call(name, argument), wasm.call(name, argument), name);
  }
  for (const state of Object.values(documents)) {
    const [, ...answers] = wasm.session(state, requests);
    requests.forEach((request, index) => {
      if (answers[index].error) return;
      assert.deepEqual(native.query(state, request), answers[index], JSON.stringify(request));
    });
    assert.deepEqual(native.price(state), wasm.price(state));
  }
});

test('the schema names the queries and functions that the core has', () => {
  const source = (file) =>
    readFileSync(new URL(`../../core/engine/${file}.cpp`, import.meta.url), 'utf8');
  const rows = (files, pattern) =>
    files.flatMap((file) => [...source(file).matchAll(pattern)].map(([, name]) => name)).sort();
  const { queries, functions } = readSchema('reply').$defs;
  assert.deepEqual(
    Object.keys(queries.properties).sort(),
    rows(['query', 'document_queries'], /\{"(\w+)", \w+Answer\}/g),
  );
  assert.deepEqual(
    Object.keys(functions.properties).sort(),
    rows(['call', 'document_functions'], /\{"(\w+)", (?:ofParsed<.*>|\w+::\w+Reply)\}/g),
  );
  const known = new Set(requests.map(({ get }) => get));
  assert.deepEqual(known, new Set(Object.keys(queries.properties)));
});

test('each member of an answer that the schema names was answered', () => {
  const { queries, functions, ...answers } = readSchema('reply').$defs;
  const parts = [...Object.values(queries.properties), ...Object.values(functions.properties)];
  const missing = new Set();
  const look = (schema) => {
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      if (!seen.has(name)) missing.add(`${schema.title}: ${name}`);
      look(each);
    }
    for (const each of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) look(each);
    if (schema.items) look(schema.items);
  };
  delete answers.newTerms; // is asked
  for (const schema of [
    ...Object.values(answers),
    ...parts.map(({ properties }) => properties.answer),
  ])
    look(schema);
  assert.deepEqual([...missing], []);
});

test('the schema refuses a member that no answer has, and one that is missing', () => {
  const request = { get: 'summary' };
  const [, totals] = wasm.session(documents.invoice, [request]);
  const meets = (answer) => complaints('reply', asked(request)(answer)).length === 0;
  assert.ok(meets(totals));
  assert.ok(!meets({ ...totals, more: 1 }));
  assert.ok(!meets({ ...totals, summary: { ...totals.summary, more: 1 } }));
  for (const name of Object.keys(totals)) {
    const { [name]: _left, ...rest } = totals;
    assert.equal(meets(rest), name === 'balance' || name === 'delayed', name);
  }
});
