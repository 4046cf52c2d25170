// Compares one or two pricing commands with the reference on random documents:
//   node tests/reference/compare.mjs "scripts/crossfoot price --ndjson" \
//     ["scripts/crossfoot-wasm price --ndjson"] --seed 1 --count 1000 [--boundary] [--mix valid]
//     [--show 8] [--no-paths]
// Every command is compared with the reference (issue messages aside), and the second with the
// first byte for byte. Each kind of difference is printed once, on a shrunk document.

import { priceWith } from './command.mjs';
import { differencesFromReference, signature } from './differences.mjs';
import { options, randomDocument } from './generate.mjs';
import { price } from './price.mjs';
import { shrink } from './shrink.mjs';

const given = options(process.argv.slice(2));
const seed = given.seed ?? String(Date.now());
const count = Number(given.count ?? 1000);
const show = Number(given.show ?? 8);
const paths = !given['no-paths'];
const [first, second] = given.commands;
if (!first) {
  process.stderr.write(
    'usage: compare.mjs COMMAND [COMMAND] [--seed S] [--count N] [--boundary]\n',
  );
  process.exit(2);
}
process.stderr.write(`seed ${seed}\n`);

/** Differences of every document, as lists. */
function withReference(command, texts) {
  const answers = priceWith(command, texts);
  return texts.map((text, i) => differencesFromReference(price(text), answers[i], { paths }));
}

function withEachOther(texts) {
  const [a, b] = [priceWith(first, texts), priceWith(second, texts)];
  return texts.map((_, i) =>
    a[i] === b[i] ? [] : [{ path: 'bytes', expected: a[i], actual: b[i] }],
  );
}

function report(title, texts, compareAll) {
  const found = new Map(); // signature → {text, count}
  compareAll(texts).forEach((differences, i) => {
    for (const kind of new Set(differences.map(signature))) {
      const entry = found.get(kind) ?? { text: texts[i], count: 0 };
      entry.count += 1;
      if (texts[i].length < entry.text.length) entry.text = texts[i];
      found.set(kind, entry);
    }
  });
  const kinds = [...found].sort(([, a], [, b]) => b.count - a.count);
  process.stdout.write(
    `${title}: ${texts.length} documents, ${kinds.length} kinds of difference\n`,
  );
  for (const [kind, { text, count: times }] of kinds.slice(0, show)) {
    const same = (all) => compareAll(all).map((ds) => ds.some((d) => signature(d) === kind));
    const small = shrink(text, same);
    process.stdout.write(`\n${times} × ${kind}\n  ${small}\n`);
    for (const { path, expected, actual } of compareAll([small])[0].slice(0, 6))
      process.stdout.write(`  ${path || '(whole)'}: expected ${expected}, got ${actual}\n`);
  }
  for (const [kind, { count: times }] of kinds.slice(show))
    process.stdout.write(`${times} × ${kind}\n`);
  return kinds.length;
}

const settings = { boundary: Boolean(given.boundary), mix: given.mix };
const texts = Array.from({ length: count }, (_, i) => randomDocument(seed, i, settings));
let kinds = 0;
for (const command of given.commands.slice(0, 2))
  kinds += report(`reference and ${command}`, texts, (all) => withReference(command, all));
if (second) kinds += report(`${first} and ${second}`, texts, withEachOther);
process.exit(kinds === 0 ? 0 : 1);
