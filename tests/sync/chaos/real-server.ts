// Chaos against the reference backend itself, as a process that is killed with SIGKILL and started
// again on its store: node --import tsx tests/sync/chaos/real-server.ts [EDITS] [SEED]

import { dataFolder, startProcess } from '../../../server/conformance/servers/crossfoot.mjs';
import { freePort } from '../../../server/conformance/servers/process.mjs';
import type { SyncDocument } from '../../../web/src/sync/backend.ts';
import { parseJson } from '../../../web/src/json/lossless-json.ts';
import { coreMerge } from '../support/core-merge.ts';
import { Random } from '../support/random.ts';
import { withFaults } from './bad-network.ts';
import { RealTime } from './real-time.ts';
import { badNetwork, runIn } from './run.ts';
import { noFaults } from './server.ts';

/** Virtual seconds in a real one. */
const SPEED = 20;

const edits = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
const time = new RealTime(SPEED);
const random = new Random(seed);
const { folder, remove } = dataFolder();
const settings = { DATA_FOLDER: folder, PORT: String(await freePort()) };
let server = await startProcess(settings);
const { url, token, headers } = server;
const id = `chaos-${random.hex(24)}`;
const network = { faults: noFaults };
let isUp = true;
let kills = 0;

const start = async () => {
  server = await startProcess({ ...settings, TEST_TOKEN: token });
  isUp = true;
};

const result = await runIn(
  { seed, edits, devices: 4, tabs: 2, merge: await coreMerge() },
  {
    id,
    time,
    random,
    endpoint: { base: url, headers: () => headers, fetch: withFaults(network, time, random) },
    setFaults: (bad) => (network.faults = bad ? { ...badNetwork, staleAnswer: 0 } : noFaults),
    breakServer: async () => {
      if (!isUp) return start();
      kills += 1;
      isUp = false;
      await server.kill();
    },
    heal: async () => (isUp ? undefined : start()),
    stored: async () => {
      const answer = await fetch(`${url}/${id}`, { headers });
      return answer.ok ? (parseJson(await answer.text()) as SyncDocument) : null;
    },
  },
);
await server.terminate();
remove();
const { counts, missing, diverged } = result;
console.log(
  `${counts.edits} edits by 4 devices with 2 tabs each; the server was killed ${kills} times`,
);
console.log(`${counts.present} in the final document, ${counts.overwritten} replaced knowingly`);
console.log(
  `${counts.shown} shown in a conflict, ${counts.lostWithTab} younger than 200 ms lost with a tab`,
);
console.log(`edits without a trace: ${missing.length}; tabs that differ: ${diverged}`);
process.exit(missing.length === 0 && diverged === 0 ? 0 : 1);
