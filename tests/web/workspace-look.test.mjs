// What a person sees of a document without scrolling, and what is left on one that is closed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace, suiteOfFile } from './support/suite.mjs';
import { fillCustomer, newDocument, saved, takeStep, typeLine } from './workspace-page.mjs';

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
