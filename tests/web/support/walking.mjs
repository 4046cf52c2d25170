// What the walks of all pages share: who walks, and a core of its own that says what counts.
import { openEditor } from './browser.mjs';
import { COUNTED } from './walked-documents.mjs';
import { installWalk } from './walk-in-page.mjs';

/** Each run types at another speed and leaves by another key. */
export const seed = Number(process.env.CROSSFOOT_SEED ?? new Date().getDate());
/** Every box at every speed with every key. */
export const everything = process.env.CROSSFOOT_EVERYTHING === '1';

/** All of them, or so many of them that the next run takes others. */
export const some = (all, count) =>
  everything ? all : all.map((_, at) => all[(at + seed * count) % all.length]).slice(0, count);

/** A browser of somebody in the United States who walks; the system's print dialog stays closed. */
export async function newContext(browser) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 1000 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(installWalk);
  await context.addInitScript(() => (globalThis.print = () => undefined));
  return context;
}

/** Leaves whatever is open; what was typed there and would be lost is given up. */
export async function escape(page) {
  for (let at = 0; at < 3; at++) {
    await page.keyboard.press('Escape');
    const discard = page.locator('[data-discard]').first();
    if (await discard.isVisible()) await discard.click();
  }
}

/** The amounts that are shown below `selector` and that the core did not count. */
export async function uncounted(page, selector, answers) {
  const shown = await page.evaluate((below) => globalThis.walk.amountsIn(below), selector);
  return COUNTED.missing(shown, answers).map((amount) => `${amount} is shown and not counted`);
}

/** A core of its own, that never saw what the page did: it answers for a document. */
export async function newCore(context, address) {
  const { page } = await openEditor(context, address, '?sample=none');
  return (state) =>
    page.evaluate((text) => {
      const editor = document.querySelector('crossfoot-editor');
      editor.open(text);
      const { engine, currency } = editor.store;
      const ask = (get, more = {}) => engine.query({ get, ...more });
      // The schedule is shown as the totals are: net and tax apart, also where prices contain the tax.
      const payments = ask('schedule').schedule ?? [];
      const lists = payments.flatMap(({ net, tax, taxIncluded }) => [
        [net, taxIncluded.startsWith('-') ? taxIncluded.slice(1) : `-${taxIncluded}`],
        [tax, taxIncluded],
      ]);
      const apart = engine.call('sum', { currency, lists });
      return [
        apart,
        ...['view', 'summary', 'taxes', 'metrics', 'document'].map((get) => ask(get)),
        ask('schedule', { lines: true }),
        ask('subscriptions', { on: new Date().toISOString().slice(0, 10) }),
        ask('rows', { from: 0, count: 100 }),
      ];
    }, JSON.stringify(state));
}
