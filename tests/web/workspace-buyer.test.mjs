// The buyer's page of a link, used as a buyer does: typing, ticking and clicking at human speed.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';

let site;
let browser;
before(async () => {
  site = await serveSite(resolve(process.env.CROSSFOOT_WEB_DIST ?? 'web/dist'));
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

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
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const packed = deflateRawSync(Buffer.from(JSON.stringify(state))).toString('base64url');
  await page.goto(`${site.address}/preview.html#d=${packed}`);
  await page.locator('.paper').waitFor();
  return { page, close: () => context.close() };
}

const due = (page) => page.locator('.total.grand dd').innerText();

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
  await page.waitForTimeout(150);
}

test('the click that leaves a quantity does what it was for', async () => {
  const { page, close } = await openLink(OFFER);
  const box = page.getByLabel('Quantity of Seat', { exact: true });
  await typeOver(page, box, '9');
  await click(page, page.getByLabel('Include Help'));
  assert.equal(await page.getByLabel('Include Help').isChecked(), true);
  assert.equal(await due(page), '$95.00');
  await typeOver(page, box, '30');
  await click(page, page.getByRole('button', { name: 'More: Quantity of Seat' }));
  assert.equal(await box.inputValue(), '31');
  assert.equal(await due(page), '$315.00');
  // Also where the message about what was typed moves what is pressed.
  await typeOver(page, box, '51');
  await click(page, page.getByLabel('Include Help'));
  assert.equal(await page.getByLabel('Include Help').isChecked(), false);
  await close();
});

test('a quantity that is not offered stays where it was typed, with what is', async () => {
  const { page, close } = await openLink(OFFER, 320);
  const box = page.getByLabel('Quantity of Seat', { exact: true });
  const problem = page.locator('.quantity .problem');
  for (const typed of ['51', '0', '7.5', 'abc']) {
    await typeOver(page, box, typed);
    await page.keyboard.press('Tab');
    assert.equal(await problem.innerText(), 'From 1 to 50, in steps of 1');
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
  assert.equal(await problem.count(), 0);
  assert.equal(await due(page), '$500.00');
  const more = page.getByRole('button', { name: 'More: Quantity of Seat' });
  assert.equal(await more.getAttribute('aria-disabled'), 'true');
  await click(page, more);
  assert.equal(await box.inputValue(), '50');
  await click(page, page.getByRole('button', { name: 'Less: Quantity of Seat' }));
  assert.equal(await box.inputValue(), '49');
  assert.equal(await more.getAttribute('aria-disabled'), null);
  await page.getByRole('button', { name: 'Accept this quote' }).click();
  await page.getByRole('dialog').waitFor();
  await close();
});
