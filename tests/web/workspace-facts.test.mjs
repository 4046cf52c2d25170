// Facts that a page must neither invent nor lose, typed as a person types them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import {
  fillCustomer,
  goTo,
  newDocument,
  saved,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const withWorkspace = (hash, work, options) => inWorkspace(suite, hash, work, options);

/** Types into a box in place of what it holds, a key at a time, and leaves it. */
async function type(page, box, text, { delay = 40, leave = 'Tab' } = {}) {
  await box.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text, { delay });
  if (leave) await page.keyboard.press(leave);
}

const settings = async (page) =>
  (await stored(page, 'meta')).find(({ id }) => id === 'settings')?.value;

const isCountry = (page, code, message) =>
  eventually(async () =>
    assert.equal((await settings(page)).issuer.address.country, code, message),
  );

test('a country is typed as people call it, and the country meant is stored', async () => {
  await withWorkspace('#/settings', async (page) => {
    const box = page.getByRole('combobox', { name: 'Country' });
    const countryIs = (code, message) => isCountry(page, code, message);
    for (const [typed, delay, code, shown] of [
      ['Denmark', 90, 'DK', 'Denmark'],
      ['Norge', 5, 'NO', 'Norway'],
      ['at', 250, 'AT', 'Austria'],
      ['ägypten', 40, 'EG', 'Egypt'],
      ['cote d’ivoire', 40, 'CI', 'Côte d’Ivoire'],
      ['日本', 40, 'JP', 'Japan'],
    ]) {
      await type(page, box, typed, { delay });
      await countryIs(code, typed);
      assert.equal(await box.inputValue(), shown, typed);
    }
    await type(page, box, 'Atlantis');
    await page.getByText('“Atlantis” is not on the list.').waitFor();
    assert.equal(await box.inputValue(), 'Atlantis', 'what was typed stays');
    assert.equal((await settings(page)).issuer.address.country, 'JP');
    await type(page, box, 'united');
    await page.getByText('“united” could be').waitFor();
    await type(page, box, '', { leave: '' });
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await countryIs('');
  });
});

test('the list of an entry can be used by keys and by the pointer', async () => {
  await withWorkspace('#/settings', async (page) => {
    const box = page.getByRole('combobox', { name: 'Country' });
    await type(page, box, 'nor', { leave: '' });
    await page.getByRole('option', { name: 'Norway' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await box.inputValue(), '');
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    await type(page, box, 'niger', { leave: '' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await isCountry(page, 'NG', 'the second entry');
    await type(page, box, 'swed', { leave: '' });
    await page.getByRole('option', { name: 'Sweden' }).click();
    await isCountry(page, 'SE');
    assert.equal(await box.inputValue(), 'Sweden');
  });
});

test('a currency is found by name, code or symbol, in a document and in the settings', async () => {
  await withWorkspace('#/quotes', async (page) => {
    await newDocument(page, 'quote');
    const box = page.locator('input[name=currency]');
    const currency = async () => {
      await saved(page);
      return JSON.parse((await stored(page, 'documents'))[0].state).currency;
    };
    for (const [typed, code] of [
      ['Danish krone', 'DKK'],
      ['norske kroner', 'NOK'],
      ['zł', 'PLN'],
      ['eur', 'EUR'],
      ['日本円', 'JPY'],
    ]) {
      await type(page, box, typed, {
        delay: 90,
        leave: typed === 'norske kroner' ? 'Enter' : 'Tab',
      });
      await eventually(async () => assert.equal(await currency(), code, typed));
      assert.ok((await box.inputValue()).startsWith(`${code} · `), typed);
    }
    await type(page, box, 'danish', { delay: 90 });
    await eventually(async () =>
      assert.equal(await currency(), 'DKK', 'only one currency is called so'),
    );
    await type(page, box, 'kr', { delay: 90 });
    await page.getByText('“kr” could be').waitFor();
    assert.equal(await currency(), 'DKK', 'three are written so: none is taken');
  });
});

test('a document is found whatever accents its customer has, and exported with its currency', async () => {
  await withWorkspace('#/quotes', async (page) => {
    await newDocument(page, 'quote');
    await type(page, page.locator('input[name=company]'), 'Łódź Ärlig Ørsted');
    await saved(page);
    assert.equal(await page.title(), 'Quote – Łódź Ärlig Ørsted');
    await goTo(page, '#/quotes', 'Quotes');
    for (const typed of ['lodz', 'arlig orsted', 'ŁÓDŹ']) {
      await type(page, page.getByRole('searchbox'), typed, { leave: '' });
      await page.getByRole('link', { name: 'Łódź Ärlig Ørsted' }).waitFor();
    }
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Export as CSV', exact: true }).click();
    const stream = await (await download).createReadStream();
    const text = (await stream.toArray()).join('');
    assert.match(text.split('\r\n')[0], /Currency,Total/);
    assert.match(text, /USD/);
  });
});

test('a new document that is left at once is not kept; one in which something was typed is', async () => {
  await withWorkspace('#/quotes', async (page) => {
    await newDocument(page, 'quote');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Quotes' }).waitFor();
    await eventually(async () => assert.deepEqual(await stored(page, 'documents'), []));
    await rest(page, 300);
    assert.deepEqual(await stored(page, 'documents'), []);
    await newDocument(page, 'quote');
    await type(page, page.locator('input[name=title]'), 'Mine', { leave: '' });
    await page.goBack();
    await page.getByRole('link', { name: 'Mine' }).waitFor();
    assert.equal((await stored(page, 'documents')).length, 1);
  });
});

test('rules chosen in the settings are those of the next document', async () => {
  await withWorkspace('#/settings', async (page) => {
    await page.getByText('New documents start with these rules.').click();
    await page.locator('[data-rule=taxRounding]').getByText('Each rate once').click();
    const margin = page.getByRole('textbox', { name: 'Minimum margin in percent' });
    await type(page, margin, '2000', { delay: 90 });
    await page.getByText('A minimum margin lies between').waitFor();
    await type(page, margin, '12.5', { delay: 250 });
    await page.getByText('A minimum margin lies between').waitFor({ state: 'detached' });
    const rules = async () => (await settings(page))?.policy;
    await type(page, margin, '12.5 %');
    await eventually(async () => assert.equal((await rules()).minimumMarginPercent, '12.5'));
    const rounding = page.getByRole('textbox', { name: 'Cash rounding' });
    await page.getByText('Settings saved').waitFor({ state: 'detached' });
    await type(page, rounding, '5 ct');
    await page.getByText('“5 ct” is not a number.').waitFor();
    assert.equal(await rounding.inputValue(), '5 ct');
    await rest(page, 500);
    assert.equal(await page.getByText('Settings saved').count(), 0);
    await goTo(page, '#/quotes', 'Quotes');
    await newDocument(page, 'quote');
    await type(page, page.locator('input[name=title]'), 'Ruled');
    await saved(page);
    assert.deepEqual(JSON.parse((await stored(page, 'documents'))[0].state).policy, {
      taxRounding: 'document',
      minimumMarginPercent: '12.5',
    });
    await goTo(page, '#/settings', 'Settings');
    await page.getByText('New documents start with these rules.').click();
    assert.equal(await rounding.inputValue(), '5 ct', 'what was typed stays');
  });
});

test('a contact without a name and address, or with a bad address, is not saved and stays typed', async () => {
  await withWorkspace('#/directory', async (page) => {
    await page.getByRole('button', { name: 'New contact' }).click();
    const dialog = page.locator('dialog');
    await dialog.getByRole('button', { name: 'Save' }).last().click();
    await dialog.getByText('A contact needs a name or an e-mail address.').waitFor();
    for (const bad of ['not-an-email', 'a@b', 'ada berg@x.no', '.ada@x.no', 'ada@x..no']) {
      await type(page, dialog.getByLabel('E-mail'), bad, { leave: 'Enter' });
      await dialog.getByText(`“${bad}” is not an e-mail address.`).waitFor();
      assert.equal(await dialog.getByLabel('E-mail').inputValue(), bad);
    }
    await type(page, dialog.getByLabel('E-mail'), 'jörg@bücher.example', { leave: 'Enter' });
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(
      (await stored(page, 'contacts')).map(({ email }) => email),
      ['jörg@bücher.example'],
    );
    await page.getByRole('link', { name: 'jörg@bücher.example' }).click();
    await dialog.waitFor();
  });
});

test('another customer has nothing of the one before, and both stay in the directory', async () => {
  await withWorkspace('#/directory', async (page) => {
    const dialog = page.locator('dialog');
    await page.getByRole('button', { name: 'Companies' }).click();
    await page.getByRole('button', { name: 'New company' }).click();
    await type(page, dialog.getByLabel('Name'), 'Alpha GmbH');
    await type(page, dialog.getByLabel('Tax ID'), 'DE136695976');
    await type(page, dialog.getByLabel('Street'), 'Ring 5');
    await type(page, dialog.getByLabel('City'), 'Berlin', { leave: 'Enter' });
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New company' }).click();
    await type(page, dialog.getByLabel('Name'), 'Beta Ltd', { leave: 'Enter' });
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'People' }).click();
    await page.getByRole('button', { name: 'New contact' }).click();
    await type(page, dialog.getByLabel('Name'), 'Ann Alpha');
    await type(page, dialog.getByLabel('E-mail'), 'ann@alpha.example', { leave: 'Enter' });
    await dialog.waitFor({ state: 'detached' });
    const known = await stored(page, 'contacts');

    await goTo(page, '#/invoices', 'Invoices');
    await newDocument(page, 'invoice');
    const box = (name) => page.locator(`input[name=${name}]`);
    await type(page, box('contact'), 'Ann Alpha');
    assert.equal(await box('email').inputValue(), 'ann@alpha.example');
    const head = async () => {
      await saved(page);
      return JSON.parse((await stored(page, 'documents'))[0].state);
    };
    await type(page, box('company'), 'Alpha GmbH');
    assert.equal((await head()).billingAddress.city, 'Berlin');
    await type(page, box('company'), 'Beta Ltd');
    const beta = await head();
    assert.equal(beta.company.taxId, undefined);
    assert.equal(beta.billingAddress, undefined, 'not at the address of another company');
    await type(page, box('company'), 'Alpha GmbH');
    await type(page, box('company'), 'Gamma');
    const gamma = await head();
    assert.deepEqual(gamma.company, { name: 'Gamma' });
    assert.equal(gamma.billingAddress, undefined);
    await type(page, box('contact'), 'Carl');
    assert.equal(await box('email').inputValue(), '', 'nobody else gets the mail');
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await saved(page);
    const people = await stored(page, 'contacts');
    assert.deepEqual(people.map(({ name }) => name).sort(), ['Ann Alpha', 'Carl']);
    assert.deepEqual(
      people.filter(({ name }) => name === 'Ann Alpha'),
      known,
    );
    assert.equal((await stored(page, 'companies')).length, 3);
  });
});

test('what is deleted from a list is put back by the button beside its message', async () => {
  await withWorkspace('#/directory', async (page) => {
    for (const name of ['Ada', 'Bo']) {
      await page.getByRole('button', { name: 'New contact' }).click();
      await type(page, page.locator('dialog').getByLabel('Name'), name, { leave: 'Enter' });
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    const before = await stored(page, 'contacts');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 entries deleted').waitFor();
    assert.deepEqual(await stored(page, 'contacts'), []);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was').waitFor();
    assert.deepEqual(await stored(page, 'contacts'), before);
    await goTo(page, '#/library', 'Library');
    const samples = await stored(page, 'products');
    assert.ok(samples.every(({ sample }) => sample === true));
    await page.getByRole('button', { name: 'Remove the samples' }).click();
    await page.getByText('entries deleted').waitFor();
    assert.deepEqual(await stored(page, 'products'), []);
    assert.deepEqual(await stored(page, 'taxRates'), []);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was').waitFor();
    assert.equal((await stored(page, 'products')).length, samples.length);
  });
});

test('numbers begin with a prefix and a whole number, and say which comes next', async () => {
  await withWorkspace('#/settings', async (page) => {
    const first = page.locator('input[name=first-invoice]');
    const prefix = page.locator('input[name=prefix-invoice]');
    for (const bad of ['abc', '-5', '0', '1.5']) {
      await type(page, first, bad, { delay: 60 });
      await page.getByText('A number starts at a whole number from 1 on').waitFor();
      assert.equal(await first.inputValue(), bad, 'what was typed stays');
      await type(page, first, '1001');
      await page.getByText('A number starts at').waitFor({ state: 'hidden' });
    }
    await type(page, prefix, '', { leave: '' });
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.getByText('A prefix has 1 to 8 characters and no spaces.').waitFor();
    assert.equal((await settings(page)).prefixes.invoice, 'INV');
    await type(page, prefix, 'BILL');
    await type(page, first, '2,000');
    await page.getByText('Next: BILL-2000').waitFor();
    await page.evaluate(() =>
      document
        .querySelector('crossfoot-workspace')
        .store.put('rows', [{ id: 'x', number: 'BILL-2000' }]),
    );
    await type(page, first, '1999');
    await page.getByText('Next: BILL-1999').waitFor();
    await type(page, first, '2000');
    await page
      .getByText('Lower numbers were given already; no number is given twice. Next: BILL-2001')
      .waitFor();
    // Zeros before it are a width, which the next ones keep.
    await type(page, prefix, 'ZERO');
    await type(page, first, '0099');
    await page.getByText('Next: ZERO-0099').waitFor();
    await page.evaluate(() =>
      document
        .querySelector('crossfoot-workspace')
        .store.put('rows', [{ id: 'y', number: 'ZERO-0099' }]),
    );
    await type(page, first, '0098');
    await page.getByText('Next: ZERO-0098').waitFor();
    await type(page, first, '0099');
    await page.getByText('Next: ZERO-0100').waitFor();
  });
});

test('account and tax numbers are compared with their check digits; what fails is kept and marked', async () => {
  await withWorkspace('#/settings', async (page) => {
    const tax = page.locator('input[name=taxId]');
    const bank = page.locator('input[name=bank]');
    const issuer = async () => (await settings(page)).issuer;
    await type(page, page.getByRole('combobox', { name: 'Country' }), 'Germany');
    await type(page, tax, 'DE136695978');
    await page
      .getByText('“DE136695978” does not look like a tax ID of this country (Germany)')
      .waitFor();
    await eventually(async () => assert.equal((await issuer()).taxId, 'DE136695978'));
    for (const good of ['DE136695976', 'NO 995 525 828 MVA', 'CHE-107.787.577 MWST']) {
      await type(page, tax, good);
      await page.getByText('does not look like').waitFor({ state: 'hidden' });
    }
    await type(page, bank, 'NO93 8601 1117 948');
    await page.getByText('The check digits of this IBAN do not fit').waitFor();
    await type(page, bank, 'NO93 8601 1117 94');
    await page.getByText('An IBAN of this country (Norway) has 15 characters').waitFor();
    for (const good of [
      'NO93 8601 1117 947',
      'DE89370400440532013000, BIC COBADEFFXXX',
      '8601.11.17947',
    ]) {
      await type(page, bank, good);
      await eventually(async () =>
        assert.equal(await bank.getAttribute('aria-invalid'), null, good),
      );
      await eventually(async () => assert.equal((await issuer()).bank, good));
      assert.equal(await bank.getAttribute('aria-invalid'), null, good);
    }
  });
});

test('nothing is sent to what is no address, and nothing says it was', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Design', '1', '100');
    // A draft cannot be sent at all.
    await takeStep(page, 'Finalise');
    await page.getByRole('button', { name: /^Send/ }).click();
    const dialog = page.locator('dialog');
    await type(page, dialog.locator('input[name=to]'), 'bad address');
    await dialog.locator('[data-confirm]').click();
    await dialog.getByText('“bad address” is not an e-mail address.').waitFor();
    await type(page, dialog.locator('input[name=to]'), 'Ada Berg <ada@berg.example>; bo@x.example');
    await type(page, dialog.getByLabel('Cc'), 'nobody@');
    await dialog.locator('[data-confirm]').click();
    await dialog.getByText('“nobody@” is not an e-mail address.').waitFor();
    assert.equal(await page.getByText('Sent', { exact: true }).count(), 0);
  });
});

for (const [locale, language, currency, heading, sample] of [
  ['de-AT', 'de', 'EUR', 'Rechnungen', 'de-AT'],
  ['nb-NO', 'nb', 'NOK', 'Fakturaer', 'nb-NO'],
  ['nn-NO', 'nb', 'NOK', 'Fakturaer', 'nb-NO'],
  ['ja-JP', 'ja', 'JPY', '請求書', 'ja-JP'],
  ['ar-EG', 'ar', 'EGP', 'الفواتير', 'ar-EG'],
  ['sv-SE', 'en', 'SEK', 'Invoices', 'sv-SE'],
]) {
  test(`a browser that speaks ${locale} starts in ${language} with ${currency}`, async () => {
    await withWorkspace(
      '#/invoices',
      async (page) => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        const first = await settings(page);
        assert.deepEqual(
          [first.language, first.currency, first.locale],
          [language, currency, sample],
        );
        await page.goto(`${suite.address}/index.html`);
        await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        assert.equal(
          await page.evaluate(() => document.querySelector('crossfoot-editor').locale),
          sample,
        );
        assert.equal(
          await page.evaluate(() => document.querySelector('crossfoot-editor').currency),
          currency,
        );
        await page.goto(`${suite.address}/preview.html`);
        await page.waitForFunction(() => document.querySelector('#notice').textContent !== '');
      },
      { locale },
    );
  });
}

test('a product takes every frequency, term, start and model; what the core refuses is said', async () => {
  await withWorkspace('#/library', async (page) => {
    const dialog = page.locator('dialog');
    const choose = (name, value) => dialog.locator(`select[name=${name}]`).selectOption(value);
    const fill = (name, text) =>
      type(page, dialog.locator(`input[name=${name}]`), text, { delay: 90 });
    await page.getByRole('button', { name: 'New product' }).click();
    assert.equal(await dialog.locator('select[name=frequency] option').count(), 11);
    assert.equal(await dialog.locator('select[name=model] option').count(), 5);
    await fill('name', 'Archive');
    await fill('price', 'twelve');
    await dialog.locator('[data-confirm]').click();
    await dialog.getByText('“twelve” is not clear as a number.').waitFor();
    await fill('price', '149.50');
    await choose('frequency', 'per_five_years');
    await choose('term', 'period');
    await fill('length', '7');
    await choose('lengthUnit', 'Y');
    await dialog.locator('[data-confirm]').click();
    await dialog.getByText('The term is not a whole number of billing periods.').waitFor();
    await fill('length', '10');
    await choose('start', 'afterMonths');
    await fill('startValue', '3');
    await choose('model', 'package');
    await fill('size', '1000');
    await fill('packagePrice', '1.25');
    await fill('freeUnits', '100');
    const picker = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a picture…' }).click();
    const picture = await page.screenshot();
    await (await picker).setFiles({ name: 'p.png', mimeType: 'image/png', buffer: picture });
    await dialog.getByRole('img', { name: 'Archive' }).waitFor();
    await dialog.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    const product = (await stored(page, 'products')).find(({ name }) => name === 'Archive');
    assert.deepEqual(product.billing, {
      frequency: 'per_five_years',
      term: 'P10Y',
      start: { delayMonths: '3' },
    });
    assert.deepEqual(product.pricing, {
      model: 'package',
      size: '1000',
      price: '1.25',
      freeUnits: '100',
    });
    assert.match(product.imageUrl, /^data:image\/png;base64,/);
    await page.getByRole('link', { name: 'Archive' }).click();
    assert.equal(await dialog.locator('input[name=length]').inputValue(), '10');
    await dialog.locator('[data-confirm]').click();
    await dialog.waitFor({ state: 'detached' });
    const again = (await stored(page, 'products')).find(({ name }) => name === 'Archive');
    assert.deepEqual(again, product, 'opened and saved, it is the same');
  });
});

test('a large logo is made small, stays out of the link, and can be taken back when removed', async () => {
  await withWorkspace('#/settings', async (page) => {
    const logo = async () => (await settings(page)).issuer.logo;
    const choose = async (name, mimeType, buffer) => {
      const picker = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a logo' }).click();
      await (await picker).setFiles({ name, mimeType, buffer });
    };
    await page.setViewportSize({ width: 2400, height: 1600 });
    const large = await page.screenshot({ scale: 'device' });
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.ok(large.length > 60_000, 'a real picture');
    await choose('big.png', 'image/png', large);
    await page.getByRole('img', { name: 'Logo' }).waitFor();
    await eventually(async () => assert.match(await logo(), /^data:image\/png/));
    const size = await page.getByRole('img', { name: 'Logo' }).evaluate(async (image) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    assert.ok(size[0] <= 640 && size[1] <= 240, String(size));
    await choose('x.png', 'image/png', Buffer.from('no picture at all'));
    await page.getByText('“x.png” cannot be read as a picture.').waitFor();
    await page.getByRole('button', { name: 'Without logo' }).click();
    await page.getByText('“Logo” deleted').waitFor();
    await eventually(async () => assert.equal(await logo(), ''));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was').waitFor();
    await eventually(async () => assert.match(await logo(), /^data:image\/png/));
    await goTo(page, '#/quotes', 'Quotes');
    await newDocument(page, 'quote');
    await page.locator('.doc-actions').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: /^Link with the document/ }).click();
    const link = await page.locator('dialog input[name=link]').inputValue();
    assert.ok(link.length < 2000, `${link.length} characters`);
  });
});

test('a document that does not say who sends it is not final without a word', async () => {
  await withWorkspace('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await type(page, page.locator('input[name=contact]'), 'Ada Berg');
    await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
    for (const text of ['Chair', '1', '10']) {
      await page.keyboard.type(text, { delay: 40 });
      await page.keyboard.press('Tab');
    }
    await saved(page);
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    const dialog = page.locator('dialog');
    await dialog.getByText('This document does not say who sends it.').waitFor();
    await dialog.getByRole('button', { name: 'Fill in your company' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await type(page, page.locator('input[name=issuer]'), 'Berg AS');
    await page.goBack();
    await page.getByRole('button', { name: 'Finalise', exact: true }).click();
    await dialog.getByRole('button', { name: 'Take it from the settings' }).click();
    await saved(page);
    assert.equal(JSON.parse((await stored(page, 'documents'))[0].state).issuer.name, 'Berg AS');
  });
});
