// A subscription on its page in a real browser: its standing, its payments, a change, its end.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import { chooseMore, openWorkspace, saved, status, stored, takeStep } from './workspace-page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const suite = suiteOfFile();

const subscription = {
  version: 1,
  id: 'sub',
  kind: 'subscription',
  currency: 'USD',
  date: '2026-04-01',
  contacts: [{ id: 'c1', name: 'Ada Berg', email: 'ada@berg.example' }],
  taxRates: [{ id: 'vat', name: 'VAT', percent: '20' }],
  custom: { seats: [1.1, '1.10'] },
  lines: [
    {
      id: 'li_1',
      name: 'Seat',
      unitPrice: '10',
      taxRateIds: ['vat'],
      billing: { frequency: 'monthly', payments: 12 },
    },
  ],
};

/** The page of a stored subscription, and what the host was told. */
async function withSubscription(state, work) {
  const context = await suite.browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const { page, problems } = await openWorkspace(context, suite.address, '#/subscriptions');
    await page.evaluate(async (document_) => {
      const host = document.querySelector('crossfoot-workspace');
      window.told = [];
      for (const name of ['cancel', 'change-terms', 'payment']) {
        host.addEventListener(`crossfoot-${name}`, ({ detail }) =>
          window.told.push({ name, ...detail }),
        );
      }
      await host.store.addDocument(document_);
      location.hash = '#/document/sub';
    }, state);
    await page.getByRole('heading', { name: 'Subscription', level: 2 }).waitFor();
    await work(page);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** A field of the open dialog, committed. */
async function fill(page, name, value) {
  const field = page.locator(`dialog input[name=${name}]`).first();
  await field.fill(value);
  await field.press('Tab');
}

const paid = { due: '2026-04-01', status: 'paid', date: '2026-04-01', amount: '12.00' };
const told = (page, name) =>
  page.evaluate((wanted) => window.told.filter((each) => each.name === wanted), name);
const facts = (page) => page.locator('.standing dl').innerText();
const rowsOf = async (page, kind) =>
  (await stored(page, 'rows')).filter((row) => row.kind === kind);

test('its page says what is paid, what is left, when the next payment and the reminder come', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    const text = await facts(page);
    assert.match(text, /Next payment\s+May 1, 2026 · \$12\.00/);
    assert.match(text, /Reminder on\s+Apr 17, 2026/);
    assert.match(text, /Payments made\s+1/);
    assert.match(text, /Payments left\s+11/);
    assert.match(text, /Ends on\s+Apr 1, 2027/);
  });
});

test('a failed payment is told apart from one that was made', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.getByText('For the payment due on Apr 1, 2026').waitFor();
    await page.locator('dialog select').selectOption('failed');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByText('Recorded as failed').waitFor();
    await page.getByText('Payment failed · due on Apr 1, 2026 · $12.00').waitFor();
    assert.match(await page.locator('.events').innerText(), /Payment failed\s+\$12\.00/);
    const amounts = page.locator('.ledger tbody td:nth-child(3)');
    assert.deepEqual(await amounts.allInnerTexts(), ['']);
    assert.equal(await status(page), 'Unpaid');
    assert.equal((await rowsOf(page, 'subscription'))[0].shown, 'unpaid');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('[data-confirm]').click();
    await page.getByText('Period paid · due on Apr 1, 2026').waitFor();
    assert.match(await facts(page), /Payments made\s+1/);
    // The column adds up to what was paid.
    assert.deepEqual(await amounts.allInnerTexts(), ['', '$12.00']);
  });
});

// RE-6.16, RE-6.17
test('the first payment asks for the setup too, and less than it asks for is refused', async () => {
  const setup = { id: 'li_2', name: 'Setup', unitPrice: '250' };
  const lines = [...subscription.lines, setup];
  await withSubscription({ ...subscription, lines }, async (page) => {
    assert.match(await facts(page), /Next payment\s+Apr 1, 2026 · \$262\.00/);
    await page.getByRole('button', { name: 'Record payment' }).click();
    const amount = page.locator('dialog input[name=amount]');
    assert.equal(await amount.inputValue(), '262.00');
    await fill(page, 'amount', '12');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').getByText('comes to $262.00').waitFor();
    await fill(page, 'amount', '262');
    await page.locator('[data-confirm]').click();
    await page.getByText('Period paid · due on Apr 1, 2026').waitFor();
    assert.match(await facts(page), /Next payment\s+May 1, 2026 · \$12\.00/);
  });
});

test('a payment that an invoice asks for, also a draft, is recorded there', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await page.locator('dialog [data-confirm]').click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await back(page);
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('dialog').getByText('An invoice asks for this payment').waitFor();
    assert.equal(await page.locator('[data-confirm]').isDisabled(), true);
    await page.locator('dialog a', { hasText: 'Invoice' }).click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
  });
});

test('a price that doubles halfway shows credit and charge, applies as one step, and bills them', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    assert.equal(await page.locator('[data-confirm]').isDisabled(), true);
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    const dialog = page.locator('dialog');
    await dialog.getByText('To be paid for this period: $6.00').waitFor();
    const tables = await dialog.locator('table').allInnerTexts();
    assert.match(tables[0], /15 of 30\s+\$5\.00\s+VAT \$1\.00\s+\$6\.00/);
    assert.match(tables[1], /15 of 30\s+\$10\.00\s+VAT \$2\.00\s+\$12\.00/);
    await page.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    const [invoice] = await rowsOf(page, 'invoice');
    assert.deepEqual([invoice.status, invoice.total, invoice.origin], ['draft', '6.00', 'sub']);
    assert.equal((await told(page, 'change-terms'))[0].total, '6.00');
    const state = async () =>
      (await stored(page, 'documents')).find(({ id }) => id === 'sub').state;
    assert.match(await state(), /"unitPrice":"20"/);
    assert.match(await state(), /"seats":\[1\.1,"1\.10"\]/);
    await page.locator('crossfoot-editor').getByRole('button', { name: /^Undo/ }).click();
    await saved(page);
    assert.match(await state(), /"unitPrice":"10"/);
  });
});

// DO-3.5
test('the bill of a change prints the tax of what is typed into it, and undo brings back its own', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const [{ id }] = await rowsOf(page, 'invoice');
    await page.evaluate((to) => (location.hash = `#/document/${to}`), id);
    const editor = page.locator('crossfoot-editor');
    const total = (amount) =>
      editor.locator('.totals').getByText(amount, { exact: true }).waitFor();
    await total('$6.00');
    await editor
      .getByLabel(/^Unit price/)
      .nth(1)
      .click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('50', { delay: 60 });
    await page.keyboard.press('Tab');
    await total('$54.00');
    await saved(page);
    await page.getByRole('button', { name: 'Preview' }).click();
    const taxed = page.getByText('VAT 20% on $45.00 (share of the full tax)');
    await taxed.waitFor();
    await page.getByRole('button', { name: 'Back to editing' }).click();
    await editor.getByRole('button', { name: /^Undo/ }).click();
    await total('$6.00');
  });
});

test('cancelling now shows the refund with its tax before it is done, and makes the credit memo', async () => {
  const pending = { due: '2026-05-01', status: 'pending' };
  await withSubscription({ ...subscription, billingRecords: [paid, pending] }, async (page) => {
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByText('Nothing is given back').waitFor();
    await dialog.getByText('A bank debit that is under way is not stopped by this.').waitFor();
    await dialog.locator('input[name=when]').nth(1).check();
    await fill(page, 'on', '2026-04-16');
    const table = await dialog.locator('table').innerText();
    assert.match(table, /Seat\s+15 of 30\s+\$5\.00\s+VAT \$1\.00\s+\$6\.00/);
    assert.equal(await page.locator('[data-confirm]').isDisabled(), true);
    await dialog.locator('input[name=told]').check();
    await page.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    assert.equal(await status(page), 'Cancelled');
    const [memo] = await rowsOf(page, 'creditMemo');
    assert.deepEqual([memo.status, memo.total, memo.origin], ['draft', '6.00', 'sub']);
    const [event] = await told(page, 'cancel');
    assert.deepEqual([event.on, event.refund, event.document], ['2026-04-16', '6.00', memo.id]);
    assert.equal(await page.getByRole('button', { name: 'Make the next invoice' }).count(), 0);
    const dates = page.locator('crossfoot-editor .schedule tbody th');
    assert.equal(await dates.count(), 1);
  });
});

test('a change of terms is taken back by the keys of undo right after it, wherever the focus is', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    const isChanged = async (changed) => {
      await saved(page);
      const { state } = (await stored(page, 'documents')).find(({ id }) => id === 'sub');
      assert.equal(state.includes('"unitPrice":"20"'), changed);
    };
    await isChanged(true);
    await page.keyboard.press('Control+z');
    await isChanged(false);
    await page.keyboard.press('Control+y');
    await isChanged(true);
  });
});

test('while the day of a cancellation is half typed, no other day’s refund is shown', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    const dialog = page.locator('dialog');
    await dialog.locator('input[name=when]').nth(1).check();
    await fill(page, 'on', '2026-04-16');
    await dialog.locator('table').waitFor();
    await dialog.locator('input[name=on]').focus();
    await page.keyboard.press('Delete');
    await dialog.locator('table').waitFor({ state: 'hidden' });
    await dialog.locator('input[name=told]').check();
    await page.locator('[data-confirm]').click();
    assert.equal(await dialog.isVisible(), true);
    assert.equal(await status(page), 'Active');
    await fill(page, 'on', '2026-04-16');
    assert.match(await dialog.locator('table').innerText(), /15 of 30/);
  });
});

test('what is given back names the net without the tax that its price contains', async () => {
  const taxRates = [{ id: 'vat', name: 'VAT', percent: '20', inclusive: true }];
  const lines = [{ ...subscription.lines[0], unitPrice: '12' }];
  const inclusive = { ...subscription, taxRates, lines, billingRecords: [{ ...paid }] };
  await withSubscription(inclusive, async (page) => {
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    const dialog = page.locator('dialog');
    await dialog.locator('input[name=when]').nth(1).check();
    await fill(page, 'on', '2026-04-16');
    const table = await dialog.locator('table').innerText();
    assert.match(table, /Seat\s+15 of 30\s+\$5\.00\s+VAT \$1\.00\s+\$6\.00/);
  });
});

// RE-6.11
test('what a bill of days says is in the language of the document, not of the page', async () => {
  const german = { ...subscription, language: 'de', billingRecords: [paid] };
  await withSubscription(german, async (page) => {
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const states = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
    const { lines } = states.find(({ kind }) => kind === 'invoice');
    assert.deepEqual(
      lines.map(({ description }) => description),
      ['Nicht genutzt: 15 von 30 Tagen', 'Ab jetzt: 15 von 30 Tagen'],
    );
  });
});

test('the paid invoice of a period marks that period paid, and the next one is offered', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await page.locator('dialog [data-confirm]').click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('[data-confirm]').click();
    await page.locator('.doc-title .chip.paid').waitFor();
    await saved(page);
    await page.getByRole('link', { name: 'Subscription', exact: false }).last().click();
    await page.getByText('Period paid · due on Apr 1, 2026').waitFor();
    assert.match(await facts(page), /Payments made\s+1/);
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    assert.equal(await page.locator('dialog select').inputValue(), '2026-05-01');
  });
});

// RE-6.13
test('a change of price leaves the payments before it as they were, and is in the history', async () => {
  const due = (day, id) => ({ due: day, status: 'paid', date: day, amount: '12.00', id });
  const billingRecords = [due('2026-04-01'), due('2026-05-01')];
  await withSubscription({ ...subscription, billingRecords }, async (page) => {
    await page.evaluate(() =>
      document.querySelector('crossfoot-workspace').store.addDocument({
        version: 1,
        id: 'inv',
        kind: 'invoice',
        status: 'open',
        number: 'INV-7',
        currency: 'USD',
        date: '2026-06-01',
        origin: { kind: 'subscription', id: 'sub', due: '2026-06-01' },
        lines: [{ id: 'li_1', name: 'Seat', unitPrice: '10' }],
      }),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Subscription', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-06-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('dialog').getByText('stay as they are').waitFor();
    await page.locator('dialog').getByRole('link', { name: /INV-7/ }).waitFor();
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const amounts = page.locator('crossfoot-editor .schedule tbody tr td:last-child');
    await page.waitForFunction(
      () =>
        document
          .querySelector('crossfoot-workspace')
          .shadowRoot.querySelector('crossfoot-editor')
          .shadowRoot.querySelectorAll('.schedule tbody tr').length > 3,
    );
    const shown = (await amounts.allInnerTexts()).slice(0, 4);
    assert.deepEqual(shown, ['12.00', '12.00', '12.00', '24.00']);
    const totals = await page.locator('crossfoot-editor .totals').innerText();
    assert.match(
      totals,
      /Due at the start[\s\S]*\$12\.00[\s\S]*Payments after that[\s\S]*\$240\.00/,
    );
    assert.match(totals, /\$252\.00/);
    assert.match(
      await page.locator('.events').innerText(),
      /Terms changed\s+\$6\.00 · Jun 16, 2026/,
    );
    assert.match(await facts(page), /MRR\s+\$20\.00/);
  });
});

/** The rows of a table as text, cell by cell. */
const cells = (table) =>
  table
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.cells].map((cell) => cell.innerText.replaceAll(/\s+/g, ' ').trim()),
      ),
    );
/** Cents of "$1,234.50" and "-$0.60". */
const cents = (amount) => Number(amount.replaceAll(/[^\d-]/g, ''));

/** Charged and paid: each column comes to its sum, and what is left is their difference. */
function assertAddsUp(rows) {
  const body = rows.slice(1, -2);
  const sums = rows.at(-2);
  const of = (column) => body.reduce((sum, row) => sum + cents(row.at(column)), 0);
  assert.equal(of(-2), cents(sums.at(-2)));
  assert.equal(of(-1), cents(sums.at(-1)));
  return cents(sums.at(-2)) - cents(sums.at(-1));
}

async function finaliseAndPay(page) {
  await takeStep(page, 'Finalise');
  await page.getByRole('button', { name: 'Record payment' }).click();
  await page.locator('[data-confirm]').click();
  await page.locator('.doc-title .chip.paid').waitFor();
  await saved(page);
}

async function back(page) {
  await page.evaluate(() => (location.hash = '#/document/sub'));
  await page.getByRole('heading', { name: 'Subscription', level: 2 }).waitFor();
}

// RE-6.15, DO-4.11
test('what was charged, paid and given back adds up over change, cancellation and pay-out', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await page.locator('dialog [data-confirm]').click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await finaliseAndPay(page);
    await back(page);
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    const apart = 'The change on Apr 16, 2026 comes to $6.00.';
    await page.locator('crossfoot-editor .schedule').getByText(apart).waitFor();
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.locator('dialog input[name=when]').nth(1).check();
    await fill(page, 'on', '2026-04-21');
    await page.locator('dialog').getByText('Total').waitFor();
    await page.locator('dialog input[name=told]').check();
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    const account = page.locator('table.account');
    assert.equal(assertAddsUp(await cells(account)), 0);
    await page.getByText('Drafts do not count here yet.').waitFor();
    // The bill of the change is a draft still; it is listed among what nobody paid.
    await page.locator('.cancellation').getByText('not paid').waitFor();
    const [memo] = await rowsOf(page, 'creditMemo');
    assert.equal(memo.total, '8.00');
    assert.deepEqual(
      memo.corrects.map(({ number }) => number),
      ['INV-1001'],
    );
    const change = (await rowsOf(page, 'invoice')).find(({ status: is }) => is === 'draft');
    await page.evaluate((id) => (location.hash = `#/document/${id}`), change.id);
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await finaliseAndPay(page);
    await page.evaluate((id) => (location.hash = `#/document/${id}`), memo.id);
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await takeStep(page, 'Finalise');
    await page
      .locator('.origins')
      .getByRole('link', { name: /INV-1001/ })
      .waitFor();
    await page.locator('.doc-actions button[aria-pressed]').click();
    const paper = page.locator('crossfoot-preview .paper');
    await paper.waitFor();
    assert.match(await paper.innerText(), /Corrects invoice\s+INV-1001 · Apr 1, 2026/);
    assert.match(await paper.innerText(), /VAT 20% on \$6\.67 \(share of the full tax\)/);
    await back(page);
    await page.locator('table.account').getByText('CM-1001').waitFor();
    const rows = await cells(page.locator('table.account'));
    assert.equal(assertAddsUp(rows), -800);
    assert.deepEqual(rows.at(-1), ['Still to be given back', '$8.00']);
    await page.evaluate((id) => (location.hash = `#/document/${id}`), memo.id);
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await page.getByRole('button', { name: 'Pay out' }).click();
    await page.locator('dialog option').first().waitFor({ state: 'attached' });
    assert.match(await page.locator('dialog option').first().innerText(), /^INV-1001/);
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    await back(page);
    await page.getByText('Of this, nothing is left to pay or to give back').waitFor();
    assert.equal(assertAddsUp(await cells(page.locator('table.account'))), 0);
    await page.locator('.doc-actions button[aria-pressed]').click();
    await paper.waitFor();
    assert.equal(assertAddsUp(await cells(page.locator('crossfoot-preview .paper-account'))), 0);
    assert.match(await paper.innerText(), /Cancelled/);
    assert.doesNotMatch(await paper.innerText(), /Draft|draft/);
  });
});

const undo = (page) => page.locator('crossfoot-editor').getByRole('button', { name: /^Undo/ });

async function makeNextInvoice(page) {
  await page.getByRole('button', { name: 'Make the next invoice' }).click();
  await page.locator('dialog [data-confirm]').click();
  await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
}

async function cancelFrom(page, day) {
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await page.locator('dialog input[name=when]').nth(1).check();
  await fill(page, 'on', day);
}

async function confirmCancelling(page) {
  await page.locator('dialog input[name=told]').check();
  await page.locator('[data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.locator('.cancellation').waitFor();
  await saved(page);
}

// DO-1.9
test('undo on a subscription leaves the payment that its invoice recorded, also once it is cancelled', async () => {
  await withSubscription(subscription, async (page) => {
    await makeNextInvoice(page);
    await finaliseAndPay(page);
    await back(page);
    await page.getByText('Period paid · due on Apr 1, 2026').waitFor();
    await undo(page).waitFor();
    assert.equal(await undo(page).isDisabled(), true);
    await page.locator('crossfoot-editor tbody').first().click();
    await page.keyboard.press('Control+z');
    await saved(page);
    assert.match(await facts(page), /Payments made\s+1/);
    await cancelFrom(page, '2026-04-16');
    await confirmCancelling(page);
    assert.equal(await undo(page).isDisabled(), true);
  });
});

// RE-6.18
test('what fell due before a cancellation is named before it, billed after it, and only its days are', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    await cancelFrom(page, '2026-05-16');
    const dialog = page.locator('dialog');
    const listed = dialog.locator('.unbilled li');
    await listed.getByText('May 1, 2026 · $5.81').waitFor();
    await confirmCancelling(page);
    assert.match(await facts(page), /Next payment\s+May 1, 2026 · \$5\.81/);
    const unbilled = page.locator('.cancellation .unbilled li');
    assert.deepEqual(await unbilled.allInnerTexts(), ['May 1, 2026 · $5.81']);
    const less = page.locator('crossfoot-editor .schedule').getByText('It ends on May 16, 2026');
    assert.match(await less.innerText(), /\$6\.19 less than this schedule lists/);
    await makeNextInvoice(page);
    await saved(page);
    const [invoice] = await rowsOf(page, 'invoice');
    assert.deepEqual([invoice.total, invoice.originDue], ['5.81', '2026-05-01']);
    await finaliseAndPay(page);
    await back(page);
    await page.getByText('Period paid · due on May 1, 2026').waitFor();
    assert.equal(await unbilled.count(), 0);
    assert.equal(await page.getByRole('button', { name: 'Make the next invoice' }).count(), 0);
    assert.match(await facts(page), /Next payment\s+–/);
    await page.getByText('Of this, nothing is left to pay or to give back').waitFor();
  });
});

test('an open period asks for what is left of its invoice', async () => {
  await withSubscription(subscription, async (page) => {
    await makeNextInvoice(page);
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await fill(page, 'amount', '5');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    await back(page);
    await page.locator('.standing dd', { hasText: 'Apr 1, 2026 · $7.00 (INV-1001)' }).waitFor();
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('dialog').getByText('An invoice asks for this payment').waitFor();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '7.00');
  });
});

test('what a refund credited is listed where its subscription says what was credited', async () => {
  await withSubscription(subscription, async (page) => {
    await makeNextInvoice(page);
    await finaliseAndPay(page);
    const invoice = await page.evaluate(() => location.hash);
    await back(page);
    await cancelFrom(page, '2026-05-01');
    await confirmCancelling(page);
    await page.locator('.cancellation').getByText('Credited: nothing').waitFor();
    await page.evaluate((hash) => (location.hash = hash), invoice);
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await fill(page, 'amount', '3');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    await back(page);
    await page
      .locator('.cancellation')
      .getByRole('link', { name: /CM-1001/ })
      .waitFor();
    assert.equal(await page.getByText('Credited: nothing').count(), 0);
  });
});

// RE-6.4
test('a period whose invoice was credited whole is not given back once more by a cancellation', async () => {
  await withSubscription(subscription, async (page) => {
    await makeNextInvoice(page);
    await finaliseAndPay(page);
    await chooseMore(page, 'Make a credit memo of it');
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await takeStep(page, 'Finalise');
    await saved(page);
    await back(page);
    await page.getByText('Still to be given back').waitFor();
    await cancelFrom(page, '2026-04-16');
    await page.locator('dialog').getByText('Nothing is given back').waitFor();
    await confirmCancelling(page);
    await page
      .locator('.cancellation')
      .getByRole('link', { name: /CM-1001/ })
      .waitFor();
    assert.equal((await rowsOf(page, 'creditMemo')).length, 1);
  });
});

// RE-6.14
test('a change in the last period says that it holds until the end, and is billed', async () => {
  const year = { frequency: 'annually', payments: 1 };
  const [line] = subscription.lines;
  await withSubscription({ ...subscription, lines: [{ ...line, billing: year }] }, async (page) => {
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-10-01');
    await fill(page, 'quantity', '2');
    const dialog = page.locator('dialog');
    await dialog.getByText('No payment follows the running period').waitFor();
    await dialog.getByText('which ends on Apr 1, 2027').waitFor();
    await page.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);
    assert.equal((await rowsOf(page, 'invoice'))[0].total, '5.97');
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-10-02');
    assert.equal(await page.locator('dialog input[name=quantity]').inputValue(), '2');
    await fill(page, 'on', '2027-04-01');
    await fill(page, 'quantity', '3');
    await dialog.getByText('Its last period has ended on Apr 1, 2027').waitFor();
  });
});

// RE-6.2
test('a subscription without a payment is a draft, wherever its status is read', async () => {
  await withSubscription({ ...subscription, lines: [] }, async (page) => {
    assert.equal(await status(page), 'Draft');
    assert.equal((await rowsOf(page, 'subscription'))[0].shown, 'draft');
  });
});

// RE-6.12
test('a payment that was recorded without an invoice is not offered as one, before and after the end', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('[data-confirm]').click();
    await page.getByText('Period paid · due on Apr 1, 2026').waitFor();
    const offered = async () => {
      await page.getByRole('button', { name: 'Make the next invoice' }).click();
      await page.locator('dialog select').waitFor();
      const days = await page.locator('dialog option').allInnerTexts();
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      return days;
    };
    const before = await offered();
    assert.deepEqual([before[0], before.length], ['May 1, 2026', 11]);
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.locator('dialog input[name=when]').nth(1).check();
    await fill(page, 'on', '2999-05-01');
    await page.locator('dialog input[name=told]').check();
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await saved(page);
    assert.equal((await offered()).includes('Apr 1, 2026'), false);
  });
});

test('axe finds nothing on its page, in the change and in the cancellation', async () => {
  await withSubscription({ ...subscription, billingRecords: [paid] }, async (page) => {
    const violations = async () => {
      // Colours that are on their way to others have no contrast of their own.
      await page.evaluate(async () => {
        const host = document.querySelector('crossfoot-workspace').shadowRoot;
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        await Promise.all(host.getAnimations().map(({ finished }) => finished));
      });
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document));
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    assert.deepEqual(await violations(), []);
    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await fill(page, 'on', '2026-04-16');
    await fill(page, 'unitPrice', '20');
    await page.locator('dialog table').first().waitFor();
    assert.deepEqual(await violations(), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard it' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.locator('dialog input[name=when]').nth(1).check();
    assert.deepEqual(await violations(), []);
  });
});

test('the host is told once what the calendar brings, and may ask for any days', async () => {
  const context = await suite.browser.newContext();
  try {
    const { page } = await openWorkspace(context, suite.address, '#/subscriptions');
    await page.evaluate(async (state) => {
      const host = document.querySelector('crossfoot-workspace');
      await host.store.addDocument(state);
      await navigator.locks.request('crossfoot-events', () => {});
      await host.store.setMeta('eventsUntil', '2026-04-15');
    }, subscription);
    const between = await page.evaluate(() =>
      document.querySelector('crossfoot-workspace').eventsBetween('2026-04-16', '2026-05-01'),
    );
    assert.deepEqual(
      between.map(({ id, type, date, due, amount }) => [id, type, date, due, amount]),
      [
        ['sub', 'reminder', '2026-04-17', '2026-05-01', '12.00'],
        ['sub', 'payment-due', '2026-05-01', '2026-05-01', '12.00'],
      ],
    );
    const events = () =>
      page.evaluate(
        () =>
          new Promise((done) => {
            const heard = [];
            const host = document.querySelector('crossfoot-workspace');
            host.addEventListener('crossfoot-event', ({ detail }) => heard.push(detail));
            document.dispatchEvent(new Event('visibilitychange'));
            navigator.locks.request('crossfoot-events', () => setTimeout(() => done(heard), 50));
          }),
      );
    const first = await events();
    assert.deepEqual(
      [first[0].type, first[0].date, first[0].id],
      ['reminder', '2026-04-17', 'sub'],
    );
    assert.deepEqual(await events(), []);
  } finally {
    await context.close();
  }
});

test('with a partly paid invoice of a period it can still be changed, cancelled and opened again', async () => {
  await withSubscription(subscription, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await page.locator('dialog select').selectOption('2026-04-01');
    await page.locator('[data-confirm]').click();
    await page.getByRole('heading', { name: 'Invoice', level: 1 }).waitFor();
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await fill(page, 'amount', '5.00');
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page
      .locator('.doc-title .chip')
      .getByText('Partly paid')
      .or(page.getByText('Overdue'))
      .first()
      .waitFor();
    await page.locator('.origins a').first().click();
    await page.getByRole('heading', { name: 'Subscription', level: 2 }).waitFor();

    await page.getByRole('button', { name: 'Change price or quantity' }).click();
    await page.locator('dialog').getByText('Invoice').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    // The invoice stays, with what is left of it to pay.
    await page.locator('dialog').getByText('Balance due: $7.00').waitFor();
    await page.locator('dialog input[name=told]').check();
    await page.locator('[data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });

    await page.reload();
    await page.locator('.cancellation').getByText('Balance due: $7.00').waitFor();
  });
});
