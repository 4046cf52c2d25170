// ED-4.5, ED-3.6: one thing has one name: in the totals, their bar, an explanation, a notice, a dialog, the settings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { newPage, openDocument, suiteOfFile } from './support/editor-page.mjs';
import { openWorkspace } from './workspace-page.mjs';
import { rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const HEAD = { version: 1, currency: 'USD', date: '2026-11-22' };
const LINES = [
  { id: 'h', type: 'section', name: 'Work' },
  { id: 'a', name: 'Seat', quantity: '2', unitPrice: '10.00' },
  { id: 'n', type: 'note', name: 'By mail' },
];

/** The bar of totals, which is there while the totals are out of sight. */
async function barOf(page) {
  await page.setViewportSize({ width: 1200, height: 420 });
  const bar = page.locator('crossfoot-editor .totals-bar:not(.unneeded)');
  await bar.waitFor();
  return bar;
}

test('the bar of an invoice that is paid in part says what is left to pay', async () => {
  const { page, problems, close } = await newPage(suite);
  const payments = [{ id: 'p', amount: '5', date: HEAD.date, status: 'succeeded' }];
  const invoice = { ...HEAD, kind: 'invoice', status: 'partlyPaid', number: 'INV-1', payments };
  await openDocument(page, { ...invoice, lines: LINES });
  const bar = await barOf(page);
  const left = page.locator('crossfoot-editor .total-line.strong').last();
  const [label, amount] = (await left.innerText()).split('\n');
  assert.equal(label, 'Balance due');
  assert.equal(await bar.locator('strong').innerText(), `Balance due ${amount}`);
  assert.deepEqual(problems, []);
  await close();
});

for (const [kind, name] of [
  ['invoice', 'Balance due'],
  ['creditMemo', 'Total'],
  ['quote', 'Due now'],
]) {
  test(`the amount due is called ${name} wherever a ${kind} names it`, async () => {
    const { page, problems, close } = await newPage(suite);
    await openDocument(page, { ...HEAD, kind, lines: LINES });
    const editor = page.locator('crossfoot-editor');
    const total = editor.locator('.total-line.grand');
    assert.equal(await total.locator('.label').innerText(), name);
    const bar = await barOf(page);
    assert.match(await bar.locator('strong').innerText(), new RegExp(`^${name}\\s`));
    await page.setViewportSize({ width: 1200, height: 900 });
    await total.getByRole('button').click();
    const result = editor.locator('.explain .step').last().locator('tfoot th');
    assert.equal(await result.innerText(), name);
    await page.keyboard.press('Escape');
    await editor.locator('[data-tool=more]').click();
    await page.getByRole('menuitem', { name: 'Rounding and rules' }).click();
    assert.match(await editor.locator('.rules-due').innerText(), new RegExp(`^${name}: `));
    assert.deepEqual(problems, []);
    await close();
  });
}

test('the bar of totals counts what is sold, not headings and notes', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, { ...HEAD, kind: 'quote', lines: LINES });
  const bar = await barOf(page);
  assert.equal(await bar.locator('span').first().innerText(), '1 line');
  await close();
});

test('a credit memo speaks of itself where billing terms do not count', async () => {
  const { page, close } = await newPage(suite);
  const billing = { frequency: 'monthly', term: 'P12M' };
  await openDocument(page, { ...HEAD, kind: 'creditMemo', lines: [{ ...LINES[1], billing }] });
  const said = page.locator('crossfoot-editor').getByText('its billing terms are ignored').first();
  await said.waitFor();
  assert.doesNotMatch(await said.innerText(), /invoice/i);
  await close();
});

for (const issuer of [undefined, { name: 'Berg AS' }]) {
  test(`who accepts is told whose offer it is, ${issuer ? 'by name' : 'or only that it is one'}`, async () => {
    const state = { ...HEAD, kind: 'quote', status: 'published', number: 'QUO-1', lines: LINES };
    if (issuer) state.issuer = issuer;
    const page = await suite.browser.newPage();
    const packed = deflateRawSync(Buffer.from(JSON.stringify(state))).toString('base64url');
    await page.goto(`${suite.address}/preview.html#d=${packed}`);
    await page.locator('.buyer-actions .primary').first().click();
    const said = await page.locator('dialog p').first().innerText();
    assert.match(
      said,
      issuer ? /the offer of Berg AS at \$20\.00/ : /You accept this offer at \$20/,
    );
    assert.doesNotMatch(said, /–/);
    await page.close();
  });
}

test('no two parts of the settings have the same name', async () => {
  for (const locale of ['en-US', 'nb-NO', 'da-DK', 'de-DE', 'fr-FR', 'ar-EG', 'ja-JP']) {
    const context = await suite.browser.newContext({ locale });
    const { page } = await openWorkspace(context, suite.address, '#/settings');
    const names = page.locator('.settings :is(legend, .field > span)');
    await names.first().waitFor();
    await rest(page, 300);
    const all = (await names.allInnerTexts()).filter((name) => name.trim() !== '');
    assert.deepEqual(
      all.filter((name, index) => all.indexOf(name) !== index),
      [],
      locale,
    );
    await context.close();
  }
});
