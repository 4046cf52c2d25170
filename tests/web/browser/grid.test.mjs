// Grid navigation: one tab stop, arrow keys from cell to cell, editing after Enter, F2 or typing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  focusPlace,
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  totalsOf,
} from '../support/editor-page.mjs';

const suite = suiteOfFile();

async function gridPage(query = '?sample=none') {
  const opened = await newPage(suite, query);
  await openDocument(opened.page, quoteOf('One', 'Two', 'Three'));
  await opened.page.evaluate(async () => {
    const editor = document.querySelector('crossfoot-editor');
    editor.navigation = 'grid';
    editor.focusLine('l1', 'name');
    await editor.updateComplete;
  });
  return opened;
}

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => document.querySelector('crossfoot-editor').updateComplete);
  }
  return focusPlace(page);
}

// ED-2.5
test('arrow keys, Home and End move from cell to cell', async () => {
  const { page, close } = await gridPage();
  assert.deepEqual(await press(page, 'ArrowRight'), { row: 1, column: 'quantity' });
  assert.deepEqual(await press(page, 'ArrowDown', 'ArrowDown'), { row: 3, column: 'quantity' });
  assert.deepEqual(await press(page, 'ArrowLeft'), { row: 3, column: 'name' });
  assert.deepEqual(await press(page, 'End'), { row: 3, column: 'actions' });
  assert.deepEqual(await press(page, 'Home'), { row: 3, column: 'name' });
  assert.deepEqual(await press(page, 'Control+Home'), { row: 1, column: 'name' });
  await close();
});

test('the table is one tab stop, and Tab leaves it', async () => {
  const { page, close } = await gridPage();
  const stops = await page.evaluate(
    () =>
      [
        ...document
          .querySelector('crossfoot-editor')
          .shadowRoot.querySelectorAll('table.lines tbody :is(input, button, select, textarea)'),
      ].filter((control) => control.tabIndex === 0).length,
  );
  assert.equal(stops, 1);
  assert.equal(await press(page, 'Tab'), null);
  await close();
});

test('typing replaces a cell, Enter commits and goes down, Escape reverts', async () => {
  const { page, close } = await gridPage();
  await press(page, 'ArrowRight');
  await page.keyboard.type('4');
  assert.deepEqual(await press(page, 'Enter'), { row: 2, column: 'quantity' });
  assert.equal((await savedDocument(page)).lines[0].quantity, '4');
  await page.keyboard.type('9');
  assert.equal((await totalsOf(page)).dueNow, '250.00');
  assert.deepEqual(await press(page, 'Escape'), { row: 2, column: 'quantity' });
  assert.equal((await totalsOf(page)).dueNow, '90.00');
  await close();
});

test('F2 puts the caret into the cell, where arrow keys are the caret’s, and Tab goes right', async () => {
  const { page, close } = await gridPage();
  await press(page, 'ArrowRight', 'ArrowRight', 'F2');
  assert.deepEqual(await press(page, 'ArrowLeft', 'ArrowUp'), { row: 1, column: 'unitPrice' });
  assert.deepEqual(await press(page, 'Tab'), { row: 1, column: 'discount' });
  await close();
});

test('rows are selected by Shift+Space, all by Ctrl+A', async () => {
  const { page, close } = await gridPage();
  await press(page, 'ArrowDown', 'Shift+Space');
  const selected = () =>
    page.evaluate(() => [...document.querySelector('crossfoot-editor').selection]);
  assert.deepEqual(await selected(), ['l2']);
  await press(page, 'Control+a');
  assert.equal((await selected()).length, 3);
  await close();
});

// ED-7.2
test('in Arabic the left arrow goes to the next column', async () => {
  const { page, close } = await gridPage('?sample=none&lang=ar');
  assert.deepEqual(await press(page, 'ArrowLeft'), { row: 1, column: 'quantity' });
  assert.deepEqual(await press(page, 'ArrowRight'), { row: 1, column: 'name' });
  await close();
});
