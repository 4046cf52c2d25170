// One chaos run: some people, one document, one bad network, one seed.

import type { SyncDocument } from '../../../web/src/sync/backend.ts';
import type { Merge } from '../../../web/src/sync/merge.ts';
import { sameContent } from '../../../web/src/sync/revision.ts';
import { parseJson } from '../../../web/src/json/lossless-json.ts';
import { Random } from '../support/random.ts';
import { Device } from './device.ts';
import { Ledger } from './ledger.ts';
import { Person, type Endpoint } from './person.ts';
import { noFaults, SimulatedServer, type Faults, type ServerKind } from './server.ts';
import { VirtualTime, type Clock } from './virtual-time.ts';

export interface Size {
  seed: number;
  edits: number;
  devices: number;
  /** Tabs of each device that have the document open. */
  tabs: number;
  merge: Merge;
}

export interface ChaosOptions extends Size {
  server: ServerKind;
  faults?: Partial<Faults>;
}

export interface ChaosResult {
  /** Edits without a trace: must be empty. */
  missing: string[];
  /** Tabs whose screen is not the server's document at the end: must be 0. */
  diverged: number;
  counts: ReturnType<Ledger['count']>;
  virtualSeconds: number;
  /** How the last tabs ended. */
  states: string[];
}

/** Where a run takes place. */
export interface World {
  id: string;
  time: Clock;
  random: Random;
  endpoint: Endpoint;
  /** Makes the network bad, or good again. */
  setFaults(bad: boolean): void;
  /** Kills the server, or brings it back. */
  breakServer(): Promise<void>;
  /** Everything works again. */
  heal(): Promise<void>;
  stored(): Promise<SyncDocument | null>;
}

export const badNetwork: Faults = {
  lostRequest: 0.04,
  lostAnswer: 0.06,
  duplicated: 0.05,
  staleAnswer: 0.05,
  truncated: 0.02,
  refused: 0.06,
  delay: 600,
};

/** A run against a simulated server, in virtual time. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult & { requests: number }> {
  const time = new VirtualTime();
  const random = new Random(options.seed);
  const server = new SimulatedServer(options.server, time, random);
  const id = 'chaos-document-0001';
  const result = await runIn(options, {
    id,
    time,
    random,
    endpoint: { base: 'http://server/documents', fetch: server.fetch as typeof fetch },
    setFaults: (bad) => (server.faults = bad ? { ...badNetwork, ...options.faults } : noFaults),
    breakServer: async () => void (server.isDown = !server.isDown),
    heal: async () => void (server.isDown = false),
    stored: async () => parseJson(server.text(id) ?? 'null') as SyncDocument | null,
  });
  return { ...result, requests: server.requests };
}

/** A run in any world. */
export async function runIn(options: Size, world: World): Promise<ChaosResult> {
  const { time, random, id, endpoint } = world;
  const ledger = new Ledger(time);
  const initial: SyncDocument = { version: 1, id, currency: 'USD', date: '2026-11-22', lines: [] };
  const people: Person[] = [];
  for (let d = 0; d < options.devices; d++) {
    const device = new Device(`device-${d}`, time, random);
    for (let t = 0; t < options.tabs; t++) {
      people.push(new Person(device, endpoint, random, ledger, options.merge, id, initial));
    }
  }
  for (const person of people) void person.open();
  await time.run(time.now() + 10_000);
  world.setFaults(true);
  while (ledger.edits < options.edits) {
    await act(people, world);
    await time.run(time.now() + random.below(400));
  }
  await calmDown(people, world);
  return report(people, world, ledger);
}

/** Something happens: mostly an edit, sometimes a decision or a look, now and then an accident. */
async function act(people: Person[], { id, random, breakServer }: World): Promise<void> {
  const person = random.pick(people);
  const luck = random.next();
  if (luck < 0.8) person.edit();
  else if (luck < 0.93) void person.decide();
  else if (luck < 0.96) {
    if (person.isReady) void person.controller.refresh(id);
  } else if (luck < 0.975) await person.kill();
  else if (luck < 0.985) await breakServer();
  else person.device.clockError = (random.next() - 0.5) * 2 * 365 * 86_400_000;
}

/** The network heals; everybody decides what is open and looks for news until all is said. */
async function calmDown(people: Person[], world: World): Promise<void> {
  const { time, id } = world;
  world.setFaults(false);
  await world.heal();
  for (let round = 0; round < 60; round++) {
    await time.run(time.now() + 70_000); // longer than any back-off
    for (const person of people) {
      void person.decide();
      await time.run(time.now() + 3000);
      if (person.isReady) void person.controller.refresh(id);
    }
    await time.run(time.now() + 5000);
    const stored = await world.stored();
    if (round > 3 && people.every((one) => isSettled(one, stored))) return;
  }
}

function isSettled({ latest }: Person, stored: SyncDocument | null): boolean {
  const isSaved = latest?.save.name === 'saved' || latest?.save.name === 'unprotected';
  return isSaved && sameContent(latest.document, stored);
}

async function report(people: Person[], world: World, ledger: Ledger): Promise<ChaosResult> {
  const stored = await world.stored();
  const text = JSON.stringify(stored);
  return {
    missing: ledger.missing(text),
    diverged: people.filter((one) => !isSettled(one, stored)).length,
    counts: ledger.count(text),
    virtualSeconds: Math.round(world.time.now() / 1000),
    states: [...new Set(people.map((one) => one.latest?.save.name ?? 'none'))],
  };
}
