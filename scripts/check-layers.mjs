// The rules of the house that a program can check:
// a folder uses only what the table of docs/architecture.md lets it use, money meets no floating
// point, and no heavy header enters the core; every box of a page is bound by
// web/src/ui/field.ts, which keeps what is typed from late drawings.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const core = join(root, 'core');
const web = join(root, 'web/src');

/** The table of docs/architecture.md: each folder and those it may use. */
function readTable() {
  const whole = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const [text = ''] = /^## Where things are$[\s\S]*?(?=^## )/m.exec(whole) ?? [];
  const named = (cell) => [...cell.matchAll(/`([\w/]+)`/g)].map(([, folder]) => folder);
  const allowed = {};
  const above = [];
  for (const [, folders, , uses] of text.matchAll(/^\| (`[^|]+`) \|([^|]*)\|([^|]*)\|$/gm)) {
    const row = named(folders);
    const own = uses.includes('each other') ? row : [];
    const base = /^ only /.test(uses) ? [] : above;
    for (const folder of row) allowed[folder] = new Set([...base, ...own, ...named(uses)]);
    above.push(...row);
  }
  return allowed;
}

/** The folder of the table that a file lies in: `core/num`, `web/src/ui`, `server`. */
function folderOf(file) {
  const [first, second, third] = dirname(file).split('/');
  if (first === 'core') return `core/${second}`;
  if (first === 'web') return second === 'src' ? `web/src/${third}` : `web/${second}`;
  return first === 'server' && second ? `server/${second}` : first;
}

const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/\/\/.*/g, '')
    .replace(/R"\w*\([\s\S]*?\)\w*"|"(?:\\.|[^"\\\n])*"/g, (string) =>
      string.replace(/[^\n]/g, ''),
    );

function* sources(folder, ending = /\.(h|cpp)$/) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path, ending);
    else if (ending.test(name)) yield path;
  }
}

const complaints = [];
const allowed = readTable();

/** Complains of each folder that a file uses and may not. */
function checkUses(file, targets) {
  const own = folderOf(file);
  if (!(own in allowed)) complaints.push(`${file}: ${own} is not in docs/architecture.md`);
  for (const target of new Set(targets)) {
    if (target !== own && !allowed[own]?.has(target)) {
      complaints.push(`${file}: ${own} may not use ${target} (docs/architecture.md)`);
    }
  }
}

/** What a C++ source includes, as folders of the table. */
const included = (text) =>
  [...text.matchAll(/^#include "([\w-]+)\//gm)].map(([, folder]) =>
    folder === 'crossfoot' ? 'core/include' : `core/${folder}`,
  );

/** What a module imports of this repository, as folders of the table. */
const imported = (file, text) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map(([, path]) =>
    folderOf(normalize(join(dirname(file), path))),
  );

for (const folder of ['web/src', 'server']) {
  for (const path of sources(join(root, folder), /\.(ts|mjs)$/)) {
    const file = relative(root, path);
    // The kit that checks foreign servers is a program of its own.
    if (file.startsWith('server/conformance/')) continue;
    checkUses(file, imported(file, readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')));
  }
}

for (const path of sources(core)) {
  const file = relative(core, path);
  const layer = dirname(file).split('/')[0];
  const text = readFileSync(path, 'utf8');
  const complain = (message) => complaints.push(`core/${file}: ${message}`);

  checkUses(`core/${file}`, included(text));
  const code = withoutComments(text);
  if (/\b(double|float)\b/.test(code)) complain('no floating point in the core');
  const heavy = layer !== 'cli' && text.match(/^#include <(iostream|regex|sstream|nlohmann\/.*)>/m);
  if (heavy) complain(`<${heavy[1]}> does not belong in the core`);
  if (/\b(TODO|FIXME)\b/.test(text)) complain('unfinished work belongs in an issue');
  const lines = text.split('\n').length;
  if (lines > 500) complain(`${lines} lines: more than 500 want to be two files`);
}

/** What a box in a template may be bound with; ticks and files hold no text. */
const BOUND = {
  input: /\$\{\s*(field|shows|bind|numberBox)\(|\$\{bound\}|type="(checkbox|radio|file)"/,
  textarea: /\$\{\s*(field|shows|bind)\(/,
  select: /\$\{\s*choice\(/,
};
const END_OF_TAG = { input: /\/>/, textarea: /<\/textarea>/, select: /<option|<\/select>/ };
for (const path of sources(web, /\.ts$/)) {
  const file = relative(web, path);
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const complain = (message) => complaints.push(`web/src/${file}: ${message}`);
  for (const { 1: tag, index } of code.matchAll(/<(input|textarea|select)\b(?=[\s>])/g)) {
    const rest = code.slice(index);
    const box = rest.slice(0, rest.search(END_OF_TAG[tag]));
    if (!BOUND[tag].test(box)) complain(`a <${tag}> is not bound by ui/field.ts`);
    if (/\.value=/.test(box)) complain(`a <${tag}> with .value: ui/field.ts holds what is typed`);
    if (/\.checked=(?!\$\{live\()/.test(box)) complain('a tick is bound with .checked=${live(…)}');
  }
}

for (const complaint of complaints) console.log(complaint);
process.exit(complaints.length === 0 ? 0 : 1);
