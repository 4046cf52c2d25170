// The table as a person uses it: typed, ticked, clicked and dragged with pauses between the keys.
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
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

const PERSON = { delay: 90 };
const rowMenu = async (page, row, entry) => {
  await page.locator('tr[data-id]:not(.ghost) [data-act=menu]').nth(row).click();
  await page.getByRole('menuitem', { name: entry }).click();
};
const checkable = async (page, row, entry) => {
  await page.locator('tr[data-id]:not(.ghost) [data-act=menu]').nth(row).click();
  await page.getByRole('menuitemcheckbox', { name: entry }).click();
};
const undo = (page) => page.keyboard.press('Control+z');
const lineOf = async (page, index) => (await savedDocument(page)).lines[index];
const isAt = (page, place, message) =>
  eventually(async () => assert.deepEqual(await focusPlace(page), place, message));
const namesOf = async (page) => (await savedDocument(page)).lines.map(({ name }) => name);
const namesAre = (page, names, message) =>
  eventually(async () => assert.deepEqual(await namesOf(page), names, message));
const rowClass = (page, index) =>
  page.locator('tr[data-id]:not(.ghost)').nth(index).getAttribute('class');

// ED-3.7
test('a line made optional goes on counting until its tick is taken off', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  const due = async () => (await totalsOf(page)).dueNow;
  assert.equal(await due(), '30.00');
  await checkable(page, 1, 'Optional for the buyer');
  const chosen = page.getByRole('checkbox', { name: /^Chosen, line 2/ });
  assert.equal(await chosen.isChecked(), true);
  assert.equal(await due(), '30.00');
  const { optional, selected } = await lineOf(page, 1);
  assert.deepEqual({ optional, selected }, { optional: true, selected: true });
  await chosen.click();
  assert.equal(await due(), '10.00');
  assert.equal(await chosen.isChecked(), false);
  assert.match(await rowClass(page, 1), /unselected/);
  assert.match(await page.locator('tr.unselected .optional').innerText(), /Not counted/);
  const grey = await page.locator('tr.unselected button.amount').evaluate((amount) => {
    const counted = amount.getRootNode().querySelector('tr.item:not(.unselected) button.amount');
    return getComputedStyle(amount).color !== getComputedStyle(counted).color;
  });
  assert.ok(grey, 'the amount of a line left out looks like one that counts');
  assert.equal('selected' in (await lineOf(page, 1)), false);
  await page.keyboard.press('Space');
  assert.equal(await due(), '30.00');
  await undo(page);
  await undo(page);
  await undo(page);
  assert.deepEqual(await lineOf(page, 1), quoteOf('Design', 'Build').lines[1], 'one step each');
  assert.deepEqual(problems, []);
  await close();
});

test('an optional line nobody chose is shown as the core counts it, in every kind that has one', async () => {
  for (const kind of ['deal', 'quote', 'paymentLink', 'invoice', 'creditMemo', 'subscription']) {
    const { page, close } = await newPage(suite);
    const document = { ...quoteOf('Design', 'Build'), kind };
    document.lines[1].optional = true;
    await openDocument(page, document);
    assert.equal((await totalsOf(page)).subtotal, '10.00', kind);
    assert.match(await rowClass(page, 1), /unselected/, kind);
    const chosen = page.getByRole('checkbox', { name: /^Chosen, line 2/ });
    assert.equal(await chosen.isChecked(), false, kind);
    // It can be made an ordinary line everywhere; another one is not offered where no buyer chooses.
    await checkable(page, 1, 'Optional for the buyer');
    assert.equal((await totalsOf(page)).subtotal, '30.00', kind);
    await page.locator('tr[data-id]:not(.ghost) [data-act=menu]').first().click();
    const offered = await page.getByRole('menuitemcheckbox', { name: /Optional/ }).count();
    const choosing = ['deal', 'quote', 'paymentLink'].includes(kind);
    assert.equal(offered, choosing ? 1 : 0, kind);
    await close();
  }
});

const SECTIONED = {
  ...quoteOf('Design', 'Build', 'Support'),
  lines: [
    { id: 's1', type: 'section', name: 'Platform' },
    { id: 'l1', type: 'item', name: 'Design', unitPrice: '10' },
    { id: 's2', type: 'section', name: 'Services' },
    { id: 'n1', type: 'note', name: 'Travel is extra' },
    { id: 'l2', type: 'item', name: 'Build', unitPrice: '20' },
    { id: 'n2', type: 'note', name: 'Thank you' },
  ],
};

// ED-2.1, ED-2.2
test('numbers typed down a column pass over headings and notes', async () => {
  for (const navigation of ['form', 'grid']) {
    for (const key of ['Enter', 'ArrowDown']) {
      const { page, close } = await newPage(suite);
      await openDocument(page, SECTIONED);
      await page.evaluate(
        (way) => (document.querySelector('crossfoot-editor').navigation = way),
        navigation,
      );
      await page.locator('tr[data-id=l1] [data-col=quantity]').click();
      if (navigation === 'grid') await page.keyboard.press('Escape');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2', PERSON);
      // In a cell being edited the arrow keys of the grid are the caret's.
      await page.keyboard.press(navigation === 'grid' ? 'Enter' : key);
      await isAt(page, { row: 5, column: 'quantity' }, navigation + key);
      await page.keyboard.type('12', PERSON);
      await page.keyboard.press('Enter');
      // Below the last number is the row in which a line is typed.
      await isAt(page, { row: 7, column: 'name' }, navigation + key);
      const { lines } = await savedDocument(page);
      const names = SECTIONED.lines.map(({ name }) => name);
      assert.deepEqual(
        lines.map(({ name }) => name),
        names,
        'no heading was overwritten',
      );
      assert.deepEqual(
        lines.map(({ quantity }) => quantity),
        [undefined, '2', undefined, undefined, '12', undefined],
      );
      await close();
    }
  }
});

test('arrow keys in a column of numbers stop where no number follows, and names are all reached', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, SECTIONED);
  await page.locator('tr[data-id=l1] [data-col=unitPrice]').click();
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await focusPlace(page), { row: 2, column: 'unitPrice' });
  await page.keyboard.press('Control+End');
  await isAt(page, { row: 5, column: 'unitPrice' });
  await page.keyboard.press('Control+Home');
  await isAt(page, { row: 2, column: 'unitPrice' });
  await page.locator('tr[data-id=l1] [data-col=name]').click();
  for (const row of [3, 4, 5, 6, 7]) {
    await page.keyboard.press('ArrowDown');
    await isAt(page, { row, column: 'name' });
  }
  await close();
});

/** Notes from now on how far anything on the page moves by itself. */
const watchShifts = (page) =>
  page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shifts.push(
          entry.sources.map(({ node, previousRect: from, currentRect: to }) => [
            node?.className ?? String(node?.nodeName),
            Math.round(from.y),
            Math.round(to.y),
          ]),
        );
      }
    }).observe({ type: 'layout-shift' });
  });

test('typing the first line moves nothing on the page', async () => {
  for (const lines of [[], ['Design'], ['Design', 'Build', 'Support', 'Print']]) {
    const { page, close } = await newPage(suite);
    await openDocument(page, quoteOf(...lines));
    await page.locator('tr.ghost [data-col=name]').click();
    await rest(page, 600);
    await watchShifts(page);
    const placeOf = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
    const before = await placeOf('.total-line');
    await page.keyboard.type('Common', { delay: 120 });
    await rest(page, 1500);
    assert.deepEqual(await page.evaluate(() => window.shifts), [], `${lines.length} lines`);
    assert.equal(await placeOf('.total-line'), before);
    await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.equal(await page.locator('tr.ghost').count(), 1, 'the next empty row is there again'),
    );
    await page.keyboard.type('3', PERSON);
    await page.keyboard.press('Enter');
    await isAt(page, { row: lines.length + 2, column: 'name' });
    await close();
  }
});

test('what an empty table proposes is possible', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf());
  assert.doesNotMatch(await page.locator('.empty-row').innerText(), /library/);
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    editor.catalogue = [{ id: 'p1', name: 'Seat', unitPrice: '10' }];
    editor.capabilities = { addCustomLines: false };
  });
  await page.locator('.empty-row', { hasText: 'library' }).waitFor();
  assert.doesNotMatch(await page.locator('.empty-row').innerText(), /Type|Paste/i);
  await close();
});

// ED-3.8
test('finding in a long table leaves the box where it is, and selects nothing', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    viewport: { width: 1000, height: 800 },
  });
  await openDocument(page, quoteOf(...Array.from({ length: 1200 }, (_, n) => `Item ${n + 1}`)));
  const box = page.locator('[data-find]');
  await box.click();
  const at = await box.boundingBox();
  for (const step of ['I', 't', 'e', 'm', ' ', '1', '1', 'Enter', 'Enter', 'Shift+Enter']) {
    await page.keyboard.press(step === ' ' ? 'Space' : step);
    await rest(page, 90);
    assert.deepEqual(await box.boundingBox(), at, step);
  }
  await eventually(async () => assert.equal(await page.locator('tr.found').count(), 1));
  assert.deepEqual(await box.boundingBox(), at);
  assert.equal(await page.locator('tr.selected').count(), 0, 'what was found could be deleted');
  await close();
});

test('an amount may be typed or pasted with the sign of its currency, and no other', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  const price = page.locator('tr[data-id=l1] [data-col=unitPrice]');
  const typed = async (text) => {
    await price.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text, PERSON);
    await page.keyboard.press('Tab');
    return (await lineOf(page, 0)).unitPrice;
  };
  assert.equal(await typed('$1,234.50'), '1234.5');
  assert.equal(await price.inputValue(), '1,234.50');
  assert.equal(await typed('12 USD'), '12');
  assert.equal(await typed('USD 13'), '13');
  assert.equal(await typed('€14'), '€14', 'kept as it was typed');
  assert.match(
    await page.locator('tr.issues-row').innerText(),
    /“€14” is in €, but this document is in USD/,
  );
  await page.locator('tr[data-id=l2] [data-col=discount]').click();
  await page.keyboard.type('$5', PERSON);
  await page.keyboard.press('Tab');
  assert.deepEqual((await lineOf(page, 1)).discount, { amount: '5' });
  await close();
});

const RICH = {
  version: 1,
  kind: 'quote',
  currency: 'USD',
  date: '2026-11-22',
  taxRates: [
    { id: 't1', name: 'VAT', percent: '25' },
    { id: 't2', name: 'Levy', amountPerUnit: '0.50' },
  ],
  custom: { columns: [{ id: 'colour', label: 'Colour' }] },
  lines: [
    { id: 's1', type: 'section', name: 'Platform' },
    {
      id: 'l1',
      type: 'item',
      name: 'Seats',
      description: 'One\nyear',
      quantity: '36',
      unitPrice: '11.90',
      cost: '3.25',
      formulas: { quantity: '=3*12' },
      discounts: [{ percent: '5' }, { total: '1' }],
      taxRateIds: ['t1', 't2'],
      billing: { frequency: 'monthly', start: { months: 1 }, term: 'P1Y' },
      custom: { colour: 'red', weight: 12345678901234567890n },
      optional: true,
      selected: true,
    },
    {
      id: 'l2',
      type: 'item',
      name: 'Calls',
      quantity: '1000',
      pricing: {
        model: 'graduated',
        tiers: [{ upTo: '100', unitPrice: '1' }, { unitPrice: '0.5' }],
      },
      taxRateIds: ['t1'],
    },
  ],
};
const richText = (changes = {}) =>
  JSON.stringify({ ...RICH, ...changes }, (_name, value) =>
    typeof value === 'bigint' ? `#${value}#` : value,
  ).replace(/"#(\d+)#"/g, '$1');
const openText = (page, text) =>
  page.evaluate(async (state) => {
    const editor = document.querySelector('crossfoot-editor');
    editor.value = state;
    await editor.updateComplete;
  }, text);
const savedText = (page) => page.evaluate(() => document.querySelector('crossfoot-editor').value);
/** A line without what must differ in a copy. */
const bare = ({ id: _id, ...line }) => line;

async function selectAllRows(page) {
  for (const box of await page.locator('.rownum').all()) await box.click();
}

// ED-3.4
test('copied rows come back whole, by keys and by menu, also where only the text survives', async () => {
  for (const way of ['keys', 'menu', 'text only']) {
    const { page, problems, close } = await newPage(suite);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openText(page, richText());
    await selectAllRows(page);
    if (way === 'menu') await page.getByRole('button', { name: /^Copy \d+ rows$/ }).click();
    else await page.keyboard.press('Control+c');
    const text = await eventually(async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^Item\t/, 'a spreadsheet gets rows and cells');
      return copied;
    });
    assert.match(text, /\nPlatform\t+Heading\t*\r\n/, 'a heading has no quantity');
    assert.match(text, /Seats\t[^]*36\t11\.90/);
    if (way === 'text only')
      await page.evaluate((only) => navigator.clipboard.writeText(only), text);
    await page.locator('tr.ghost [data-col=name]').click();
    await page.keyboard.press('Control+v');
    const after = await eventually(async () => {
      const pasted = await savedDocument(page);
      assert.equal(pasted.lines.length, 6, way);
      return pasted;
    });
    assert.deepEqual(after.lines.slice(3).map(bare), after.lines.slice(0, 3).map(bare));
    assert.equal(new Set(after.lines.map(({ id }) => id)).size, 6);
    assert.equal(after.taxRates.length, 2);
    assert.equal((await savedText(page)).split('12345678901234567890').length, 3, 'every digit');
    await undo(page);
    await eventually(async () =>
      assert.equal((await savedDocument(page)).lines.length, 3, 'one step'),
    );
    assert.deepEqual(problems, []);
    await close();
  }
});

test('rows copied into another document in another tab bring their taxes and columns along', async () => {
  const { page, close } = await newPage(suite);
  await openText(page, richText());
  await selectAllRows(page);
  await page.keyboard.press('Control+c');
  const other = await page.context().newPage();
  await other.goto(`${suite.address}/index.html?sample=none`);
  await other.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
  const target = {
    ...quoteOf('Design'),
    kind: 'invoice',
    currency: 'EUR',
    policy: { pricesIncludeTax: true },
    taxRates: [
      { id: 't1', name: 'Reduced', percent: '12' },
      { id: 'x', name: 'Levy', amountPerUnit: '0.5' },
    ],
  };
  await openText(other, JSON.stringify(target));
  await other.bringToFront();
  await other.locator('tr[data-id=l1] [data-col=quantity]').click();
  await other.keyboard.press('Control+v');
  const { lines, taxRates, custom } = await eventually(async () => {
    const pasted = await savedDocument(other);
    assert.deepEqual(
      pasted.lines.map(({ name }) => name),
      ['Design', 'Platform', 'Seats', 'Calls'],
    );
    return pasted;
  });
  assert.equal(taxRates.length, 3);
  const vat = taxRates[2];
  assert.deepEqual({ ...vat, id: '' }, { id: '', name: 'VAT', percent: '25', inclusive: false });
  assert.notEqual(vat.id, 't1', 'the document has another rate of that id');
  assert.deepEqual(lines[2].taxRateIds, [vat.id, 'x']);
  assert.deepEqual(custom.columns, RICH.custom.columns);
  assert.equal(lines[2].priceCurrency, 'USD', 'dollars do not become euros silently');
  assert.equal('optional' in lines[2], false, 'an invoice has no choices');
  assert.deepEqual(lines[3].pricing, RICH.lines[2].pricing);
  await undo(other);
  await eventually(async () =>
    assert.deepEqual((await savedDocument(other)).taxRates, target.taxRates),
  );
  await close();
});

test('cut rows leave as one step and come back where they are pasted', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  await page.locator('.rownum').nth(0).click();
  await page.keyboard.press('Control+x');
  await namesAre(page, ['Two', 'Three']);
  await page.locator('tr[data-id=l2] [data-act=menu]').focus();
  await page.keyboard.press('Control+v');
  await namesAre(page, ['Two', 'One', 'Three']);
  await close();
});

const putText = (page, text) => page.evaluate((put) => navigator.clipboard.writeText(put), text);

test('a column pasted onto a number goes down over the lines there are, as one step', async () => {
  const { page, close } = await newPage(suite);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDocument(page, SECTIONED);
  await putText(page, '$1,000.50\r\n2000\r\n30x\r\n');
  await page.locator('tr[data-id=l1] [data-col=unitPrice]').click();
  await page.keyboard.press('Control+v');
  await eventually(async () => {
    const { lines } = await savedDocument(page);
    const prices = lines.flatMap((line) => (line.type === 'item' ? [line.unitPrice] : []));
    assert.deepEqual(prices, ['1000.5', '2000', '30x']);
    assert.equal(lines.length, 7, 'the value beyond the last line is not lost');
  });
  assert.equal(await page.locator('dialog[open]').count(), 0, 'nothing is asked');
  await undo(page);
  await eventually(async () =>
    assert.deepEqual((await savedDocument(page)).lines, SECTIONED.lines),
  );
  await close();
});

/** Pastes a block below the lines and reads the preview: the columns chosen, and what it says. */
async function pasteBlock(page, text) {
  await putText(page, text);
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.press('Control+v');
  await page.locator('dialog[open] table.preview').waitFor();
  const columns = page.locator('table.preview select');
  return {
    columns: await columns.evaluateAll((all) => all.map((each) => each.value)),
    count: await page.locator('.paste-count').innerText(),
  };
}

// ED-3.9
test('a pasted price list is understood by its signs and headings, in any language', async () => {
  const { page, problems, close } = await newPage(suite);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const insert = () => page.locator('dialog[open] button.primary').click();
  const signed = await pasteBlock(page, 'Seat\t2\t$1,234.50\t10%\nDesk\t1\t$20.00\t5%');
  assert.deepEqual(signed.columns, ['name', 'quantity', 'unitPrice', 'discount']);
  await insert();
  const german = 'Pos\tProdukt\tMenge\tStückpreis\tGesamt\n1\tSchraube\t10\t1.000,50\t10.005,00';
  assert.deepEqual((await pasteBlock(page, german)).columns, [
    '',
    'name',
    'quantity',
    'unitPrice',
    'compared',
  ]);
  await insert();
  const usual = 'Description\tQty\tRate\tAmount\nPrint\t3\t10.00\t30.00';
  assert.match((await pasteBlock(page, usual)).count, /^1 row ready$/);
  await insert();
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ name, quantity, unitPrice, discount }) => [
      name,
      quantity,
      unitPrice,
      discount?.percent,
    ]),
    [
      ['Seat', '2', '1234.5', '10'],
      ['Desk', '1', '20', '5'],
      ['Schraube', '10', '1000.5', undefined],
      ['Print', '3', '10', undefined],
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.9
test('amounts of another currency are nobody’s dollars until somebody says so', async () => {
  const { page, close } = await newPage(suite);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const { count } = await pasteBlock(page, 'Lizenz\t10\t1.234,50 €\nWartung\t2\t99,00 €');
  assert.match(count, /^0 rows ready, 2 rows have problems$/);
  await page.getByLabel(/Take amounts in € as USD/).click();
  assert.match(await page.locator('.paste-count').innerText(), /^2 rows ready$/);
  await page.locator('dialog[open] button.primary').click();
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ unitPrice }) => unitPrice),
    ['1234.5', '99'],
  );
  await close();
});

test('values pasted onto selected lines go to these lines, one value to all of them', async () => {
  const { page, close } = await newPage(suite);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDocument(page, quoteOf('One', 'Two', 'Three', 'Four'));
  const quantitiesAre = (expected) =>
    eventually(async () =>
      assert.deepEqual(
        (await savedDocument(page)).lines.map(({ quantity }) => quantity),
        expected,
      ),
    );
  await page.locator('.rownum').nth(0).click();
  await page.locator('.rownum').nth(2).click();
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await putText(page, '5\n6\n');
  await page.keyboard.press('Control+v');
  await quantitiesAre(['5', undefined, '6', undefined]);
  await putText(page, '7');
  await page.keyboard.press('Control+v');
  await quantitiesAre(['7', undefined, '7', undefined]);
  await close();
});

const handle = (page, id) => page.locator(`tr[data-id=${id}] .handle`);
/** Takes a row by its handle and holds it over the lower or upper part of another. */
async function dragOver(page, from, to, part = 0.8) {
  const start = await handle(page, from).boundingBox();
  await page.mouse.move(start.x + 10, start.y + 10);
  await page.mouse.down();
  const end = await page.locator(`tr[data-id=${to}]`).boundingBox();
  await page.mouse.move(start.x + 12, start.y + 20, { steps: 3 });
  await page.mouse.move(end.x + 60, end.y + end.height * part, { steps: 8 });
}

test('a dragged row shows what it is, and Escape puts it down where it was', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  await dragOver(page, 'l1', 'l3');
  assert.equal(await page.locator('.drag-label').innerText(), 'One');
  assert.equal(await page.locator('tr.carried').count(), 1);
  assert.equal(await page.locator('.drop-before, .drop-after').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.drag-label, tr.carried, .drop-before, .drop-after').count(), 0);
  await page.mouse.move(400, 300);
  await page.mouse.up();
  assert.deepEqual(await namesOf(page), ['One', 'Two', 'Three']);
  await dragOver(page, 'l1', 'l3');
  await page.mouse.up();
  await namesAre(page, ['Two', 'Three', 'One']);
  assert.equal(await page.locator('.drag-label, tr.carried').count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.2
test('a heading takes its lines along, however it is moved', async () => {
  const { page, close } = await newPage(suite);
  const moved = ['Services', 'Travel is extra', 'Build', 'Thank you', 'Platform', 'Design'];
  const before = SECTIONED.lines.map(({ name }) => name);
  const tries = {
    drag: async () => {
      await dragOver(page, 's1', 'l2', 0.3);
      await page.mouse.up();
    },
    keys: async () => {
      await page.locator('tr[data-id=s1] [data-col=name]').click();
      await page.keyboard.press('Alt+Shift+ArrowDown');
    },
    menu: () => rowMenu(page, 0, /^Move to bottom/),
    'picked up': async () => {
      await rowMenu(page, 0, /^Move with arrow keys/);
      await eventually(async () => assert.equal(await page.locator('tr.carried').count(), 2));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    },
    'the other up': async () => {
      await page.locator('tr[data-id=s2] [data-col=name]').click();
      await page.keyboard.press('Alt+Shift+ArrowUp');
    },
  };
  for (const [way, move] of Object.entries(tries)) {
    await openDocument(page, SECTIONED);
    await move();
    await namesAre(page, moved, way);
    await page.evaluate(() => document.querySelector('crossfoot-editor').undo());
    await namesAre(page, before, `${way}: one step`);
  }
  await close();
});

// ED-3.8, ED-2.3
test('all lines are selected, deleted and let go by the keys everybody tries', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, SECTIONED);
  const selected = () => page.locator('tr.selected').count();
  const top = async () => (await page.locator('tr[data-id=l1]').boundingBox()).y;
  const before = await top();
  await page.getByRole('checkbox', { name: 'Select all lines' }).click();
  assert.equal(await selected(), 6);
  assert.equal(await top(), before, 'the tools of selected lines move no row');
  await page.keyboard.press('Escape');
  assert.equal(await selected(), 0);
  await page.locator('tr[data-id=l1] [data-act=menu]').focus();
  await page.keyboard.press('Control+a');
  assert.equal(await selected(), 6);
  await page.keyboard.press('Escape');
  assert.equal(await selected(), 0);
  await page.locator('.rownum').nth(1).click();
  await page.locator('.rownum').nth(3).click();
  const all = page.getByRole('checkbox', { name: 'Select all lines' });
  assert.equal(await all.evaluate((box) => box.indeterminate), true);
  await page.keyboard.press('Delete');
  await namesAre(page, ['Platform', 'Services', 'Build', 'Thank you']);
  await undo(page);
  await eventually(async () => assert.equal((await namesOf(page)).length, 6));
  // In a text the same keys are the text's.
  await page.locator('.rownum').nth(0).click();
  await page.locator('tr[data-id=l2] [data-col=name]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  assert.equal((await namesOf(page)).length, 6);
  assert.equal(await page.locator('tr[data-id=l2] [data-col=name]').inputValue(), '');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('tr[data-id=l2] [data-col=name]').inputValue(), 'Build');
  assert.equal(await selected(), 1, 'the first Escape takes back what was typed');
  await page.keyboard.press('Escape');
  assert.equal(await selected(), 0);
  await close();
});

test('in grid navigation Delete takes the selected rows away', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  await page.evaluate(() => (document.querySelector('crossfoot-editor').navigation = 'grid'));
  await page.locator('tr[data-id=l2] [data-col=quantity]').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Delete');
  await namesAre(page, ['One', 'Three']);
  await close();
});

test('counts are written as numbers are, and a description that is there is edited', async () => {
  const { page, close } = await newPage(suite);
  const lines = Array.from({ length: 1200 }, (_, n) => ({
    id: `l${n + 1}`,
    type: 'item',
    name: `Item ${n + 1}`,
    unitPrice: '1',
    ...(n === 0 ? { description: 'Blue' } : {}),
  }));
  await openDocument(page, { ...quoteOf(), lines });
  await page.getByRole('checkbox', { name: 'Select all lines' }).click();
  await page.locator('.toolbar', { hasText: '1,200 lines selected' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('tr[data-id=l1] [data-act=menu]').click();
  assert.equal(await page.getByRole('menuitem', { name: 'Edit description' }).count(), 1);
  await page.keyboard.press('Escape');
  await page.locator('tr[data-id=l2] [data-act=menu]').click();
  assert.equal(await page.getByRole('menuitem', { name: 'Add description' }).count(), 1);
  await close();
});

// ED-2.6
test('undo and redo leave the focus somewhere, whatever they take away', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const focused = () =>
    page.evaluate(() => {
      const inner = document.querySelector('crossfoot-editor').shadowRoot.activeElement;
      return inner && !inner.matches(':disabled') ? inner.outerHTML.slice(0, 80) : null;
    });
  // What has focus is asked when the page is at rest: a drawing might still take it away.
  const isSomewhere = async (message) => {
    await rest(page, 90);
    assert.notEqual(await focused(), null, message);
  };
  await page.locator('[data-add-adjustment=fee]').click();
  await page.keyboard.type('Freight', PERSON);
  for (const keys of ['Control+z', 'Control+z', 'Control+z', 'Control+Shift+z']) {
    await page.keyboard.press(keys);
    await isSomewhere(`after ${keys}`);
  }
  for (const name of ['Undo', 'Redo']) {
    await page.getByRole('button', { name, exact: true }).focus();
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('Enter');
      await isSomewhere(`${name}, step ${step + 1}`);
    }
  }
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await isSomewhere('in the history');
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.3
test('the history names the kind of what was changed and the thing itself, in the language of now', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await rowMenu(page, 0, 'Insert section below');
  await page.keyboard.type('Hardware', PERSON);
  await page.keyboard.press('Tab');
  await page.locator('[data-add-adjustment=fee]').click();
  await page.keyboard.type('Freight', PERSON);
  await page.keyboard.press('Tab');
  await page.keyboard.type('12', PERSON);
  await page.keyboard.press('Tab');
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'Tax rates' }).click();
  await page.getByRole('button', { name: 'Add tax rate' }).click();
  await page.keyboard.type('VAT', PERSON);
  await page.keyboard.press('Tab');
  await page.keyboard.type('19', PERSON);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'Rounding and rules' }).click();
  await page.locator('dialog[open] input[type=radio]').nth(3).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const steps = () => page.locator('dialog[open] li bdi').allInnerTexts();
  await page.waitForFunction(
    () =>
      !document
        .querySelector('crossfoot-editor')
        .shadowRoot.querySelector('dialog')
        .innerText.includes('Changed Rounding and rules'),
  );
  const english = await steps();
  for (const step of [
    'Added section “Hardware”',
    'Changed Name of section “Hardware”',
    'Added fee “Freight”',
    'Changed Name of fee “Freight”',
    'Changed Percent or amount of fee “Freight”',
    'Added tax rate “VAT”',
    'Changed Name of tax rate “VAT”',
    'Changed Percent of tax rate “VAT”',
  ])
    assert.ok(english.includes(step), `${step}: ${english.join(' | ')}`);
  await page.evaluate(() => (document.querySelector('crossfoot-editor').lang = 'de'));
  await page.getByText('Abschnitt „Hardware“ hinzugefügt', { exact: true }).waitFor();
  const german = (await steps()).join(' | ');
  assert.match(german, /Gebühr „Freight“ hinzugefügt/);
  assert.match(german, /Name bei Steuersatz „VAT“ geändert/);
  assert.doesNotMatch(german, /Changed|Added|section/);
  assert.deepEqual(problems, []);
  await close();
});

test('the history says what was there when the typing ended', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.type('Common', PERSON);
  await page.keyboard.press('Tab');
  await page.locator('tr[data-id=l1] [data-col=name]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Plan', PERSON);
  await page.keyboard.press('Tab');
  await page.locator('[data-tool=more]').click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await eventually(async () => {
    const steps = await page.locator('dialog[open]').innerText();
    assert.match(steps, /Added line “Common”/);
    assert.match(steps, /Changed Name of line “Plan”/);
  });
  await close();
});

// ED-4.4
test('why a text was refused stays to be read until something else is done, the total beside it', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  // What is said of the opened document is over.
  await rest(page, 1300);
  const status = () => page.locator('.status').innerText();
  await page.locator('tr[data-id=l1] [data-col=unitPrice]').click();
  await page.keyboard.type('25', PERSON);
  await page.keyboard.press('Tab');
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('many', PERSON);
  await page.keyboard.press('Tab');
  const refusal = await eventually(async () => {
    const said = await status();
    assert.match(said, /number/i);
    return said;
  });
  await rest(page, 1800);
  assert.ok((await status()).startsWith(refusal), await status());
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2', PERSON);
  await eventually(async () => assert.match(await status(), /^Total \$50\.00, 1 line$/));
  await close();
});

// ED-4.4
test('no total is in sight that is not the total any more, and only what is sold is counted', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, SECTIONED);
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.type('5', PERSON);
  const status = () => page.locator('.status').innerText();
  await eventually(async () => assert.match(await status(), /^Total \$70\.00, 2 lines$/));
  await page.keyboard.type('0', PERSON);
  assert.doesNotMatch(await status(), /70\.00/, 'the former total is gone at once');
  await eventually(async () => assert.match(await status(), /^Total \$520\.00, 2 lines$/));
  await close();
});

// ED-3.6
test('headings and notes have no number, and lines are counted without them', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, SECTIONED);
  const numbers = await page.locator('.rownum').allInnerTexts();
  assert.deepEqual(numbers, ['', '1', '', '', '2', '']);
  assert.equal(await page.getByLabel('Quantity, line 2: Build').count(), 1);
  assert.equal(await page.getByLabel('Section: Platform', { exact: true }).count(), 1);
  await rowMenu(page, 1, /^Move to position/);
  assert.match(await page.locator('dialog[open]').innerText(), /\(1–2\)/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2', PERSON);
  await page.keyboard.press('Enter');
  const moved = ['Platform', 'Services', 'Travel is extra', 'Build', 'Thank you', 'Design'];
  await namesAre(page, moved);
  await close();
});

// ED-7.1
for (const [width, sample, last] of [
  [768, '01-hubspot-seats', 'net'],
  [768, '01-hubspot-seats&lang=ar', 'net'],
  [853, '14-messaging-deal', 'margin'],
]) {
  test(`at ${width} pixels what a line comes to is in sight, and so is what has focus: ${sample}`, async () => {
    const viewport = { width, height: 900 };
    const { page, close } = await newPage(suite, `?sample=${sample}`, { viewport });
    const inSight = (box) =>
      box.evaluate((element) => {
        const { left, right, top, height } = element.getBoundingClientRect();
        return [left + 3, (left + right) / 2, right - 3].every((x) => {
          const hit = element.getRootNode().elementFromPoint(x, top + height / 2);
          return hit !== null && (element.contains(hit) || hit.contains(element));
        });
      });
    const row = page.locator('tr.item').first();
    const amount = row.locator(`button.amount[data-col=${last}]`);
    const isInSight = async () => [
      await inSight(amount),
      await inSight(row.locator('[data-act=menu]')),
    ];
    assert.deepEqual(await isInSight(), [true, true]);
    await row.locator('[data-col=quantity]').click();
    for (let column = 0; column < 5; column += 1) {
      await page.keyboard.press('Tab');
      await eventually(async () => {
        const focused = page.locator('crossfoot-editor :focus');
        assert.ok(await inSight(focused), await focused.getAttribute('data-col'));
        assert.deepEqual(await isInSight(), [true, true]);
      });
    }
    await close();
  });
}
