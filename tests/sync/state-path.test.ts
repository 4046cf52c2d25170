import assert from 'node:assert/strict';
import { it } from 'node:test';

import { valueAt, withValue } from '../../web/src/sync/state-path.ts';

const doc = {
  id: 'd',
  currency: 'USD',
  issuer: { name: 'A' },
  lines: [
    { id: 'li_1', name: 'one' },
    { id: 'li_2', name: 'two' },
    { id: 'li_3', name: 'three' },
  ],
};

it('reads a line by its id and a member by its name', () => {
  assert.deepEqual(valueAt(doc, '/lines/li_2'), { id: 'li_2', name: 'two' });
  assert.equal(valueAt(doc, '/lines/li_2/name'), 'two');
  assert.equal(valueAt(doc, '/issuer/name'), 'A');
  assert.equal(valueAt(doc, '/lines/li_9'), null);
});

it('replaces a line in its place', () => {
  const next = withValue(doc, '/lines/li_2', { id: 'li_2', name: 'zwei' }, doc);
  assert.equal(valueAt(next, '/lines/li_2/name'), 'zwei');
  assert.deepEqual(
    (next.lines as { id: string }[]).map((one) => one.id),
    ['li_1', 'li_2', 'li_3'],
  );
  assert.equal(doc.lines[1]!.name, 'two');
});

it('puts a new line behind the neighbour it had', () => {
  const without = withValue(doc, '/lines/li_2', null, doc);
  assert.equal((without.lines as object[]).length, 2);
  const back = withValue(without, '/lines/li_2', doc.lines[1]!, doc);
  assert.deepEqual(back, doc);
});

it('makes missing objects and removes members', () => {
  assert.equal(valueAt(withValue(doc, '/terms/type', 'net', doc), '/terms/type'), 'net');
  assert.equal('currency' in withValue(doc, '/currency', null, doc), false);
});

it('understands escaped names', () => {
  const odd = { id: 'd', 'a/b': { 'c~d': 1 } };
  assert.equal(valueAt(odd, '/a~1b/c~0d'), 1);
});
