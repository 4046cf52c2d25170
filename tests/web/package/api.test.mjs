// What is documented about the element is what there is: no more, no less.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { servePages } from '../../../examples/pages/serve.mjs';
import * as api from '../../../web/package/api.mjs';
import { embeddingPage } from '../../../web/package/tables.mjs';
import { startChromium } from '../support/browser.mjs';

const root = new URL('../../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const names = (table) => Object.keys(table).sort();
const found = (text, pattern) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

const folder = (path) =>
  readdirSync(new URL(path, root))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`${path}/${name}`))
    .join('\n');
const element = folder('web/src/element') + folder('web/src/ui');

let site;
let browser;
let page;
before(async () => {
  site = await servePages();
  browser = await startChromium();
  page = await browser.newPage();
  await page.goto(`${site.address}/plain/`);
  await page.evaluate(() => document.querySelector('crossfoot-editor').ready);
});
after(async () => {
  await browser.close();
  await site.close();
});

test('the attributes of the class are those documented', async () => {
  const observed = await page.evaluate(
    () => customElements.get('crossfoot-editor').observedAttributes,
  );
  assert.deepEqual([...observed].sort(), names(api.attributes));
});

test('every property set by a page is documented, and there', async () => {
  const { declared, missing } = await page.evaluate(
    (expected) => {
      const editor = document.querySelector('crossfoot-editor');
      const properties = [...customElements.get('crossfoot-editor').elementProperties.keys()];
      return { declared: properties, missing: expected.filter((name) => !(name in editor)) };
    },
    [...names(api.attributes), ...names(api.properties)],
  );
  assert.deepEqual(missing, []);
  const documented = [...names(api.attributes), ...names(api.properties)];
  assert.deepEqual(
    declared.filter((name) => !documented.includes(name)),
    [],
  );
});

test('every documented method is one', async () => {
  const kinds = await page.evaluate(
    (methods) => methods.map((name) => typeof document.querySelector('crossfoot-editor')[name]),
    names(api.methods),
  );
  assert.deepEqual(
    kinds,
    kinds.map(() => 'function'),
  );
});

test('attributes that reflect are written by their properties, and only those', async () => {
  const reflecting = await page.evaluate(() =>
    [...customElements.get('crossfoot-editor').elementProperties]
      .filter(([, options]) => options.reflect)
      .map(([name]) => name),
  );
  const documented = names(api.attributes).filter((name) => api.attributes[name].reflects);
  assert.deepEqual(reflecting.sort(), documented);
});

test('the events, slots, parts, custom properties and states are those in the sources', () => {
  const told = found(element, /(?:tell\(|CustomEvent\()\s*'([a-z-]+)'/g);
  assert.deepEqual(
    told,
    names(api.events).filter((name) => name.includes('-')),
  );
  assert.deepEqual(['', ...found(element, /<slot name="([a-z-]+)"/g)], names(api.slots));
  const parts = found(element, /\spart=("[a-z -]+"|\$\{[^}]+\})/g).flatMap((text) =>
    text.startsWith('"')
      ? text.slice(1, -1).split(' ')
      : found(text, /'([a-z -]+)'/g).flatMap((each) => each.split(' ')),
  );
  assert.deepEqual([...new Set(parts)].sort(), names(api.parts));
  const styles = folder('web/src/styles');
  assert.deepEqual(found(styles, /var\((--crossfoot-[a-z-]+)/g), names(api.cssProperties));
  const states = found(element, /states\?\.add\('([a-z]+)'\)/g);
  for (const state of names(api.cssStates)) assert.ok(element.includes(`'${state}'`), state);
  for (const state of states) assert.ok(state in api.cssStates, state);
});

test('the tables of the embedding page, and the manifest, are made from the same', () => {
  assert.equal(read('docs/embedding.md'), embeddingPage());
  const { modules } = JSON.parse(read('build/package/custom-elements.json'));
  const [declaration] = modules[0].declarations;
  assert.equal(declaration.tagName, 'crossfoot-editor');
  assert.deepEqual(declaration.attributes.map(({ name }) => name).sort(), names(api.attributes));
  const members = [...names(api.attributes), ...names(api.properties), ...names(api.methods)];
  assert.deepEqual(declaration.members.map(({ name }) => name).sort(), members.sort());
});
