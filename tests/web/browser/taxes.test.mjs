// Tax rates are made, taken away and missing; what a line is taxed at is always in sight.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  totalsOf,
} from '../support/editor-page.mjs';
import { typeSlowly } from '../support/typing.mjs';

const suite = suiteOfFile();

const taxesCell = (page, line) => page.locator(`tr[data-id=${line}] [data-act=taxes]`);
const ratesOf = async (page) =>
  (await savedDocument(page)).lines.map(({ taxRateIds = [] }) => taxRateIds.length);
const withRate = (id, name) => {
  const state = quoteOf('Design', 'Build', 'Print');
  state.taxRates = [{ id, name, percent: '20' }];
  for (const line of state.lines.slice(0, 2)) line.taxRateIds = [id];
  return state;
};

// ED-3.13
test('of the rates made from a line’s taxes the first is the line’s, and each says whether it is', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await taxesCell(page, 'l2').click();
  await page.getByRole('button', { name: 'Edit tax rates…' }).click();
  for (const texts of [
    ['Standard', '20'],
    ['Reduced', '5'],
  ]) {
    await page.getByRole('button', { name: 'Add tax rate' }).click();
    for (const text of texts) await typeSlowly(page, text, 40);
  }
  const ticks = page.getByLabel('Charged on line 2: Build');
  assert.deepEqual([await ticks.nth(0).isChecked(), await ticks.nth(1).isChecked()], [true, false]);
  assert.deepEqual(await ratesOf(page), [0, 1]);
  await ticks.nth(1).check();
  assert.deepEqual(await ratesOf(page), [0, 2]);
  await ticks.nth(1).uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await taxesCell(page, 'l2').innerText(), 'Standard 20%');
  await close();
});

test('a rate in use is taken away after a question, from its lines too, and undone in one step', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, withRate('tr_c948672488bf06ac', 'Standard'));
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'Tax rates…' }).click();
  await page.getByRole('button', { name: 'Remove Standard' }).click();
  assert.match(
    await page.locator('dialog').innerText(),
    /Standard 20% is used in 2 places\. Remove it there too\?/,
  );
  assert.deepEqual(await ratesOf(page), [1, 1, 0]);
  await page.locator('dialog').getByRole('button', { name: 'Cancel' }).click();
  assert.equal((await savedDocument(page)).taxRates.length, 1);
  await page.getByRole('button', { name: 'Remove Standard' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  assert.deepEqual(await ratesOf(page), [0, 0, 0]);
  assert.equal((await totalsOf(page)).dueNow, '60.00');
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await page.locator('.line-issues').count(), 0);
  await page.locator('tr.item [data-col=name]').first().click();
  await page.keyboard.press('Control+z');
  assert.deepEqual(await ratesOf(page), [1, 1, 0]);
  assert.equal((await savedDocument(page)).taxRates.length, 1);
  await close();
});

test('a rate that the document lacks is listed as missing, by no id, and is taken off or replaced', async () => {
  const { page, close } = await newPage(suite);
  const state = withRate('t', 'Standard');
  state.lines[0].taxRateIds = ['tr_c948672488bf06ac'];
  state.lines[1].taxRateIds = ['19 %'];
  await openDocument(page, state);
  assert.equal(await taxesCell(page, 'l1').innerText(), 'missing: tax rate');
  assert.equal(await taxesCell(page, 'l2').innerText(), 'missing: 19 %');
  await taxesCell(page, 'l1').click();
  await page.getByRole('checkbox', { name: 'missing: tax rate' }).uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  await taxesCell(page, 'l2').click();
  await page.getByRole('checkbox', { name: 'missing: 19 %' }).uncheck();
  await page.getByRole('checkbox', { name: 'Standard 20%' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await page.locator('.line-issues').count(), 0);
  const { lines } = await savedDocument(page);
  assert.deepEqual([lines[0].taxRateIds, lines[1].taxRateIds], [undefined, ['t']]);
  await close();
});
