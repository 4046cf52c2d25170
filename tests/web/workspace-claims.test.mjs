// What the pages say has happened has happened: nothing is claimed that was not done, or not yet.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';
import { newDocument, openWorkspace, stored } from './workspace-page.mjs';

const FOLDER = resolve(
  process.env.CROSSFOOT_WEB_DIST ?? new URL('../../web/dist', import.meta.url).pathname,
);

let site;
let browser;
before(async () => {
  site = await serveSite(FOLDER);
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

async function withPage(hash, run) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const { page, problems } = await openWorkspace(context, site.address, hash);
    await run(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

const said = (page) => page.locator('.announcement [role=status]');

test('an empty customer is not said to be saved, a named one is', async () => {
  await withPage('#/invoices', async (page) => {
    await newDocument(page, 'invoice');
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await said(page).getByText('There is nothing to save yet').waitFor();
    assert.deepEqual(await stored(page, 'contacts'), []);
    assert.deepEqual(await stored(page, 'companies'), []);
    await page.locator('input[name=contact]').pressSequentially('Ada Berg');
    await page.getByRole('button', { name: 'Save to contacts' }).click();
    await said(page).getByText('Saved to your contacts').waitFor();
    assert.deepEqual(
      (await stored(page, 'contacts')).map(({ name }) => name),
      ['Ada Berg'],
    );
  });
});
