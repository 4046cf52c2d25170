// Refunds, currencies, deal amounts, taxes by a provider and rights, in a real browser.
import assert from 'node:assert/strict';
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

const withWorkspace = (hash, work) => inWorkspace(suite, hash, work);

/** Stores a document and opens it. */
async function open(page, state, heading) {
  await page.evaluate(
    (text) => document.querySelector('crossfoot-workspace').store.addDocument(text),
    JSON.stringify({ version: 1, currency: 'USD', date: '2026-11-22', ...state }),
  );
  await goTo(page, `#/document/${state.id}`, heading);
}

/** Types over a field of the dialog. */
async function fill(page, name, value) {
  await page.locator(`dialog input[name=${name}]`).fill(value);
  await page.locator(`dialog input[name=${name}]`).press('Tab');
}

async function refund(page, amount) {
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await fill(page, 'amount', amount);
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await saved(page);
}

async function memos(page) {
  const documents = await stored(page, 'documents');
  const states = documents.map(({ state }) => JSON.parse(state));
  return states
    .filter(({ kind }) => kind === 'creditMemo')
    .toSorted((a, b) => (a.number < b.number ? -1 : 1));
}

// DO-3.2
test('partial refunds carry their part of the tax, and the last one ends at exactly nothing', async () => {
  await withWorkspace('#/invoices', async (page) => {
    const lines = [{ id: 'li_1', name: 'Desk', unitPrice: '99.99', taxRateIds: ['vat'] }];
    // Of the day of its credits: reports tell months apart.
    const date = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    const state = { id: 'inv', kind: 'invoice', date, taxRates: [vat], lines, contacts };
    await open(page, state, 'Invoice');
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.paid').waitFor();
    await refund(page, '50');
    await refund(page, '0.01');
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '74.98');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const found = await memos(page);
    assert.deepEqual(
      found.map(({ number, status }) => [number, status]),
      [1001, 1002, 1003].map((n) => [`CM-${n}`, 'applied']),
    );
    assert.equal(found[0].lines[0].unitPrice, '40');
    assert.equal(found[0].taxRates[0].amountPerUnit, '10');
    await goTo(page, '#/reports', 'Reports');
    const taxes = await page.locator('table').first().innerText();
    assert.match(taxes, /VAT\s25\sUSD\s\$0\.00\s\$0\.00/);
    assert.match(await page.locator('main').innerText(), /No number is missing/);
  });
});

// DO-4.12
test('an amount that can be read in two ways is recorded once its reading could be seen', async () => {
  await withWorkspace('#/invoices', async (page) => {
    const lines = [{ id: 'li_1', name: 'Desk', unitPrice: '9000' }];
    await open(page, { id: 'inv', kind: 'invoice', lines, contacts }, 'Invoice');
    await takeStep(page, 'Finalise');
    const begin = async (text) => {
      await page.getByRole('button', { name: 'Record payment' }).click();
      await page.locator('dialog input[name=amount]').click({ clickCount: 3 });
      await page.keyboard.type(text, { delay: 90 });
    };
    const recorded = async () => {
      await page.locator('dialog').waitFor({ state: 'detached' });
      await saved(page);
      const [{ state }] = await stored(page, 'documents');
      return JSON.parse(state).payments.at(-1).amount;
    };
    await begin('1.250');
    await page.keyboard.press('Enter');
    await page.locator('dialog').getByText('“1.250” is read as 1.25.').waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await recorded(), '1.25');
    await begin('1,250');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').getByText('“1,250” is read as 1,250.00.').waitFor();
    await page.locator('[data-confirm]').click();
    assert.equal(await recorded(), '1250');
    await begin('1.125');
    await page.keyboard.press('Tab');
    await page.locator('dialog').getByText('“1.125” is read as 1.125.').waitFor();
    await page.locator('dialog input[name=amount]').click({ clickCount: 3 });
    await page.keyboard.type('1250.5', { delay: 90 });
    await page.locator('dialog').getByText('is read as').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    assert.equal(await recorded(), '1250.5');
  });
});

const vat = { id: 'vat', name: 'VAT', percent: '25' };
const contacts = [{ id: 'c', name: 'Ada' }];
/** Not overdue on the day of the test. */
const terms = { type: 'net', days: 3650 };

/** An invoice of 300.00, finalised. */
async function openInvoice(page, more = {}) {
  const lines = [{ id: 'li_1', name: 'Desk', unitPrice: '240', taxRateIds: ['vat'] }];
  await open(
    page,
    { id: 'inv', kind: 'invoice', taxRates: [vat], lines, contacts, terms, ...more },
    'Invoice',
  );
  await takeStep(page, 'Finalise');
  await page.locator('.doc-title .chip.open').waitFor();
}

/** The sums on the paper, as they stand. */
async function paperSums(page) {
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.locator('crossfoot-preview .paper-totals').waitFor();
  const rows = await page.locator('crossfoot-preview .paper-totals .total').allInnerTexts();
  return rows.map((row) => row.replaceAll(/\s+/g, ' '));
}

// DO-4.11
test('the paper of a credit memo says once what was credited, and which invoice it corrects and why', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await openInvoice(page, { comments: 'Thank you for your business' });
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.paid').waitFor();
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await fill(page, 'reason', 'Came broken');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    await page
      .locator('.origins')
      .getByRole('link', { name: /CM-1001/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    assert.deepEqual((await paperSums(page)).slice(-3), [
      'Total $300.00',
      'Credited -$300.00',
      'Credit left $0.00',
    ]);
    const paper = await page.locator('crossfoot-preview .paper').innerText();
    assert.match(paper, /Corrects invoice\s+INV-1001 · Nov 22, 2026/);
    assert.match(paper, /Came broken/);
    assert.doesNotMatch(paper, /Thank you|Payment terms/);
  });
});

// DO-4.6
test('a voided invoice adds up to nothing due, on the paper and in the totals', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await openInvoice(page);
    await takeStep(page, 'Void');
    await page.locator('.doc-title .chip.voided').waitFor();
    const totals = await page.locator('crossfoot-editor .totals').innerText();
    assert.match(
      totals.replaceAll('\u2212', '-'),
      /Voided\s+-\$300\.00[\s\S]*Balance due\s+\$0\.00/,
    );
    assert.deepEqual((await paperSums(page)).slice(-3), [
      'Total $300.00',
      'Voided -$300.00',
      'Balance due $0.00',
    ]);
  });
});

// DO-4.12
test('amounts are typed with the sign of the currency, and shown as the locale writes them', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await openInvoice(page, {
      lines: [{ id: 'li_1', name: 'Desk', unitPrice: '2400', taxRateIds: ['vat'] }],
    });
    await page.getByRole('button', { name: 'Record payment' }).click();
    const amount = page.locator('dialog input[name=amount]');
    assert.equal(await amount.inputValue(), '3,000.00');
    await amount.selectText();
    await page.keyboard.type('$1,000.00', { delay: 20 });
    await page.keyboard.press('Tab');
    assert.equal(await amount.inputValue(), '1,000.00');
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.partlyPaid').waitFor();
    assert.match(await page.locator('.ledger').innerText(), /\$1,000\.00/);
  });
});

// DO-4.13
test('money that came twice is recorded as a surplus, goes back, and a dialog says what that opens', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await openInvoice(page);
    const dialog = page.locator('dialog');
    const pay = page.getByRole('button', { name: 'Record payment' });
    await pay.click();
    await fill(page, 'amount', '3000');
    await dialog.getByText('$2,700.00 more than is left to pay').waitFor();
    assert.equal(await page.locator('[data-confirm]').isDisabled(), true);
    await fill(page, 'amount', '300');
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.paid').waitFor();
    assert.equal(await pay.count(), 0, 'nobody waits for more');
    await chooseMore(page, 'All steps');
    await dialog
      .locator('li', { hasText: 'Record payment' })
      .getByRole('button', { name: 'Do it' })
      .click();
    await dialog.getByText('This invoice is paid').waitFor();
    await fill(page, 'amount', '300');
    await page.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await dialog.getByText('$300.00 was paid too much').waitFor();
    await dialog.locator('select').first().selectOption({ index: 1 });
    await fill(page, 'amount', '400');
    await dialog.getByText('the invoice asks for $100.00 again').waitFor();
    await page.locator('[data-confirm]').click();
    await dialog.getByText('At most $300.00 of this payment is left').waitFor();
    await fill(page, 'amount', '300');
    assert.equal(await dialog.getByText('At most').count(), 0, 'said of what stood there before');
    await page.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    assert.equal(await page.locator('.doc-title .chip.paid').count(), 1);
  });
});

// DO-1.3
test('what others may have seen is not undone: the arrow ends at the step, and the number stays used', async () => {
  await withWorkspace('#/quotes', async (page) => {
    const lines = [{ id: 'li_1', name: 'Desk', unitPrice: '240' }];
    await open(page, { id: 'q', kind: 'quote', lines, contacts }, 'Quote');
    const undo = page.locator('crossfoot-editor').getByRole('button', { name: /^Undo/ });
    await typeLine(page, 'Chair', '1', '10');
    await saved(page);
    assert.equal(await undo.isDisabled(), false);
    await takeStep(page, 'Publish');
    await page.locator('.doc-title .chip.published').waitFor();
    assert.equal(await undo.isDisabled(), true);
    await page.locator('crossfoot-editor .totals').click();
    await page.keyboard.press('Control+z');
    await rest(page, 300);
    await saved(page);
    assert.equal(await page.locator('.doc-title .chip.published').count(), 1);
    await takeStep(page, 'Recall to draft');
    await page.locator('.doc-title .chip.draft').waitFor();
    assert.equal(await undo.isDisabled(), true);
    assert.match(await page.locator('.events').innerText(), /Q-1001/);
  });
});

// DO-2.1, DO-2.2
test('another currency takes the prices of the library, names what has none, and can be undone', async () => {
  await withWorkspace('#/quotes', async (page) => {
    await page.evaluate(() =>
      document.querySelector('crossfoot-workspace').store.put('products', [
        { id: 'p1', name: 'Chair', prices: { USD: '100', EUR: '90' } },
        { id: 'p2', name: 'Lamp', prices: { USD: '40' } },
      ]),
    );
    const lines = [
      { id: 'a', name: 'Chair', productId: 'p1', unitPrice: '100' },
      { id: 'b', name: 'Lamp', productId: 'p2', unitPrice: '40' },
    ];
    await open(page, { id: 'q', kind: 'quote', lines }, 'Quote');
    const currency = page.locator('input[name=currency]');
    await currency.fill('eur');
    await currency.press('Tab');
    await page.getByRole('heading', { name: '1 amount is still in USD' }).waitFor();
    await page.locator('dialog').getByText('Lamp').waitFor();
    await page.locator('dialog').getByRole('button', { name: 'Close' }).last().click();
    await saved(page);
    const state = async () => JSON.parse((await stored(page, 'documents'))[0].state);
    const changed = await state();
    assert.deepEqual(
      changed.lines.map(({ unitPrice, priceCurrency }) => [unitPrice, priceCurrency]),
      [
        ['90', undefined],
        ['40', 'USD'],
      ],
    );
    await page.locator('crossfoot-editor').getByRole('button', { name: 'Undo' }).click();
    await saved(page);
    const undone = await state();
    assert.deepEqual([undone.currency, undone.lines], ['USD', lines]);
  });
});

// DO-1.5
test('a deal asks whether its amount follows its lines, and asks once', async () => {
  await withWorkspace('#/deals', async (page) => {
    await newDocument(page, 'deal');
    await typeLine(page, 'Advice', '10', '165');
    await page.getByText('The deal has no amount yet.').waitFor();
    await page.getByRole('button', { name: 'Update the amount' }).click();
    await saved(page);
    const amount = async () => JSON.parse((await stored(page, 'documents'))[0].state).dealAmount;
    assert.deepEqual(await amount(), { basis: 'tcv', value: '1650' });
    await typeLine(page, 'Travel', '1', '50');
    await page.getByText('The lines now come to $1,700.00 (TCV)').waitFor();
    await page.getByRole('button', { name: 'Keep $1,650.00' }).click();
    await saved(page);
    assert.equal(await page.locator('.question').count(), 0);
    assert.deepEqual(await amount(), { basis: 'tcv', value: '1650', kept: '1700' });
  });
});

// DO-1.6
test('automatic tax asks the provider before a document becomes final, and says what is missing', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Advice', '1', '100');
    await page.locator('input[name=automaticTax]').check();
    await saved(page);
    await page.getByRole('button', { name: 'Finalise' }).click();
    await page.locator('dialog').getByText('No tax provider is connected').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      document
        .querySelector('crossfoot-workspace')
        .addEventListener('crossfoot-tax-request', (event) => {
          event.preventDefault();
          const { state, stateText, respond } = event.detail;
          window.asked = stateText;
          const rate = { id: 'ny', name: 'New York', percent: '8.875' };
          setTimeout(() => respond({ taxRates: [rate], lines: { [state.lines[0].id]: ['ny'] } }));
        }),
    );
    await page.getByRole('button', { name: 'Finalise' }).click();
    await page.locator('dialog').getByText('$108.88').waitFor();
    await page.locator('[data-confirm]').click();
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    assert.match(await page.evaluate(() => window.asked), /^\{.*"unitPrice":"100"/s);
  });
});

test('what may be edited is said for all, for a kind and for a document, and the closest word counts', async () => {
  await withWorkspace('#/settings', async (page) => {
    await page.locator('input[name=editPrices]').uncheck();
    await page.locator('select[name=rightsKind]').selectOption('quote');
    await page.locator('input[name=editPrices]').check();
    await page.getByText('Settings saved').waitFor();
    const price = page
      .locator('crossfoot-editor')
      .getByLabel(/^Unit price/)
      .first();
    const lines = [{ id: 'a', name: 'Chair', unitPrice: '100' }];
    await open(page, { id: 'q', kind: 'quote', lines }, 'Quote');
    await price.waitFor();
    assert.equal(await price.isEditable(), true);
    await open(page, { id: 'i', kind: 'invoice', lines }, 'Invoice');
    await price.waitFor();
    assert.equal(await price.isEditable(), false);
    await chooseMore(page, 'What may be edited…');
    await page.locator('dialog input[name=editPrices]').check();
    await page.keyboard.press('Escape');
    await saved(page);
    await page.reload();
    await price.waitFor();
    assert.equal(await price.isEditable(), true);
  });
});
