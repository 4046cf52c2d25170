// Columns of one's own, and what stays in sight where there are more columns than fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
} from '../support/editor-page.mjs';
import { typeSlowly } from '../support/typing.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

const own = async (page) =>
  ((await savedDocument(page)).custom?.columns ?? []).map(({ label }) => label);
const newName = (page) => page.getByLabel('Name of the new column');

// ED-3.15
test('a column of one’s own is added by Enter or Done, named once, renamed and removed', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await page.locator('[data-tool=columns]').click();
  await newName(page).click();
  await page.keyboard.type('Colour', { delay: 30 });
  await page.keyboard.press('Enter');
  assert.deepEqual(await own(page), ['Colour']);
  await newName(page).click();
  await page.keyboard.type('colour ', { delay: 30 });
  await page.getByRole('button', { name: 'Done' }).click();
  assert.match(await page.locator('dialog').innerText(), /There is a column of this name/);
  assert.deepEqual(await own(page), ['Colour']);
  await newName(page).click();
  await typeSlowly(page, 'Size', 30, null);
  await page.getByRole('button', { name: 'Done' }).click();
  assert.deepEqual(await own(page), ['Colour', 'Size']);

  const [{ id }] = (await savedDocument(page)).custom.columns;
  await page.locator(`tr[data-id=l1] [data-col="custom.${id}"]`).click();
  await typeSlowly(page, 'Red', 30);
  await page.locator('[data-tool=columns]').click();
  await page.getByLabel('Name of the column Colour').click();
  await typeSlowly(page, 'Shade', 30);
  assert.deepEqual(await own(page), ['Shade', 'Size']);
  assert.equal((await savedDocument(page)).lines[0].custom[id], 'Red');

  await page.getByRole('button', { name: 'Remove Size' }).click();
  assert.deepEqual(await own(page), ['Shade'], 'nothing was in it');
  await page.getByRole('button', { name: 'Remove Shade' }).click();
  assert.match(await page.locator('dialog').innerText(), /Shade holds something in 1 line/);
  assert.deepEqual(await own(page), ['Shade']);
  await page.locator('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  assert.deepEqual(await own(page), []);
  assert.equal((await savedDocument(page)).lines[0].custom?.[id], undefined);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('tr[data-id=l1] [data-col=name]').click();
  await page.keyboard.press('Control+z');
  assert.equal((await savedDocument(page)).lines[0].custom[id], 'Red');
  await close();
});

// ED-7.1
test('with more columns than fit, the name and the amount of a line and what is wrong stay in sight', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    viewport: { width: 900, height: 700 },
  });
  const state = quoteOf('Design', 'Build');
  state.lines[1].unitPrice = 'none';
  state.lines.push({ id: 's', type: 'section', name: 'Work' });
  state.custom = {
    columns: ['One', 'Two', 'Three', 'Four'].map((label) => ({ id: label, label })),
  };
  await openDocument(page, state);
  const scroller = page.locator('.table-scroll');
  const inSight = (selector) =>
    page.evaluate((wanted) => {
      const { shadowRoot } = document.querySelector('crossfoot-editor');
      const view = shadowRoot.querySelector('.table-scroll').getBoundingClientRect();
      const each = shadowRoot.querySelector(wanted).getBoundingClientRect();
      const x = each.left + each.width / 2;
      const hit = shadowRoot.elementFromPoint(x, each.top + each.height / 2);
      const cell = shadowRoot.querySelector(wanted).closest('td, th');
      return each.left >= view.left - 1 && each.right <= view.right + 1 && cell.contains(hit);
    }, selector);
  const kept = [
    'tr[data-id=l1] [data-col=name]',
    'tr[data-id=l1] .amount[data-col=net]',
    'tr[data-id=s] [data-col=name]',
    'tr[data-id=s] [data-sum=net]',
    '.line-issues',
  ];
  for (const share of [0, 0.5, 1]) {
    await scroller.evaluate((view, at) => {
      view.scrollLeft = (view.scrollWidth - view.clientWidth) * at;
    }, share);
    await eventually(async () => {
      for (const each of kept) assert.ok(await inSight(each), `${each} at ${share}`);
    });
  }
  const column = page.locator('tr[data-id=l1] [data-col=discount]');
  await column.focus();
  await eventually(async () => assert.ok(await inSight('tr[data-id=l1] [data-col=discount]')));
  await close();
});
