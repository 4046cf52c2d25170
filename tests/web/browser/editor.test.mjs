// What the editor promises beyond keys: fields, errors, paste, totals, forms, long tables, rights.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  focusName,
  focusPlace,
  lineNames,
  newPage,
  openDocument,
  quoteOf,
  savedDocument,
  suiteOfFile,
  statusText,
  totalsOf,
} from '../support/editor-page.mjs';
import { longQuote } from '../support/states.mjs';
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

const editorCall = (page, call) => page.evaluate(call);
const settle = (page) =>
  page.evaluate(() => document.querySelector('crossfoot-editor').updateComplete);

// ED-6.3
test('the page runs under a strict policy without a violation, and asks nobody else for anything', async () => {
  const context = await suite.browser.newContext();
  const page = await context.newPage();
  const asked = [];
  const refused = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(event.violatedDirective),
    );
  });
  await page.goto(`${suite.address}/index.html`);
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
  await page.locator('[data-tool=more]').click();
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(refused, []);
  assert.deepEqual([...new Set(asked)], [suite.address]);
  await context.close();
});

// ED-7.1
test('every field’s name says its column, its unit and its row', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  for (const name of [
    'Item, line 2: Build',
    'Quantity, line 2: Build',
    'Unit price in USD, line 2: Build',
    'Discount in %, line 2: Build',
    'Actions, line 2: Build',
  ]) {
    assert.equal(await page.getByLabel(name, { exact: true }).count(), 1, name);
  }
  const roles = await editorCall(page, () => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    const table = shadowRoot.querySelector('table.lines');
    return {
      caption: table.caption.textContent.trim(),
      columns: [...table.tHead.querySelectorAll('th')].every((head) => head.scope === 'col'),
      rows: [...table.tBodies[0].querySelectorAll('tr.item th')].every(
        (head) => head.scope === 'row',
      ),
    };
  });
  assert.deepEqual(roles, { caption: 'Lines', columns: true, rows: true });
  await close();
});

// ED-4.1, ED-6.4
test('the totals follow every keystroke', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const seen = [];
  await page.getByLabel('Unit price in USD, line 1: Design').focus();
  for (const key of ['1', '2', '.', '5']) {
    await page.keyboard.press(key);
    await settle(page);
    const amount = await page.locator('.total-line.grand .amount bdi').textContent();
    seen.push(amount.trim());
  }
  assert.deepEqual(seen, ['$1.00', '$12.00', '$12.00', '$12.50']);
  assert.equal(await page.getByLabel('Unit price in USD, line 1: Design').inputValue(), '12.5');
  await page.keyboard.press('Tab');
  assert.equal(await page.getByLabel('Unit price in USD, line 1: Design').inputValue(), '12.50');
  await close();
});

// ST-3.3
test('typing in one field is one step of undo', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.getByLabel('Unit price in USD, line 1: Design').fill('');
  await page.keyboard.type('1234.5');
  await page.keyboard.press('Tab');
  assert.equal((await totalsOf(page)).dueNow, '1234.50');
  await page.keyboard.press('Control+z');
  assert.equal((await totalsOf(page)).dueNow, '10.00');
  await close();
});

test('the page hears of each keystroke by `input`, and of a finished field by `change`', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await editorCall(page, () => {
    window.heard = [];
    for (const type of ['input', 'change', 'crossfoot-change']) {
      document.querySelector('main').addEventListener(type, () => window.heard.push(type));
    }
  });
  await page.getByLabel('Unit price in USD, line 1: Design').focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  const heard = await page.evaluate(() => window.heard);
  assert.equal(heard.filter((type) => type === 'crossfoot-change').length, 2);
  assert.equal(heard.filter((type) => type === 'change').length, 1);
  assert.equal(heard.at(-1), 'change');
  await close();
});

// ED-1.3, ED-5.1
test('an unclear number is refused at its field, with the likely one to take', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const price = page.getByLabel('Unit price in USD, line 1: Design');
  await price.fill('1,5');
  await page.keyboard.press('Tab');
  assert.equal(await price.inputValue(), '1,5');
  assert.equal(await price.getAttribute('aria-invalid'), 'true');
  const words = await price.getAttribute('aria-describedby');
  const message = await page.locator(`#${words}`).textContent();
  assert.match(message, /“1,5” is not clear as a number\. Did you mean 1\.5\?/);
  assert.equal((await totalsOf(page)).dueNow, '0.00');
  assert.equal((await savedDocument(page)).lines[0].unitPrice, '1,5');
  await page.getByRole('button', { name: 'Use 1.5' }).click();
  assert.equal((await totalsOf(page)).dueNow, '1.50');
  assert.equal(await price.getAttribute('aria-invalid'), null);
  assert.deepEqual(await focusPlace(page), { row: 1, column: 'unitPrice' });
  await close();
});

// ED-1.4, ST-3.2
test('text that another locale would take for a number is never stored as one', async () => {
  const { page, close } = await newPage(suite, '?sample=none&locale=de-DE');
  await openDocument(page, quoteOf('Entwurf'));
  const price = page.getByLabel('Unit price in USD, line 1: Entwurf');
  await price.fill('1.5');
  await page.keyboard.press('Tab');
  assert.equal(await price.inputValue(), '1.5');
  assert.equal((await totalsOf(page)).dueNow, '0.00');
  await price.fill('1.234,50');
  await page.keyboard.press('Tab');
  assert.equal((await totalsOf(page)).dueNow, '1234.50');
  await close();
});

// ED-1.2
test('the wheel over a number changes nothing', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.getByLabel('Quantity, line 1: Design').click();
  await page.mouse.wheel(0, 300);
  assert.equal((await totalsOf(page)).dueNow, '10.00');
  await close();
});

// ED-3.4
test('pasted rows are shown first, go in as one step, and leave as one', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await editorCall(page, () =>
    document
      .querySelector('crossfoot-editor')
      .importText('Item\tQty\tPrice\nSeat\t3\t11.90\nDesk\t1\t240\nLamp\tmany\t7\n'),
  );
  await eventually(async () =>
    assert.match(
      await page.locator('.paste-count').textContent(),
      /2 rows ready.*1 row has a problem/,
    ),
  );
  await page.getByRole('button', { name: 'Insert 2 rows' }).click();
  assert.deepEqual(await lineNames(page), ['Design', 'Seat', 'Desk']);
  assert.equal((await totalsOf(page)).dueNow, '285.70');
  assert.notEqual(await focusName(page), 'BODY');
  await page.keyboard.press('Control+z');
  assert.deepEqual(await lineNames(page), ['Design']);
  await close();
});

test('a block on the clipboard opens the preview, a single value does not', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const paste = (text) =>
    page.evaluate((value) => {
      const { shadowRoot } = document.querySelector('crossfoot-editor');
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      const event = new ClipboardEvent('paste', {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      shadowRoot.activeElement.dispatchEvent(event);
      return event.defaultPrevented;
    }, text);
  await page.getByLabel('Quantity, line 1: Design').focus();
  assert.equal(await paste('5'), false);
  assert.equal(await paste('Seat\t3\nDesk\t1'), true);
  await page.locator('dialog[open] table.preview').waitFor();
  await close();
});

// ED-3.3
test('removed lines wait in a strip and come back where they were', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  await page.getByLabel('Item, line 2: Two').focus();
  await page.keyboard.press('Alt+Shift+Delete');
  assert.match(await statusText(page), /^Deleted Two\. Undo: /);
  await page.getByRole('button', { name: 'Restore Two' }).click();
  assert.deepEqual(await lineNames(page), ['One', 'Two', 'Three']);
  assert.equal(await page.getByRole('button', { name: 'Restore Two' }).count(), 0);
  await close();
});

// ED-4.4
test('the total is said once, as a whole phrase, after typing has stopped', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await rest(page, 1200);
  await editorCall(page, () => {
    window.said = [];
    const region = document.querySelector('crossfoot-editor').shadowRoot.querySelector('.status');
    new MutationObserver(() => window.said.push(region.textContent.trim())).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await page.getByLabel('Unit price in USD, line 1: Design').fill('');
  await page.keyboard.type('1234', { delay: 60 });
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await eventually(async () =>
    assert.deepEqual(await page.evaluate(() => window.said), ['Total $1,234.00, 1 line']),
  );
  await rest(page, 1400);
  assert.deepEqual(await page.evaluate(() => window.said), ['Total $1,234.00, 1 line'], 'once');
  await page.keyboard.press('Alt+Shift+s');
  await eventually(async () => assert.match(await statusText(page), /^Total \$1,234\.00, 1 line/));
  await close();
});

// ED-4.4
test('the total of what is typed as soon as a document is open is said as any other', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await page.getByLabel('Quantity, line 1: Design').click();
  await page.keyboard.type('3', { delay: 60 });
  await page.locator('.status', { hasText: 'Total $30.00, 1 line' }).waitFor();
  await close();
});

// ED-4.2
test('“why this number?” gives the core’s steps for a total and for a line', async () => {
  const { page, close } = await newPage(suite);
  const state = quoteOf('Design');
  state.lines[0] = { ...state.lines[0], unitPrice: '11.9', discount: { percent: '15' } };
  await openDocument(page, state);
  await page.locator('.total-line.grand button').click();
  assert.match(await page.locator('.explain').textContent(), /Why \$10\.11\?/);
  await page.keyboard.press('Escape');
  await page.locator('tr.item [data-col=net]').click();
  const words = async () =>
    (await page.locator('.explain').textContent()).replace(/\s+/g, ' ').trim();
  // Signs and order as one writes it, the result below, zeros left out.
  assert.match(await words(), /List price 11\.90 − Discount 15% 1\.79 = Amount 10\.11/);
  // A part leads to its own calculation, by the keyboard, and back again.
  await page.getByRole('button', { name: 'Why 1.79? Discount 15%' }).focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.match(
    await words(),
    /Why \$1\.79\? List price 11\.90 × Percent 15% exactly 1\.785, rounded to 1\.79 = Discount in percent 1\.79/,
  );
  await page.getByRole('button', { name: 'Back' }).focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.match(await words(), /= Amount 10\.11/);
  await page.keyboard.press('Escape');
  await close();
});

// ED-6.2
test('the element is a control of a plain form: value, validity, label, reset', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  const result = await editorCall(page, async () => {
    const editor = document.querySelector('crossfoot-editor');
    const form = document.createElement('form');
    editor.replaceWith(form);
    form.append(editor);
    await editor.updateComplete;
    const valid = editor.checkValidity();
    const before = JSON.parse(new FormData(form).get('document')).lines.length;
    editor.store.run({ op: 'set', path: '/lines/l1/unitPrice', value: 'x' });
    await editor.updateComplete;
    const invalid = form.checkValidity();
    editor.store.run({ op: 'remove', list: 'lines', ids: ['l1'] });
    await editor.updateComplete;
    const empty = JSON.parse(new FormData(form).get('document')).lines?.length ?? 0;
    form.reset();
    await editor.updateComplete;
    return { valid, before, invalid, empty, names: editor.store.ids };
  });
  assert.deepEqual(result, { valid: true, before: 1, invalid: false, empty: 0, names: ['l1'] });
  await editorCall(page, () => {
    const label = document.createElement('label');
    label.textContent = 'Order';
    const editor = document.querySelector('crossfoot-editor');
    editor.id = 'order';
    label.htmlFor = 'order';
    document.querySelector('form').prepend(label);
  });
  await page.getByText('Order', { exact: true }).click();
  assert.deepEqual(await focusPlace(page), { row: 1, column: 'name' });
  await close();
});

// ED-2.4
test('what the host forbids is not offered, and not carried out', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design', 'Build'));
  await editorCall(page, async () => {
    const editor = document.querySelector('crossfoot-editor');
    editor.capabilities = { editPrices: false, removeLines: false, addCustomLines: false };
    await editor.updateComplete;
  });
  assert.equal(
    await page.getByLabel('Unit price in USD, line 1: Design').getAttribute('readonly'),
    '',
  );
  assert.equal(await page.getByLabel('Quantity, line 1: Design').getAttribute('readonly'), null);
  assert.equal(await page.locator('tr.ghost').count(), 0);
  await page.locator('[data-act=menu]').first().click();
  const remove = page.getByRole('menuitem', { name: 'Delete' });
  assert.equal(await remove.getAttribute('aria-disabled'), 'true');
  const refused = await editorCall(page, () => {
    const editor = document.querySelector('crossfoot-editor');
    return editor.store.run({ op: 'remove', list: 'lines', ids: ['l1'] }).error?.code;
  });
  assert.equal(refused, 'not-permitted');
  await close();
});

test('read-only text can be selected but not changed', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Design'));
  await editorCall(page, () =>
    document.querySelector('crossfoot-editor').setAttribute('readonly', ''),
  );
  await settle(page);
  await page.getByLabel('Unit price in USD, line 1: Design').focus();
  await page.keyboard.type('5');
  assert.equal((await totalsOf(page)).dueNow, '10.00');
  await close();
});

test('ten thousand lines open quickly, keep focus while scrolled away, and are found', async () => {
  const { page, problems, close } = await newPage(suite);
  await openDocument(page, longQuote(10_000));
  const rows = await page.locator('tr[data-id]').count();
  assert.ok(rows < 80, `${rows} rows are drawn`);
  const table = page.locator('table.lines');
  assert.equal(await table.getAttribute('aria-rowcount'), '10002');

  await page.locator('tr[data-id="l2"] [data-col=quantity]').focus();
  await page.locator('.table-scroll').evaluate((view) => (view.scrollTop = 200_000));
  // Other rows are drawn; the one with focus is kept beside them.
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    return [...shadowRoot.querySelectorAll('tr[data-id]')].some((row) => row.ariaRowIndex > 1000);
  });
  await rest(page, 150);
  assert.notEqual(await focusName(page), 'BODY');
  assert.match(await focusName(page), /line 2: Item 2$/);
  assert.ok((await page.locator('tr[data-id]').count()) < 90);

  await page.locator('[data-find]').fill('Item 7777');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('tr[data-id="l7777"]').getAttribute('aria-rowindex'), '7778');
  const hasFocus = (name) => eventually(async () => assert.match(await focusName(page), name));
  await page.keyboard.press('Escape');
  await hasFocus(/line 7777/);

  await page.keyboard.press('Control+End');
  await hasFocus(/line 10000/);
  await page.keyboard.press('Control+Home');
  await hasFocus(/line 1: Item 1$/);
  assert.deepEqual(problems, []);
  await close();
});

// ED-3.5
test('all ten thousand lines are on paper', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, longQuote(10_000));
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('.on-paper tbody tr').count(), 10_000);
  await close();
});

test('the focused cell is never under the pinned totals', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    viewport: { width: 1100, height: 600 },
  });
  await openDocument(page, longQuote(60));
  await page.getByLabel('Quantity, line 1: Item 1').focus();
  for (let row = 0; row < 40; row++) {
    await page.keyboard.press('ArrowDown');
    await settle(page);
    const covered = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crossfoot-editor');
      const cell = shadowRoot.activeElement.getBoundingClientRect();
      const bar = shadowRoot.querySelector('.totals-bar');
      if (getComputedStyle(bar).visibility === 'hidden') return false;
      return cell.bottom > bar.getBoundingClientRect().top + 0.5;
    });
    assert.equal(covered, false, `row ${row + 2}`);
  }
  await close();
});

// ED-7.1
test('at 320 pixels nothing scrolls sideways', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    viewport: { width: 320, height: 700 },
  });
  const state = quoteOf('Design with a rather long name', 'Build');
  state.adjustments = [{ id: 'a', type: 'fee', name: 'Handling', percent: '2' }];
  await openDocument(page, state);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  assert.equal(scroll, client);
  await close();
});

test('targets are at least 44 pixels for a coarse pointer', async () => {
  const { page, close } = await newPage(suite, '?sample=none', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  await openDocument(page, quoteOf('Design'));
  const small = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    return [
      ...shadowRoot.querySelectorAll(
        'tr.item button, tr.item input:not([type=checkbox]), .toolbar button',
      ),
    ]
      .filter((control) => control.checkVisibility() && !control.classList.contains('amount'))
      .map((control) => ({
        name: control.ariaLabel ?? control.textContent.trim(),
        box: control.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1 && (box.width < 43.5 || box.height < 43.5))
      .map(({ name, box }) => `${name}: ${box.width}×${box.height}`);
  });
  assert.deepEqual(small, []);
  await close();
});

// ED-3.3
test('a reload brings back the document and its undo history', async () => {
  const { page, close } = await newPage(suite, '');
  await openDocument(page, quoteOf('Design'));
  await page.getByLabel('Unit price in USD, line 1: Design').fill('77');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('77'));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady);
  await page.waitForFunction(
    () => document.querySelector('crossfoot-editor').store.totals.summary.dueNow === '77.00',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually(async () => assert.equal((await totalsOf(page)).dueNow, '10.00'));
  await close();
});

// ED-3.2
test('the handle drags a line to another place', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('One', 'Two', 'Three'));
  const handle = await page.locator('.handle').first().boundingBox();
  const target = await page.locator('tr[data-id="l3"]').boundingBox();
  await page.mouse.move(handle.x + 8, handle.y + 10);
  await page.mouse.down();
  await page.mouse.move(handle.x + 8, target.y + target.height - 6, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => assert.deepEqual(await lineNames(page), ['Two', 'Three', 'One']));
  await close();
});

test('an exact SKU and Enter take the product and go on to the next row', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf());
  await editorCall(page, async () => {
    const editor = document.querySelector('crossfoot-editor');
    editor.catalogue = [{ id: 'p1', name: 'Seat', sku: '4006381333931', unitPrice: '11.90' }];
    await editor.updateComplete;
    editor.focus();
  });
  for (let scan = 0; scan < 2; scan++) {
    await page.keyboard.type('4006381333931');
    await page.keyboard.press('Enter');
    await settle(page);
  }
  assert.deepEqual(await lineNames(page), ['Seat', 'Seat']);
  assert.equal((await totalsOf(page)).dueNow, '23.80');
  assert.deepEqual(await focusPlace(page), { row: 3, column: 'name' });
  await close();
});

// ST-1.7
test('sections show the core’s subtotal, and prices in tiers are edited in their dialog', async () => {
  const { page, close } = await newPage(suite);
  const state = quoteOf('One', 'Two');
  state.lines.unshift({ id: 's', type: 'section', name: 'Work' });
  await openDocument(page, state);
  assert.equal((await page.locator('tr.section .amount').textContent()).trim(), '30.00');
  await page.locator('tr.item [data-act=menu]').first().click();
  await page.getByRole('menuitem', { name: 'Pricing model…' }).click();
  await page.locator('dialog select').selectOption('graduated');
  await page.getByRole('button', { name: 'Add tier' }).click();
  await page.getByLabel('Up to, tier 1').fill('10');
  await page.getByLabel('Unit price, tier 2').fill('5');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByLabel('Quantity, line 1: One').fill('12');
  assert.equal((await totalsOf(page)).dueNow, '130.00');
  await close();
});

test('a ramp is made and changed in the billing terms', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, quoteOf('Seat'));
  await page.locator('[data-act=billing]').first().click();
  await page.locator('.popover select').first().selectOption('monthly');
  await page.locator('.popover select').nth(1).selectOption('ramp');
  await page.getByLabel('Payments, phase 1').fill('6');
  await page.getByLabel('Unit price, phase 2').fill('15');
  await page.keyboard.press('Tab');
  const { billing } = (await savedDocument(page)).lines[0];
  assert.deepEqual(billing.phases, [{ payments: 6, unitPrice: '10' }, { unitPrice: '15' }]);
  await page.locator('.popover select').nth(1).selectOption('fixed');
  assert.equal((await savedDocument(page)).lines[0].billing.phases, undefined);
  await close();
});
