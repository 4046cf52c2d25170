// What is set for several lines is set for all of them, and a message names the box it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPage, openDocument, savedDocument, suiteOfFile } from '../support/editor-page.mjs';
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

const QUOTE = {
  version: 1,
  currency: 'USD',
  locale: 'en-US',
  date: '2026-11-22',
  taxRates: [{ id: 't', name: 'Sales tax', percent: '8' }],
  lines: [
    { id: 's', type: 'section', name: 'Work' },
    { id: 'a', name: 'Desk', quantity: '2', unitPrice: '100', discount: { percent: '5' } },
    { id: 'b', name: 'Chair', unitPrice: '20', discount: { amount: '1.5' } },
    { id: 'c', name: 'Lamp', unitPrice: '7', billing: { frequency: 'monthly', payments: 3 } },
  ],
};

async function selected(state) {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, state);
  await page.locator('[data-select-all]').click();
  return { page, problems, close };
}

test('billing set for the selected lines is set for each of them, and one undo takes it back', async () => {
  const { page, problems, close } = await selected(QUOTE);
  await page.locator('[data-tool=bulk-billing]').click();
  const popover = page.locator('[data-beside]:popover-open');
  await popover.getByLabel('Frequency').selectOption('quarterly');
  await popover.getByLabel(/^Term/).selectOption('fixed');
  await popover.locator('#billing-payments').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('8', { delay: 60 });
  await popover.getByRole('button', { name: 'Done' }).click();
  const billing = async () => (await savedDocument(page)).lines.map((line) => line.billing);
  const all = { frequency: 'quarterly', payments: 8 };
  assert.deepEqual(await billing(), [undefined, all, all, all]);
  for (let at = 0; at < 3; at++) await page.keyboard.press('Control+z');
  assert.deepEqual(await billing(), [undefined, undefined, undefined, QUOTE.lines[3].billing]);
  assert.deepEqual(problems, []);
  await close();
});

test('an empty discount for several lines takes theirs off, and Enter does not open the form again', async () => {
  const { page, close } = await selected(QUOTE);
  await page.locator('[data-tool=bulk-edit]').click();
  await page.locator('[data-bulk=value]').click();
  await page.keyboard.press('Enter');
  await eventually(async () => {
    const { lines } = await savedDocument(page);
    assert.deepEqual(
      lines.map(({ discount }) => discount),
      [undefined, undefined, undefined, undefined],
    );
  });
  await rest(page, 200);
  assert.equal(await page.locator('[data-beside]:popover-open').count(), 0);
  await close();
});

test('a message names the box it is about, and its link leads there', async () => {
  const { page, close } = await newPage(suite);
  const tiers = [
    { upTo: '1o', unitPrice: '2' },
    { upTo: null, unitPrice: '1' },
  ];
  await openDocument(page, {
    ...QUOTE,
    policy: { cashRounding: 'abc' },
    taxRates: [{ id: 't', name: 'Sales tax', percent: '2o' }],
    adjustments: [{ id: 'f', type: 'fee', name: 'Shipping', amount: '1o' }],
    lines: [{ id: 'a', name: 'Calls', pricing: { model: 'volume', tiers } }],
  });
  const list = page.locator('details.issues');
  await list.locator('summary').click();
  const wanted = [
    ['Fee 1: Shipping', /Percent or amount, Fee 1: Shipping/],
    ['tax rate 1: Sales tax', /Percent/],
    ['Rounding and rules', /Cash rounding/],
    ['Line 1, Up to, tier 1', /Up to, tier 1/],
  ];
  for (const [place, box] of wanted) {
    const entry = list.locator('li', { hasText: place });
    const said = await entry.locator('bdi').innerText();
    assert.doesNotMatch(said, /\/|pricing:|like \./, said);
    await entry.getByRole('button', { name: 'Go to it' }).click();
    await eventually(async () => {
      const reached = await page.evaluate(() => {
        const box = document.querySelector('crossfoot-editor').shadowRoot.activeElement;
        return box.getAttribute('aria-label') ?? box.labels?.[0]?.innerText ?? box.localName;
      });
      assert.match(reached, box, place);
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }
  await close();
});

test('letters typed in a menu find the entry that begins with them', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, QUOTE);
  await page.locator('tr[data-id=a] [data-act=menu]').click();
  await page.keyboard.type('Pric', { delay: 90 });
  const entry = await page.evaluate(
    () => document.querySelector('crossfoot-editor').shadowRoot.activeElement.innerText,
  );
  assert.match(entry, /^Pricing model/);
  await close();
});

test('paper has the discounts, fees and taxes as a reader reads them, and no boxes', async () => {
  const { page, close } = await newPage(suite);
  const adjustments = [
    { id: 'd', type: 'discount', name: 'Launch', percent: '5' },
    { id: 'f', type: 'fee', name: 'Shipping', amount: '12.5' },
  ];
  const lines = [{ id: 'a', name: 'Desk', unitPrice: '100', taxRateIds: ['t'] }];
  await openDocument(page, { ...QUOTE, adjustments, lines });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const totals = page.locator('.totals');
  assert.equal(await totals.locator('input:visible, select:visible').count(), 0);
  const read = (await totals.innerText()).replaceAll(/\s+/g, ' ');
  assert.match(read, /Discount: Launch \(5%\) -\$5\.00.* Fee: Shipping \$12\.50/);
  assert.match(read, /Sales tax 8% on \$95\.00 \$7\.60/);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  assert.equal(await totals.locator('details[open]').count(), 0);
  await close();
});

test('after another language was chosen nothing stands there in the former one', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, QUOTE);
  await page.getByLabel('Quantity, line 1: Desk').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('x6', { delay: 60 });
  await page.keyboard.press('Tab');
  const status = page.locator('p.status');
  assert.match(await status.innerText(), /number/);
  await page.locator('#language').selectOption('de');
  await page.locator('.totals', { hasText: 'Zwischensumme' }).waitFor();
  await eventually(async () => assert.doesNotMatch(await status.innerText(), /number|clear/));
  await close();
});

test('a fixed term for what is paid every five years begins with five years', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, QUOTE);
  await page.locator('tr[data-id=a] [data-act=billing]').click();
  const popover = page.locator('[data-beside]:popover-open');
  await popover.getByLabel('Frequency').selectOption('per_five_years');
  await popover.getByLabel(/^Term/).selectOption('period');
  assert.equal(await popover.locator('#billing-term').inputValue(), '5 years');
  assert.equal(await popover.locator('.problem').count(), 0);
  await close();
});
