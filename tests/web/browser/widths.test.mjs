// The table in every width: what a person can read and reach without scrolling sideways.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPage, openDocument, savedDocument, suiteOfFile } from '../support/editor-page.mjs';
import { eventually } from '../support/waiting.mjs';

const suite = suiteOfFile();

const LONG =
  'Wiederkehrende Wartung der Enterprise-Marketingautomatisierungsplattform samt Bereitschaft';

function wideDocument(kind) {
  return {
    version: 1,
    kind,
    currency: 'USD',
    date: '2026-03-01',
    taxRates: [{ id: 'full', name: 'Massachusetts sales tax', percent: '6.25' }],
    lines: [
      { id: 's', type: 'section', name: `Platform: ${LONG}` },
      {
        id: 'a',
        type: 'item',
        name: LONG,
        quantity: '12345.5',
        unitPrice: '98765.43',
        discount: { percent: '12.5' },
        taxRateIds: ['full'],
        sku: 'MH-ENT-2026',
        unit: 'month',
        cost: '40000',
        billing: { frequency: 'monthly', term: 'P1Y' },
      },
      { id: 'b', type: 'item', name: 'Seat', quantity: '3', unitPrice: '75' },
    ],
  };
}

/** The controls of the lines that are not whole within the table's view, or lie below another one. */
const outOfSight = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    const view = shadowRoot.querySelector('.table-scroll').getBoundingClientRect();
    const isCut = (box) =>
      (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1) ||
      (box.localName === 'textarea' && box.scrollHeight > box.clientHeight + 1);
    const wrong = [];
    for (const each of shadowRoot.querySelectorAll('tbody tr[data-id] [data-col]')) {
      const shown = each.querySelector('[data-drawn]') ?? each;
      const box = shown.getBoundingClientRect();
      if (box.width === 0) continue;
      if (box.left < view.left - 13 * 16 || box.right > view.right + 1)
        wrong.push(each.dataset.col);
      else if (isCut(each)) wrong.push(`${each.dataset.col} is cut`);
      else {
        each.scrollIntoView({ block: 'center' });
        const now = shown.getBoundingClientRect();
        const hit = shadowRoot.elementFromPoint(now.right - 6, now.top + now.height / 2);
        if (hit !== null && !each.contains(hit) && !hit.contains(each))
          wrong.push(`${each.dataset.col} is covered by ${hit.className || hit.tagName}`);
      }
    }
    return wrong;
  });

// ED-3.22
for (const kind of ['quote', 'deal', 'invoice']) {
  test(`nothing of a ${kind}'s lines is cut, covered or out of sight between 320 and 1440 px`, async () => {
    const { page, problems, close } = await newPage(suite);
    await openDocument(page, wideDocument(kind));
    await page.locator('tr[data-id=b]').waitFor();
    for (const width of [320, 390, 640, 700, 768, 834, 900, 1024, 1180, 1280, 1366, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await eventually(async () => assert.deepEqual(await outOfSight(page), [], `at ${width} px`));
      const { wide, room } = await page.evaluate(() => {
        const view = document
          .querySelector('crossfoot-editor')
          .shadowRoot.querySelector('.table-scroll');
        return { wide: view.scrollWidth, room: view.clientWidth };
      });
      assert.ok(wide <= room + 1, `${wide} in ${room} at ${width} px`);
    }
    assert.deepEqual(problems, []);
    await close();
  });
}

// ED-3.22
test('a name that is typed longer than its column wraps as one line and is kept as one', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, wideDocument('quote'));
  const name = page.locator('tr[data-id=b] [data-col=name]');
  await name.click();
  await page.keyboard.press('End');
  const before = (await name.boundingBox()).height;
  await page.keyboard.type(` ${LONG} ${LONG}`, { delay: 5 });
  const { height } = await name.boundingBox();
  assert.ok(height > before * 2, `${height} after ${before}`);
  assert.equal(await name.evaluate((box) => box.scrollHeight <= box.clientHeight + 1), true);
  await page.keyboard.press('Enter');
  await page.locator('tr.ghost [data-col=name]:focus').waitFor();
  const { lines } = await savedDocument(page);
  assert.equal(lines[2].name, `Seat ${LONG} ${LONG}`);
  await close();
});

// ED-3.22
test('what is typed below the name counts as beside it, and Tab goes through both', async () => {
  const { page, close } = await newPage(suite);
  await page.setViewportSize({ width: 768, height: 900 });
  await openDocument(page, wideDocument('quote'));
  await page.locator('tr[data-id=b] [data-col=unitPrice]').click();
  await page.keyboard.press('Tab');
  await page.keyboard.type('10%', { delay: 60 });
  await page.keyboard.press('Tab');
  assert.equal(
    await page.evaluate(
      () => document.querySelector('crossfoot-editor').shadowRoot.activeElement.dataset.col,
    ),
    'taxes',
  );
  assert.deepEqual((await savedDocument(page)).lines[2].discount, { percent: '10' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('tr[data-id=b] td.c-number:not(.folded) [data-col=discount]').waitFor();
  await close();
});

// ED-3.22
test('in another width the cell in hand stays in sight, with all that was typed', async () => {
  const { page, close } = await newPage(suite);
  const lines = Array.from({ length: 40 }, (_, at) => ({
    ...wideDocument('quote').lines[1],
    id: `x${at}`,
  }));
  await page.setViewportSize({ width: 1024, height: 768 });
  await openDocument(page, { ...wideDocument('quote'), lines });
  await page.locator('tr[data-id=x30] [data-col=quantity]').click();
  await page.keyboard.type('12', { delay: 60 });
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
  ]) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction(() => {
      const { activeElement } = document.querySelector('crossfoot-editor').shadowRoot;
      const { top, bottom } = activeElement.getBoundingClientRect();
      return activeElement.dataset.col === 'quantity' && top > 0 && bottom < innerHeight;
    });
  }
  await page.keyboard.type('.5', { delay: 60 });
  await page.keyboard.press('Enter');
  await page.locator('tr[data-id=x31] [data-col=quantity]:focus').waitFor();
  assert.equal((await savedDocument(page)).lines[30].quantity, '12.5');
  await close();
});

// ED-3.22
test('what can be done to selected lines is in sight on a phone, and a pasted name ends where it ends', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    viewport: { width: 390, height: 844 },
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDocument(page, wideDocument('quote'));
  await page.evaluate(() => navigator.clipboard.writeText('Pasted name\r\n'));
  await page.locator('tr[data-id=b] [data-col=name]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Tab');
  assert.equal((await savedDocument(page)).lines[2].name, 'Pasted name');
  await page.locator('tr[data-id=b] .rownum').click();
  await page.locator('.toolbar .count').waitFor();
  for (const name of ['Duplicate', 'Delete', 'Clear selection']) {
    const button = page.locator('.toolbar').getByRole('button', { name, exact: true });
    const { x, width } = await button.boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${name}: ${x}, ${width}`);
  }
  await close();
});
