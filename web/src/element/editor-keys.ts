/** Keys that work anywhere in the element: row commands, undo, regions, dialogs. */
import type { Capability } from '../store/capabilities.ts';
import { openColumns } from './columns-dialog.ts';
import type { EditorContext } from './editor-context.ts';
import { cellOf, type CellPlace } from './focus-memory.ts';
import { mayOrSay } from './refused.ts';
import { actedOn } from './row-menu.ts';
import { shortcutOf, type ShortcutId, type Shortcuts } from './shortcuts.ts';
import { openCatalogue, openShortcuts } from './small-dialogs.ts';

/** What these keys need of the element besides the context. */
export interface KeyedEditor extends EditorContext {
  shortcuts: Shortcuts | null;
  readTotals(): void;
  dispatchEvent(event: Event): boolean;
}

/** True where keys are letters of a text, or choose from a list. */
function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const REGIONS = ['toolbar', 'lines', 'adjustments', 'totals', 'schedule'];

/** Commands that stay when row shortcuts are turned off: everybody expects them of any editor. */
const ALWAYS: ReadonlySet<ShortcutId> = new Set(['undo', 'redo', 'redoAlternative']);

/** The capability that a command for rows needs. */
function rightFor(id: ShortcutId): Capability {
  if (id.startsWith('move')) return 'moveLines';
  return id === 'delete' ? 'removeLines' : 'addLines';
}

export class EditorKeys {
  readonly #editor: KeyedEditor;

  constructor(editor: KeyedEditor) {
    this.#editor = editor;
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.#nextRegion(event.shiftKey ? -1 : 1);
      return;
    }
    if (this.#selectionKey(event)) {
      event.preventDefault();
      return;
    }
    const shortcuts = this.#editor.shortcuts;
    const id = shortcutOf(event, shortcuts ?? {});
    if (id === null || (shortcuts === null && !ALWAYS.has(id))) return;
    if (this.#carryOut(id, cellOf(event.target))) event.preventDefault();
  }

  /** Keys for the selected lines, wherever in the table or its tools the focus is. */
  #selectionKey(event: KeyboardEvent): boolean {
    const target = event.target instanceof Element ? event.target : null;
    const near = target?.closest('[data-region=lines], [data-region=toolbar]');
    if (!near || this.#editor.overlays.isOpen || isTyping(target)) return false;
    const { actions, selection } = this.#editor;
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey || event.shiftKey) return false;
    if (command) {
      if (event.key.toLowerCase() !== 'a') return false;
      actions.selectAll();
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      // In a cell it would be about what the cell holds: it is the selection's only at its ends.
      const column = cellOf(target)?.column;
      const isOfCell = this.#editor.allColumns.some(({ id }) => id === column);
      return !isOfCell && actions.removeSelected();
    }
    if (event.key !== 'Escape' || selection.size === 0) return false;
    actions.selectAll(false);
    return true;
  }

  #carryOut(id: ShortcutId, place: CellPlace | null): boolean {
    switch (id) {
      case 'undo':
      case 'redo':
      case 'redoAlternative':
        return this.#undoOrRedo(id, place);
      case 'readTotals':
        this.#editor.readTotals();
        return true;
      case 'columns':
        openColumns(this.#editor);
        return true;
      case 'sheet':
        openShortcuts(this.#editor, this.#editor.shortcuts, (on) => {
          this.#editor.shortcuts = on ? {} : null;
        });
        return true;
      case 'catalogue':
        openCatalogue(this.#editor, this.#rowBelow(place));
        return true;
      case 'save':
        return this.#save();
      default:
        return place !== null && this.#rowCommand(id, place);
    }
  }

  /** Text not yet committed goes back first, by the browser's own undo of the text box. */
  #undoOrRedo(id: ShortcutId, place: CellPlace | null): boolean {
    const typing = place ? this.#editor.editing.draft(place.id, place.column) : undefined;
    if (typing !== undefined && place) {
      const column = this.#editor.allColumns.find((each) => each.id === place.column);
      if (column && id === 'undo' && this.#editor.store.indexOf(place.id) >= 0) {
        this.#editor.editing.commit(place.id, column);
      }
    }
    if (id === 'undo') this.#editor.actions.undo();
    else this.#editor.actions.redo();
    return true;
  }

  /** The host saves; without a listener the key stays the browser's. */
  #save(): boolean {
    this.#editor.editing.commitAll();
    const asked = new CustomEvent('crossfoot-save-request', {
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    return !this.#editor.dispatchEvent(asked);
  }

  #rowBelow(place: CellPlace | null): string | undefined {
    return place && this.#editor.store.indexOf(place.id) >= 0 ? place.id : undefined;
  }

  #rowCommand(id: ShortcutId, place: CellPlace): boolean {
    const { store, actions, editing } = this.#editor;
    const index = store.indexOf(place.id);
    const column = this.#editor.allColumns.find((each) => each.id === place.column);
    if (column) editing.commit(place.id, column);
    if (index < 0) return false;
    const ids = actedOn(this.#editor, place.id);
    if (!mayOrSay(this.#editor, rightFor(id))) return true;
    switch (id) {
      case 'moveUp':
        actions.moveBy(ids, -1, place.column);
        return true;
      case 'moveDown':
        actions.moveBy(ids, 1, place.column);
        return true;
      case 'moveTop':
        actions.moveTo(ids, 0, place.column);
        return true;
      case 'moveBottom':
        actions.moveTo(ids, store.ids.length, place.column);
        return true;
      case 'duplicate':
        actions.duplicate(ids, place.column);
        return true;
      case 'delete':
        actions.remove(ids, place.column);
        return true;
      case 'note':
      case 'section':
        actions.insert(place.id, id);
        return true;
      case 'insertBelow':
        actions.insert(place.id);
        return true;
      case 'insertAbove':
        actions.insert(store.ids[index - 1] ?? null);
        return true;
      default:
        return false;
    }
  }

  #nextRegion(by: 1 | -1): void {
    const { root } = this.#editor;
    const regions = REGIONS.flatMap((name) => {
      const region = root.querySelector<HTMLElement>(`[data-region="${name}"]`);
      return region ? [region] : [];
    });
    const active = root.activeElement;
    const here = active?.closest<HTMLElement>('[data-region]') ?? null;
    const at = here ? regions.indexOf(here) : by > 0 ? -1 : 0;
    const region = regions.at((at + by + regions.length) % regions.length);
    if (!region) return;
    const last = this.#editor.focusMemory.last;
    if (region.dataset['region'] === 'lines') {
      this.#editor.focusMemory.ask(
        last ?? { id: this.#editor.store.ids[0] ?? this.#editor.ghostId, column: 'name' },
      );
      this.#editor.requestUpdate();
      return;
    }
    const first = region.querySelector<HTMLElement>(
      'button:not(:disabled), input, select, textarea',
    );
    (region.hasAttribute('tabindex') ? region : (first ?? region)).focus();
  }
}
