// What is refused is said in the person's own language, names the place and leads there: a German, a
// Danish and an Arabic browser, by hand.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openEditor } from './support/browser.mjs';
import { suiteOfFile } from './support/suite.mjs';
import { openWorkspace } from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();
let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), 'crossfoot-words-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Each language by its browser: a word for what is no price, and what its sentences name. */
const PEOPLE = [
  { locale: 'de-DE', price: 'zwölf', line: /^Position 1\b/, second: /^Position 2\b/ },
  { locale: 'da-DK', price: 'tolv', line: /^Linje 1\b/, second: /^Linje 2\b/ },
  { locale: 'ar-EG', price: 'اثنا عشر', line: /^البند .?1/, second: /^البند .?2/ },
];

/** The entry of the editor's menu that opens a page of its own file. */
const RULES = { 'de-DE': /Rundung/, 'da-DK': /Afrunding/, 'ar-EG': /التقريب/ };

/** Words that stand in English sentences and in none of the others. */
const ENGLISH =
  /\b(the|this|that|are|must|cannot|can't|does|not|give|mend|first|least|amount|price|possible|while|changed|page|let|file|read|failed|fetch|unexpected|token|negative-not|invalid|required)\b/i;

function inOwnWords(sentence, locale) {
  const said = sentence.replaceAll(/[\u2066-\u2069]/g, '').trim();
  assert.notEqual(said, '');
  assert.doesNotMatch(said, ENGLISH, said);
  assert.doesNotMatch(said, /\.\.(?!\.)|[{}]/, said);
  assert.doesNotMatch(said, /\b[a-z]+-[a-z]+-?[a-z]*\b(?=\.|$)/, `a code: ${said}`);
  if (locale.startsWith('ar')) assert.doesNotMatch(said, /[a-z]{2,}/i, said);
}

/** Where the keyboard is: the column of the line, or the name of the box. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const row = at?.closest('tr[data-id]');
    const rows = row ? [...row.parentElement.querySelectorAll('tr[data-id]')] : [];
    return row ? [rows.indexOf(row) + 1, at.dataset.col] : (at?.name ?? at?.tagName ?? '');
  });

const ghost = (page) => page.locator('crossfoot-editor tr.ghost [data-col=name]');
const obstacles = (page) => page.locator('dialog .obstacles li');

async function newInvoice(locale) {
  const context = await suite.browser.newContext({ locale, acceptDownloads: true });
  const { page, problems } = await openWorkspace(context, suite.address);
  assert.equal(await page.evaluate(() => document.documentElement.lang), locale.split('-')[0]);
  await page.locator('.empty-state button.primary').click();
  await ghost(page).waitFor();
  return { context, page, problems };
}

async function typeLine(page, name, quantity, price) {
  await ghost(page).click();
  for (const text of [name, quantity, price]) {
    await page.keyboard.type(text, { delay: 20 });
    await page.keyboard.press('Tab');
  }
}

/** Tries a step; what stands in its way, each as it reads. */
async function tryStep(page, step) {
  await page.locator(`[data-step=${step}]`).click();
  await obstacles(page).first().waitFor();
  return page.locator('dialog .obstacles bdi').allInnerTexts();
}

/** Follows the way of one of them. */
async function follow(page, number) {
  await obstacles(page).nth(number).getByRole('button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

const hasFocus = (page, place) =>
  eventually(async () => assert.deepEqual(await focused(page), place));

/** Does something; what a region says of it, also where the same was said before. */
async function saidOf(page, region, act) {
  await region.evaluate((line) => {
    line.heard = [];
    line.listening?.disconnect();
    line.listening = new MutationObserver(() => line.heard.push(line.innerText.trim()));
    line.listening.observe(line, { childList: true, characterData: true, subtree: true });
  });
  await act();
  return eventually(async () => {
    const heard = (await region.evaluate((line) => line.heard)).filter((text) => text !== '');
    assert.notEqual(heard.length, 0, 'something is said');
    return heard.at(-1);
  });
}

for (const { locale, price, line, second } of PEOPLE) {
  test(`an invoice that lacks everything is not finalised, and says why: ${locale}`, async () => {
    const { context, page, problems } = await newInvoice(locale);
    const empty = await tryStep(page, 'finalise');
    for (const sentence of empty) inOwnWords(sentence, locale);
    assert.equal(empty.length, 2, empty.join(' | '));
    await follow(page, 0);
    await hasFocus(page, [1, 'name']);

    await typeLine(page, 'A', '1', price);
    await typeLine(page, 'B', '1', '-5');
    let said = await tryStep(page, 'finalise');
    for (const sentence of said) inOwnWords(sentence, locale);
    assert.equal(said.length, 3, said.join(' | '));
    const plain = said.map((each) => each.replaceAll(/[\u2066-\u2069]/g, ''));
    assert.match(plain[0], line);
    assert.match(plain[1], second);
    await follow(page, 0);
    await hasFocus(page, [1, 'unitPrice']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12', { delay: 20 });
    await page.keyboard.press('Tab');

    said = await tryStep(page, 'finalise');
    assert.equal(said.length, 2, said.join(' | '));
    await follow(page, 0);
    await hasFocus(page, [2, 'unitPrice']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5', { delay: 20 });
    await page.keyboard.press('Tab');

    // The head is folded away: the way opens it.
    await page.locator('details.panel > summary').first().click();
    said = await tryStep(page, 'finalise');
    assert.equal(said.length, 1, said.join(' | '));
    await follow(page, 0);
    await hasFocus(page, 'contact');
    await page.keyboard.type('Ada', { delay: 20 });
    await page.keyboard.press('Tab');
    await page.locator('[data-step=finalise]').click();
    await page.locator('dialog [data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });

    // What is final is not changed, and the page says what remains.
    inOwnWords(await page.locator('p.locked').innerText(), locale);
    await page.locator('crossfoot-editor [data-col=name]').first().focus();
    const status = page.locator('crossfoot-editor p.status');
    inOwnWords(await saidOf(page, status, () => page.keyboard.press('Control+z')), locale);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

for (const { locale } of PEOPLE) {
  test(`what must come first is offered where it is missed: ${locale}`, async () => {
    const context = await suite.browser.newContext({ locale });
    const { page, problems } = await openWorkspace(context, suite.address, '#/quotes');
    await page.locator('.empty-state button.primary').click();
    await ghost(page).waitFor();
    await page
      .locator('.doc-actions button:not([data-step], [aria-pressed], [aria-haspopup])')
      .click();
    await obstacles(page).first().waitFor();
    inOwnWords(await page.locator('dialog .obstacles bdi').innerText(), locale);
    const way = obstacles(page).getByRole('button');
    const step = await page.locator('.doc-actions [data-step=publish]').innerText();
    assert.equal((await way.innerText()).trim(), step.trim());
    const former = await page.locator('dialog h2').innerText();
    await way.click();
    await page.waitForFunction((title) => {
      const { shadowRoot } = document.querySelector('crossfoot-workspace');
      return ![title, undefined].includes(shadowRoot.querySelector('dialog h2')?.innerText);
    }, former);
    inOwnWords(await page.locator('dialog .obstacles bdi').innerText(), locale);
    await follow(page, 0);
    await hasFocus(page, [1, 'name']);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

/** Chooses a file in the picker that a click opens; what the page announces then. */
async function giveFile(page, click, name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const line = page.locator('.announcement [role=status]');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), click()]);
  return saidOf(page, line, () => chooser.setFiles(path));
}

const INVOICE = { version: 1, kind: 'invoice', currency: 'USD', date: '2026-11-22', lines: [] };
/** Files that are no documents of ours, each in another way. */
const BAD_FILES = [
  'Hello',
  '{"version":1,"kind":"invoice"',
  '[{"version":1,',
  '[]x',
  JSON.stringify({ ...INVOICE, currency: 'XXL' }),
  JSON.stringify({ ...INVOICE, kind: 'receipt' }),
  JSON.stringify({ ...INVOICE, version: 9 }),
  JSON.stringify({ ...INVOICE, date: '2026-13-01' }),
  JSON.stringify({ ...INVOICE, lines: 'none' }),
  JSON.stringify({ ...INVOICE, lines: [{ id: 'a' }, { id: 'a' }] }),
  '\u0000\u0001PNG',
];

/** Where the fault of each is said to be. */
const PLACES = [
  /JSON/,
  /1:\d+/,
  /./,
  /./,
  /\/currency/,
  /\/kind/,
  /\/version/,
  /\/date/,
  /\/lines/,
  /\/lines\/1/,
  /JSON/,
];

/** The place of a fault in a file is a path, which is in no language; so are codes of currencies and formats. */
const withoutPlace = (said) => said.replaceAll(/\([/\w]+\)|USD|EUR|DKK|JSON|SKU/g, '');

/** What a backup may be damaged in. */
function badBackup(locale) {
  const stores = {
    documents: [],
    rows: [],
    products: [],
    taxRates: [],
    contacts: [],
    companies: [],
  };
  const whole = { crossfoot: 'workspace', version: 1, stores: { ...stores, meta: [] } };
  const named = { id: 'c_1', name: locale.startsWith('ar') ? 'آدا' : 'Åda', email: 7 };
  return JSON.stringify({ ...whole, stores: { ...whole.stores, contacts: [named] } });
}

for (const { locale } of PEOPLE) {
  test(`files that are not ours are refused with a reason: ${locale}`, async () => {
    const context = await suite.browser.newContext({ locale });
    const { page } = await openWorkspace(context, suite.address);
    const importButton = page.locator('.page-head button:not(.primary)');
    for (const [number, content] of BAD_FILES.entries()) {
      const said = await giveFile(page, () => importButton.click(), `bad${number}.json`, content);
      inOwnWords(withoutPlace(said), locale);
      assert.match(said, PLACES[number], said);
    }
    // One of two is good: it is there, and the other is spoken of.
    const both = JSON.stringify([
      { ...INVOICE, id: 'good' },
      { ...INVOICE, kind: 'receipt' },
    ]);
    const said = await giveFile(page, () => importButton.click(), 'both.json', both);
    inOwnWords(withoutPlace(said), locale);
    await page.locator('tbody tr').first().waitFor();
    assert.ok(said.split('. ').length > 1, said);

    await page.evaluate(() => (location.hash = '#/library'));
    await page.locator('.page-head').waitFor();
    const library = page.locator('.page-head button:not(.primary)');
    for (const [name, content] of [
      ['a.json', '[{'],
      ['b.csv', '1;2\n3;4\n'],
      ['c.json', '[1, null]'],
    ]) {
      const click = () =>
        library
          .filter({ hasNot: page.locator('[aria-haspopup]') })
          .first()
          .click();
      inOwnWords(withoutPlace(await giveFile(page, click, name, content)), locale);
    }

    await page.evaluate(() => (location.hash = '#/settings'));
    const restore = page.locator('.settings .row-actions button').last();
    await restore.waitFor();
    for (const [number, content] of ['{', '{"crossfoot":"other"}', badBackup(locale)].entries()) {
      const answer = await giveFile(page, () => restore.click(), `backup${number}.json`, content);
      inOwnWords(answer, locale);
      if (number === 2) assert.match(answer, /Åda|آدا/);
    }
    await context.close();
  });

  test(`what this page may not do is said, with the right that is missing: ${locale}`, async () => {
    const { context, page } = await newInvoice(locale);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await typeLine(page, 'A', '1', '5');
    await typeLine(page, 'B', '1', '5');
    const status = page.locator('crossfoot-editor p.status');
    const cell = page.locator('crossfoot-editor tr[data-id] [data-col=name]').first();
    const withoutRight = async (flag, act) => {
      await page.locator('.doc-actions button[aria-haspopup=menu]').click();
      await page.getByRole('menuitem').nth(-3).click();
      const box = page.locator(`dialog input[name=${flag}]`);
      const right = (
        await page.locator(`dialog label:has(input[name=${flag}])`).innerText()
      ).trim();
      await box.click();
      await page.locator('dialog button.primary').click();
      await cell.focus();
      await rest(page, 1200);
      await act();
      await eventually(async () => {
        const said = await status.innerText();
        assert.ok(said.includes(right), `${said} names ${right}`);
        inOwnWords(said, locale);
      });
    };
    await withoutRight('removeLines', () => page.keyboard.press('Alt+Shift+Delete'));
    await withoutRight('moveLines', () => page.keyboard.press('Alt+Shift+ArrowDown'));
    await withoutRight('addCustomLines', async () => {
      await page.evaluate(() => navigator.clipboard.writeText('X\t2\t9\nY\t3\t8'));
      await page.keyboard.press('Control+v');
      await page.locator('crossfoot-editor dialog button.primary').click();
    });
    await context.close();
  });

  test(`a tax provider that answers with nonsense, and none at all: ${locale}`, async () => {
    const { context, page } = await newInvoice(locale);
    await typeLine(page, 'A', '1', '5');
    const ask = async () => {
      await page.locator('.doc-actions button[aria-haspopup=menu]').click();
      const item = page.getByRole('menuitem').nth(-4);
      return saidOf(page, page.locator('.announcement [role=status]'), () => item.click());
    };
    inOwnWords(await ask(), locale);
    await page.evaluate(() =>
      document.addEventListener('crossfoot-tax-request', (event) => {
        event.preventDefault();
        event.detail.respond({ taxRates: [], lines: { nowhere: ['x'] } });
      }),
    );
    inOwnWords(await ask(), locale);
    await context.close();
  });

  test(`what an address brings is refused in the language of the page: ${locale}`, async () => {
    const context = await suite.browser.newContext({ locale, serviceWorkers: 'block' });
    const { page } = await openEditor(context, suite.address, `?lang=${locale.split('-')[0]}`);
    const status = page.locator('crossfoot-editor p.status');
    for (const [member, content] of [
      ['src', '{"version":1,'],
      ['src', JSON.stringify({ ...INVOICE, currency: 'XXL' })],
      ['catalog', '{"products":"none"}'],
      ['catalog', '[{'],
      ['catalog', null],
    ]) {
      const path = `/given-${member}-${Math.random()}.json`;
      await page.route(`**${path}`, (route) =>
        content === null ? route.fulfill({ status: 503 }) : route.fulfill({ body: content }),
      );
      // The page's own hand: which address the editor reads is the host's to say.
      const give = () =>
        page.evaluate(
          ([name, address]) =>
            document.querySelector('crossfoot-editor').setAttribute(name, address),
          [member, path],
        );
      const said = await saidOf(page, status, give);
      inOwnWords(said.replaceAll(/USD|EUR|DKK|JSON|SKU/g, ''), locale);
    }
    await context.close();
  });

  test(`without a network the page says so in its language: ${locale}`, async () => {
    const context = await suite.browser.newContext({ locale, serviceWorkers: 'block' });
    const { page } = await openEditor(context, suite.address, `?lang=${locale.split('-')[0]}`);
    const editor = page.locator('crossfoot-editor');
    await editor.locator('tr[data-id] [data-col=name]').first().click();
    // The words of refusals come when somebody enters the editor.
    await rest(page, 600);
    await context.setOffline(true);
    await editor.locator('[data-region=toolbar] button[aria-haspopup=menu]').last().click();
    const rules = page.getByRole('menuitem').filter({ hasText: RULES[locale] });
    inOwnWords(await saidOf(page, editor.locator('p.status'), () => rules.click()), locale);
    await page.locator('#sample').selectOption({ index: 2 });
    const problem = page.locator('#page-problem');
    await problem.waitFor();
    inOwnWords(await problem.innerText(), locale);
    await context.close();
  });
}

test('numbers are written as in the language of the workspace until somebody chooses their form', async () => {
  const context = await suite.browser.newContext({ locale: 'en-US' });
  const { page, problems } = await openWorkspace(context, suite.address, '#/settings');
  const form = page.locator('select[name=locale]');
  const shown = (text) =>
    form.locator('option:checked', { hasText: text }).waitFor({ state: 'attached' });
  await shown('1,234.50 · as the language');
  await page.locator('select[name=language]').selectOption('de');
  await shown('1.234,50 · wie die Sprache');
  await form.selectOption('en-US');
  await page.locator('select[name=language]').selectOption('fr');
  await page.getByRole('heading', { level: 1, name: 'Paramètres' }).waitFor();
  await shown('1,234.50');
  await form.selectOption('');
  await shown('1 234,50 · selon la langue');
  await page.reload();
  await shown('1 234,50 · selon la langue');
  assert.deepEqual(problems, []);
  await context.close();
});
