// ED-1.1 in every box of every page, found by walking: opened by whatever opens it, typed into key
// after key, left by Tab or Enter, compared with what is kept, and every amount on the screen with
// what the core counts. A run takes one speed and key for each box, and some of the pages, others each
// day (CROSSFOOT_SEED); `scripts/type-everywhere` takes them all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEditor } from './support/browser.mjs';
import { suiteOfFile } from './support/suite.mjs';
import { Walk } from './support/walk.mjs';
import {
  escape,
  everything,
  newContext,
  newCore,
  seed,
  some,
  uncounted,
} from './support/walking.mjs';
import { openWorkspace } from './workspace-page.mjs';
import { COUNTED, LIVES, QUOTE, RECORDS } from './support/walked-documents.mjs';
import { rest } from './support/waiting.mjs';

const suite = suiteOfFile();

/** Each line's net and total, the sections' sums and the sums below, each in its own place. */
const placesOf = (page) =>
  page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    const view = editor.store.engine.query({ get: 'view' });
    const sums = editor.store.engine.query({ get: 'summary' }).sums;
    const shown = (selector) => editor.shadowRoot.querySelector(selector)?.innerText ?? null;
    return [
      ...view.lines.flatMap((line) =>
        ['net', 'total'].map((column) => [
          `${column} of ${line.id}`,
          shown(`tr[data-id="${line.id}"] [data-act=explain][data-col=${column}]`),
          line[column],
        ]),
      ),
      ...sums.map((sum) => [
        `the section ${sum.id}`,
        shown(`tr[data-id="${sum.id}"] [data-sum=net]`),
        sum.subtotal,
      ]),
    ];
  });

/** What stands where and is not what the core has there; what is not shown cannot be wrong. */
const misplaced = (places) =>
  places
    .filter(([, shown, counted]) => shown !== null && !COUNTED.isIn(shown, counted))
    .map(([place, shown, counted]) => `${place} is ${counted} and shown as ${shown}`);

test('the editor: every popover and dialog, every box, tick and choice', async () => {
  const context = await newContext(suite.browser);
  const { page, problems } = await openEditor(context, suite.address, '?sample=none');
  const answers = await newCore(context, suite.address);
  // A page behind another one draws no frames, and all its rests are long.
  await page.bringToFront();
  page.on('framenavigated', (frame) => problems.push(`went to ${frame.url()}`));
  const open = (text) =>
    page.evaluate(async (state) => {
      const editor = document.querySelector('crossfoot-editor');
      editor.open(state);
      await editor.updateComplete;
    }, text);
  const saved = () => page.evaluate(() => document.querySelector('crossfoot-editor').value);
  const read = async () => JSON.parse(await saved());
  await page.evaluate((products) => {
    const editor = document.querySelector('crossfoot-editor');
    editor.catalogue = products;
    editor.saveProduct = () => undefined;
  }, RECORDS.products);
  const walk = new Walk({
    page,
    seed,
    everything,
    read,
    kept: read,
    except: 'body > header',
    fresh: async () => {
      await escape(page);
      // Columns that were chosen are remembered for the next document.
      await page.evaluate(() => localStorage.clear());
      await open(JSON.stringify(QUOTE));
      await rest(page, 60);
    },
    again: async (reopen) => {
      const text = await saved();
      await escape(page);
      await open(text);
      await rest(page, 60);
      return reopen();
    },
    check: async () => [
      ...misplaced(await placesOf(page)),
      ...(await uncounted(
        page,
        'table.lines, .totals, .beside-totals',
        await answers(await read()),
      )),
    ],
  });
  await walk.everything('the editor');
  assert.deepEqual(walk.complaints, []);
  assert.deepEqual(problems, []);
  assert.ok(walk.places.size >= 12, [...walk.places].join(', '));
  assert.ok(walk.boxes.size >= 60, `${walk.boxes.size} boxes`);
  await context.close();
});

/** All that the workspace keeps, from its database. */
const keptOf = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('crossfoot-workspace');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const names = [...database.objectStoreNames];
          const kept = {};
          const work = database.transaction(names);
          for (const name of names) {
            const all = work.objectStore(name).getAll();
            all.onsuccess = () => (kept[name] = all.result);
          }
          work.oncomplete = () => {
            database.close();
            const parsed = (_, value) =>
              typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
            resolve(JSON.parse(JSON.stringify(kept), parsed));
          };
        };
      }),
  );

/** Stores a document with its life; it is there as if it had been made. */
const storeLife = (page, id, [, state, ...steps]) =>
  page.evaluate(
    async ([document_, commands]) => {
      const { store } = document.querySelector('crossfoot-workspace');
      await store.removeDocuments([document_.id]);
      await store.addDocument(document_);
      const open = await store.openDocument(document_.id);
      for (const command of commands) {
        const reply = open.session.apply(command);
        if (reply.error) throw new Error(`${command.op}: ${reply.error.message}`);
      }
      await store.save(open);
      open.session.close();
    },
    [{ ...state, id }, steps],
  );

const workspaceReady = (page) =>
  page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);

/** Goes to an address of the workspace as if it were new, with no dialog open. */
async function visit(page, address, shown) {
  await escape(page);
  await page.evaluate(() => (location.hash = '#/nowhere'));
  await page.evaluate((to) => (location.hash = to), address);
  await page.locator(shown).first().waitFor();
  await rest(page, 120);
}

/** Loads the page again, and opens what was open. */
async function reloaded(page, shown, reopen) {
  await escape(page);
  await rest(page, 500);
  await page.reload();
  await workspaceReady(page);
  await page.locator(shown).first().waitFor();
  await rest(page, 250);
  return reopen();
}

test('the workspace: the page of each kind of document, its dialogs, its paper, its entry', async () => {
  const context = await newContext(suite.browser);
  const answers = await newCore(context, suite.address);
  const { page, problems } = await openWorkspace(context, suite.address);
  const shown = 'main .totals';
  const read = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crossfoot-workspace');
      return shadowRoot.querySelector('crossfoot-editor')?.document ?? null;
    });
  const check = async () => {
    const state = await read();
    return state === null ? [] : uncounted(page, 'main', await answers(state));
  };
  const id = 'walked';
  const address = `#/document/${id}`;
  const surface = { page, seed, everything, kept: () => keptOf(page), check };
  surface.except = 'crossfoot-editor, nav';
  surface.again = (reopen) => reloaded(page, shown, reopen);
  const walk = new Walk(surface);
  for (const life of some(LIVES, 4)) {
    surface.fresh = async () => {
      await visit(page, '#/nowhere', 'h1');
      await storeLife(page, id, life);
      await visit(page, address, shown);
    };
    const name = `${life[0]}${life.length > 2 ? ', later' : ''}`;
    await walk.everything(name);
    await surface.fresh();
    const counted = await answers(await read());
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.locator('crossfoot-preview .paper-totals').waitFor();
    const paper = await uncounted(page, 'crossfoot-preview', counted);
    await page.locator('main a.back').click();
    await page.locator(`.entries a[href="${address}"]`).waitFor();
    const entry = await uncounted(page, `.entries tr:has(a[href="${address}"])`, counted);
    walk.complaints.push(...paper.map((each) => `${name}, paper: ${each}`));
    walk.complaints.push(...entry.map((each) => `${name}, entry: ${each}`));
  }
  assert.deepEqual(walk.complaints, []);
  assert.deepEqual(problems, []);
  assert.ok(walk.places.size >= (everything ? 12 : 6), [...walk.places].join(', '));
  assert.ok(walk.boxes.size >= (everything ? 60 : 25), `${walk.boxes.size} boxes`);
  await context.close();
});

test('the workspace: lists, library, directory, reports and settings', async () => {
  const context = await newContext(suite.browser);
  const { page, problems } = await openWorkspace(context, suite.address);
  await page.evaluate(async (records) => {
    const { store } = document.querySelector('crossfoot-workspace');
    for (const [name, entries] of Object.entries(records)) await store.put(name, entries);
  }, RECORDS);
  await storeLife(page, 'listed', LIVES[0]);
  const surface = { page, seed, everything, kept: () => keptOf(page), except: 'nav' };
  surface.again = (reopen) => reloaded(page, 'main h1', reopen);
  const walk = new Walk(surface);
  const places = ['invoices', 'library', 'directory', 'reports', 'settings'];
  for (const place of some(places, 3)) {
    surface.fresh = () => visit(page, `#/${place}`, 'main h1');
    await walk.everything(place);
  }
  assert.deepEqual(walk.complaints, []);
  assert.deepEqual(problems, []);
  assert.ok(walk.places.size >= (everything ? 8 : 3), [...walk.places].join(', '));
  assert.ok(walk.boxes.size >= (everything ? 40 : 12), `${walk.boxes.size} boxes`);
  await context.close();
});
