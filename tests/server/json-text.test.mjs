import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  memberText,
  memberValue,
  outline,
  structure,
  withoutMember,
} from '../../server/documents/json-text.mjs';

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

test('of text that is no JSON the structure is refused or safe, and the walk ends', () => {
  const broken = [
    '',
    '{',
    '{"',
    '{"a',
    '{"a\\"}',
    '{"a":[}',
    '{"a":1]',
    '{]',
    '}',
    '{}x',
    '{}{}',
    '{"\\x":1}',
  ];
  for (const text of broken) assert.ok(structure(text).error, text);
  // What is in between is for others to judge.
  const odd = '{"a" 1 ,"b": tru, "c":"x"}';
  assert.equal(memberText(odd, structure(odd), 'c'), '"x"');
  assert.throws(() => memberValue(odd, structure(odd), 'b'), SyntaxError);
});

test('any text gives the same outline as parsing it, or is refused by both', () => {
  const pieces = ['{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '\\', '1', ' ', 'null', '\n'];
  let seed = 7;
  const next = (bound) => {
    seed = (seed * 48271) % 2147483647;
    return seed % bound;
  };
  let good = 0;
  for (let round = 0; round < 20_000; round++) {
    const inner = Array.from({ length: next(9) }, () => pieces[next(pieces.length)]).join('');
    const text = `{${inner}}`;
    const strict = outline(text);
    const loose = structure(text);
    if ('error' in strict) continue;
    good += 1;
    assert.deepEqual([...loose.members], [...strict.members], text);
    assert.deepEqual([...strict.members.keys()], Object.keys(JSON.parse(text)), text);
    for (const [name, value] of Object.entries(JSON.parse(text))) {
      assert.deepEqual(memberValue(text, loose, name), value, text);
    }
  }
  assert.ok(good > 100, `${good} texts were JSON`);
});
