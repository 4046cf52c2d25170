// The Chromium of the machine, driven by playwright-core.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const launch = () => ({
  executablePath: process.env.CROSSFOOT_CHROMIUM ?? PATHS.find((path) => existsSync(path)),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** What a hand does, after which a person looks at the page: with one element, a key or the mouse. */
const DEEDS = {
  locator: ['click', 'dblclick', 'check', 'uncheck', 'selectOption', 'press', 'setInputFiles'],
  keyboard: ['press', 'insertText'],
  mouse: ['click', 'dblclick', 'up'],
};

/** The parts of a page that are asked for and not there yet. */
const loading = new WeakMap();

/** Notes from now on which parts the page asks for; those that are not there yet. */
function partsOf(page) {
  const known = loading.get(page);
  if (known) return known;
  const parts = new Set();
  page.on('request', (part) => part.resourceType() === 'script' && parts.add(part));
  for (const end of ['requestfinished', 'requestfailed'])
    page.on(end, (part) => parts.delete(part));
  page.on('framenavigated', (frame) => frame === page.mainFrame() && parts.clear());
  loading.set(page, parts);
  return parts;
}

/** Twice the page is drawn; in a page that is hidden or gone there is nothing to wait for. */
function drawnTwice(page) {
  return page
    .evaluate(
      () =>
        new Promise((seen) => {
          setTimeout(seen, 200);
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)));
        }),
    )
    .catch(() => undefined);
}

/** The page is drawn, and again when a part it asked for came; a part that never comes is not awaited. */
async function drawn(page) {
  const parts = partsOf(page);
  const end = Date.now() + 5000;
  await drawnTwice(page);
  while (parts.size > 0 && Date.now() < end) {
    await pause(10);
    if (parts.size === 0) await drawnTwice(page);
  }
}

/**
 * From now on every deed ends when the page has been drawn with the part that the deed asked for: nobody
 * reads sooner, and a press ends only after its click was told. What takes longer than drawing is still to
 * be waited for by its words. A key of a stated length is one of somebody's speed, and waits for nothing.
 */
async function seeWithEyes(context) {
  const page = await context.newPage();
  const hands = { locator: page.locator('html'), keyboard: page.keyboard, mouse: page.mouse };
  await page.close();
  for (const [name, hand] of Object.entries(hands)) {
    const prototype = Object.getPrototypeOf(hand);
    for (const deed of DEEDS[name]) {
      const act = prototype[deed];
      if (act.isSeen) continue;
      prototype[deed] = async function (...given) {
        const seen = name === 'locator' ? this.page() : this._page;
        partsOf(seen);
        const done = await act.apply(this, given);
        if (given[1]?.delay === undefined) await drawn(seen);
        return done;
      };
      prototype[deed].isSeen = true;
    }
  }
}

/** Starts a browser without a window. */
export async function startChromium() {
  const browser = await chromium.launch(launch());
  const context = await browser.newContext();
  await seeWithEyes(context);
  await context.close();
  return browser;
}

/** A browser that keeps what it stores in `folder`; `kill` ends it as a power cut would. */
export async function startKept(folder) {
  const server = await chromium.launchPersistentContext(folder, launch());
  const kill = async () => {
    const ended = new Promise((done) => server.once('close', done));
    for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
    await ended;
  };
  return { context: server, kill };
}

/** The processes of the browser that was started with this folder. */
function processesOf(folder) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Opens the page with one editor and waits until it can be used; an empty one keeps nothing. */
export async function openEditor(context, address, query = '') {
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const kept = query.includes('sample=none') ? `${query}&keep=no` : query;
  await page.goto(`${address}/index.html${kept}`);
  await page.waitForFunction(() => document.querySelector('crossfoot-editor')?.isReady, null, {
    timeout: 60_000,
  });
  await page.waitForFunction(
    () =>
      document.querySelector('crossfoot-editor').shadowRoot.querySelector('table.lines') !== null,
  );
  return { page, problems };
}
