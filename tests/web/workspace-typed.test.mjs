// What is typed and never "left" is kept: after a reload, Back, another page, a closed tab, a killed
// browser. Every box is found by walking the page.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startKept } from './support/browser.mjs';
import { suiteOfFile } from './support/suite.mjs';
import { newDocument, openWorkspace, saved, stored, typeLine } from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

/** Ways in which somebody goes on without leaving the box; each gives the page to go on with. */
const GOING = [
  ['a reload', async (page) => (await page.reload(), page)],
  ['Back', async (page) => (await page.goBack(), page)],
  [
    'another page',
    async (page) => (await page.evaluate(() => (location.hash = '#/library')), page),
  ],
  ['another site', async (page) => (await page.goto('about:blank'), page)],
  [
    'a closed tab',
    async (page) => {
      const context = page.context();
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
      return context.newPage();
    },
  ],
];
/** Boxes that take only certain texts. */
const SPECIAL = /Currency|Country|number|prefix|count from|Search|Password/i;
const TEXT_BOXES =
  ':is(input:is(:not([type]), [type=text], [type=email]):not([list=currencies]), textarea):not([disabled]):not([readonly])';

const openAll = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-workspace');
    for (const each of shadowRoot.querySelectorAll('details')) each.open = true;
  });

/** Types into every box below `root`, goes away each time, and names those whose text is gone. */
async function lostIn(page, address, root, kept) {
  const lost = [];
  const ready = async () => {
    await page.goto('about:blank');
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);
    await page.locator(root).first().waitFor();
    await rest(page, 150);
    await openAll(page);
  };
  await ready();
  const count = await page.locator(`${root} ${TEXT_BOXES}`).count();
  for (let at = 0; at < count; at++) {
    const box = page.locator(`${root} ${TEXT_BOXES}`).nth(at);
    const name = await box.evaluate((each) => each.labels?.[0]?.innerText.trim() ?? each.name);
    if (SPECIAL.test(name)) continue;
    const [how, go] = GOING[at % GOING.length];
    // An address is kept where it is one.
    const text = /payment pages/i.test(name) ? `https://typed${at}x.example` : `typed${at}x`;
    await box.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text, { delay: 5 });
    page = await go(page);
    await ready();
    // What another page was told as this one went away is kept in its own time.
    await eventually(async () => assert.ok((await kept(page)).includes(text))).catch(() =>
      lost.push(`${name}: ${how}`),
    );
  }
  assert.ok(count > 8, `${count} boxes`);
  return lost;
}

test('the head of a document: typed, and gone on without leaving the box', async () => {
  const context = await suite.browser.newContext();
  const { page } = await openWorkspace(context, suite.address);
  await newDocument(page, 'invoice');
  await saved(page);
  const kept = async (now) => JSON.stringify(await stored(now, 'documents'));
  assert.deepEqual(await lostIn(page, page.url(), 'details.panel', kept), []);
  await context.close();
});

test('the settings: typed, and gone on without leaving the box', async () => {
  const context = await suite.browser.newContext();
  const { page } = await openWorkspace(context, suite.address);
  await page.evaluate(() => (location.hash = '#/settings'));
  await page.getByRole('button', { name: 'New snippet' }).click();
  const kept = async (now) => JSON.stringify(await stored(now, 'meta'));
  const address = `${suite.address}/workspace.html#/settings`;
  assert.deepEqual(await lostIn(page, address, '.settings', kept), []);
  await context.close();
});

/** The database works on something else for as long as the page is there. */
const keepBusy = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('crossfoot-workspace').onsuccess = ({ target }) => {
          const entries = target.result.transaction('meta', 'readwrite').objectStore('meta');
          const again = () => (entries.get('settings').onsuccess = again);
          again();
          resolve();
        };
      }),
  );

test('what the database had not answered when the page went away is there when it comes back', async () => {
  const context = await suite.browser.newContext();
  const { page } = await openWorkspace(context, suite.address);
  const kept = async (now) => JSON.stringify(await stored(now, 'meta'));
  for (const [at, [how, go]] of GOING.filter(([name]) => name !== 'Back').entries()) {
    const before = await context.newPage();
    await before.goto(`${suite.address}/workspace.html#/settings`);
    await before.locator('.settings').waitFor();
    await keepBusy(before);
    await before.locator('textarea').first().click();
    await before.keyboard.press('Control+a');
    await before.keyboard.type(`busy${at}x`, { delay: 5 });
    await (await go(before)).close();
    await eventually(async () => assert.ok((await kept(page)).includes(`busy${at}x`), how));
    await page.reload();
    await page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);
    assert.ok((await kept(page)).includes(`busy${at}x`), how);
  }
  await context.close();
});

/** Types, waits half a second, kills the browser, and reads again with another one. */
async function killed(act, read) {
  const folder = mkdtempSync(join(tmpdir(), 'crossfoot-kill-'));
  try {
    const first = await startKept(folder);
    await act(await first.context.newPage());
    await first.kill();
    const second = await startKept(folder);
    const kept = await read(await second.context.newPage());
    await second.context.close();
    return kept;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a killed browser keeps the open cell and the open box of the head', async () => {
  let address = '';
  const kept = await killed(
    async (blank) => {
      const { page } = await openWorkspace(blank.context(), suite.address);
      await newDocument(page, 'invoice');
      address = page.url();
      await typeLine(page, 'First line', '2', '10');
      await page.keyboard.press('Escape');
      await page.locator('input[name=title]').click();
      await page.keyboard.type('Typed without a pause and never left', { delay: 60 });
      await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
      await page.keyboard.type('Twenty letters in the open cell', { delay: 60 });
      await rest(page, 500);
    },
    async (page) => {
      await page.goto(address);
      await page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);
      return JSON.stringify(await stored(page, 'documents'));
    },
  );
  assert.match(kept, /Typed without a pause and never left/);
  assert.match(kept, /Twenty letters in the open cell/);
});

test('a killed browser keeps the open cell of a page that saves by itself', async () => {
  const open = async (page) => {
    await page.goto(`${suite.address}/index.html`);
    await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
    await page.locator('tr.ghost [data-col=name]').waitFor();
  };
  const kept = await killed(
    async (page) => {
      await open(page);
      await page.locator('tr.ghost [data-col=name]').click();
      await page.keyboard.type('Typed without a pause', { delay: 60 });
      await page.keyboard.press('Tab');
      await page.keyboard.type('=3*12', { delay: 60 });
      await rest(page, 500);
    },
    async (page) => {
      await page.goto(`${suite.address}/index.html`);
      await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
      return eventually(async () => {
        const value = await page.evaluate(() => document.querySelector('crossfoot-editor').value);
        assert.match(value, /Typed without a pause/);
        return value;
      });
    },
  );
  assert.match(kept, /"quantity":"36"/);
});
