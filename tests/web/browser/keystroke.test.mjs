// A number typed into a line goes to the core by the keystroke path, and what it moves is written
// where it stands (ED-6.4, ED-6.5). Typed as a person does; beside it the same keys where the engine
// has no such path, so that each is a command and a drawing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPage, openDocument, suiteOfFile } from '../support/editor-page.mjs';
import { eventually, rest } from '../support/waiting.mjs';

const suite = suiteOfFile();

const state = (more = {}, rate = {}) => ({
  version: 1,
  currency: 'USD',
  date: '2026-11-22',
  taxRates: [
    { id: 't', name: 'Sales tax', percent: '8.875', ...rate },
    { id: 'u', name: 'City', percent: '1.5' },
  ],
  lines: [
    { id: 'h', type: 'section', name: 'First' },
    { id: 'a', name: 'Désk', unitPrice: '199.9', quantity: '3', taxRateIds: ['t'] },
    {
      id: 'b',
      name: 'Seat',
      unitPrice: '11.9',
      discount: { percent: '15' },
      taxRateIds: ['t', 'u'],
    },
    { id: 'i', type: 'section', name: 'Second' },
    { id: 'c', name: 'Plan', unitPrice: '20', billing: { frequency: 'monthly', payments: 12 } },
    { id: 'd', name: 'Print', unitPrice: '5', quantity: '2', discount: { amount: '1' } },
  ],
  ...more,
});

const DOCUMENTS = {
  'sections and taxes': state(),
  'taxes in the prices': state({}, { inclusive: true }),
  'a fee in percent': state({
    adjustments: [{ id: 'f', type: 'fee', name: 'Service', percent: '3' }],
  }),
  'an order discount': state({
    adjustments: [{ id: 'o', type: 'discount', name: 'Launch', percent: '10' }],
  }),
  'a floor of margin, an invoice with payments': state({
    kind: 'invoice',
    policy: { minimumMarginPercent: '20' },
    payments: [{ id: 'p', date: '2026-11-22', amount: '10' }],
  }),
};

/** The same draws for the same seed. */
function drawsOf(seed) {
  let s = seed;
  return (below) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return (s >>> 8) % below;
  };
}

const seen = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    const text = (element) => element?.textContent.replaceAll(/\s+/g, ' ').trim();
    const boxes = [...shadowRoot.querySelectorAll('tbody input')].map(({ value }) => value);
    return [
      ...['table.lines', '.totals', '.totals-bar', '.metrics', '.schedule'].map((place) =>
        text(shadowRoot.querySelector(place)),
      ),
      boxes.join('|'),
    ];
  });

/** Keys without a look at the page between them: what is written at once is read before the pause. */
const AT_ONCE = { delay: 0 };

/** What stands in the box, the amounts of its line, and what the document comes to. */
const seenAtOnce = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    const box = shadowRoot.activeElement;
    const amounts = [
      ...(box?.closest('tr')?.querySelectorAll('.amount') ?? []),
      shadowRoot.querySelector('[data-drawn="/summary/subtotal"]'),
      shadowRoot.querySelector('.total-line.grand .amount'),
      shadowRoot.querySelector('.totals-bar:not(.unneeded) strong bdi'),
    ].map((each) => each?.textContent.replaceAll(/\s+/g, ' ').trim());
    return { text: box?.value ?? '', amounts };
  });

/** What is no number counts as none after a pause, to which each browser comes in its own time. */
const isNumber = (text) => /^(\d+(\.\d+)?%?)?$/.test(text);

/** Both browsers show the same. */
async function sameAtOnce(both, message) {
  const compare = (one, other) => {
    assert.equal(one.text, other.text, message);
    // The bar repeats the total while it is out of view, which each browser tells in its own time.
    const bars = [one, other].map(({ amounts }) => amounts.at(-1));
    const end = bars.includes(undefined) ? -1 : undefined;
    assert.deepEqual(one.amounts.slice(0, end), other.amounts.slice(0, end), message);
  };
  const seenNow = await both(seenAtOnce);
  if (isNumber(seenNow[0].text)) compare(...seenNow);
  else await eventually(async () => compare(...(await both(seenAtOnce))));
}

/** How often a cell was entered before is counted in the key of a step, and depends on the browser. */
const kept = (page) =>
  page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    const history = JSON.stringify(editor.store.engine.query({ get: 'historyState' }));
    return [editor.value, JSON.parse(history.replaceAll(/("coalesce":"type:[^"]*:)\d+"/g, '$1n"'))];
  });

const openCell = (page, id, column) =>
  page.locator(`tr[data-id="${id}"] input[data-col="${column}"]`).focus();

for (const [name, document] of Object.entries(DOCUMENTS)) {
  test(`random typing by both paths: ${name}`, async () => {
    const pages = [await newPage(suite), await newPage(suite)];
    const both = (work) => Promise.all(pages.map(({ page }) => work(page)));
    await both((page) => openDocument(page, document));
    await pages[1].page.evaluate(() => {
      document.querySelector('crossfoot-editor').store.edit = () => null;
    });
    const draw = drawsOf(name.length * 7919);
    const KEYS = ['1', '2', '5', '0', '9', '.', 'Backspace', '7', '4', 'Delete', 'x', '-', '%'];
    const done = [];
    for (let cell = 0; cell < 14; cell++) {
      const id = ['a', 'b', 'c', 'd'][draw(4)];
      const column = ['quantity', 'unitPrice', 'discount'][draw(3)];
      await both((page) => openCell(page, id, column));
      if (draw(2)) await both((page) => page.keyboard.press('End'));
      for (let key = 0; key < 6; key++) {
        const pressed = KEYS[draw(draw(4) ? 10 : KEYS.length)];
        done.push(`${id} ${column} ${pressed}`);
        await both((page) => page.keyboard.press(pressed, AT_ONCE));
        await sameAtOnce(both, done.join('; '));
        // A person pauses, and what waits for a pause comes between two keys.
        if (draw(4) === 0) await pages[0].page.waitForTimeout(draw(160));
      }
      const back = [null, null, null, 'Control+z', 'Escape', 'Tab'][draw(6)];
      done.push(`${back}`);
      if (back) await both((page) => page.keyboard.press(back));
      await both((page) => rest(page, 600));
      await eventually(async () => {
        const [drawn, drawnToo] = await both(seen);
        assert.deepEqual(drawn, drawnToo, done.join('; '));
      });
      const [held, heldToo] = await both(kept);
      assert.deepEqual(held, heldToo, done.join('; '));
    }
    for (const { problems, close } of pages) {
      assert.deepEqual(problems, []);
      await close();
    }
  });
}

// ED-6.5
test('a keystroke asks the core once and draws nothing but its amounts', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(page, state());
  await openCell(page, 'a', 'quantity');
  await page.keyboard.press('4');
  await rest(page, 400);
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    const { engine } = editor.store;
    window.asked = [];
    for (const way of ['edit', 'apply', 'query', 'save']) {
      const plain = engine[way].bind(engine);
      engine[way] = (...given) => {
        window.asked.push(way);
        return plain(...given);
      };
    }
    window.addEventListener('input', () => {
      window.asked.push(editor.isUpdatePending ? 'drawing' : 'drawn');
    });
  });
  await page.keyboard.press('2', AT_ONCE);
  const asked = await page.evaluate(() => window.asked.slice(0, 3));
  // Two events: the box's own, and that of the element.
  assert.deepEqual(asked, ['edit', 'drawn', 'drawn']);
  await close();
});

test('the events of a keystroke say what was and what is', async () => {
  const { page, close } = await newPage(suite);
  await openDocument(
    page,
    state({ adjustments: [{ id: 'f', type: 'fee', name: 'F', percent: '3' }] }),
  );
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    window.told = [];
    const now = () => JSON.stringify(editor.store.engine.query({ get: 'summary' }).summary);
    const sorted = (summary) =>
      JSON.stringify(
        Object.fromEntries(Object.entries(summary).sort(([a], [b]) => (a < b ? -1 : 1))),
      );
    let before = now();
    editor.addEventListener('crossfoot-before-change', (event) => {
      window.told.push(['asked', event.detail.command.path, event.detail.command.value]);
      if (window.refuse) event.preventDefault();
    });
    editor.addEventListener('crossfoot-change', ({ detail }) => {
      window.told.push([
        'changed',
        detail.changed.lines.join(),
        detail.changed.all,
        sorted(detail.before) === before,
        sorted(detail.after) === now(),
      ]);
      before = now();
    });
  });
  await openCell(page, 'a', 'quantity');
  await page.keyboard.type('12', { delay: 20 });
  assert.deepEqual(await page.evaluate(() => window.told), [
    ['asked', '/lines/a/quantity', '1'],
    ['changed', 'a', false, true, true],
    ['asked', '/lines/a/quantity', '12'],
    ['changed', 'a', false, true, true],
  ]);
  await page.evaluate(() => (window.refuse = true));
  await page.keyboard.press('3');
  const quantity = await page.evaluate(
    () => JSON.parse(document.querySelector('crossfoot-editor').value).lines[1].quantity,
  );
  assert.equal(quantity, '12');
  await close();
});

// ED-6.4
test('while somebody goes on typing no sum is older than the pause', async () => {
  const { page, close } = await newPage(suite);
  const lines = state().lines.filter(({ id }) => ['h', 'a', 'b'].includes(id));
  await openDocument(page, state({ lines }));
  await openCell(page, 'a', 'unitPrice');
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossfoot-editor');
    const digits = (place) => shadowRoot.querySelector(place).textContent.replace(/[^\d.,]/g, '');
    window.samples = [];
    window.sampling = setInterval(() => {
      window.samples.push({
        at: performance.now(),
        subtotal: digits('[data-drawn="/summary/subtotal"]'),
        section: digits('tr.section .section-subtotal'),
      });
    }, 10);
  });
  await rest(page, 60);
  for (let i = 0; i < 45; i++) await page.keyboard.press(i % 2 ? 'Backspace' : '5', { delay: 30 });
  await rest(page, 250);
  const samples = await page.evaluate(() => {
    clearInterval(window.sampling);
    return window.samples;
  });
  assert.ok(new Set(samples.map(({ section }) => section)).size > 1, 'the section follows');
  // What the section shows was the subtotal a moment ago; a busy machine may take a little longer.
  const old = samples.filter(
    ({ at, section }) =>
      !samples.some((one) => one.at <= at && one.at > at - 300 && one.subtotal === section),
  );
  assert.deepEqual(old, []);
  assert.equal(samples.at(-1).section, samples.at(-1).subtotal);
  await close();
});
