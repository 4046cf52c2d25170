// Lines as wholes: several at once, kept as products, and what a locked document leaves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  lineNames,
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  statusText,
} from '../support/editor-page.mjs';

const suite = suiteOfFile();

const settle = (page) =>
  page.evaluate(() => document.querySelector('crossfoot-editor').updateComplete);

test('one field of several lines is changed as one step of undo, and by a percentage of each', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build', 'Print'));
  const lines = async (field) => (await savedDocument(page)).lines.map((line) => line[field]);
  const change = async (field, value) => {
    await page.locator('[data-tool=bulk-edit]').click();
    await page.locator('[data-bulk=field]').selectOption(field);
    await page.locator('[data-bulk=value]').fill(value);
    await page.keyboard.press('Enter');
  };
  await page.locator('.rownum').nth(0).click();
  await page.locator('.rownum').nth(2).click();
  await change('discount', '12.5');
  assert.deepEqual(await lines('discount'), [{ percent: '12.5' }, undefined, { percent: '12.5' }]);
  assert.match(await statusText(page), /Discount of 2 lines/);
  await change('unitPrice', '+5%');
  assert.deepEqual(await lines('unitPrice'), ['10.5', '20', '31.5']);
  await change('quantity', '1,5x');
  assert.equal(await page.locator('[data-bulk=value]').getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await lines('quantity'), [undefined, undefined, undefined]);
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
  assert.deepEqual(await lines('unitPrice'), ['10', '20', '30']);
  await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
  assert.deepEqual(await lines('discount'), [undefined, undefined, undefined]);
  await close();
});

test('the billing terms of one line are given to all selected lines as one step', async () => {
  const { page, close } = await newPage(suite);
  const quote = quoteOf('Hosting', 'Support', 'Setup');
  quote.lines.splice(1, 0, { id: 'part', type: 'section', name: 'Services' });
  await openDocument(page, quote);
  const terms = async () => (await savedDocument(page)).lines.map((line) => line.billing);
  await page.locator('.rownum').first().click();
  await page.getByRole('button', { name: 'Set billing…' }).click();
  await page.getByLabel('Frequency').selectOption('monthly');
  assert.equal(await page.locator('[data-billing=others]').count(), 0, 'no other line is selected');
  await page.keyboard.press('Escape');
  await page.locator('.rownum').nth(1).click();
  await page.locator('.rownum').nth(2).click();
  await page.getByRole('button', { name: 'Set billing…' }).click();
  await page.getByRole('button', { name: 'Same for all 3 selected lines' }).click();
  const monthly = { frequency: 'monthly' };
  assert.deepEqual(await terms(), [monthly, undefined, monthly, undefined]);
  assert.match(await statusText(page), /of 2 lines/);
  await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
  assert.deepEqual(await terms(), [monthly, undefined, undefined, undefined]);
  await close();
});

test('a line is kept as a product where the host keeps products, and can then be added', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.locator('[data-act=menu]').first().click();
  assert.equal(await page.getByRole('menuitem', { name: 'Save to library' }).count(), 0);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    window.kept = [];
    editor.saveProduct = async (product) => void window.kept.push(product);
  });
  for (const _twice of [1, 2]) {
    await page.locator('[data-act=menu]').first().click();
    await page.getByRole('menuitem', { name: 'Save to library' }).click();
    await page.waitForFunction(() => document.querySelector('crossfoot-editor').catalogue.length);
  }
  const kept = await page.evaluate(() => window.kept);
  assert.deepEqual({ ...kept[0], id: '' }, { id: '', name: 'Design', prices: { USD: '10' } });
  assert.equal(kept[1].id, kept[0].id, 'the same product, not a second one');
  await page.getByRole('button', { name: 'Add from library' }).click();
  await page.getByRole('checkbox', { name: /Design/ }).check();
  await page.getByRole('button', { name: 'Add 1 item' }).click();
  assert.deepEqual(await lineNames(page), ['Design', 'Design']);
  await close();
});

test('where the document is read-only, neither keys nor toolbar nor the history nor the core go back', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.locator('[data-col=quantity]').first().fill('5');
  await page.keyboard.press('Tab');
  const quantity = async () => (await savedDocument(page)).lines[0].quantity;
  const tries = async () => {
    await page.locator('[data-col=quantity]').first().focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Undo', exact: true }).click({ force: true });
    await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
    await page.locator('[data-tool=more]').click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    assert.equal(await page.getByRole('button', { name: /Go back to here/ }).count(), 0);
    await page.keyboard.press('Escape');
    return quantity();
  };
  await page.evaluate(() => (document.querySelector('crossfoot-editor').readonly = true));
  await settle(page);
  assert.equal(await tries(), '5');
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    editor.readonly = false;
    editor.capabilities = { readOnly: true };
  });
  await settle(page);
  assert.equal(await tries(), '5');
  const refused = await page.evaluate(
    () => document.querySelector('crossfoot-editor').store.engine.apply({ op: 'undo' }).error.code,
  );
  assert.equal(refused, 'not-permitted');
  await page.evaluate(
    () => (document.querySelector('crossfoot-editor').capabilities = { readOnly: false }),
  );
  await settle(page);
  await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
  assert.equal(await quantity(), undefined);
  await close();
});

// RE-4.5
test('a schedule of too many dates says so, and is listed once lines have gone', async () => {
  const { page, close } = await newPage(suite);
  const names = Array.from({ length: 40 }, (_, i) => `Plan ${i}`);
  const quote = quoteOf(...names);
  for (const [i, line] of quote.lines.entries()) {
    line.billing = { frequency: 'monthly', payments: 5200, start: { delayDays: i } };
  }
  await openDocument(page, quote);
  const schedule = page.locator('[data-region=schedule]');
  await schedule.getByText('more than 200,000 dates').waitFor();
  assert.equal(await schedule.locator('table').count(), 0);
  await page.getByLabel('Item, line 2: Plan 1').click();
  await page.keyboard.press('Alt+Shift+Delete', { delay: 30 });
  await page.keyboard.press('Alt+Shift+Delete', { delay: 30 });
  await schedule.locator('table').waitFor();
  assert.equal(await schedule.getByText('more than 200,000 dates').count(), 0);
  await page.keyboard.press('Control+z', { delay: 30 });
  await schedule.getByText('more than 200,000 dates').waitFor();
  await close();
});

test('the menu of a line opens beside the pointer, also where it has room neither above nor below', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build', 'Print'));
  await page.setViewportSize({ width: 1200, height: 460 });
  const button = page.getByRole('button', { name: /^Actions/ }).nth(1);
  await button.scrollIntoViewIfNeeded();
  await button.click();
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const [at, box] = [await button.boundingBox(), await menu.boundingBox()];
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  const isInside = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  assert.equal(isInside, false, JSON.stringify({ at, box }));
  await close();
});
