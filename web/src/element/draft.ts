/**
 * The document of a page without a server, kept in this browser with its undo history, so that a
 * reload loses nothing. Storage may be closed to us, or too small: then the page works until it is
 * closed, as it would without.
 */
import { isRefusal, type JsonObject } from '../store/engine-port.ts';
import type { CrossfootEditor } from './crossfoot-editor.ts';

const QUIET_MS = 150;

interface Kept {
  readonly state: string;
  readonly history: JsonObject | null;
}

function readKept(key: string): Kept | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

export class Draft {
  readonly #editor: CrossfootEditor;
  readonly #key: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restored = false;

  /** `name` tells the drafts of a site apart. */
  constructor(editor: CrossfootEditor, name: string) {
    this.#editor = editor;
    this.#key = `crossfoot.draft.${name}`;
  }

  /** True where a draft was kept: it is what the editor opens. */
  get isRestored(): boolean {
    return this.#restored;
  }

  /** Opens what was kept, and keeps what changes from now on. */
  start(): void {
    const kept = readKept(this.#key);
    this.#restored = kept !== null;
    if (kept) void this.#restore(kept);
    this.#editor.addEventListener('crossfoot-change', this.#changed);
    window.addEventListener('pagehide', this.#write);
  }

  stop(): void {
    if (this.#timer !== undefined) this.#write();
    this.#editor.removeEventListener('crossfoot-change', this.#changed);
    window.removeEventListener('pagehide', this.#write);
  }

  async #restore({ state, history }: Kept): Promise<void> {
    this.#editor.value = state;
    await this.#editor.ready;
    if (history) this.#editor.restoreHistory(history);
  }

  readonly #changed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#write, QUIET_MS);
  };

  readonly #write = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const reply = this.#editor.store.engine.query({ get: 'historyState' });
    const history = isRefusal(reply) ? null : (reply as JsonObject);
    try {
      localStorage.setItem(this.#key, JSON.stringify({ state: this.#editor.value, history }));
    } catch {
      // No room: the draft written before stays.
    }
  };
}
