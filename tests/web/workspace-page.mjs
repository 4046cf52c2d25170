// What the tests of the workspace do as a person would: by names and labels, in a real browser.
import { rest } from './support/waiting.mjs';

/** Opens the workspace at an address and waits until it can be used. */
export async function openWorkspace(context, address, hash = '#/invoices') {
  const page = await context.newPage();
  const problems = [];
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(`${address}/workspace.html${hash}`);
  await page.waitForFunction(() => document.querySelector('crossfoot-workspace')?.isReady);
  return { page, problems };
}

/** Goes to another place of the workspace. */
export async function goTo(page, hash, heading) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** A new document by the button of its list. */
export async function newDocument(page, kind) {
  await page
    .getByRole('button', { name: `New ${kind}` })
    .first()
    .click();
  await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().waitFor();
}

/** Names the customer. */
export async function fillCustomer(page, name = 'Ada Berg', company = 'Berg AS') {
  await page.locator('input[name=contact]').fill(name);
  await page.locator('input[name=contact]').press('Tab');
  await page.locator('input[name=email]').fill('ada@berg.example');
  await page.locator('input[name=email]').press('Tab');
  await page.locator('input[name=company]').fill(company);
  await page.locator('input[name=company]').press('Tab');
}

/** Types a line into the row at the end. */
export async function typeLine(page, name, quantity, price) {
  await page.locator('crossfoot-editor').getByPlaceholder('Add a line').first().click();
  for (const text of [name, quantity, price]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

/** A step by its button, confirmed where it asks. */
export async function takeStep(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('dialog [data-confirm]').click();
  await page.locator('dialog').waitFor({ state: 'detached' });
}

/** An entry of the document's own menu. */
export async function chooseMore(page, name) {
  await page.locator('.doc-actions').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Waits until all is stored, also what a box takes only at the next pause. */
export async function saved(page) {
  await page.getByText('Saved in this browser').waitFor();
  await rest(page, 250);
  await page.getByText('Saved in this browser').waitFor();
}

/** All entries of a store of the workspace's database. */
export function stored(page, store) {
  return page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('crossfoot-workspace');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result);
          };
          all.onerror = () => reject(all.error);
        };
      }),
    store,
  );
}

/** A pause with its reason: what a person reads before going on. */
export function status(page) {
  return page.locator('.doc-title .chip').innerText();
}
