// The rules of docs/spec and their citations: every number that a source, a test or a document names
// is a rule (or a section) there, no rule has two texts, and a rule that no test cites has its reason in
// docs/spec/untested.md. With --untested those rules are printed. Also looked at: whether what
// scripts/mutate has reasons for is there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PREFIXES = ['PR', 'RE', 'ST', 'DO', 'SY', 'ED'];
const CITATION = new RegExp(`\\b(?:${PREFIXES.join('|')})-\\d+(?:\\.\\d+)?\\b`, 'g');
const DEFINITION = new RegExp(`\\*\\*((?:${PREFIXES.join('|')})-\\d+\\.\\d+)\\b`, 'g');
const SPEC = 'docs/spec/';

const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((path) => /\.(cpp|h|hpp|ts|mjs|js|md|json|sh|py)$/.test(path))
  .filter((path) => !/(^|\/)(package-lock|node_modules|dist)/.test(path));

/** Rule number → the file that defines it; sections (`PR-3`) count as defined by their rules. */
function definitions() {
  const rules = new Map();
  const faults = [];
  for (const path of tracked.filter((name) => name.startsWith(SPEC))) {
    for (const [, rule] of read(path).matchAll(DEFINITION)) {
      if (rules.has(rule)) faults.push(`${path}: ${rule} is defined in ${rules.get(rule)} too`);
      rules.set(rule, path);
    }
  }
  return { rules, faults };
}

const { rules, faults } = definitions();
const sections = new Set([...rules.keys()].map((rule) => rule.split('.')[0]));
const tested = new Set();

for (const path of tracked) {
  for (const [index, line] of read(path).split('\n').entries()) {
    for (const [citation] of line.matchAll(CITATION)) {
      if (!rules.has(citation) && !sections.has(citation))
        faults.push(`${path}:${index + 1}: there is no rule ${citation}`);
      if (path.startsWith('tests/')) tested.add(citation);
    }
  }
}

const reasons = read(`${SPEC}untested.md`);
const reasoned = new Set(
  [...reasons.matchAll(/^\| ((?:PR|RE|ST|DO|SY|ED)-\d+\.\d+) \|/gm)].map(([, rule]) => rule),
);
const uncited = [...rules.keys()].filter((rule) => !tested.has(rule));
for (const rule of uncited)
  if (!reasoned.has(rule))
    faults.push(`${rule}: no test cites it, and untested.md gives no reason`);
for (const rule of reasoned)
  if (tested.has(rule)) faults.push(`${SPEC}untested.md: ${rule} is cited by a test by now`);

// A break that is explained stands in a line of the code, as it is written there.
for (const { file, code } of JSON.parse(read('tests/mutation/equivalent.json'))) {
  const lines = tracked.includes(file) ? read(file).split('\n') : [];
  if (!lines.some((line) => line.trim() === code))
    faults.push(`tests/mutation/equivalent.json: ${file} has no line "${code}"`);
}

if (process.argv.includes('--untested')) for (const rule of uncited) console.log(rule);
for (const fault of faults) console.error(fault);
console.log(`${rules.size} rules, ${rules.size - uncited.length} cited by tests`);
process.exitCode = faults.length > 0 ? 1 : 0;
