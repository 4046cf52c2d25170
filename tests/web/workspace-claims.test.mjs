// What the pages say has happened has happened: nothing is claimed that was not done, or not yet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
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

const withPage = (hash, run) => inWorkspace(suite, hash, run);

const said = (page) => page.locator('.announcement [role=status]');

test('an empty customer is not said to be saved, a named one is', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await said(page).getByText('There is nothing to save yet').waitFor();
    assert.deepEqual(await stored(page, 'contacts'), []);
    assert.deepEqual(await stored(page, 'companies'), []);
    await page.locator('input[name=contact]').pressSequentially('Ada Berg');
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await said(page).getByText('Saved to your contacts').waitFor();
    assert.deepEqual(
      (await stored(page, 'contacts')).map(({ name }) => name),
      ['Ada Berg'],
    );
  });
});

test('an owner set for many leaves what is final as it was issued, and a deletion is said', async () => {
  await withPage('#/invoices', async (page) => {
    for (const last of [false, true]) {
      await goTo(page, '#/invoices', 'Invoices');
      await newDocument(page, 'invoice');
      await fillCustomer(page);
      await typeLine(page, 'Design', '5', '100');
      await saved(page);
      if (!last) await takeStep(page, 'Finalise');
    }
    await goTo(page, '#/invoices', 'Invoices');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Set owner…' }).click();
    await page.locator('dialog').getByText('1 are past their draft').waitFor();
    await page.keyboard.type('Ida');
    await page.keyboard.press('Enter');
    await said(page).getByText('1 of 2 changed').waitFor();
    const states = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
    assert.deepEqual(
      states.map(({ status, owner }) => [status === 'draft', owner ?? '']).toSorted(),
      [
        [false, ''],
        [true, 'Ida'],
      ],
    );
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete drafts…' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await said(page).getByText('deleted').waitFor();
    assert.equal((await stored(page, 'documents')).length, 1);
  });
});

async function finalised(page, name = 'Ada Berg') {
  await newDocument(page, 'invoice');
  await fillCustomer(page, name);
  await typeLine(page, 'Design', '5', '100');
  await saved(page);
  await takeStep(page, 'Finalise');
  await page.locator('.doc-title .chip:not(.draft)').waitFor();
}

const eventTypes = async (page) => {
  const [{ state }] = await stored(page, 'documents');
  return JSON.parse(state).events.map(({ type }) => type);
};

test('a prepared mail is sent when the person says so, and greets nobody by an empty name', async () => {
  await withPage('#/invoices', async (page) => {
    await page.evaluate(() => {
      window.addEventListener('click', (event) => {
        const link = event.composedPath()[0];
        if (link instanceof HTMLAnchorElement && link.protocol === 'mailto:')
          event.preventDefault();
      });
      HTMLAnchorElement.prototype.click = function () {
        if (!this.href.startsWith('mailto:')) this.dispatchEvent(new MouseEvent('click'));
      };
    });
    await finalised(page, '');
    const text = page.locator('dialog').getByLabel('Text');
    for (const answer of ['Not sent yet', 'Mark as sent']) {
      await page.getByRole('button', { name: 'Send…' }).click();
      assert.match(await text.inputValue(), /^Hello,\n\nhere is invoice INV-1001: \$500\.00\./);
      await page.locator('dialog [data-confirm]').click();
      await page.getByRole('dialog', { name: 'Mail prepared' }).waitFor();
      assert.ok(!(await eventTypes(page)).includes('sent'));
      await page.locator('dialog').getByRole('button', { name: answer }).click();
      await page.locator('dialog').waitFor({ state: 'detached' });
      await saved(page);
    }
    assert.ok((await eventTypes(page)).includes('sent'));
  });
});

test('Back to a new document that nothing was typed into finds it again', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await page.getByRole('link', { name: 'Quotes', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Quotes' }).waitFor();
    await eventually(async () => assert.deepEqual(await stored(page, 'documents'), []));
    await page.goBack();
    await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().waitFor();
    await page.goBack();
    await page.getByText('No invoices yet').waitFor();
    await eventually(async () => assert.deepEqual(await stored(page, 'documents'), []));
    await page.evaluate(() => (location.hash = '#/document/none'));
    await page.getByText('This document is not here.').waitFor();
    await page.locator('.empty-state').getByRole('link', { name: 'Invoices' }).click();
    await page.getByText('No invoices yet').waitFor();
  });
});

test('a tab in which the document became final elsewhere offers no Undo that is not there', async () => {
  await withPage('#/invoices', async (page, context) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    const hash = await page.evaluate(() => location.hash);
    const { page: second } = await openWorkspace(context, suite.address, hash);
    await second.locator('.doc-title .chip.draft').waitFor();
    await takeStep(page, 'Finalise');
    await said(page).getByText('Invoice INV-1001 is now: ').waitFor();
    await second.locator('.doc-title .chip:not(.draft)').waitFor();
    await said(second).getByText('Another tab changed this document').waitFor();
  });
});

test('a payment link without any way to pay says so before it is active', async () => {
  await withPage('#/payment-links', async (page) => {
    await newDocument(page, 'payment link');
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await page.getByRole('button', { name: 'Activate', exact: true }).click();
    await page.locator('dialog').getByText('no way to pay it').waitFor();
    await page.locator('dialog').getByRole('button', { name: 'Ways to pay' }).click();
    const box = page.locator('input[name=domain]');
    for (const bad of ['javascript:alert(1)', 'min side.dk']) {
      await box.fill('');
      await box.pressSequentially(bad);
      await page.keyboard.press('Tab');
      await page.getByText('This is not the address of a page.').waitFor();
      const settings = (await stored(page, 'meta')).find(({ id }) => id === 'settings');
      assert.equal(settings.value.domain, '');
    }
    await box.fill('');
    await box.pressSequentially('pay.example.com');
    await page.keyboard.press('Tab');
    await said(page).getByText('Settings saved').waitFor();
    const settings = (await stored(page, 'meta')).find(({ id }) => id === 'settings');
    assert.equal(settings.value.domain, 'pay.example.com');
  });
});

test('Delete on a final invoice offers to void it, Send on a draft speaks of sending', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await page.getByRole('button', { name: 'Send…' }).click();
    await page.getByRole('dialog', { name: 'Send document: not possible now' }).waitFor();
    await page.keyboard.press('Escape');
    await fillCustomer(page);
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await takeStep(page, 'Finalise');
    await page.locator('.doc-title .chip:not(.draft)').waitFor();
    await chooseMore(page, 'Delete…');
    await page
      .locator('dialog')
      .getByRole('button', { name: /^Void: / })
      .click();
    await page.getByRole('dialog', { name: 'Void?' }).waitFor();
  });
});

test('an accepted quote has its invoice as the main step', async () => {
  await withPage('#/quotes', async (page) => {
    await newDocument(page, 'quote');
    await fillCustomer(page);
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await takeStep(page, 'Publish');
    await takeStep(page, 'Mark as accepted');
    await page.locator('.doc-title .chip.accepted').waitFor();
    await page.locator('.doc-actions .primary', { hasText: 'Make an invoice of it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
  });
});

test('a product whose link is none is refused with its remedy', async () => {
  await withPage('#/library', async (page) => {
    await page.getByRole('button', { name: 'New product' }).click();
    const dialog = page.locator('dialog');
    await dialog.locator('input[name=name]').pressSequentially('Lamp');
    await dialog.locator('input[type=url]').pressSequentially('not a link');
    await dialog.locator('[data-confirm]').click();
    await dialog.getByText('“not a link” is not the address of a page.').waitFor();
    await dialog.locator('input[type=url]').fill('');
    await dialog.locator('input[type=url]').pressSequentially('https://lamp.example/x');
    await dialog.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    const found = (await stored(page, 'products')).find(({ name }) => name === 'Lamp');
    assert.equal(found.url, 'https://lamp.example/x');
  });
});

test('a document is called saved once it is stored, and not while that is under way', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await saved(page);
    // Another tab stores for long.
    await page.evaluate(async () => {
      const held = new Promise((resolve) => (window.release = resolve));
      await new Promise((has) => {
        void navigator.locks.request('crossfoot-documents', () => {
          has();
          return held;
        });
      });
    });
    await typeLine(page, 'Design', '5', '100');
    await rest(page, 1000);
    // Something else on the page is drawn.
    await page.locator('.doc-actions').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    const linesOf = async () => JSON.parse((await stored(page, 'documents'))[0].state).lines ?? [];
    const state = page.locator('.save-state');
    assert.deepEqual([await state.innerText(), (await linesOf()).length], ['Saving…', 0]);
    await page.evaluate(() => window.release());
    await saved(page);
    assert.equal((await linesOf()).length, 1);
  });
});

test('what a document is now is said after a step in the word that stands at its number', async () => {
  const late = {
    version: 1,
    id: 'late',
    kind: 'invoice',
    currency: 'USD',
    date: '2026-01-05',
    contacts: [{ id: 'c', name: 'Ada' }],
    lines: [{ id: 'l', name: 'Desk', unitPrice: '900' }],
  };
  await withPage('#/invoices', async (page) => {
    await page.evaluate(
      (state) => document.querySelector('crossfoot-workspace').store.addDocument(state),
      late,
    );
    await goTo(page, '#/document/late', 'Invoice');
    await takeStep(page, 'Finalise');
    await page.locator('.doc-title .chip').getByText('Overdue').waitFor();
    await said(page).getByText('is now: Overdue.').waitFor();
  });
});
