/** Moving a line by its handle: with a pointer, or picked up by Space and moved by arrow keys. */
import type { EditorContext } from './editor-context.ts';

const MOVE_FROM = 4;

export class RowDrag {
  readonly #editor: EditorContext;
  #picked: { id: string; from: number } | null = null;
  #drag: { id: string; pointer: number; startY: number; moved: boolean } | null = null;
  #target: { row: HTMLElement; after: boolean } | null = null;

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  get pickedId(): string | null {
    return this.#picked?.id ?? null;
  }

  /** Picks a line up: arrow keys move it until it is dropped or put back. */
  pickUp(id: string): void {
    const from = this.#editor.store.indexOf(id);
    this.#picked = { id, from };
    this.#editor.focusMemory.ask({ id, column: 'handle' });
    this.#editor.announce(this.#editor.t('status.pickedUp', { n: from + 1 }));
    this.#editor.touch(id);
  }

  /** A key on the handle; true where it was taken. */
  key(event: KeyboardEvent, id: string): boolean {
    const { actions } = this.#editor;
    const space = event.key === ' ' || event.key === 'Enter';
    if (!this.#picked) {
      if (!space || event.shiftKey) return false;
      this.pickUp(id);
      return true;
    }
    if (event.key === 'ArrowUp') actions.moveBy([id], -1, 'handle');
    else if (event.key === 'ArrowDown') actions.moveBy([id], 1, 'handle');
    else if (event.key === 'Home') actions.moveTo([id], 0, 'handle');
    else if (event.key === 'End') {
      actions.moveTo([id], this.#editor.store.ids.length, 'handle');
    } else if (space || event.key === 'Tab') this.drop(true);
    else if (event.key === 'Escape') this.#putBack();
    else return false;
    return event.key !== 'Tab';
  }

  /** The picked line stays where it is. */
  drop(say: boolean): void {
    const picked = this.#picked;
    if (!picked) return;
    this.#picked = null;
    const { store } = this.#editor;
    const n = store.indexOf(picked.id) + 1;
    if (say) {
      this.#editor.announce(this.#editor.t('status.dropped', { n, count: store.ids.length }));
    }
    this.#editor.touch(picked.id);
  }

  #putBack(): void {
    const picked = this.#picked;
    if (!picked) return;
    this.#picked = null;
    this.#editor.actions.moveTo([picked.id], picked.from, 'handle');
    this.#editor.announce(this.#editor.t('status.putBack', { n: picked.from + 1 }));
  }

  pointerDown(event: PointerEvent, id: string): void {
    if (event.button !== 0) return;
    const handle = event.target as HTMLElement;
    this.#drag = { id, pointer: event.pointerId, startY: event.clientY, moved: false };
    handle.setPointerCapture(event.pointerId);
  }

  pointerMove(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.moved && Math.abs(event.clientY - drag.startY) < MOVE_FROM) return;
    drag.moved = true;
    this.#markTarget(event.clientY);
  }

  pointerUp(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const target = this.#target;
    this.#drag = null;
    this.#clearTarget();
    if (!drag.moved || !target) return;
    this.#dropAt(drag.id, target.row.dataset['id'] ?? '', target.after);
  }

  cancel(): void {
    this.#drag = null;
    this.#clearTarget();
  }

  #dropAt(id: string, targetId: string, after: boolean): void {
    const { store, selection, actions } = this.#editor;
    const ids = selection.has(id) ? [...selection] : [id];
    const rest = store.ids.filter((each) => !ids.includes(each));
    const at = rest.indexOf(targetId);
    const ghost = targetId === this.#editor.ghostId;
    if (at < 0 && !ghost) return;
    actions.moveTo(ids, ghost ? rest.length : at + (after ? 1 : 0), 'handle');
  }

  #markTarget(y: number): void {
    this.#clearTarget();
    const rows = [...this.#editor.root.querySelectorAll<HTMLElement>('tbody tr[data-id]')];
    const row = rows.find((each) => y < each.getBoundingClientRect().bottom) ?? rows.at(-1);
    if (!row) return;
    const box = row.getBoundingClientRect();
    const ghost = row.dataset['id'] === this.#editor.ghostId;
    const after = !ghost && y > box.top + box.height / 2;
    row.classList.add(after ? 'drop-after' : 'drop-before');
    this.#target = { row, after };
  }

  #clearTarget(): void {
    this.#target?.row.classList.remove('drop-after', 'drop-before');
    this.#target = null;
  }
}
