// All documents of a tab: opens them, keeps them flowing, and talks to the other tabs.

import type { Backend, Problem, Reply, SyncDocument } from './backend.ts';
import { acceptFinalised, decideMissing, resolveConflict, restoreLoser } from './decisions.ts';
import { DocumentSync, type Shared, type Snapshot, type Undo } from './document-sync.ts';
import { newRecord, type DraftStore } from './draft-store.ts';
import type { Channel, Environment } from './environment.ts';
import type { Json, JsonObject } from '../json/lossless-json.ts';
import type { Merge } from './merge.ts';
import { probe, type Finding } from './probe.ts';
import type { Protection, SaveState } from './save-state.ts';

/** A server that could not be judged is asked again after this time. */
const PROBE_AGAIN_MS = 60_000;

export interface ControllerOptions {
  backend: Backend;
  drafts: DraftStore;
  /** The core's three-way merge. */
  merge: Merge;
  environment: Environment;
  /** Names this device in revisions; keep it for the life of the device. */
  device: string;
  /** Whether the browser believes to be connected. */
  isOnline?: () => boolean;
  /** Called whenever anything about a document changes. */
  onChange?: (snapshot: Snapshot) => void;
  /** Called when the server wants a sign-in; call resume() after it. */
  onSignInNeeded?: () => void;
}

/** Why a document will not be given, whatever is tried; null where it may. */
function refusalOf({ status, problem = {} }: Reply): Problem | null {
  return status === 'rejected' ? problem : null;
}

export class SyncController {
  readonly #options: ControllerOptions;
  readonly #open = new Map<string, DocumentSync>();
  readonly #channel: Channel;
  #finding: Promise<Finding> | null = null;
  #findingAt = 0;
  #hasAskedForSignIn = false;

  constructor(options: ControllerOptions) {
    this.#options = options;
    this.#channel = options.environment.channel('crossfoot-sync');
    this.#channel.listen((message) => this.#hear(message));
  }

  /**
   * Opens a document: from this device if it is here, then with the server's news. `initial` is
   * used where neither knows it.
   */
  async open(id: string, initial?: SyncDocument): Promise<SyncDocument> {
    const opened = this.#open.get(id);
    if (opened) return opened.screen;
    const { drafts, backend } = this.#options;
    let isNew = false;
    let record = await drafts.get(id);
    if (!record) {
      const loaded = await backend.load(id);
      isNew = loaded.status !== 'ok';
      const draft = loaded.doc ?? initial;
      if (!draft) throw new Error(`There is no document ${id} (${loaded.status})`);
      const known = loaded.doc
        ? { ...newRecord(draft), base: draft, token: loaded.token ?? null, doubt: false }
        : { ...newRecord(draft), rejected: refusalOf(loaded) };
      record = await drafts.update(id, (stored) => stored ?? known);
    } else if (record.rejected && !record.base && record.sent.length === 0) {
      // Refused before anything was there: whoever opens it again asks again, once.
      record = await drafts.update(id, (stored) => stored && { ...stored, rejected: null });
    }
    const document = new DocumentSync(this.#shared(), record!);
    this.#open.set(id, document);
    if (isNew) document.resume();
    else await document.doubt().then(() => document.resume());
    return document.screen;
  }

  /**
   * The editor changed a document. A function is asked for it when it is needed, within 150 ms.
   * `undo` is the editor's undo log, kept beside the draft.
   */
  edit(id: string, document: SyncDocument | (() => SyncDocument), undo?: Undo): void {
    this.#of(id).edit(document, undo);
  }

  /** What this device keeps of a document, with the undo log that ends at it; null for none. */
  async kept(id: string): Promise<{ draft: SyncDocument; undo: Json } | null> {
    const record = await this.#options.drafts.get(id);
    if (!record) return null;
    const { draft, undo, undoOf, draftVersion } = record;
    return { draft, undo: undoOf === draftVersion ? undo : null };
  }

  /** Keeps the undo log of an editor that took over what the sync brought. */
  keepUndo(id: string, undo: Json): Promise<void> {
    return this.#open.get(id)?.keepUndo(undo) ?? Promise.resolve();
  }

  /** Keeps one document on this device, without waiting for the server. */
  saveLocal(id: string): Promise<void> {
    return this.#open.get(id)?.saveLocal() ?? Promise.resolve();
  }

  /** Brings one document to the server. Await it before Send, Finalise and Pay. */
  flush(id: string): Promise<SaveState> {
    return this.#of(id).flush();
  }

  /** Flushes whatever waits: call it on blur, `online`, focus and when the page is hidden. */
  async flushAll(): Promise<void> {
    const pending = [...this.#open.values()].filter((one) => one.isPending);
    await Promise.all(pending.map((one) => one.flush()));
  }

  /** Looks for news of other devices. */
  async refresh(id: string): Promise<SaveState> {
    await this.#of(id).doubt();
    return this.#of(id).flush();
  }

  /** Decides one conflict; the other side goes to the losers. */
  resolve(id: string, path: string, side: 'mine' | 'theirs'): Promise<void> {
    const at = this.#options.environment.wallClock();
    return this.#of(id).decide((record) => resolveConflict(record, path, side, at));
  }

  /** Answers the question about a document that vanished from the server. */
  decideMissing(id: string, choice: 'recreate' | 'keepLocal'): Promise<void> {
    return this.#of(id).decide((record) => decideMissing(record, choice));
  }

  /** Takes the finalised document of somebody else; my changes stay restorable. */
  acceptFinalised(id: string): Promise<void> {
    const at = this.#options.environment.wallClock();
    return this.#of(id).decide((record) => acceptFinalised(record, at));
  }

  /** Brings a losing version back. */
  restore(id: string, index: number): Promise<void> {
    const at = this.#options.environment.wallClock();
    return this.#of(id).decide((record) => restoreLoser(record, index, at));
  }

  /**
   * Has the server take a step, such as `finalise`, after everything is saved. Without connection
   * it waits, visibly; it happens once, however often it is sent.
   */
  async act(id: string, name: string, body: JsonObject = {}): Promise<SaveState> {
    const key = this.#options.environment.newKey();
    await this.#of(id).decide((record) => ({
      ...record,
      rejected: null,
      action: record.action ?? { name, key, body },
    }));
    return this.#of(id).flush();
  }

  /** Sign-in is done. */
  resume(): void {
    this.#hasAskedForSignIn = false;
    for (const document of this.#open.values()) document.resume();
  }

  /** The connection is back: do not wait for the back-off. */
  online(): void {
    for (const document of this.#open.values()) {
      if (document.isPending) document.resume();
    }
  }

  /** Closes a document in this tab; its record stays on the device. */
  async close(id: string): Promise<void> {
    const document = this.#open.get(id);
    if (!document) return;
    await document.saveLocal();
    document.dispose();
    this.#open.delete(id);
  }

  /** Ends this tab's work at once, as when it is closed. */
  dispose(): void {
    for (const document of this.#open.values()) document.dispose();
    this.#open.clear();
    this.#channel.close();
  }

  /** What is known about the server. */
  async finding(): Promise<Finding> {
    const { backend, environment } = this.#options;
    const isOld = environment.monotonic() - this.#findingAt > PROBE_AGAIN_MS;
    const isUseless = isOld && (await this.#finding)?.protection === 'unknown';
    if (!this.#finding || isUseless) {
      this.#findingAt = environment.monotonic();
      this.#finding = probe(backend, environment);
    }
    return this.#finding;
  }

  #shared(): Shared {
    const { backend, drafts, merge, environment, device, isOnline } = this.#options;
    return {
      backend,
      drafts,
      merge,
      environment,
      device,
      protection: async (): Promise<Protection> => (await this.finding()).protection,
      isOnline: isOnline ?? (() => true),
      waiting: () => [...this.#open.values()].filter((one) => one.isPending).length,
      announce: (id) => this.#channel.post({ id }),
      changed: (snapshot) => this.#report(snapshot),
    };
  }

  #report(snapshot: Snapshot): void {
    if (snapshot.save.name === 'signIn' && !this.#hasAskedForSignIn) {
      this.#hasAskedForSignIn = true;
      this.#options.onSignInNeeded?.();
    }
    this.#options.onChange?.(snapshot);
  }

  #hear(message: unknown): void {
    const id = (message as { id?: string } | null)?.id;
    if (id) void this.#open.get(id)?.refreshFromStore();
  }

  #of(id: string): DocumentSync {
    const document = this.#open.get(id);
    if (!document) throw new Error(`The document ${id} is not open`);
    return document;
  }
}
