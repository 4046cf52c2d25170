/** Which cell has, or last had, focus: so that a redrawn or reordered table gives it back. */
import { isOneLine } from '../ui/one-line.ts';

export interface CellPlace {
  readonly id: string;
  readonly column: string;
}

/** Finds the control of a cell; another control of the row where the column has none. */
export function findCell(root: ParentNode, place: CellPlace): HTMLElement | null {
  const row = root.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(place.id)}"]`);
  if (!row) return null;
  return (
    row.querySelector<HTMLElement>(`[data-col="${CSS.escape(place.column)}"]`) ??
    row.querySelector<HTMLElement>('[data-col="name"]')
  );
}

/** The cell an event happened in. */
export function cellOf(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const column = target.closest<HTMLElement>('[data-col]')?.dataset['col'];
  const id = target.closest<HTMLElement>('tr[data-id]')?.dataset['id'];
  return column !== undefined && id !== undefined ? { id, column } : null;
}

export class FocusMemory {
  /** The cell focused last; null once focus went elsewhere in the element. */
  last: CellPlace | null = null;
  /** The column the arrow keys stay in, also across rows that lack it. */
  wantedColumn: string | null = null;
  #pending: (CellPlace & { readonly select: boolean }) | null = null;

  /** Focuses this cell after the next drawing. */
  ask(place: CellPlace, select = true): void {
    this.#pending = { ...place, select };
  }

  get pending(): CellPlace | null {
    return this.#pending;
  }

  /**
   * After a drawing: focuses the cell asked for, or gives focus back to the cell that lost it to a
   * redrawn row. True where a cell was asked for and is not there.
   */
  settle(root: ShadowRoot, hadFocus: boolean): boolean {
    const pending = this.#pending;
    if (pending) {
      const cell = findCell(root, pending);
      if (!cell) return true;
      this.#pending = null;
      cell.focus();
      if (pending.select && isOneLine(cell)) cell.select();
      return false;
    }
    if (hadFocus && root.activeElement === null && this.last) {
      findCell(root, this.last)?.focus({ preventScroll: true });
    }
    return false;
  }

  /** Gives up what was asked for. */
  forget(): void {
    this.#pending = null;
  }
}
