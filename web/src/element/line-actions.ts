/** What can be done to lines as wholes: add, delete, duplicate, move, copy. Each keeps focus. */
import { lineRateIds } from '../columns/taxes.ts';
import { fieldText } from '../columns/column.ts';
import { failureWords } from '../i18n/failure-words.ts';
import type { JsonObject } from '../../../schema/contract.ts';
import type { RemovedLine } from '../store/document-store.ts';
import type { EditorContext } from './editor-context.ts';
import { findCell } from './focus-memory.ts';
import { namedLine, namedNew, readLabel } from './history-label.ts';
import {
  formerProduct,
  lineFromProduct,
  productFromLine,
  type CatalogueProduct,
} from './catalogue.ts';
import { mayOrSay } from './refused.ts';

/** A random id for a new member of the document. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${prefix}_${hex}`;
}

export class LineActions {
  readonly #editor: EditorContext;

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** A new item; it takes the taxes of the line it follows, as a column of equal taxes would. */
  newItem(id: string, after: string | null): JsonObject {
    const before = after === null ? undefined : this.#editor.store.row(after);
    const rates = before && before.input['type'] !== 'note' ? lineRateIds(before.input) : [];
    const active = rates.filter((rate) =>
      this.#editor.store
        .list('taxRates')
        .some((each) => each['id'] === rate && each['active'] !== false),
    );
    return active.length === 0 ? { id, type: 'item' } : { id, type: 'item', taxRateIds: active };
  }

  /** The name of a line for messages; "line 3" where it has none. */
  nameOf(id: string): string {
    const { store } = this.#editor;
    const row = store.row(id);
    const name = row ? fieldText(row.input, 'name') : '';
    return name || this.#editor.t('row.labelUnnamed', { n: store.placeOf(id) });
  }

  /** Inserts an empty line after another (null: at the start) and goes to its name. */
  insert(after: string | null, type: 'item' | 'note' | 'section' = 'item'): void {
    const id = newId('li');
    const item = type === 'item' ? this.newItem(id, after) : { id, type };
    const command: JsonObject = { op: 'add', list: 'lines', items: [item], after };
    if (!this.#editor.run(command, { key: 'add', ...namedNew(item) })) return;
    this.#editor.editing.fresh.add(id);
    this.#editor.focusMemory.ask({ id, column: 'name' });
    const n = this.#editor.store.placeOf(id);
    this.#editor.announce(this.#editor.t('status.added', { n }));
  }

  /** Goes to the row at the end where a new line is typed. */
  goToNewLine(): void {
    const { store, ghostId } = this.#editor;
    if (store.ids.length > 0) this.#editor.rows.scrollTo(Number.MAX_SAFE_INTEGER, 0);
    this.#editor.focusMemory.ask({ id: ghostId, column: 'name' });
    this.#editor.requestUpdate();
  }

  /** Adds lines for products after a line, and goes to the first one's quantity. */
  addProducts(products: readonly CatalogueProduct[], after: string | null | undefined): void {
    if (products.length === 0) return;
    const { store } = this.#editor;
    const items = products.map((product) => lineFromProduct(product, newId('li'), store.currency));
    const command: JsonObject = { op: 'add', list: 'lines', items };
    if (after !== undefined) command['after'] = after;
    const name = products.map(({ name: each }) => each).join(', ');
    const [only = {}, ...others] = items;
    const named = others.length === 0 ? namedNew(only) : { name, of: 'line' as const };
    if (!this.#editor.run(command, { key: 'add', ...named })) return;
    const first = items[0]?.['id'];
    if (typeof first === 'string') this.#editor.focusMemory.ask({ id: first, column: 'quantity' });
  }

  /** Deletes lines; focus goes to the same column of the next row. */
  remove(ids: readonly string[], column: string): void {
    const { store } = this.#editor;
    const present = ids.filter((id) => store.indexOf(id) >= 0);
    if (present.length === 0) return;
    const last = Math.max(...present.map((id) => store.indexOf(id)));
    const next = store.ids.slice(last + 1).find((id) => !present.includes(id));
    const name = present[0] === undefined ? '' : this.nameOf(present[0]);
    const count = present.length;
    const command: JsonObject = { op: 'remove', list: 'lines', ids: present };
    const label = { key: 'remove', count, ...namedLine(store, present[0]) };
    if (!this.#editor.run(command, label)) return;
    this.#editor.setSelection([]);
    const id = next ?? this.#editor.ghostId;
    this.#editor.focusMemory.ask({ id, column: next ? column : 'name' });
    const key = undoKey();
    this.#editor.announce(this.#editor.t('status.deleted', { count, name, key }));
  }

  /** Puts a removed line back where it was. */
  restore(removed: RemovedLine): void {
    const { store } = this.#editor;
    const after =
      removed.after !== null && store.indexOf(removed.after) < 0 ? undefined : removed.after;
    const command: JsonObject = { op: 'add', list: 'lines', items: [removed.line] };
    if (after !== undefined) command['after'] = after;
    if (!this.#editor.run(command, { key: 'restore', ...namedNew(removed.line) })) return;
    this.#editor.focusMemory.ask({ id: removed.id, column: 'name' });
    this.#editor.announce(this.#editor.t('status.restored', { name: removed.name }));
  }

  duplicate(ids: readonly string[], column: string): void {
    const present = ids.filter((id) => this.#editor.store.indexOf(id) >= 0);
    const first = present[0];
    if (first === undefined) return;
    const name = this.nameOf(first);
    const count = present.length;
    const newIds = present.map(() => newId('li'));
    const command: JsonObject = { op: 'clone', ids: [...present], newIds };
    const label = { key: 'clone', count, ...namedLine(this.#editor.store, first) };
    if (!this.#editor.run(command, label)) return;
    this.#editor.focusMemory.ask({ id: newIds[0] ?? first, column });
    this.#editor.announce(this.#editor.t('status.duplicated', { count, name }));
  }

  /** Moves lines by one place up or down; sections by one section. */
  moveBy(ids: readonly string[], by: -1 | 1, column: string): void {
    const moved = this.withSections(ids);
    const positions = this.#positions(moved);
    const first = positions[0];
    const last = positions.at(-1);
    if (first === undefined || last === undefined) return;
    const next = by < 0 ? first - 1 : last + 2 - positions.length;
    if (!this.#hasSection(moved)) {
      this.moveTo(ids, next, column);
      return;
    }
    const bounds = this.#bounds(moved);
    const place = by < 0 ? bounds.findLast((at) => at < first) : bounds.find((at) => at >= next);
    if (place !== undefined) this.moveTo(ids, place, column);
  }

  /** Lines with those that a heading among them takes along: all up to the next heading. */
  withSections(ids: readonly string[]): string[] {
    const { store } = this.#editor;
    const sections = new Set(store.sectionIds);
    const taken = new Set(ids);
    let within = false;
    for (const id of store.ids) {
      if (sections.has(id)) within = taken.has(id);
      else if (within) taken.add(id);
    }
    return store.ids.filter((id) => taken.has(id));
  }

  #hasSection(ids: readonly string[]): boolean {
    const sections = new Set(this.#editor.store.sectionIds);
    return ids.some((id) => sections.has(id));
  }

  /** Where a section can stand among the other rows without cutting another one in two. */
  #bounds(moved: readonly string[]): number[] {
    const { store } = this.#editor;
    const taken = new Set(moved);
    const sections = new Set(store.sectionIds);
    const rest = store.ids.filter((id) => !taken.has(id));
    return [...rest.flatMap((id, at) => (sections.has(id) ? [at] : [])), rest.length];
  }

  /** The place among the other rows that lines come to when they are put at `position`. */
  placeFor(moved: readonly string[], position: number): number {
    const most = this.#editor.store.ids.length - moved.length;
    const wanted = Math.max(0, Math.min(position, most));
    if (!this.#hasSection(moved)) return wanted;
    const away = (at: number): number => Math.abs(at - wanted);
    return this.#bounds(moved).reduce((best, at) => (away(at) <= away(best) ? at : best));
  }

  /** Moves lines to where the line of this number stands. */
  moveToNumber(ids: readonly string[], number: number, column: string): void {
    const { store } = this.#editor;
    const moved = new Set(this.withSections(ids));
    const rest = store.ids.filter((id) => !moved.has(id));
    const items = rest.filter((id) => store.numberOf(id) !== null);
    const target = items[Math.max(0, number - 1)];
    this.moveTo(ids, target === undefined ? rest.length : rest.indexOf(target), column);
  }

  /** Moves lines so that the first of them stands at `position` (from 0) among the others. */
  moveTo(ids: readonly string[], position: number, column: string): void {
    const { store } = this.#editor;
    const present = this.withSections(ids);
    const first = present[0];
    if (first === undefined) return;
    const rest = store.ids.filter((id) => !present.includes(id));
    const place = this.placeFor(present, position);
    const after = place === 0 ? null : (rest[place - 1] ?? null);
    const count = present.length;
    const stays = store.indexOf(first) === place && contiguous(this.#positions(present));
    if (!stays) {
      const command: JsonObject = { op: 'move', list: 'lines', ids: present, after };
      const label = { key: 'move', count, ...namedLine(store, first) };
      if (!this.#editor.run(command, label)) return;
    }
    this.#editor.focusMemory.ask({ id: first, column });
    this.#editor.requestUpdate();
    const n = store.numberOf(first);
    this.#editor.announce(
      n === null
        ? this.#editor.t('label.move', { name: this.nameOf(first), count })
        : this.#editor.t('status.moved', { n, count: store.itemCount }),
    );
  }

  /** Selects every line, or none. */
  selectAll(all = true): void {
    const ids = all ? this.#editor.store.ids : [];
    this.#editor.setSelection(ids);
    this.#editor.announce(this.#editor.t('bulk.selected', { count: ids.length }));
  }

  /** Deletes the selected lines; false where there are none, or none may go. */
  removeSelected(): boolean {
    const { selection, store } = this.#editor;
    if (selection.size === 0) return false;
    if (!mayOrSay(this.#editor, 'removeLines')) return true;
    this.remove(
      store.ids.filter((id) => selection.has(id)),
      'name',
    );
    return true;
  }

  /** Has the host keep a line as a product. The line itself stays as it is. */
  async saveProduct(id: string): Promise<void> {
    const { saveProduct, store, catalogue } = this.#editor;
    const line = store.row(id)?.input;
    if (!line || !saveProduct) return;
    const former = formerProduct(catalogue, line);
    const product = productFromLine(line, newId('p'), store.currency, former);
    try {
      await saveProduct(product);
    } catch (error) {
      const reason = failureWords(error, this.#editor.translator);
      this.#editor.announce(this.#editor.t('refused', { reason }));
      return;
    }
    this.#editor.adoptProduct(product);
    this.#editor.announce(this.#editor.t('status.savedProduct', { name: product.name }));
  }

  undo(): void {
    this.#step('undo');
  }

  redo(): void {
    this.#step('redo');
  }

  #step(op: 'undo' | 'redo'): void {
    const { store } = this.#editor;
    if (!this.#editor.may('undo')) {
      this.#editor.announce(this.#editor.t('status.offAtLocked'));
      return;
    }
    this.#editor.editing.commitAll();
    const { steps: labels, position } = store.history();
    // A step that stays is refused by the core, which says why.
    const steps = op === 'undo' ? position : store.redoSteps;
    if (steps === 0) {
      const nothing = op === 'undo' ? 'status.nothingToUndo' : 'status.nothingToRedo';
      this.#editor.announce(this.#editor.t(nothing));
      return;
    }
    const label = labels[op === 'undo' ? position - 1 : position]?.label ?? '';
    const place = this.#editor.focusMemory.last;
    const index = place ? store.indexOf(place.id) : -1;
    const before = new Set(store.ids);
    const held = this.#editor.root.activeElement;
    if (!this.#editor.run({ op })) return;
    if (held !== null) void this.#editor.updateComplete.then(() => this.#keepFocus());
    const back = store.ids.find((id) => !before.has(id));
    if (place && back !== undefined)
      this.#editor.focusMemory.ask({ id: back, column: place.column });
    else if (place && store.indexOf(place.id) < 0) {
      const id = store.ids[Math.min(Math.max(index, 0), store.ids.length - 1)];
      this.#editor.focusMemory.ask({ id: id ?? this.#editor.ghostId, column: place.column });
    }
    const done = op === 'undo' ? 'status.undone' : 'status.redone';
    this.#editor.announce(this.#editor.t(done, { label: readLabel(label, this.#editor) }));
  }

  /** What had the focus went with the step, or is off now: it goes to the cell, or to a way on. */
  #keepFocus(): void {
    const { root, focusMemory } = this.#editor;
    const now = root.activeElement;
    if (now !== null && !now.matches(':disabled')) return;
    const cell = focusMemory.last ? findCell(root, focusMemory.last) : null;
    (cell ?? root.querySelector<HTMLElement>('.tools.end button'))?.focus();
  }

  #positions(ids: readonly string[]): number[] {
    return ids
      .map((id) => this.#editor.store.indexOf(id))
      .filter((index) => index >= 0)
      .sort((a, b) => a - b);
  }
}

function contiguous(positions: readonly number[]): boolean {
  return positions.every((position, index) => position === (positions[0] ?? 0) + index);
}

/** The undo shortcut as the platform writes it. */
export function undoKey(): string {
  return isApple() ? '⌘Z' : 'Ctrl+Z';
}

/** True on Apple's systems, where ⌘ and ⌃ take the places of Ctrl and Alt. */
export function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
}
