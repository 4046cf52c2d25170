// A cell while somebody types in it, whatever is said below it, and what typing leaves in the line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
} from '../support/editor-page.mjs';
import { openEditor } from '../support/browser.mjs';
import { typeSlowly } from '../support/typing.mjs';

const suite = suiteOfFile();

const cell = (page, column) => page.locator(`tr.item [data-col=${column}]`).first();
const lineOf = async (page) => (await savedDocument(page)).lines[0];

/** A quote of one line with these members. */
const oneLine = (members) => {
  const state = quoteOf('Seat');
  Object.assign(state.lines[0], members);
  return state;
};
const ramp = (phase, members = {}) =>
  oneLine({
    ...members,
    billing: { frequency: 'monthly', phases: [{ payments: 12, ...phase }, { unitPrice: '30' }] },
  });

for (const delay of [5, 60, 250]) {
  test(`the price of a ramp, whose first payment is said as soon as it differs, at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    for (const text of ['1834.5', '18', '205']) {
      await openDocument(page, ramp({ unitPrice: '20' }, { unitPrice: '20' }));
      await cell(page, 'unitPrice').click();
      await typeSlowly(page, text, delay);
      assert.equal((await lineOf(page)).unitPrice, text);
      assert.match(await page.locator('td small.billed').innerText(), /20\.00/);
    }
    await close();
  });

  test(`the quantity and the discount of a ramp, at ${delay} ms a key`, async () => {
    const { page, close } = await newPage(suite);
    const own = { quantity: '2', discount: { percent: '10' } };
    await openDocument(page, ramp(own, { quantity: '1', discount: { percent: '1' } }));
    await cell(page, 'quantity').click();
    await typeSlowly(page, '225', delay);
    await cell(page, 'discount').click();
    await typeSlowly(page, '10.5', delay);
    const { quantity, discount } = await lineOf(page);
    assert.deepEqual({ quantity, discount }, { quantity: '225', discount: { percent: '10.5' } });
    await close();
  });
}

test('a column that comes while somebody types in another leaves the box in their hands', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ quantity: '1' }));
  await cell(page, 'unitPrice').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('12');
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    editor.shownColumns = ['sku', ...editor.shownColumns];
  });
  await page.locator('tr.item [data-col=sku]').waitFor();
  await page.keyboard.type('3.5');
  await page.keyboard.press('Tab');
  assert.equal((await lineOf(page)).unitPrice, '123.5');
  await close();
});

const keptNote = /still \u206810\.55 USD/;
const openPricing = async (page) => {
  await page.locator('tr.item [data-act=menu]').first().click();
  await page.getByRole('menuitem', { name: 'Pricing model…' }).click();
};
const keptIssues = (page) =>
  page.evaluate(() =>
    document
      .querySelector('crossfoot-editor')
      .store.issues()
      .filter(({ code }) => code === 'price-currency-unknown')
      .map(({ message }) => message.match(/still one in (\w+)/)[1]),
  );

test('a price of another currency stays one, whichever pricing model it moves to', async () => {
  const { page, close } = await newPage(suite);
  const state = { ...oneLine({ unitPrice: '10.55', priceCurrency: 'USD' }), currency: 'EUR' };
  await openDocument(page, state);
  assert.match(await page.locator('.line-issues').innerText(), keptNote);
  await openPricing(page);
  for (const each of ['package', 'volume', 'graduated', 'flat', 'volume']) {
    await page.locator('dialog select').first().selectOption(each);
    assert.deepEqual(await keptIssues(page), ['USD'], each);
  }
  await page.getByRole('button', { name: 'Add tier' }).click();
  await typeSlowly(page, '100', 60);
  assert.deepEqual(await keptIssues(page), ['USD'], 'a tier’s end is no price');
  await page.getByRole('button', { name: 'Remove tier 1' }).click();
  await page.locator('[data-price-part="tiers/0/unitPrice"]').focus();
  await typeSlowly(page, '9.5', 60);
  assert.deepEqual(await keptIssues(page), [], 'its only price was typed anew');
  await close();
});

test('a discount of another currency stays one when it is taken off the whole line', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ quantity: '3', discount: { amount: '4', currency: 'EUR' } }));
  for (const [mode, kept] of [
    ['whole line', ['EUR']],
    ['per unit', ['EUR']],
    ['percent', []],
  ]) {
    await page.locator('tr.item [data-act=discount-mode]').click();
    await page.getByRole('menuitemcheckbox', { name: mode }).click();
    assert.deepEqual(await keptIssues(page), kept, mode);
  }
  await close();
});

// ED-2.1
test('a note has lines of its own: by Shift and Enter, and pasted', async () => {
  const { page, close } = await newPage(suite);
  const state = quoteOf('Design', 'Build');
  state.lines.splice(1, 0, { id: 'n', type: 'note', name: 'First' });
  await openDocument(page, state);
  const note = page.locator('tr.note [data-col=name]');
  await note.click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Second', { delay: 40 });
  assert.equal((await savedDocument(page)).lines[1].name, 'First\nSecond');
  await page.keyboard.press('Control+a');
  await page.evaluate(() => {
    const box = document.querySelector('crossfoot-editor').shadowRoot.activeElement;
    const data = new DataTransfer();
    data.setData('text/plain', 'Three\nlines\nof text');
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (box.dispatchEvent(event))
      document.execCommand('insertText', false, 'Three\nlines\nof text');
  });
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.equal((await savedDocument(page)).lines[1].name, 'Three\nlines\nof text');
  await page.keyboard.press('Enter');
  const { lines } = await savedDocument(page);
  assert.deepEqual([lines[1].name, lines.length], ['Three\nlines\nof text', 3]);
  await page.keyboard.type('Built', { delay: 40 });
  assert.equal((await savedDocument(page)).lines[2].name, 'Built');
  await close();
});

// ED-1.4
test('a day of another country’s form is wrong at its cell, and one press from being right', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, { ...oneLine({}), locale: 'en-US' });
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    editor.shownColumns = [...editor.shownColumns, 'serviceDate'];
  });
  await cell(page, 'serviceDate').click();
  await typeSlowly(page, '31.12.2026', 40);
  assert.equal(await cell(page, 'serviceDate').getAttribute('aria-invalid'), 'true');
  assert.match(await page.locator('details.issues').innerText(), /1 error/);
  await page.getByRole('button', { name: 'Use 12/31/2026' }).click();
  assert.equal((await lineOf(page)).serviceDate, '2026-12-31');
  assert.equal(await page.locator('.line-issues').count(), 0);
  await close();
});

test('what was no number is offered again where numbers come to be written as it is', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ quantity: '2' }));
  await cell(page, 'unitPrice').click();
  await typeSlowly(page, '12,5', 40);
  assert.match(await page.locator('.line-issues').innerText(), /“12,5” is not clear/);
  await page.locator('#numbers').selectOption('de-DE');
  await page.locator('.line-issues', { hasText: 'in another format' }).waitFor();
  await page.getByRole('button', { name: 'Use 12,5' }).click();
  assert.equal((await lineOf(page)).unitPrice, '12.5');
  await close();
});

// ED-1.3, ED-1.4
test('a blank too many in a discount or a price is offered without it, and one press takes that', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, oneLine({ unitPrice: '200' }));
  await page.locator('#numbers').selectOption('fr-FR');
  for (const [column, suggestion, member] of [
    ['discount', /Use 10,5\s?%/, ({ discount }) => discount.percent],
    ['unitPrice', 'Use 10,5', ({ unitPrice }) => unitPrice],
  ]) {
    await cell(page, column).click();
    await typeSlowly(page, '1 0,5', 40);
    await page.locator('.line-issues').getByText('Did you mean 10,5').waitFor();
    await page.getByRole('button', { name: suggestion }).click();
    await page.locator('.line-issues').waitFor({ state: 'detached' });
    assert.equal(member(await lineOf(page)), '10.5');
  }
  await close();
});

test('a line deleted in another tab while somebody is in it says so and comes back by one key', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1200, height: 900 } });
  const { page: one } = await openEditor(context, suite.address, '');
  const { page: two } = await openEditor(context, suite.address, '');
  await two.bringToFront();
  await two.locator('tr.item [data-col=name]').first().click();
  const name = await two.locator('tr.item [data-col=name]').first().inputValue();
  await one.bringToFront();
  await one.locator('tr.item [data-act=menu]').first().click();
  await one.getByRole('menuitem', { name: 'Delete' }).click();
  await two.bringToFront();
  await two.locator('[data-notice=gone]').waitFor();
  assert.match(await two.locator('[data-notice=gone]').innerText(), /was deleted elsewhere/);
  const restore = two.getByRole('button', { name: `Restore ${name}` }).first();
  assert.ok(await restore.evaluate((button) => button.matches(':focus')));
  await two.keyboard.press('Enter');
  await two.locator('[data-notice=gone]').waitFor({ state: 'detached' });
  assert.ok((await savedDocument(two)).lines.some((line) => line.name === name));
  await context.close();
});

// ED-1.5
test('a formula is worked out in the boxes of phases, fees and discounts too', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, ramp({ unitPrice: '20' }, { unitPrice: '20' }));
  await page.locator('[data-act=billing]').first().click();
  await page.locator('.phase').first().getByLabel('Unit price').click();
  await typeSlowly(page, '=12*1.5', 40);
  await page.getByRole('button', { name: 'Done' }).click();
  await cell(page, 'discount').click();
  await typeSlowly(page, '1/4', 40);
  await page.getByRole('button', { name: '+ Add fee' }).click();
  for (const text of ['Shipping', '=1+1']) await typeSlowly(page, text, 40);
  const { lines, adjustments } = await savedDocument(page);
  assert.equal(lines[0].billing.phases[0].unitPrice, '18');
  assert.deepEqual(lines[0].discount, { percent: '0.25' });
  assert.equal(adjustments[0].amount, '2');
  await close();
});

test('what is wrong in a phase names its box', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, ramp({ unitPrice: 'soon' }, { unitPrice: '20' }));
  assert.match(await page.locator('.line-issues').innerText(), /Unit price, phase 1: /);
  await close();
});

// ED-3.8
test('Delete in a cell that opens a list leaves the selected lines alone', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await page.locator('.rownum').first().click();
  await page.locator('tr[data-id=l1] [data-act=taxes]').focus();
  await page.keyboard.press('Delete');
  assert.equal((await savedDocument(page)).lines.length, 2);
  await page.locator('.rownum').first().focus();
  await page.keyboard.press('Delete');
  assert.deepEqual(
    (await savedDocument(page)).lines.map(({ id }) => id),
    ['l2'],
  );
  await close();
});

test('a long price and its amount are read whole, in the table and on a narrow page', async () => {
  const price = '123456789012.55';
  for (const width of [1280, 320]) {
    const { page, close } = await newPage(suite, '?sample=none', {
      viewport: { width, height: 900 },
    });
    await openDocument(page, oneLine({ unitPrice: '10', quantity: '2' }));
    await cell(page, 'unitPrice').click();
    await typeSlowly(page, price, 20);
    await page.locator('tr.item .amount', { hasText: '246,913,578,025.10' }).waitFor();
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('crossfoot-editor');
      const box = shadowRoot.querySelector('tr.item [data-col=unitPrice]');
      return box.value === '123,456,789,012.55' && box.scrollWidth <= box.clientWidth;
    });
    const room = await page.evaluate(() => {
      const row = document.querySelector('crossfoot-editor').shadowRoot.querySelector('tr.item');
      const range = document.createRange();
      range.selectNodeContents(row.querySelector('.c-amount [data-drawn]'));
      const text = range.getBoundingClientRect();
      const at = row.querySelector('.c-amount').getBoundingClientRect();
      return { text: [text.left, text.right], cell: [at.left, at.right] };
    });
    assert.ok(room.text[0] >= room.cell[0] && room.text[1] <= room.cell[1], JSON.stringify(room));
    await close();
  }
});

test('typing over a price that tiers give opens these, and the price stays', async () => {
  const { page, problems, close } = await newPage(suite);
  const pricing = {
    model: 'graduated',
    tiers: [
      { upTo: '10', unitPrice: '2' },
      { upTo: null, unitPrice: '1' },
    ],
  };
  await openDocument(page, oneLine({ quantity: '12', unitPrice: undefined, pricing }));
  const before = await lineOf(page);
  const price = cell(page, 'unitPrice');
  await price.click();
  await page.keyboard.press('7');
  await page.getByRole('dialog', { name: 'Pricing model' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  assert.equal(await price.inputValue(), 'Graduated');
  // Going through it says nothing.
  await price.click();
  await page.keyboard.press('Tab');
  assert.deepEqual(await lineOf(page), before);
  assert.deepEqual(problems, []);
  await close();
});
