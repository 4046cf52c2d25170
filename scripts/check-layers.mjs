// The rules of the house that a program can check:
// a folder of the core includes only folders above it (docs/architecture.md), money meets no
// floating point, and no heavy header enters the core; every box of a page is bound by
// web/src/ui/field.ts, which keeps what is typed from late drawings.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const core = fileURLToPath(new URL('../core', import.meta.url));
const web = fileURLToPath(new URL('../web/src', import.meta.url));

/** Every folder and those it may use. */
const numbers = ['base', 'num'];
const leaves = [...numbers, 'calendar', 'currency', 'digest', 'formula', 'json'];
const pricing = [...leaves, 'model', 'codec', 'pricing', 'recurring'];
const allowed = {
  base: ['json'],
  num: ['base'],
  calendar: numbers,
  currency: numbers,
  digest: numbers,
  formula: numbers,
  json: numbers,
  model: leaves,
  codec: [...leaves, 'model'],
  pricing: [...leaves, 'model', 'codec'],
  recurring: [...leaves, 'model', 'codec', 'pricing'],
  view: pricing,
  // The step of a lifecycle is a command too: the dispatcher of commands hands it on.
  command: [...pricing, 'view', 'lifecycle'],
  subscription: [...pricing, 'view', 'command'],
  lifecycle: [...pricing, 'view', 'command', 'subscription'],
  convert: [...pricing, 'view', 'command', 'subscription', 'lifecycle'],
  quickbooks: [...pricing, 'view', 'command', 'lifecycle'],
  merge: [...pricing, 'view', 'command', 'lifecycle'],
  verify: [...pricing, 'view', 'command', 'lifecycle'],
  engine: [
    ...pricing,
    'view',
    'command',
    'subscription',
    'lifecycle',
    'convert',
    'quickbooks',
    'merge',
    'verify',
    'crossfoot',
  ],
  cli: ['crossfoot', 'cli'],
  include: ['crossfoot'],
};

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
for (const path of sources(core)) {
  const file = relative(core, path);
  const layer = dirname(file).split('/')[0];
  const text = readFileSync(path, 'utf8');
  const complain = (message) => complaints.push(`core/${file}: ${message}`);

  if (!(layer in allowed))
    complain(`the folder '${layer}' has no place in scripts/check-layers.mjs`);
  for (const [, target] of text.matchAll(/^#include "([\w-]+)\//gm)) {
    if (target !== layer && !allowed[layer]?.includes(target))
      complain(`may not include ${target}/`);
  }
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
