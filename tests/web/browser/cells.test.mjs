// A cell while somebody types in it, whatever is said below it, and what typing leaves in the line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  startSuite,
} from '../support/editor-page.mjs';
import { typeSlowly } from '../support/typing.mjs';

let suite;
before(async () => (suite = await startSuite()));
after(() => suite.stop());

const cell = (page, column) => page.locator(`tr.item [data-col=${column}]`).first();
const lineOf = async (page) => (await savedDocument(page)).lines[0];

/** A quote of one line with these members. */
const oneLine = (members) => {
  const state = quoteOf('Seat');
  Object.assign(state.lines[0], members);
  return state;
};
const ramp = (phase, members = {}) =>
  oneLine({
    ...members,
    billing: { frequency: 'monthly', phases: [{ payments: 12, ...phase }, { unitPrice: '30' }] },
  });

for (const delay of [5, 60, 250]) {
  test(`the price of a ramp, whose first payment is said as soon as it differs, at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    for (const text of ['1834.5', '18', '205']) {
      await openDocument(page, ramp({ unitPrice: '20' }, { unitPrice: '20' }));
      await cell(page, 'unitPrice').click();
      await typeSlowly(page, text, delay);
      assert.equal((await lineOf(page)).unitPrice, text);
      assert.match(await page.locator('td small.billed').innerText(), /20\.00/);
    }
    await close();
  });

  test(`the quantity and the discount of a ramp, at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    const own = { quantity: '2', discount: { percent: '10' } };
    await openDocument(page, ramp(own, { quantity: '1', discount: { percent: '1' } }));
    await cell(page, 'quantity').click();
    await typeSlowly(page, '225', delay);
    await cell(page, 'discount').click();
    await typeSlowly(page, '10.5', delay);
    const { quantity, discount } = await lineOf(page);
    assert.deepEqual({ quantity, discount }, { quantity: '225', discount: { percent: '10.5' } });
    await close();
  });
}

test('a column that comes while somebody types in another leaves the box in their hands', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ quantity: '1' }));
  await cell(page, 'unitPrice').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    editor.shownColumns = ['sku', ...editor.shownColumns];
  });
  await page.locator('tr.item [data-col=sku]').waitFor();
  await page.keyboard.type('3.5');
  await page.keyboard.press('Tab');
  assert.equal((await lineOf(page)).unitPrice, '123.5');
  await close();
});
