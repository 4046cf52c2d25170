// What a document comes to is said by its entry in the list, its page, its paper and the core: for the
// examples and for every state of a life they say the same.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import { openWorkspace } from './workspace-page.mjs';

const suite = suiteOfFile();

const LIST = {
  invoice: 'invoices',
  quote: 'quotes',
  deal: 'deals',
  subscription: 'subscriptions',
  creditMemo: 'credit-memos',
  paymentLink: 'payment-links',
};

const contacts = [{ id: 'c1', name: 'Ada Berg', email: 'ada@berg.example' }];
const bill = (kind) => ({
  version: 1,
  kind,
  currency: 'USD',
  locale: 'en-US',
  date: '2026-04-01',
  contacts,
  taxRates: [{ id: 'vat', name: 'VAT', percent: '25' }],
  lines: [{ id: 'li_1', name: 'Desk', unitPrice: '100', taxRateIds: ['vat'] }],
});
const plan = {
  ...bill('subscription'),
  lines: [
    {
      id: 'li_1',
      name: 'Seat',
      unitPrice: '10',
      billing: { frequency: 'monthly', payments: 12 },
    },
  ],
};
const AT = '2026-04-02T10:00:00Z';
const step = (name, more = {}) => ({ op: 'lifecycle', step: name, at: AT, ...more });
const pay = (id, amount, status = 'succeeded') => ({
  op: 'payment',
  at: AT,
  payment: { id, amount, date: '2026-04-02', status },
});
const final = (number) => step('finalise', { number });

/** Documents with the steps of their lives. */
const LIVES = {
  'an invoice that is a draft': [bill('invoice')],
  'an open invoice': [bill('invoice'), final('INV-1')],
  'a voided invoice': [bill('invoice'), final('INV-2'), step('void')],
  'an invoice paid in part': [bill('invoice'), final('INV-3'), pay('p', '25.00')],
  'a paid invoice': [bill('invoice'), final('INV-4'), pay('p', '125.00')],
  'an invoice paid too much': [bill('invoice'), final('INV-5'), pay('p', '225.00')],
  'an invoice whose debit failed': [bill('invoice'), final('INV-6'), pay('p', '125.00', 'failed')],
  'a refunded invoice': [
    bill('invoice'),
    final('INV-7'),
    pay('p', '125.00'),
    {
      op: 'refund',
      at: AT,
      refund: { id: 'r', paymentId: 'p', amount: '50.00', date: '2026-04-03' },
    },
  ],
  'an open credit memo': [bill('creditMemo'), final('CM-1')],
  'a credit memo applied in part': [
    bill('creditMemo'),
    final('CM-2'),
    { op: 'credit', at: AT, credit: { invoiceId: 'x', amount: '25.00', date: '2026-04-02' } },
  ],
  'a credit memo paid out': [bill('creditMemo'), final('CM-3'), pay('p', '125.00')],
  'a voided credit memo': [bill('creditMemo'), final('CM-4'), step('void')],
  'a published quote': [bill('quote'), step('publish', { number: 'Q-1' })],
  'a running subscription': [plan],
  'a subscription that failed': [
    plan,
    { op: 'payment', at: AT, payment: { due: '2026-04-01', date: '2026-04-02', status: 'failed' } },
  ],
  'a cancelled subscription': [plan, { op: 'cancel', at: AT, on: '2026-05-10' }],
  'a subscription that will end': [plan, { op: 'cancel', at: AT, on: '2999-05-10' }],
};

const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `examples/${name}/state.json`)
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')));

/** Stores a document with its life, and says what the core says of it today. */
function storeLife(page, id, [state, ...steps]) {
  return page.evaluate(
    async ([document_, commands]) => {
      const { store } = document.querySelector('crossfoot-workspace');
      await store.addDocument(document_);
      const open = await store.openDocument(document_.id);
      for (const command of commands) {
        const reply = open.session.apply(command);
        if (reply.error) throw new Error(`${command.op}: ${reply.error.message}`);
      }
      await store.save(open);
      const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000)
        .toISOString()
        .slice(0, 10);
      const ask = (get, more = {}) => open.session.query({ get, ...more });
      const said = {
        ...{ head: ask('document'), summary: ask('summary') },
        ...{ life: ask('lifecycle', { on: today }) },
        ...{ subscriptions: ask('subscriptions', { on: today }).subscriptions },
      };
      open.session.close();
      return said;
    },
    [{ ...state, id }, steps],
  );
}

const money = (amount, currency, locale = 'en-US') =>
  amount === null || amount === undefined
    ? null
    : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
const plain = (text) => text.replaceAll(/[\u200e\u200f\u2066-\u2069\u00a0\u202f]/g, ' ').trim();

async function compare(page, id, said) {
  const { head, summary, life, subscriptions } = said;
  const kind = head.kind ?? 'quote';
  const { currency } = head;
  const due = summary.balance?.due ?? summary.summary.dueNow;
  const surplus = kind === 'invoice' ? summary.balance?.creditLeft : undefined;
  const row = await page.evaluate(async (wanted) => {
    const { store } = document.querySelector('crossfoot-workspace');
    return (await store.all('rows')).find((each) => each.id === wanted);
  }, id);

  assert.equal(row.status, life.status, 'the status of its entry');
  assert.equal(row.due, due ?? '', 'what its entry has left');
  assert.equal(row.surplus, surplus ?? '');
  if (kind === 'subscription') {
    const next = subscriptions
      .map((each) => each.next)
      .filter(Boolean)
      .toSorted()[0];
    assert.equal(row.dueDate, next ?? '');
    if (subscriptions.length === 1) assert.equal(row.mrr, subscriptions[0].mrr);
    assert.equal(row.endsOn, head.canceledOn ?? '');
  } else {
    assert.equal(row.mrr, summary.metrics.mrr ?? '');
  }

  await page.evaluate((to) => (location.hash = to), `#/${LIST[kind]}`);
  const entry = page.locator(`.entries a[href="#/document/${id}"]`);
  await entry.waitFor();
  const cells = plain(
    await page
      .locator('.entries tr', { has: page.locator(`a[href="#/document/${id}"]`) })
      .innerText(),
  );
  if (['invoice', 'creditMemo'].includes(kind)) {
    assert.ok(cells.includes(plain(money(due, currency))), `${cells} has ${due}`);
    if (surplus) assert.match(cells, new RegExp(`\\+\\S*${surplus} paid too much`));
  }
  if (kind === 'subscription' && !subscriptions.some((each) => each.next)) {
    assert.doesNotMatch(cells, /open-ended|\$10\.00.*\$10\.00/i);
  }

  await page.evaluate((to) => (location.hash = to), `#/document/${id}`);
  const totals = page.locator('crossfoot-editor .totals');
  await totals.waitFor();
  const shown = plain(await totals.innerText());
  const chip = await page.locator('.doc-title .chip').getAttribute('class');
  assert.ok(chip.split(' ').includes(life.shown), `${chip} is ${life.shown}`);
  assert.equal(row.shown, life.shown, 'the status that its entry shows');
  const figure = (amount) =>
    new Intl.NumberFormat('en-US', { style: 'decimal', minimumFractionDigits: 2 }).format(amount);
  if (summary.balance) {
    assert.ok(shown.includes(figure(due)) || shown.includes(money(due, currency)), shown);
    if (surplus)
      assert.ok(shown.includes('Paid too much') && shown.includes(figure(surplus)), shown);
  }

  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  const paper = page.locator('crossfoot-preview .paper-totals');
  await paper.waitFor();
  const printed = plain(await paper.innerText());
  // The paper is written in the document's own numbers, the pages in the reader's.
  const onPaper = (amount) => plain(money(amount, currency, head.locale));
  assert.ok(printed.includes(onPaper(due)) || kind !== 'invoice', `${printed}: ${due}`);
  if (surplus) assert.ok(printed.includes(onPaper(surplus)), printed);
  const future = summary.summary.futurePayments;
  if (kind === 'subscription' && future !== null && Number(future) > 0) {
    assert.ok(printed.includes(onPaper(future)), `${printed}: ${future}`);
  }
}

/** A failure with the document it is about. */
async function told(name, work) {
  try {
    await work;
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}

test('list, page, paper and core say the same of every life', async () => {
  const context = await suite.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  });
  try {
    const { page, problems } = await openWorkspace(context, suite.address);
    for (const [name, life] of Object.entries(LIVES)) {
      const id = `doc-${name.replaceAll(' ', '-')}`;
      const said = await storeLife(page, id, life);
      await told(name, compare(page, id, said));
    }
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
});

test('and of every example', async () => {
  const context = await suite.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  });
  try {
    const { page } = await openWorkspace(context, suite.address);
    for (const [index, state] of examples.entries()) {
      const id = `example-${index + 1}`;
      const said = await storeLife(page, id, [state]);
      await told(id, compare(page, id, said));
    }
  } finally {
    await context.close();
  }
});

test('a cancelled subscription asks only for what fell due before its end, and its list says when it ends', async () => {
  const context = await suite.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
  });
  try {
    const { page } = await openWorkspace(context, suite.address);
    const ended = await storeLife(page, 'ended', LIVES['a cancelled subscription']);
    assert.equal(ended.summary.summary.futurePayments, '10.00');
    assert.equal(ended.subscriptions[0].mrr, '0.00');
    await storeLife(page, 'ending', LIVES['a subscription that will end']);
    await page.evaluate(() => (location.hash = '#/subscriptions'));
    const entry = (id) =>
      page.locator('.entries tr', { has: page.locator(`a[href="#/document/${id}"]`) });
    await entry('ended').waitFor();
    assert.match(
      await entry('ended').innerText(),
      /Cancelled[\s\S]*Apr 1, 2026\s+\$10\.00\s+\$0\.00/,
    );
    assert.match(await entry('ending').innerText(), /Active\s+Ends May 10, 2999/);
  } finally {
    await context.close();
  }
});
