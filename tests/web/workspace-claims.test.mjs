// What the pages say has happened has happened: nothing is claimed that was not done, or not yet.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from './support/browser.mjs';
import { serveSite } from './support/site.mjs';
import {
  fillCustomer,
  goTo,
  newDocument,
  openWorkspace,
  saved,
  stored,
  takeStep,
  typeLine,
} from './workspace-page.mjs';

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

test('an owner set for many leaves what is final as it was issued, and a deletion is said', async () => {
  await withPage('#/invoices', async (page) => {
    for (const last of [false, true]) {
      await goTo(page, '#/invoices', 'Invoices');
      await newDocument(page, 'invoice');
      await fillCustomer(page);
      await typeLine(page, 'Design', '5', '100');
      await saved(page);
      if (!last) await takeStep(page, 'Finalise');
    }
    await goTo(page, '#/invoices', 'Invoices');
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Set owner…' }).click();
    await page.locator('dialog').getByText('1 are past their draft').waitFor();
    await page.keyboard.type('Ida');
    await page.keyboard.press('Enter');
    await said(page).getByText('1 of 2 changed').waitFor();
    const states = (await stored(page, 'documents')).map(({ state }) => JSON.parse(state));
    assert.deepEqual(
      states.map(({ status, owner }) => [status === 'draft', owner ?? '']).toSorted(),
      [
        [false, ''],
        [true, 'Ida'],
      ],
    );
    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete drafts…' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await said(page).getByText('deleted').waitFor();
    assert.equal((await stored(page, 'documents')).length, 1);
  });
});
