// What the sync says.

import assert from 'node:assert/strict';
import { it } from 'node:test';

import { differences, placeName } from '../../web/src/sync/view/describe.ts';
import { englishWords } from '../../web/src/sync/view/words.ts';

it('one and many are said as the language wants it', () => {
  assert.equal(englishWords.t('save.offline', { count: 1 }), 'Offline: 1 document waiting');
  assert.equal(englishWords.t('save.offline', { count: 3 }), 'Offline: 3 documents waiting');
});

it('a place is called by the name of its line', () => {
  const label = (name: string) =>
    ({ quantity: 'Quantity', poNumber: 'Purchase order' })[name] ?? name;
  const line = { id: 'li_1', name: 'Design' };
  assert.match(placeName('/lines/li_1', [null, line], englishWords, label), /^Line: Design$/);
  assert.match(placeName('/lines/li_1/quantity', [line], englishWords, label), /Quantity$/);
  assert.equal(placeName('/poNumber', [], englishWords, label), 'Purchase order');
});

it('only what differs is compared, in the order of the columns', () => {
  const mine = { id: 'li_1', unitPrice: '2.00', name: 'A', sku: 'S', discount: { percent: '10' } };
  const theirs = { id: 'li_1', unitPrice: '1.00', name: 'B', sku: 'S' };
  assert.deepEqual(
    differences(mine, theirs, (name) => name),
    [
      { name: 'name', mine: 'A', theirs: 'B' },
      { name: 'unitPrice', mine: '2.00', theirs: '1.00' },
      { name: 'discount', mine: '10 %', theirs: null },
    ],
  );
});
