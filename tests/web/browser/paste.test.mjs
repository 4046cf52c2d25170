// Lists from elsewhere, pasted by the keys of the clipboard, and what the document then comes to.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  totalsOf,
} from '../support/editor-page.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

const copy = (page, text) => page.evaluate((put) => navigator.clipboard.writeText(put), text);

async function listPage(document = { ...quoteOf(), lines: [] }) {
  const opened = await newPage(suite);
  await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDocument(opened.page, document);
  return opened;
}

/** Pastes below the lines; `|` is a tab. Answers the columns that were recognised. */
async function pasteList(page, ...rows) {
  await copy(page, rows.join('\n').replaceAll('|', '\t'));
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.press('Control+v');
  await page.locator('dialog[open] table.preview').waitFor();
  const columns = page.locator('table.preview select');
  return columns.evaluateAll((all) => all.map((each) => each.value));
}

const count = (page) => page.locator('.paste-count').innerText();
const insert = (page) => page.locator('dialog[open] button.primary').click();
const due = async (page) => (await totalsOf(page)).dueNow;

// ED-3.9, ED-3.11
test('a list without headings is told by what most of its cells are and what they make', async () => {
  const { page, problems, close } = await listPage();
  assert.deepEqual(
    await pasteList(page, '10045|Oak plank 2 m|14|$8.95', '10046|Oak plank 3 m|n/a|$12.40'),
    ['sku', 'name', 'quantity', 'unitPrice'],
  );
  assert.match(await count(page), /^1 row ready, 1 row has a problem$/);
  assert.match(await page.locator('.preview .problem').innerText(), /Quantity: .*n\/a/);
  await insert(page);
  assert.equal(await due(page), '125.30');
  assert.deepEqual(
    await pasteList(page, 'Switch 24-port|$1,299.00|4|$5,196.00', 'Rack screws|$12.50|2|$25.00'),
    ['name', 'unitPrice', 'quantity', 'compared'],
  );
  await insert(page);
  assert.equal(await due(page), '5346.30');
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.12
test('a row that makes another amount than its list says so, with both figures', async () => {
  const { page, close } = await listPage();
  await pasteList(
    page,
    'Item|Qty|Price|Weight|Amount',
    'Seat|2|10.00|7|20.00',
    'Desk|3|10.00|9|31.00',
  );
  assert.match(await count(page), /^1 row ready, 1 row has a problem$/);
  assert.match(await page.locator('.preview .problem').innerText(), /\$31\.00.*\$30\.00/);
  assert.equal(await page.locator('.left-out').innerText(), '1 column is left out: Weight');
  await page.getByLabel('Insert rows with problems too').click();
  await insert(page);
  assert.equal(await due(page), '50.00');
  await close();
});

// ED-3.12
test('what only the core finds wrong with a row is said at the row, before it is pasted', async () => {
  const { page, problems, close } = await listPage();
  await pasteList(page, 'Item|Qty|Price', 'Desk|1|100.00', 'Return|1|-25.00', 'Chair|-2|10.00');
  assert.match(await count(page), /^1 row ready, 2 rows have problems$/);
  const said = await page.locator('.preview .problem').allInnerTexts();
  assert.match(said[0], /Unit price must not be negative/);
  assert.match(said[1], /Quantity must not be negative/);
  await insert(page);
  assert.equal(await due(page), '100.00');
  assert.deepEqual(problems, []);
  await close();
});

test('a discount is of the kind that makes the amounts of the list', async () => {
  const { page, close } = await listPage({ ...quoteOf(), lines: [], currency: 'JPY' });
  await pasteList(page, '品番|品名|数量|単価|値引|金額', 'A1|机|2|1,250|100|2,400');
  assert.match(await count(page), /^1 row ready$/);
  assert.equal(await page.getByLabel('Kind of discount').inputValue(), 'total');
  await insert(page);
  assert.equal(await due(page), '2400');
  await close();
});

// ED-3.13
test('the taxes of a list are rates of the document, or said to be none', async () => {
  const taxRates = [{ id: 'full', name: 'MwSt.', percent: '19' }];
  const { page, close } = await listPage({ ...quoteOf(), lines: [], currency: 'EUR', taxRates });
  await pasteList(page, 'Artikel|Menge|Preis|MwSt.', 'Lizenz|2|50,00|19 %', 'Buch|1|10,00|7 %');
  assert.match(await count(page), /^1 row ready, 1 row has a problem$/);
  assert.match(
    await page.locator('.preview .problem').innerText(),
    /“7 %” is none of .* Add the rate/,
  );
  await insert(page);
  assert.equal(await due(page), '119.00');
  assert.deepEqual((await savedDocument(page)).lines[0].taxRateIds, ['full']);
  await close();
});

test('nothing is ready where no price was recognised', async () => {
  const { page, close } = await listPage();
  await pasteList(page, 'Seat|blue', 'Desk|red');
  assert.match(await count(page), /^0 rows ready, 2 rows have problems$/);
  assert.match(
    await page.locator('dialog[open]').innerText(),
    /No column is taken for the unit price/,
  );
  await close();
});

// ED-3.23
test('a list of ten thousand rows is read in sight, can be left meanwhile, and goes in as one step', async () => {
  const { page, problems, close } = await listPage();
  const rows = Array.from({ length: 10_000 }, (_, at) => `Part ${at}\t2\t${at % 100}.25`);
  await copy(page, ['Item\tQty\tPrice', ...rows].join('\n'));
  const paste = async () => {
    await page.locator('tr.ghost [data-col=name]').click();
    await page.keyboard.press('Control+v');
    await page.locator('dialog[open] progress').waitFor();
  };
  await paste();
  await page.locator('dialog[open]').getByRole('button', { name: 'Cancel' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await paste();
  await page.locator('.paste-count').waitFor();
  assert.match(await page.locator('dialog[open]').innerText(), /10,001 rows of text/);
  assert.match(await count(page), /^10,000 rows ready$/);
  await insert(page);
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  assert.equal(await due(page), '995000.00');
  await page.keyboard.press('Control+z');
  await page.getByText('No lines yet').waitFor();
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.4
test('a block pasted into a cell goes down over the columns beside it, as one step', async () => {
  const { page, close } = await listPage(quoteOf('Seat', 'Desk'));
  await copy(page, '5\t4.00\r\n6\t3.00\r\n');
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+v');
  await eventually(async () => assert.equal(await due(page), '38.00'));
  assert.equal(await page.locator('dialog[open]').count(), 0, 'nothing is asked');
  await page.keyboard.press('Control+z');
  await eventually(async () => assert.equal(await due(page), '30.00'));
  await copy(page, 'Lamp\t3\r\nVase\t2\r\n');
  await page.locator('tr[data-id=l1] [data-col=quantity]').click();
  await page.keyboard.press('Control+v');
  await page.locator('dialog[open] table.preview').waitFor();
  await close();
});

// ED-3.14
test('the lines of a document leave as a file and come back to the cent', async () => {
  const { page, problems, close } = await newPage(suite, '?sample=01-hubspot-seats');
  const before = await totalsOf(page);
  const { lines, ...rest } = await savedDocument(page);
  await page.getByRole('button', { name: 'More' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export lines (CSV)' }).click();
  const path = await (await downloading).path();
  const text = await readFile(path, 'utf8');
  const sandbox = text.split('\r\n').find((row) => row.includes('Additional sandbox')) ?? '';
  assert.match(sandbox, /not chosen/);
  assert.doesNotMatch(
    sandbox,
    /796|750\.00.*750\.00/,
    'an amount that does not count is not given',
  );
  await openDocument(page, { ...rest, lines: [] });
  await page.getByRole('button', { name: 'More' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Import a file' }).click();
  await (
    await choosing
  ).setFiles({ name: 'lines.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('dialog[open] table.preview').waitFor();
  assert.match(await count(page), /^6 rows ready$/);
  assert.equal(await page.locator('.left-out').count(), 0);
  await insert(page);
  assert.deepEqual(await totalsOf(page), before);
  const nameless = ({ id: _, selected: __, ...line }) => ({ type: 'item', ...line });
  const decimals = (all) => JSON.stringify(all.map(nameless)).replace(/(\d)\.0+"/g, '$1"');
  const sorted = (all) => all.map((line) => Object.fromEntries(Object.entries(line).sort()));
  const now = (await savedDocument(page)).lines;
  assert.equal(decimals(sorted(now)), decimals(sorted(lines)));
  assert.deepEqual(problems, []);
  await close();
});

/** Copies as a program does, which puts its own HTML beside the text, or nothing beside it. */
const copyFrom = (page, html, text) =>
  page.evaluate(
    (put) => {
      const give = (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData.setData('text/html', put.html);
        if (put.text !== undefined) event.clipboardData.setData('text/plain', put.text);
      };
      window.addEventListener('copy', give, { once: true, capture: true });
      document.execCommand('copy');
    },
    { html, text },
  );

/** The same; then pastes below the lines. */
async function pasteFrom(page, html, text) {
  await copyFrom(page, html, text);
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.press('Control+v');
  await page.locator('dialog[open] table.preview').waitFor();
}

const cells = (row) => row.map((cell) => `<td${cell}</td>`).join('');
const sheet = (...rows) =>
  `<html><head><style>td {color: black}</style></head><body><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table></body></html>`;

// ED-3.18
test('a spreadsheet shows rounded prices in a format of its own, and the prices in it come', async () => {
  const { page, problems, close } = await listPage();
  // LibreOffice with German formats: 1.005 is shown as 1,01 and 1250 as 1.250.
  const html = sheet(
    ['>Artikel', '>Menge', '>Preis', '>Lieferung'],
    [
      '>Schraube',
      ' sdval="1000" sdnum="1031;">1.000',
      ' sdval="1.005" sdnum="1031;0;#.##0,00 [$€]">1,01 €',
      ' sdval="46023" sdnum="1031;0;TT.MM.JJ">01.01.26',
    ],
    [
      '>Platte<br>verzinkt',
      ' sdval="2" sdnum="1031;">2',
      ' sdval="1250" sdnum="1031;0;#.##0">1.250',
      '>',
    ],
  );
  const text =
    'Artikel\tMenge\tPreis\tLieferung\nSchraube\t1.000\t1,01 €\t01.01.26\nPlatte verzinkt\t2\t1.250\t';
  await pasteFrom(page, html, text);
  assert.match(await count(page), /^1 row ready, 1 row has a problem$/, 'euros are no dollars');
  await page.getByLabel(/Take amounts in € as USD/).click();
  await page.getByText('2 rows ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '3505.00');
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ name, description, unitPrice }) => [name, description, unitPrice]),
    [
      ['Schraube', undefined, '1.005'],
      ['Platte', 'verzinkt', '1250'],
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.18
test('Google’s table says 19 % and 0.1 + 0.2 as people mean them', async () => {
  const { page, close } = await listPage({
    ...quoteOf(),
    lines: [],
    taxRates: [{ id: 'full', name: 'VAT', percent: '19' }],
  });
  const number = (value, shown) => ` data-sheets-value='{"1":3,"3":${value}}'>${shown}`;
  await pasteFrom(
    page,
    sheet(
      ['>Item', '>Price', '>VAT'],
      ['>Cable', number('0.30000000000000004', '0.3'), number('0.19', '19%')],
    ),
    'Item\tPrice\tVAT\nCable\t0.3\t19%',
  );
  assert.match(await count(page), /^1 row ready$/);
  await insert(page);
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  const [line] = (await savedDocument(page)).lines;
  assert.deepEqual([line.unitPrice, line.taxRateIds], ['0.3', ['full']]);
  await close();
});

// ED-3.18
test('merged cells, hidden rows and several lines in a cell come as a person sees them', async () => {
  const { page, close } = await listPage();
  await pasteFrom(
    page,
    `<table><tr><th>Item</th><th>Qty</th><th>Price</th></tr>
     <tr><td rowspan=2><p>Chair</p></td><td>1</td><td>10.00</td></tr>
     <tr><td>2</td><td>9.00</td></tr>
     <tr style="height:0; display: none"><td>Secret</td><td>1</td><td>5.00</td></tr>
     <tr><td><p>Desk</p><p>oak</p></td><td>1</td><td>100.00</td></tr></table>`,
    'Item\tQty\tPrice\nChair\n\t1\t10.00\n2\t9.00\nDesk\n\noak\t1\t100.00',
  );
  assert.match(await count(page), /^3 rows ready$/);
  await insert(page);
  assert.equal(await due(page), '128.00');
  await close();
});

// ED-3.18
test('markup without a text beside it is pasted as its text, as a list or said to hold none', async () => {
  const { page, problems, close } = await listPage(quoteOf('Old oak'));
  const name = page.locator('tr.item [data-col=name]').first();
  await name.dblclick();
  await copyFrom(page, '<meta charset="utf-8"><p><b>Red</b> ash &amp; elm</p>');
  await name.click({ clickCount: 3 });
  await page.keyboard.press('Control+v');
  await page.waitForFunction(
    () =>
      document.querySelector('crossfoot-editor').shadowRoot.querySelector('tr.item [data-col=name]')
        .value === 'Red ash & elm',
  );
  await page.keyboard.press('Tab');
  assert.equal((await savedDocument(page)).lines[0].name, 'Red ash & elm');
  await page.keyboard.press('Control+z');
  assert.equal((await savedDocument(page)).lines[0].name, 'Old oak');
  await copyFrom(page, '<img src="plank.png" alt="">');
  await name.click();
  await page.keyboard.press('Control+v');
  await page.locator('[role=status]').getByText('There is no text on the clipboard.').waitFor();
  await pasteFrom(page, sheet(['>Lamp', '>4', '>2.50'], ['>Bulb', '>2', '>1.25']));
  await insert(page);
  assert.deepEqual(
    (await savedDocument(page)).lines.map((line) => line.name),
    ['Old oak', 'Lamp', 'Bulb'],
  );
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.18
test('a table pasted over the text of the preview is another table', async () => {
  const { page, close } = await listPage();
  await pasteList(page, 'Seat|2|10.00', 'Desk|3|20.00');
  await page.evaluate(() => {
    const give = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData(
        'text/html',
        '<table><tr><td>Lamp</td><td sdval="4">4</td><td sdval="2.125">2,13</td></tr></table>',
      );
      event.clipboardData.setData('text/plain', 'Lamp\t4\t2,13');
    };
    window.addEventListener('copy', give, { once: true, capture: true });
    document.execCommand('copy');
  });
  await page.locator('.paste-text').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await page.getByText('1 row ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '8.50');
  await close();
});

// ED-3.9, ED-3.20
test('a number that can be two waits for an answer, and headings can be items again', async () => {
  const { page, problems, close } = await listPage();
  await pasteList(page, 'Item|Qty|Price', 'Ground floor||', 'Paint hall|1|1.500', 'Doors|2|2.250');
  assert.match(await count(page), /^1 row ready, 2 rows have problems$/);
  const headings = page.getByLabel(/Take rows of words alone as headings and notes/);
  await headings.uncheck();
  await page.locator('.paste-count').getByText('3 rows have problems').waitFor();
  await headings.check();
  await page.getByRole('button', { name: '1,500', exact: true }).click();
  await page.locator('.paste-count').getByText('3 rows ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '6000.00');
  const { lines } = await savedDocument(page);
  assert.deepEqual(
    lines.map(({ type, name }) => [type, name]),
    [
      ['section', 'Ground floor'],
      ['item', 'Paint hall'],
      ['item', 'Doors'],
    ],
  );
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.25
test('a bare discount with cents waits until somebody says whether it is money', async () => {
  const { page, problems, close } = await listPage();
  await pasteList(page, 'Item|Qty|Price|Discount', 'Shirt|2|24.00|4.00', 'Mug|1|40.00|0.00');
  assert.match(await count(page), /^1 row ready, 1 row has a problem$/);
  await page.getByRole('button', { name: '4.00 off', exact: true }).click();
  await page.locator('.paste-count').getByText('2 rows ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '84.00');
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.30
test('an e-mail is pasted whole: its items come, its greeting and closing are said to be left out', async () => {
  const { page, problems, close } = await listPage();
  await pasteList(
    page,
    'Hi Anna,',
    'please send us:',
    '3 hours of fitting at 95.00',
    '- Delivery: $50',
    'Kind regards',
    'Tom',
  );
  assert.equal(await count(page), '2 rows ready');
  const left = page.locator('dialog[open] .left-out').filter({ hasText: 'Kind regards' });
  assert.match(await left.innerText(), /1 “Hi Anna,”.* 6 “Tom”/);
  await insert(page);
  assert.equal(await due(page), '335.00');
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.31
test('a discount below the items comes as one on the document, in one step, or as a row', async () => {
  const { page, problems, close } = await listPage();
  const list = [
    'Item|Qty|Price|Total',
    'Chair|5|120.00|600.00',
    'Desk|2|450.00|900.00',
    'Discount 10%|||-150.00',
    'Total|||1350.00',
  ];
  await pasteList(page, ...list);
  const taken = page.getByLabel(/Take off the whole document as a discount: row 4 “Discount 10%”/);
  assert.equal(await taken.isChecked(), true);
  const dialog = page.locator('dialog[open]');
  await dialog.getByText(/after discounts and with taxes \$1,350\.00/).waitFor();
  await taken.uncheck();
  await page.locator('.paste-count').getByText('1 row has a problem').waitFor();
  await taken.check();
  await page.locator('.paste-count').getByText('2 rows ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '1350.00');
  await page.locator('[data-part=name]').first().waitFor();
  assert.equal(await page.locator('[data-part=name]').first().inputValue(), 'Discount 10%');
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.press('Control+z');
  await page.locator('[data-part=name]').first().waitFor({ state: 'detached' });
  assert.deepEqual(await savedDocument(page).then(({ lines }) => lines), []);
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.32
test('a column that is written as elsewhere fills the cells with what it says', async () => {
  const { page, close } = await listPage(quoteOf('Seat', 'Desk'));
  await copy(page, '1.250,00\r\n2.300,50\r\n');
  await page.locator('tr[data-id=l1] [data-col=unitPrice]').click();
  await page.keyboard.press('Control+v');
  await eventually(async () => {
    const { lines } = await savedDocument(page);
    assert.deepEqual(
      lines.map(({ unitPrice }) => unitPrice),
      ['1250', '2300.5'],
    );
  });
  await close();
});

// ED-3.26
test('prices that include a tax are not taxed again, whether the heading says so or somebody does', async () => {
  const { page, problems, close } = await listPage({
    ...quoteOf(),
    lines: [],
    taxRates: [{ id: 'vat', name: 'VAT', percent: '20' }],
  });
  const dialog = page.locator('dialog[open]');
  const inside = dialog.getByLabel('Prices include tax', { exact: true });
  const add = dialog.getByLabel(/Add the tax rates to the document: .*Prices include tax/);
  await pasteList(page, 'Item|Price incl. VAT|VAT', 'Desk|120.00|20%');
  assert.equal(await inside.isChecked(), true);
  assert.equal(await count(page), '0 rows ready, 1 row has a problem');
  await add.check();
  await page.locator('.paste-count').getByText('1 row ready').waitFor();
  await insert(page);
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await due(page), '120.00');
  await pasteList(page, 'Item|Price|VAT', 'Lamp|24.00|20%');
  assert.equal(await inside.isChecked(), false);
  await inside.check();
  await page.locator('.paste-count').getByText('1 row ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '144.00');
  const { lineTax, lineTaxIncluded } = await totalsOf(page);
  assert.equal(lineTax, lineTaxIncluded);
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.9
test('the preview says what was understood of each cell, over what was written there', async () => {
  const { page, close } = await listPage();
  await pasteList(page, 'Leistung|Menge|Preis|Notiz|Rabatt', 'Beratung|3 Std.|1.250,50|x|10 % off');
  const cell = (at) => page.locator('table.preview tbody tr').first().locator('td').nth(at);
  assert.equal(await cell(0).innerText(), 'Beratung');
  assert.match(await cell(1).innerText(), /^3\s+3 Std\.$/);
  assert.match(await cell(2).innerText(), /^1,250\.50\s+1\.250,50$/);
  assert.match(await cell(4).innerText(), /^10%\s+10 % off$/);
  const rights = await Promise.all(
    [1, 2, 4].map((at) => cell(at).evaluate((each) => getComputedStyle(each).textAlign)),
  );
  assert.deepEqual(rights, ['end', 'end', 'end']);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Paste rows' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByText('There is nothing to insert yet.').waitFor();
  assert.equal(await page.locator('dialog[open] .problem').count(), 0);
  await close();
});

// ED-3.28
test('a list is pasted where it was clicked beside the lines, and not over what has the keys', async () => {
  const { page, problems, close } = await listPage();
  await copy(page, 'Item\tPrice\nSeat\t10.25\nDesk\t20.50');
  await page.mouse.click(5, 5);
  await page.keyboard.press('Control+v');
  await page.locator('tr.ghost').waitFor();
  assert.equal(await page.locator('dialog[open]').count(), 0, 'nobody pointed at the editor');
  const { x, y, height } = await page.locator('crossfoot-editor').boundingBox();
  await page.mouse.click(x + 3, y + height - 3);
  await page.keyboard.press('Control+v');
  await page.locator('.paste-count').getByText('2 rows ready').waitFor();
  await insert(page);
  assert.equal(await due(page), '30.75');
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.24
test('how a list is read is kept under a name, and the next list with these headings is read like it', async () => {
  const { page, problems, close } = await listPage();
  const dialog = page.locator('dialog[open]');
  const column = (at) => page.locator('table.preview select').nth(at);
  const list = ['Thing|Cost per piece|Ours|Pieces', 'Seat|4,00|6,50|3', 'Desk|10,00|12,00|2'];
  await pasteList(page, ...list);
  await column(1).selectOption('cost');
  await column(2).selectOption('unitPrice');
  await dialog.getByLabel(/from now on\. Name/).pressSequentially('Supplier A');
  await page.keyboard.press('Enter');
  await dialog.getByText('Kept as “Supplier A” in this browser').waitFor();
  await insert(page);
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await due(page), '43.50');
  await page.reload();
  await page.locator('tr.ghost').waitFor();
  const next = ['THING|cost per piece|Ours|Pieces', 'Lamp|1,00|2,00|5'];
  assert.deepEqual(await pasteList(page, ...next), ['name', 'cost', 'unitPrice', 'quantity']);
  await dialog.getByText('Read as you kept it: “Supplier A”.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const turned = ['Pieces|Ours|Thing|Cost per piece', '5|2,00|Lamp|1,00'];
  assert.deepEqual(await pasteList(page, ...turned), ['quantity', 'unitPrice', 'name', 'cost']);
  await dialog.getByRole('button', { name: 'Forget this' }).click();
  await dialog.getByText('Read as you kept it').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await pasteList(page, ...next);
  assert.equal(await dialog.getByText('Read as you kept it').count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.31, DO-1.1
test('a discount below the items stays a row where the kind of document takes none', async () => {
  const { page, close } = await listPage({ ...quoteOf(), kind: 'deal', lines: [] });
  await pasteList(page, 'Item|Qty|Price|Total', 'Chair|5|120.00|600.00', 'Discount 10%|||-60.00');
  assert.equal(await count(page), '1 row ready, 1 row has a problem');
  assert.equal(await page.getByLabel(/Take off the whole document/).count(), 0);
  await close();
});

// ED-3.24
test('that prices of a list have their tax in them is kept with how it is read', async () => {
  const vat = { id: 'vat', name: 'VAT', percent: '20', inclusive: true };
  const { page, problems, close } = await listPage({ ...quoteOf(), lines: [], taxRates: [vat] });
  const dialog = page.locator('dialog[open]');
  const inside = dialog.getByLabel('Prices include tax', { exact: true });
  await pasteList(page, 'Item|Price|VAT', 'Lamp|24.00|20%');
  assert.equal(await inside.isChecked(), false);
  await inside.check();
  await dialog.getByLabel(/from now on\. Name/).pressSequentially('Shop');
  await page.keyboard.press('Enter');
  await dialog.getByText('Kept as “Shop” in this browser').waitFor();
  await insert(page);
  await dialog.waitFor({ state: 'detached' });
  await pasteList(page, 'Item|Price|VAT', 'Desk|120.00|20%');
  assert.equal(await inside.isChecked(), true);
  await dialog.getByRole('button', { name: 'Read it anew' }).click();
  await eventually(async () => assert.equal(await inside.isChecked(), false));
  assert.deepEqual(problems, []);
  await close();
});
