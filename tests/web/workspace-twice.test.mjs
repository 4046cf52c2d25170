// What may happen once happens once: cancelling, converting, billing a period, giving money back.
// Done as a person does it, again after a reload, and in two tabs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
  newDocument,
  openWorkspace,
  saved,
  status,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const KEYS = { delay: 40 };
const contacts = [{ id: 'c1', name: 'Ada Berg', email: 'ada@berg.example' }];
const head = { version: 1, currency: 'USD', date: '2026-04-01', contacts };
const desk = { id: 'li_1', name: 'Desk', unitPrice: '500' };
const seat = { id: 'li_2', name: 'Seat', unitPrice: '30', billing: { frequency: 'monthly' } };
const plan = {
  ...head,
  id: 'doc',
  kind: 'subscription',
  taxRates: [{ id: 'vat', name: 'VAT', percent: '25' }],
  lines: [{ ...seat, taxRateIds: ['vat'], billing: { frequency: 'monthly', payments: 12 } }],
};

/** The page of a stored document, in a context of its own. */
async function withDocument(state, work, settings = {}) {
  const context = await suite.browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const { page, problems } = await openWorkspace(context, suite.address);
    await page.evaluate(
      async ([document_, more]) => {
        const { store } = document.querySelector('crossfoot-workspace');
        await store.saveSettings({ ...store.settings, ...more });
        await store.addDocument(document_);
        location.hash = `#/document/${document_.id}`;
      },
      [state, settings],
    );
    await page.locator('.doc-title').waitFor();
    await work(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** Types into a field of the dialog as a hand does. */
async function type(page, name, text) {
  const field = page.locator(`dialog input[name=${name}]`).first();
  await field.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text, KEYS);
  await page.keyboard.press('Tab');
}

/** A date box takes its parts in the order it shows them. */
async function typeDate(page, name, day) {
  const [year, month, date] = day.split('-');
  await page.locator(`dialog input[name=${name}]`).first().click();
  await page.locator(`dialog input[name=${name}]`).first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.type(month + date + year, KEYS);
  await page.keyboard.press('Tab');
}

const confirm = async (page) => {
  await page.locator('dialog [data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
};
const rowsOf = async (page, kind) =>
  (await stored(page, 'rows')).filter((row) => row.kind === kind);
const stateOf = async (page, id) =>
  JSON.parse((await stored(page, 'documents')).find((each) => each.id === id).state);

async function cancelNow(page, day) {
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await page.locator('dialog input[name=when]').nth(1).check();
  await typeDate(page, 'on', day);
  await page.locator('dialog input[name=told]').check();
  await confirm(page);
  await saved(page);
}

const paid = { due: '2026-04-01', status: 'paid', date: '2026-04-01', amount: '37.50' };

test('a subscription cancelled for a later day is not cancelled again, and says what came of it', async () => {
  const day = '2999-04-16';
  const record = { ...paid, due: '2999-04-01', date: '2999-04-01' };
  const state = { ...plan, date: '2999-04-01', billingRecords: [record] };
  await withDocument(state, async (page) => {
    await cancelNow(page, day);
    const again = async () => {
      assert.equal(await page.getByRole('button', { name: 'Cancel subscription' }).count(), 0);
      assert.equal(await page.getByRole('button', { name: 'Change price or quantity' }).count(), 0);
      await chooseMore(page, 'All steps');
      const step = page.locator('dialog li', { hasText: 'Cancel subscription' });
      assert.match(await step.innerText(), /cancelled already, with effect from Apr 16, 2999/);
      assert.equal(await step.getByRole('button').isDisabled(), true);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    };
    await again();
    assert.match(await page.locator('.doc-title').innerText(), /Ends Apr 16, 2999/);
    const note = await page.locator('.cancellation').innerText();
    assert.match(
      note,
      /Ends on\s+Apr 16, 2999\s+Credited: nothing\s+Not credited yet[^\n]*draft:\s+Credit memo[\s\S]*\$18\.75/,
    );
    await page.reload();
    await page.locator('.cancellation').waitFor();
    await again();
    // Nothing is asked for from then on.
    const totals = await page.locator('crossfoot-editor .totals').innerText();
    assert.doesNotMatch(totals, /412\.50|450\.00/);
    assert.equal((await rowsOf(page, 'creditMemo')).length, 1);
  });
});

test('two tabs cancel one subscription: the second one is refused', async () => {
  await withDocument({ ...plan, billingRecords: [paid] }, async (page, context) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Cancel subscription' }).waitFor();
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Cancel subscription' }).click();
      await tab.locator('dialog input[name=when]').nth(1).check();
      await typeDate(tab, 'on', '2026-04-16');
      await tab.locator('dialog input[name=told]').check();
    }
    await page.locator('dialog [data-confirm]').click();
    await other.locator('dialog [data-confirm]').click();
    await other.locator('dialog p[role=alert]').waitFor();
    assert.match(await other.locator('dialog p[role=alert]').innerText(), /cancelled already/);
    await saved(page);
    assert.equal((await rowsOf(page, 'creditMemo')).length, 1);
    const events = (await stateOf(page, 'doc')).events.map((each) => each.type);
    assert.deepEqual(events, ['canceled']);
  });
});

test('a quote of both kinds is divided between its invoice and its subscription, and asks before more', async () => {
  const quote = {
    ...head,
    id: 'doc',
    kind: 'quote',
    status: 'accepted',
    number: 'Q-1',
    lines: [desk, seat],
  };
  await withDocument(quote, async (page) => {
    await chooseMore(page, 'Make an invoice of it');
    const dialog = page.locator('dialog');
    await dialog.getByText('What is due once: $500.00').waitFor();
    await dialog.getByText('first payments included: $530.00').waitFor();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    assert.equal((await rowsOf(page, 'invoice'))[0].total, '500.00');
    await page.getByRole('link', { name: /Quote Q-1/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Quote' }).waitFor();
    // The subscription knows of the invoice, which billed nothing of it.
    await chooseMore(page, 'Make a subscription of it');
    await dialog.getByText('Made before').waitFor();
    await dialog.getByText('It asks for $30.00 now.').waitFor();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    await page.getByRole('link', { name: /Quote Q-1/ }).click();
    // A second invoice is possible, asked about, and never bills the subscription's lines.
    await chooseMore(page, 'Make an invoice of it');
    await dialog.getByText('Made before').waitFor();
    assert.equal(await dialog.locator('li a').count(), 2);
    assert.match(await page.locator('dialog [data-confirm]').innerText(), /Make another one/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await rowsOf(page, 'invoice')).length, 1);
  });
});

test('the first payment that an invoice billed is not asked for by the subscription', async () => {
  const quote = {
    ...head,
    id: 'doc',
    kind: 'quote',
    status: 'accepted',
    number: 'Q-1',
    lines: [desk, seat],
  };
  await withDocument(quote, async (page) => {
    await chooseMore(page, 'Make an invoice of it');
    await page.locator('dialog input[name=part]').nth(1).check();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    assert.equal((await rowsOf(page, 'invoice'))[0].total, '530.00');
    await page.getByRole('link', { name: /Quote Q-1/ }).click();
    await chooseMore(page, 'Make a subscription of it');
    await page.locator('dialog').getByText('starts with the next one').waitFor();
    await page.locator('dialog').getByText('It asks for $0.00 now.').waitFor();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    assert.equal(await status(page), 'Scheduled');
  });
});

// DO-3.6
test('a subscription of a quote is paid on the days that the quote printed', async () => {
  const coming = `${new Date().getFullYear() + 1}-01-15`;
  const quote = { ...head, id: 'doc', kind: 'quote', status: 'accepted', number: 'Q-1' };
  await withDocument({ ...quote, date: coming, lines: [seat] }, async (page) => {
    await chooseMore(page, 'Make a subscription of it');
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    await page
      .locator('.standing')
      .getByText(/Next payment/)
      .waitFor();
    assert.match(await page.locator('.standing').innerText(), /Next payment\s+Jan 15, /);
  });
  const passed = '2026-04-01';
  await withDocument({ ...quote, date: passed, lines: [seat] }, async (page) => {
    await chooseMore(page, 'Make a subscription of it');
    const dialog = page.locator('dialog');
    await dialog.getByText('As the quote says: first payment on Apr 1, 2026').waitFor();
    await dialog.getByText(/From today: first payment on/).click();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    await page.getByRole('link', { name: /Quote Q-1/ }).click();
    await chooseMore(page, 'Make a subscription of it');
    await dialog.getByText('Made before').waitFor();
    assert.equal(await dialog.getByRole('radio').first().isChecked(), true);
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
    await page
      .locator('.standing')
      .getByText(/Start|Begins|First/)
      .first()
      .waitFor();
    assert.match(await page.locator('.standing').innerText(), /Apr 1, 2026/);
  });
});

test('a quote that the seller marks as accepted does not say that the seller accepted it', async () => {
  const quote = { ...head, id: 'doc', kind: 'quote', status: 'published', number: 'Q-1' };
  await withDocument(
    { ...quote, lines: [seat] },
    async (page) => {
      await takeStep(page, 'Mark as accepted');
      const event = page.locator('.events li').first();
      await event.getByText('Marked as accepted by the seller').waitFor();
      assert.doesNotMatch(await event.innerText(), /Maude/);
    },
    { owner: 'Maude Boisvert' },
  );
});

test('an invoice is credited once, also while the memo is a draft', async () => {
  const invoice = { ...head, id: 'doc', kind: 'invoice', lines: [desk] };
  await withDocument(invoice, async (page) => {
    await takeStep(page, 'Finalise');
    await chooseMore(page, 'Make a credit memo of it');
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await page.getByRole('link', { name: /Invoice INV-1001/ }).click();
    await chooseMore(page, 'Make a credit memo of it');
    await page.locator('dialog').getByText('credited in full already').waitFor();
    assert.equal(await page.locator('dialog [data-confirm]').isDisabled(), true);
    assert.equal((await rowsOf(page, 'creditMemo')).length, 1);
  });
});

test('the credit memo of a cancellation is paid out once, and its invoice knows of it', async () => {
  await withDocument(plan, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await confirm(page);
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await confirm(page);
    await page.locator('.doc-title .chip.paid').waitFor();
    await saved(page);
    await page
      .getByRole('link', { name: /^Subscription/ })
      .last()
      .click();
    await page.getByText('Period paid').waitFor();
    await cancelNow(page, '2026-04-16');
    await page.locator('.cancellation a', { hasText: 'Credit memo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Credit memo' }).waitFor();
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Pay out' }).click();
    assert.match(await page.locator('dialog select').first().innerText(), /INV-1001.*\$37\.50/);
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '18.75');
    await confirm(page);
    await saved(page);
    assert.equal(await status(page), 'Applied');
    // It is paid out wherever it is told.
    assert.match(await page.locator('.ledger').innerText(), /Paid out · INV-1001\s+\$18\.75/);
    assert.match(await page.locator('.events').innerText(), /Payout recorded\s+\$18\.75/);
    assert.match(await page.locator('.totals').first().innerText(), /Paid out\s+.?\$18\.75/);
    assert.equal(await page.getByRole('button', { name: 'Pay out' }).count(), 0);
    const invoice = (await rowsOf(page, 'invoice'))[0];
    assert.deepEqual([invoice.status, invoice.due], ['paid', '0.00']);
    // What is left of the payment is all that can still go back.
    await page.evaluate((id) => (location.hash = `#/document/${id}`), invoice.id);
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '18.75');
    await type(page, 'amount', '18.76');
    await page.locator('dialog [data-confirm]').click();
    await page.locator('dialog p[role=alert]').waitFor();
    const records = (await stateOf(page, 'doc')).billingRecords;
    assert.deepEqual(
      records.map(({ amount, invoiceId }) => [amount, invoiceId]),
      [['18.75', invoice.id]],
    );
  });
});

test('a payment deleted on its invoice is not given back by a cancellation', async () => {
  await withDocument(plan, async (page) => {
    await page.getByRole('button', { name: 'Make the next invoice' }).click();
    await confirm(page);
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await confirm(page);
    await page.locator('.doc-title .chip.paid').waitFor();
    await saved(page);
    assert.equal((await stateOf(page, 'doc')).billingRecords.length, 1);
    await page.locator('.ledger').getByRole('button', { name: 'Delete' }).click();
    await confirm(page);
    await saved(page);
    assert.deepEqual((await stateOf(page, 'doc')).billingRecords ?? [], []);
  });
});

test('a period is billed once by two tabs', async () => {
  await withDocument(plan, async (page, context) => {
    const other = await context.newPage();
    await other.goto(page.url());
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Make the next invoice' }).click();
      await tab.locator('dialog select').waitFor();
    }
    await page.locator('dialog [data-confirm]').click();
    await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
    await other.locator('dialog [data-confirm]').click();
    await other.locator('dialog p[role=alert]').waitFor();
    assert.match(
      await other.locator('dialog p[role=alert]').innerText(),
      /asks for this payment already/,
    );
    assert.equal((await rowsOf(page, 'invoice')).length, 1);
  });
});

test('what is paid too much is said, shown, and goes back alone', async () => {
  const invoice = { ...head, id: 'doc', kind: 'invoice', lines: [desk] };
  await withDocument(invoice, async (page) => {
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: 'Record payment' }).click();
    await type(page, 'amount', '620.5');
    await page.locator('dialog').getByText('$120.50 more than is left to pay').waitFor();
    assert.equal(await page.locator('[data-confirm]').isDisabled(), true);
    await page.getByLabel('The amount is right: record it').check();
    await confirm(page);
    await saved(page);
    assert.match(
      await page.locator('crossfoot-editor .totals').innerText(),
      /Paid too much\s+\S*120\.50/,
    );
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '120.50');
    assert.equal(await page.locator('dialog input[name=memo]').isChecked(), false);
    await page.locator('dialog').getByText('$120.50 was paid too much').waitFor();
    await confirm(page);
    await saved(page);
    const [row] = await rowsOf(page, 'invoice');
    assert.deepEqual([row.status, row.due, row.surplus], ['paid', '0.00', '']);
    assert.equal((await rowsOf(page, 'creditMemo')).length, 0);
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    assert.equal(await page.locator('dialog input[name=amount]').inputValue(), '500.00');
  });
});

test('terms of the settings survive from a deal to the invoice of a period', async () => {
  const deal = { ...head, id: 'doc', kind: 'deal', status: 'open', lines: [seat] };
  await withDocument(
    deal,
    async (page) => {
      await chooseMore(page, 'Make a quote of it');
      await page.getByRole('heading', { level: 1, name: 'Quote' }).waitFor();
      await takeStep(page, 'Publish');
      await takeStep(page, 'Mark as accepted');
      await page.locator('.doc-title .chip.accepted').waitFor();
      await chooseMore(page, 'Make a subscription of it');
      await page.getByRole('heading', { level: 1, name: 'Subscription' }).waitFor();
      await page.getByRole('button', { name: 'Make the next invoice' }).click();
      await confirm(page);
      await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
      await takeStep(page, 'Finalise');
      await saved(page);
      const [row] = await rowsOf(page, 'invoice');
      const days = (Date.parse(row.dueDate) - Date.parse(row.date)) / 86_400_000;
      assert.equal(days, 15);
    },
    { termsDays: 15 },
  );
});

test('a document of two rhythms is split, and a payment waits until it is', async () => {
  const yearly = {
    id: 'li_3',
    name: 'Domain',
    unitPrice: '90',
    billing: { frequency: 'annually' },
  };
  await withDocument({ ...plan, lines: [seat, yearly] }, async (page) => {
    assert.equal(await page.getByRole('button', { name: 'Record payment' }).count(), 0);
    assert.deepEqual(await page.locator('.standing h3').allInnerTexts(), ['Seat', 'Domain']);
    await page.getByRole('button', { name: 'Split into 2 subscriptions' }).click();
    await page.getByRole('button', { name: 'Record payment' }).waitFor();
    await saved(page);
    const rows = await rowsOf(page, 'subscription');
    assert.deepEqual(rows.map(({ title }) => title).toSorted(), [
      'Domain: yearly',
      'Seat: monthly',
    ]);
    assert.deepEqual(rows.map(({ total }) => total).toSorted(), ['30.00', '90.00']);
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.locator('dialog select').selectOption('failed');
    await confirm(page);
    const other = rows.find(({ title }) => title.startsWith('Domain'));
    assert.equal((await stateOf(page, other.id)).billingRecords, undefined);
  });
});

test('the name typed in one tab and the quantity in another are both kept, however they meet', async () => {
  for (const pause of [150, 400, 800]) {
    const context = await suite.browser.newContext({ locale: 'en-US' });
    const { page: one } = await openWorkspace(context, suite.address);
    await newDocument(one, 'invoice');
    await typeLine(one, 'Item', '1', '58');
    await saved(one);
    const two = await context.newPage();
    await two.goto(one.url());
    const cell = (page, column) => page.locator(`tr[data-id] [data-col=${column}]`).first();
    await cell(two, 'quantity').waitFor();
    const typing = (async () => {
      await cell(one, 'name').click();
      await one.keyboard.press('End');
      await one.keyboard.type(' abcdefghij', { delay: 120 });
    })();
    // How far apart two people type is what is tried.
    await two.waitForTimeout(pause);
    await cell(two, 'quantity').click();
    await two.keyboard.press('Control+a');
    await two.keyboard.type('22', { delay: 90 });
    await two.keyboard.press('Tab');
    await typing;
    await one.keyboard.press('Tab');
    const areBothKept = async () => {
      const [{ state }] = await stored(one, 'documents');
      const [{ name, quantity }] = JSON.parse(state).lines;
      assert.deepEqual([name, quantity], ['Item abcdefghij', '22'], `after ${pause} ms`);
      for (const page of [one, two]) {
        assert.equal(await cell(page, 'name').inputValue(), 'Item abcdefghij');
        assert.equal(await cell(page, 'quantity').inputValue(), '22');
        const total = page.locator('.totals .total-line.grand .amount');
        assert.match(await total.innerText(), /1,276\.00/);
      }
    };
    await eventually(areBothKept);
    // Neither tab takes it back when it hears of the other once more.
    await rest(one, 1000);
    await areBothKept();
    await context.close();
  }
});
