// One document in one tab: what is on the screen, what is kept on this device, and its way to the
// server. The rules are in reconcile.ts; here is when and in which order.

import type { Backend, Problem, Reply, SyncDocument } from './backend.ts';
import { addConflicts, currentConflicts } from './decisions.ts';
import type { Conflict, DraftRecord, DraftStore, Loser, Question } from './draft-store.ts';
import { newRecord } from './draft-store.ts';
import type { Environment } from './environment.ts';
import type { Json } from '../json/lossless-json.ts';
import { mergeForScreen, type Merge } from './merge.ts';
import {
  afterLoad,
  afterWrite,
  beforeWrite,
  bump,
  isBlocked,
  isDirty,
  type MergeNotice,
  type Outcome,
} from './reconcile.ts';
import { sameContent, stamp } from './revision.ts';
import { saveState, type Protection, type SaveState } from './save-state.ts';

/** An edit is on this device after so many milliseconds, on its way to the server after so many. */
const LOCAL_MS = 150;
const IDLE_MS = 800;
/** Requests of one flush; more than a quiet document ever needs, and a bound against loops. */
const STEPS = 12;
/** Servers that give weak ETags at first give strong ones after about a second. */
const SETTLE_MS = 1500;
const FIRST_RETRY_SECONDS = 1;
const LAST_RETRY_SECONDS = 60;
/** Whatever a server wishes: a timer of more than 24.8 days would run out at once, again and again. */
const LONGEST_WAIT_SECONDS = 3600;

/** An undo log, or how to get it when it is kept. */
export type Undo = Json | (() => Json);

/** The record with its undo log marked as that of its draft. */
function withUndo(record: DraftRecord): DraftRecord {
  return { ...record, undoOf: record.draftVersion };
}

/** What all documents of a tab share. */
export interface Shared {
  backend: Backend;
  drafts: DraftStore;
  merge: Merge;
  environment: Environment;
  /** Names this device in revisions. */
  device: string;
  /** What is known about the server's conditions; asks it when nothing is known yet. */
  protection(): Promise<Protection>;
  isOnline(): boolean;
  /** Documents of this device that wait for the server. */
  waiting(): number;
  /** Tells the other tabs. */
  announce(id: string): void;
  changed(snapshot: Snapshot): void;
}

/** What a view needs to know about a document. */
export interface Snapshot {
  id: string;
  document: SyncDocument;
  save: SaveState;
  conflicts: Conflict[];
  question: Question | null;
  losers: Loser[];
  /** True when the document on screen was replaced by the sync, not by the editor. */
  documentChanged: boolean;
  /** A merge just happened. */
  notice: MergeNotice | null;
}

export class DocumentSync {
  readonly #shared: Shared;
  #record: DraftRecord;
  /** On screen; may be ahead of the record for LOCAL_MS. */
  #screen: SyncDocument;
  /** Gives what is on screen when it is needed; null while #screen is up to date. */
  #pull: (() => SyncDocument) | null = null;
  #undo: Undo;
  #isUnsaved = false;
  /** The stored draft that the screen was made from, and its version. */
  #seen: { draft: SyncDocument; version: number };
  #cancelLocal: (() => void) | null = null;
  #cancelFlush: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #isSending = false;
  /** What the server said when it wanted a sign-in; null while it does not. */
  #denied: Problem | null = null;
  #isDisposed = false;
  #failures = 0;
  #retrySeconds: number | null = null;
  /** Not before these times (monotonic): as the server wishes, and as our own back-off says. */
  #serverWait = 0;
  #backOff = 0;
  /** A write has to wait until then, once for each strike. */
  #settling = { until: 0, strikes: 0 };
  #lastTransferMs = 0;
  #protection: Protection = 'unknown';

  constructor(shared: Shared, record: DraftRecord) {
    this.#shared = shared;
    this.#record = record;
    this.#screen = record.draft;
    this.#undo = record.undo;
    this.#seen = { draft: record.draft, version: record.draftVersion };
  }

  get id(): string {
    return this.#record.id;
  }

  get record(): DraftRecord {
    return this.#record;
  }

  get screen(): SyncDocument {
    if (this.#pull) this.#screen = this.#pull();
    this.#pull = null;
    return this.#screen;
  }

  /** Whether anything waits for the server or for a person. */
  get isPending(): boolean {
    const { doubt, action } = this.#record;
    return this.#isUnsaved || doubt || action !== null || isDirty(this.#record);
  }

  /**
   * The editor has made another document of the one on screen. A function is asked for it only
   * when it is kept, so that a big document is not written out at every keystroke.
   */
  edit(document: SyncDocument | (() => SyncDocument), undo: Undo = this.#undo): void {
    if (typeof document === 'function') this.#pull = document;
    else [this.#screen, this.#pull] = [document, null];
    this.#undo = undo;
    this.#isUnsaved = true;
    this.#cancelLocal ??= this.#shared.environment.after(LOCAL_MS, () => void this.saveLocal());
    // A big document gives the connection twice the time of the last transfer to rest.
    const quiet = Math.max(IDLE_MS, 2 * this.#lastTransferMs);
    this.#flushIn(Math.max(quiet, this.#waitLeft(this.#backOff, this.#serverWait)));
    this.#emit();
  }

  /** Keeps the work on this device, merging with what another tab has done meanwhile. */
  async saveLocal(): Promise<void> {
    this.#cancelLocal?.();
    this.#cancelLocal = null;
    if (!this.#isUnsaved || this.#isDisposed) return;
    const saved = this.screen;
    const undo = typeof this.#undo === 'function' ? this.#undo() : this.#undo;
    this.#undo = undo;
    const { draft: from, version } = this.#seen;
    this.#isUnsaved = false;
    const record = await this.#shared.drafts.update(this.id, (stored) =>
      this.#withScreen(stored, saved, undo, from, version),
    );
    this.#adopt(record!, saved);
    this.#shared.announce(this.id);
    this.#emit();
  }

  #withScreen(
    stored: DraftRecord | null,
    screen: SyncDocument,
    undo: Json,
    from: SyncDocument,
    version: number,
  ): DraftRecord {
    if (!stored) return withUndo({ ...newRecord(screen), undo });
    const record = { ...stored, undo, rejected: null };
    if (stored.draftVersion === version) return withUndo(bump({ ...record, draft: screen }));
    const merged = mergeForScreen(this.#shared.merge, from, screen, stored.draft);
    const next = addConflicts(record, merged.conflicts, stored.draft);
    return bump({ ...next, draft: merged.draft });
  }

  /**
   * Takes over what is stored. `saved` is what this tab has just stored, if it did. Edits that are
   * not stored yet stay on screen and are merged when they are.
   */
  #adopt(record: DraftRecord, saved?: SyncDocument): boolean {
    this.#record = record;
    if (!this.#isUnsaved) {
      const changed = !sameContent(this.#screen, record.draft);
      this.#screen = record.draft;
      this.#undo = record.undo;
      this.#seen = { draft: record.draft, version: record.draftVersion };
      if (changed) this.#emit({ documentChanged: true });
      return changed;
    }
    if (saved) {
      const isAsSaved = sameContent(record.draft, saved);
      this.#seen = { draft: saved, version: isAsSaved ? record.draftVersion : -1 };
    }
    return false;
  }

  /** The editor took over what the sync brought: its undo log now ends there. */
  async keepUndo(undo: Json): Promise<void> {
    if (this.#isUnsaved) return;
    this.#undo = undo;
    const { version } = this.#seen;
    const record = await this.#shared.drafts.update(this.id, (stored) =>
      stored?.draftVersion === version ? withUndo({ ...stored, undo }) : null,
    );
    if (record && !this.#isUnsaved && this.#seen.version === version) this.#record = record;
  }

  /** Another tab has changed the record. */
  async refreshFromStore(): Promise<void> {
    const record = await this.#shared.drafts.get(this.id);
    if (!record || this.#isDisposed) return;
    this.#adopt(record);
    this.#emit();
  }

  /** Applies a person's decision to the record and goes on. */
  async decide(change: (record: DraftRecord) => DraftRecord): Promise<void> {
    await this.saveLocal();
    await this.#update((record) => ({ record: change(record) }));
    this.#shared.announce(this.id);
    await this.flush();
  }

  /** Asks the server for news at the next flush. */
  async doubt(): Promise<void> {
    await this.#update((record) => ({ record: { ...record, doubt: true } }));
  }

  /** Sign-in has been done, or the connection is back: try now. */
  resume(): void {
    this.#denied = null;
    this.#failures = 0;
    this.#backOff = 0;
    this.#flushIn(0);
  }

  /**
   * Brings everything to the server, now. Resolves when nothing is left to do or nothing more can
   * be done for the moment; the answer says which.
   */
  async flush(): Promise<SaveState> {
    this.#cancelRetry();
    // One more run after the current one: it may have begun before the last edit.
    while (this.#running) await this.#running;
    this.#running = this.#run().finally(() => (this.#running = null));
    await this.#running;
    return this.#state();
  }

  /** Stops all timers; the record stays on the device. */
  dispose(): void {
    this.#isDisposed = true;
    this.#cancelLocal?.();
    this.#cancelFlush?.();
  }

  async #run(): Promise<void> {
    await this.saveLocal();
    const wait = this.#waitLeft(this.#serverWait);
    if (wait > 0) return this.#planRetry(wait);
    this.#protection = await this.#shared.protection();
    await this.#shared.environment.exclusively(`crossfoot-sync:${this.id}`, async () => {
      this.#isSending = true;
      this.#emit();
      try {
        await this.#steps();
      } finally {
        this.#isSending = false;
      }
    });
    this.#emit();
  }

  /** One request after the other until all is said, or a wait is needed. */
  async #steps(): Promise<void> {
    const progress = { hasRead: false };
    for (let step = 0; step < STEPS; step++) {
      await this.saveLocal();
      const record = await this.#shared.drafts.get(this.id);
      if (!record || this.#isDisposed || this.#denied) return;
      this.#adopt(record);
      if (isBlocked(record)) return;
      const outcome = await this.#step(record, progress);
      if (!outcome) return;
      if (outcome.denied) this.#denied = outcome.denied;
      if (outcome.wait !== undefined) return this.#retryIn(outcome.wait);
      this.#settle(outcome);
    }
    // So many rounds mean that others write all the time; give them some air.
    this.#retryIn(null);
  }

  async #step(record: DraftRecord, progress: { hasRead: boolean }): Promise<Outcome | null> {
    const isUnprotected = record.unprotected || this.#protection === 'verified-only';
    const mustRead = record.doubt || (isUnprotected && isDirty(record) && !progress.hasRead);
    if (mustRead) {
      progress.hasRead = true;
      return this.#read();
    }
    if (isDirty(record)) {
      const wait = this.#waitLeft(this.#settling.until);
      if (wait > 0) {
        this.#planRetry(wait);
        return null;
      }
      progress.hasRead = false;
      return this.#write({ ...record, unprotected: isUnprotected });
    }
    if (record.action) return this.#act(record);
    this.#failures = 0;
    return null;
  }

  async #read(): Promise<Outcome> {
    const reply = await this.#timed(() => this.#shared.backend.load(this.id));
    return this.#update((record) => afterLoad(record, reply, this.#shared.merge));
  }

  async #write(record: DraftRecord): Promise<Outcome> {
    const { backend, environment, device } = this.#shared;
    const doc = stamp(record.draft, record.base, environment.newWrite(), device);
    const { unprotected } = record;
    await this.#update((stored) => ({ record: { ...beforeWrite(stored, doc), unprotected } }));
    const { token, strikes, relaxes } = record;
    const relaxed = (relaxes || strikes > 0) && token ? backend.relax?.(token) : null;
    const reply = await this.#timed(() => {
      if (!record.base) return backend.create(doc);
      if (unprotected && backend.overwrite) return backend.overwrite(doc);
      return backend.replace(doc, relaxed ?? token ?? '""');
    });
    if (reply.status === 'ok') {
      this.#failures = 0;
      this.#backOff = 0;
    }
    return this.#update((stored) => {
      const outcome = afterWrite(stored, doc, reply);
      const learns = reply.status === 'ok' && !!relaxed;
      return learns ? { ...outcome, record: { ...outcome.record, relaxes: true } } : outcome;
    });
  }

  async #act(record: DraftRecord): Promise<Outcome> {
    const { name, key, body } = record.action!;
    const perform = this.#shared.backend.action?.bind(this.#shared.backend);
    const reply: Reply = perform
      ? await this.#timed(() => perform(this.id, name, key, body))
      : { status: 'rejected', problem: { title: 'This backend has no such step' } };
    return this.#update((stored) => afterAction(stored, reply));
  }

  async #timed(request: () => Promise<Reply>): Promise<Reply> {
    const start = this.#shared.environment.monotonic();
    const reply = await request();
    this.#lastTransferMs = this.#shared.environment.monotonic() - start;
    return reply;
  }

  /** Changes the stored record and takes the result over. */
  async #update(change: (record: DraftRecord) => Outcome): Promise<Outcome> {
    let outcome!: Outcome;
    const record = await this.#shared.drafts.update(this.id, (stored) => {
      outcome = change(stored ?? this.#record);
      return outcome.record;
    });
    const documentChanged = this.#adopt(record!);
    if (outcome.notice || outcome.draftChanged) {
      this.#shared.announce(this.id);
      this.#emit({ documentChanged, notice: outcome.notice ?? null });
    }
    return outcome;
  }

  #flushIn(milliseconds: number): void {
    this.#cancelRetry();
    if (this.#isDisposed) return;
    this.#cancelFlush = this.#shared.environment.after(milliseconds, () => {
      this.#cancelFlush = null;
      this.#retrySeconds = null;
      void this.flush();
    });
  }

  /** Plans another attempt: as the server wishes, or ever later, with jitter. */
  #retryIn(wished: number | null): void {
    const limit = Math.min(LAST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** this.#failures);
    const jittered = limit * (0.5 + this.#shared.environment.random() / 2);
    this.#failures += 1;
    const milliseconds = Math.min(wished ?? jittered, LONGEST_WAIT_SECONDS) * 1000;
    const until = this.#shared.environment.monotonic() + milliseconds;
    if (wished === null) this.#backOff = until;
    else this.#serverWait = until;
    this.#planRetry(milliseconds);
  }

  #planRetry(milliseconds: number): void {
    this.#flushIn(milliseconds);
    this.#retrySeconds = Math.ceil(milliseconds / 1000);
  }

  /** One pause for each strike, however often the document is read meanwhile. */
  #settle({ settle, record: { strikes } }: Outcome): void {
    if (strikes === 0) this.#settling = { until: 0, strikes: 0 };
    if (!settle || this.#settling.strikes === strikes) return;
    this.#settling = { until: this.#shared.environment.monotonic() + SETTLE_MS, strikes };
  }

  /** Milliseconds to the latest of these times; 0 when all are over. */
  #waitLeft(...times: number[]): number {
    return Math.max(0, Math.max(...times) - this.#shared.environment.monotonic());
  }

  #cancelRetry(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = null;
    this.#retrySeconds = null;
  }

  #state(): SaveState {
    return saveState(this.#record, this.#isUnsaved || isDirty(this.#record), {
      isSending: this.#isSending,
      denied: this.#denied,
      isOnline: this.#shared.isOnline(),
      retrySeconds: this.#retrySeconds,
      waiting: this.#shared.waiting(),
      protection: this.#protection,
    });
  }

  #emit({ documentChanged = false, notice = null as MergeNotice | null } = {}): void {
    if (this.#isDisposed) return;
    this.#shared.changed({
      id: this.id,
      document: this.#screen,
      save: this.#state(),
      conflicts: currentConflicts(this.#record),
      question: this.#record.question,
      losers: this.#record.losers,
      documentChanged,
      notice,
    });
  }
}

function afterAction(record: DraftRecord, reply: Reply): Outcome {
  switch (reply.status) {
    case 'ok':
      return { record: { ...record, action: null, doubt: true } };
    case 'denied':
      return { record, denied: reply.problem ?? {} };
    case 'rejected':
    case 'missing':
      return { record: { ...record, action: null, rejected: reply.problem ?? {} } };
    default:
      return { record, wait: reply.retryAfter ?? null };
  }
}
