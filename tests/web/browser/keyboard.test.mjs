// A person who has only a keyboard, in English and in Arabic.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  focusName,
  focusPlace,
  lineNames,
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  statusText,
  totalsOf,
} from '../support/editor-page.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

/** Counts pointer events, and notes every moment focus was on the body. */
async function watch(page) {
  await page.evaluate(() => {
    window.pointers = 0;
    window.lost = [];
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(type, () => window.pointers++, { capture: true });
    }
  });
}

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => document.querySelector('crossfoot-editor').updateComplete);
    assert.notEqual(await focusName(page), 'BODY', `focus was lost after ${key}`);
  }
}

for (const language of ['en', 'ar']) {
  // ED-2.1, ED-2.2, ED-2.3, ED-2.6, ED-3.1
  test(`somebody enters ten lines from empty, reorders, deletes, undoes, adds a discount and a tax by keys alone (${language})`, async () => {
    const { page, problems, close } = await newPage(suite, `?sample=none&lang=${language}`);
    await watch(page);
    await page.evaluate(() => document.querySelector('crossfoot-editor').focus());
    assert.equal((await focusPlace(page)).column, 'name');
    for (let line = 1; line <= 10; line++) {
      await page.keyboard.type(`Line ${line}`);
      await press(page, 'Tab');
      await page.keyboard.type(String(line));
      await press(page, 'Tab');
      await page.keyboard.type('10.50');
      await press(page, 'Enter');
      assert.deepEqual(await focusPlace(page), { row: line + 1, column: 'name' });
    }
    assert.equal((await totalsOf(page)).subtotal, '577.50');

    await press(page, 'ArrowUp', 'Alt+Shift+ArrowUp');
    assert.deepEqual((await lineNames(page)).slice(-2), ['Line 10', 'Line 9']);
    assert.deepEqual(await focusPlace(page), { row: 9, column: 'name' });
    await press(page, 'Alt+Shift+Home');
    assert.equal((await lineNames(page))[0], 'Line 10');

    await press(page, 'Alt+Shift+Delete');
    assert.equal((await lineNames(page)).length, 9);
    assert.deepEqual(await focusPlace(page), { row: 1, column: 'name' });
    await press(page, 'Control+z');
    assert.equal((await lineNames(page))[0], 'Line 10');
    await press(page, 'Control+z', 'Control+z');
    assert.deepEqual((await lineNames(page)).at(-1), 'Line 10');

    // F6 walks the regions: lines, adjustments; there a discount of 10 % and a tax of 5 %.
    await press(page, 'F6');
    assert.equal(
      await page.evaluate(
        () =>
          document.querySelector('crossfoot-editor').shadowRoot.activeElement.dataset.addAdjustment,
      ),
      'discount',
    );
    await press(page, 'Enter');
    await press(page, 'Tab');
    await page.keyboard.type('10%');
    await press(page, 'Tab');
    assert.equal((await totalsOf(page)).discounts, '57.75');
    for (let tab = 0; tab < 12; tab++) {
      await press(page, 'Tab');
      const add = await page.evaluate(
        () =>
          document.querySelector('crossfoot-editor').shadowRoot.activeElement?.dataset
            .addAdjustment,
      );
      if (add === 'tax') break;
    }
    await press(page, 'Enter');
    await press(page, 'Tab');
    await page.keyboard.type('5%');
    await press(page, 'Tab');
    const totals = await totalsOf(page);
    assert.equal(totals.taxes, '25.99');
    assert.equal(totals.dueNow, '545.74');

    assert.equal(await page.evaluate(() => window.pointers), 0);
    assert.deepEqual(problems, []);
    await close();
  });
}

test('Enter on the last line begins a new one, and on a blank one asks to finish it first', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'quantity'));
  await press(page, 'Enter');
  assert.deepEqual(await focusPlace(page), { row: 2, column: 'name' });
  await press(page, 'Enter');
  assert.deepEqual(await focusPlace(page), { row: 2, column: 'name' });
  assert.equal(await statusText(page), 'Finish this line first');
  await close();
});

test('Tab from the blank last row leaves the table', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').actions.goToNewLine());
  await press(page, 'Tab');
  assert.equal(await focusPlace(page), null);
  await close();
});

test('arrow keys stay in the column, across notes and section headings', async () => {
  const { page, close } = await newPage(suite);
  const state = quoteOf('One', 'Two', 'Three');
  state.lines.splice(1, 0, { id: 'n', type: 'note', name: 'A note' });
  await openDocument(page, state);
  await page.evaluate(() =>
    document.querySelector('crossfoot-editor').focusLine('l1', 'unitPrice'),
  );
  await press(page, 'ArrowDown');
  assert.deepEqual(await focusPlace(page), { row: 3, column: 'unitPrice' });
  await press(page, 'Control+End');
  assert.deepEqual(await focusPlace(page), { row: 4, column: 'unitPrice' });
  await press(page, 'Control+Home');
  assert.deepEqual(await focusPlace(page), { row: 1, column: 'unitPrice' });
  await press(page, 'PageDown');
  assert.equal((await focusPlace(page)).row, 5);
  await close();
});

test('Escape reverts the cell, then goes to the row’s menu', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.evaluate(() =>
    document.querySelector('crossfoot-editor').focusLine('l1', 'unitPrice'),
  );
  await page.keyboard.type('99');
  assert.equal((await totalsOf(page)).dueNow, '99.00');
  await press(page, 'Escape');
  assert.equal((await totalsOf(page)).dueNow, '10.00');
  assert.deepEqual(await focusPlace(page), { row: 1, column: 'unitPrice' });
  await press(page, 'Escape');
  assert.deepEqual(await focusPlace(page), { row: 1, column: 'actions' });
  await close();
});

test('a formula is calculated at Enter, and F2 shows it again', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'quantity'));
  await page.keyboard.type('=3*12');
  await press(page, 'Enter');
  assert.equal((await savedDocument(page)).lines[0].quantity, '36');
  assert.equal((await totalsOf(page)).dueNow, '380.00');
  await press(page, 'ArrowUp', 'F2');
  const shown = await page.evaluate(
    () => document.querySelector('crossfoot-editor').shadowRoot.activeElement.value,
  );
  assert.equal(shown, '=3*12');
  await close();
});

test('lines are inserted, duplicated, and made notes and headings by keys', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'name'));
  await press(page, 'Control+Enter');
  assert.deepEqual(await focusPlace(page), { row: 2, column: 'name' });
  await page.keyboard.type('Between');
  await press(page, 'Alt+Shift+d');
  assert.deepEqual(await lineNames(page), ['One', 'Between', 'Between', 'Two']);
  await press(page, 'Alt+Shift+n');
  await page.keyboard.type('A note');
  await press(page, 'Alt+Shift+h');
  await page.keyboard.type('A heading');
  const types = (await savedDocument(page)).lines.map(({ type }) => type);
  assert.deepEqual(types, ['item', 'item', 'item', 'note', 'section', 'item']);
  await close();
});

test('a blank inserted line goes away when it is left', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'name'));
  await press(page, 'Control+Enter', 'ArrowDown');
  await eventually(async () => assert.deepEqual(await lineNames(page), ['One', 'Two']));
  assert.notEqual(await focusName(page), 'BODY');
  await close();
});

test('the handle picks a line up, arrow keys move it, and Escape puts it back', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'handle'));
  await press(page, 'Space');
  assert.match(await statusText(page), /^Moving line 1/);
  await press(page, 'ArrowDown', 'ArrowDown');
  assert.deepEqual(await lineNames(page), ['Two', 'Three', 'One']);
  await press(page, 'Escape');
  assert.deepEqual(await lineNames(page), ['One', 'Two', 'Three']);
  await press(page, 'Space', 'ArrowDown', 'Space');
  assert.deepEqual(await lineNames(page), ['Two', 'One', 'Three']);
  assert.equal(await statusText(page), 'Dropped as line 2 of 3');
  await close();
});

test('several selected lines move and go together, as one step', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three', 'Four'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'actions'));
  await press(page, 'Shift+Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
  await press(page, 'Alt+Shift+End');
  assert.deepEqual(await lineNames(page), ['Two', 'Four', 'One', 'Three']);
  await press(page, 'Alt+Shift+Delete');
  assert.deepEqual(await lineNames(page), ['Two', 'Four']);
  await press(page, 'Control+z');
  assert.deepEqual(await lineNames(page), ['Two', 'Four', 'One', 'Three']);
  await close();
});

test('row shortcuts can be turned off and remapped', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two'));
  const set = (shortcuts) =>
    page.evaluate(
      (value) => (document.querySelector('crossfoot-editor').shortcuts = value),
      shortcuts,
    );
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'name'));
  await set(null);
  await press(page, 'Alt+Shift+d');
  assert.equal((await lineNames(page)).length, 2);
  await set({ duplicate: 'Row+KeyX' });
  await press(page, 'Alt+Shift+d');
  assert.equal((await lineNames(page)).length, 2);
  await press(page, 'Alt+Shift+x');
  assert.equal((await lineNames(page)).length, 3);
  await close();
});

test('every dialog and popover is left by Escape, and focus goes back where it was', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two'));
  const from = async (column) => {
    await page.evaluate(
      (name) => document.querySelector('crossfoot-editor').focusLine('l1', name),
      column,
    );
  };
  for (const [column, key] of [
    ['actions', 'Enter'],
    ['taxes', 'Enter'],
    ['billing', 'Alt+ArrowDown'],
    ['name', 'Alt+Shift+c'],
    ['name', 'Alt+Shift+k'],
    ['name', 'Alt+Shift+Slash'],
  ]) {
    await from(column);
    await press(page, key);
    const isOpen = () =>
      page.evaluate(() => document.querySelector('crossfoot-editor').overlays.isOpen);
    await eventually(async () => assert.ok(await isOpen(), `${key} on ${column} opens something`));
    await press(page, 'Escape');
    await eventually(async () =>
      assert.deepEqual(await focusPlace(page), { row: 1, column }, `${key} on ${column}`),
    );
  }
  await close();
});

test('columns are reordered by keys in the chooser, and the order is remembered', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One'));
  await page.evaluate(() => document.querySelector('crossfoot-editor').focusLine('l1', 'name'));
  await press(page, 'Alt+Shift+c');
  await page.locator('[data-column=sku] input').waitFor({ state: 'attached' });
  await page.evaluate(() =>
    document
      .querySelector('crossfoot-editor')
      .shadowRoot.querySelector('[data-column=sku] input')
      .focus(),
  );
  await press(page, 'Space', 'Escape');
  const heads = () =>
    page.evaluate(() =>
      [
        ...document
          .querySelector('crossfoot-editor')
          .shadowRoot.querySelectorAll('.lines thead th'),
      ].map((head) => head.textContent.trim()),
    );
  const hasSku = () => eventually(async () => assert.ok((await heads()).includes('SKU')));
  await hasSku();
  await page.reload();
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
  await hasSku();
  await close();
});
