// The page of rules: every key of the schema, what each choice would come to, and what it does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  savedDocument,
  suiteOfFile,
  totalsOf,
} from '../support/editor-page.mjs';

const schema = JSON.parse(
  readFileSync(new URL('../../../schema/state.schema.json', import.meta.url), 'utf8'),
);
const KEYS = Object.keys(schema.$defs.policy.properties);

const suite = suiteOfFile();

/** Two lines taxed at 8.875 %, with two order discounts: most rules make a difference. */
const taxed = () => ({
  version: 1,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-30',
  taxRates: [{ id: 'ny', name: 'Sales tax', percent: '9.995' }],
  lines: [
    { id: 'a', name: 'Chair', unitPrice: '11.90', discount: { percent: '15' }, taxRateIds: ['ny'] },
    { id: 'b', name: 'Table', unitPrice: '234.56', quantity: '3', taxRateIds: ['ny'] },
    { id: 'c', name: 'Care', unitPrice: '12.50', billing: { frequency: 'monthly' } },
  ],
  adjustments: [
    { id: 'd1', type: 'discount', name: 'Spring', percent: '10' },
    { id: 'd2', type: 'discount', name: 'Loyal', percent: '5' },
  ],
});

async function openRules(page) {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rounding and rules…' }).click();
  await page.getByRole('heading', { name: 'Rounding and rules' }).waitFor();
}

test('the page has every rule of the schema, each with a sentence, and no other', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, taxed());
  await openRules(page);
  const rules = await page
    .locator('[data-rule]')
    .evaluateAll((all) =>
      all.map((each) => [each.dataset.rule, each.querySelector('p').textContent.trim()]),
    );
  assert.deepEqual(rules.map(([key]) => key).sort(), [...KEYS].sort());
  for (const [key, sentence] of rules) assert.ok(sentence.length > 20, key);
  assert.deepEqual(problems, []);
  await close();
});

test('what a choice would come to is what it comes to; a default is not stored', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, taxed());
  await openRules(page);
  const radios = page.locator('.rule-choice');
  const count = await radios.count();
  assert.ok(count >= 18);
  let moved = 0;
  for (let index = 0; index < count; index += 1) {
    const choice = radios.nth(index);
    if (await choice.locator('input').isDisabled()) continue;
    const said = (await choice.locator('.due').innerText()).replace('Due now: $', '');
    const before = (await totalsOf(page)).dueNow;
    await choice.click();
    const { dueNow } = await totalsOf(page);
    assert.equal(said, dueNow, await choice.innerText());
    assert.equal(await page.locator('.rules-due').innerText(), `Due now: $${dueNow}`);
    if (dueNow !== before) moved += 1;
  }
  assert.ok(moved >= 5, `${moved} choices moved the amount`);
  for (let index = 0; index < count; index += 2) await radios.nth(index).click();
  for (let index = 0; index < count; index += 2) {
    const first = radios.nth(index).locator('input');
    if (!(await first.isDisabled())) await first.click();
  }
  assert.equal((await savedDocument(page)).policy, undefined, 'defaults leave no trace');
  assert.deepEqual(problems, []);
  await close();
});

test('a profile says what it sets; cash rounding and margin are typed, and refused with a reason', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, taxed());
  await openRules(page);
  await page.getByText('HubSpot: tax rates').click();
  await page.getByText('Set by the profile.').waitFor();
  assert.deepEqual((await savedDocument(page)).policy, { profile: 'hubspot' });
  const cash = page.getByRole('textbox', { name: 'Cash rounding' });
  for (const delay of [5, 90, 250]) {
    await cash.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('0.05', { delay });
    await page.keyboard.press('Tab');
    assert.equal((await savedDocument(page)).policy.cashRounding, '0.05', `${delay}`);
  }
  await cash.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0.005', { delay: 40 });
  await page.keyboard.press('Tab');
  await page.getByText('Cash rounding must be a positive multiple').waitFor();
  assert.equal(await cash.inputValue(), '0.005', 'what was typed stays');
  await cash.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('half a crown', { delay: 20 });
  await page.keyboard.press('Tab');
  await page.getByText('“half a crown” is not a number.').waitFor();
  assert.deepEqual(problems, []);
  await close();
});

test('a refused negative price offers the rule that allows it', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, taxed());
  const price = page.locator('tr[data-id=a] [data-col=unitPrice]');
  await price.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-1000', { delay: 40 });
  await page.keyboard.press('Tab');
  await page
    .locator('.line-issues')
    .getByRole('button', { name: 'Allow negative prices…' })
    .click();
  await page.getByRole('heading', { name: 'Rounding and rules' }).waitFor();
  await page.locator('[data-rule=allowNegativePrices]').getByText('Allowed').click();
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal((await savedDocument(page)).policy.allowNegativePrices, true);
  assert.equal(await page.locator('.line-issues').count(), 0);
  const quantity = page.locator('tr[data-id=a] [data-col=quantity]');
  await quantity.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-1', { delay: 40 });
  await page.keyboard.press('Tab');
  await page.locator('.line-issues').waitFor();
  assert.equal(
    await page.getByRole('button', { name: 'Allow negative prices…' }).count(),
    0,
    'a quantity stays positive under every rule',
  );
  assert.deepEqual(problems, []);
  await close();
});

test('where the document is not to be edited, the rules are shown and cannot be chosen', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, taxed());
  await page.evaluate(() => {
    document.querySelector('crossfoot-editor').capabilities = { editDocument: false };
  });
  await openRules(page);
  assert.equal(
    await page.locator('.rules input:enabled, .rules-currency input:enabled').count(),
    0,
  );
  await close();
});
