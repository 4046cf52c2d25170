// What stands in a column adds up as a reader adds it: table, sections, totals, paper, checkout.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { randomDocument } from '../../reference/generate.mjs';
import { newPage, openDocument, suiteOfFile } from '../support/editor-page.mjs';
import { addUp, readCheckout, readEditor, readPaper } from '../support/reader.mjs';

const suite = suiteOfFile();

const folder = new URL('../../../examples/', import.meta.url);
const examples = readdirSync(folder, { recursive: true })
  .filter((path) => path.endsWith('state.json'))
  .toSorted()
  .map((path) => ({ name: path, text: readFileSync(new URL(path, folder), 'utf8') }));

// What examples have too seldom, all in one: sections, an order discount, taxes in and on top of the
// prices, a withholding, options that are not chosen, lines that begin later, a custom column.
const crowded = {
  version: 1,
  kind: 'quote',
  currency: 'EUR',
  date: '2026-11-22',
  policy: { cashRounding: '0.05', taxRounding: 'document', allowNegativePrices: true },
  custom: { columns: [{ id: 'colour', label: 'Colour' }] },
  taxRates: [
    { id: 'in', name: 'VAT in', percent: '21', inclusive: true },
    { id: 'on', name: 'VAT on', percent: '8.875' },
    { id: 'wh', name: 'Withholding', percent: '-15' },
  ],
  lines: [
    { id: 'a', name: 'Before any section', unitPrice: '12.34', taxRateIds: ['in'] },
    { id: 's1', type: 'section', name: 'Platform' },
    {
      id: 'b',
      name: 'Seat',
      unitPrice: '348',
      quantity: '12',
      discount: { percent: '10' },
      taxRateIds: ['on'],
    },
    { id: 'c', name: 'Option', unitPrice: '2200', optional: true, taxRateIds: ['on'] },
    { id: 'd', name: 'Return', unitPrice: '-50', taxRateIds: ['on'] },
    { id: 's2', type: 'section', name: 'Services' },
    { id: 'e', name: 'Design', unitPrice: '7000', taxRateIds: ['in', 'wh'] },
    {
      id: 'f',
      name: 'Support',
      unitPrice: '99.99',
      billing: { frequency: 'monthly', payments: 12, start: { date: '2027-03-01' } },
    },
    { id: 'n', type: 'note', name: 'A note' },
    { id: 's3', type: 'section', name: 'Nothing in it' },
  ],
  adjustments: [
    { id: 'd1', type: 'discount', name: 'Launch', percent: '7.5' },
    { id: 'd2', type: 'discount', name: 'Friend', amount: '33.33' },
    { id: 'f1', type: 'fee', name: 'Shipping', amount: '15', taxRateIds: ['on'] },
    { id: 't1', type: 'tax', name: 'Levy', percent: '1.25' },
  ],
};

const random = Array.from({ length: 24 }, (_, index) => ({
  name: `random ${index}`,
  text: randomDocument(7, index, { mix: 'valid' }),
}));
const documents = [{ name: 'crowded', text: JSON.stringify(crowded) }, ...examples, ...random];

const localeOf = (text) => JSON.parse(text).locale ?? 'en-US';
const counted = (cells) => cells.filter(({ apart, section }) => !apart && !section);

/** Section sums are those of the lines below them, as drawn. */
function checkSections(cells, locale, name) {
  let heading = null;
  let below = [];
  const finish = () => {
    if (heading)
      assert.equal(addUp([heading.text], locale), addUp(below, locale), `${name} section`);
  };
  for (const cell of cells) {
    if (cell.section) {
      finish();
      heading = cell;
      below = [];
    } else if (!cell.apart) below.push(cell.text);
  }
  finish();
  for (const { right } of cells)
    assert.ok(Math.abs(right - cells[0].right) < 1.5, `${name}: one column`);
}

function checkEditor({ columns, rows, schedule }, locale, name) {
  for (const payment of schedule) {
    if (payment.includes('–')) continue;
    const addends = payment.slice(0, -1);
    assert.equal(addUp(addends, locale), addUp(payment.slice(-1), locale), `${name}: ${payment}`);
  }
  const grand = rows.findIndex((row) => row.grand);
  const lines = counted(columns.net).map(({ text }) => text);
  assert.equal(addUp(lines, locale), addUp([rows[0].amount], locale), `${name}: lines, subtotal`);
  for (const cells of Object.values(columns)) checkSections(cells, locale, name);
  const above = rows.slice(0, grand).map(({ amount }) => amount);
  assert.equal(addUp(above, locale), addUp([rows[grand].amount], locale), `${name}: ${above}`);
  for (const row of rows) {
    if (row.parts.length === 0) continue;
    assert.equal(addUp(row.parts, locale), addUp([row.amount], locale), `${name}: ${row.label}`);
  }
}

function checkSums({ lines, rows }, locale, name) {
  const amounts = rows.map(({ amount }) => amount);
  assert.equal(addUp(lines, locale), addUp([amounts[0]], locale), `${name}: lines, subtotal`);
  const results = rows.flatMap(({ kind }, index) => (/grand|strong|sum/.test(kind) ? [index] : []));
  let from = 0;
  for (const at of results) {
    const addends = amounts.slice(from, at);
    if (addends.length > 0) {
      assert.equal(addUp(addends, locale), addUp([amounts[at]], locale), `${name}: ${addends}`);
    }
    from = at;
  }
}

const overflows = (rows) => !rows.some(({ grand }) => grand);

test('every column of the editor adds up, in every default layout', async () => {
  const { page, close } = await newPage(suite);
  let checked = 0;
  for (const { name, text } of documents) {
    await page.evaluate(async (value) => {
      const editor = document.querySelector('crossfoot-editor');
      editor.value = value;
      await editor.updateComplete;
    }, text);
    const read = await readEditor(page);
    const items = (JSON.parse(text).lines ?? []).filter(
      ({ type }) => type !== 'section' && type !== 'note',
    );
    assert.equal(read.columns.net.filter(({ section }) => !section).length, items.length, name);
    if (items.length === 0 || overflows(read.rows)) continue;
    // The first page writes numbers as its reader's browser does, whatever the document's locale.
    checkEditor(
      read,
      await page.evaluate(() => document.querySelector('crossfoot-editor').locale),
      name,
    );
    checked += 1;
  }
  assert.ok(checked > 15, String(checked));
  await close();
});

test('and with other columns shown, hidden, and in cards', async () => {
  for (const width of [1440, 390]) {
    const { page, close } = await newPage(suite, '?sample=none', {
      viewport: { width, height: 900 },
    });
    for (const columns of [
      ['name', 'net', 'total'],
      ['total', 'name', 'quantity', 'net'],
      ['name', 'total', 'sku'],
    ]) {
      await openDocument(page, crowded);
      await page.evaluate(async (ids) => {
        const editor = document.querySelector('crossfoot-editor');
        editor.shownColumns = ids;
        await editor.updateComplete;
      }, columns);
      const read = await readEditor(page);
      for (const [id, cells] of Object.entries(read.columns)) {
        assert.equal(cells.length > 0, columns.includes(id), `${columns}: ${id}`);
        if (cells.length > 0) checkSections(cells, 'en-US', `${width} ${columns} ${id}`);
      }
    }
    await close();
  }
});

test('what is contained in the prices is said, not drawn as an addend', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, crowded);
  const words = await page.locator('.totals .contained').allTextContents();
  assert.match(words.join(' '), /Line discounts of\s+€417\.60/);
  assert.match(words.join(' '), /Included in the prices:.*VAT in/s);
  await close();
});

test('a sum that is too large, a margin without a cost and a ramp’s first price are said in place', async () => {
  const { page, close } = await newPage(suite);
  const large = { unitPrice: '900000000000', quantity: '1000' };
  const base = { version: 1, currency: 'USD', date: '2026-11-22' };
  await openDocument(page, {
    ...base,
    lines: [
      { id: 'a', name: 'A', ...large },
      { id: 'b', name: 'B', ...large },
    ],
  });
  assert.match(
    await page.locator('.totals [role=alert]').textContent(),
    /must stay below \$1,000,000,000,000,000\./,
  );
  await page.locator('.total-line.grand button').click();
  await page.getByRole('button', { name: 'Subtotal' }).last().click();
  assert.match(await page.locator('.explain').textContent(), /Too large: it has no value/);
  await page.keyboard.press('Escape');
  const phases = [{ payments: 1, unitPrice: '288' }, { payments: 2 }];
  await openDocument(page, {
    ...base,
    kind: 'deal',
    lines: [
      { id: 'a', name: 'A', unitPrice: '10', cost: '4' },
      {
        id: 'b',
        name: 'B',
        unitPrice: '348',
        quantity: '120',
        billing: { frequency: 'annually', phases },
      },
    ],
  });
  const margins = await page.locator('tr.item button[data-col=margin]').allTextContents();
  assert.deepEqual(
    margins.map((text) => text.replace(/\s+/g, ' ').trim()),
    ['6.00', 'no cost given 34,560.00'],
  );
  await page.locator('.metrics .no-cost').waitFor();
  assert.match(await page.locator('.metrics .no-cost').textContent(), /1 line has no cost/);
  const billed = await page.locator('tr.item .billed').allTextContents();
  assert.deepEqual(billed, ['first payment: 288.00']);
  await close();
});

// RE-4.1
test('the schedule names net and tax as the totals do where prices contain the tax', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, {
    version: 1,
    currency: 'EUR',
    locale: 'en-US',
    date: '2026-11-22',
    policy: { pricesIncludeTax: true },
    taxRates: [{ id: 'v', name: 'VAT 19%', percent: '19', inclusive: true }],
    lines: [
      {
        id: 'a',
        name: 'A',
        unitPrice: '147.11',
        taxRateIds: ['v'],
        billing: { frequency: 'monthly', payments: 3 },
      },
    ],
  });
  await page.locator('.totals').getByText('on €123.62').waitFor();
  const rows = page.locator('[data-region=schedule] tbody tr');
  for (const index of [0, 1, 2]) {
    const cells = await rows.nth(index).locator('td').allInnerTexts();
    assert.deepEqual(cells, ['123.62', '23.49', '147.11']);
  }
  await close();
});

async function pageWith(name, element) {
  const context = await suite.browser.newContext({ viewport: { width: 1000, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${suite.address}/${name}`);
  await page.waitForFunction((tag) => customElements.get(tag) !== undefined, element);
  const show = async (each) => {
    await page.evaluate(
      async ([tag, text]) => {
        const found = document.querySelector(tag);
        found.hidden = false;
        const ready = new Promise((done, fail) => {
          found.addEventListener('crossfoot-ready', done, { once: true });
          // A document that is open already is no news.
          setTimeout(done, 15_000);
          found.addEventListener('crossfoot-error', ({ detail }) =>
            fail(new Error(detail.message)),
          );
        });
        found.value = text;
        await ready;
        await found.updateComplete;
      },
      [element, each],
    );
  };
  return { page, show, close: () => context.close() };
}

test('the buyer’s page adds up', async () => {
  const { page, show, close } = await pageWith('preview.html', 'crossfoot-preview');
  for (const { name, text } of documents) {
    await show(text);
    const read = await readPaper(page);
    if (read.lines.length === 0 || read.rows.some(({ amount }) => amount === '–')) continue;
    checkSums(read, localeOf(text), name);
  }
  await close();
});

test('the checkout adds up, and says what was paid', async () => {
  const { page, show, close } = await pageWith('checkout.html', 'crossfoot-summary');
  const paid = {
    version: 1,
    kind: 'invoice',
    currency: 'USD',
    date: '2026-11-22',
    lines: [{ id: 'a', name: 'A', unitPrice: '100' }],
    payments: [{ id: 'p', amount: '30', status: 'succeeded', date: '2026-11-23' }],
  };
  for (const { name, text } of [
    documents[0],
    { name: 'paid', text: JSON.stringify(paid) },
    ...examples,
  ]) {
    await show(text);
    const read = await readCheckout(page);
    if (read.lines.length === 0) continue;
    checkSums(read, localeOf(text), name);
  }
  await close();
});
