// Mutation testing of the rule files: breaks them one place at a time and runs the GoogleTest suite.
// A break that no test notices is listed; it is killed by a test or explained in equivalent.json.
//   node tests/mutation/mutate.mjs [--only TEXT] [--sample N] [--seed S] [--minimum PERCENT] [--minutes M]
// One program has all breaks, each behind a switch. What each test reaches is recorded once; a break
// is then shown to the tests that reach it: first the one that noticed it last time, then quick ones
// of each suite, then the rest. Answers are kept in build/mutation: a run that was stopped goes on.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Language, Parser } from 'web-tree-sitter';
import { instrument } from './points.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const work = join(root, 'build/mutation');
const source = join(work, 'source');
const build = join(work, 'build');
const answersFile = join(work, 'answers');

/** Where the rules of money stand. */
const RULE_FILES = [
  'core/num',
  'core/pricing',
  'core/recurring',
  'core/subscription/proration.cpp',
  'core/convert/partial_credit.cpp',
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    minimum: { type: 'string', default: '0' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});

const ruleFiles = RULE_FILES.flatMap((path) =>
  path.endsWith('.cpp')
    ? [path]
    : readdirSync(join(root, path))
        .filter((name) => name.endsWith('.cpp'))
        .sort()
        .map((name) => `${path}/${name}`),
).filter((path) => path.includes(options.only));

function copySources() {
  rmSync(source, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  for (const name of ['CMakeLists.txt', 'cmake', 'core', 'tests', 'bench', 'schema'])
    cpSync(join(root, name), join(source, name), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  // Read by tests, never built.
  for (const name of ['examples', 'docs', 'web', 'wasm', 'scripts'])
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(source, name));
}

async function makeParser() {
  await Parser.init();
  const parser = new Parser();
  const grammar = join(here, 'node_modules/tree-sitter-cpp/tree-sitter-cpp.wasm');
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

/** Writes the sources with their switches; `left` has the places of each file that do not compile. */
function writeSources(parser, left) {
  const points = [];
  for (const file of ruleFiles) {
    const tree = parser.parse(readFileSync(join(root, file), 'utf8'));
    const made = instrument(tree, file, points.length, left.get(file));
    writeFileSync(join(source, file), made.text);
    points.push(...made.points);
  }
  return points;
}

/** Links with what is there and quick. */
function fastLinker() {
  const found = ['mold', 'lld', 'gold'].find(
    (name) => spawnSync(name === 'mold' ? 'mold' : `ld.${name}`, ['--version']).status === 0,
  );
  return found === undefined ? '' : ` -fuse-ld=${found}`;
}

function configure() {
  execFileSync(
    'cmake',
    [
      ...['-S', source, '-B', build, '-G', 'Ninja'],
      ...['-DCROSSFOOT_TESTS=ON', '-DCROSSFOOT_CLI=OFF', '-DCMAKE_BUILD_TYPE=Release'],
      // A trial program has no tests, which the switches are linked with.
      '-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY',
      `-DCMAKE_CXX_FLAGS=-w -include ${join(here, 'mutant.h')}`,
      '-DCMAKE_CXX_FLAGS_RELEASE=-O1',
      `-DCMAKE_EXE_LINKER_FLAGS=${join(work, 'mutant.o')}${fastLinker()}`,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/** Builds; answers the places that the compiler refuses. */
function refusedPlaces(points) {
  let output = '';
  try {
    execFileSync('ninja', ['-C', build, '-k', '0', 'crossfoot_tests'], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 1 << 28,
    });
    return null;
  } catch (failure) {
    output = `${failure.stdout}`;
  }
  const refused = new Set();
  const errors = /([^\s:]+\.cpp):(\d+):\d+: (?:fatal )?error(.*)/g;
  for (const [, path, line, said] of output.matchAll(errors)) {
    const file = relative(source, join(build, path)).replace(/^(\.\.\/)+source\//, '');
    const there = points.filter(
      (point) => file.endsWith(point.file) && point.line <= +line && +line <= point.lastLine,
    );
    // A type that lacks an operator says which: the other breaks of the line stay.
    const lacking = there.filter(({ what }) => said.includes(`operator${what.split(' ').at(-1)}'`));
    for (const point of lacking.length > 0 ? lacking : there) refused.add(point);
  }
  if (refused.size === 0) throw new Error(`The build fails, and no place is to blame:\n${output}`);
  return refused;
}

function buildAll(parser) {
  const left = new Map(ruleFiles.map((file) => [file, new Set()]));
  for (;;) {
    const points = writeSources(parser, left);
    const refused = refusedPlaces(points);
    if (refused === null) return points;
    for (const point of refused) left.get(point.file).add(point.key);
  }
}

const program = join(build, 'tests/crossfoot_tests');

/** Runs some tests, or all, with one break; resolves to the test that noticed, or null. */
function noticedBy(id, tests) {
  const filter = join(work, `filter-${id}`);
  writeFileSync(filter, `--gtest_filter=${tests.map(({ name }) => name).join(':')}\n`);
  const milliseconds = 2000 + tests.reduce((sum, { ms }) => sum + 10 * ms, 0);
  return new Promise((resolve) => {
    const child = spawn(program, [`--gtest_flagfile=${filter}`, '--gtest_fail_fast'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, CROSSFOOT_MUTANT: String(id) },
    });
    let said = '';
    child.stdout.on('data', (data) => (said = (said + data).slice(-20_000)));
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (code) => {
      clearTimeout(timer);
      rmSync(filter);
      if (code === 0) return resolve(null);
      const started = [...said.matchAll(/^\[ RUN +\] (.+)$/gm)].at(-1);
      resolve(started?.[1] ?? '?');
    });
  });
}

/** The tests by the places that they reach, each with its milliseconds, quick ones of each suite first. */
function testsByPlace() {
  const file = join(work, 'reached');
  execFileSync(program, ['--gtest_brief=1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CROSSFOOT_REACHED: file },
  });
  const tests = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name, microseconds, ...places] = line.split(' ');
      return { name, ms: Number(microseconds) / 1000, places: places.map(Number) };
    })
    .sort((a, b) => a.ms - b.ms);
  const before = new Map();
  for (const test of tests) {
    const suite = test.name.split('.')[0];
    test.rank = before.get(suite) ?? 0;
    before.set(suite, test.rank + 1);
  }
  const byPlace = new Map();
  for (const test of tests.sort((a, b) => a.rank - b.rank || a.ms - b.ms))
    for (const place of test.places) {
      if (!byPlace.has(place)) byPlace.set(place, []);
      byPlace.get(place).push(test);
    }
  return byPlace;
}

const QUICK_MS = 60;

/** The tests that reach a place, in the groups in which they are run. */
function groupsOf(tests, likely) {
  const known = tests.filter(({ name }) => name === likely);
  let ms = 0;
  const quick = tests.filter((test) => test.ms < QUICK_MS / 3 && (ms += test.ms) < QUICK_MS);
  const isQuick = new Set(quick);
  return [known, quick, tests.filter((test) => !isQuick.has(test))].filter(({ length }) => length);
}

async function killerOf(point, tests, likely) {
  for (const group of groupsOf(tests, likely)) {
    const killer = await noticedBy(point.id, group);
    if (killer !== null) return killer;
  }
  return null;
}

/** The answers of the last run, those of this very program apart: `answer` by the key of a place. */
function readAnswers() {
  const hash = createHash('sha256').update(readFileSync(program)).digest('hex');
  const earlier = new Map();
  let ofThis = false;
  if (existsSync(answersFile))
    for (const line of readFileSync(answersFile, 'utf8').split('\n').filter(Boolean)) {
      const { program: of, key, killer } = JSON.parse(line);
      if (of !== undefined) ofThis = of === hash;
      else earlier.set(key, { killer, ofThis });
    }
  appendFileSync(answersFile, `${JSON.stringify({ program: hash })}\n`);
  return earlier;
}

/** Every n-th place by a fixed order of the seed, or all. */
function sampled(points) {
  const count = Number(options.sample);
  if (count === 0 || count >= points.length) return points;
  const key = (point) =>
    ((point.id + 1) * (2654435761 + Number(options.seed) * 40503)) % 4294967296;
  return [...points].sort((a, b) => key(a) - key(b)).slice(0, count);
}

const sayOf = (point) =>
  `${point.file}:${point.line}: ${point.what}${point.nth > 1 ? ` (${point.nth})` : ''}: ${point.text}`;

/** What a place is, without its line number: lines move. */
const keyOf = ({ file, text, what, nth }) => `${file}|${text}|${what}|${nth}`;

/** Counts places that look alike in a file. */
function number(points) {
  const met = new Map();
  for (const point of points) {
    const alike = `${point.file}|${point.text}|${point.what}`;
    point.nth = (met.get(alike) ?? 0) + 1;
    met.set(alike, point.nth);
  }
}

/**
 * Why the breaks that no test can notice are none, by key: `undefined` ones read or write outside of
 * what is there, and are noticed by chance.
 */
function readReasons() {
  const listed = JSON.parse(readFileSync(join(here, 'equivalent.json'), 'utf8'));
  return new Map(
    listed.map(({ file, code, from, to, nth = 1, undefined: byChance = false }) => [
      keyOf({ file, text: code, what: to === '' ? from : `${from} → ${to}`, nth }),
      { byChance },
    ]),
  );
}

/** The test that notices each place, null where none does; ends early when its time is up. */
async function killersOf(wanted, reasons) {
  const byPlace = testsByPlace();
  const answers = readAnswers();
  const ends = Date.now() + Number(options.minutes) * 60_000;
  const killers = new Map();
  const open = [];
  for (const point of wanted) {
    const answer = answers.get(keyOf(point));
    if (answer?.ofThis) killers.set(point, answer.killer);
    else open.push(point);
  }
  // Those that nothing will notice are shown to every test there is: last.
  open.sort((a, b) => reasons.has(keyOf(a)) - reasons.has(keyOf(b)));
  const start = Date.now();
  const count = open.length;
  const worker = async () => {
    for (let point = open.shift(); point; point = open.shift()) {
      if (Date.now() > ends) return;
      const key = keyOf(point);
      const killer = await killerOf(point, byPlace.get(point.id) ?? [], answers.get(key)?.killer);
      killers.set(point, killer);
      appendFileSync(answersFile, `${JSON.stringify({ key, killer })}\n`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const done = count - open.length;
  if (done > 0) console.error(`${done} breaks, ${Math.round((Date.now() - start) / done)} ms each`);
  return { killers, isReached: (point) => byPlace.has(point.id) };
}

function compileSwitches() {
  const gtest = '/usr/src/googletest/googletest/include';
  const target = join(work, 'mutant.o');
  const flags = ['-std=c++20', '-O1', `-I${gtest}`];
  execFileSync('g++', [...flags, '-c', join(here, 'mutant.cpp'), '-o', target]);
}

async function main() {
  mkdirSync(work, { recursive: true });
  copySources();
  compileSwitches();
  const parser = await makeParser();
  writeSources(parser, new Map(ruleFiles.map((file) => [file, new Set()])));
  configure();
  const points = buildAll(parser);
  number(points);
  const wanted = sampled(points);
  const reasons = readReasons();
  const { killers, isReached } = await killersOf(wanted, reasons);
  const met = wanted.filter((point) => killers.has(point));
  const survivors = met.filter((point) => killers.get(point) === null);
  const unexplained = survivors.filter((point) => !reasons.has(keyOf(point)));
  for (const point of unexplained)
    console.log(`survived${isReached(point) ? '' : ' (not reached)'}: ${sayOf(point)}`);
  const explained = survivors.length - unexplained.length;
  const killed = met.length - survivors.length;
  const score = (killed / (met.length - explained)) * 100;
  console.log(
    `${met.length} breaks of ${points.length}: ${killed} noticed, ${explained} explained, ` +
      `${unexplained.length} survived; ${score.toFixed(1)} % of those that change anything`,
  );
  const stale = staleReasons(reasons, points, killers);
  for (const key of stale) console.log(`explained, but noticed or gone: ${key}`);
  if (met.length < wanted.length) console.log(`${wanted.length - met.length} left: run it again`);
  process.exitCode = score < Number(options.minimum) || stale.length > 0 ? 1 : 0;
}

/** Reasons for what is no place any more, or what a test notices. */
function staleReasons(reasons, points, killers) {
  const places = new Map(points.map((point) => [keyOf(point), point]));
  return [...reasons.keys()].filter((key) => {
    const point = places.get(key);
    if (point === undefined) return ruleFiles.includes(key.split('|')[0]) || options.only === '';
    return killers.get(point) != null && !reasons.get(key).byChance;
  });
}

await main();
