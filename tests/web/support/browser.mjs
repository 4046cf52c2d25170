// The Chromium of the machine, driven by playwright-core.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts a browser without a window. */
export function startChromium() {
  const executablePath = process.env.CROSSFOOT_CHROMIUM ?? PATHS.find((path) => existsSync(path));
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Opens the page with one editor and waits until it can be used. */
export async function openEditor(context, address, query = '') {
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(`${address}/index.html${query}`);
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady, null, {
    timeout: 10_000,
  });
  await page.waitForFunction(
    () =>
      document.querySelector('crossfoot-editor').shadowRoot.querySelector('table.lines') !== null,
  );
  return { page, problems };
}
