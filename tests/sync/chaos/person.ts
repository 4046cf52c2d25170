// Somebody at a tab who edits, decides and now and then kills the tab. Every edit writes a text
// that occurs nowhere else, so that its fate can be followed.

import type { SyncDocument } from '../../../web/src/sync/backend.ts';
import { SyncController } from '../../../web/src/sync/controller.ts';
import type { Snapshot } from '../../../web/src/sync/document-sync.ts';
import { HttpBackend } from '../../../web/src/sync/http-backend.ts';
import type { JsonObject } from '../../../web/src/json/lossless-json.ts';
import type { Merge } from '../../../web/src/sync/merge.ts';
import type { Random } from '../support/random.ts';
import { Device, Life } from './device.ts';
import type { Ledger } from './ledger.ts';

/** Where documents are, and over which network. */
export interface Endpoint {
  base: string;
  headers?: () => Record<string, string>;
  fetch: typeof fetch;
}

const FIELDS = ['comments', 'poNumber', 'deliveryNote', 'reference'];

export class Person {
  life = new Life();
  controller!: SyncController;
  latest: Snapshot | null = null;
  isReady = false;

  constructor(
    readonly device: Device,
    readonly endpoint: Endpoint,
    readonly random: Random,
    readonly ledger: Ledger,
    readonly merge: Merge,
    readonly id: string,
    readonly initial: SyncDocument,
  ) {}

  /** Opens a tab. Edits begin when the document is there. */
  async open(): Promise<void> {
    this.life = new Life();
    this.latest = null;
    this.isReady = false;
    const { life, device, endpoint } = this;
    this.controller = new SyncController({
      backend: new HttpBackend({
        ...endpoint,
        fetch: (input, init) => life.within(endpoint.fetch(input, init)),
      }),
      drafts: device.draftsFor(life),
      merge: this.merge,
      environment: device.environmentFor(life),
      device: device.name,
      onChange: (snapshot) => {
        if (life.isOver) return;
        this.latest = snapshot;
        this.ledger.sawConflicts(snapshot);
      },
    });
    await this.controller.open(this.id, this.initial);
    if (!life.isOver) this.isReady = true;
  }

  /** What is on the screen. */
  get screen(): SyncDocument | null {
    return this.latest?.document ?? null;
  }

  /** Ends the tab without any warning, and opens another. */
  async kill(): Promise<void> {
    this.life.end();
    const record = await this.device.store.get(this.id);
    this.ledger.tabKilled(this, record);
    await this.open();
  }

  /** One random edit of what is on the screen. */
  edit(): void {
    const { screen, random } = this;
    if (!screen || !this.isReady) return;
    const lines = (screen.lines ?? []) as JsonObject[];
    const choice = random.below(12);
    let next: SyncDocument;
    if (choice === 0 && lines.length > 0) next = this.#removeLine(screen, lines);
    else if (choice === 1 && lines.length > 1) next = this.#moveLine(screen, lines);
    else {
      const text = this.ledger.newText(this);
      if (choice < 5 || lines.length === 0) next = this.#addLine(screen, lines, text);
      else if (choice < 11) next = this.#changeLine(screen, lines, text);
      else next = this.#changeField(screen, text);
    }
    this.controller.edit(this.id, next);
  }

  /** Answers one open question, if there is one. */
  async decide(): Promise<void> {
    const conflict = this.latest?.conflicts[0];
    if (conflict && this.isReady) {
      const side = this.random.chance(0.5) ? 'mine' : 'theirs';
      await this.controller.resolve(this.id, conflict.path, side);
    }
  }

  #addLine(screen: SyncDocument, lines: JsonObject[], text: string): SyncDocument {
    const line = { id: `li_${text}`, name: text, unitPrice: '1.00', quantity: '1' };
    const at = this.random.below(lines.length + 1);
    return { ...screen, lines: [...lines.slice(0, at), line, ...lines.slice(at)] };
  }

  #changeLine(screen: SyncDocument, lines: JsonObject[], text: string): SyncDocument {
    const at = this.random.below(lines.length);
    const field = this.random.pick(['name', 'description', 'sku']);
    this.ledger.overwritten(this, lines[at]![field]);
    const line = { ...lines[at]!, [field]: text };
    return { ...screen, lines: lines.map((one, i) => (i === at ? line : one)) };
  }

  #removeLine(screen: SyncDocument, lines: JsonObject[]): SyncDocument {
    const at = this.random.below(lines.length);
    for (const value of Object.values(lines[at]!)) this.ledger.overwritten(this, value);
    return { ...screen, lines: lines.filter((_, i) => i !== at) };
  }

  /** A move writes no text: it is only there to disturb the order. */
  #moveLine(screen: SyncDocument, lines: JsonObject[]): SyncDocument {
    const from = this.random.below(lines.length);
    const others = lines.filter((_, i) => i !== from);
    const to = this.random.below(lines.length);
    return { ...screen, lines: [...others.slice(0, to), lines[from]!, ...others.slice(to)] };
  }

  #changeField(screen: SyncDocument, text: string): SyncDocument {
    const field = this.random.pick(FIELDS);
    this.ledger.overwritten(this, screen[field]);
    return { ...screen, [field]: text };
  }
}
