// ED-1.1 in every box of the buyer's page and the checkout, found by walking them: see
// every-box.test.mjs.
import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { test } from 'node:test';
import { suiteOfFile } from './support/suite.mjs';
import { Walk } from './support/walk.mjs';
import { everything, newContext, newCore, seed, uncounted } from './support/walking.mjs';
import { OFFER } from './support/walked-documents.mjs';

const suite = suiteOfFile();

test('the buyer’s page: what a buyer types, ticks and signs', async () => {
  const context = await newContext(suite.browser);
  const answers = await newCore(context, suite.address);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const packed = deflateRawSync(Buffer.from(JSON.stringify(OFFER))).toString('base64url');
  const read = () => page.evaluate(() => document.querySelector('crossfoot-preview').document);
  const walk = new Walk({
    page,
    seed,
    everything,
    read,
    kept: read,
    fresh: async () => {
      await page.goto('about:blank');
      await page.goto(`${suite.address}/preview.html#d=${packed}`);
      await page.getByText('Accept this quote').first().waitFor();
    },
    check: async () => uncounted(page, 'crossfoot-preview', await answers(await read())),
  });
  await walk.everything('the buyer’s page');
  assert.deepEqual(walk.complaints, []);
  assert.deepEqual(problems, []);
  assert.ok(walk.boxes.size >= 3, `${walk.boxes.size} boxes`);
  await context.close();
});

test('the checkout: its code, and what it asks for', async () => {
  const context = await newContext(suite.browser);
  const answers = await newCore(context, suite.address);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const read = () => page.evaluate(() => document.querySelector('crossfoot-summary').document);
  const walk = new Walk({
    page,
    seed,
    everything,
    read,
    kept: read,
    fresh: async () => {
      await page.goto(`${suite.address}/checkout.html`);
      await page.locator('.pay').waitFor();
    },
    check: async () => uncounted(page, 'crossfoot-summary', await answers(await read())),
  });
  await walk.everything('the checkout');
  assert.deepEqual(walk.complaints, []);
  assert.deepEqual(problems, []);
  assert.ok(walk.boxes.size >= 1, `${walk.boxes.size} boxes`);
  await context.close();
});
