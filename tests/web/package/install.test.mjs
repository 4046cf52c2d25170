// An empty project installs the packed package, builds with it, and uses its types and its core.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startChromium } from '../support/browser.mjs';
import { serveSite } from '../support/site.mjs';

const root = new URL('../../../', import.meta.url).pathname;
const bin = (name) => join(root, 'node_modules/.bin', name);
const project = mkdtempSync(join(tmpdir(), 'crossfoot-project-'));
const write = (name, text) => writeFileSync(join(project, name), text);
const run = (command, ...args) =>
  execFileSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

before(() => {
  const name = run('npm', 'pack', '--silent', join(root, 'build/package'))
    .trim()
    .split('\n')
    .at(-1);
  write('package.json', '{"name":"shop","private":true,"type":"module"}');
  run('npm', 'install', '--no-audit', '--no-fund', '--silent', '--prefer-offline', `./${name}`);
});
after(() => rmSync(project, { recursive: true, force: true }));

/** What reads HTML comes in several packages. */
const HTML = [
  'dom-serializer',
  'domelementtype',
  'domhandler',
  'domutils',
  'entities',
  'htmlparser2',
];

test('it brings lit, what reads lists, and nothing else', () => {
  const packages = readdirSync(join(project, 'node_modules')).filter(
    (name) => !name.startsWith('.'),
  );
  assert.deepEqual(
    packages.filter((name) => !['crossfoot', '@lit', '@lit-labs', '@types'].includes(name)).sort(),
    ['@e965', 'chardet', ...HTML, 'lit', 'lit-element', 'lit-html', 'papaparse'].sort(),
  );
});

test('a bundler builds a page that imports it, and the page works', async () => {
  write(
    'index.html',
    '<!doctype html><html lang="en"><body><script type="module" src="./page.js"></script></body></html>',
  );
  write(
    'page.js',
    `import 'crossfoot';
     const editor = document.createElement('crossfoot-editor');
     document.body.append(editor);
     await editor.ready;
     editor.document = { version: 1, currency: 'USD', date: '2026-11-22' };
     editor.addLine({ name: 'Design', quantity: '3', unitPrice: '9.99' });
     document.title = editor.recalculate().summary.dueNow;`,
  );
  write('vite.config.js', `export default { build: { target: 'es2022' } };`);
  run(bin('vite'), 'build', '--logLevel', 'error');
  const site = await serveSite(join(project, 'dist'));
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.goto(`${site.address}/index.html`);
  await page.waitForFunction(() => document.title === '29.97');
  await browser.close();
  await site.close();
});

test('its types say what the element takes and gives', () => {
  const compile = (text) => {
    write('use.ts', text);
    run(
      bin('tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--lib',
      'es2024,dom,dom.iterable',
      '--types',
      '',
      'use.ts',
    );
  };
  compile(`
    import { CrossfootEditor, define } from 'crossfoot';
    import { EngineClient, isRefusal } from 'crossfoot/engine';
    import { HttpBackend } from 'crossfoot/sync';
    import type { Answer, Command, Issue, Line, PricedView, State } from 'crossfoot/types';
    define('my-editor');
    const editor = document.querySelector('crossfoot-editor')!;
    const same: CrossfootEditor = editor;
    same.adapter = new HttpBackend({ base: '/documents' });
    same.capabilities = { editPrices: false };
    const due: string | null = same.recalculate().summary.dueNow;
    const line: Line = { name: 'Seat', unitPrice: '11.90', billing: { frequency: 'monthly' } };
    const state: State = { version: 1, currency: 'USD', date: '2026-11-22', lines: [line] };
    const command: Command = { op: 'add', list: 'lines', items: [line], after: null };
    const rows = (view: PricedView, { rows }: Answer<'rows'>): (string | null)[] =>
      [...view.lines.map(({ total }) => total), ...rows.map(({ input }) => input.name ?? null)];
    const codes = (issues: readonly Issue[]) => issues.some(({ code }) => code === 'required');
    const client = await EngineClient.load();
    const session = client.session();
    const opened = session.open(state);
    const summary = session.query({ get: 'summary' });
    const tax: string | null = isRefusal(summary) ? summary.error.message : summary.taxOnTop;
    const sums = client.call('sum', { currency: 'USD', lists: [['1.00', '0.25']] });
    const sum: string | undefined = isRefusal(sums) ? undefined : sums.sums[0];
    same.engine = session;
    void [due, command, rows, codes, opened, tax, sum];
  `);
  for (const wrong of [
    "const line: Line = { name: 'Seat', unitprice: '1' };",
    "const state: State = { version: 2, currency: 'USD', date: '2026-11-22' };",
    "const command: Command = { op: 'add', list: 'rows', items: [] };",
    "const rows: Answer<'rows'> = { count: 1 };",
  ]) {
    assert.throws(() =>
      compile(`import type { Answer, Command, Line, State } from 'crossfoot/types'; ${wrong}`),
    );
  }
  assert.throws(() =>
    compile(`
    import 'crossfoot';
    document.querySelector('crossfoot-editor')!.capabilities = { editEverything: true };
  `),
  );
});

test('the core prices a document under Node', () => {
  write(
    'price.mjs',
    `import { loadNodeEngine } from 'crossfoot/node';
     const engine = await loadNodeEngine();
     const state = { version: 1, currency: 'EUR', date: '2026-11-22', lines: [{ id: 'a', name: 'A', quantity: '3', unitPrice: '0.10' }] };
     console.log(JSON.parse(engine.price(JSON.stringify(state), false)).summary.dueNow);`,
  );
  assert.equal(run('node', 'price.mjs').trim(), '0.30');
});

test('its single file works in a static page, straight from where npm put it', async () => {
  cpSync(join(project, 'node_modules/crossfoot/dist'), join(project, 'site/crossfoot'), {
    recursive: true,
  });
  write(
    'site/index.html',
    '<!doctype html><html lang="en"><body><script type="module" src="crossfoot/element.js"></script><crossfoot-editor></crossfoot-editor></body></html>',
  );
  const site = await serveSite(join(project, 'site'));
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.goto(`${site.address}/index.html`);
  await page.getByRole('button', { name: 'Add line' }).waitFor();
  await browser.close();
  await site.close();
});
