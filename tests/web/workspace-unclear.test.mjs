// DO-4.12 in every box of a number of every dialog, found by opening whatever a page offers, in each way
// to write numbers: what can be read in two ways is said as it was read or refused, and what is refused
// is said with how it is written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from './support/waiting.mjs';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { openWorkspace, stored } from './workspace-page.mjs';

const suite = suiteOfFile();

/** A dot for the fraction, a comma, a blank between thousands, other digits; a language each. */
const LOCALES = ['en-US', 'da-DK', 'fr-FR', 'nb-NO', 'ar-EG'];
const AT = '2026-04-02T10:00:00Z';
const head = {
  version: 1,
  currency: 'EUR',
  date: '2026-04-01',
  contacts: [{ id: 'c', name: 'Ada' }],
  lines: [{ id: 'l', name: 'Desk', unitPrice: '9000' }],
};
const seat = { id: 's', name: 'Seat', unitPrice: '9000', billing: { frequency: 'monthly' } };
const finalise = (number) => ({ op: 'lifecycle', step: 'finalise', at: AT, number });
const part = { id: 'p', amount: '5000.00', date: '2026-04-02', status: 'succeeded' };
const LIVES = [
  [
    { ...head, id: 'inv', kind: 'invoice' },
    finalise('INV-901'),
    { op: 'payment', at: AT, payment: part },
  ],
  [{ ...head, id: 'memo', kind: 'creditMemo' }, finalise('CM-901')],
  [{ ...head, id: 'sub', kind: 'subscription', lines: [seat] }],
];
const PAGES = [
  '#/document/inv',
  '#/document/memo',
  '#/document/sub',
  '#/library',
  '#/library/rates',
];

async function prepare(page) {
  await page.evaluate(async (lives) => {
    const { store } = document.querySelector('crossfoot-workspace');
    for (const [state, ...commands] of lives) {
      await store.addDocument(state);
      const open = await store.openDocument(state.id);
      for (const command of commands) {
        const reply = open.session.apply(command);
        if (reply.error) throw new Error(`${command.op}: ${reply.error.message}`);
      }
      await store.save(open);
      open.session.close();
    }
  }, LIVES);
}

const NOWHERE = 'main > .empty-state h1';

/** Goes to a page by way of none, so that what is drawn before it is not taken for it. */
async function visit(page, hash) {
  await page.evaluate(() => (location.hash = '#/nowhere'));
  await page.locator(NOWHERE).waitFor();
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(NOWHERE).waitFor({ state: 'detached' });
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('crossfoot-workspace');
    return shadowRoot.querySelectorAll('main button').length > 0;
  });
}

const BUTTONS = 'main button:not(crossfoot-editor *):visible:enabled';
const BOXES = 'dialog input.number:visible:enabled';

/** Where dialogs with boxes of numbers open. */
const WAYS = [];

const ITEMS = '[role=menuitem]:visible';

/** Waits for what a press opens; not every button opens something. */
const opened = (page, what) =>
  page
    .locator(what)
    .first()
    .waitFor({ timeout: 700 })
    .catch(() => undefined);

/** Opens what the button at a place opens, and what the entry of its menu does; the number of entries. */
async function press(page, at, entry = null) {
  await page.locator(BUTTONS).nth(at).click({ timeout: 3000 });
  await opened(page, `${ITEMS}, dialog h2`);
  const items = page.locator(ITEMS);
  const count = await items.count();
  if (entry === null) return count;
  await items.nth(entry).click({ timeout: 3000 });
  await opened(page, 'dialog h2');
  return count;
}

/** Notes where the page has dialogs with boxes of numbers: the button and the entry of its menu. */
async function waysIn(page, hash) {
  await visit(page, hash);
  const count = await page.locator(BUTTONS).count();
  for (let at = 0; at < count; at++) {
    const look = async (entry) => {
      await visit(page, hash);
      if ((await page.locator(BUTTONS).count()) <= at) return 0;
      const entries = await press(page, at, entry).catch(() => 0);
      const title = await page
        .locator('dialog h2')
        .innerText({ timeout: 200 })
        .catch(() => '');
      const isNew = !WAYS.some((way) => way.title === title);
      const of = count;
      if ((await page.locator(BOXES).count()) > 0 && isNew)
        WAYS.push({ hash, at, of, entry, title });
      await page.evaluate(() =>
        document.querySelector('crossfoot-workspace').overlays?.close(true),
      );
      return entry === null ? entries : 0;
    };
    const entries = await look(null);
    for (let entry = 0; entry < entries; entry++) await look(entry);
  }
}

/** What is said at a box, and what stands in it, once it was left. */
const standing = (box) =>
  box.evaluate((each) => ({
    value: each.value,
    name: each.name,
    isRefused: each.getAttribute('aria-invalid') === 'true',
    said: [...each.closest('label').querySelectorAll('small:is(.problem, [role=status])')]
      .filter((note) => !note.hidden)
      .map((note) => note.textContent)
      .join(' '),
  }));

async function typeInto(page, box, text) {
  await box.click({ clickCount: 3 });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  // What is wrong is said once the box is left and what was pressed is over.
  await page.evaluate(async () => {
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    await document.querySelector('crossfoot-workspace').updateComplete;
  });
}

/** Who else would have read it otherwise. */
const OPEN = ['1.250', '1,250', '12 50'];
/** One number, in the form of some. */
const FOREIGN = ['1.250,75', '1,250.75'];

test('dialogs with boxes of numbers are found by opening what the pages offer', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  // A button may print or leave: what the page says to that is another test's.
  const { page } = await openWorkspace(context, suite.address, '#/invoices');
  await prepare(page);
  for (const hash of PAGES) await waysIn(page, hash);
  await context.close();
  assert.ok(WAYS.length >= 6, JSON.stringify(WAYS));
});

for (const locale of LOCALES) {
  test(`no number is taken for another one unsaid: ${locale}`, async () => {
    const wrong = [];
    const look = async (page) => {
      await prepare(page);
      for (const { hash, at, of, entry, title } of WAYS) {
        await visit(page, hash);
        // Buttons are known by their place: it is theirs once all are drawn.
        const buttons = page.locator(BUTTONS);
        await eventually(async () => assert.ok((await buttons.count()) >= of, `${hash}: ${of}`));
        await press(page, at, entry);
        const boxes = page.locator(BOXES);
        await boxes.first().waitFor();
        for (let index = 0; index < (await boxes.count()); index++) {
          for (const text of [...OPEN, ...FOREIGN]) {
            await typeInto(page, boxes.nth(index), text);
            const { value, name, isRefused, said } = await standing(boxes.nth(index));
            const numeral = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
            const isOpen = OPEN.includes(text);
            // Of a percentage nobody means thousands.
            const fraction = new Intl.NumberFormat(locale, { minimumFractionDigits: 3 });
            const taken =
              name === 'percent' ? fraction.format(Number(text.replace(',', '.'))) : null;
            const isSaid =
              said.includes(text) || (name === 'percent' && said.includes(fraction.format(1.25)));
            const fits = isOpen
              ? isSaid || value === taken
              : value === numeral.format(1250.75) ||
                (isRefused && said.includes(numeral.format(1250.75)));
            if (!fits) wrong.push(`${title}, ${name}: ${text} stands as ${value}; ${said}`);
          }
        }
        await page.evaluate(() => document.querySelector('crossfoot-workspace').overlays.close());
      }
    };
    await inWorkspace(suite, '#/invoices', look, { locale });
    assert.deepEqual(wrong, []);
  });
}

test('a dialog stays open while text stands in it that is no number, and says how it is written', async () => {
  await inWorkspace(
    suite,
    '#/invoices',
    async (page) => {
      await prepare(page);
      await visit(page, '#/document/inv');
      await page.getByRole('button', { name: 'Enregistrer un paiement' }).click();
      const box = page.locator('dialog input[name=amount]');
      for (const [text, said] of [
        ['1.250', /peut se lire de deux façons. Écrivez 1,25 ou 1\s250,00\./],
        ['1.250,50', /Vouliez-vous dire 1\s250,50\s\?/],
      ]) {
        for (const confirm of [
          () => page.keyboard.press('Enter'),
          () => page.locator('dialog [data-confirm]').click(),
        ]) {
          await box.click({ clickCount: 3 });
          await page.keyboard.type(text, { delay: 60 });
          await confirm();
          await page.locator('dialog .problem').getByText(said).waitFor();
          await page.waitForFunction(() => {
            const { shadowRoot } = document.querySelector('crossfoot-workspace');
            return shadowRoot.activeElement?.name === 'amount';
          });
          assert.equal(await box.inputValue(), text);
        }
      }
      const documents = await stored(page, 'documents');
      const { payments } = JSON.parse(documents.find(({ id }) => id === 'inv').state);
      assert.equal(payments.length, 1);
      await box.click({ clickCount: 3 });
      await page.keyboard.type('1 250,50', { delay: 60 });
      await page.keyboard.press('Enter');
      await page.locator('dialog').waitFor({ state: 'detached' });
    },
    { locale: 'fr-FR' },
  );
});
