/** The document of the page, kept in the browser with its undo history, so that a reload loses nothing. */
import type { CrossfootEditor } from '../element/crossfoot-editor.ts';
import { isRefusal, type JsonObject } from '../store/engine-port.ts';

const KEY = 'crossfoot.page.document';
const QUIET_MS = 150;

interface Kept {
  readonly state: string;
  readonly history: JsonObject | null;
}

let timer: ReturnType<typeof setTimeout> | undefined;

function write(editor: CrossfootEditor): void {
  const reply = editor.store.engine.query({ get: 'historyState' });
  const history = isRefusal(reply) ? null : (reply as JsonObject);
  const kept: Kept = { state: editor.value, history };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage, or with a document too large for it, the page works until it is closed.
  }
}

/** Keeps the document once typing pauses. */
export function keepDocument(editor: CrossfootEditor): void {
  clearTimeout(timer);
  timer = setTimeout(() => write(editor), QUIET_MS);
}

/** The document kept last; null where there is none. */
export function keptDocument(): { open(editor: CrossfootEditor): void } | null {
  let kept: Kept;
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return null;
    kept = JSON.parse(text) as Kept;
  } catch {
    return null;
  }
  return {
    open: (editor) => {
      editor.value = kept.state;
      if (kept.history === null) return;
      const { history } = kept;
      const restore = (): void => editor.restoreHistory(history);
      if (editor.isReady) restore();
      else editor.addEventListener('crossfoot-ready', restore, { once: true });
    },
  };
}
