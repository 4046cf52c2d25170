/**
 * Grid navigation (`navigation="grid"`), for people who live in spreadsheets: one tab stop, arrow
 * keys move from cell to cell, and a cell is edited after Enter, F2 or the first typed character.
 */
import type { EditorContext } from './editor-context.ts';
import { cellOf, type CellPlace } from './focus-memory.ts';
import { isNewLine, rowInColumn } from './row-steps.ts';
import { isOneLine } from '../ui/one-line.ts';

const PAGE_ROWS = 10;
/** Controls of a row that are reached by other means than the arrow keys. */
const NOT_CELLS = new Set(['handle', 'select']);

/** The controls of a row, one for each cell, in reading order. */
function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-col]')].filter(
    (control) => !NOT_CELLS.has(control.dataset['col'] ?? ''),
  );
}

export class GridKeys {
  readonly #editor: EditorContext;
  #editing: CellPlace | null = null;

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** True while the caret, not the arrow keys' selection, is in this cell. */
  isEditing(place: CellPlace): boolean {
    return this.#editing?.id === place.id && this.#editing.column === place.column;
  }

  /** Focus came to a cell: navigation, unless it is the one being edited. */
  focused(place: CellPlace): void {
    if (!this.isEditing(place)) this.#editing = null;
  }

  /** A pointer put the caret into a text: that is editing. */
  pointed(place: CellPlace | null): void {
    this.#editing = place;
  }

  /** Handles a key; true where it was for the grid, false where the form's keys shall have it. */
  handle(event: KeyboardEvent, place: CellPlace): boolean {
    return this.isEditing(place) ? this.#whileEditing(event, place) : this.#navigate(event, place);
  }

  /** One tab stop: the cell in hand, or the first one. */
  rove(): void {
    const { root, focusMemory } = this.#editor;
    const controls = [...root.querySelectorAll<HTMLElement>('table.lines tbody [data-col]')];
    const last = focusMemory.last;
    const active =
      controls.find((control) => {
        const place = cellOf(control);
        return place?.id === last?.id && place?.column === last?.column;
      }) ?? controls.find((control) => control.dataset['col'] === 'name');
    for (const control of controls) control.tabIndex = control === active ? 0 : -1;
  }

  #whileEditing(event: KeyboardEvent, place: CellPlace): boolean {
    const column = this.#editor.allColumns.find(({ id }) => id === place.column);
    if (event.key === 'Escape') {
      if (column) this.#editor.editing.revert(place.id, column);
      this.#editing = null;
      (event.target as HTMLInputElement).select?.();
      return true;
    }
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      const isText = event.target instanceof HTMLTextAreaElement && !isOneLine(event.target);
      if (isText && isNewLine(event, place)) return false;
      if (column) this.#editor.editing.commit(place.id, column);
      return this.#byRows(place, event.shiftKey ? -1 : 1);
    }
    if (event.key === 'Tab') {
      if (column) this.#editor.editing.commit(place.id, column);
      return this.#byCells(event.target as HTMLElement, event.shiftKey ? -1 : 1);
    }
    // Everything else belongs to the text: arrow keys move the caret, not the cell.
    return event.key.startsWith('Arrow') && !event.altKey && !event.shiftKey
      ? this.#caret(event)
      : false;
  }

  /** Lets the caret have an arrow key without the row keys of the form taking it. */
  #caret(event: KeyboardEvent): boolean {
    event.stopPropagation();
    return false;
  }

  #navigate(event: KeyboardEvent, place: CellPlace): boolean {
    const control = event.target as HTMLElement;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    const rightToLeft = this.#editor.translator.direction === 'rtl';
    switch (event.key) {
      case 'ArrowUp':
        return this.#byRows(place, -1);
      case 'ArrowDown':
        return this.#byRows(place, 1);
      case 'ArrowLeft':
        return this.#byCells(control, rightToLeft ? 1 : -1);
      case 'ArrowRight':
        return this.#byCells(control, rightToLeft ? -1 : 1);
      case 'Home':
        return command ? this.#byRows(place, -Infinity) : this.#byCells(control, -Infinity);
      case 'End':
        return command ? this.#byRows(place, Infinity) : this.#byCells(control, Infinity);
      case 'PageUp':
        return this.#byRows(place, -PAGE_ROWS);
      case 'PageDown':
        return this.#byRows(place, PAGE_ROWS);
      case 'Enter':
      case 'F2':
        return this.#edit(control, place, command);
      case 'Tab':
        return false;
      case ' ':
        if (event.shiftKey) return this.#toggle(place.id);
        break;
      case 'a':
        if (!command) break;
        this.#editor.actions.selectAll();
        return true;
      case 'Delete':
      case 'Backspace':
        if (this.#editor.selection.has(place.id)) return this.#editor.actions.removeSelected();
        break;
    }
    // The first typed character replaces what the cell holds: it is selected already.
    if (event.key.length === 1 && !command && isTextBox(control)) this.#editing = place;
    return false;
  }

  #edit(control: HTMLElement, place: CellPlace, command: boolean): boolean {
    if (command || !isTextBox(control)) return false;
    this.#editing = place;
    const column = this.#editor.allColumns.find(({ id }) => id === place.column);
    if (column) this.#editor.editing.showSource(place.id, column);
    control.setSelectionRange(control.value.length, control.value.length);
    return true;
  }

  #byRows(place: CellPlace, by: number): boolean {
    const { store, ghostId, focusMemory } = this.#editor;
    const rows = store.ids.length;
    const from = place.id === ghostId ? rows : store.indexOf(place.id);
    const last = this.#editor.may('addLines') && by !== Infinity ? rows : rows - 1;
    const to = rowInColumn(store, place.column, from, by, Math.max(0, last));
    this.#editing = null;
    const id = store.ids[to] ?? ghostId;
    focusMemory.ask({ id, column: id === ghostId ? 'name' : place.column });
    this.#editor.requestUpdate();
    return true;
  }

  #byCells(control: HTMLElement, by: number): boolean {
    const row = control.closest('tr[data-id]');
    const cells = row ? cellsOf(row) : [];
    const to = Math.max(0, Math.min(cells.length - 1, cells.indexOf(control) + by));
    const target = cells[to];
    this.#editing = null;
    target?.focus();
    if (target && isOneLine(target)) target.select();
    return true;
  }

  #toggle(id: string): boolean {
    const selection = new Set(this.#editor.selection);
    if (!selection.delete(id)) selection.add(id);
    this.#editor.setSelection(selection);
    this.#editor.announce(this.#editor.t('bulk.selected', { count: selection.size }));
    return true;
  }
}

function isTextBox(control: HTMLElement): control is HTMLInputElement | HTMLTextAreaElement {
  return (
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type === 'text')
  );
}
