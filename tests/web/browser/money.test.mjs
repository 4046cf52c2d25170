// Amounts that mean another currency or count in another way than they did, as a person meets them.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  totalsOf,
} from '../support/editor-page.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

const PERSON = { delay: 60 };
const sample = async (name) =>
  JSON.parse(await readFile(new URL(`../../../examples/${name}/state.json`, import.meta.url)));

/** A quote in dollars with every kind of amount. */
const dollars = () => ({
  version: 1,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-22',
  lines: [
    {
      id: 'a',
      name: 'Seat',
      unitPrice: '4800',
      cost: '900',
      discount: { amount: '100' },
      charges: [{ total: '2' }],
    },
    {
      id: 'r',
      name: 'Ramp',
      unitPrice: '348',
      billing: { frequency: 'monthly', phases: [{ payments: 3, unitPrice: '288' }, {}] },
    },
  ],
  adjustments: [{ id: 'd', type: 'discount', name: 'Spring', amount: '500' }],
});

async function takeCurrency(page, code) {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Rounding and rules…' }).click();
  await page.getByRole('heading', { name: 'Rounding and rules' }).waitFor();
  const box = page.locator('.rules-currency input');
  await box.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(code, PERSON);
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal((await savedDocument(page)).currency, code));
  // The first Escape may be that of the box.
  await eventually(async () => {
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('heading', { name: 'Rounding and rules' }).count(), 0);
  });
}

/** The sentences of the list of issues, without the marks that keep a text in its direction. */
async function warnings(page) {
  const all = await page.locator('[data-region=issues] li bdi').allTextContents();
  return all.map((text) => text.replace(/[\u2066-\u2069]/g, ''));
}

// DO-2.4
test('after a change of currency every amount says what it still is, until it is typed or confirmed', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, dollars());
  await takeCurrency(page, 'JPY');
  await page.locator('[data-region=issues] summary').click();
  const still = (amount) => `The amount is still ${amount} USD. Type it in JPY.`;
  assert.deepEqual(await warnings(page), [
    `Line 1, Unit cost: ${still('900')}`,
    `Line 1, Unit price: ${still('4,800')}`,
    `Line 1, Discount: ${still('100')}`,
    `Line 1, Surcharge: ${still('2')}`,
    `Line 2, Unit price: ${still('348')}`,
    `Line 2, Unit price, phase 1: ${still('288')}`,
    `Discount 1: Spring: ${still('500')}`,
  ]);
  const price = page.locator('tr[data-id=r] [data-col=unitPrice]');
  await price.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('52000', PERSON);
  await page.keyboard.press('Enter');
  const discount = page.locator('[data-adjustment=d] [data-part=value]');
  await discount.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('700', PERSON);
  await page.keyboard.press('Tab');
  const surcharge = page.locator('[data-region=issues] li', { hasText: 'Surcharge' });
  await surcharge.getByRole('button', { name: 'The number is right in JPY' }).click();
  assert.deepEqual(await warnings(page), [
    `Line 1, Unit cost: ${still('900')}`,
    `Line 1, Unit price: ${still('4,800')}`,
    `Line 1, Discount: ${still('100')}`,
    `Line 2, Unit price, phase 1: ${still('288')}`,
  ]);
  const { lines, adjustments } = await savedDocument(page);
  assert.deepEqual(adjustments[0], { id: 'd', type: 'discount', name: 'Spring', amount: '700' });
  assert.equal(lines[1].billing.phases[0].priceCurrency, 'USD');
  assert.deepEqual(lines[0].charges, [{ total: '2' }]);
  await takeCurrency(page, 'USD');
  const yen = (amount) => `The amount is still ${amount} JPY. Type it in USD.`;
  assert.deepEqual(await warnings(page), [
    `Line 1, Surcharge: ${yen('2')}`,
    `Line 2, Unit price: ${yen('52,000')}`,
    `Discount 1: Spring: ${yen('700')}`,
  ]);
  assert.deepEqual(problems, []);
  await close();
});

test('a phase of a ramp is asked for its own price, and typing it ends the warning', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, dollars());
  await takeCurrency(page, 'JPY');
  await page.locator('tr[data-id=r] [data-col=billing]').click();
  const popover = page.locator('[popover]:popover-open');
  assert.match(await popover.innerText(), /The amount is still .288 USD.\. Type it in JPY\./);
  const box = popover
    .locator('fieldset.phase')
    .first()
    .getByLabel(/^Unit price/);
  await box.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('43000', PERSON);
  await page.keyboard.press('Tab');
  await eventually(async () => assert.doesNotMatch(await popover.innerText(), /still/));
  const { phases } = (await savedDocument(page)).lines[1].billing;
  assert.deepEqual(phases[0], { payments: 3, unitPrice: '43000' });
  await close();
});

async function copyRows(page, row) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('.rownum').nth(row).click();
  await page.keyboard.press('Control+c');
}
async function pasteAtEnd(page) {
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.press('Control+v');
  await eventually(async () => assert.equal((await savedDocument(page)).lines.length, 2));
}

test('the discount of a line from a document in euros does not become one in dollars', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, { ...dollars(), currency: 'EUR' });
  await copyRows(page, 0);
  await openDocument(page, quoteOf('Own'));
  await pasteAtEnd(page);
  await page.locator('[data-region=issues] summary').click();
  await eventually(async () => {
    const said = await warnings(page);
    assert.ok(
      said.includes('Line 2, Discount: The amount is still 100 EUR. Type it in USD.'),
      said.join('\n'),
    );
    assert.equal(said.length, 4);
  });
  await close();
});

// ED-3.7
test('a line that was not chosen says so where it is pasted and counts', async () => {
  const { page, close } = await newPage(suite);
  const quote = quoteOf('Seat', 'Additional sandbox');
  quote.lines[1].optional = true;
  await openDocument(page, quote);
  await copyRows(page, 1);
  await openDocument(page, { ...quoteOf('Returned'), kind: 'creditMemo' });
  await pasteAtEnd(page);
  await eventually(async () => assert.equal((await totalsOf(page)).dueNow, '30.00'));
  const notice = page.locator('[data-notice=unchosen]');
  assert.match(
    await notice.innerText(),
    /Not chosen in the document they came from, but counted here: Additional sandbox\./,
  );
  const noticesAre = (count, message) =>
    eventually(async () => assert.equal(await notice.count(), count, message));
  await page.keyboard.press('Control+z');
  await noticesAre(0, 'what is undone is told no more');
  await page.keyboard.press('Control+Shift+z');
  await noticesAre(1);
  await notice.getByRole('button', { name: 'Remove them' }).click();
  await eventually(async () => assert.equal((await totalsOf(page)).dueNow, '10.00'));
  await noticesAre(0);
  await page.locator('tr.ghost [data-col=name]').click();
  await close();
});

test('an invoice does not speak of the first payment of a ramp, which it does not bill', async () => {
  const { page, close } = await newPage(suite);
  const ramp = { ...dollars(), adjustments: [] };
  await openDocument(page, ramp);
  assert.match(await page.locator('tr[data-id=r]').innerText(), /first payment: 288/);
  await openDocument(page, { ...ramp, kind: 'invoice' });
  assert.doesNotMatch(await page.locator('tr[data-id=r]').innerText(), /first payment/);
  await close();
});

test('what stands in a row adds up: a surcharge is said beside the discount', async () => {
  const { page, close } = await newPage(suite);
  const state = await sample('11-en16931-allowance');
  await openDocument(page, state);
  const row = page
    .locator('tr[data-id]:not(.ghost)', { has: page.locator('small.billed') })
    .first();
  assert.match(await row.innerText(), /surcharge: 1\.00/);
  await close();
});

const issueIs = (page, words) =>
  eventually(async () => assert.match(await page.locator('.line-issues').innerText(), words));

test('a negative quantity names the field and the way on', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, { ...quoteOf('Returned'), kind: 'creditMemo' });
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('-2', PERSON);
  await page.keyboard.press('Enter');
  await issueIs(
    page,
    /Quantity must not be negative\. A credit memo gives back what it lists: type it without the minus sign\./,
  );
  await openDocument(page, quoteOf('Sold'));
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('-2', PERSON);
  await page.keyboard.press('Enter');
  await issueIs(page, /Quantity must not be negative\. Type it without the minus sign\./);
  await close();
});
