// What somebody typed into a dialog or a date box is theirs: nothing closes over it unasked, and a day
// that the calendar does not have is said where it stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { fillCustomer, newDocument, saved, stored, typeLine } from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const KEYS = { delay: 60 };

const DIALOGS = [
  ['#/directory', 'New contact'],
  ['#/library', 'New product'],
];

for (const [hash, button] of DIALOGS) {
  test(`“${button}”: Escape and the cross ask before they take what was typed`, async () => {
    await inWorkspace(suite, hash, async (page) => {
      await page.getByRole('button', { name: button }).first().click();
      const dialog = page.locator('dialog[open]');
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: button }).first().click();
      await page.keyboard.type('Berg AS', KEYS);
      await page.keyboard.press('Escape');
      await dialog.getByText('What you typed here is not kept yet.').waitFor();
      await page.keyboard.press('Enter');
      assert.equal(await dialog.locator('.dialog-question').count(), 0);
      await page.keyboard.type(' & Co', KEYS);
      assert.equal(await dialog.locator('input:focus').inputValue(), 'Berg AS & Co');
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.getByRole('button', { name: 'Discard it' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
  });
}

test('a day that the calendar does not have is said at its box and takes no date away', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await typeLine(page, 'Design', '1', '100');
    await saved(page);
    const date = page.locator('input[name=date]');
    const before = '2026-11-12';
    await date.focus();
    // 12 February is a day, on the way to the 31st.
    await page.keyboard.type('11122026', KEYS);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await saved(page);
    await date.focus();
    await page.keyboard.type('02312024', KEYS);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
    await page.getByText('This is no day of the calendar.').waitFor();
    assert.equal(await date.getAttribute('aria-invalid'), 'true');
    assert.equal(await date.evaluate((box) => box.validity.badInput), true, 'the text stays');
    const of = async () => JSON.parse((await stored(page, 'documents'))[0].state).date;
    await rest(page, 600);
    await saved(page);
    assert.equal(await of(), before);
    await date.focus();
    await page.keyboard.type('02292024', KEYS);
    await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
    await page.getByText('This is no day of the calendar.').waitFor({ state: 'detached' });
    await saved(page);
    await eventually(async () => assert.equal(await of(), '2024-02-29'));
  });
});

test('nothing is done with a document or a record while a box says that its text is not taken', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Design', '1', '100');
    const date = page.locator('input[name=date]');
    const dialog = page.locator('dialog[open]');
    const refusedAt = async (name) => {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByText('This is no day of the calendar.').waitFor();
      assert.equal(await date.evaluate((box) => box.matches(':focus')), true, name);
      assert.equal(await dialog.count(), 0, name);
    };
    await date.focus();
    await page.keyboard.type('02312026', KEYS);
    await refusedAt('Finalise');
    await refusedAt('Send…');
    // Folded away, it is found all the same.
    await page.locator('details.panel > summary').click();
    await refusedAt('Preview');
    await page.keyboard.type('02282026', KEYS);
    const currency = page.locator('input[name=currency]');
    await currency.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('quatloo', KEYS);
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    await page.getByText('“quatloo” is not on the list.').waitFor();
    assert.equal(await dialog.count(), 0);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('USD', KEYS);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    await dialog.locator('[data-confirm]').click();
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    const { state } = (await stored(page, 'documents'))[0];
    assert.equal(JSON.parse(state).date, '2026-02-28');
    await page.evaluate(() => (location.hash = '#/directory'));
    await page.locator('main').getByText('Companies', { exact: true }).click();
    await page.getByRole('button', { name: 'New company' }).first().click();
    await dialog.locator('input').first().waitFor();
    await dialog.getByLabel('Name').first().click();
    await page.keyboard.type('Nautilus', KEYS);
    await dialog.getByRole('combobox', { name: 'Country' }).click();
    await page.keyboard.type('Atlantis', KEYS);
    await dialog.locator('[data-confirm]').click();
    await page.getByText('“Atlantis” is not on the list.').waitFor();
    await dialog.locator('[data-confirm]').click();
    assert.equal(await dialog.count(), 1);
    assert.deepEqual(await stored(page, 'companies'), []);
  });
});

test('the editing view prints as the paper, with what is being typed', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await typeLine(page, 'Design', '1', '100');
    await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
    await page.keyboard.type('Typed last', KEYS);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('crossfoot-workspace').isVisible(), false);
    const paper = await page.locator('body > article.paper').innerText();
    assert.match(paper, /Design/);
    assert.match(paper, /Typed last/);
    assert.match(paper, /\$100\.00/);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('body > article.paper').count(), 0);
  });
});

test('a link says that it leaves out the logo, where it is made', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await page.evaluate(async () => {
      const { store } = document.querySelector('crossfoot-workspace');
      const logo = 'data:image/png;base64,iVBORw0KGgo=';
      await store.addDocument({
        version: 1,
        id: 'with-logo',
        kind: 'quote',
        currency: 'USD',
        date: '2026-04-01',
        issuer: { name: 'Berg AS', logo },
        contacts: [{ id: 'c1', name: 'Ada', email: 'ada@berg.example' }],
        lines: [{ id: 'l1', name: 'Desk', unitPrice: '5' }],
      });
      location.hash = '#/document/with-logo';
    });
    await page.locator('.doc-actions').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Link with the document' }).click();
    await page.locator('dialog[open]').getByText('The logo and the pictures of lines').waitFor();
  });
});

test('a tax rate made in a document is offered in the next one, and that is said', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await typeLine(page, 'Design', '1', '100');
    await page.locator('crossfoot-editor [data-tool=more]').click();
    await page.getByRole('menuitem', { name: 'Tax rates' }).click();
    await page.getByRole('button', { name: 'Add tax rate' }).click();
    await page.keyboard.type('Eco levy', KEYS);
    await page.keyboard.press('Tab');
    await page.keyboard.type('7.5', KEYS);
    await rest(page, 1200);
    const names = async () => (await stored(page, 'taxRates')).map(({ name }) => name);
    assert.equal((await names()).includes('Eco levy'), false, 'not while it is being made');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.evaluate(() => (location.hash = '#/quotes'));
    await page.getByText('Eco levy 7.5% is offered in new documents from now on.').waitFor();
    await newDocument(page, 'quote');
    await typeLine(page, 'Build', '1', '100');
    await saved(page);
    const made = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
    const quote = made.find(({ kind }) => kind === 'quote');
    const rate = quote.taxRates.find(({ name }) => name === 'Eco levy');
    assert.equal(rate?.percent, '7.5');
  });
});

test('the history of a document names the boxes of its head', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await typeLine(page, 'Design', '1', '100');
    await page.getByLabel('PO number').click();
    await page.keyboard.type('PO-7', KEYS);
    await page.keyboard.press('Tab');
    await page.locator('crossfoot-editor [data-tool=more]').click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    const steps = await page.locator('dialog[open] li bdi').allInnerTexts();
    assert.ok(steps.includes('Changed PO number'), steps.join(' | '));
  });
});
