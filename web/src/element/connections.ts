/**
 * What the attributes `src`, `catalog`, `sync` and `autosave` connect the element to. Only these
 * attributes make it ask anybody for anything, besides its own files.
 */
import { failureWords, StatusError } from '../i18n/failure-words.ts';
import type { Backend } from '../sync/backend.ts';
import type { EditorSync } from './editor-sync.ts';
import type { Snapshot } from '../sync/document-sync.ts';
import type { Said } from '../sentences/refusals.ts';
import type { SaveState } from '../sync/save-state.ts';
import type { CrossfootConflicts } from '../sync/view/conflict-view.ts';
import type { CrossfootSaveState } from '../sync/view/save-state-view.ts';
import { readProducts } from './catalogue.ts';
import type { CrossfootEditor } from './crossfoot-editor.ts';
import { Draft } from './draft.ts';
import { reasonInWords } from './refused.ts';

/** The elements of the sync, shown inside the editor. */
interface SyncViews {
  readonly status: CrossfootSaveState;
  readonly conflicts: CrossfootConflicts;
}

/** The id of a document by its address or by itself: what follows the last slash. */
export function documentId(src: string): string {
  const path = src.split(/[?#]/)[0] ?? '';
  const last = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  const address = new URL(url, document.baseURI);
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new StatusError(response.status, address.pathname);
  return response.text();
}

/** What came is no document that the core opens. */
class UnreadableDocument extends Error {
  readonly refused: Said;

  constructor(refused: Said) {
    super(refused.message);
    this.refused = refused;
  }
}

export class Connections {
  readonly #editor: CrossfootEditor;
  readonly #states: ElementInternals;
  readonly #asked = new Map<string, AbortController>();
  #sync: EditorSync | null = null;
  #views: SyncViews | null = null;
  #save: SaveState | null = null;
  #draft: Draft | null = null;
  /** Whether a draft was kept: then nothing is fetched in its place. */
  #restored = Promise.resolve(false);
  #loading = false;

  constructor(editor: CrossfootEditor, internals: ElementInternals) {
    this.#editor = editor;
    this.#states = internals;
  }

  /** Where the work is: null without `sync`. */
  get saveState(): SaveState | null {
    return this.#save;
  }

  get isLoading(): boolean {
    return this.#loading;
  }

  /** The sync views in the language of the editor; null without `sync`. */
  get views(): SyncViews | null {
    const { language } = this.#editor.translator;
    for (const view of this.#views ? Object.values(this.#views) : []) view.lang = language;
    return this.#views;
  }

  /** Attributes changed, or the element is in a page (again). */
  connect(names: ReadonlySet<string>): void {
    const { src, sync, adapter, catalog, autosave } = this.#editor;
    const remote = sync !== '' || adapter !== null;
    if (names.has('catalog') && catalog !== '') void this.#loadCatalogue(catalog);
    if (names.has('sync') || names.has('adapter') || (remote && names.has('src'))) {
      void this.#connectSync(remote, sync, adapter, src);
    }
    if (names.has('autosave')) this.#keepDraft(remote ? '' : autosave);
    if (names.has('src') && src !== '' && !remote) {
      void this.#restored.then((isRestored) => (isRestored ? undefined : this.#loadDocument(src)));
    }
  }

  /** Leaves the page: nothing is fetched or sent for it any more; drafts stay on the device. */
  async disconnect(): Promise<void> {
    for (const request of this.#asked.values()) request.abort();
    this.#asked.clear();
    this.#draft?.stop();
    this.#draft = null;
    await this.#endSync();
  }

  /** Brings what was typed to the server, where there is one. */
  async flush(): Promise<SaveState | null> {
    return (await this.#sync?.flush()) ?? null;
  }

  async #loadDocument(src: string): Promise<void> {
    this.#load(true);
    await this.#fetch('src', src, (text) => {
      const refused = this.#editor.openState(text);
      if (refused) throw new UnreadableDocument(refused.error);
    });
    this.#load(false);
  }

  /** While a document is on its way nothing can be typed that its arrival would take away. */
  #load(isLoading: boolean): void {
    this.#loading = isLoading;
    this.#editor.requestUpdate();
  }

  async #loadCatalogue(url: string): Promise<void> {
    await this.#fetch('catalog', url, (text) => {
      const products = readProducts(text);
      if (!products) throw new SyntaxError(`${url}: no list of products`);
      this.#editor.catalogue = products;
    });
  }

  /** Only the answer to the last request of its kind counts. */
  async #fetch(kind: string, url: string, take: (text: string) => void): Promise<void> {
    this.#asked.get(kind)?.abort();
    const request = new AbortController();
    this.#asked.set(kind, request);
    try {
      const text = await fetchText(url, request.signal);
      if (!request.signal.aborted) take(text);
    } catch (error) {
      if (!request.signal.aborted) this.#failed(kind, error);
    }
  }

  #failed(code: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    void this.#say(error);
    this.#editor.tell('crossfoot-error', { error: { code, message } });
  }

  async #say(error: unknown): Promise<void> {
    const editor = this.#editor;
    const reason =
      error instanceof UnreadableDocument
        ? await reasonInWords(editor, error.refused)
        : failureWords(error, editor.translator);
    editor.announce(editor.t('editor.notLoaded', { reason }));
  }

  #keepDraft(key: string): void {
    this.#draft?.stop();
    this.#draft = key === '' ? null : new Draft(this.#editor, key);
    this.#restored = this.#draft?.start() ?? Promise.resolve(false);
  }

  async #connectSync(
    wanted: boolean,
    base: string,
    adapter: Backend | null,
    src: string,
  ): Promise<void> {
    this.#asked.get('sync')?.abort();
    const isOther = this.#sync !== null;
    await this.#endSync();
    if (isOther) this.#editor.open('');
    const id = documentId(src);
    // Without an address yet it waits for one.
    if (!wanted || id === '') return;
    const request = new AbortController();
    this.#asked.set('sync', request);
    try {
      const [{ EditorSync, HttpBackend }] = await Promise.all([
        import('./connect.ts'),
        this.#editor.ready,
      ]);
      if (request.signal.aborted) return;
      this.#load(true);
      const backend = adapter ?? new HttpBackend({ base: new URL(base, document.baseURI).href });
      this.#sync = new EditorSync({
        editor: this.#editor,
        backend,
        device: this.#editor.author,
        call: (name, argument) => this.#editor.store.engine.callText(name, argument),
        onChange: (snapshot) => this.#show(snapshot),
        onSignInNeeded: () =>
          this.#editor.tell('crossfoot-sign-in-needed', {
            resume: () => this.#sync?.controller.resume(),
          }),
        ...this.#makeViews(),
      });
      await this.#sync.open(id);
    } catch (error) {
      if (!request.signal.aborted) this.#failed('sync', error);
    } finally {
      if (this.#asked.get('sync') === request) this.#load(false);
    }
  }

  #makeViews(): SyncViews {
    const status = document.createElement('crossfoot-save-state') as CrossfootSaveState;
    const conflicts = document.createElement('crossfoot-conflicts') as CrossfootConflicts;
    Object.assign(conflicts, {
      label: (name: string) => this.#editor.translator.lookup(`column.${name}`, name),
    });
    this.#views = { status, conflicts };
    this.#editor.requestUpdate();
    return this.#views;
  }

  /** What is typed still belongs to the document that is left. */
  async #endSync(): Promise<void> {
    const sync = this.#sync;
    this.#sync = null;
    this.#views = null;
    this.#save = null;
    await sync?.leave();
  }

  #show({ save, conflicts, id }: Snapshot): void {
    const before = this.#save;
    this.#save = save;
    for (const name of ['dirty', 'saving', 'offline', 'conflict'])
      this.#states.states?.delete(name);
    if (save.name === 'decision') this.#states.states?.add('conflict');
    if (save.name === 'offline' || save.name === 'saving') this.#states.states?.add(save.name);
    if (save.name !== 'saved' && save.name !== 'unprotected') this.#states.states?.add('dirty');
    if (JSON.stringify(before) === JSON.stringify(save)) return;
    this.#editor.tell('crossfoot-save-state', { id, state: save });
    if (save.name === 'decision') this.#editor.tell('crossfoot-conflict', { id, conflicts });
  }
}
