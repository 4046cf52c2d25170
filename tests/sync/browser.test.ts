// The sync in Chromium: real tabs, real storage, the reference backend on another origin.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';

import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { newId, startInProcess } from '../server/support/in-process.mjs';
import { listen, type Listening } from './support/listen.ts';

let browser: Browser;
let site: Listening;
let server: Awaited<ReturnType<typeof startInProcess>>;
let token: string;

before(async () => {
  const entry = new URL('./browser/page.ts', import.meta.url).pathname;
  const options = { bundle: true, format: 'esm', write: false, target: 'es2022' } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  const script = outputFiles[0]!.text;
  site = await listen((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>',
    );
  });
  server = await startInProcess();
  token = await server.tokens.create({ tenant: 'browser' });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await server?.close();
});

/** A tab of a device with the document open. */
async function openTab(context: BrowserContext, id: string, device: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(site.url);
  await tab.waitForFunction(() => globalThis.page !== undefined);
  await tab.evaluate(
    ([base, key, name]) => page.start(base!, key!, name!),
    [server.url, token, device],
  );
  await tab.evaluate((wanted) => page.open(wanted), id);
  await tab.waitForFunction(() => page.seen()?.save === 'saved');
  return tab;
}

function until(tab: Page, condition: string): Promise<unknown> {
  return tab.waitForFunction(`(() => { const s = page.seen(); return ${condition}; })()`);
}

const stored = async (id: string) => (await server.with(token).get(id)).json;

it('an edit reaches the server, the other tab and another device', async () => {
  const id = newId();
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  const first = await openTab(here, id, 'laptop');
  const second = await openTab(here, id, 'laptop');
  await first.evaluate(() => page.addLine('li_1', 'Design'));
  await until(second, `s.names.li_1 === 'Design'`);
  await until(first, `s.save === 'saved'`);
  assert.equal((await stored(id)).lines[0].name, 'Design');
  const other = await openTab(there, id, 'phone');
  await until(other, `s.names.li_1 === 'Design'`);
  await Promise.all([here.close(), there.close()]);
});

it('two tabs that edit at once keep both edits', async () => {
  const id = newId();
  const context = await browser.newContext();
  const [first, second] = [
    await openTab(context, id, 'laptop'),
    await openTab(context, id, 'laptop'),
  ];
  await Promise.all([
    first.evaluate(() => page.addLine('li_a', 'from the first')),
    second.evaluate(() => page.addLine('li_b', 'from the second')),
  ]);
  for (const tab of [first, second]) {
    await until(tab, `s.names.li_a && s.names.li_b && s.save === 'saved'`);
  }
  assert.equal((await stored(id)).lines.length, 2);
  await context.close();
});

it('work done without a connection survives the end of the tab and arrives later', async () => {
  const id = newId();
  const context = await browser.newContext();
  const first = await openTab(context, id, 'laptop');
  await context.route(`${server.url}/**`, (route) => route.abort());
  await first.evaluate(() => page.addLine('li_1', 'typed offline'));
  await first.waitForTimeout(400);
  await first.close();
  assert.equal((await stored(id)).lines.length, 0);
  await context.unroute(`${server.url}/**`);
  const again = await openTab(context, id, 'laptop');
  await until(again, `s.names.li_1 === 'typed offline' && s.save === 'saved'`);
  assert.equal((await stored(id)).lines[0].name, 'typed offline');
  await context.close();
});

it('two devices that change one line are asked, and the decision reaches both', async () => {
  const id = newId();
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  const laptop = await openTab(here, id, 'laptop');
  await laptop.evaluate(() => page.addLine('li_1', 'Design'));
  await until(laptop, `s.save === 'saved'`);
  const phone = await openTab(there, id, 'phone');
  await laptop.evaluate(() => page.rename('li_1', 'Design, two days'));
  await until(laptop, `s.save === 'saved'`);
  await phone.evaluate(() => page.rename('li_1', 'Design workshop'));
  await until(phone, `s.save === 'decision'`);
  const seen = await phone.evaluate(() => page.seen());
  assert.deepEqual(seen?.conflicts, ['/lines/li_1']);
  assert.equal(seen?.names.li_1, 'Design workshop');
  await phone.evaluate(() => page.resolve('/lines/li_1', 'mine'));
  await until(phone, `s.save === 'saved'`);
  await laptop.evaluate(() => window.dispatchEvent(new Event('focus')));
  await until(laptop, `s.names.li_1 === 'Design workshop'`);
  await Promise.all([here.close(), there.close()]);
});
