/** Moving a line by its handle: with a pointer, or picked up by Space and moved by arrow keys. */
import { formatDecimal } from '../number/format.ts';
import type { EditorContext } from './editor-context.ts';

const MOVE_FROM = 4;

export class RowDrag {
  readonly #editor: EditorContext;
  #picked: { id: string; from: number } | null = null;
  /** `ids` are the carried lines, once the pointer has moved far enough to mean it. */
  #drag: { id: string; pointer: number; startY: number; ids: string[] | null } | null = null;
  /** Where the carried lines would come to stand among the others. */
  #place: number | null = null;
  #label: HTMLElement | null = null;

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
    this.#editor.announce(this.#editor.t('status.pickedUp', { n: this.#editor.store.placeOf(id) }));
    this.#editor.setCarried(this.#editor.actions.withSections([id]));
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
    const n = store.placeOf(picked.id);
    if (say) {
      this.#editor.announce(this.#editor.t('status.dropped', { n, count: store.itemCount }));
    }
    this.#editor.setCarried([]);
  }

  #putBack(): void {
    const picked = this.#picked;
    if (!picked) return;
    this.#picked = null;
    this.#editor.actions.moveTo([picked.id], picked.from, 'handle');
    this.#editor.setCarried([]);
    const n = this.#editor.store.placeOf(picked.id);
    this.#editor.announce(this.#editor.t('status.putBack', { n }));
  }

  pointerDown(event: PointerEvent, id: string): void {
    if (event.button !== 0) return;
    const handle = event.target as HTMLElement;
    this.#drag = { id, pointer: event.pointerId, startY: event.clientY, ids: null };
    handle.setPointerCapture(event.pointerId);
    document.addEventListener('keydown', this.#escape, true);
  }

  pointerMove(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    if (drag.ids === null) {
      if (Math.abs(event.clientY - drag.startY) < MOVE_FROM) return;
      drag.ids = this.#lift(drag.id);
    }
    this.#label?.style.setProperty('translate', `${event.clientX + 14}px ${event.clientY + 8}px`);
    this.#markTarget(event.clientY, drag.ids);
  }

  pointerUp(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    const place = this.#place;
    this.cancel();
    if (drag.ids !== null && place !== null) {
      this.#editor.actions.moveTo(drag.ids, place, 'handle');
    }
  }

  /** Lets go without moving anything. */
  cancel(): void {
    if (!this.#drag) return;
    this.#drag = null;
    document.removeEventListener('keydown', this.#escape, true);
    this.#label?.remove();
    this.#label = null;
    this.#clearTarget();
    this.#editor.setCarried([]);
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  /** Shows what is carried: its rows pale, and its name beside the pointer. */
  #lift(id: string): string[] {
    const { selection, actions, root } = this.#editor;
    const ids = actions.withSections(selection.has(id) ? [...selection] : [id]);
    this.#editor.setCarried(ids);
    const label = document.createElement('div');
    label.className = 'drag-label';
    label.ariaHidden = 'true';
    const more =
      ids.length > 1 ? ` +${formatDecimal(String(ids.length - 1), this.#editor.numberLocale)}` : '';
    label.textContent = actions.nameOf(ids[0] ?? id) + more;
    root.querySelector('.editor')?.append(label);
    this.#label = label;
    return ids;
  }

  #markTarget(y: number, ids: readonly string[]): void {
    this.#clearTarget();
    const { store, actions, root, ghostId } = this.#editor;
    const rows = [...root.querySelectorAll<HTMLElement>('tbody tr[data-id]')];
    const row = rows.find((each) => y < each.getBoundingClientRect().bottom) ?? rows.at(-1);
    if (!row) return;
    const carried = new Set(ids);
    const rest = store.ids.filter((each) => !carried.has(each));
    const id = row.dataset['id'] ?? '';
    const at = id === ghostId ? rest.length : rest.indexOf(id);
    if (at < 0) return;
    const box = row.getBoundingClientRect();
    const below = id !== ghostId && y > box.top + box.height / 2;
    this.#place = actions.placeFor(ids, at + (below ? 1 : 0));
    const beside = (each: string | undefined): HTMLElement | undefined =>
      rows.find(({ dataset }) => dataset['id'] === each);
    const next = beside(rest[this.#place] ?? ghostId);
    if (next) next.classList.add('drop-before');
    else beside(rest[this.#place - 1])?.classList.add('drop-after');
  }

  #clearTarget(): void {
    this.#place = null;
    for (const row of this.#editor.root.querySelectorAll('.drop-before, .drop-after')) {
      row.classList.remove('drop-after', 'drop-before');
    }
  }
}
