// The main flow in stock Firefox (BiDi) and in WebKitGTK (WebDriver); `ok - …` or `FAILED - …` each.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSite } from '../support/site.mjs';
import { BUILT } from '../support/suite.mjs';
import { bidi } from './bidi.mjs';
import { mainFlow } from './main-flow.mjs';
import { webDriver } from './webdriver.mjs';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const FIREFOX_PORT = 9377;
const WEBKIT_PORT = 4457;
const DISPLAY = ':77';

const started = [];
const start = (command, args, env = {}) => {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  started.push(child);
};

/** Tries again for a while: a browser needs a moment before it listens. */
async function patiently(connect) {
  for (let tries = 0; ; tries++) {
    try {
      return await connect();
    } catch (error) {
      if (tries > 40) throw error;
      await new Promise((done) => setTimeout(done, 300));
    }
  }
}

const profile = mkdtempSync(join(tmpdir(), 'crossfoot-firefox-'));
// Without a window manager no window is ever active, and Firefox would send no focus events.
writeFileSync(join(profile, 'user.js'), 'user_pref("focusmanager.testmode", true);\n');

const ENGINES = {
  Firefox: () => {
    start('firefox-esr', [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      `--remote-debugging-port=${FIREFOX_PORT}`,
    ]);
    return patiently(() => bidi(FIREFOX_PORT));
  },
  WebKit: () => {
    start('Xvfb', [DISPLAY, '-screen', '0', '1280x1000x24']);
    start('WebKitWebDriver', [`--port=${WEBKIT_PORT}`], {
      DISPLAY,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    });
    return patiently(() =>
      webDriver(`http://127.0.0.1:${WEBKIT_PORT}`, {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
      }),
    );
  },
};

const site = await serveSite(BUILT);
for (const [name, connect] of Object.entries(ENGINES)) {
  try {
    const driver = await connect();
    await mainFlow(driver, site.address);
    await driver.close();
    console.log(`ok - the main flow by keys alone in ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAILED - the main flow by keys alone in ${name}\n${error.stack}`);
  }
}
for (const child of started) child.kill();
await site.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
