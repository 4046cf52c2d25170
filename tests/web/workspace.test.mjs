// The workspace in a real browser, used as a new person would.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
  fillCustomer,
  goTo,
  newDocument,
  openWorkspace,
  saved,
  status,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

/** A browser without any history. */
async function withContext(work, options = {}) {
  const context = await suite.browser.newContext({
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  try {
    await work(context);
  } finally {
    await context.close();
  }
}

async function invoice(page, price = '165') {
  await newDocument(page, 'invoice');
  await fillCustomer(page);
  await typeLine(page, 'Advice', '10', price);
  await saved(page);
}

test('from an empty browser to an invoice that is partly paid, credited and finally paid', async () => {
  await withContext(async (context) => {
    const { page, problems } = await openWorkspace(context, suite.address);
    await invoice(page);
    await takeStep(page, 'Finalise');
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    assert.equal(await status(page), 'Open');

    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('dialog input[name=amount]').fill('500');
    await page.locator('dialog input[name=amount]').press('Tab');
    await page.locator('[data-confirm]').click();
    await page.getByText('Partly paid').first().waitFor();

    await chooseMore(page, 'Make a credit memo of it');
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await takeStep(page, 'Finalise');
    await page.getByRole('heading', { name: 'Credit memo CM-1001' }).waitFor();
    await page.getByRole('button', { name: 'Apply credit' }).click();
    await page.locator('dialog input[name=amount]').fill('150');
    await page.locator('dialog input[name=amount]').press('Tab');
    await page.locator('[data-confirm]').click();
    await page.getByText('Credit applied').waitFor();
    await saved(page);

    await goTo(page, '#/invoices', 'Invoices');
    await page.getByRole('link', { name: 'INV-1001' }).click();
    await page.getByRole('button', { name: 'Record payment' }).click();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '1,000.00');
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.paid').waitFor();
    await saved(page);
    const [row] = (await stored(page, 'rows')).filter(({ kind }) => kind === 'invoice');
    assert.deepEqual([row.status, row.total, row.due], ['paid', '1650.00', '0.00']);
    assert.deepEqual(problems, []);
  });
});

test('a step that is not possible says why, and an incomplete draft what it lacks', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await newDocument(page, 'invoice');
    await page.getByRole('button', { name: 'Finalise' }).click();
    await page.getByText('Add at least one line first.').waitFor();
    await page.keyboard.press('Escape');
    await typeLine(page, 'Advice', '1', '100');
    await saved(page);
    await page.getByRole('button', { name: 'Finalise' }).click();
    await page.getByText('Name at least one contact it goes to.').waitFor();
    await page.keyboard.press('Escape');
    await fillCustomer(page);
    await saved(page);
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('dialog input[name=amount]').fill('40');
    await page.locator('dialog input[name=amount]').press('Tab');
    await page.locator('[data-confirm]').click();
    await page.getByText('Partly paid').first().waitFor();
    await chooseMore(page, 'All steps');
    const voiding = page.locator('.steps li', { hasText: /^\s*Void/ });
    assert.match(await voiding.innerText(), /paid in full or in part/);
    assert.equal(await voiding.getByRole('button').isDisabled(), true);
  });
});

/** In the page: drafts that only wait for their numbers, and a function that finalises them all. */
async function prepareDrafts(count) {
  const { store } = document.querySelector('crossfoot-workspace');
  const drafts = [];
  for (let n = 0; n < count; n++) {
    const id = crypto.randomUUID();
    await store.addDocument({
      ...{ version: 1, id, kind: 'invoice', status: 'draft', currency: 'USD', date: '2026-11-22' },
      contacts: [{ id: 'c', name: 'Ada' }],
      lines: [{ id: 'li_1', name: 'Advice', unitPrice: '1' }],
    });
    drafts.push(await store.openDocument(id));
  }
  globalThis.finaliseAll = () =>
    Promise.all(
      drafts.map((draft) =>
        store.withNextNumber(draft, 'invoice', (number) => {
          const at = '2026-11-22';
          const step = { op: 'lifecycle', step: 'finalise', at, number };
          const reply = draft.session.apply(step);
          return 'error' in reply ? reply : null;
        }),
      ),
    ).then(() => undefined);
}

test('two tabs that finalise at once never give a number twice and leave no gap', async () => {
  await withContext(async (context) => {
    const one = (await openWorkspace(context, suite.address)).page;
    const two = (await openWorkspace(context, suite.address)).page;
    for (const round of [1]) {
      for (const page of [one, two]) {
        await goTo(page, '#/invoices', 'Invoices');
        await invoice(page, String(round));
        await page.getByRole('button', { name: 'Finalise', exact: true }).click();
        await page.locator('dialog [data-confirm]').waitFor();
      }
      await Promise.all([one, two].map((page) => page.locator('dialog [data-confirm]').click()));
      for (const page of [one, two]) await page.locator('dialog').waitFor({ state: 'detached' });
    }
    // The same again, many at the very same time: what fingers are too slow for.
    for (const page of [one, two]) await page.evaluate(prepareDrafts, 12);
    await Promise.all([one, two].map((page) => page.evaluate(() => globalThis.finaliseAll())));
    const numbers = (await stored(one, 'rows')).map(({ number }) => number).toSorted();
    const wanted = Array.from({ length: 26 }, (_, n) => `INV-${1001 + n}`);
    assert.deepEqual(numbers, wanted);
  });
});

test('what two tabs change in one document is kept from both', async () => {
  await withContext(async (context) => {
    const one = (await openWorkspace(context, suite.address)).page;
    await invoice(one);
    const hash = await one.evaluate(() => location.hash);
    const two = (await openWorkspace(context, suite.address, hash)).page;
    await two.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await two.locator('summary', { hasText: 'Customer, dates' }).click();
    await two.locator('input[name=title]').fill('From the second tab');
    await two.locator('input[name=title]').press('Tab');
    await typeLine(one, 'Travel', '1', '20');
    await saved(one);
    await saved(two);
    await eventually(async () => {
      const [record] = await stored(one, 'documents');
      const state = JSON.parse(record.state);
      assert.equal(state.custom.title, 'From the second tab');
      assert.deepEqual(
        state.lines.map(({ name }) => name),
        ['Advice', 'Travel'],
      );
    });
  });
});

test('a browser that is killed while somebody types loses no committed edit', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'crossfoot-killed-'));
  const options = {
    executablePath: process.env.CROSSFOOT_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  };
  try {
    const first = await chromium.launchPersistentContext(profile, options);
    const { page } = await openWorkspace(first, suite.address);
    await newDocument(page, 'invoice');
    await typeLine(page, 'Advice', '3', '70');
    await rest(page, 500);
    const session = await first.newCDPSession(page);
    await session.send('Browser.crash').catch(() => undefined);
    await first.close().catch(() => undefined);

    await rm(join(profile, 'SingletonLock'), { force: true });
    const again = await chromium.launchPersistentContext(profile, options);
    const reopened = (await openWorkspace(again, suite.address)).page;
    const [record] = await stored(reopened, 'documents');
    const [line] = JSON.parse(record.state).lines;
    assert.deepEqual([line.name, line.quantity, line.unitPrice], ['Advice', '3', '70']);
    const hash = `#/document/${record.id}`;
    await goTo(reopened, hash, 'Invoice');
    await reopened.locator('crossfoot-editor').getByRole('button', { name: 'Undo' }).click();
    await saved(reopened);
    const [undone] = await stored(reopened, 'documents');
    assert.notEqual(JSON.parse(undone.state).lines[0]?.unitPrice, '70');
    await again.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('after the first visit everything works without a network', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);
    await invoice(page);
    await takeStep(page, 'Finalise');
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('crossfoot-preview').getByText('INV-1001').first().waitFor();
  });
});

test('a deal becomes a quote, an accepted quote a subscription, and that its third invoice', async () => {
  await withContext(async (context) => {
    const { page, problems } = await openWorkspace(context, suite.address, '#/deals');
    await newDocument(page, 'deal');
    await fillCustomer(page);
    await page.getByRole('button', { name: 'Add from library' }).click();
    await page.locator('dialog').getByText('Team plan seat').click();
    await page.locator('dialog').getByText('Onboarding').click();
    await page.getByRole('button', { name: /^Add 2 items/ }).click();
    await saved(page);
    await chooseMore(page, 'Make a quote of it');
    await page.getByRole('heading', { level: 1, name: 'Quote' }).waitFor();
    await takeStep(page, 'Publish');
    await page.getByRole('heading', { name: 'Quote Q-1001' }).waitFor();
    await takeStep(page, 'Mark as accepted');
    await page.locator('.doc-title .chip.accepted').waitFor();
    await chooseMore(page, 'Make a subscription of it');
    await page.getByText('does not recur').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    const subscription = await page.evaluate(() => location.hash);
    const dates = [];
    for (let count = 0; count < 3; count++) {
      await goTo(page, subscription, 'Subscription');
      await page.getByRole('button', { name: 'Make the next invoice' }).click();
      await page.locator('[data-confirm]').click();
      await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
      const invoices = (await stored(page, 'rows')).filter(({ kind }) => kind === 'invoice');
      dates.push(invoices.length);
      assert.ok(invoices.every(({ total }) => total === '29.00'));
    }
    assert.deepEqual(dates, [1, 2, 3]);
    const rows = (await stored(page, 'rows')).filter(({ kind }) => kind === 'invoice');
    assert.equal(new Set(rows.map(({ date }) => date)).size, 3);
    await takeStep(page, 'Finalise');
    assert.deepEqual(problems, []);
  });
});

test('a list of five thousand documents shows few rows, and filters and sorts exactly', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('crossfoot-workspace');
          request.onsuccess = () => {
            const transaction = request.result.transaction('rows', 'readwrite');
            for (let n = 0; n < 5000; n++) {
              const amount = `${(n * 7919) % 100_003}.${String(n % 100).padStart(2, '0')}`;
              transaction.objectStore('rows').put({
                ...{ id: `d${n}`, kind: 'invoice', status: 'open', number: `INV-${10_000 + n}` },
                ...{ title: '', customer: `Customer ${n % 97}`, contact: '', email: '', owner: '' },
                ...{ poNumber: '', date: '2026-01-01', dueDate: '2999-01-01', currency: 'USD' },
                ...{ lines: 1, total: amount, due: amount, mrr: '', arr: '', origin: '' },
                ...{
                  updatedAt: '2026-01-01T00:00:00Z',
                  asOf: '',
                  surplus: '',
                  endsOn: '',
                  taxes: [],
                  fees: [],
                },
              });
            }
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
    );
    await goTo(page, '#/quotes', 'Quotes');
    await goTo(page, '#/invoices', 'Invoices');
    await page.getByText('5000 entries').waitFor();
    assert.ok((await page.locator('table.entries tbody tr').count()) < 80);
    await page.getByRole('button', { name: 'Total' }).click();
    const first = await page.locator('table.entries tbody tr').first().innerText();
    assert.match(first, /INV-10000/);
    await page.getByRole('searchbox').fill('Customer 13 INV-10013');
    await page.getByText('1 entry').waitFor();
  });
});

test('a number in a filter stays as it was typed, with why it is none, and may have a currency', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    for (const price of ['100', '2000']) {
      await goTo(page, '#/invoices', 'Invoices');
      await newDocument(page, 'invoice');
      await typeLine(page, 'Advice', '1', price);
      await saved(page);
    }
    await goTo(page, '#/invoices', 'Invoices');
    await page.getByText('2 entries').waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByLabel('Property').selectOption({ label: 'Total' });
    await page.getByLabel('Comparison').selectOption({ label: 'is above' });
    const value = page.getByLabel('Value', { exact: true });
    await value.click();
    await page.keyboard.type('1.250,5', { delay: 60 });
    await page.keyboard.press('Tab');
    await page.getByText(/“1\.250,5” is not clear|Did you mean/).waitFor();
    assert.equal(await value.inputValue(), '1.250,5');
    await page.getByText('2 entries').waitFor();
    await value.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('$1,200', { delay: 60 });
    await page.keyboard.press('Tab');
    await page.getByText('1 entry').waitFor();
  });
});

test('a backup holds the whole workspace and brings it back', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await invoice(page);
    await goTo(page, '#/settings', 'Settings');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save a backup' }).click();
    const path = await (await downloading).path();
    assert.equal(JSON.parse(await readFile(path, 'utf8')).stores.documents.length, 1);
    await goTo(page, '#/invoices', 'Invoices');
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Delete drafts…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('No invoices yet').waitFor();
    await goTo(page, '#/settings', 'Settings');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    await (await choosing).setFiles(path);
    await page.locator('[data-confirm]').click();
    await page.getByText('Backup restored').waitFor();
    assert.equal((await stored(page, 'rows')).length, 1);
  });
});

test('a copy keeps what only the host knows, digit by digit', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    const digits = '12345678901234567890.10';
    const head = '"version":1,"id":"d1","kind":"invoice","currency":"USD","date":"2026-11-22"';
    const state = `{${head},"lines":[],"custom":{"host":${digits}}}`;
    await page.evaluate(
      (text) => document.querySelector('crossfoot-workspace').store.addDocument(text),
      state,
    );
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('1 copy made').waitFor();
    const documents = await stored(page, 'documents');
    assert.equal(documents.length, 2);
    for (const each of documents) assert.ok(each.state.includes(`"host":${digits}`), each.state);
  });
});

test('what cannot be drawn or read is said, and the way to the other pages stays', async () => {
  const context = await suite.browser.newContext();
  const { page } = await openWorkspace(context, suite.address);
  await newDocument(page, 'invoice');
  await fillCustomer(page);
  await saved(page);
  const said = page.locator('main').getByRole('alert');
  const breakMember = (name) =>
    page.evaluate((member) => {
      const host = document.querySelector('crossfoot-workspace');
      host.kept ??= {};
      host.kept[member] = host[member];
      host[member] = () => {
        throw new Error('out of paper');
      };
    }, name);
  const mendMember = (name) =>
    page.evaluate((member) => {
      const host = document.querySelector('crossfoot-workspace');
      host[member] = host.kept[member];
    }, name);

  await breakMember('reason');
  await page.locator('.doc-head').getByText('Invoices').click();
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor();
  await page.locator('main').getByText('Berg AS').first().click();
  await said.getByText('out of paper').waitFor();
  assert.equal(await page.getByText('Starting the calculator').count(), 0);
  await said.getByRole('link', { name: 'Quotes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quotes' }).waitFor();
  await mendMember('reason');

  await page.evaluate(() => {
    const { store } = document.querySelector('crossfoot-workspace');
    store.openDocument = async () => {
      throw new Error('out of ink');
    };
  });
  await page.goBack();
  await said.getByText('out of ink').waitFor();
  assert.equal(await page.getByText('Starting the calculator').count(), 0);
  await page.locator('nav').getByRole('link', { name: 'Quotes' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quotes' }).waitFor();
  await context.close();
});
