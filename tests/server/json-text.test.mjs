import assert from 'node:assert/strict';
import { test } from 'node:test';

import { memberText, outline, withoutMember } from '../../server/documents/json-text.mjs';

function cut(text, name) {
  return withoutMember(text, outline(text), name);
}

test('a member is taken out and every other character stays', () => {
  assert.equal(cut('{"a": 1.10,"claim":{"x":[1,"}"]},"b":2}', 'claim'), '{"a": 1.10,"b":2}');
  assert.equal(cut('{"claim":1, "b":2}', 'claim'), '{"b":2}');
  assert.equal(cut('{"a":1, "claim":"x"}', 'claim'), '{"a":1}');
  assert.equal(cut('{"claim":true}', 'claim'), '{}');
  assert.equal(cut('{"a":1}', 'claim'), '{"a":1}');
});

test('a member of the same name further inside stays', () => {
  const text = '{"custom":{"claim":1},"lines":[{"claim":2}]}';
  assert.equal(cut(text, 'claim'), text);
});

test('what is taken out leaves the same document', () => {
  const document = {
    'q"\\': '\\"',
    claim: { deep: [[{ claim: '{[' }]] },
    é: ['\\', 'x"'],
    z: null,
  };
  for (const indent of [0, 2]) {
    const text = JSON.stringify(document, null, indent);
    const { claim, ...rest } = document;
    assert.deepEqual(JSON.parse(cut(text, 'claim')), rest);
  }
});

test('a member that occurs twice is refused at any depth', () => {
  assert.match(outline('{"a":1,"a":2}').error, /"a" occurs twice/);
  assert.match(outline('{"a":[{"b":1,"\\u0062":2}]}').error, /"b" occurs twice/);
  assert.equal(outline('{"a":{"b":1},"c":{"b":1}}').error, undefined);
});

test('what is no object, no JSON or too deep is refused', () => {
  for (const text of ['[]', 'null', '"x"', '1', '{', '', '{"a":1}}']) {
    assert.ok(outline(text).error, text);
  }
  assert.match(outline(`{"a":${'['.repeat(64)}${']'.repeat(64)}}`).error, /deeper than 64/);
});

test('the text of a member is found as it was written', () => {
  const text = '{"a:\\"":1, "claim" : {"dueNow": 1.10} , "b":2}';
  assert.equal(memberText(text, outline(text), 'claim'), '{"dueNow": 1.10}');
  assert.equal(memberText(text, outline(text), 'missing'), undefined);
});
