// Mutation testing of the rule files: breaks them one place at a time and runs the GoogleTest suite.
// A break that no test notices is listed; it is killed by a test or explained in equivalent.json.
//   node tests/mutation/mutate.mjs [--only TEXT] [--sample N] [--seed S] [--minimum PERCENT]
import { execFileSync, spawn } from 'node:child_process';
import {
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

function configure() {
  execFileSync(
    'cmake',
    [
      ...['-S', source, '-B', build, '-G', 'Ninja'],
      ...['-DCROSSFOOT_TESTS=ON', '-DCROSSFOOT_CLI=OFF', '-DCMAKE_BUILD_TYPE=Release'],
      `-DCMAKE_CXX_FLAGS=-w -include ${join(here, 'mutant.h')}`,
      '-DCMAKE_CXX_FLAGS_RELEASE=-O1',
      `-DCMAKE_EXE_LINKER_FLAGS=${join(work, 'mutant.o')}`,
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
      maxBuffer: 1 << 28,
    });
    return null;
  } catch (failure) {
    output = `${failure.stdout}`;
  }
  const refused = new Set();
  for (const [, path, line] of output.matchAll(/([^\s:]+\.cpp):(\d+):\d+: (?:fatal )?error/g)) {
    const file = relative(source, join(build, path)).replace(/^(\.\.\/)+source\//, '');
    for (const point of points)
      if (file.endsWith(point.file) && point.line <= +line && +line <= point.lastLine)
        refused.add(point);
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

/** Runs the tests with one break; resolves to whether they noticed. */
function isNoticed(id, milliseconds) {
  return new Promise((resolve) => {
    const child = spawn(program, ['--gtest_fail_fast', '--gtest_brief=1'], {
      stdio: 'ignore',
      env: { ...process.env, CROSSFOOT_MUTANT: String(id) },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code !== 0);
    });
  });
}

/** The places that the tests reach, and how long they take. */
function reachedPlaces() {
  const file = join(work, 'reached');
  const start = process.hrtime.bigint();
  execFileSync(program, ['--gtest_brief=1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CROSSFOOT_REACHED: file },
  });
  const took = Number((process.hrtime.bigint() - start) / 1_000_000n);
  return { reached: new Set(readFileSync(file, 'utf8').split('\n').map(Number)), took };
}

/** Every n-th place by a fixed order of the seed, or all. */
function sampled(points) {
  const count = Number(options.sample);
  if (count === 0 || count >= points.length) return points;
  const key = (point) =>
    ((point.id + 1) * (2654435761 + Number(options.seed) * 40503)) % 4294967296;
  return [...points].sort((a, b) => key(a) - key(b)).slice(0, count);
}

const sayOf = (point) => `${point.file}:${point.line}: ${point.what}: ${point.text}`;

/** What a survivor is, without its line number: lines move. */
const keyOf = ({ file, text, what }) => `${file}|${text}|${what}`;

/** The breaks that change nothing, by key, each not yet met. */
function readReasons() {
  const listed = JSON.parse(readFileSync(join(here, 'equivalent.json'), 'utf8'));
  return new Map(
    listed.map(({ file, code, from, to }) => [
      keyOf({ file, text: code, what: to === '' ? from : `${from} → ${to}` }),
      false,
    ]),
  );
}

async function main() {
  mkdirSync(work, { recursive: true });
  copySources();
  execFileSync('g++', [
    '-std=c++20',
    '-O1',
    '-c',
    join(here, 'mutant.cpp'),
    '-o',
    join(work, 'mutant.o'),
  ]);
  const parser = await makeParser();
  writeSources(parser, new Map(ruleFiles.map((file) => [file, new Set()])));
  configure();
  const points = buildAll(parser);
  const { reached, took } = reachedPlaces();
  const wanted = sampled(points);
  const limit = 20 * took + 10_000;
  const survivors = [];
  const queue = [...wanted];
  const worker = async () => {
    for (let point = queue.shift(); point; point = queue.shift()) {
      const noticed = reached.has(point.id) && (await isNoticed(point.id, limit));
      if (!noticed) survivors.push(point);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  const reasons = readReasons();
  const unexplained = [];
  for (const point of survivors.sort((a, b) => a.id - b.id)) {
    const key = keyOf(point);
    if (reasons.has(key)) reasons.set(key, true);
    else unexplained.push(point);
  }
  for (const point of unexplained)
    console.log(`survived${reached.has(point.id) ? '' : ' (not reached)'}: ${sayOf(point)}`);
  const explained = survivors.length - unexplained.length;
  const killed = wanted.length - survivors.length;
  const score = (killed / (wanted.length - explained)) * 100;
  console.log(
    `${wanted.length} breaks of ${points.length}: ${killed} noticed, ${explained} explained, ` +
      `${unexplained.length} survived; ${score.toFixed(1)} % of those that change anything`,
  );
  const complete = options.only === '' && wanted.length === points.length;
  const stale = complete ? [...reasons].filter(([, used]) => !used) : [];
  for (const [key] of stale) console.log(`explained, but noticed or gone: ${key}`);
  process.exitCode = score < Number(options.minimum) || stale.length > 0 ? 1 : 0;
}

await main();
