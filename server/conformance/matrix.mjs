// Runs the checklist against every server that can be had here and compares the verdicts with the
// expected ones. With --write it makes docs/conformance.md.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { level1 } from './checks-level1.mjs';
import { level2 } from './checks-level2.mjs';
import { level3 } from './checks-level3.mjs';
import { page } from './matrix-page.mjs';
import { runConformance } from './run.mjs';
import { apacheDefault, apacheDigest } from './servers/apache.mjs';
import { crossfootEmbedded, crossfootPostgres } from './servers/crossfoot.mjs';
import { lighttpd } from './servers/lighttpd.mjs';
import { nginx } from './servers/nginx.mjs';
import { rclone } from './servers/rclone.mjs';

/** What each server is known to deserve; a different verdict fails the run. */
const EXPECTED = [
  { server: crossfootEmbedded, code: 'pass', level: 3 },
  { server: crossfootPostgres, code: 'pass', level: 3 },
  { server: lighttpd, code: 'pass', level: 1 },
  { server: apacheDefault, code: 'after-a-pause', level: 0 },
  { server: apacheDigest, code: 'not-atomic', level: 0 },
  { server: nginx, code: 'unsafe', level: 0 },
  { server: rclone, code: 'unsafe', level: 0 },
];

const PAGE = fileURLToPath(new URL('../../docs/conformance.md', import.meta.url));

const HELP = `Usage: node server/conformance/matrix.mjs [--short] [--install] [--write]

  --short    3 rounds of each race, and no Apache with its default FileETag (it needs a pause
             after every write)
  --install  install missing servers with apt-get (as root)
  --write    write docs/conformance.md
`;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else process.exitCode = await main();

async function main() {
  const outcomes = [];
  for (const expected of EXPECTED) {
    if (values.short && expected.server === apacheDefault) continue;
    const outcome = await tryServer(expected);
    outcomes.push(outcome);
    process.stdout.write(`${outcome.isExpected ? 'ok' : 'FAILED'} - ${sentence(outcome)}\n`);
  }
  if (values.write) writeFileSync(PAGE, page(outcomes, [...level1, ...level2, ...level3]));
  return outcomes.every((outcome) => outcome.isExpected) ? 0 : 1;
}

async function tryServer({ server, code, level }) {
  if (!server.available() && values.install) install(server.packages);
  if (!server.available()) {
    return { server, report: null, isExpected: true, note: 'not installed here' };
  }
  const running = await server.start();
  try {
    const report = await measure(running, code);
    const isExpected = report.verdict.code === code && report.verdict.level === level;
    return { server, version: server.version(), report, isExpected };
  } finally {
    await running.stop();
  }
}

/** A race that is lost only now and then is given more rounds before it counts as won. */
async function measure({ url, headers = {} }, code) {
  const rounds = values.short ? 3 : 20;
  const report = await runConformance(url, { headers, rounds });
  if (code !== 'not-atomic' || report.verdict.code === code) return report;
  return runConformance(url, { headers, rounds: 60 });
}

function install(packages) {
  if (packages.length === 0) return;
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function sentence({ server, report, note }) {
  if (!report) return `${server.name}: ${note}`;
  const failed = report.results.filter((one) => one.result === 'fail').map((one) => one.number);
  const fails = failed.length > 0 ? `; fails ${failed.join(', ')}` : '';
  return `${server.name}: ${report.verdict.text}${fails}`;
}
