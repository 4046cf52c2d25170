import assert from 'node:assert/strict';
import { it } from 'node:test';

import fc from 'fast-check';

import {
  NumberText,
  parseJson,
  sameJson,
  writeJson,
  type Json,
} from '../../web/src/json/lossless-json.ts';

it('numbers come out as they went in', () => {
  const text = '{"a":1.10,"b":[12345678901234567890,1E2,-0,0.1],"c":7}';
  assert.equal(writeJson(parseJson(text)), text);
  assert.ok((parseJson(text) as { a: Json }).a instanceof NumberText);
});

it('strings with marks, escapes and spaces are read whole', () => {
  const text = ' { "a\\"b" : [ "x,]}" , "\\\\" , 1.0 ] , "c" : { } , "d" : [ ] } ';
  assert.equal(writeJson(parseJson(text)), '{"a\\"b":["x,]}","\\\\",1.0],"c":{},"d":[]}');
});

it('a member named __proto__ is a member', () => {
  const value = parseJson('{"__proto__": 1.0, "a": 2}');
  assert.deepEqual(Object.keys(value as object), ['__proto__', 'a']);
});

it('agrees with JSON.parse on any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      assert.ok(sameJson(parseJson(text), JSON.parse(text) as Json) || /-0/.test(text));
    }),
  );
});

it('refuses what is not JSON', () => {
  for (const text of ['', '{', '[1,]', '01', "{'a':1}", 'NaN']) {
    assert.throws(() => parseJson(text), SyntaxError);
  }
});

it('order of members does not matter, order of items does', () => {
  assert.ok(sameJson(parseJson('{"a":1,"b":2}'), parseJson('{"b":2,"a":1}')));
  assert.ok(!sameJson([1, 2], [2, 1]));
  assert.ok(!sameJson(parseJson('{"a":1.0}'), parseJson('{"a":1.00}')));
});
