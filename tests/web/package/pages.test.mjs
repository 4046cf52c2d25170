// The example pages with the single file, as a person opens them, under their strict policies.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { servePages } from '../../../examples/pages/serve.mjs';
import { startChromium } from '../support/browser.mjs';
import { eventually } from '../support/waiting.mjs';

let site;
let browser;
before(async () => {
  site = await servePages();
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** A browser of its own on one of the pages; what it asked for, and what went wrong. */
async function open(path, { context, before: prepare } = {}) {
  const own = context ?? (await browser.newContext());
  const page = await own.newPage();
  const asked = [];
  const problems = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await prepare?.(page);
  await page.goto(`${site.address}/${path}/`);
  await page.evaluate(() => document.querySelector('crossfoot-editor').ready);
  return { page, asked, problems, context: own, close: () => own.close() };
}

/** Serves the plain page with another policy. */
const withPolicy = (page, change) =>
  page.route('**/plain/', async (route) => {
    const file = new URL('../../../examples/pages/plain/index.html', import.meta.url);
    await route.fulfill({ contentType: 'text/html', body: change(readFileSync(file, 'utf8')) });
  });

const dueNow = (page) =>
  page.evaluate(() => document.querySelector('crossfoot-editor').recalculate().summary.dueNow);
const field = (page, name) => page.getByLabel(name, { exact: true });
const until = (page, test, argument) => page.waitForFunction(test, argument);
const lineCount = (count) =>
  document.querySelector('crossfoot-editor').document?.lines?.length === count;

test('one script tag is enough: document, module, nothing else, no violation', async () => {
  const { page, asked, problems, close } = await open('plain');
  await until(page, lineCount, 2);
  assert.equal(await dueNow(page), '4741.99');
  const files = asked
    .map((url) => new URL(url).pathname)
    .filter((path) => path.includes('/crossfoot/'));
  assert.deepEqual(files.sort(), ['/crossfoot/crossfoot.wasm', '/crossfoot/element.js']);
  assert.deepEqual(
    [...new Set(asked.map((url) => new URL(url).origin))].filter((o) => o !== 'null'),
    [site.address],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('autosave brings the document and its undo history back', async () => {
  const { page, close } = await open('plain');
  await until(page, lineCount, 2);
  await field(page, 'Quantity, line 1: Website, ten pages').fill('2');
  await page.keyboard.press('Tab');
  await page.reload();
  await page.evaluate(() => document.querySelector('crossfoot-editor').ready);
  await until(
    page,
    () => document.querySelector('crossfoot-editor').recalculate().summary.subtotal === '7819.00',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await dueNow(page), '4741.99');
  await close();
});

test('another language is one more file', async () => {
  const { page, asked, close } = await open('plain');
  await page.evaluate(() => (document.querySelector('crossfoot-editor').lang = 'de'));
  await page.getByRole('button', { name: 'Position hinzufügen' }).waitFor();
  assert.deepEqual(
    asked.filter((url) => url.includes('/lang/')).map((url) => url.split('/').at(-1)),
    ['de.js'],
  );
  await close();
});

test('the page of rules and its words come when somebody opens it, and its boxes hold', async () => {
  const { page, asked, problems, close } = await open('plain');
  await page.evaluate(() => (document.querySelector('crossfoot-editor').lang = 'de'));
  await page.getByRole('button', { name: 'Position hinzufügen' }).waitFor();
  const files = () => asked.filter((url) => /\/(lang\/policy-\w+|rules)\.js/.test(url));
  assert.deepEqual(files(), []);
  await page.locator('[data-tool=more]').click();
  await page
    .locator('[role=menu]')
    .getByText(/Regeln/)
    .click();
  await page.locator('dialog[open] .rules-due').waitFor();
  assert.deepEqual(
    files().map((url) => url.split('/').at(-1)),
    ['rules.js', 'policy-de.js'],
  );
  // A box of a later file is held by the editor, as every other: half a number stays as typed.
  const box = page.locator('dialog[open] input[inputmode=decimal]').first();
  await box.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0.05', { delay: 90 });
  assert.equal(await box.inputValue(), '0.05');
  await page.keyboard.press('Tab');
  await until(
    page,
    () => document.querySelector('crossfoot-editor').document.policy?.cashRounding === '0.05',
  );
  assert.deepEqual(problems, []);
  await close();
});

test('the words of refusals come when somebody enters the editor', async () => {
  const { page, asked, problems, close } = await open('plain');
  await page.evaluate(() => (document.querySelector('crossfoot-editor').lang = 'de'));
  await page.getByRole('button', { name: 'Position hinzufügen' }).waitFor();
  const files = () =>
    asked
      .filter((url) => /\/(lang\/refusals-\w+|refusals)\.js/.test(url))
      .map((url) => url.split('/').at(-1));
  assert.deepEqual(files(), []);
  await page.locator('crossfoot-editor [data-col=name]').first().click();
  await eventually(() => assert.deepEqual(files(), ['refusals.js', 'refusals-de.js']));
  await page.evaluate(() => document.querySelector('crossfoot-editor').run({ op: 'nonsense' }));
  await eventually(async () => {
    const said = await page.locator('crossfoot-editor p.status').innerText();
    assert.match(said, /^Nicht ausgeführt: Das Programm hat diese Anfrage nicht verstanden/);
  });
  assert.deepEqual(problems, []);
  await close();
});

test('where the page forbids WebAssembly the same total comes from plain JavaScript', async () => {
  const { page, asked, close } = await open('plain', {
    before: (page) => withPolicy(page, (text) => text.replace(" 'wasm-unsafe-eval'", '')),
  });
  await until(page, lineCount, 2);
  assert.equal(await dueNow(page), '4741.99');
  assert.ok(asked.some((url) => url.endsWith('/crossfoot-fallback.js')));
  await close();
});

test('loading it a second time under another address registers nothing twice', async () => {
  // A page that enforces Trusted Types would refuse a second Lit before that.
  const { page, problems, close } = await open('plain', {
    before: (page) =>
      withPolicy(page, (text) => text.replace(/; require-trusted-types-for[^"]*/, '')),
  });
  await page.evaluate(() => import('/crossfoot/element.js?v=2').then(({ define }) => define()));
  assert.deepEqual(problems, []);
  await close();
});

test('an address that cannot be read is said, and the open document stays', async () => {
  const { page, close } = await open('plain');
  await until(page, lineCount, 2);
  const code = page.evaluate(
    () =>
      new Promise((told) =>
        document
          .querySelector('crossfoot-editor')
          .addEventListener('crossfoot-error', ({ detail }) => told(detail.error.code)),
      ),
  );
  await page.evaluate(() => (document.querySelector('crossfoot-editor').src = 'gone.json'));
  assert.equal(await code, 'src');
  await page.getByText('This could not be loaded').waitFor();
  assert.equal(await dueNow(page), '4741.99');
  await close();
});

test('the form sends the document, and the server’s own total comes back', async () => {
  const { page, close } = await open('form');
  await page.getByLabel('Your name').fill('Ann <b>');
  await page.getByRole('button', { name: 'Order' }).click();
  assert.match(page.url(), /\/form\/$/, 'an empty order is not sent');
  await page.getByRole('button', { name: 'Add from library' }).click();
  await page.getByRole('checkbox', { name: /Setup/ }).check();
  await page.getByRole('button', { name: 'Add 1 item' }).click();
  await page.getByRole('button', { name: 'Order' }).click();
  await page.getByRole('heading', { name: 'Thank you, Ann <b>' }).waitFor();
  assert.equal(await page.locator('output').textContent(), '990.00 USD');
  await close();
});

test('a CRM keeps each deal in sync: two people, no connection, one deal after another', async () => {
  const first = await open('crm');
  const add = (page, name) =>
    page.evaluate(
      (value) =>
        document.querySelector('crossfoot-editor').addLine({ name: value, unitPrice: '100' }),
      name,
    );
  const shows = (page, text) =>
    page.locator('crossfoot-save-state').getByText(text, { exact: true }).waitFor();
  await shows(first.page, 'Saved');
  await add(first.page, 'Workshop');
  await shows(first.page, 'Saved');
  const second = await open('crm');
  await until(second.page, lineCount, 1);
  await first.context.setOffline(true);
  await add(second.page, 'Travel');
  await shows(second.page, 'Saved');
  await add(first.page, 'Report');
  await until(first.page, () =>
    document.querySelector('crossfoot-editor').matches(':state(offline)'),
  );
  await first.context.setOffline(false);
  await until(first.page, lineCount, 3);
  await shows(first.page, 'Saved');
  await first.page.getByRole('button', { name: 'Nordlys AS' }).click();
  await until(
    first.page,
    () => document.querySelector('crossfoot-editor').document?.id === 'deal-2',
  );
  await until(first.page, lineCount, undefined);
  await add(first.page, 'Other');
  await first.page.getByRole('button', { name: 'Harbour Bakery' }).click();
  await until(first.page, lineCount, 3);
  await first.page.getByRole('button', { name: 'Send to the customer' }).click();
  await first.page.getByText('Sent with 300.00 due now.').waitFor();
  await until(
    first.page,
    () => document.querySelector('crossfoot-editor').saveState?.name === 'saved',
  );
  for (const [id, names] of [
    ['deal-1', ['Report', 'Travel', 'Workshop']],
    ['deal-2', ['Other']],
  ]) {
    const stored = JSON.parse(site.documents.get(id));
    assert.deepEqual(stored.lines.map(({ name }) => name).sort(), names, id);
  }
  await Promise.all([first.close(), second.close()]);
});

test('the hashes of integrity.json are those of the files', () => {
  const dist = new URL('../../../build/package/dist/', import.meta.url);
  const hashes = JSON.parse(readFileSync(new URL('integrity.json', dist), 'utf8'));
  assert.ok('element.js' in hashes && 'lang/de.js' in hashes && 'crossfoot.wasm' in hashes);
  for (const [name, hash] of Object.entries(hashes)) {
    const own = createHash('sha384')
      .update(readFileSync(new URL(name, dist)))
      .digest('base64');
    assert.equal(hash, `sha384-${own}`, name);
  }
});
