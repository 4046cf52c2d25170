// The inventory of scripts for payment pages names every script of the package, and no other.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** Names in the first column of the table below a heading. */
function inventory() {
  const section = read('docs/pci.md')
    .split(/^## /m)
    .find((part) => part.startsWith('6.4.3'));
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) =>
    [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
}

test('each built script and module is in the inventory, by name or by its folder', () => {
  const scripts = Object.keys(JSON.parse(read('build/package/dist/integrity.json'))).filter(
    (name) => /\.(js|wasm)$/.test(name),
  );
  const folderOf = (name) => name.replace(/[^/]+(\.\w+)$/, '*$1');
  const line = (name) => (name.includes('/') ? folderOf(name) : name);
  assert.deepEqual([...new Set(scripts.map(line))].sort(), inventory().sort());
});
