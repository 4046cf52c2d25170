// The npm package, ready for `npm pack`:
//   node web/package/build.mjs FOLDER
// `dist` is for pages without a build, `esm` (unbundled, with types) for those with one.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { writeBundles } from './bundle.mjs';
import { cutApart } from '../words-plugin.mjs';
import { manifest } from './manifest.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = resolve(process.argv[2] ?? join(root, 'build/package'));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const to = (path) => join(folder, path);

/** Entries of `exports` made of sources: their types, their code. */
const SOURCES = {
  '.': 'web/src/element/crossfoot-editor-define',
  './element': 'web/src/element/crossfoot-editor',
  './preview': 'web/src/preview/crossfoot-preview-define',
  './summary': 'web/src/summary/crossfoot-summary-define',
  './sync': 'web/src/sync/index',
  './editor-sync': 'web/src/element/editor-sync',
  './engine': 'web/src/engine/index',
};
const esm = (path, ending) => `./esm/${path}${ending}`;
const entry = (path) => ({ types: esm(path, '.d.ts'), default: esm(path, '.js') });

const description = {
  name: own.name,
  version: own.version,
  description: own.description,
  license: own.license,
  type: 'module',
  keywords: ['line items', 'invoice', 'quote', 'pricing', 'custom element', 'web component'],
  sideEffects: ['./dist/element.js', './esm/web/src/**/*define.js'],
  customElements: 'custom-elements.json',
  exports: {
    ...Object.fromEntries(Object.entries(SOURCES).map(([name, path]) => [name, entry(path)])),
    './types': { types: './esm/schema/contract.d.ts', default: './esm/schema/contract.js' },
    './node': { types: './esm/wasm/node.d.mts', default: './esm/wasm/node.mjs' },
    './element.js': { types: entry(SOURCES['.']).types, default: './dist/element.js' },
    './dist/*': './dist/*',
    './schema/*': './schema/*',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  types: entry(SOURCES['.']).types,
  // Besides lit what reads lists, which a bundler puts into parts of their own, loaded late.
  dependencies: Object.fromEntries(
    ['@e965/xlsx', 'chardet', 'htmlparser2', 'lit', 'papaparse'].map((name) => [
      name,
      own.dependencies[name],
    ]),
  ),
};

/** The sha384 of every file of a folder, for `integrity` attributes and import maps. */
function integrity(path) {
  const files = readdirSync(to(path), { recursive: true })
    .map(String)
    .filter((name) => statSync(to(join(path, name))).isFile())
    .sort();
  const hash = (name) =>
    createHash('sha384')
      .update(readFileSync(to(join(path, name))))
      .digest('base64');
  return Object.fromEntries(files.map((name) => [name, `sha384-${hash(name)}`]));
}

const writeJson = (path, value) => writeFileSync(to(path), `${JSON.stringify(value, null, 2)}\n`);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await writeBundles(to('dist'));
execFileSync(
  join(root, 'node_modules/.bin/tsc'),
  ['-p', join(root, 'web/package/tsconfig.json'), '--outDir', to('esm')],
  { stdio: 'inherit' },
);
cutApart(to('esm/web'));
const modules = readdirSync(join(root, 'wasm/dist')).filter((name) => /\.(mjs|wasm)$/.test(name));
for (const name of modules) {
  // The plain-JavaScript build's own intermediate module is part of neither.
  if (name === 'crossfoot-fallback.wasm') continue;
  cpSync(join(root, 'wasm/dist', name), to(join('esm/wasm/dist', name)));
  if (name.endsWith('.wasm')) cpSync(join(root, 'wasm/dist', name), to(join('dist', name)));
}
cpSync(join(root, 'wasm/engine.d.ts'), to('esm/wasm/engine.d.ts'));
cpSync(join(root, 'schema'), to('schema'), {
  recursive: true,
  filter: (source) => !source.endsWith('.ts'),
});
cpSync(join(root, 'LICENSE'), to('LICENSE'));
cpSync(join(root, 'docs/embedding.md'), to('README.md'));
writeJson('package.json', description);
writeJson('custom-elements.json', manifest(esm(SOURCES['.'], '.js').slice(2)));
writeJson('dist/integrity.json', integrity('dist'));
