// The conformance command: can this server keep Crossfoot documents without losing an edit?

import { parseArgs } from 'node:util';

import { table } from './report.mjs';
import { runConformance, Unreachable } from './run.mjs';

const HELP = `Usage: conformance [options] URL

Runs the conformance checklist against a server that keeps documents at URL/{id}. It creates some
documents with random ids there and deletes them afterwards.

  --token TOKEN        send "Authorization: Bearer TOKEN"
  --header 'N: VALUE'  send this header with every request; may be repeated
  --level N            the level to demand (1, 2 or 3); by default the one the server declares
  --rounds N           rounds of each race (default 20)
  --width N            parallel requests in a race (default 16)
  --timeout SECONDS    until a request counts as unanswered (default 20)
  --short              3 rounds of each race: quick, may miss a rare race
  --only N,N,…         run only these checks
  --json               print the results as JSON
  --help               print this text

Exit code: 0 the demanded level is reached, 1 it is not, 2 wrong usage or no answer.
`;

const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(HELP);
} else {
  process.exitCode = await main();
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        token: { type: 'string' },
        header: { type: 'string', multiple: true, default: [] },
        level: { type: 'string' },
        rounds: { type: 'string', default: '20' },
        width: { type: 'string', default: '16' },
        timeout: { type: 'string', default: '20' },
        only: { type: 'string' },
        short: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    process.stderr.write(`${error.message}\n${HELP}`);
    process.exit(2);
  }
}

function usage(message) {
  process.stderr.write(`${message}\n\n${HELP}`);
  return 2;
}

async function main() {
  const base = positionals[0];
  if (positionals.length !== 1 || !/^https?:\/\//.test(base)) {
    return usage('One address that starts with http:// or https:// is needed.');
  }
  const numbers = [values.rounds, values.width, values.timeout, values.level ?? '1'].map(Number);
  if (!numbers.every((n) => Number.isInteger(n) && n > 0)) return usage('A number is wrong.');
  try {
    const report = await runConformance(base, {
      headers: requestHeaders(),
      rounds: values.short ? 3 : numbers[0],
      width: numbers[1],
      timeout: numbers[2] * 1000,
      only: onlyChecks(),
    });
    process.stdout.write(`${values.json ? JSON.stringify(report, null, 2) : table(report)}\n`);
    const demanded = values.level ? numbers[3] : Math.max(1, report.declared.level);
    return report.verdict.level >= demanded ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function requestHeaders() {
  const headers = {};
  for (const text of values.header) {
    const at = text.indexOf(':');
    if (at > 0) headers[text.slice(0, at).trim()] = text.slice(at + 1).trim();
  }
  if (values.token) headers.Authorization = `Bearer ${values.token}`;
  return headers;
}

function onlyChecks() {
  if (!values.only) return undefined;
  const chosen = new Set(values.only.split(',').map(Number));
  return (number) => chosen.has(number);
}
