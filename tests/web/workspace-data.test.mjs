// What the workspace keeps: two tabs on one cell, backups old and damaged, numbers given once, and
// addresses that name nothing.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import {
  fillCustomer,
  goTo,
  newDocument,
  openWorkspace,
  saved,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

async function withContext(run) {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await run(context);
  } finally {
    await context.close();
  }
}

async function invoice(page) {
  await goTo(page, '#/invoices', 'Invoices');
  await newDocument(page, 'invoice');
  await fillCustomer(page);
  await typeLine(page, 'Design', '5', '100');
  await saved(page);
}

const quantityOf = (page) =>
  page.evaluate(
    () =>
      JSON.parse(
        document.querySelector('crossfoot-workspace').shadowRoot.querySelector('crossfoot-editor')
          .value,
      ).lines[0].quantity,
  );

async function typeQuantity(page, text) {
  await page
    .locator('crossfoot-editor')
    .getByLabel(/^Quantity, line 1/)
    .click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text, { delay: 30 });
  await page.keyboard.press('Tab');
}

for (const apart of [0, 50, 100, 300]) {
  test(`one cell in two tabs, ${apart} ms apart: one counts, the other can be brought back`, async () => {
    await withContext(async (context) => {
      const { page: first, problems } = await openWorkspace(context, suite.address);
      await invoice(first);
      const hash = await first.evaluate(() => location.hash);
      const { page: second } = await openWorkspace(context, suite.address, hash);
      await second
        .locator('crossfoot-editor')
        .getByLabel(/^Quantity, line 1/)
        .waitFor();
      await Promise.all([
        typeQuantity(first, '61'),
        // How far apart two people type is what is tried.
        second.waitForTimeout(apart).then(() => typeQuantity(second, '72')),
      ]);
      await saved(first);
      await saved(second);
      const counted = await eventually(async () => {
        const shown = await Promise.all([quantityOf(first), quantityOf(second)]);
        assert.equal(shown[0], shown[1], 'both tabs show the same');
        assert.ok(['61', '72'].includes(shown[0]), `one of the two counts, not ${shown[0]}`);
        const documents = await stored(first, 'documents');
        assert.equal(JSON.parse(documents[0].state).lines[0].quantity, shown[0]);
        return shown[0];
      });
      const other = counted === '61' ? '72' : '61';
      const found = [];
      for (const page of [first, second]) {
        await page.bringToFront();
        await page
          .locator('crossfoot-editor')
          .getByLabel(/^Quantity, line 1/)
          .click();
        for (let step = 0; step < 3 && found.length === 0; step++) {
          await page.keyboard.press('Control+z');
          if ((await quantityOf(page)) === other) found.push(other);
        }
      }
      assert.deepEqual(found, [other]);
      assert.deepEqual(problems, []);
    });
  });
}

test('the tab whose cell another one overwrote says so until it is dismissed, and brings it back', async () => {
  await withContext(async (context) => {
    const { page: first } = await openWorkspace(context, suite.address);
    await invoice(first);
    const hash = await first.evaluate(() => location.hash);
    const { page: second, problems } = await openWorkspace(context, suite.address, hash);
    const type = async (page, text) => {
      await page
        .locator('crossfoot-editor')
        .getByLabel(/^Quantity, line 1/)
        .click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text, { delay: 40 });
      await page.keyboard.press('Tab');
    };
    // Neither can store before both have typed.
    await first.evaluate(() => {
      const held = new Promise((resolve) => (window.release = resolve));
      void navigator.locks.request('crossfoot-documents', () => held);
    });
    await type(first, '61');
    await type(second, '72');
    await first.evaluate(() => window.release());
    await saved(first);
    await saved(second);
    const told = (page) => page.locator('.notices li').allInnerTexts();
    const counted = await eventually(async () => {
      const quantity = await quantityOf(first);
      assert.equal(await quantityOf(second), quantity);
      const other = quantity === '61' ? '72' : '61';
      const texts = [...(await told(first)), ...(await told(second))];
      assert.ok(texts.length > 0);
      for (const text of texts) assert.ok(text.includes(`${other} was overwritten`), text);
      return quantity;
    });
    const other = counted === '61' ? '72' : '61';
    const losers = [];
    for (const page of [first, second]) {
      if ((await told(page)).some((text) => /Its version counts/.test(text))) losers.push(page);
    }
    assert.equal(losers.length, 1, 'the tab that lost says so');
    const [loser] = losers;
    await loser.bringToFront();
    await loser.getByRole('button', { name: 'Preview' }).click();
    await loser.getByRole('button', { name: 'Back to editing' }).click();
    await loser.getByRole('button', { name: 'Use what was overwritten' }).click();
    assert.equal(await quantityOf(loser), other);
    assert.deepEqual(await told(loser), []);
    await saved(loser);
    assert.deepEqual(problems, []);
  });
});

test('a host’s long numbers keep every digit through the history, a reload and a typed contact', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    const long = '12345678901234567890.10';
    await page.evaluate(async (digits) => {
      const { store } = document.querySelector('crossfoot-workspace');
      const text = `{"version":1,"id":"long","kind":"quote","currency":"USD","date":"2026-04-01",
        "contacts":[{"id":"c1","name":"Ada","custom":{"crm":${digits}}}],
        "lines":[{"id":"l1","name":"Desk","unitPrice":"5","custom":{"erp":${digits}}},
          {"id":"l2","name":"Chair","unitPrice":"7"}]}`;
      await store.addDocument(text);
      location.hash = '#/document/long';
    }, long);
    const valueOf = () =>
      page.evaluate(
        () =>
          document.querySelector('crossfoot-workspace').shadowRoot.querySelector('crossfoot-editor')
            .value,
      );
    const count = async () => (await valueOf()).split(long).length - 1;
    await page.locator('tr[data-id=l1] [data-col=name]').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' oak', { delay: 40 });
    await page.keyboard.press('Tab');
    await page.getByText('Customer, dates and terms').first().click();
    await page.locator('input[name=contact]').fill('Ada Berg');
    await page.locator('input[name=contact]').press('Tab');
    await page.locator('tr[data-id=l1] [data-act=menu]').click();
    await page.getByRole('menuitem', { name: 'Delete', exact: false }).last().click();
    await saved(page);
    await page.reload();
    await page.locator('tr[data-id=l2] [data-col=name]').click();
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('Control+z');
    }
    await eventually(async () => {
      assert.match(await valueOf(), /"Desk"/);
      assert.equal(await count(), 2, await valueOf());
    });
  });
});

test('what another tab stores disturbs nobody who is typing', async () => {
  await withContext(async (context) => {
    const { page: first } = await openWorkspace(context, suite.address);
    await invoice(first);
    const hash = await first.evaluate(() => location.hash);
    const { page: second } = await openWorkspace(context, suite.address, hash);
    const price = second.locator('crossfoot-editor').getByLabel(/^Unit price.*line 1/);
    await price.click();
    await second.keyboard.press('Control+a');
    await second.keyboard.type('12', { delay: 40 });
    await typeLine(first, 'Build', '1', '7');
    await saved(first);
    await rest(second, 400);
    await second.keyboard.type('.5', { delay: 40 });
    assert.equal(await price.inputValue(), '12.5');
    await saved(second);
    await eventually(async () => {
      const { lines } = JSON.parse((await stored(second, 'documents'))[0].state);
      assert.deepEqual(
        lines.map(({ name, unitPrice }) => [name, unitPrice]),
        [
          ['Design', '12.5'],
          ['Build', '7'],
        ],
      );
    });
  });
});

async function saveBackup(page) {
  await goTo(page, '#/settings', 'Settings');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup' }).click();
  return (await downloading).path();
}

async function chooseBackup(page, path) {
  await goTo(page, '#/settings', 'Settings');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup…' }).click();
  await (await choosing).setFiles(path);
}

async function finalised(page) {
  await takeStep(page, 'Finalise');
  return eventually(async () => {
    const number = await page.evaluate(
      () =>
        JSON.parse(
          document.querySelector('crossfoot-workspace').shadowRoot.querySelector('crossfoot-editor')
            .value,
        ).number,
    );
    assert.ok(number, 'it has a number');
    return number;
  });
}

test('an older backup, restored twice, gives out no number again, and says what is in it', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await invoice(page);
    const given = [await finalised(page)];
    const backup = await saveBackup(page);
    for (let round = 0; round < 2; round++) {
      await invoice(page);
      given.push(await finalised(page));
      await chooseBackup(page, backup);
      const dialog = page.locator('dialog');
      const text = await dialog.innerText();
      assert.match(text, /Backup of .*20\d\d/);
      assert.match(text, /Documents\s+\d+\s+1\b/);
      assert.match(text, /Highest numbers\s+INV-100\d\s+INV-1001/);
      assert.match(text, new RegExp(`INV-${1003 + round}`));
      await page.locator('[data-confirm]').click();
      await page.getByText('Backup restored').waitFor();
      assert.equal((await stored(page, 'documents')).length, 1);
    }
    await invoice(page);
    given.push(await finalised(page));
    assert.deepEqual(given, ['INV-1001', 'INV-1002', 'INV-1003', 'INV-1004']);
  });
});

test('a damaged backup replaces nothing, and settings stay open', async () => {
  await withContext(async (context) => {
    const { page, problems } = await openWorkspace(context, suite.address);
    await invoice(page);
    const good = JSON.parse(await readFile(await saveBackup(page), 'utf8'));
    const folder = await mkdtemp(join(tmpdir(), 'backup-'));
    const settings = (change) => (backup) => {
      const entry = backup.stores.meta.find(({ id }) => id === 'settings');
      if (entry) change(entry.value);
      else {
        const value = {};
        change(value);
        backup.stores.meta.push({ id: 'settings', value });
      }
    };
    const damages = {
      'issuer null': settings((value) => (value.issuer = null)),
      'issuer address': settings((value) => (value.issuer = { address: 'Main street' })),
      'settings text': (backup) => backup.stores.meta.push({ id: 'settings', value: 'no' }),
      snippets: settings((value) => (value.snippets = [{ id: 5 }])),
      prefixes: settings((value) => (value.prefixes = { invoice: 7 })),
      'state no text': (backup) => (backup.stores.documents[0].state = {}),
      'state broken': (backup) => (backup.stores.documents[0].state = '{"version":1'),
      'state of another': (backup) =>
        (backup.stores.documents[0].state = backup.stores.documents[0].state.replace(
          backup.stores.documents[0].id,
          'another',
        )),
      'no revision': (backup) => delete backup.stores.documents[0].rev,
      'contact without a name': (backup) => backup.stores.contacts.push({ id: 'c', name: 5 }),
      'company address': (backup) =>
        backup.stores.companies.push({ id: 'c', name: 'C', taxId: '', address: { lines: 'x' } }),
      'no store': (backup) => delete backup.stores.products,
      'no id': (backup) => backup.stores.taxRates.push({ name: 'VAT' }),
      'entry null': (backup) => backup.stores.contacts.push(null),
    };
    for (const [what, damage] of Object.entries(damages)) {
      const backup = structuredClone(good);
      damage(backup);
      const path = join(folder, 'backup.json');
      await writeFile(path, JSON.stringify(backup));
      await chooseBackup(page, path);
      await page.getByText(/damaged|not a backup of a workspace/).waitFor();
      assert.equal(await page.locator('dialog').count(), 0, what);
      assert.equal((await stored(page, 'documents')).length, 1, what);
      await page.getByRole('button', { name: 'Restore a backup…' }).waitFor();
      await goTo(page, '#/invoices', 'Invoices');
    }
    assert.deepEqual(problems, []);
  });
});

test('entries without their members, already in the database, lock nothing', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('crossfoot-workspace');
          request.onsuccess = () => {
            const names = ['rows', 'meta', 'contacts', 'companies', 'taxRates', 'products'];
            const transaction = request.result.transaction(names, 'readwrite');
            const put = (name, entry) => transaction.objectStore(name).put(entry);
            put('rows', { id: 'bare' });
            put('rows', { id: 'bare-invoice', kind: 'invoice', status: 'open', taxes: [null, {}] });
            put('rows', { id: 'bare-sub', kind: 'subscription', taxes: 'no', total: 7 });
            for (const name of ['contacts', 'companies', 'taxRates', 'products']) {
              put(name, { id: 'bare' });
            }
            put('meta', { id: 'settings', value: { issuer: null, prefixes: 5, locale: 'x_y' } });
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
            transaction.onerror = () => reject(transaction.error);
          };
        }),
    );
    await page.close();
    const { page: again, problems } = await openWorkspace(context, suite.address);
    for (const [hash, heading] of [
      ['#/settings', 'Settings'],
      ['#/reports', 'Reports'],
      ['#/library', /Library/],
      ['#/directory', /Contacts/],
      ['#/subscriptions', 'Subscriptions'],
      ['#/invoices', 'Invoices'],
    ]) {
      await goTo(again, hash, heading);
      await rest(again, 200);
    }
    await goTo(again, '#/settings', 'Settings');
    await again.getByRole('button', { name: 'Restore a backup…' }).waitFor();
    assert.deepEqual(problems, []);
  });
});

test('an address that is not well formed, or names nothing, opens a page that says so', async () => {
  await withContext(async (context) => {
    const { page, problems } = await openWorkspace(context, suite.address, '#/document/%');
    for (const hash of ['#/document/%', '#/document/%E0%A4%A', '#/document/nothing']) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.getByText('This document is not here').waitFor();
    }
    for (const hash of ['#/%', '#/nowhere', '#/__proto__/%00', '#///%%%']) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page
        .getByText(/There is no page at this address|Invoices/)
        .first()
        .waitFor();
    }
    await page.evaluate(() => (location.hash = '#/nowhere'));
    await page.getByText('There is no page at this address').waitFor();
    await goTo(page, '#/invoices', 'Invoices');
    assert.deepEqual(problems, []);
  });
});

test('an imported list keeps every digit of every document', async () => {
  await withContext(async (context) => {
    const { page } = await openWorkspace(context, suite.address);
    const folder = await mkdtemp(join(tmpdir(), 'import-'));
    const line = '{"id":"l1","type":"item","name":"Ore","unitPrice":99999999999.123456}';
    const state = (id) =>
      `{"version":1,"id":"${id}","kind":"invoice","currency":"USD","date":"2026-11-22","custom":{"n":12345678901234567890},"lines":[${line}]}`;
    const path = join(folder, 'list.json');
    await writeFile(path, `[${state('imported-1')},${state('imported-2')}]`);
    const choosing = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /Import/ })
      .first()
      .click();
    await (await choosing).setFiles(path);
    await page.getByText('2 documents added').waitFor();
    const documents = await stored(page, 'documents');
    assert.equal(documents.length, 2);
    for (const { state: text } of documents) {
      assert.ok(text.includes('99999999999.123456'), text);
      assert.ok(text.includes('12345678901234567890'), text);
    }
  });
});

test('settings chosen while those of another tab are read stay, each of them', async () => {
  await withContext(async (context) => {
    const { page, problems } = await openWorkspace(context, suite.address, '#/settings');
    const other = await context.newPage();
    await other.goto(`${suite.address}/icon.svg`);
    await page.bringToFront();
    /** Chooses while this page reads its settings, because the other tab told of some and has them in hand. */
    const choose = async (name, value) => {
      const hold = await other.evaluateHandle(async () => {
        const open = indexedDB.open('crossfoot-workspace');
        const database = await new Promise((done) => (open.onsuccess = () => done(open.result)));
        const meta = database.transaction('meta', 'readwrite').objectStore('meta');
        const hold = { ended: false };
        const keep = () => {
          if (hold.ended) database.close();
          else meta.get('settings').onsuccess = keep;
        };
        keep();
        new BroadcastChannel('crossfoot-workspace').postMessage({ store: 'meta', id: 'settings' });
        return hold;
      });
      await page.locator(`select[name=${name}]`).selectOption(value);
      await hold.evaluate((it) => (it.ended = true));
    };
    const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    for (const [language, name] of [
      ['de', 'Einstellungen'],
      ['fr', 'Paramètres'],
      ['en', 'Settings'],
    ]) {
      await choose('language', language);
      await heading(name);
    }
    await choose('locale', 'de-CH');
    await choose('language', 'da');
    await heading('Indstillinger');
    await page.reload();
    await heading('Indstillinger');
    assert.equal(await page.locator('select[name=locale]').inputValue(), 'de-CH');
    assert.deepEqual(problems, []);
  });
});
