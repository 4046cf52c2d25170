// The goldens of examples/: what a released document costs must not change unseen, and the native
// program and the WebAssembly module must say the same, byte for byte.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLines, run } from './command-lines.mjs';
import { exampleNames, goldenText, goldenViews, stateText } from './examples.mjs';

const SUMMARY_ONLY = '08-university-supplies';

/** A golden in the form the core prints: its members are in order, only the layout differs. */
const normalForm = (name) => JSON.stringify(JSON.parse(goldenText(name)));

/** What of a priced view the golden keeps. */
function kept(name, viewText) {
  if (name !== SUMMARY_ONLY) return viewText;
  const { digest, summary } = JSON.parse(viewText);
  return JSON.stringify({ digest, summary });
}

for (const [what, program] of Object.entries(commandLines)) {
  for (const name of exampleNames()) {
    // ST-2.1, ST-2.4, ST-2.5
    test(`${what}: ${name} is priced as its golden says, byte for byte`, async () => {
      const { text, code, complaint } = run(program, ['price', '--digest'], await stateText(name));
      assert.equal(code, 0, complaint || text);
      assert.equal(kept(name, text), normalForm(name));
    });
  }
}

test('the examples cover every kind of document', async () => {
  const kinds = new Set();
  for (const name of exampleNames()) kinds.add(JSON.parse(await stateText(name)).kind);
  assert.deepEqual([...kinds].sort(), [
    'creditMemo',
    'deal',
    'invoice',
    'paymentLink',
    'quote',
    'subscription',
  ]);
});

test('the large order has 2 000 lines and is the same every time', async () => {
  const text = await stateText(SUMMARY_ONLY);
  assert.equal(text, await stateText(SUMMARY_ONLY));
  const items = JSON.parse(text).lines.filter((line) => line.type !== 'section');
  assert.equal(items.length, 2000);
});

// ST-2.2
test('the digest of a golden is the SHA-256 of the rest of it, less the issues', () => {
  for (const { name, view } of goldenViews()) {
    const { digest, issues, ...proven } = view;
    assert.ok(Array.isArray(issues));
    const hash = createHash('sha256').update(JSON.stringify(proven)).digest('hex');
    assert.equal(digest, `sha256:${hash}`, name);
  }
});

test('the sum worked out by hand in each source stands in its golden', () => {
  for (const name of exampleNames()) {
    const source = readFileSync(
      new URL(`../../examples/${name}/source.md`, import.meta.url),
      'utf8',
    );
    const { summary, balance } = JSON.parse(goldenText(name));
    const byHand = source.slice(source.indexOf('## By hand'));
    const figures = new Set(byHand.match(/\*\*[0-9.]+\*\*/g)?.map((bold) => bold.slice(2, -2)));
    assert.ok(figures.has(summary.dueNow), `${name}: due now ${summary.dueNow}`);
    if (summary.total !== null && summary.total !== summary.dueNow) {
      assert.ok(figures.has(summary.total), `${name}: total ${summary.total}`);
    }
    if (balance) assert.ok(figures.has(balance.due), `${name}: balance ${balance.due}`);
  }
});
