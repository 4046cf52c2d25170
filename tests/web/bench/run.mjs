// Opens 10 000 lines in our editor, in AG Grid Community and in Tabulator, in one run of one browser,
// and measures from an edit to the clean layout after it. One line each.
//
// Into ours real keys are pressed, and the time runs from the box's `input` event, before anybody has
// heard it, to the layout after all have. The rivals take a value only when a cell is left, which
// redraws more: theirs runs from the call that sets the value, their shortest way.
import { newPage, openDocument, startSuite } from '../support/editor-page.mjs';
import { longQuote } from '../support/states.mjs';
import { serveSite } from '../support/site.mjs';

const EDITS = 200;
const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)];
const MEASURED = [
  ['p50', 0.5],
  ['p95', 0.95],
];
const line = (name, opened, times) =>
  `${name.padEnd(22)} first layout ${opened.toFixed(0).padStart(5)} ms   edit to layout p50 ` +
  `${at(times, 0.5).toFixed(2).padStart(6)} ms   p95 ${at(times, 0.95).toFixed(2).padStart(6)} ms`;

/** Between two edits the page is painted, as it is between two keys. */
const PAUSE_MS = 20;

/** Edits in the page until clean layout; `edit` is the text of a function of the number. */
const measure = (page, edit) =>
  page.evaluate(
    async ([count, pause, source]) => {
      const change = new Function(`return ${source}`)();
      const times = [];
      for (let edit = 0; edit < count + 20; edit++) {
        const start = performance.now();
        await change((edit % 50) + 2);
        document.body.getBoundingClientRect();
        if (edit >= 20) times.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, pause));
      }
      return times;
    },
    [EDITS, PAUSE_MS, edit],
  );

/** Types into the quantity of the first line: a digit, and takes it away again. */
async function typeAndMeasure(page) {
  await page.evaluate(() => {
    const editor = document.querySelector('crossfoot-editor');
    window.times = [];
    let start = 0;
    const isTyped = (event) => event instanceof InputEvent;
    const begin = (event) => {
      if (isTyped(event)) start = performance.now();
    };
    const end = async (event) => {
      if (!isTyped(event)) return;
      await editor.updateComplete;
      document.body.getBoundingClientRect();
      window.times.push(performance.now() - start);
    };
    window.addEventListener('input', begin, { capture: true });
    window.addEventListener('input', (event) => void end(event));
  });
  await page.locator('tr[data-id] [data-col=quantity]').first().focus();
  await page.keyboard.press('End');
  for (let key = 0; key < EDITS + 20; key++) {
    await page.keyboard.press(key % 2 ? 'Backspace' : String((key % 9) + 1));
    await page.waitForTimeout(PAUSE_MS);
  }
  return (await page.evaluate(() => window.times)).slice(20);
}

const suite = await startSuite();
const { page, close } = await newPage(suite, '?sample=none', { bypassCSP: true });
const text = JSON.stringify(longQuote(10_000));
await openDocument(page, longQuote(10));
const opened = await page.evaluate(async (state) => {
  const editor = document.querySelector('crossfoot-editor');
  const start = performance.now();
  editor.value = state;
  await editor.updateComplete;
  editor.getBoundingClientRect();
  return performance.now() - start;
}, text);
await page.waitForTimeout(500);
const ours = await typeAndMeasure(page);
console.log(line('crossfoot (taxes, terms)', opened, ours));
await close();

// The engine alone in the same browser: a state's text to its priced totals.
const repository = await serveSite(new URL('../../..', import.meta.url).pathname);
const bare = await suite.browser.newPage();
await bare.goto(`${repository.address}/wasm/loader.mjs`);
const [load, parse] = await bare.evaluate(async (state) => {
  const { loadCore } = await import('/wasm/loader.mjs');
  const session = (await (await loadCore()).create()).newSession();
  const median = (work) => {
    const times = Array.from({ length: 25 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[12];
  };
  return [median(() => session.open(state)), median(() => JSON.parse(state))];
}, text);
console.log(
  `text to priced totals  crossfoot ${load.toFixed(1)} ms   JSON.parse alone ${parse.toFixed(1)} ms` +
    `   ratio ${(load / parse).toFixed(2)}`,
);
await bare.close();
await repository.close();

const site = await serveSite(process.argv[2]);
for (const [name, id] of [
  ['AG Grid Community', 'agGrid'],
  ['Tabulator', 'tabulator'],
]) {
  const rival = await suite.browser.newPage({ viewport: { width: 1200, height: 900 } });
  await rival.goto(`${site.address}/page.html`);
  await rival.waitForFunction(() => window.openRival);
  const first = await rival.evaluate((which) => {
    const start = performance.now();
    window.openRival(which);
    document.body.getBoundingClientRect();
    return performance.now() - start;
  }, id);
  await rival.waitForTimeout(1_000);
  const theirs = await measure(rival, '(value) => window.editRival(value)');
  console.log(line(name, first, theirs));
  const ratios = MEASURED.map(
    ([what, share]) => `${what} ${(at(ours, share) / at(theirs, share)).toFixed(2)}`,
  );
  console.log(
    `  ours to theirs: ${ratios.join('   ')}   first layout ${(opened / first).toFixed(2)}`,
  );
  await rival.close();
}
await site.close();
await suite.stop();
