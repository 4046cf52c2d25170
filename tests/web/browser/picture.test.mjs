// ED-3.10: the picture of a line: chosen, shown, taken back, refused with a reason.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  startSuite,
} from '../support/editor-page.mjs';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let suite;
let folder;
before(async () => {
  suite = await startSuite();
  folder = mkdtempSync(join(tmpdir(), 'crossfoot-picture-'));
  writeFileSync(join(folder, 'red.png'), PNG);
  writeFileSync(join(folder, 'letter.png'), 'Dear Sir or Madam');
});
after(async () => {
  await suite.stop();
  rmSync(folder, { recursive: true, force: true });
});

const editor = (page) => page.locator('crossfoot-editor');
const pictureOf = async (page) => (await savedDocument(page)).lines[0].imageUrl;

/** Opens the dialog of the first line by its menu. */
async function openPicture(page) {
  await editor(page).locator('tr[data-id] [data-col=actions]').first().click();
  await page.getByRole('menuitem', { name: 'Picture…' }).click();
  await editor(page).getByRole('button', { name: 'Choose a picture…' }).waitFor();
}

async function choose(page, name) {
  const button = editor(page).getByRole('button', { name: 'Choose a picture…' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(join(folder, name));
}

test('a picture is chosen from a file, shown, undone, and taken out', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await openPicture(page);
  assert.equal(await editor(page).locator('.line-picture img').count(), 0);
  await choose(page, 'red.png');
  await editor(page).locator('.line-picture img[alt=Design]').waitFor();
  assert.match(await pictureOf(page), /^data:image\/png;base64,/);
  await page.getByRole('button', { name: 'Done' }).click();
  assert.match(
    await editor(page)
      .locator('[data-tool=more]')
      .evaluate((each) => {
        const { steps } = each.getRootNode().host.store.history();
        return steps.at(-1).label;
      }),
    /picture\.title/,
  );
  await page.keyboard.press('Control+z');
  assert.equal(await pictureOf(page), undefined);
  await page.keyboard.press('Control+Shift+z');
  await openPicture(page);
  await editor(page).getByRole('button', { name: 'Without a picture' }).click();
  assert.equal(await pictureOf(page), undefined);
  assert.equal(await editor(page).locator('.line-picture img').count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

test('a file that is no picture is refused with its name, and the former stays', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await openPicture(page);
  await choose(page, 'red.png');
  await editor(page).locator('.line-picture img').waitFor();
  const before = await pictureOf(page);
  await choose(page, 'letter.png');
  const said = await editor(page).locator('.line-picture [role=alert]').innerText();
  assert.match(said, /“letter\.png” cannot be read as a picture/);
  assert.equal(await pictureOf(page), before);
  await close();
});

test('who may not edit details is not offered it', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.evaluate(() => {
    document.querySelector('crossfoot-editor').capabilities = { editDetails: false };
  });
  await editor(page).locator('tr[data-id] [data-col=actions]').first().click();
  const item = page.getByRole('menuitem', { name: 'Picture…' });
  assert.ok((await item.isDisabled()) || (await item.getAttribute('aria-disabled')) === 'true');
  await close();
});
