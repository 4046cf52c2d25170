// A press that leaves a box: what it is for happens, whatever is said about what was typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import { newDocument, openWorkspace, typeLine } from './workspace-page.mjs';

const suite = suiteOfFile();

/** Presses and lets go as a hand does; answers how far the target went meanwhile. */
async function click(page, target) {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.down();
  // So long a hand holds the button.
  await page.waitForTimeout(100);
  const { y: held } = await target.boundingBox();
  await page.mouse.up();
  return held - y;
}

test('the click that leaves a box is not lost where a message appears with it', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, problems } = await openWorkspace(context, suite.address, '#/quotes');
  await newDocument(page, 'quote');
  await typeLine(page, 'Consulting', '3', '1000');
  await typeLine(page, 'Training', '2', '10');
  const quantity = page.locator('tr.item').first().locator('input[data-col=quantity]');
  await quantity.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('abc', { delay: 90 });
  const actions = page.getByRole('button', { name: 'Actions, line 2: Training' });
  assert.equal(await click(page, actions), 0);
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  const email = page.locator('input[name=email]');
  const add = page.getByRole('button', { name: 'Add another contact' });
  await add.scrollIntoViewIfNeeded();
  await email.click();
  await page.keyboard.type('nonsense', { delay: 90 });
  assert.equal(await click(page, add), 0);
  await page.locator('input[inputmode=email]').nth(1).waitFor();
  assert.equal(await email.first().inputValue(), 'nonsense');
  assert.deepEqual(problems, []);
  await context.close();
});

test('a phase that is added takes the price along that was being typed', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page } = await openWorkspace(context, suite.address, '#/quotes');
  await newDocument(page, 'quote');
  await typeLine(page, 'Seat', '3', '100');
  await page.getByRole('button', { name: 'Actions, line 1: Seat' }).click();
  await page.getByRole('menuitem', { name: 'Billing terms…' }).click();
  await page.locator('.popover select').first().selectOption('monthly');
  await page.locator('.popover select').nth(1).selectOption('ramp');
  const price = page.getByLabel('Unit price, phase 2');
  await price.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('120', { delay: 90 });
  await click(page, page.getByRole('button', { name: 'Add phase' }));
  await page.getByLabel('Unit price, phase 3').waitFor();
  assert.match(await price.inputValue(), /^120/);
  assert.match(await page.getByLabel('Unit price, phase 3').inputValue(), /^120/);
  await context.close();
});

test('the click that leaves a date is not lost where its year is doubted', async () => {
  // All of the dialog fits: nothing scrolls under its foot.
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 1400 } });
  const { page } = await openWorkspace(context, suite.address, '#/subscriptions');
  await page.evaluate(async () => {
    const { store } = document.querySelector('crossfoot-workspace');
    const billing = { frequency: 'monthly', payments: 12 };
    const lines = [{ id: 'l', name: 'Seat', unitPrice: '10', billing }];
    const head = { version: 1, id: 'sub', kind: 'subscription', currency: 'EUR' };
    await store.addDocument({ ...head, date: '2026-04-01', lines });
    location.hash = '#/document/sub';
  });
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await page.locator('dialog input[name=when]').nth(1).check();
  await page.locator('dialog input[name=on]').click({ position: { x: 12, y: 12 } });
  await page.keyboard.type('05012999', { delay: 90 });
  const tick = page.locator('dialog input[name=told]');
  assert.equal(await click(page, tick), 0);
  await page.locator('dialog .problem').getByText('2999').waitFor();
  assert.equal(await tick.isChecked(), true);
  await context.close();
});
