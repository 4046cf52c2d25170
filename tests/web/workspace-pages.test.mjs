// The buyer's page and the checkout summary in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';
import { openWorkspace, newDocument } from './workspace-page.mjs';

const root = resolve(import.meta.dirname, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site;
let browser;

before(async () => {
  site = await serveSite(resolve(process.env.CROSSFOOT_SITE ?? 'web/dist'));
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

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
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const packed = deflateRawSync(Buffer.from(JSON.stringify(state))).toString('base64url');
  await page.goto(`${site.address}/preview.html#d=${packed}`);
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

test('a buyer opens a link, chooses within what the seller allows, and accepts', async () => {
  const { page, close } = await openLink(offer());
  await page.getByText('Accept this quote').waitFor();
  const before = await grandTotal(page);
  const id = await page.locator('[data-by=more]').first().getAttribute('data-step');
  for (let count = 0; count < 2; count++) {
    await page.locator(`[data-by=more][data-step="${id}"]`).click();
  }
  assert.notEqual(await grandTotal(page), before);
  const atMost = await grandTotal(page);
  await page.locator(`[data-by=more][data-step="${id}"]`).click();
  await page.getByText('outside what the offer allows').waitFor();
  assert.equal(await grandTotal(page), atMost, 'a refused choice changes nothing');
  await page.locator('[data-choose]').first().uncheck();
  assert.notEqual(await grandTotal(page), atMost);
  await page.evaluate(() =>
    document
      .querySelector('crossfoot-preview')
      .addEventListener('crossfoot-accept', (event) => (globalThis.accepted = event.detail)),
  );
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  await page.getByLabel('Your name').fill('Alicia Moreau');
  await page.locator('dialog').getByRole('button', { name: 'Accept this quote' }).click();
  await page.getByText('Accepted by Alicia Moreau').waitFor();
  const accepted = await page.evaluate(() => globalThis.accepted);
  assert.equal(accepted.choices.quantities[id], '3');
  assert.match(accepted.digest, /^sha256:[0-9a-f]{64}$/);
  await close();
});

test('an address without a document says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}/preview.html#d=nonsense`);
  await page.getByText('carries no document').waitFor();
  await context.close();
});

test('the checkout asks the shop about a code, and hands over amount and digest', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${site.address}/checkout.html`);
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

test('the checkout shows waiting, emptiness and failure', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}/checkout.html`);
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

    const context = await browser.newContext(options);
    const checkout = await context.newPage();
    await checkout.goto(`${site.address}/checkout.html`);
    await checkout.locator('.pay').waitFor();
    assert.deepEqual(await violations(checkout), []);
    const { page: workspace } = await openWorkspace(context, site.address);
    assert.deepEqual(await violations(workspace), []);
    await newDocument(workspace, 'invoice');
    assert.deepEqual(await violations(workspace), []);
    for (const hash of ['#/library', '#/settings', '#/reports', '#/directory']) {
      await workspace.evaluate((to) => (location.hash = to), hash);
      await workspace.waitForTimeout(400);
      assert.deepEqual(await violations(workspace), [], hash);
    }
    await context.close();
  }
});

test('a host that writes back what the buyer chose takes nothing back, and no digit is lost', async () => {
  const state = offer();
  state.custom = { n: 'DIGITS' };
  const text = JSON.stringify(state).replace('"DIGITS"', '12345678901234567890');
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site.address}/preview.html`);
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
  await page.waitForTimeout(300);
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
