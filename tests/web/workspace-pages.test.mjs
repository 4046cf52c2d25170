// The buyer's page and the checkout summary in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
  fillCustomer,
  newDocument,
  openWorkspace,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { rest } from './support/waiting.mjs';

const root = resolve(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const suite = suiteOfFile();

function offer() {
  const state = JSON.parse(readFileSync(`${root}/examples/01-hubspot-seats/state.json`, 'utf8'));
  state.status = 'published';
  delete state.expiresOn;
  const [first, second] = state.lines.filter(({ type }) => type === undefined || type === 'item');
  first.quantityRange = { min: '1', max: '3', step: '1' };
  second.optional = true;
  second.selected = true;
  return state;
}

async function openLink(state, options = {}) {
  const context = await suite.browser.newContext({
    viewport: { width: 1100, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const packed = deflateRawSync(Buffer.from(JSON.stringify(state))).toString('base64url');
  await page.goto(`${suite.address}/preview.html#d=${packed}`);
  return { page, close: () => context.close() };
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, { rules: { 'target-size': { enabled: true } } }),
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

const grandTotal = (page) => page.locator('.total.grand dd').innerText();

/** Waits until the total is another one than before, and tells it. */
async function totalOtherThan(page, before) {
  await page.locator('.total.grand dd').filter({ hasNotText: before }).waitFor();
  return grandTotal(page);
}

test('a buyer opens a link, chooses within what the seller allows, and accepts', async () => {
  const { page, close } = await openLink(offer());
  await page.getByText('Accept this quote').waitFor();
  const before = await grandTotal(page);
  const id = await page.locator('[data-by=more]').first().getAttribute('data-step');
  for (let count = 0; count < 2; count++) {
    await page.locator(`[data-by=more][data-step="${id}"]`).click();
  }
  const more = page.locator(`[data-by=more][data-step="${id}"]`);
  await page.locator(`[data-by=more][data-step="${id}"][aria-disabled=true]`).waitFor();
  const atMost = await totalOtherThan(page, before);
  await more.click({ force: true });
  assert.equal(await grandTotal(page), atMost, 'there is no more to choose');
  await page.locator('[data-choose]').first().uncheck();
  const chosen = await totalOtherThan(page, atMost);
  await page.evaluate(() =>
    document
      .querySelector('crossfoot-preview')
      .addEventListener('crossfoot-accept', (event) => (globalThis.accepted = event.detail)),
  );
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Alicia Moreau', { delay: 90 });
  await page.keyboard.press('Enter');
  await page.getByText('Your acceptance has not been sent yet').waitFor();
  assert.equal(await page.getByText('Accepted by').count(), 0, 'nobody has it yet');
  assert.match(await page.locator('#answer textarea').inputValue(), /^Alicia Moreau accepts: /);
  assert.match(await page.locator('#answer a').getAttribute('href'), /^mailto:\?subject=.*Alicia/);
  const accepted = await page.evaluate(() => globalThis.accepted);
  assert.equal(accepted.choices.quantities[id], '3');
  assert.match(accepted.digest, /^sha256:[0-9a-f]{64}$/);
  await page.getByText('kept in this browser, under this link').waitFor();
  assert.equal(await grandTotal(page), chosen);
  const answer = await page.locator('#answer textarea').inputValue();
  await page.reload();
  await page.getByText('Your acceptance has not been sent yet').waitFor();
  assert.equal(await grandTotal(page), chosen);
  assert.equal(await page.locator('#answer textarea').inputValue(), answer);
  await page.locator(`[data-by=less][data-step="${id}"]`).click();
  await page.getByText('Your acceptance has not been sent yet').waitFor({ state: 'hidden' });
  const other = await totalOtherThan(page, chosen);
  await page.reload();
  await page.getByText('Accept this quote').waitFor();
  assert.equal(await grandTotal(page), other);
  assert.equal(await page.locator('#answer').isHidden(), true);
  await close();
});

// DO-1.7
test('what a buyer chose and accepted arrives at the seller, for the offer they saw and no other', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page: seller, problems } = await openWorkspace(context, suite.address, '#/quotes');
  await newDocument(seller, 'quote');
  await typeLine(seller, 'Consulting', '3', '1000');
  await typeLine(seller, 'Training', '1', '500.5');
  await seller
    .locator('crossfoot-editor')
    .getByRole('button', { name: 'Actions, line 2: Training' })
    .click();
  await seller.getByRole('menuitemcheckbox', { name: 'Optional for the buyer' }).click();
  await fillCustomer(seller);
  await takeStep(seller, 'Publish');
  await chooseMore(seller, 'Link with the document…');
  const link = await seller.locator('input[name=link]').inputValue();
  await seller.keyboard.press('Escape');

  const buyer = await context.newPage();
  buyer.setDefaultTimeout(20_000);
  await buyer.goto(link);
  await buyer.locator('[data-choose]').uncheck();
  await buyer.getByRole('button', { name: 'Accept this quote' }).click();
  await buyer.locator('dialog').getByRole('button', { name: 'Accept this quote' }).click();
  const answer = await buyer.locator('#answer textarea').inputValue();
  assert.match(answer, /- Training: not chosen/);

  const dialog = seller.locator('dialog');
  const paste = async (text) => {
    await seller.locator('textarea[name=answer]').click();
    await seller.keyboard.press('Control+A');
    await seller.keyboard.insertText(text);
  };
  await seller.bringToFront();
  await seller.getByRole('button', { name: 'Mark as accepted' }).click();
  await paste('Yes, we take it.');
  await dialog.getByText('This text holds no answer to this quote.').waitFor();
  assert.ok(await dialog.locator('[data-confirm]').isDisabled());
  const code = answer.slice(answer.indexOf('crossfoot-answer:') + 17, -1);
  const forged = { ...JSON.parse(Buffer.from(code, 'base64').toString()), choices: {} };
  const other = Buffer.from(JSON.stringify(forged)).toString('base64');
  await paste(`crossfoot-answer:${other}.`);
  await dialog.getByText('This answer belongs to another version of the quote').waitFor();
  // As mail programs do: long lines broken, each marked as a quotation, more text around it.
  const lines = answer.replaceAll(/.{60}/g, '$&\n').split('\n');
  await paste(`Ada wrote:\n${lines.map((line) => `> ${line}`).join('\n')}\n\nBest wishes`);
  await dialog.getByText('Ada Berg accepts, with $3,000.00 due now.').waitFor();
  const figures = await dialog.locator('.summary-facts').innerText();
  assert.match(figures, /Due now\s+\$3,000\.00/);
  assert.doesNotMatch(figures, /3,500/);
  await dialog.locator('[data-confirm]').click();
  await dialog.waitFor({ state: 'detached' });
  const [kept] = await stored(seller, 'documents');
  const state = JSON.parse(kept.state);
  assert.equal(state.status, 'accepted');
  assert.notEqual(state.lines.find(({ name }) => name === 'Training').selected, true);
  assert.equal(state.events.at(-1).by, 'Ada Berg');
  assert.deepEqual(problems, []);
  await context.close();
});

test('an address without a document says so', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${suite.address}/preview.html#d=nonsense`);
  await page.getByText('carries no document').waitFor();
  await context.close();
});

test('the checkout asks the shop about a code, and hands over amount and digest', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${suite.address}/checkout.html`);
  await page.getByLabel('Discount code').fill('SUMMER25');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('ended on 31 August').waitFor();
  const full = await page.locator('.row.grand dd').innerText();
  await page.getByLabel('Discount code').fill('WELCOME10');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Remove code' }).waitFor();
  const reduced = await page.locator('.row.grand dd').innerText();
  assert.notEqual(reduced, full);
  await page.getByRole('button', { name: /^Pay/ }).click();
  const detail = JSON.parse(await page.locator('#log').innerText());
  assert.equal(`$${detail.dueNow}`, reduced);
  assert.equal(String(detail.dueNowMinor), detail.dueNow.replace('.', ''));
  assert.match(detail.digest, /^sha256:/);
  await page.getByRole('button', { name: 'Remove code' }).click();
  await page.getByLabel('Discount code').waitFor();
  assert.equal(await page.locator('.row.grand dd').innerText(), full);
  await context.close();
});

// DO-4.15
test('a code that was typed counts when somebody pays, and one that does not count holds that up', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${suite.address}/checkout.html`);
  const code = page.getByLabel('Discount code');
  const full = await page.locator('.row.grand dd').innerText();
  await code.click();
  await page.keyboard.type('NOSUCHCODE', { delay: 60 });
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.locator('#code-problem', { hasText: /./ }).waitFor();
  assert.equal(await page.locator('#log').innerText(), '');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('WELCOME10', { delay: 60 });
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.locator('#log', { hasText: 'dueNow' }).waitFor();
  const detail = JSON.parse(await page.locator('#log').innerText());
  assert.equal(detail.code, 'WELCOME10');
  assert.equal(`$${detail.dueNow}`, await page.locator('.row.grand dd').innerText());
  assert.notEqual(`$${detail.dueNow}`, full);
  await context.close();
});

test('the checkout shows waiting, emptiness and failure', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${suite.address}/checkout.html`);
  await page.locator('.pay').waitFor();
  const set = (member, value) =>
    page.evaluate(
      ([name, to]) => (document.querySelector('crossfoot-summary')[name] = to),
      [member, value],
    );
  await set('state', 'loading');
  await page.locator('.waiting').waitFor();
  await set('state', '');
  await set('error', 'no network');
  await page.getByRole('alert').getByText('no network').waitFor();
  await set('error', '');
  await set('value', '');
  await page.getByText('There is nothing to pay yet.').waitFor();
  await context.close();
});

test('no page has an accessibility violation, in light, dark and at 320 pixels', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 800 } }]) {
    const { page, close } = await openLink(offer(), options);
    await page.getByText('Accept this quote').waitFor();
    assert.deepEqual(await violations(page), []);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0, 'nothing sticks out');
    await close();

    const context = await suite.browser.newContext(options);
    const checkout = await context.newPage();
    await checkout.goto(`${suite.address}/checkout.html`);
    await checkout.locator('.pay').waitFor();
    assert.deepEqual(await violations(checkout), []);
    const { page: workspace } = await openWorkspace(context, suite.address);
    assert.deepEqual(await violations(workspace), []);
    await newDocument(workspace, 'invoice');
    assert.deepEqual(await violations(workspace), []);
    for (const hash of ['#/library', '#/settings', '#/reports', '#/directory']) {
      await workspace.evaluate((to) => (location.hash = to), hash);
      await rest(workspace, 400);
      assert.deepEqual(await violations(workspace), [], hash);
    }
    await context.close();
  }
});

test('a host that writes back what the buyer chose takes nothing back, and no digit is lost', async () => {
  const state = offer();
  state.custom = { n: 'DIGITS' };
  const text = JSON.stringify(state).replace('"DIGITS"', '12345678901234567890');
  const context = await suite.browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${suite.address}/preview.html`);
  await page.evaluate(async (given) => {
    const preview = document.querySelector('crossfoot-preview');
    preview.hidden = false;
    window.ready = 0;
    let former = given;
    preview.addEventListener('crossfoot-ready', () => window.ready++);
    preview.addEventListener('crossfoot-choices', ({ detail }) => {
      preview.document = detail.state;
      preview.value = former;
      former = preview.value;
    });
    preview.value = given;
  }, text);
  const quantity = page.locator('[data-quantity]').first();
  await quantity.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3', { delay: 90 });
  await page.keyboard.press('Tab');
  await page.locator('[data-choose]').first().click();
  await rest(page, 300);
  assert.equal(await quantity.inputValue(), '3');
  assert.equal(await page.locator('[data-choose]').first().isChecked(), false);
  const [value, ready] = await page.evaluate(() => [
    document.querySelector('crossfoot-preview').value,
    window.ready,
  ]);
  assert.equal(ready, 1);
  assert.ok(value.includes('"n":12345678901234567890'), value);
  await context.close();
});
