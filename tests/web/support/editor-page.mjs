// One page with an editor, and words for what a test asks of it.
import { openEditor } from './browser.mjs';

export { startSuite, suiteOfFile } from './suite.mjs';

/** A page of its own; `query` as in the address, `options` of the browser context. */
export async function newPage(suite, query = '?sample=none', options = {}) {
  const context = await suite.browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const { page, problems } = await openEditor(context, suite.address, query);
  return { page, problems, close: () => context.close() };
}

/** Opens a document in the editor. */
export async function openDocument(page, state) {
  await page.evaluate(async (text) => {
    const editor = document.querySelector('crossfoot-editor');
    editor.value = text;
    await editor.updateComplete;
  }, JSON.stringify(state));
}

/** The document as the editor would save it. */
export const savedDocument = async (page) =>
  JSON.parse(await page.evaluate(() => document.querySelector('crossfoot-editor').value));

/** The totals as the core has them. */
export const totalsOf = (page) =>
  page.evaluate(() => document.querySelector('crossfoot-editor').store.totals.summary);

/** What has focus inside the editor: its accessible name; 'BODY' where it was lost. */
export const focusName = (page) =>
  page.evaluate(() => {
    const inner = document.querySelector('crossfoot-editor').shadowRoot.activeElement;
    if (!inner) return document.activeElement?.tagName ?? 'BODY';
    return inner.getAttribute('aria-label') ?? inner.textContent.trim();
  });

/** The row and column that have focus. */
export const focusPlace = (page) =>
  page.evaluate(() => {
    const inner = document.querySelector('crossfoot-editor').shadowRoot.activeElement;
    const row = inner?.closest('tr[data-id]');
    if (!row) return null;
    const rows = [...row.parentElement.querySelectorAll('tr[data-id]')];
    return { row: rows.indexOf(row) + 1, column: inner.dataset.col };
  });

/** The names of the lines, top to bottom. */
export const lineNames = (page) =>
  page.evaluate(() =>
    [
      ...document
        .querySelector('crossfoot-editor')
        .shadowRoot.querySelectorAll('tr[data-id]:not(.ghost) [data-col=name]'),
    ].map((box) => box.value),
  );

/** What the status region says. */
export const statusText = async (page) =>
  (
    await page.evaluate(
      () =>
        document.querySelector('crossfoot-editor').shadowRoot.querySelector('[role=status].status')
          .textContent,
    )
  ).trim();

/** A quote with lines by name, priced 10, 20, 30, …. */
export function quoteOf(...names) {
  return {
    version: 1,
    currency: 'USD',
    date: '2026-11-22',
    lines: names.map((name, index) => ({
      id: `l${index + 1}`,
      type: 'item',
      name,
      unitPrice: String((index + 1) * 10),
    })),
  };
}
