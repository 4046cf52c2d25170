// What is refused is said in the person's own language, names the place and leads there: a German, a
// Danish and an Arabic browser, by hand.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';
import { openWorkspace } from './workspace-page.mjs';

let site;
let browser;
let folder;
before(async () => {
  site = await serveSite(resolve(process.env.CROSSFOOT_SITE ?? 'web/dist'));
  browser = await startChromium();
  folder = mkdtempSync(join(tmpdir(), 'crossfoot-words-'));
});
after(async () => {
  await browser?.close();
  await site?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Each language by its browser: a word for what is no price, and what its sentences name. */
const PEOPLE = [
  { locale: 'de-DE', price: 'zwölf', line: /^Position 1\b/, second: /^Position 2\b/ },
  { locale: 'da-DK', price: 'tolv', line: /^Linje 1\b/, second: /^Linje 2\b/ },
  { locale: 'ar-EG', price: 'اثنا عشر', line: /^البند .?1/, second: /^البند .?2/ },
];

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
  const context = await browser.newContext({ locale, acceptDownloads: true });
  const { page, problems } = await openWorkspace(context, site.address);
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

/** Follows the way of one of them; where the keyboard is then. */
async function follow(page, number) {
  await obstacles(page).nth(number).getByRole('button').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.waitForTimeout(200);
  return focused(page);
}

for (const { locale, price, line, second } of PEOPLE) {
  test(`an invoice that lacks everything is not finalised, and says why: ${locale}`, async () => {
    const { context, page, problems } = await newInvoice(locale);
    const empty = await tryStep(page, 'finalise');
    for (const sentence of empty) inOwnWords(sentence, locale);
    assert.equal(empty.length, 2, empty.join(' | '));
    assert.deepEqual(await follow(page, 0), [1, 'name']);

    await typeLine(page, 'A', '1', price);
    await typeLine(page, 'B', '1', '-5');
    let said = await tryStep(page, 'finalise');
    for (const sentence of said) inOwnWords(sentence, locale);
    assert.equal(said.length, 3, said.join(' | '));
    const plain = said.map((each) => each.replaceAll(/[\u2066-\u2069]/g, ''));
    assert.match(plain[0], line);
    assert.match(plain[1], second);
    assert.deepEqual(await follow(page, 0), [1, 'unitPrice']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12', { delay: 20 });
    await page.keyboard.press('Tab');

    said = await tryStep(page, 'finalise');
    assert.equal(said.length, 2, said.join(' | '));
    assert.deepEqual(await follow(page, 0), [2, 'unitPrice']);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('5', { delay: 20 });
    await page.keyboard.press('Tab');

    // The head is folded away: the way opens it.
    await page.locator('details.panel > summary').first().click();
    said = await tryStep(page, 'finalise');
    assert.equal(said.length, 1, said.join(' | '));
    assert.equal(await follow(page, 0), 'contact');
    await page.keyboard.type('Ada', { delay: 20 });
    await page.keyboard.press('Tab');
    await page.locator('[data-step=finalise]').click();
    await page.locator('dialog [data-confirm]').click();
    await page.locator('dialog').waitFor({ state: 'detached' });

    // What is final is not changed, and the page says what remains.
    inOwnWords(await page.locator('p.locked').innerText(), locale);
    await page.locator('crossfoot-editor [data-col=name]').first().focus();
    await page.keyboard.press('Control+z');
    const status = page.locator('crossfoot-editor p.status');
    await page.waitForTimeout(400);
    inOwnWords(await status.innerText(), locale);
    assert.deepEqual(problems, []);
    await context.close();
  });
}
