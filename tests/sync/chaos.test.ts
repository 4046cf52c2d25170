// A short chaos run for every kind of server; long-run.ts does the same for hours.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { runChaos } from './chaos/run.ts';
import type { ServerKind } from './chaos/server.ts';
import { coreMerge } from './support/core-merge.ts';
import { plainMerge } from './support/plain-merge.ts';

const KINDS: ServerKind[] = ['strict', 'weakened', 'gzip', 'weak-at-first', 'careless'];
/** Seeds that once found a mistake stay here. */
const SEEDS = [1, 2, 3, 19, 20, 21];

describe('under drops, delays, duplicates, stale answers, killed tabs and a killed server', () => {
  for (const server of KINDS) {
    for (const seed of SEEDS) {
      // SY-1.4
      it(`no edit is lost and all tabs converge on a ${server} server (seed ${seed})`, async () => {
        const size = { devices: 2 + (seed % 4), tabs: 1 + (seed % 2), edits: 200 };
        const result = await runChaos({ seed, server, merge: plainMerge, ...size });
        assert.deepEqual(result.missing, []);
        assert.equal(result.diverged, 0);
        // Six hundred requests for two hundred edits would be a loop.
        assert.ok(result.requests < 3 * size.edits, `${result.requests} requests`);
      });
    }
  }
});

describe('with the merge of the core', () => {
  for (const server of KINDS) {
    it(`no edit is lost and all tabs converge on a ${server} server`, async () => {
      const merge = await coreMerge();
      const size = { devices: 3, tabs: 2, edits: 200 };
      const result = await runChaos({ seed: 11, server, merge, ...size });
      assert.deepEqual(result.missing, []);
      assert.equal(result.diverged, 0);
    });
  }
});
