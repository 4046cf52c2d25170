/** Everything that happens in the table, told to the part whose business it is. */
import type { Column } from '../columns/column.ts';
import { isText } from '../store/line-type.ts';
import { openBilling } from './billing-popover.ts';
import { chosenChange } from './buyer-choice.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { explainLine } from './explain-popover.ts';
import { cellOf, type CellPlace } from './focus-memory.ts';
import { namedLine } from './history-label.ts';
import { pasteLines } from './lines-clipboard.ts';
import { isFillable } from './fillable.ts';
import { pasteBlock, pastedOf, textOfMarkup, type Pasted } from './open-paste.ts';
import { openPricingModel } from './pricing-dialog.ts';
import type { GridKeys } from './grid-keys.ts';
import type { RowDrag } from './row-drag.ts';
import { actedOn, openDiscountMode, openRowMenu, showRange } from './row-menu.ts';
import type { Suggestions } from './suggestions.ts';
import { isBlankLine, type TableKeys } from './table-keys.ts';
import { openTaxes } from './taxes-popover.ts';
import { isOneLine, keepOneLine } from '../ui/one-line.ts';

type TypedControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function typedControl(target: EventTarget | null): TypedControl | null {
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target
    : null;
}

/**
 * Brings a cell out from below those that stay in sight: the browser, which scrolls to what gets the
 * focus, takes what lies below them for seen.
 */
function comeOut(control: HTMLElement): void {
  const view = control.closest('.table-scroll');
  if (view && view.scrollWidth > view.clientWidth) {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

/** Puts text into a box in the place of what is selected, as the keys of the clipboard do. */
function typeInto(target: EventTarget | null, text: string): void {
  const isBox = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isBox || target.readOnly) return;
  const { selectionStart, selectionEnd, value } = target;
  target.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
}

/** True for text that is more than one cell. */
export function isBlock(text: string): boolean {
  return /[\t]/.test(text.trim()) || /[^\r\n][\r\n]+[^\r\n]/.test(text);
}

export class TableEvents {
  readonly #editor: EditorContext;
  readonly #keys: TableKeys;
  readonly #suggestions: Suggestions;
  readonly #drag: RowDrag;
  readonly #grid: GridKeys;
  readonly #copy: (ids: readonly string[]) => void;

  constructor(
    editor: EditorContext,
    keys: TableKeys,
    suggestions: Suggestions,
    drag: RowDrag,
    grid: GridKeys,
    copy: (ids: readonly string[]) => void,
  ) {
    this.#editor = editor;
    this.#keys = keys;
    this.#suggestions = suggestions;
    this.#drag = drag;
    this.#grid = grid;
    this.#copy = copy;
  }

  #column(place: CellPlace): Column | undefined {
    return this.#editor.allColumns.find(({ id }) => id === place.column);
  }

  readonly input = (event: Event): void => {
    const control = typedControl(event.target);
    const place = cellOf(control);
    const column = place ? this.#column(place) : undefined;
    if (!control || !place || !column?.read) return;
    keepOneLine(control);
    this.#editor.editing.type(place.id, column, control.value);
    if (column.id === 'name' && isOneLine(control)) {
      this.#suggestions.open(control, place.id);
    }
    if (control instanceof HTMLSelectElement) this.#editor.editing.commit(place.id, column);
  };

  readonly change = (event: Event): void => {
    const control = event.target;
    const place = cellOf(control);
    if (place?.column !== 'selected' || !(control instanceof HTMLInputElement)) return;
    const command = setCommand(place.id, [chosenChange(control.checked)]);
    const named = namedLine(this.#editor.store, place.id);
    const label = { key: 'setOn', field: 'row.selected', ...named };
    this.#editor.run(command, label);
  };

  readonly focusIn = (event: Event): void => {
    const place = cellOf(event.target);
    if (!place) return;
    const { focusMemory, editing } = this.#editor;
    this.#grid.focused(place);
    const before = focusMemory.last;
    if (before?.id !== place.id || before.column !== place.column) {
      editing.begin();
      comeOut(event.target as HTMLElement);
    }
    focusMemory.last = place;
    if (focusMemory.wantedColumn !== place.column) {
      const row = this.#editor.store.row(place.id);
      const wide = isText(row?.input['type']);
      if (!wide && place.id !== this.#editor.ghostId) focusMemory.wantedColumn = null;
    }
    if (before && before.id !== place.id) this.#left(before.id);
    const fresh = event.target instanceof HTMLInputElement && place.column !== 'name';
    if (fresh && event.target instanceof HTMLInputElement && event.target.type === 'text') {
      event.target.select();
    }
  };

  readonly focusOut = (event: FocusEvent): void => {
    const place = cellOf(event.target);
    const column = place ? this.#column(place) : undefined;
    if (!place || !column) return;
    const to = event.relatedTarget;
    if (to instanceof Element && to.closest('#suggestions')) return;
    this.#editor.editing.commit(place.id, column);
    this.#suggestions.close();
    if (to !== null && !cellOf(to) && !(to as Element).closest?.('.beside, dialog')) {
      this.#left(place.id);
    }
  };

  /** Focus went from a row to elsewhere: a line nobody typed into goes, others are now judged. */
  #left(id: string): void {
    const { editing, store } = this.#editor;
    if (!editing.fresh.delete(id)) return;
    const row = store.row(id);
    if (row && isBlankLine(row.input) && row.input['type'] === 'item') {
      queueMicrotask(() => {
        const label = { key: 'remove', ...namedLine(store, id) };
        this.#editor.run({ op: 'remove', list: 'lines', ids: [id] }, label);
      });
    } else this.#editor.touch(id);
  }

  /** Typing over a price that tiers give leads to these. */
  #leadsOn(event: KeyboardEvent): boolean {
    const place = cellOf(event.target);
    const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const row = place ? this.#editor.store.row(place.id) : undefined;
    if (!place || !row || !isTyped || event.isComposing || event.defaultPrevented) return false;
    if (this.#column(place)?.isGiven?.(row, this.#editor.context) !== true) return false;
    event.preventDefault();
    if (this.#editor.may('edit')) openPricingModel(this.#editor, place.id);
    return true;
  }

  readonly keyDown = (event: KeyboardEvent): void => {
    if (this.#leadsOn(event)) return;
    this.#keys.handle(event);
  };

  readonly click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>('[data-act]');
    const act = button?.dataset['act'];
    const line =
      button?.dataset['line'] ?? cellOf(button ?? null)?.id ?? this.#rowOf(button ?? null);
    if (!button || act === undefined || line === undefined) return;
    this.#act(act, button, line, event);
  };

  #rowOf(element: Element | null): string | undefined {
    return element?.closest<HTMLElement>('tr[data-id]')?.dataset['id'];
  }

  #act(act: string, button: HTMLElement, id: string, event: MouseEvent): void {
    const { overlays } = this.#editor;
    if (overlays.anchor === button) {
      overlays.close();
      return;
    }
    switch (act) {
      case 'menu':
        return openRowMenu(this.#editor, button, id, this.#drag, this.#copy);
      case 'taxes':
        return openTaxes(this.#editor, button, actedOn(this.#editor, id));
      case 'billing':
        return openBilling(this.#editor, button, id);
      case 'discount-mode':
        return openDiscountMode(this.#editor, button, id);
      case 'explain':
        return explainLine(this.#editor, button, id, this.#memberOf(button));
      case 'select':
        return this.#select(id, event.shiftKey);
      case 'accept':
        return this.#accept(button, id);
      case 'pricing':
        return openPricingModel(this.#editor, id);
      case 'range':
        return void showRange(this.#editor, id);
    }
  }

  #memberOf(button: HTMLElement): string {
    const column = this.#editor.allColumns.find(({ id }) => id === button.dataset['col']);
    return column?.member ?? 'total';
  }

  #accept(button: HTMLElement, id: string): void {
    const columnId = button.dataset['for'] ?? '';
    const column = this.#editor.allColumns.find((each) => each.id === columnId);
    if (!column) return;
    this.#editor.focusMemory.ask({ id, column: columnId });
    this.#editor.editing.accept(id, column, button.dataset['text'] ?? '');
  }

  #lastSelected: string | null = null;

  #select(id: string, range: boolean): void {
    const { store } = this.#editor;
    const selection = new Set(this.#editor.selection);
    const from = this.#lastSelected === null ? -1 : store.indexOf(this.#lastSelected);
    const to = store.indexOf(id);
    if (range && from >= 0) {
      for (const each of store.ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
        selection.add(each);
      }
    } else if (!selection.delete(id)) selection.add(id);
    this.#lastSelected = id;
    this.#editor.setSelection(selection);
    this.#editor.announce(this.#editor.t('bulk.selected', { count: selection.size }));
  }

  readonly paste = (event: ClipboardEvent): void => {
    const place = cellOf(event.target);
    const data = event.clipboardData;
    if (!place || !data) return;
    const after = place.id === this.#editor.ghostId ? undefined : place.id;
    if (pasteLines(this.#editor, data, after)) {
      event.preventDefault();
      return;
    }
    const pasted = pastedOf(data);
    const box = event.target;
    if (!/\S/.test(pasted.text) && /\S/.test(pasted.html)) {
      event.preventDefault();
      void textOfMarkup(this.#editor, pasted.html, (text) => {
        if (text === '') this.#editor.announce(this.#editor.t('paste.noText'));
        else if (!this.#takes(box, { ...pasted, text }, after)) typeInto(box, text);
      });
    } else if (this.#takes(box, pasted, after)) event.preventDefault();
  };

  /** Takes what is more than the text of one box; false where it is that. */
  #takes(box: EventTarget | null, pasted: Pasted, after: string | undefined): boolean {
    const place = cellOf(box);
    const isText = box instanceof HTMLTextAreaElement && !isOneLine(box);
    if (!place || isText || !/\S/.test(pasted.text)) return false;
    const column = this.#column(place);
    const { selection } = this.#editor;
    const isForMany = selection.size > 1 && selection.has(place.id);
    if (!isBlock(pasted.text) && !(isForMany && column && isFillable(column))) return false;
    void pasteBlock(this.#editor, { id: place.id, column }, pasted, after);
    return true;
  }

  readonly pointerDown = (event: PointerEvent): void => {
    const handle = event.target instanceof Element ? event.target.closest('.handle') : null;
    const place = cellOf(handle);
    if (handle && place) this.#drag.pointerDown(event, place.id);
    this.#grid.pointed(handle ? null : cellOf(event.target));
  };

  readonly pointerMove = (event: PointerEvent): void => this.#drag.pointerMove(event);
  readonly pointerUp = (event: PointerEvent): void => this.#drag.pointerUp(event);
  readonly pointerCancel = (): void => this.#drag.cancel();

  readonly scrolled = (event: Event): void => {
    const view = event.currentTarget as HTMLElement;
    if (this.#editor.rows.scrollTo(view.scrollTop, view.clientHeight)) this.#editor.requestUpdate();
  };
}
