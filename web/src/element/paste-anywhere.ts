/** Pasting a list while nothing of the page has the keys: it goes to the editor that was pointed at last. */
import type { EditorContext } from './editor-context.ts';
import { pasteLines } from './lines-clipboard.ts';
import { pasteBlock, pastedOf } from './open-paste.ts';
import { isBlock } from './table-events.ts';

export class PasteAnywhere {
  readonly #editor: EditorContext & HTMLElement;
  #isPointedAt = false;

  constructor(editor: EditorContext & HTMLElement) {
    this.#editor = editor;
  }

  connect(): void {
    document.addEventListener('pointerdown', this.#pointed, { capture: true });
    document.addEventListener('paste', this.#paste);
  }

  disconnect(): void {
    document.removeEventListener('pointerdown', this.#pointed, { capture: true });
    document.removeEventListener('paste', this.#paste);
  }

  readonly #pointed = (event: Event): void => {
    this.#isPointedAt = event.composedPath().includes(this.#editor);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const editor = this.#editor;
    const data = event.clipboardData;
    // Where text was clicked that takes no keys, the event comes from there.
    const isHere = event.target === document.body || event.composedPath().includes(editor);
    const hasNobody = document.activeElement === document.body && isHere;
    if (!this.#isPointedAt || !hasNobody || event.defaultPrevented || data === null) return;
    if (!editor.may('addLines')) return;
    if (pasteLines(editor, data, undefined)) {
      event.preventDefault();
      return;
    }
    const pasted = pastedOf(data);
    if (!isBlock(pasted.text)) return;
    event.preventDefault();
    void pasteBlock(editor, { id: editor.ghostId, column: undefined }, pasted, undefined);
  };
}
