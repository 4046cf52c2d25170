// Connects a <crossfoot-editor> with a backend: edits flow out, merges flow in as steps that can be
// undone, and the save state and conflicts are shown by the elements of view/.

import type { Refusal } from '../../../schema/contract.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { CrossfootEditor } from './crossfoot-editor.ts';
import { historyText, restoreHistory } from '../store/history-text.ts';
import type { Backend, SyncDocument } from '../sync/backend.ts';
import { SyncController } from '../sync/controller.ts';
import type { Snapshot } from '../sync/document-sync.ts';
import { IndexedDbDraftStore } from '../sync/draft-store-indexeddb.ts';
import type { DraftStore } from '../sync/draft-store.ts';
import { browserEnvironment } from '../sync/environment.ts';
import { parseJson, sameJson, writeJson, type Json } from '../json/lossless-json.ts';
import type { Merge, MergeResult } from '../sync/merge.ts';
import { sameContent } from '../sync/revision.ts';
import type { SaveState } from '../sync/save-state.ts';
import { attachTriggers } from '../sync/triggers.ts';
import '../sync/view/define.ts';
import type { Answer, CrossfootConflicts } from '../sync/view/conflict-view.ts';
import type { CrossfootSaveState } from '../sync/view/save-state-view.ts';

export interface EditorSyncOptions {
  editor: CrossfootEditor;
  backend: Backend;
  /** Who writes, as others read it; '' for nobody by name. */
  device: string;
  /** The core's stateless functions: `call('merge', text)` answers text. */
  call: (name: string, argument: string) => string;
  /** Where the save state is shown. */
  status?: CrossfootSaveState;
  /** Where conflicts, questions and losing versions are shown. */
  conflicts?: CrossfootConflicts;
  drafts?: DraftStore;
  onSignInNeeded?: () => void;
  /** Told whenever anything about the document changes. */
  onChange?: (snapshot: Snapshot) => void;
}

/** The core's merge as the sync uses it. */
export function mergeWith(call: EditorSyncOptions['call']): Merge {
  return (base, mine, theirs) => {
    const reply = parseJson<MergeResult | Refusal>(
      call('merge', writeJson({ base, mine, theirs })),
    );
    if (!isRefusal(reply)) return reply;
    const { error } = reply;
    throw new Error(`The documents cannot be merged: ${error.message}`);
  };
}

export class EditorSync {
  readonly controller: SyncController;
  readonly #options: EditorSyncOptions;
  readonly #detach: (() => void)[] = [];
  #id = '';
  /** The last document that was put into the editor. */
  #applied: SyncDocument | null = null;
  /** True while the document of the sync is put into the editor. */
  #isApplying = false;
  /** True once the editor shows another document. */
  #hasLeft = false;

  constructor(options: EditorSyncOptions) {
    this.#options = options;
    this.controller = new SyncController({
      backend: options.backend,
      drafts: options.drafts ?? new IndexedDbDraftStore(),
      merge: mergeWith(options.call),
      environment: browserEnvironment(),
      device: options.device,
      isOnline: () => navigator.onLine,
      onChange: (snapshot) => this.#show(snapshot),
      ...(options.onSignInNeeded ? { onSignInNeeded: options.onSignInNeeded } : {}),
    });
  }

  /**
   * Opens a document in the editor and keeps the two together. The editor must have started
   * (`crossfoot-ready`). `initial` is what a new document begins as; else it is what the editor holds.
   * What this device keeps is opened at once, with its undo history; news come as one step more.
   */
  async open(id: string, initial?: SyncDocument): Promise<void> {
    const { editor } = this.#options;
    const empty = initial ?? { ...this.#editorDocument(), id };
    this.#id = id;
    const kept = await this.controller.kept(id);
    if (this.#hasLeft) return;
    if (kept) {
      this.#applied = kept.draft;
      editor.open(writeJson(kept.draft));
      if (restoreHistory(editor.store.engine, kept.undo)) editor.store.reread();
    }
    const document = await this.controller.open(id, empty);
    if (this.#hasLeft) return this.close();
    if (!kept) editor.open(writeJson(document));
    else if (!sameContent(document, this.#editorDocument())) this.#put(document);
    this.#listen(editor, 'crossfoot-change', () => this.#changed());
    this.#listen(editor, 'crossfoot-save-request', (event) => {
      event.preventDefault();
      void this.flush();
    });
    this.#listenToDecisions();
    this.#detach.push(attachTriggers(this.controller, () => [this.#id]));
  }

  /** Brings what is typed to the server: await it before Send, Finalise and Pay. */
  async flush(): Promise<SaveState> {
    this.#options.editor.commit();
    return this.controller.flush(this.#id);
  }

  /**
   * Leaves the document, so that the editor can open another: what is typed is on this device when
   * this is fulfilled, and goes on to the server by itself.
   */
  async leave(): Promise<void> {
    this.#options.editor.commit();
    for (const detach of this.#detach.splice(0)) detach();
    this.#hasLeft = true;
    await this.controller.saveLocal(this.#id);
    void this.controller.flush(this.#id).finally(() => this.close());
  }

  /** Has the server take a step such as `finalise`, after everything is saved. */
  async act(name: string, body = {}): Promise<SaveState> {
    await this.flush();
    return this.controller.act(this.#id, name, body);
  }

  /** Ends the connection; what is on the device stays. */
  async close(): Promise<void> {
    for (const detach of this.#detach) detach();
    await this.controller.close(this.#id);
    this.controller.dispose();
  }

  #changed(): void {
    if (this.#isApplying) return;
    this.controller.edit(
      this.#id,
      () => ({ ...this.#editorDocument(), id: this.#id }),
      () => this.#undoLog(),
    );
  }

  #undoLog(): Json {
    return historyText(this.#options.editor.store.engine);
  }

  #editorDocument(): SyncDocument {
    return parseJson(this.#options.editor.value) as SyncDocument;
  }

  #show(snapshot: Snapshot): void {
    if (this.#hasLeft) return;
    const { document, documentChanged, save, conflicts, losers, question, notice } = snapshot;
    const { status, conflicts: view } = this.#options;
    if (status) status.state = save;
    if (view) {
      Object.assign(view, { conflicts, losers, question });
      if (notice) Object.assign(view, { notice, by: notice.by });
    }
    if (documentChanged) this.#put(document);
    this.#options.onChange?.(snapshot);
  }

  /** What others changed becomes one step of the editor's history, so that it can be undone. */
  #put(state: SyncDocument): void {
    const { editor } = this.#options;
    if (state === this.#applied || sameJson(this.#editorDocument(), state)) return;
    this.#applied = state;
    this.#isApplying = true;
    try {
      // As text: numbers that only a host knows keep every digit.
      const text = writeJson(state);
      const command = `{"op":"replace","state":${text}}`;
      if (!editor.runText(command, { key: 'other' })) editor.open(text);
    } finally {
      this.#isApplying = false;
    }
    void this.controller.keepUndo(this.#id, this.#undoLog());
  }

  #listenToDecisions(): void {
    const { conflicts: view } = this.#options;
    if (!view) return;
    view.money = (amount) => this.#options.editor.money(amount);
    this.#listen(view, 'crossfoot-resolve', ({ detail: { path, side } }) =>
      this.controller.resolve(this.#id, path, side),
    );
    this.#listen(view, 'crossfoot-restore', ({ detail: { index } }) =>
      this.controller.restore(this.#id, index),
    );
    this.#listen(view, 'crossfoot-answer', ({ detail: { answer } }) => this.#answer(answer));
  }

  #answer(answer: Answer): Promise<void> {
    return answer === 'acceptFinalised'
      ? this.controller.acceptFinalised(this.#id)
      : this.controller.decideMissing(this.#id, answer);
  }

  #listen(target: EventTarget, type: string, handle: (event: CustomEvent) => unknown): void {
    const listener = (event: Event) => void handle(event as CustomEvent);
    target.addEventListener(type, listener);
    this.#detach.push(() => target.removeEventListener(type, listener));
  }
}
