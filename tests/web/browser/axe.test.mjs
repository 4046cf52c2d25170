// axe-core over every state, with target-size on; light, dark, narrow and right to left.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { newPage, suiteOfFile } from '../support/editor-page.mjs';
import { enterState, STATES } from '../support/states.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const suite = suiteOfFile();

/** What axe finds, one line for each element. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) =>
      window.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } },
      }),
    TAGS,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}\n${failureSummary}`),
  );
}

const LIGHT = ['in light colours', '?sample=none', {}];
const DARK = ['in dark colours', '?sample=none', { colorScheme: 'dark' }];
const NARROW = ['at 320 pixels', '?sample=none', { viewport: { width: 320, height: 720 } }];
const NARROW_DARK = [
  'in dark colours at 320 pixels',
  '?sample=none',
  { colorScheme: 'dark', viewport: { width: 320, height: 720 } },
];

/** Documents in each view; menus and dialogs wide in light and narrow in dark; long tables once. */
function viewsOf(state) {
  if (state.document.lines.length > 100) return [LIGHT];
  return state.act ? [LIGHT, NARROW_DARK] : [LIGHT, DARK, NARROW];
}

for (const state of STATES) {
  // ED-5.2, ED-7.1, ED-7.3
  test(`axe finds nothing: ${state.name}`, async () => {
    for (const [view, query, options] of viewsOf(state)) {
      const { page, close } = await newPage(suite, query, options);
      await enterState(page, state);
      assert.deepEqual(await violations(page), [], `${state.name} ${view}`);
      await close();
    }
  });
}

for (const name of ['three-lines', 'errors', 'stacked-adjustments', 'quote-seats']) {
  test(`axe finds nothing in Arabic: ${name}`, async () => {
    const { page, close } = await newPage(suite, '?sample=none&lang=ar&locale=ar-EG');
    await enterState(
      page,
      STATES.find((state) => state.name === name),
    );
    assert.deepEqual(await violations(page), []);
    await close();
  });
}
