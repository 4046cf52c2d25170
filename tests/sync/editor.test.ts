// The editor, the core and the sync together, in two browsers that share the reference backend.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';

import { chromium, type Browser, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { words } from '../../web/words-plugin.mjs';

import { newId, startInProcess } from '../server/support/in-process.mjs';

const HTML = `<!doctype html><html lang="en"><title>Sync</title><body>
<crossfoot-save-state></crossfoot-save-state><crossfoot-conflicts></crossfoot-conflicts>
<crossfoot-editor></crossfoot-editor>
<script type="module" src="/tests/sync/browser/editor-page.ts"></script></body></html>`;

let browser: Browser;
let site: ViteDevServer;
let server: Awaited<ReturnType<typeof startInProcess>>;
let token: string;

before(async () => {
  site = await createServer({
    configFile: false,
    logLevel: 'error',
    root: new URL('../..', import.meta.url).pathname,
    server: { host: '127.0.0.1', port: 0, watch: null, hmr: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [
      words(),
      {
        name: 'page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/page', (_, response) => {
            response.setHeader('Content-Type', 'text/html');
            response.end(HTML);
          });
        },
      },
    ],
  });
  await site.listen();
  server = await startInProcess({ env: { LEVEL: '3' } });
  token = await server.tokens.create({ tenant: 'browser', label: 'Ann' });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await site?.close();
  await server?.close();
});

/** A browser of its own with the document open. */
async function openEditor(id: string, device: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const query = new URLSearchParams({ id, device, token, base: server.url });
  await page.goto(`${site.resolvedUrls!.local[0]}page?${query}`);
  page.on('pageerror', (error) => console.error(error));
  await page.waitForFunction(() => (globalThis as any).sync !== undefined);
  await saved(page);
  return page;
}

const saved = (page: Page) => says(page, 'Saved');
const says = (page: Page, text: string) =>
  page
    .locator('crossfoot-save-state')
    .getByRole('status')
    .getByText(text, { exact: true })
    .waitFor();

/** Runs a command of the core in the editor, as any gesture would. */
const run = (page: Page, command: object) =>
  page.evaluate((value) => (globalThis as any).editor.run(value), command);

const lines = (page: Page): Promise<{ id: string; name: string; quantity?: string }[]> =>
  page.evaluate(() => (globalThis as any).editor.document.lines);

const line = (id: string, name: string) => ({ id, name, unitPrice: '10.00', quantity: '1' });
const add = (item: object) => ({ op: 'add', list: 'lines', items: [item] });
const focus = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

it('edits of two people meet in both editors, with a notice of the new total', async () => {
  const id = newId();
  const laptop = await openEditor(id, 'laptop');
  await run(laptop, add(line('li_1', 'Design')));
  await saved(laptop);
  const phone = await openEditor(id, 'phone');
  assert.deepEqual(
    (await lines(phone)).map((one) => one.name),
    ['Design'],
  );
  await run(laptop, { op: 'set', path: '/lines/li_1/quantity', value: '2' });
  await saved(laptop);
  await run(phone, add(line('li_2', 'Travel')));
  const notice = phone.locator('crossfoot-conflicts').getByText(/Merged with changes by/);
  await notice.waitFor();
  assert.match(await notice.innerText(), /laptop.*20\.00.*→.*30\.00/);
  await saved(phone);
  await focus(laptop);
  await laptop.waitForFunction(() => (globalThis as any).editor.document.lines.length === 2);
  assert.deepEqual(await lines(laptop), await lines(phone));
  const stored = (await server.with(token).get(id)).json;
  assert.equal(stored.lines.length, 2);
  await Promise.all([laptop.context().close(), phone.context().close()]);
});

it('what others changed keeps the digits of every number that only the host knows', async () => {
  const id = newId();
  const big = '12345678901234567890.10';
  const state = `{"version":1,"id":"${id}","kind":"quote","currency":"EUR","date":"2026-11-22","custom":{"big":${big}},"lines":[${JSON.stringify(line('li_1', 'Design'))}]}`;
  await server.with(token).create(id, state);
  const laptop = await openEditor(id, 'laptop');
  const phone = await openEditor(id, 'phone');
  await run(phone, { op: 'set', path: '/lines/li_1/name', value: 'Workshop' });
  await saved(phone);
  await focus(laptop);
  await laptop.waitForFunction(
    () => (globalThis as any).editor.document.lines[0]?.name === 'Workshop',
  );
  await run(laptop, { op: 'set', path: '/lines/li_1/quantity', value: '2' });
  await saved(laptop);
  const { text } = await server.with(token).get(id);
  assert.match(text, /"quantity":"2"/);
  assert.ok(text.includes(big), text);
  await Promise.all([laptop.context().close(), phone.context().close()]);
});

// SY-4.7
it('what came from somebody else is one step that can be undone', async () => {
  const id = newId();
  const laptop = await openEditor(id, 'laptop');
  await run(laptop, add(line('li_1', 'Design')));
  await saved(laptop);
  const phone = await openEditor(id, 'phone');
  await run(phone, { op: 'set', path: '/lines/li_1/name', value: 'Design, two days' });
  await saved(phone);
  await focus(laptop);
  const name = () => (globalThis as any).editor.document.lines[0]?.name;
  await laptop.waitForFunction(`(${name})() === 'Design, two days'`);
  await laptop.evaluate(() => (globalThis as any).editor.undo());
  assert.equal(await laptop.evaluate(name), 'Design');
  await Promise.all([laptop.context().close(), phone.context().close()]);
});

it('a conflict is decided with the keyboard, and the other version can be restored', async () => {
  const id = newId();
  const laptop = await openEditor(id, 'laptop');
  await run(laptop, add(line('li_1', 'Design')));
  await saved(laptop);
  const phone = await openEditor(id, 'phone');
  await run(laptop, { op: 'set', path: '/lines/li_1/name', value: 'Design, two days' });
  await saved(laptop);
  await run(phone, { op: 'set', path: '/lines/li_1/name', value: 'Workshop' });
  await says(phone, 'Needs your decision');
  const view = phone.locator('crossfoot-conflicts');
  assert.equal((await lines(phone))[0]!.name, 'Workshop', 'mine stays on the screen');
  await view.getByRole('button', { name: /Take theirs/ }).press('Enter');
  await saved(phone);
  assert.equal((await lines(phone))[0]!.name, 'Design, two days');
  await view.getByText('Decided. You can go on.').waitFor();
  await view.getByRole('button', { name: /Restore/ }).press('Enter');
  await phone.waitForFunction(
    () => (globalThis as any).editor.document.lines[0].name === 'Workshop',
  );
  await saved(phone);
  await Promise.all([laptop.context().close(), phone.context().close()]);
});

it('Ctrl+S saves now', async () => {
  const id = newId();
  const laptop = await openEditor(id, 'laptop');
  await run(laptop, add(line('li_1', 'Design')));
  await laptop.locator('crossfoot-editor').press('Control+s');
  await saved(laptop);
  assert.equal((await server.with(token).get(id)).json.lines.length, 1);
  await laptop.context().close();
});

it('undo survives a reload, over what somebody else wrote meanwhile too', async () => {
  const id = newId();
  const laptop = await openEditor(id, 'laptop');
  await run(laptop, add(line('li_1', 'Design')));
  await run(laptop, { op: 'set', path: '/lines/li_1/quantity', value: '2' });
  await saved(laptop);
  const reload = async () => {
    await laptop.reload();
    await laptop.waitForFunction(() => (globalThis as any).sync !== undefined);
    await saved(laptop);
  };
  const undo = () => laptop.evaluate(() => (globalThis as any).editor.undo());
  const quantity = async () => (await lines(laptop))[0]?.quantity;
  await reload();
  await undo();
  assert.equal(await quantity(), '1');
  await laptop.evaluate(() => (globalThis as any).editor.redo());
  await saved(laptop);
  const phone = await openEditor(id, 'phone');
  await run(phone, { op: 'set', path: '/lines/li_1/name', value: 'Design, two days' });
  await saved(phone);
  await reload();
  assert.equal((await lines(laptop))[0]!.name, 'Design, two days');
  await undo();
  assert.equal((await lines(laptop))[0]!.name, 'Design', 'what came from the phone');
  await undo();
  assert.equal(await quantity(), '1');
  await saved(laptop);
  await focus(phone);
  await phone.waitForFunction(() => (globalThis as any).editor.document.lines[0].quantity === '1');
  await Promise.all([laptop.context().close(), phone.context().close()]);
});
