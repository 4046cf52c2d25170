// What is typed in the dialogs of the editor is what is stored, at any speed. The page draws again
// 120 ms after a change and once more when the status is said: a box that holds nothing loses keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
} from '../support/editor-page.mjs';
import { typeSlowly } from '../support/typing.mjs';
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

const monthly = (billing) => {
  const state = quoteOf('Seat');
  state.lines[0].billing = { frequency: 'monthly', ...billing };
  return state;
};
const billingOf = async (page) => (await savedDocument(page)).lines[0].billing;
const openBilling = (page) => page.locator('[data-act=billing]').first().click();

for (const delay of [60, 220, 300]) {
  test(`the terms of a line, typed at ${delay} ms a key`, async () => {
    const { page, problems, close } = await newPage(suite);
    await openDocument(page, monthly({ start: { delayDays: 30 } }));
    await openBilling(page);
    await page.locator('.popover select').nth(1).selectOption('fixed');
    await page.getByLabel('Payments', { exact: true }).focus();
    await typeSlowly(page, '36', delay, null);
    assert.equal(await page.getByLabel('Payments', { exact: true }).inputValue(), '36');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await typeSlowly(page, '45', delay);
    const { payments, start } = await billingOf(page);
    assert.deepEqual({ payments, start }, { payments: 36, start: { delayDays: 45 } });
    assert.deepEqual(problems, []);
    await close();
  });

  test(`the phases of a ramp, typed one after the other at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    await openDocument(
      page,
      monthly({
        phases: [
          { payments: 12, unitPrice: '100' },
          { unitPrice: '100', discount: { percent: '5' } },
        ],
      }),
    );
    await openBilling(page);
    // RE-2.4: what a phase takes off is in sight, and is changed there.
    const last = page.getByLabel('Discount, phase 2');
    assert.equal(await last.inputValue(), '5%');
    await page.locator('.phase input').first().focus();
    for (const text of ['6', '149.50', '3', '12.5%']) await typeSlowly(page, text, delay);
    await last.focus();
    await page.keyboard.press('Control+A');
    await typeSlowly(page, '7', delay);
    const { phases } = await billingOf(page);
    const discount = { percent: '12.5' };
    assert.deepEqual(phases[0], { payments: 6, unitPrice: '149.5', quantity: '3', discount });
    assert.deepEqual(phases[1].discount, { percent: '7' });
    await close();
  });

  test(`tiers, typed one after the other at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    const state = quoteOf('Calls');
    state.lines[0].pricing = {
      model: 'graduated',
      tiers: [
        { upTo: '10', unitPrice: '1' },
        { upTo: null, unitPrice: '1' },
      ],
    };
    await openDocument(page, state);
    await page.locator('tr.item [data-act=menu]').first().click();
    await page.getByRole('menuitem', { name: 'Pricing model…' }).click();
    await page.getByLabel('Up to, tier 1').focus();
    for (const text of ['1000', '0.50', '12.25']) await typeSlowly(page, text, delay);
    const [first] = (await savedDocument(page)).lines[0].pricing.tiers;
    assert.deepEqual(first, { upTo: '1000', unitPrice: '0.5', flatFee: '12.25' });
    await close();
  });

  test(`a tax rate, its name and its percentage, at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    await openDocument(page, quoteOf('Design'));
    await page.locator('[data-tool=more]').click();
    await page.getByRole('menuitem', { name: 'Tax rates…' }).click();
    await page.getByRole('button', { name: 'Add tax rate' }).click();
    for (const text of ['Sales tax', '9.995']) await typeSlowly(page, text, delay);
    const [rate] = (await savedDocument(page)).taxRates;
    assert.equal(rate.name, 'Sales tax');
    assert.equal(rate.percent, '9.995');
    await close();
  });
}

test('a term in words, a start date in words, and what is wrong below its own box', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, monthly({ term: 'P1Y', start: { date: '2026-12-24' } }));
  await openBilling(page);
  const term = page.locator('#billing-term');
  assert.equal(await term.inputValue(), '1 year');
  await term.focus();
  await typeSlowly(page, '18 months', 60);
  assert.equal((await billingOf(page)).term, 'P18M');
  assert.equal(await term.inputValue(), '18 months');
  await page.locator('#billing-start-date').focus();
  await typeSlowly(page, 'soon', 60);
  assert.match(await page.locator('#billing-start-date-note').innerText(), /“soon” is not a date/);
  assert.equal(await page.locator('#billing-term-note.problem').count(), 0);
  await page.locator('#billing-start-date').focus();
  await typeSlowly(page, '+30', 60);
  assert.deepEqual((await billingOf(page)).start, { date: '2026-12-22' });
  await close();
});

test('a fee is named first; a bare number is of the kind that the box says', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.getByRole('button', { name: '+ Add fee' }).click();
  for (const text of ['Shipping', '15']) await typeSlowly(page, text, 60);
  await page.getByRole('button', { name: '+ Add discount' }).click();
  for (const text of ['Launch', '5']) await typeSlowly(page, text, 60);
  const adjustments = (await savedDocument(page)).adjustments.map(({ id: _, ...rest }) => rest);
  assert.deepEqual(adjustments, [
    { type: 'fee', name: 'Shipping', amount: '15' },
    { type: 'discount', name: 'Launch', percent: '5' },
  ]);
  await page.locator('.adjustment.discount [data-part=unit]').selectOption('amount');
  assert.equal((await savedDocument(page)).adjustments[1].amount, '5');
  assert.equal(await page.getByPlaceholder('%').count(), 1);
  await close();
});

test('a rate made for a line is the line’s, and is not scolded while it is made', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await page.locator('[data-act=taxes]').nth(1).click();
  await page.getByRole('button', { name: 'Edit tax rates…' }).click();
  const add = page.getByRole('button', { name: 'Add tax rate' });
  assert.ok(await add.evaluate((button) => button.matches(':focus')));
  await page.keyboard.press('Enter');
  await rest(page, 300);
  assert.equal(await page.locator('dialog .problem').count(), 0);
  for (const text of ['VAT', '25']) await typeSlowly(page, text, 60);
  const { taxRates, lines } = await savedDocument(page);
  assert.equal(taxRates[0].percent, '25');
  assert.deepEqual([lines[0].taxRateIds, lines[1].taxRateIds], [undefined, [taxRates[0].id]]);
  await close();
});

test('choosing tiers leaves nothing behind that has no effect', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Calls'));
  await page.locator('tr.item [data-act=menu]').first().click();
  await page.getByRole('menuitem', { name: 'Pricing model…' }).click();
  await page.locator('dialog select').first().selectOption('graduated');
  await page.locator('dialog table.tiers').waitFor();
  await rest(page, 300);
  assert.equal(await page.locator('dialog .problem').count(), 0);
  await page.locator('dialog select').first().selectOption('flat');
  await eventually(async () => assert.equal((await savedDocument(page)).lines[0].unitPrice, '10'));
  await close();
});

// ED-1.1
test('what comes from elsewhere into a box that is about to be typed over is typed over too', async () => {
  const { page, close } = await newPage(suite);
  const document = quoteOf('Design');
  document.adjustments = [{ id: 'f', type: 'fee', name: 'Shipping', amount: '15' }];
  await openDocument(page, document);
  const set = (path, value) =>
    page.evaluate(
      ([where, what]) =>
        globalThis.document
          .querySelector('crossfoot-editor')
          .run({ op: 'set', path: where, value: what }),
      [path, value],
    );
  const quantity = page.getByLabel('Quantity, line 1: Design');
  const fee = page.locator('.adjustment.fee [data-part=value]');
  for (const [box, path, came, typed] of [
    [quantity, '/lines/l1/quantity', '42', '41'],
    [quantity, '/lines/l1/quantity', '43', '44'],
    [fee, '/adjustments/f/amount', '16', '17'],
  ]) {
    await box.click();
    await page.keyboard.press('Control+a');
    await set(path, came);
    await eventually(async () => assert.match(await box.inputValue(), new RegExp(`^${came}`)));
    await page.keyboard.type(typed, { delay: 60 });
    assert.equal(await box.inputValue(), typed);
    await page.keyboard.press('Tab');
  }
  const { lines, adjustments } = await savedDocument(page);
  assert.deepEqual([lines[0].quantity, adjustments[0].amount], ['44', '17']);
  await close();
});
