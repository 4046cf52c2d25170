// Runs the checklist against one server. Used by the command and by the tests.

import { level1 } from './checks-level1.mjs';
import { level2 } from './checks-level2.mjs';
import { level3 } from './checks-level3.mjs';
import { Context, Finding } from './context.mjs';
import { judge } from './verdict.mjs';
import { Wire } from './wire.mjs';

/** The server did not answer at all. */
export class Unreachable extends Error {}

/**
 * @typedef {object} Options
 * @property {Record<string, string>} [headers] sent with every request, for example Authorization.
 * @property {number} [rounds] rounds of each race; 20 by default.
 * @property {number} [width] parallel requests in a race; 16 by default.
 * @property {number} [timeout] milliseconds until a request counts as unanswered.
 * @property {(number: number) => boolean} [only] which checks to run; all by default.
 */

/**
 * Runs all checks that apply and judges the server.
 * @param {string} base the address that ids are appended to.
 * @param {Options} [options]
 */
export async function runConformance(base, options = {}) {
  const { headers = {}, rounds = 20, width = 16, timeout = 20000, only = () => true } = options;
  const wire = new Wire({ headers, timeout, waits: 20 });
  const ctx = new Context(wire, base, { rounds, width });
  const start = Date.now();
  try {
    const hello = await wire.send('GET', ctx.url('conformance-is-anybody-there'));
    if (hello.status === 0) throw new Unreachable(`${base} does not answer: ${hello.error}`);
    await ctx.readDeclaration();
    const checks = [...level1, ...level2, ...(ctx.declared.level >= 3 ? level3 : [])];
    const results = [];
    for (const check of checks.filter((one) => only(one.number))) {
      results.push(await runCheck(check, ctx));
    }
    await ctx.cleanUp();
    return {
      base,
      declared: ctx.declared,
      pauseMilliseconds: ctx.pause,
      requests: wire.requests,
      seconds: (Date.now() - start) / 1000,
      results,
      verdict: judge(results),
    };
  } finally {
    wire.close();
  }
}

async function runCheck({ number, title, level, run }, ctx) {
  try {
    return { number, title, level, result: 'pass', detail: (await run(ctx)) ?? '' };
  } catch (error) {
    if (!(error instanceof Finding)) throw error;
    return { number, title, level, result: 'fail', detail: error.message };
  }
}
