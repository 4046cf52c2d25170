// What a person sees of a document without scrolling, and what is left on one that is closed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { fillCustomer, goTo, newDocument, saved, takeStep, typeLine } from './workspace-page.mjs';

const suite = suiteOfFile();

test('a deal that is opened again shows eight lines at 1280 × 900', async () => {
  await inWorkspace(suite, '#/deals', async (page) => {
    await newDocument(page, 'deal');
    await fillCustomer(page);
    for (let line = 1; line <= 8; line++) await typeLine(page, `Seat ${line}`, '2', '10');
    await saved(page);
    await page.reload();
    const bar = page.locator('crossfoot-editor .totals-bar');
    await page.getByText('Due now').first().waitFor();
    const rows = page.locator('crossfoot-editor tr[data-id]:not(.ghost)');
    assert.equal(await rows.count(), 8);
    const { y, height } = await rows.nth(7).boundingBox();
    const below = (await bar.boundingBox())?.y ?? 900;
    assert.ok(y + height <= below, `the eighth line ends at ${y + height}, the view at ${below}`);
  });
});

test('a closed document has no tools to change its lines and no boxes that wait for something', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page);
    await typeLine(page, 'Advice', '3', '120');
    const editor = page.locator('crossfoot-editor');
    const discount = editor.locator('tr[data-id] [data-col=discount]').first();
    const tools = ['Add line', 'Paste rows', '+ Add discount', '+ Add fee'];
    for (const name of tools) await editor.getByRole('button', { name, exact: true }).waitFor();
    assert.equal(await discount.getAttribute('placeholder'), '%');
    await takeStep(page, 'Finalise');
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    for (const name of tools) {
      assert.equal(await editor.getByRole('button', { name, exact: true }).count(), 0, name);
    }
    assert.equal(await editor.locator('.handle').first().isVisible(), false);
    assert.equal(await discount.getAttribute('placeholder'), null);
    await page.setViewportSize({ width: 320, height: 700 });
    const quantity = editor.locator('tr[data-id] [data-col=quantity]').first();
    await quantity.waitFor();
    const colour = (box) => getComputedStyle(box).backgroundColor;
    assert.equal(await quantity.evaluate(colour), 'rgba(0, 0, 0, 0)');
  });
});

test('a list says customer, state, due date and amount of each document at every width, none cut off', async () => {
  await inWorkspace(suite, '#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await fillCustomer(page, 'Ada Berg', 'Berg & Daughters');
    await typeLine(page, 'Advice', '3', '1234567.50');
    await takeStep(page, 'Finalise');
    await page.getByRole('heading', { name: 'Invoice INV-1001' }).waitFor();
    const due = await page.evaluate(
      () => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(new Date()), // Due today.
    );
    await goTo(page, '#/invoices', 'Invoices');
    for (const width of [320, 390, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      const row = page.locator('.entries tbody tr', { hasText: 'INV-1001' });
      for (const said of ['INV-1001', 'Berg & Daughters', 'Open', due, '$3,703,702.50']) {
        const place = row.getByText(said, { exact: true }).locator('visible=true').first();
        const { x, width: extent } = await place.boundingBox();
        assert.ok(x >= 0 && x + extent <= width, `${said} ends at ${x + extent} of ${width}`);
      }
      const isCut = await page
        .locator('.list-scroll')
        .evaluate((view) => view.scrollWidth > view.clientWidth);
      assert.equal(isCut, false, `the table is as wide as its place at ${width}`);
    }
    // Beside a row that is looked at there is less room for all.
    await page.locator('.entries tbody td', { hasText: 'Open' }).first().click();
    await page.locator('.peek').waitFor();
    const row = page.locator('.entries tbody tr', { hasText: 'INV-1001' });
    await row.locator('.under', { hasText: 'Berg & Daughters' }).waitFor();
    await goTo(page, '#/library', 'Library');
    for (const width of [320, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      await page.getByText('$4,800.00').locator('visible=true').first().waitFor();
      const isCut = await page
        .locator('.list-scroll')
        .evaluate((view) => view.scrollWidth > view.clientWidth);
      assert.equal(isCut, false, `the library is as wide as its place at ${width}`);
    }
  });
});

test('paper is in the colour of the seller, on screen and in print, until that is taken back', async () => {
  await inWorkspace(suite, '#/settings', async (page) => {
    const accent = page.locator('input[name=accent]');
    await accent.fill('#aa2200');
    await page.getByText('Settings saved').waitFor();
    const ruled = async () => {
      await goTo(page, '#/quotes', 'Quotes');
      await newDocument(page, 'quote');
      await fillCustomer(page);
      await typeLine(page, 'Advice', '3', '120');
      await page.getByRole('button', { name: 'Preview', exact: true }).click();
      const parties = page.locator('crossfoot-preview .parties');
      await parties.waitFor();
      const colour = (box) => getComputedStyle(box).borderTopColor;
      const shown = await parties.evaluate(colour);
      await page.emulateMedia({ media: 'print' });
      const printed = await parties.evaluate(colour);
      await page.emulateMedia({ media: null });
      return [shown, printed];
    };
    assert.deepEqual(await ruled(), ['rgb(170, 34, 0)', 'rgb(170, 34, 0)']);
    await goTo(page, '#/settings', 'Settings');
    assert.equal(await accent.inputValue(), '#aa2200');
    await page.getByRole('button', { name: 'Standard colour' }).click();
    await page.getByRole('button', { name: 'Standard colour' }).waitFor({ state: 'detached' });
    const [shown] = await ruled();
    assert.equal(shown, 'rgb(11, 107, 91)');
  });
});

// DO-4.17
test('each template of paper is what the settings say, on screen and in print', async () => {
  await inWorkspace(suite, '#/settings', async (page) => {
    await page.locator('input[name=accent]').fill('#1d4ed8');
    const look = async (template) => {
      await goTo(page, '#/settings', 'Settings');
      await page.locator('select[name=template]').selectOption(template);
      await page.getByText('Settings saved').waitFor();
      await goTo(page, '#/quotes', 'Quotes');
      await newDocument(page, 'quote');
      await fillCustomer(page);
      await typeLine(page, 'Advice', '3', '120');
      await page.getByRole('button', { name: 'Preview', exact: true }).click();
      const head = page.locator('crossfoot-preview .paper-head');
      await head.waitFor();
      const band = () => head.evaluate((each) => getComputedStyle(each).backgroundColor);
      const ruled = page.locator('crossfoot-preview .parties');
      const line = () => ruled.evaluate((each) => getComputedStyle(each).borderTopStyle);
      const total = page.locator('crossfoot-preview .total.grand');
      const under = () => total.evaluate((each) => getComputedStyle(each).borderBottomColor);
      const shown = [await band(), await line(), await under()];
      await page.emulateMedia({ media: 'print' });
      assert.equal(await band(), shown[0], 'printed as shown');
      await page.emulateMedia({ media: null });
      return shown;
    };
    const [none, blue] = ['rgba(0, 0, 0, 0)', 'rgb(29, 78, 216)'];
    assert.deepEqual((await look('band')).slice(0, 2), [blue, 'none']);
    assert.deepEqual((await look('band'))[2], blue);
    assert.deepEqual((await look('plain')).slice(0, 2), [none, 'none']);
    assert.deepEqual((await look('')).slice(0, 2), [none, 'double']);
  });
});
