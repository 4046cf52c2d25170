// The buyer's page of a link, used as a buyer does: typing, ticking and clicking at human speed.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import {
  chooseMore,
  fillCustomer,
  newDocument,
  openWorkspace,
  saved,
  typeLine,
} from './workspace-page.mjs';
import { eventually, rest } from './support/waiting.mjs';

const suite = suiteOfFile();

const BASE = {
  version: 1,
  id: 'offer',
  kind: 'quote',
  status: 'published',
  currency: 'USD',
  locale: 'en-US',
  date: '2026-11-22',
};
const OFFER = {
  ...BASE,
  lines: [
    {
      id: 'seat',
      name: 'Seat',
      quantity: '20',
      unitPrice: '10',
      quantityRange: { min: '1', max: '50', step: '1' },
    },
    { id: 'help', name: 'Help', unitPrice: '5', optional: true },
  ],
};

/** Opens the page of a link that carries the document. */
async function openLink(state, width = 1000) {
  const context = await suite.browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const packed = deflateRawSync(Buffer.from(JSON.stringify(state))).toString('base64url');
  await page.goto(`${suite.address}/preview.html#d=${packed}`);
  await page.locator('.paper').waitFor();
  return { page, close: () => context.close() };
}

const due = (page) => page.locator('.total.grand dd').innerText();

/** Waits, as a person does who looks, until the page asks for an amount. */
const asks = (page, amount) => page.locator('.total.grand dd', { hasText: amount }).waitFor();

/** Types over what stands in a box, and stays in it. */
async function typeOver(page, box, text) {
  await box.click({ clickCount: 3 });
  await page.keyboard.type(text, { delay: 90 });
}

/** Presses and lets go as a hand does, not both at once. */
async function click(page, target) {
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.down();
  await page.waitForTimeout(90);
  await page.mouse.up();
}

test('the click that leaves a quantity does what it was for', async () => {
  const { page, close } = await openLink(OFFER);
  const box = page.getByLabel('Quantity of Seat', { exact: true });
  const isIncluded = (expected) =>
    eventually(async () =>
      assert.equal(await page.getByLabel('Include Help').isChecked(), expected),
    );
  await typeOver(page, box, '9');
  await click(page, page.getByLabel('Include Help'));
  await isIncluded(true);
  await asks(page, '$95.00');
  await typeOver(page, box, '30');
  await click(page, page.getByRole('button', { name: 'More: Quantity of Seat' }));
  await eventually(async () => assert.equal(await box.inputValue(), '31'));
  await asks(page, '$315.00');
  // Also where the message about what was typed moves what is pressed.
  await typeOver(page, box, '51');
  await click(page, page.getByLabel('Include Help'));
  await isIncluded(false);
  await close();
});

test('the page of a link speaks the document’s language, also on its button', async () => {
  const { page, close } = await openLink({ ...OFFER, language: 'de', locale: 'de-DE' });
  await page.getByRole('button', { name: 'Drucken oder als PDF speichern' }).waitFor();
  await close();
});

test('a quantity that is not offered stays where it was typed, with what is', async () => {
  const { page, close } = await openLink(OFFER, 320);
  const box = page.getByLabel('Quantity of Seat', { exact: true });
  const problem = page.locator('.quantity .problem');
  for (const typed of ['51', '0', '7.5', 'abc']) {
    await typeOver(page, box, typed);
    await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.equal(await problem.innerText(), 'From 1 to 50, in steps of 1'),
    );
    assert.equal(await box.inputValue(), typed);
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    assert.equal(await due(page), '$200.00');
  }
  // Nobody accepts what does not stand in the box.
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  assert.equal(await page.locator('dialog[open]').count(), 0);
  assert.equal(await box.evaluate((each) => each.getRootNode().activeElement === each), true);
  await typeOver(page, box, '50');
  await page.keyboard.press('Tab');
  await asks(page, '$500.00');
  assert.equal(await problem.count(), 0);
  const more = page.getByRole('button', { name: 'More: Quantity of Seat' });
  assert.equal(await more.getAttribute('aria-disabled'), 'true');
  await click(page, more);
  await rest(page, 150);
  assert.equal(await box.inputValue(), '50');
  await click(page, page.getByRole('button', { name: 'Less: Quantity of Seat' }));
  await eventually(async () => assert.equal(await box.inputValue(), '49'));
  assert.equal(await more.getAttribute('aria-disabled'), null);
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  await page.getByRole('dialog').waitFor();
  await close();
});

// DO-4.8
test('a discount with a code waits for its code: in the seller’s preview, the link and the answer', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page: seller, problems } = await openWorkspace(context, suite.address, '#/quotes');
  const folder = await mkdtemp(join(tmpdir(), 'offer-'));
  const adjustments = [
    { id: 'a', type: 'discount', name: 'Autumn coupon', amount: '25', code: 'AUTUMN25' },
    { id: 'b', type: 'fee', name: 'Shipping', amount: '3' },
  ];
  const contacts = [{ id: 'c', name: 'Ada Berg', email: 'ada@berg.example' }];
  const state = { ...OFFER, id: 'with-code', number: 'Q-7', contacts, adjustments };
  await writeFile(join(folder, 'offer.json'), JSON.stringify([state]));
  const choosing = seller.waitForEvent('filechooser');
  await seller
    .getByRole('button', { name: /Import/ })
    .first()
    .click();
  await (await choosing).setFiles(join(folder, 'offer.json'));
  await seller.getByText('1 document added').first().waitFor();
  await seller.evaluate(() => (location.hash = '#/document/with-code'));
  await seller.getByRole('button', { name: 'Preview' }).click();
  await seller.locator('.paper-totals').waitFor();
  await asks(seller, '$203.00');
  await seller.getByRole('button', { name: 'Back to editing' }).click();
  await chooseMore(seller, 'Link with the document…');
  const said = await seller.locator('dialog [role=note]').innerText();
  assert.match(said, /Autumn coupon.*\$203\.00/s);
  const link = await seller.locator('input[name=link]').inputValue();
  await seller.keyboard.press('Escape');

  const buyer = await context.newPage();
  await buyer.goto(link);
  await buyer.locator('.paper').waitFor();
  await asks(buyer, '$203.00');
  const box = buyer.getByLabel('Discount code');
  const say = async (code) => {
    await typeOver(buyer, box, code);
    await buyer.keyboard.press('Enter');
  };
  await say('SPRING');
  await buyer.getByText('This code is not valid.').waitFor();
  await say('AUTUMN25');
  await buyer.getByRole('button', { name: 'Remove code' }).waitFor();
  await asks(buyer, '$178.00');
  await buyer.getByRole('button', { name: 'Remove code' }).click();
  await asks(buyer, '$203.00');
  await say('AUTUMN25');
  await buyer.getByRole('button', { name: 'Remove code' }).waitFor();
  await buyer.getByRole('button', { name: 'Accept this quote' }).click();
  await buyer.getByRole('dialog').getByRole('button', { name: 'Accept this quote' }).click();
  await buyer.locator('#answer textarea').waitFor();
  await buyer.reload();
  await buyer.getByRole('button', { name: 'Remove code' }).waitFor();
  await asks(buyer, '$178.00');
  const answer = await buyer.locator('#answer textarea').inputValue();
  assert.match(answer, /- Discount code: AUTUMN25/);

  await seller.bringToFront();
  await seller.getByRole('button', { name: 'Mark as accepted' }).click();
  await seller.locator('textarea[name=answer]').click();
  await seller.keyboard.insertText(answer);
  await seller.locator('dialog').getByText('Ada Berg accepts, with $178.00 due now.').waitFor();
  await seller.locator('dialog [data-confirm]').click();
  await seller.locator('dialog').waitFor({ state: 'detached' });
  await seller.getByText('The code was entered: the discount counts.').waitFor();
  assert.equal(await seller.getByText('Only for customers who enter the code.').count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

// DO-4.8, DO-4.15, ST-1.9
test('a seller types a discount’s code and the quantities for choice, and the buyer uses both', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page: seller, problems } = await openWorkspace(context, suite.address, '#/quotes');
  await newDocument(seller, 'quote');
  await fillCustomer(seller);
  await typeLine(seller, 'Seat', '5', '10');
  const editor = seller.locator('crossfoot-editor');
  await editor.getByRole('button', { name: 'Actions, line 1: Seat' }).click();
  await editor.getByRole('menuitem', { name: 'Quantity the buyer may choose…' }).click();
  const dialog = editor.getByRole('dialog');
  const type = async (name, text) => {
    await dialog.getByLabel(name, { exact: true }).click();
    await seller.keyboard.type(text, { delay: 90 });
    await seller.keyboard.press('Tab');
  };
  await type('At least', '6');
  await dialog.getByText('Your own quantity, 5, is not among these.').waitFor();
  await type('At most', '5');
  await dialog.getByText('No quantity fits these numbers.').waitFor();
  await typeOver(seller, dialog.getByLabel('At most', { exact: true }), 'many');
  await seller.keyboard.press('Tab');
  await dialog.getByText('“many” is not clear as a number. Write it like 2.5.').waitFor();
  await typeOver(seller, dialog.getByLabel('At most', { exact: true }), '1,000');
  await typeOver(seller, dialog.getByLabel('At least', { exact: true }), '2.5');
  await type('In steps of', '2.5');
  await dialog.locator('.problem').waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await editor
    .getByRole('button', { name: 'Quantity the buyer may choose, line 1: Seat' })
    .waitFor();

  await editor.getByRole('button', { name: 'Add discount' }).click();
  await seller.keyboard.type('Launch', { delay: 90 });
  const box = (name) => editor.getByLabel(new RegExp(`^${name}, Discount 1`));
  await typeOver(seller, box('Percent or amount').first(), '10');
  await typeOver(seller, box('Discount code'), ' Launch 10 ');
  await seller.keyboard.press('Tab');
  await editor.getByText('Only for customers who enter the code.').waitFor();
  await saved(seller);
  const state = JSON.parse(await editor.evaluate((element) => element.value));
  assert.deepEqual(state.lines[0].quantityRange, { min: '2.5', max: '1000', step: '2.5' });
  const [discount] = state.adjustments;
  assert.deepEqual([discount.name, discount.percent, discount.code], ['Launch', '10', 'Launch 10']);
  await seller.getByRole('button', { name: 'Publish', exact: true }).click();
  const asked = await seller.locator('dialog .summary-facts').innerText();
  assert.match(asked, /Lines\s1\s/);
  assert.match(asked, /Due now\s\$50\.00\s/);
  await seller.locator('dialog [role=note]', { hasText: /Launch.*\$50\.00/s }).waitFor();
  await seller.locator('dialog [data-confirm]').click();
  await seller.locator('dialog').waitFor({ state: 'detached' });
  await chooseMore(seller, 'Link with the document…');
  const link = await seller.locator('input[name=link]').inputValue();

  const buyer = await context.newPage();
  await buyer.goto(link);
  await buyer.locator('.paper').waitFor();
  await asks(buyer, '$50.00');
  await typeOver(buyer, buyer.getByLabel('Discount code'), 'lAUNCH 10');
  await buyer.keyboard.press('Enter');
  await asks(buyer, '$45.00');
  await typeOver(buyer, buyer.getByLabel('Quantity of Seat', { exact: true }), '7.5');
  await buyer.keyboard.press('Tab');
  await asks(buyer, '$67.50');

  // What was typed counts when the offer is accepted, also without its button.
  await buyer.getByRole('button', { name: 'Remove code' }).click();
  await asks(buyer, '$75.00');
  await typeOver(buyer, buyer.getByLabel('Discount code'), 'launch 10');
  await buyer.getByRole('button', { name: 'Accept this quote' }).click();
  await buyer.getByRole('dialog').getByText('$67.50').first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('an offer accepted without an answer is what its customer had, without what a code opens', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, problems } = await openWorkspace(context, suite.address, '#/quotes');
  const adjustments = [
    { id: 'a', type: 'discount', name: 'Autumn coupon', amount: '25', code: 'AUTUMN25' },
    { id: 'b', type: 'fee', name: 'Shipping', amount: '3' },
  ];
  const contacts = [{ id: 'c', name: 'Ada Berg', email: 'ada@berg.example' }];
  const state = { ...OFFER, id: 'not-said', number: 'Q-8', contacts, adjustments };
  const folder = await mkdtemp(join(tmpdir(), 'offer-'));
  await writeFile(join(folder, 'offer.json'), JSON.stringify([state]));
  const choosing = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /Import/ })
    .first()
    .click();
  await (await choosing).setFiles(join(folder, 'offer.json'));
  await page.getByText('1 document added').first().waitFor();
  await page.evaluate(() => (location.hash = '#/document/not-said'));
  await page.getByRole('button', { name: 'Mark as accepted' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByText('$203.00').first().waitFor();
  assert.equal(await dialog.getByText('$178.00').count(), 0);
  await dialog.locator('[data-confirm]').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.locator('.paper-totals').waitFor();
  assert.equal(await due(page), '$203.00');
  assert.deepEqual(problems, []);
  await context.close();
});

test('an invoice made of an offer lacks the discount whose code nobody entered, and says so', async () => {
  const context = await suite.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, problems } = await openWorkspace(context, suite.address, '#/quotes');
  const adjustments = [
    { id: 'a', type: 'discount', name: 'Autumn coupon', amount: '25', code: 'AUTUMN25' },
    { id: 'b', type: 'discount', name: 'Loyalty', amount: '5' },
  ];
  await page.evaluate(
    (text) => document.querySelector('crossfoot-workspace').store.addDocument(text),
    JSON.stringify({ ...OFFER, id: 'offered', number: 'Q-8', adjustments }),
  );
  await page.evaluate(() => (location.hash = '#/document/offered'));
  await page
    .locator('crossfoot-editor')
    .getByLabel(/^Discount code, Discount 1/)
    .waitFor();
  await chooseMore(page, 'Make an invoice');
  await page.getByText('Without Autumn coupon: nobody entered the code.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Invoice' }).waitFor();
  await page
    .locator('crossfoot-editor .total-line.grand .amount', { hasText: '$195.00' })
    .waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test('the checkout asks for a code where one opens something, and an invoice keeps its discount', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${suite.address}/checkout.html`);
  await page.locator('.pay').waitFor();
  const show = (state) =>
    page.evaluate((given) => {
      const summary = document.querySelector('crossfoot-summary');
      summary.redeem = null;
      summary.value = JSON.stringify(given);
    }, state);
  const adjustments = [
    { id: 'a', type: 'discount', name: 'Coupon', amount: '25', code: 'AUTUMN25' },
  ];
  const link = { ...OFFER, id: 'pay', kind: 'paymentLink', status: 'active' };
  const asks = page.locator('.row.grand dd');
  await show(link);
  await asks.getByText('$200.00').waitFor();
  assert.equal(await page.getByLabel('Discount code').count(), 0);
  await show({ ...link, id: 'pay-with-code', adjustments: [...adjustments] });
  await page.getByLabel('Discount code').click();
  await page.keyboard.type('AUTUMN25', { delay: 90 });
  await page.keyboard.press('Enter');
  await asks.getByText('$175.00').waitFor();
  await show({ ...link, id: 'billed', kind: 'invoice', status: 'open', adjustments });
  await page.getByText('Balance due').waitFor();
  assert.equal(await asks.innerText(), '$175.00');
  assert.equal(await page.getByLabel('Discount code').count(), 0);
  await context.close();
});

const RAMP = {
  ...BASE,
  lines: [
    {
      id: 'g',
      name: 'Gadget',
      quantity: '120',
      unitPrice: '348',
      billing: {
        frequency: 'annually',
        phases: [
          { payments: 1, unitPrice: '288' },
          { payments: 1, quantity: '150' },
          { payments: 1, quantity: '200', discount: { percent: '5' } },
        ],
      },
    },
    {
      id: 'c',
      name: 'Calls',
      quantity: '15',
      pricing: {
        model: 'graduated',
        tiers: [
          { upTo: '10', unitPrice: '2' },
          { upTo: null, unitPrice: '1', flatFee: '5' },
        ],
      },
    },
    {
      id: 'p',
      name: 'Prints',
      quantity: '150',
      pricing: { model: 'package', size: '100', price: '4', freeUnits: '10' },
    },
  ],
};

// RE-2.4
test('a ramp multiplies out on paper, first payment and phases', async () => {
  const { page, close } = await openLink(RAMP);
  const row = page.locator('.paper-lines tbody tr').first();
  const cells = await row.locator('td').allInnerTexts();
  assert.deepEqual(
    cells.map((each) => each.trim()),
    ['120', '$288.00', '$34,560.00'],
  );
  assert.deepEqual(await row.locator('.phases li').allInnerTexts(), [
    'from Nov 22, 2026, yearly × 1: 120 × $288.00 = $34,560.00',
    'from Nov 22, 2027, yearly × 1: 150 × $348.00 = $52,200.00',
    'from Nov 22, 2028, yearly × 1: 200 × $348.00 − $3,480.00 = $66,120.00',
  ]);
  await close();
});

test('the checkout counts what the first payment of a ramp is for', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${suite.address}/checkout.html`);
  await page.locator('.pay').waitFor();
  const [line] = RAMP.lines;
  const [first, ...others] = line.billing.phases;
  const phases = [{ ...first, quantity: '3' }, ...others];
  const state = { ...RAMP, lines: [{ ...line, billing: { ...line.billing, phases } }] };
  await page.evaluate((given) => {
    document.querySelector('crossfoot-summary').value = JSON.stringify(given);
  }, state);
  await page.locator('.row.grand dd').getByText('$864.00').waitFor();
  assert.match(await page.locator('.lines li').innerText(), /^3 × Gadget/);
  await context.close();
});

// PR-6
test('the buyer reads the price list behind a price that no single unit has', async () => {
  const { page, close } = await openLink(RAMP);
  assert.deepEqual(await page.locator('.prices').nth(0).locator('li').allInnerTexts(), [
    'Graduated: each tier prices the units in it',
    'Up to 10 · Unit price: $2.00',
    'and above · Unit price: $1.00 · Flat fee: $5.00',
  ]);
  assert.deepEqual(await page.locator('.prices').nth(1).locator('li').allInnerTexts(), [
    'Units in a package: 100 · Price of a package: $4.00 · Free units: 10',
  ]);
  await close();
});

test('an Arabic page puts the name of a rate at the right of what is said of it', async () => {
  const { page, close } = await openLink({
    ...BASE,
    language: 'ar',
    taxRates: [{ id: 't', name: 'Sales tax', percent: '2.9' }],
    lines: [{ id: 'a', name: 'Seat', unitPrice: '100', taxRateIds: ['t'] }],
  });
  const label = page.locator('.total dt', { hasText: 'Sales' });
  const [name, base] = await label.evaluate((each) => {
    const at = (text) => {
      const node = each.firstChild;
      const from = node.data.indexOf(text);
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + text.length);
      return range.getBoundingClientRect().left;
    };
    return [at('Sales'), at('100')];
  });
  assert.ok(name > base, `${name} ${base}`);
  await close();
});
