// The built site and a browser for the tests of a file.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before } from 'node:test';
import { openWorkspace } from '../workspace-page.mjs';
import { startChromium } from './browser.mjs';
import { serveSite } from './site.mjs';

/** Where the site was built: `CROSSFOOT_WEB_DIST`, else here. */
export const BUILT = resolve(
  process.env.CROSSFOOT_WEB_DIST ?? new URL('../../../web/dist', import.meta.url).pathname,
);

/** Both, started; `stop` ends them. */
export async function startSuite() {
  const site = await serveSite(BUILT);
  const browser = await startChromium();
  const stop = async () => {
    await browser.close();
    await site.close();
  };
  return { address: site.address, browser, stop };
}

/** Both, there from the first test of the file to its last. */
export function suiteOfFile() {
  const suite = {};
  before(async () => Object.assign(suite, await startSuite()));
  after(() => suite.stop?.());
  return suite;
}

/** Does something in a workspace without any history; what the page complains of fails the test. */
export async function inWorkspace(suite, hash, work, options = {}) {
  const context = await suite.browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  try {
    const { page, problems } = await openWorkspace(context, suite.address, hash);
    await work(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}
