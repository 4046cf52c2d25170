// Figures in the workspace's own lists, boxes and reports: percents, numbers of documents, sums, years.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
  fillCustomer,
  goTo,
  newDocument,
  saved,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const withPage = (hash, run, locale = 'en-US') => inWorkspace(suite, hash, run, { locale });

test('a percent beyond any rate is asked about at its box, and Enter saves the right one', async () => {
  await withPage(
    '#/library/rates',
    async (page) => {
      await page.locator('table.entries').getByText('8,875').waitFor();
      await page.getByRole('button', { name: 'Ny momssats' }).click();
      await page.locator('dialog input[name=name]').pressSequentially('NYC');
      await page.locator('dialog input[name=percent]').pressSequentially('8.875');
      await page.keyboard.press('Enter');
      await page.locator('dialog .problem').getByText('8,875').first().waitFor();
      assert.ok(!(await stored(page, 'taxRates')).some(({ percent }) => percent === '8875'));
      await page.locator('dialog input[name=percent]').fill('');
      await page.locator('dialog input[name=percent]').pressSequentially('8,875');
      await page.keyboard.press('Enter');
      await page.locator('dialog').waitFor({ state: 'detached' });
      const kept = (await stored(page, 'taxRates')).find(({ name }) => name === 'NYC');
      assert.equal(kept.percent, '8.875');
    },
    'da-DK',
  );
});

test('what is no number is said at the box of a percent', async () => {
  await withPage('#/library/rates', async (page) => {
    await page.getByRole('button', { name: 'New tax rate' }).click();
    await page.locator('dialog input[name=name]').pressSequentially('Odd');
    await page.locator('dialog input[name=percent]').pressSequentially('abc');
    await page.keyboard.press('Tab');
    await page.locator('dialog .problem').getByText('“abc” is not clear as a number').waitFor();
  });
});

test('a rate of the library that no document may have is mended there', async () => {
  await withPage('#/invoices', async (page) => {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('crossfoot-workspace');
          request.onsuccess = () => {
            const change = request.result.transaction('taxRates', 'readwrite');
            change.objectStore('taxRates').put({ id: 'tr_bad', name: 'Bad', percent: '8875' });
            change.oncomplete = () => (request.result.close(), resolve());
          };
        }),
    );
    await newDocument(page, 'invoice');
    await saved(page);
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    await page
      .locator('dialog')
      .getByRole('button', { name: /^Library: / })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    await page.locator('table.entries').getByText('Bad').waitFor();
  });
});

async function finalisedInvoice(page) {
  await goTo(page, '#/invoices', 'Invoices');
  await newDocument(page, 'invoice');
  await fillCustomer(page);
  await typeLine(page, 'Design', '5', '100');
  await saved(page);
  await takeStep(page, 'Finalise');
  await page.locator('.doc-title .chip:not(.draft)').waitFor();
}

async function downloaded(page, start) {
  const coming = page.waitForEvent('download');
  await start();
  return readFile(await (await coming).path(), 'utf8');
}

test('the journal adds up: a credit memo takes away, a voided invoice counts nothing', async () => {
  await withPage('#/invoices', async (page) => {
    await finalisedInvoice(page);
    await finalisedInvoice(page);
    await takeStep(page, 'Void');
    await page.locator('.doc-title .chip.voided').waitFor();
    await finalisedInvoice(page);
    await chooseMore(page, 'Make a credit memo of it');
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await saved(page);
    await takeStep(page, 'Finalise');
    await page.locator('.doc-title .chip.open').waitFor();
    await goTo(page, '#/reports', 'Reports');
    const journal = page.locator('section.report', { hasText: 'Journal of numbers' });
    const rows = await journal.locator('tbody tr').allInnerTexts();
    const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()));
    assert.deepEqual(
      cells.map((row) => [row[0], row[4], row[5], row[6]]),
      [
        ['CM-1001', 'Open', 'USD', '-$500.00'],
        ['INV-1001', 'Overdue', 'USD', '$500.00'],
        ['INV-1002', 'Voided', 'USD', '$0.00'],
        ['INV-1003', 'Overdue', 'USD', '$500.00'],
      ].map((row, at) => [row[0], cells[at][4], row[2], row[3]]),
    );
    assert.equal(cells[2][4], 'Voided');
    const csv = await downloaded(page, () =>
      journal.getByRole('button', { name: 'Export as CSV' }).click(),
    );
    assert.match(csv, /Status,Currency,Billed/);
    assert.match(csv, /CM-1001,Credit memo,[^\n]*,USD,-500\.00/);
    assert.match(csv, /INV-1002,Invoice,[^\n]*,Voided,USD,0\r/);
  });
});

test('a tax on the whole document names no base in the tax report, and not a base of nought', async () => {
  await withPage('#/invoices', async (page) => {
    await page.evaluate(async () => {
      const { store } = document.querySelector('crossfoot-workspace');
      const state = {
        version: 1,
        id: 'taxed',
        kind: 'invoice',
        currency: 'USD',
        date: '2026-04-01',
        contacts: [{ id: 'c', name: 'Ada' }],
        taxRates: [{ id: 'r', name: 'State', percent: '10' }],
        lines: [{ id: 'l', name: 'Desk', unitPrice: '500', taxRateIds: ['r'] }],
        adjustments: [{ id: 'a', type: 'tax', name: 'City', percent: '2' }],
      };
      await store.addDocument(state);
      const open = await store.openDocument('taxed');
      const at = '2026-04-02T10:00:00Z';
      open.session.apply({ op: 'lifecycle', step: 'finalise', at, number: 'INV-1' });
      await store.save(open);
      open.session.close();
    });
    await goTo(page, '#/reports', 'Reports');
    const taxes = page.locator('section.report', { hasText: 'Taxes' }).first();
    const rows = await taxes.locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      rows.map((row) =>
        row
          .split('\t')
          .slice(1)
          .map((cell) => cell.trim()),
      ),
      [
        ['City', '2', 'USD', '–', '$10.00'],
        ['State', '10', 'USD', '$500.00', '$50.00'],
      ],
    );
  });
});

test('numbers whose documents an older backup does not have are said to be missing', async () => {
  await withPage('#/invoices', async (page) => {
    await finalisedInvoice(page);
    await goTo(page, '#/settings', 'Settings');
    const backup = await downloaded(page, () =>
      page.getByRole('button', { name: 'Save a backup' }).click(),
    );
    await finalisedInvoice(page);
    await finalisedInvoice(page);
    await goTo(page, '#/settings', 'Settings');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    const file = { name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(backup) };
    await (await choosing).setFiles(file);
    await page.locator('[data-confirm]').click();
    await page.getByText('Backup restored').waitFor();
    await goTo(page, '#/reports', 'Reports');
    await page.getByText('Missing numbers: INV-1002 … INV-1003').waitFor();
  });
});

test('an amount is found as it is shown, as it is written and as it is kept', async () => {
  await withPage(
    '#/invoices',
    async (page) => {
      await page.getByRole('button', { name: 'Ny faktura' }).first().click();
      await page.locator('crossfoot-editor').getByPlaceholder('Tilføj en linje').first().click();
      for (const text of ['Skabe', '1', '17004,06']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await page.getByText('Gemt i denne browser').waitFor();
      await rest(page, 300);
      await page.getByText('Gemt i denne browser').waitFor();
      await page.evaluate(() => (location.hash = '#/invoices'));
      await page.locator('table.entries tbody tr').waitFor();
      const search = page.getByRole('searchbox');
      for (const [text, count] of [
        ['17.004,06', 1],
        ['17004,06', 1],
        ['17004.06', 1],
        ['17.005', 0],
      ]) {
        await search.fill('');
        await search.pressSequentially(text);
        await page
          .locator('.list-tools .count', { hasText: new RegExp(`^\\s*${count}\\b`) })
          .waitFor();
      }
    },
    'da-DK',
  );
});

for (const prefix of ['A B', 'F/ 2026-']) {
  test(`the prefix “${prefix}” is refused at its box`, async () => {
    await withPage('#/settings', async (page) => {
      const box = page.locator('input[name=prefix-invoice]');
      await box.fill('');
      await box.pressSequentially(prefix);
      await page.keyboard.press('Tab');
      await page.getByText('no spaces. This one cannot be used.').waitFor();
      await box.fill('');
      await box.pressSequentially('F/2026');
      await page.keyboard.press('Tab');
      await page.getByText('Next: F/2026-1001').waitFor();
      assert.equal(await page.getByText('This one cannot be used.').count(), 0);
    });
  });
}

test('a number refused for its prefix leads to the settings', async () => {
  await withPage('#/invoices', async (page) => {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('crossfoot-workspace');
          request.onsuccess = () => {
            const change = request.result.transaction('meta', 'readwrite');
            const meta = change.objectStore('meta');
            meta.get('settings').onsuccess = ({ target }) => {
              const { value } = target.result;
              value.prefixes.invoice = 'A B';
              meta.put({ id: 'settings', value });
            };
            change.oncomplete = () => (request.result.close(), resolve());
          };
        }),
    );
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    await page.locator('dialog [data-confirm]').click();
    await page.locator('dialog').getByText('without spaces').waitFor();
    await page.locator('dialog').getByRole('button', { name: 'Numbering of documents' }).click();
    await page.getByText('no spaces. This one cannot be used.').waitFor();
  });
});

test('a year of two digits is one of this century, and one far away is asked about', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    const box = page.locator('input[name=date]');
    const date = async () => JSON.parse((await stored(page, 'documents'))[0].state).date;
    for (const [year, kept, asked] of [
      ['26', '2026-05-07', 0],
      ['1026', '1026-05-07', 1],
      ['2031', '2031-05-07', 0],
    ]) {
      await box.focus();
      await page.keyboard.press('Tab');
      await page.locator('input[name=date]').click({ position: { x: 12, y: 12 } });
      await page.keyboard.type(`0507${year}`, { delay: 60 });
      await page.locator('input[name=contact]').click();
      await saved(page);
      assert.equal(await date(), kept);
      assert.equal(await page.getByText('is far away').count(), asked, year);
    }
  });
});

test('what a draft would ask for is in no column of what is due', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await goTo(page, '#/invoices', 'Invoices');
    const row = page.locator('table.entries tbody tr').first();
    assert.match(await row.locator('td[data-label="Total"]').innerText(), /500/);
    assert.doesNotMatch(await row.locator('td[data-label="Balance due"]').innerText(), /500/);
  });
});
