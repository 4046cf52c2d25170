// Lists and documents from files: as people and other tools write them, and as the product itself
// exported them. What cannot be taken over says what to do instead.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { fillCustomer, goTo, newDocument, saved, stored, typeLine } from './workspace-page.mjs';

const suite = suiteOfFile();

const withPage = (hash, run, locale = 'en-US') => inWorkspace(suite, hash, run, { locale });

const said = (page) => page.locator('.announcement [role=status]');

async function choose(page, button, name, text) {
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button, exact: true }).click();
  const picker = await picking;
  await picker.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** Takes what the preview shows into the library. */
const confirm = (page) => page.locator('dialog [data-confirm]').click();

const own = async (page) =>
  (await stored(page, 'products')).filter(({ sample }) => sample !== true);
const pricesOf = (products) =>
  Object.fromEntries(products.map(({ name, prices }) => [name, prices ?? null]));

for (const [what, text, prices] of [
  [
    'a price and its currency',
    'name,price,currency\nA,10.5,EUR\nB,7,DKK\n',
    { A: { EUR: '10.5' }, B: { DKK: '7' } },
  ],
  ['unitPrice', 'name,unitPrice\nA,10.50\nB,7\n', { A: { USD: '10.50' }, B: { USD: '7' } }],
  ['Unit price', 'Name,Unit price\nA,10.50\nB,7\n', { A: { USD: '10.50' }, B: { USD: '7' } }],
  [
    'a price for each currency',
    'name,price DKK,price_eur\nA,10,1.5\nB,,2\n',
    { A: { DKK: '10', EUR: '1.5' }, B: { EUR: '2' } },
  ],
  [
    'German headings and commas',
    'Bezeichnung;Einzelpreis;Währung\nA;1.234,50;EUR\nB;7,25;EUR\n',
    { A: { EUR: '1234.50' }, B: { EUR: '7.25' } },
  ],
  [
    'signs in the cells',
    'Product\tPrice\nA\t€ 10.50\nB\t$7.00\n',
    { A: { EUR: '10.50' }, B: { USD: '7.00' } },
  ],
]) {
  test(`a price list with ${what} has its prices`, async () => {
    await withPage('#/library', async (page) => {
      await choose(page, 'Import…', 'list.csv', text);
      await confirm(page);
      await said(page).getByText('2 products imported').waitFor();
      assert.deepEqual(pricesOf(await own(page)), prices);
    });
  });
}

test('a product without a price and a price that is none are named', async () => {
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'list.csv', 'name,price\nLamp,12\nBulb,\nCord,on request\n');
    const dialog = page.getByRole('dialog', { name: 'list.csv' });
    await dialog.waitFor();
    const text = await dialog.innerText();
    assert.match(text, /Without a price:\s+Bulb\s+Cord/);
    assert.match(text, /4: .*on request/);
    assert.deepEqual(await own(page), []);
    assert.equal(await dialog.locator('[data-confirm]').innerText(), 'Import 3 products');
    await confirm(page);
    await said(page).getByText('3 products imported').waitFor();
    assert.deepEqual(pricesOf(await own(page)), { Lamp: { USD: '12' }, Bulb: null, Cord: null });
  });
});

// DO-2.5
test('a price list brings its taxes and terms along, and says what it did not keep', async () => {
  const lines = [
    'name,sku,price,tax,billing,discount',
    'Seat,S-1,12,25 %,per month,10 %',
    'Care,S-2,5,VAT 25%,annuel,',
    'Lease,S-3,7,,"Every year, 3 times",',
    'Setup,S-1,9,7.7 %,now and then,',
  ];
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'list.csv', `${lines.join('\n')}\n`);
    const dialog = page.getByRole('dialog', { name: 'list.csv' });
    await dialog.waitFor();
    const text = await dialog.innerText();
    assert.match(text, /5: .*7\.7 %/);
    assert.match(text, /5: Billing: .*now and then/);
    assert.match(text, /5: SKU S-1 is also that of the product in row 2/);
    assert.match(text, /Not kept in the library: discount/);
    await confirm(page);
    await said(page).getByText('4 products imported').waitFor();
    const products = await own(page);
    const rate = (await stored(page, 'taxRates')).find(({ percent }) => percent === '25').id;
    const told = products.map(({ name, taxRateIds = [], billing = null }) => [
      name,
      taxRateIds,
      billing,
    ]);
    assert.deepEqual(
      told.toSorted(([a], [b]) => a.localeCompare(b)),
      [
        ['Care', [rate], { frequency: 'annually' }],
        ['Lease', [], { frequency: 'annually', payments: 3 }],
        ['Seat', [rate], { frequency: 'monthly' }],
        ['Setup', [], null],
      ],
    );
  });
});

// ED-3.19
test('a price list says in a column of its own how long a product is paid', async () => {
  const lines = [
    'Name,Price,Frequency,Term',
    'Hosting,49,Monthly,12',
    'Seat,29,every month,24 months',
    'Licence,490,Annually,12',
    'Setup,500,One-time,',
  ];
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'list.csv', `${lines.join('\n')}\n`);
    const dialog = page.getByRole('dialog', { name: 'list.csv' });
    await dialog
      .getByText('4: Billing: “12” is not understood as billing terms. Set them in the product.')
      .waitFor();
    assert.equal(await dialog.getByText('Not kept').count(), 0);
    await confirm(page);
    await said(page).getByText('4 products imported').waitFor();
    const told = (await own(page)).map(({ name, billing }) => [name, billing]);
    assert.deepEqual(Object.fromEntries(told), {
      Hosting: { frequency: 'monthly', term: 'P12M' },
      Seat: { frequency: 'monthly', term: 'P24M' },
      Licence: { frequency: 'annually' },
      Setup: undefined,
    });
  });
});

test('a French list of subscriptions is read by its own words', async () => {
  const text = 'Désignation;Prix;Périodicité\nSiège;12,50;mensuel\nAide;8;par trimestre\n';
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'liste.csv', text);
    await confirm(page);
    await said(page).getByText('2 products imported').waitFor();
    const terms = (await own(page)).map(({ billing }) => billing?.frequency).toSorted();
    assert.deepEqual(terms, ['monthly', 'quarterly']);
  });
});

// ED-3.27
test('a price list is shown before it comes: an unclear number is asked about, and what is no product is named', async () => {
  const lines = [
    'Price list 2027;;',
    'Artikel;Artikelnummer;Preis',
    'Bürobedarf;;',
    'Schrank;K-1;1.500',
    'Regal;K-2;2.750',
    'Gutschrift;K-3;-10',
    'Summe;;4.250',
  ];
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'liste.csv', `${lines.join('\n')}\n`);
    const dialog = page.getByRole('dialog', { name: 'liste.csv' });
    await dialog.waitFor();
    const go = dialog.locator('[data-confirm]');
    assert.equal(await go.isDisabled(), true);
    await dialog.getByRole('button', { name: '1,500', exact: true }).click();
    await dialog.getByRole('cell', { name: '$1,500.00' }).waitFor();
    const text = await dialog.innerText();
    assert.match(text, /1: Price list 2027/);
    assert.match(text, /3: Bürobedarf/);
    assert.match(text, /7: Summe 4\.250/);
    assert.match(text, /6: .*-10 must not be negative/);
    await go.click();
    await said(page).getByText('3 products imported').waitFor();
    assert.deepEqual(pricesOf(await own(page)), {
      Schrank: { USD: '1500' },
      Regal: { USD: '2750' },
      Gutschrift: null,
    });
  });
});

// ED-3.27
test('a price list that comes again replaces its products, unless somebody wants both', async () => {
  await withPage('#/library', async (page) => {
    await choose(page, 'Import…', 'list.csv', 'Name,SKU,Price\nSeat,S-1,12.50\nDesk,D-1,300.25\n');
    await confirm(page);
    await said(page).getByText('2 products imported').waitFor();
    const next = 'Name,SKU,Price\nSeat,S-1,13.50\nLamp,L-1,20.25\n';
    await choose(page, 'Import…', 'list.csv', next);
    const dialog = page.getByRole('dialog', { name: 'list.csv' });
    const replaces = dialog.getByLabel('Replace those whose SKU is here already: Seat');
    assert.equal(await replaces.isChecked(), true);
    await confirm(page);
    await dialog.waitFor({ state: 'detached' });
    const prices = { Seat: { USD: '13.50' }, Desk: { USD: '300.25' }, Lamp: { USD: '20.25' } };
    assert.deepEqual(pricesOf(await own(page)), prices);
    assert.equal((await own(page)).length, 3);
    await choose(page, 'Import…', 'list.csv', 'Name,SKU,Price\nSeat,S-1,14.50\n');
    await replaces.uncheck();
    await confirm(page);
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await own(page)).length, 4);
  });
});

async function exported(page, entry) {
  await page
    .locator('.list-tools')
    .getByRole('button', { name: /^(More|Mere)$/ })
    .click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  return readFile(await (await coming).path(), 'utf8');
}

const WHOLE = [
  {
    id: 'p1',
    name: 'Seats',
    sku: 'S-1',
    prices: { DKK: '29.50', EUR: '4' },
    productType: 'service',
    billing: { frequency: 'annually', payments: '3' },
  },
  {
    id: 'p2',
    name: 'Calls',
    prices: {},
    pricing: { model: 'graduated', tiers: [{ upTo: '10', unitPrice: '1' }, { unitPrice: '0.5' }] },
  },
];

for (const form of ['CSV', 'JSON']) {
  test(`products exported as ${form} in Danish say nothing in code words and come back whole`, async () => {
    await withPage(
      '#/library',
      async (page) => {
        await choose(page, 'Importér …', 'p.json', JSON.stringify(WHOLE));
        await confirm(page);
        await said(page).getByText('2 produkter importeret').waitFor();
        await page.getByRole('button', { name: 'Fjern eksemplerne' }).click();
        const text = await exported(page, `Eksportér som ${form}`);
        const seen = text.replaceAll(/\{.*\}/g, '').replaceAll(/"\{.*\}"/g, '');
        if (form === 'CSV') {
          assert.match(text, /;/);
          assert.match(text, /29,50 DKK/);
          assert.doesNotMatch(seen, /graduated|annually|one_time|service/);
        }
        const before = await own(page);
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              const request = indexedDB.open('crossfoot-workspace');
              request.onsuccess = () => {
                const change = request.result.transaction('products', 'readwrite');
                change.objectStore('products').clear();
                change.oncomplete = () => (request.result.close(), resolve());
              };
            }),
        );
        await choose(page, 'Importér …', `products.${form.toLowerCase()}`, text);
        await confirm(page);
        await said(page).getByText('2 produkter importeret').waitFor();
        const back = await own(page);
        assert.equal(back.length, 2);
        for (const [at, product] of before.entries()) {
          const { prices = {}, ...rest } = product;
          const { prices: again = {}, ...others } = back[at];
          assert.deepEqual(others, rest);
          assert.deepEqual(again, prices);
        }
      },
      'da-DK',
    );
  });
}

test('documents exported as JSON come back', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Design', '5', '100');
    await saved(page);
    await goTo(page, '#/invoices', 'Invoices');
    const text = await exported(page, 'Export as JSON');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete drafts…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('No invoices yet').waitFor();
    await choose(page, 'Import…', 'invoices.json', text);
    await said(page).getByText('1 document added').waitFor();
    const [found] = await stored(page, 'documents');
    assert.equal(JSON.parse(found.state).lines[0].unitPrice, '100');
  });
});

for (const [what, text, sentence] of [
  ['a table', 'Number;Total\nINV-1;5\n', 'it holds no documents'],
  ['a list of rows', '[{"Number or name":"INV-1","Total":"5"}]', 'it holds no documents'],
  [
    'a backup',
    '{"crossfoot":"workspace","version":1,"saved":"","stores":{}}',
    'Settings › Your data',
  ],
]) {
  test(`${what} chosen where documents are expected says what to do with it`, async () => {
    await withPage('#/invoices', async (page) => {
      await choose(page, 'Import…', 'file', text);
      await said(page).getByText(sentence).waitFor();
    });
  });
}
