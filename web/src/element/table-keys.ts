/** Keys inside the table: moving between cells, committing, reverting, opening lists. */
import type { Column } from '../columns/column.ts';
import { fieldText } from '../columns/column.ts';
import { isText } from '../store/line-type.ts';
import type { EditorContext } from './editor-context.ts';
import { cellOf, type CellPlace } from './focus-memory.ts';
import type { GridKeys } from './grid-keys.ts';
import type { RowDrag } from './row-drag.ts';
import { isNewLine, rowInColumn } from './row-steps.ts';
import type { Suggestions } from './suggestions.ts';
import { isOneLine } from '../ui/one-line.ts';

const PAGE_ROWS = 10;

/** True where the caret of a text area stands in its first (−1) or last (1) line. */
function atEdge(area: HTMLTextAreaElement, by: -1 | 1): boolean {
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  return by < 0 ? !before.includes('\n') : !after.includes('\n');
}

export class TableKeys {
  readonly #editor: EditorContext;
  readonly #suggestions: Suggestions;
  readonly #drag: RowDrag;
  readonly #grid: GridKeys;

  constructor(editor: EditorContext, suggestions: Suggestions, drag: RowDrag, grid: GridKeys) {
    this.#editor = editor;
    this.#grid = grid;
    this.#suggestions = suggestions;
    this.#drag = drag;
  }

  /** Handles a key press in a cell; what it does not know stays the browser's. */
  handle(event: KeyboardEvent): void {
    const place = cellOf(event.target);
    if (!place || event.isComposing || event.defaultPrevented) return;
    const column = this.#editor.allColumns.find(({ id }) => id === place.column);
    if (this.#handled(event, place, column)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #handled(event: KeyboardEvent, place: CellPlace, column: Column | undefined): boolean {
    if (place.column === 'handle' && this.#drag.key(event, place.id)) return true;
    const listOpen = this.#suggestions.isOpen && place.column === 'name';
    if (this.#editor.navigation === 'grid' && !listOpen) {
      if (this.#grid.handle(event, place)) return true;
      if (event.cancelBubble || this.#grid.isEditing(place)) return false;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const control = event.target as HTMLElement;
    switch (event.key) {
      case 'Enter':
        return plain && this.#enter(event, place, column);
      case 'ArrowUp':
      case 'ArrowDown':
        return this.#arrow(event, place, control, event.key === 'ArrowUp' ? -1 : 1);
      case 'PageUp':
      case 'PageDown':
        return plain && this.#go(place, event.key === 'PageUp' ? -PAGE_ROWS : PAGE_ROWS);
      case 'Home':
      case 'End':
        return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
          ? this.#go(place, event.key === 'Home' ? -Infinity : Infinity)
          : false;
      case 'F2':
        return plain && this.#editKey(control, place, column);
      case 'Escape':
        return this.#escape(place, column);
      case 'Tab':
        this.#suggestions.close();
        return false;
      case ' ':
        return event.shiftKey && plain && control instanceof HTMLButtonElement
          ? this.#toggleSelection(place.id)
          : false;
      default:
        return false;
    }
  }

  #enter(event: KeyboardEvent, place: CellPlace, column: Column | undefined): boolean {
    const control = event.target as HTMLElement;
    const isText = control instanceof HTMLTextAreaElement && !isOneLine(control);
    if (isText && isNewLine(event, place)) return false;
    if (control instanceof HTMLButtonElement) return false;
    if (control instanceof HTMLInputElement && control.type === 'checkbox') return false;
    const { store, editing } = this.#editor;
    if (place.column === 'name' && !event.shiftKey && isOneLine(control)) {
      if (this.#suggestions.takeActive()) return true;
      if (this.#suggestions.takeSku(control.value, place.id)) return true;
    }
    this.#suggestions.close();
    if (column) editing.commit(place.id, column);
    editing.begin();
    if (event.shiftKey) return this.#go(place, -1);
    if (this.#isBlank(place.id)) {
      this.#editor.announce(this.#editor.t('status.finishFirst'));
      return true;
    }
    const from = store.indexOf(place.id);
    const last = store.ids.length - 1;
    if (rowInColumn(store, place.column, from, 1, last) !== from) return this.#go(place, 1);
    this.#ask({ id: this.#editor.ghostId, column: 'name' });
    return true;
  }

  #arrow(event: KeyboardEvent, place: CellPlace, control: HTMLElement, by: -1 | 1): boolean {
    if (event.altKey && !event.shiftKey && !event.ctrlKey && by > 0) {
      return this.#openList(place, control);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (place.column === 'name' && this.#suggestions.isOpen) {
      this.#suggestions.move(by);
      return true;
    }
    if (control instanceof HTMLSelectElement) return false;
    if (control instanceof HTMLTextAreaElement && !atEdge(control, by)) return false;
    this.#go(place, by);
    return true;
  }

  /** Moves by rows in the column in hand; true always: at an end, the key has done its part. */
  #go(place: CellPlace, by: number): boolean {
    const { store, ghostId, focusMemory } = this.#editor;
    const rows = store.ids.length;
    const from = place.id === ghostId ? rows : store.indexOf(place.id);
    const lastRow = this.#editor.may('addLines') && by !== Infinity ? rows : rows - 1;
    const column = focusMemory.wantedColumn ?? place.column;
    const target = rowInColumn(store, column, from, by, Math.max(0, lastRow));
    if (target === from) return true;
    const id = store.ids[target] ?? ghostId;
    this.#ask({ id, column: id === ghostId ? 'name' : column });
    focusMemory.wantedColumn = column;
    return true;
  }

  #editKey(control: HTMLElement, place: CellPlace, column: Column | undefined): boolean {
    if (!isOneLine(control)) return false;
    if (column && this.#editor.editing.showSource(place.id, column)) {
      void this.#editor.updateComplete.then(() => control.select());
      return true;
    }
    const all = control.selectionStart === 0 && control.selectionEnd === control.value.length;
    if (all) control.setSelectionRange(control.value.length, control.value.length);
    else control.select();
    return true;
  }

  #escape(place: CellPlace, column: Column | undefined): boolean {
    if (this.#suggestions.isOpen) {
      this.#suggestions.close();
      return true;
    }
    if (column && this.#editor.editing.revert(place.id, column)) return true;
    if (this.#editor.selection.size > 0) {
      this.#editor.actions.selectAll(false);
      return true;
    }
    if (place.column === 'actions' || place.id === this.#editor.ghostId) return false;
    this.#ask({ id: place.id, column: 'actions' });
    return true;
  }

  #openList(place: CellPlace, control: HTMLElement): boolean {
    if (place.column === 'name' && isOneLine(control)) {
      this.#suggestions.open(control, place.id, true);
      return true;
    }
    if (control instanceof HTMLButtonElement) {
      control.click();
      return true;
    }
    const mode = control.parentElement?.querySelector<HTMLElement>('[data-act="discount-mode"]');
    mode?.click();
    return mode !== undefined && mode !== null;
  }

  #toggleSelection(id: string): boolean {
    const selection = new Set(this.#editor.selection);
    if (!selection.delete(id)) selection.add(id);
    this.#editor.setSelection(selection);
    this.#editor.announce(this.#editor.t('bulk.selected', { count: selection.size }));
    return true;
  }

  /** A line that is not there yet, or holds nothing that was typed. */
  #isBlank(id: string): boolean {
    const row = this.#editor.store.row(id);
    if (!row || id === this.#editor.ghostId) return true;
    return isBlankLine(row.input) && !isText(row.input['type']);
  }

  #ask(place: CellPlace): void {
    this.#editor.focusMemory.ask(place);
    this.#editor.requestUpdate();
  }
}

const NOT_CONTENT = new Set(['id', 'type', 'taxRateIds', 'formulas']);

/** True for a line nobody has put anything into. */
export function isBlankLine(line: Parameters<typeof fieldText>[0]): boolean {
  return Object.entries(line).every(([name, value]) => NOT_CONTENT.has(name) || value === '');
}
