// The first page: what somebody made of a sample is theirs, whatever sample they look at afterwards;
// the choice says what is open; what cannot be had is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savedDocument, suiteOfFile } from '../support/editor-page.mjs';
import { openEditor } from '../support/browser.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

const names = async (page) => (await savedDocument(page)).lines.map(({ name }) => name);
const isReady = (page) =>
  page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
const has = (page, name) =>
  eventually(async () => assert.ok((await names(page)).includes(name), name));
const lacks = (page, name, message) =>
  eventually(async () => assert.ok(!(await names(page)).includes(name), message ?? name));
const chosen = (page) =>
  page.locator('#sample').evaluate((list) => {
    const option = list.selectedOptions[0];
    return [option?.parentElement.label, option?.textContent];
  });
const isChosen = (page, ...choice) =>
  eventually(async () => assert.deepEqual(await chosen(page), choice));
const owned = (page) =>
  page
    .locator('#sample optgroup')
    .evaluateAll((groups) =>
      groups.length === 1 ? [] : [...groups[0].children].map(({ textContent }) => textContent),
    );

async function newTab(context, query = '') {
  return openEditor(context, suite.address, query);
}

async function addLine(page, name) {
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.type(name, { delay: 30 });
}

async function open(page, label, isOwn = false) {
  const group = page.locator(`#sample optgroup[label="${isOwn ? 'Your documents' : 'Samples'}"]`);
  const value = await group.locator('option', { hasText: label }).first().getAttribute('value');
  const before = await names(page);
  await page.locator('#sample').selectOption(value);
  // The choice shows the name before the document is there.
  await eventually(async () => assert.notDeepEqual(await names(page), before));
  await isChosen(page, isOwn ? 'Your documents' : 'Samples', label);
}

async function reload(page) {
  await page.reload();
  await isReady(page);
}

for (const storage of ['kept', 'closed']) {
  test(`another sample leaves one’s own document where it was: storage ${storage}`, async () => {
    const context = await suite.browser.newContext();
    if (storage === 'closed') {
      await context.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
    }
    const { page, problems } = await newTab(context);
    assert.deepEqual(await chosen(page), ['Samples', 'Hubspot seats']);
    assert.deepEqual(await owned(page), []);
    // The cell is still open when the list is opened.
    await addLine(page, 'My own line');
    await isChosen(page, 'Your documents', 'Hubspot seats');
    await open(page, 'Cloud usage');
    await lacks(page, 'My own line');
    assert.deepEqual(await chosen(page), ['Samples', 'Cloud usage']);
    assert.deepEqual(await owned(page), ['Hubspot seats']);
    await open(page, 'Hubspot seats');
    await lacks(page, 'My own line', 'the sample is as it was');
    await open(page, 'Hubspot seats', true);
    await has(page, 'My own line');
    await page.locator('tr.item [data-col=name]').first().click();
    await page.keyboard.press('Control+z');
    await lacks(page, 'My own line', 'with its undo history');
    await page.keyboard.press('Control+y');
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test('after a reload the choice says what is open, a sample or one’s own', async () => {
  const context = await suite.browser.newContext();
  const { page } = await newTab(context);
  await addLine(page, 'Mine');
  await reload(page);
  await has(page, 'Mine');
  await isChosen(page, 'Your documents', 'Hubspot seats');
  await open(page, 'Swiss cash sale');
  await addLine(page, 'Second');
  await eventually(async () => assert.equal((await owned(page)).length, 2));
  await reload(page);
  await has(page, 'Second');
  await isChosen(page, 'Your documents', 'Swiss cash sale');
  await open(page, 'Cloud usage');
  await reload(page);
  await isChosen(page, 'Samples', 'Cloud usage');
  await open(page, 'Hubspot seats', true);
  await has(page, 'Mine');
  await context.close();
});

test('without a connection another language or sample is a sentence, and nothing is lost', async () => {
  const context = await suite.browser.newContext();
  const { page, problems } = await newTab(context);
  await addLine(page, 'Offline');
  await context.setOffline(true);
  const problem = page.locator('#page-problem');
  await page.locator('#language').selectOption('de');
  await problem.waitFor();
  assert.match(await problem.innerText(), /could not be loaded; what is open stays/);
  assert.equal(await page.locator('#language').inputValue(), 'en');
  await page.locator('#sample').selectOption({ label: 'Cloud usage' });
  await isChosen(page, 'Your documents', 'Hubspot seats');
  assert.match(await problem.innerText(), /could not be loaded/);
  assert.ok((await names(page)).includes('Offline'));
  await context.setOffline(false);
  await page.locator('#language').selectOption('nb');
  await page.locator('html[lang=nb]').waitFor({ state: 'attached' });
  assert.equal(await problem.isVisible(), false);
  const unhandled = problems.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
  assert.deepEqual(unhandled, []);
  await context.close();
});

test('a sample that an address names is not opened again over what was made of it', async () => {
  const context = await suite.browser.newContext();
  const { page } = await newTab(context, '?sample=03-consultancy-nok&lang=en');
  await addLine(page, 'My own line');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('My own line'));
  await reload(page);
  await eventually(async () => assert.equal((await names(page)).at(-1), 'My own line'));
  await isChosen(page, 'Your documents', 'Consultancy nok');
  assert.equal(new URL(page.url()).search, '?lang=en');
  await context.close();
});

test('a sample that is not kept is called by its name', async () => {
  const context = await suite.browser.newContext();
  const { page } = await newTab(context, '?sample=01-hubspot-seats&keep=no');
  await isChosen(page, 'Samples', 'Hubspot seats');
  await page.goto(suite.address);
  await isReady(page);
  await isChosen(page, 'Samples', 'Hubspot seats');
  assert.deepEqual(await owned(page), []);
  await context.close();
});

test('a new document is in the money and the numbers of the language that was chosen', async () => {
  const context = await suite.browser.newContext({ locale: 'en-US' });
  const { page } = await newTab(context);
  await page.locator('#language').selectOption('de');
  await page.locator('html[lang=de]').waitFor({ state: 'attached' });
  await page.locator('#sample').selectOption({ label: 'Neues Dokument' });
  await eventually(async () => assert.equal((await savedDocument(page)).currency, 'EUR'));
  await page.locator('tr.ghost [data-col=name]').click();
  await page.keyboard.type('Beratung', { delay: 30 });
  await page.locator('tr.item [data-col=unitPrice]').click();
  await page.keyboard.type('1.250', { delay: 30 });
  await page.keyboard.press('Tab');
  const { currency, lines } = await savedDocument(page);
  assert.deepEqual([currency, lines[0].unitPrice], ['EUR', '1250']);
  assert.equal((await chosen(page))[1], 'Neues Dokument 1', 'not the name of a new one');
  await context.close();
  const austrian = await suite.browser.newContext({ locale: 'de-AT' });
  const { page: other } = await newTab(austrian, '?sample=none');
  await other.locator('#language').selectOption('en');
  await other.locator('html[lang=en]').waitFor({ state: 'attached' });
  await other.locator('#language').selectOption('de');
  await other.locator('html[lang=de]').waitFor({ state: 'attached' });
  assert.equal(
    await other.evaluate(() => document.querySelector('crossfoot-editor').locale),
    'de-AT',
  );
  await austrian.close();
});
