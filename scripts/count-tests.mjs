// Reads what a suite printed, counts its tests, prints one line (and the log of a failed suite):
//   node scripts/count-tests.mjs LOG EXIT_STATUS SECONDS COUNTS
import { appendFileSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const [log, status, seconds, counts] = process.argv.slice(2);
const text = stripVTControlCharacters(readFileSync(log, 'utf8'));

/** How each runner reports: a pattern and which group adds to what. */
const runners = [
  { pattern: /\[ {2}PASSED {2}\] (\d+) tests?\./g, passed: 1 },
  { pattern: /^(?:\d+: )? ?(\d+) FAILED TESTS?$/gm, failed: 1 },
  { pattern: /^(?:#|ℹ) pass (\d+)$/gm, passed: 1 },
  { pattern: /^(?:#|ℹ) (?:fail|cancelled|skipped|todo) (\d+)$/gm, failed: 1 },
  { pattern: /^ +Tests +(?:(\d+) failed \| )?(?:(\d+) passed)?/gm, failed: 1, passed: 2 },
  { pattern: /^(\d+) passed, (\d+) failed$/gm, passed: 1, failed: 2 },
  { pattern: /^(ok) - /gm, passed: 1 },
  { pattern: /^(FAILED) - /gm, failed: 1 },
];

const toCount = (group) => (group === undefined ? 0 : /^\d+$/.test(group) ? Number(group) : 1);

let passed = 0;
let failed = 0;
for (const runner of runners) {
  for (const match of text.matchAll(runner.pattern)) {
    if (runner.passed) passed += toCount(match[runner.passed]);
    if (runner.failed) failed += toCount(match[runner.failed]);
  }
}
if (status !== '0' && failed === 0) failed = 1;
if (status === '0' && passed + failed === 0) passed = 1;

const name = basename(log, '.log');
console.log(`${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
if (failed > 0) console.log(text.split('\n').slice(-400).join('\n'));
appendFileSync(counts, `${passed} ${failed}\n`);
