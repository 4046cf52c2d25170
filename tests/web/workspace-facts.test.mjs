// Facts that a page must neither invent nor lose, typed as a person types them.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';
import { goTo, newDocument, openWorkspace, saved, stored } from './workspace-page.mjs';

let site;
let browser;

before(async () => {
  site = await serveSite(resolve(process.env.CROSSFOOT_SITE ?? 'web/dist'));
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** A workspace of its own; what it complains of fails the test. */
async function withWorkspace(hash, work, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const { page, problems } = await openWorkspace(context, site.address, hash);
  try {
    await work(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** Types into a box in place of what it holds, a key at a time, and leaves it. */
async function type(page, box, text, { delay = 40, leave = 'Tab' } = {}) {
  await box.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text, { delay });
  if (leave) await page.keyboard.press(leave);
}

const settings = async (page) =>
  (await stored(page, 'meta')).find(({ id }) => id === 'settings')?.value;

test('a country is typed as people call it, and the country meant is stored', async () => {
  await withWorkspace('#/settings', async (page) => {
    const box = page.getByRole('combobox', { name: 'Country' });
    for (const [typed, delay, code, shown] of [
      ['Denmark', 90, 'DK', 'Denmark'],
      ['Norge', 5, 'NO', 'Norway'],
      ['at', 250, 'AT', 'Austria'],
      ['ägypten', 40, 'EG', 'Egypt'],
      ['cote d’ivoire', 40, 'CI', 'Côte d’Ivoire'],
      ['日本', 40, 'JP', 'Japan'],
    ]) {
      await type(page, box, typed, { delay });
      await page.waitForTimeout(150);
      assert.equal(await box.inputValue(), shown, typed);
      assert.equal((await settings(page)).issuer.address.country, code, typed);
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
    await page.waitForTimeout(200);
    assert.equal((await settings(page)).issuer.address.country, '');
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
    await page.waitForTimeout(200);
    assert.equal((await settings(page)).issuer.address.country, 'NG', 'the second entry');
    await type(page, box, 'swed', { leave: '' });
    await page.getByRole('option', { name: 'Sweden' }).click();
    await page.waitForTimeout(200);
    assert.equal((await settings(page)).issuer.address.country, 'SE');
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
      await page.waitForTimeout(300);
      assert.equal(await currency(), code, typed);
      assert.ok((await box.inputValue()).startsWith(`${code} · `), typed);
    }
    await type(page, box, 'danish', { delay: 90 });
    await page.waitForTimeout(200);
    assert.equal(await currency(), 'DKK', 'only one currency is called so');
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
    await page.waitForTimeout(300);
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
    await page.waitForTimeout(300);
    assert.equal(await page.getByText('A minimum margin lies between').count(), 0);
    await goTo(page, '#/quotes', 'Quotes');
    await newDocument(page, 'quote');
    await type(page, page.locator('input[name=title]'), 'Ruled');
    await saved(page);
    assert.deepEqual(JSON.parse((await stored(page, 'documents'))[0].state).policy, {
      taxRounding: 'document',
      minimumMarginPercent: '12.5',
    });
  });
});
