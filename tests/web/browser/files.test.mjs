// A list comes as the file that somebody has: what Excel, LibreOffice or an old program wrote.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utils, write } from '@e965/xlsx';
import { newPage, openDocument, savedDocument, suiteOfFile } from '../support/editor-page.mjs';

const suite = suiteOfFile();

const EMPTY = { version: 1, currency: 'EUR', locale: 'de-DE', date: '2026-11-22', lines: [] };

/** Opens a document and chooses a file as a person does, by the menu. */
async function choose(file, state = EMPTY) {
  const opened = await newPage(suite);
  const { page } = opened;
  await openDocument(page, state);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: /Import/ }).click();
  await (await chooser).setFiles(file);
  return opened;
}

function workbook() {
  const money = (v) => ({ t: 'n', v, z: '#,##0.00 [$€-407]' });
  const percent = (v) => ({ t: 'n', v, z: '0%' });
  const book = utils.book_new();
  const about = utils.aoa_to_sheet([['Möbelhaus Süd GmbH']]);
  const prices = utils.aoa_to_sheet([
    ['Preisliste 2026'],
    [],
    ['Artikel', 'Menge', 'Einzelpreis', 'Rabatt', 'Gesamt'],
    ['Bürostuhl „Größe L“', 4, money(119.9), percent(0.1), money(431.64)],
    ['Tisch, höhenverstellbar', 2, money(1249.95), percent(0), money(2499.9)],
  ]);
  utils.book_append_sheet(book, about, 'Info');
  utils.book_append_sheet(book, prices, 'Preise');
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }));
}

// ED-3.17
test('an Excel file becomes its lines, at the sheet that has the list', async () => {
  const file = { name: 'preise.xlsx', mimeType: '', buffer: workbook() };
  const { page, problems, close } = await choose(file);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.equal(
    await dialog.locator('label', { hasText: 'Sheet' }).locator('select').inputValue(),
    'Preise',
  );
  await dialog.getByRole('button', { name: 'Insert 2 rows' }).click();
  await page
    .getByText(/2[.,]931[.,]54/)
    .first()
    .waitFor();
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ name, quantity, unitPrice }) => [name, quantity, unitPrice]),
    [
      ['Bürostuhl „Größe L“', '4', '119.9'],
      ['Tisch, höhenverstellbar', '2', '1249.95'],
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('a file of an old program asks in which letters it is written', async () => {
  const text = 'Navn;Antal;Pris\r\nRødgrød på bøf;2;45,50\r\nÆbleskiver;10;3,25\r\n';
  const buffer = Buffer.from(text, 'latin1');
  const { page, problems, close } = await choose({ name: 'liste.csv', mimeType: '', buffer });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('how its letters are written').waitFor();
  const encodings = dialog
    .locator('label', { hasText: 'Letters are written in' })
    .locator('select');
  await encodings.selectOption('windows-1251');
  assert.equal(await dialog.getByText('Rødgrød').count(), 0);
  await encodings.selectOption('windows-1252');
  await dialog.getByRole('button', { name: 'Insert 2 rows' }).click();
  await page.waitForFunction(() =>
    document.querySelector('crossfoot-editor')?.value.includes('bøf'),
  );
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ name, quantity, unitPrice }) => [name, quantity, unitPrice]),
    [
      ['Rødgrød på bøf', '2', '45.5'],
      ['Æbleskiver', '10', '3.25'],
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

test('a file without a table says what to do instead, and changes nothing', async () => {
  const buffer = Buffer.from('%PDF-1.7\n…');
  const { page, close } = await choose({ name: 'offer.pdf', mimeType: '', buffer });
  await page.getByText('A PDF has no rows').first().waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.deepEqual((await savedDocument(page)).lines, []);
  await close();
});
