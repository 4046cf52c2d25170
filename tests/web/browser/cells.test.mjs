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
import { openEditor } from '../support/browser.mjs';
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

const keptNote = /still \u206810\.55 USD/;
const openPricing = async (page) => {
  await page.locator('tr.item [data-act=menu]').first().click();
  await page.getByRole('menuitem', { name: 'Pricing model…' }).click();
};
const keptIssues = (page) =>
  page.evaluate(() =>
    document
      .querySelector('crossfoot-editor')
      .store.issues()
      .filter(({ code }) => code === 'price-currency-unknown')
      .map(({ message }) => message.match(/still one in (\w+)/)[1]),
  );

test('a price of another currency stays one, whichever pricing model it moves to', async () => {
  const { page, close } = await newPage(suite);
  const state = { ...oneLine({ unitPrice: '10.55', priceCurrency: 'USD' }), currency: 'EUR' };
  await openDocument(page, state);
  assert.match(await page.locator('.line-issues').innerText(), keptNote);
  await openPricing(page);
  for (const each of ['package', 'volume', 'graduated', 'flat', 'volume']) {
    await page.locator('dialog select').first().selectOption(each);
    assert.deepEqual(await keptIssues(page), ['USD'], each);
  }
  await page.getByRole('button', { name: 'Add tier' }).click();
  await typeSlowly(page, '100', 60);
  assert.deepEqual(await keptIssues(page), ['USD'], 'a tier’s end is no price');
  await page.getByRole('button', { name: 'Remove tier 1' }).click();
  await page.locator('[data-price-part="tiers/0/unitPrice"]').focus();
  await typeSlowly(page, '9.5', 60);
  assert.deepEqual(await keptIssues(page), [], 'its only price was typed anew');
  await close();
});

test('a discount of another currency stays one when it is taken off the whole line', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ quantity: '3', discount: { amount: '4', currency: 'EUR' } }));
  for (const [mode, kept] of [
    ['whole line', ['EUR']],
    ['per unit', ['EUR']],
    ['percent', []],
  ]) {
    await page.locator('tr.item [data-act=discount-mode]').click();
    await page.getByRole('menuitemcheckbox', { name: mode }).click();
    assert.deepEqual(await keptIssues(page), kept, mode);
  }
  await close();
});
