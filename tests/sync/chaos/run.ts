// One chaos run: some people, one document, one bad network, one seed.

import type { SyncDocument } from '../../../web/src/sync/backend.ts';
import type { Merge } from '../../../web/src/sync/merge.ts';
import { sameContent } from '../../../web/src/sync/revision.ts';
import { parseJson } from '../../../web/src/sync/lossless-json.ts';
import { Random } from '../support/random.ts';
import { Device } from './device.ts';
import { Ledger } from './ledger.ts';
import { Person } from './person.ts';
import { noFaults, SimulatedServer, type Faults, type ServerKind } from './server.ts';
import { VirtualTime } from './virtual-time.ts';

export interface ChaosOptions {
  seed: number;
  edits: number;
  devices: number;
  /** Tabs of each device that have the document open. */
  tabs: number;
  server: ServerKind;
  merge: Merge;
  faults?: Partial<Faults>;
  /** Kill tabs and the server now and then, let clocks jump. */
  accidents?: boolean;
}

export interface ChaosResult {
  /** Edits without a trace: must be empty. */
  missing: string[];
  /** Tabs whose screen is not the server's document at the end: must be 0. */
  diverged: number;
  counts: ReturnType<Ledger['count']>;
  requests: number;
  virtualSeconds: number;
  protections: string[];
}

const ID = 'chaos-document-0001';

export const badNetwork: Faults = {
  lostRequest: 0.04,
  lostAnswer: 0.06,
  duplicated: 0.05,
  staleAnswer: 0.05,
  truncated: 0.02,
  refused: 0.06,
  delay: 600,
};

export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const time = new VirtualTime();
  const random = new Random(options.seed);
  const server = new SimulatedServer(options.server, time, random);
  const ledger = new Ledger(time);
  const initial: SyncDocument = {
    version: 1,
    id: ID,
    currency: 'USD',
    date: '2026-11-22',
    lines: [],
  };
  const people: Person[] = [];
  for (let d = 0; d < options.devices; d++) {
    const device = new Device(`device-${d}`, time, random);
    for (let t = 0; t < options.tabs; t++) {
      people.push(new Person(device, server, random, ledger, options.merge, ID, initial));
    }
  }
  for (const person of people) void person.open();
  await time.run(time.now() + 10_000);
  server.faults = { ...badNetwork, ...options.faults };
  while (ledger.edits < options.edits) {
    await act(options, people, random, server);
    await time.run(time.now() + random.below(400));
  }
  await calmDown(people, server, time);
  return report(people, server, ledger, time);
}

async function act(
  { accidents = true }: ChaosOptions,
  people: Person[],
  random: Random,
  server: SimulatedServer,
): Promise<void> {
  const person = random.pick(people);
  const luck = random.next();
  if (luck < 0.8) person.edit();
  else if (luck < 0.93) void person.decide();
  else if (luck < 0.96) {
    if (person.isReady) void person.controller.refresh(ID);
  } else if (!accidents) return;
  else if (luck < 0.975) await person.kill();
  else if (luck < 0.985) server.isDown = !server.isDown;
  else person.device.clockError = (random.next() - 0.5) * 2 * 365 * 86_400_000;
}

/** The network heals; everybody decides what is open and looks for news until all is said. */
async function calmDown(people: Person[], server: SimulatedServer, time: VirtualTime) {
  server.faults = noFaults;
  server.isDown = false;
  for (let round = 0; round < 60; round++) {
    await time.run(time.now() + 70_000); // longer than any back-off
    for (const person of people) {
      void person.decide();
      await time.run(time.now() + 3000);
      if (person.isReady) void person.controller.refresh(ID);
    }
    await time.run(time.now() + 5000);
    if (round > 3 && people.every((one) => isSettled(one, server))) return;
  }
}

function isSettled(person: Person, server: SimulatedServer): boolean {
  const { latest } = person;
  const isSaved = latest?.save.name === 'saved' || latest?.save.name === 'unprotected';
  return isSaved && sameContent(latest.document, stored(server));
}

function stored(server: SimulatedServer): SyncDocument {
  return parseJson(server.text(ID) ?? 'null') as SyncDocument;
}

function report(
  people: Person[],
  server: SimulatedServer,
  ledger: Ledger,
  time: VirtualTime,
): ChaosResult {
  const text = server.text(ID) ?? '';
  return {
    missing: ledger.missing(text),
    diverged: people.filter((one) => !isSettled(one, server)).length,
    counts: ledger.count(text),
    requests: server.requests,
    virtualSeconds: Math.round(time.now() / 1000),
    protections: [...new Set(people.map((one) => one.latest?.save.name ?? 'none'))],
  };
}
