// The loader in a real browser: under a policy that allows WebAssembly, under one that forbids it,
// and in a worker.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright-core';

const root = new URL('../../', import.meta.url);
const types = { '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

const page = '<!doctype html><title>engine</title><script type="module" src="/page.mjs"></script>';
const useEngine = `
  import { Engine } from '/wasm/engine.mjs';
  const engine = await Engine.load();
  const view = JSON.parse(engine.price('{"version":1,"currency":"USD","date":"2026-11-22","lines":[{"name":"Seat","unitPrice":"11.90"}]}'));
  export const found = engine.kind + ' ' + view.summary.dueNow;
`;
const scripts = {
  '/use.mjs': useEngine,
  '/page.mjs': `import('/use.mjs').then((used) => { document.title = used.found; }, (error) => { document.title = 'failed: ' + error; });`,
  '/worker-page.mjs': `new Worker('/worker.mjs', { type: 'module' }).onmessage = (event) => { document.title = event.data; };`,
  '/worker.mjs': `import('/use.mjs').then((used) => postMessage(used.found), (error) => postMessage('failed: ' + error));`,
};
const policies = {
  '/allowed': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  '/forbidden': "default-src 'none'; script-src 'self'; connect-src 'self'",
  '/worker': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
};

let server;
let browser;
let address;

function respond(request, response) {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path in policies) {
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Security-Policy': policies[path],
    });
    response.end(path === '/worker' ? page.replace('/page.mjs', '/worker-page.mjs') : page);
  } else if (path in scripts) {
    const headers = { 'Content-Type': 'text/javascript' };
    if (path === '/worker.mjs') headers['Content-Security-Policy'] = policies['/worker'];
    response.writeHead(200, headers).end(scripts[path]);
  } else if (/^\/wasm\/(dist\/)?[\w-]+\.(mjs|wasm)$/.test(path)) {
    response.writeHead(200, { 'Content-Type': types[extname(path)] });
    response.end(readFileSync(new URL(`.${path}`, root)));
  } else {
    response.writeHead(404).end();
  }
}

before(async () => {
  server = createServer(respond);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  server.close();
});

/** What the page at `path` puts into its title once the engine has answered. */
async function titleOf(path) {
  const tab = await browser.newPage();
  await tab.goto(address + path);
  await tab.waitForFunction(() => document.title !== 'engine', undefined, { timeout: 20000 });
  const title = await tab.title();
  await tab.close();
  return title;
}

test('under a strict policy with wasm-unsafe-eval, WebAssembly runs', async () => {
  assert.equal(await titleOf('/allowed'), 'wasm 11.90');
});

test('where the policy forbids WebAssembly, the JavaScript build runs and says so', async () => {
  assert.equal(await titleOf('/forbidden'), 'wasm2js 11.90');
});

test('in a worker, WebAssembly runs', async () => {
  assert.equal(await titleOf('/worker'), 'wasm 11.90');
});
