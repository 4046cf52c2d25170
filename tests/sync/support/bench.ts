// One tab on a device, a server that answers as a test tells it to, and virtual time.

import type { Backend, Reply, SyncDocument } from '../../../web/src/sync/backend.ts';
import { SyncController, type ControllerOptions } from '../../../web/src/sync/controller.ts';
import type { Snapshot } from '../../../web/src/sync/document-sync.ts';
import { Device, Life } from '../chaos/device.ts';
import { VirtualTime } from '../chaos/virtual-time.ts';
import { plainMerge } from './plain-merge.ts';
import { Random } from './random.ts';

export const ID = 'controller-test-1';

/** A document with one line. */
export function quote(change: object = {}): SyncDocument {
  const lines = [{ id: 'li_1', name: 'one', unitPrice: '1.00', quantity: '1' }];
  return { version: 1, id: ID, currency: 'USD', date: '2026-11-22', lines, ...change };
}

/** The document with another name of line 1. */
export function named(name: string, change: object = {}): SyncDocument {
  return quote({ lines: [{ id: 'li_1', name, unitPrice: '1.00', quantity: '1' }], ...change });
}

/** A backend that writes down what it is asked and may be told what to answer next. */
export class ScriptedBackend implements Backend {
  readonly log: string[] = [];
  stored: SyncDocument | null = null;
  version = 0;
  /** Answers given instead of the right one, first to last; null lets the right one through. */
  readonly script: (Partial<Reply> | 'lost answer' | null)[] = [];

  get token(): string {
    return `"${this.version}"`;
  }

  /** Somebody else writes. */
  write(doc: SyncDocument): void {
    this.stored = doc;
    this.version += 1;
  }

  async load(): Promise<Reply> {
    return this.#answer('load', () =>
      this.stored ? { status: 'ok', doc: this.stored, token: this.token } : { status: 'missing' },
    );
  }

  async create(doc: SyncDocument): Promise<Reply> {
    return this.#answer('create', () => (this.stored ? { status: 'conflict' } : this.#keep(doc)));
  }

  async replace(doc: SyncDocument, token: string): Promise<Reply> {
    return this.#answer('replace', () =>
      this.stored && token === this.token ? this.#keep(doc) : { status: 'conflict' },
    );
  }

  async remove(): Promise<Reply> {
    return this.#answer('remove', () => ({ status: 'ok' }));
  }

  async action(_id: string, name: string, key: string): Promise<Reply> {
    return this.#answer(`${name} ${key}`, () => {
      this.write({ ...this.stored!, status: 'open', number: 'INV-1001', digest: 'sha256:0' });
      return { status: 'ok' };
    });
  }

  #keep(doc: SyncDocument): Reply {
    this.write(doc);
    return { status: 'ok', token: this.token };
  }

  #answer(what: string, right: () => Reply): Reply {
    this.log.push(what);
    const scripted = this.script.shift();
    if (!scripted) return right();
    if (scripted === 'lost answer') {
      right();
      return { status: 'retry' };
    }
    return { status: 'retry', ...scripted };
  }
}

export class Bench {
  readonly time = new VirtualTime();
  readonly random = new Random(7);
  readonly device = new Device('device-a', this.time, this.random);
  readonly backend: ScriptedBackend;
  controller!: SyncController;
  life = new Life();
  snapshots: Snapshot[] = [];
  signIns = 0;
  isOnline = true;

  constructor(backend = new ScriptedBackend()) {
    this.backend = backend;
  }

  /** Opens the document in a new tab and lets it settle. */
  async open(options: Partial<ControllerOptions> = {}): Promise<this> {
    this.life = new Life();
    const { life } = this;
    this.controller = new SyncController({
      backend: this.backend,
      drafts: this.device.draftsFor(life),
      merge: plainMerge,
      environment: this.device.environmentFor(life),
      device: this.device.name,
      isOnline: () => this.isOnline,
      onChange: (snapshot) => this.snapshots.push(snapshot),
      onSignInNeeded: () => (this.signIns += 1),
      ...options,
    });
    void this.controller.open(ID, quote());
    await this.pass(5000);
    this.backend.log.length = 0;
    return this;
  }

  pass(milliseconds: number): Promise<void> {
    return this.time.run(this.time.now() + milliseconds);
  }

  /** Edits and waits until the sync has had its turn. */
  async edit(doc: SyncDocument, milliseconds = 1000): Promise<void> {
    this.controller.edit(ID, doc);
    await this.pass(milliseconds);
  }

  get latest(): Snapshot {
    return this.snapshots.at(-1)!;
  }

  /** The save states since the last call, without repetitions. */
  states(): string[] {
    const names = this.snapshots.map((one) => one.save.name);
    this.snapshots = [this.latest];
    return names.filter((name, index) => name !== names[index - 1]);
  }
}

export function nameOf(doc: SyncDocument | null | undefined): string {
  return (doc?.lines as { name: string }[])[0]!.name;
}
