/**
 * Typing in a cell. Each keystroke that can be understood is a command at once, so that the totals
 * follow; text that cannot be understood waits until the cell is left, and is then kept in the
 * document as an error at its field. Nothing is reformatted while somebody types.
 */
import type { Column, FieldChange, Reading } from '../columns/column.ts';
import { formulaSource } from '../columns/number-column.ts';
import { isFormula } from '../number/formula.ts';
import type { Json, JsonObject, Row } from '../../../schema/contract.ts';
import { numberEdit } from '../store/number-edit.ts';
import { Quiet } from '../ui/quiet.ts';
import { setCommand, type EditorContext } from './editor-context.ts';
import { namedNew } from './history-label.ts';

/** Text that is not understood, or not yet, is kept once typing has paused for so long. */
const PAUSE_MS = 400;

const keyOf = (id: string, column: string): string => `${id}\u0000${column}`;

function valueAt(line: JsonObject, path: string): Json {
  let value: Json | undefined = line;
  for (const segment of path.split('/')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as JsonObject)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value ?? null;
}

/** The row of a line that is not there yet. */
export function emptyRow(id: string, index: number): Row {
  return { id, index, input: { id, type: 'item' }, priced: null, issues: [] };
}

export class CellEditing {
  readonly #editor: EditorContext;
  readonly #drafts = new Map<string, string>();
  /** What the fields of the cell in hand held when typing began. */
  #before: { key: string; changes: FieldChange[] } | null = null;
  #session = 0;
  /** The line that began in the row at the end, until its first cell is left. */
  #begun: string | null = null;
  #typedIn: { readonly id: string; readonly column: Column } | null = null;
  readonly #pause = new Quiet(PAUSE_MS, () => {
    if (this.#typedIn) this.#keep(this.#typedIn.id, this.#typedIn.column);
  });
  /** Lines whose missing fields are not complained about yet: somebody is still typing them. */
  readonly fresh = new Set<string>();

  constructor(editor: EditorContext) {
    this.#editor = editor;
  }

  /** The text being typed in a cell, if any. */
  draft(id: string, column: string): string | undefined {
    return this.#drafts.get(keyOf(id, column));
  }

  /**
   * True while the last line is being begun: the next empty row waits until its first cell is left,
   * so that nothing below moves under somebody's typing.
   */
  get isBeginning(): boolean {
    return this.#begun !== null && this.#begun === this.#editor.store.ids.at(-1);
  }

  #hasBegun(): void {
    if (this.#begun === null) return;
    this.#begun = null;
    this.#editor.requestUpdate();
  }

  /** Typing somewhere else begins: its changes are a history step of their own. */
  begin(): void {
    this.#session++;
    this.#before = null;
    this.#hasBegun();
  }

  /** One keystroke. */
  type(id: string, column: Column, text: string): void {
    const row = this.#row(id);
    this.#remember(row, column);
    this.#drafts.set(keyOf(id, column.id), text);
    this.#typedIn = { id, column };
    this.#pause.wait();
    if (column.control === 'number' && isFormula(text)) return;
    const reading = column.read?.(text, row, this.#editor.context);
    if (reading?.ok && this.#apply(row, column, reading.changes) === 'drawn') return;
    this.#editor.touch(id);
  }

  /** The text in hand is in the document too, so that nothing is lost with the page. */
  #keep(id: string, column: Column): void {
    const text = this.draft(id, column.id);
    if (text === undefined) return;
    const row = this.#row(id);
    const reading = column.read?.(text, row, this.#editor.context);
    if (reading) this.#apply(row, column, reading.ok ? reading.changes : reading.kept);
  }

  /** The cell is left: what was typed counts, understood or not. */
  commit(id: string, column: Column): void {
    this.#hasBegun();
    const text = this.draft(id, column.id);
    if (text === undefined) return;
    const row = this.#row(id);
    const reading: Reading | undefined = column.read?.(text, row, this.#editor.context);
    this.#drafts.delete(keyOf(id, column.id));
    if (reading) this.#apply(row, column, reading.ok ? reading.changes : reading.kept);
    if (reading && !reading.ok) this.#editor.announce(reading.message);
    this.#editor.committed();
    this.#editor.touch(id);
  }

  /** Takes the text of a suggestion as if it had been typed. */
  accept(id: string, column: Column, text: string): void {
    this.begin();
    this.type(id, column, text);
    this.commit(id, column);
  }

  /** Puts back what the cell held before typing began; false where nothing was typed. */
  revert(id: string, column: Column): boolean {
    const key = keyOf(id, column.id);
    if (!this.#drafts.has(key)) return false;
    this.#drafts.delete(key);
    const before = this.#before?.key === key ? this.#before.changes : [];
    const row = this.#row(id);
    if (this.#editor.store.indexOf(id) >= 0) this.#apply(row, column, before);
    this.#before = null;
    this.#editor.touch(id);
    return true;
  }

  /** Shows the source of a calculated field for editing; false where there is none. */
  showSource(id: string, column: Column): boolean {
    const row = this.#row(id);
    const source = formulaSource(row.input, column.field ?? '', this.#editor.numberLocale);
    if (source === '' || this.draft(id, column.id) !== undefined) return false;
    this.#remember(row, column);
    this.#drafts.set(keyOf(id, column.id), source);
    this.#editor.touch(id);
    return true;
  }

  /** Everything typed so far counts (before undo, save, or a form's submission). */
  commitAll(): void {
    for (const key of [...this.#drafts.keys()]) {
      const [id = '', columnId = ''] = key.split('\u0000');
      const column = this.#editor.allColumns.find((each) => each.id === columnId);
      if (column) this.commit(id, column);
    }
    this.begin();
  }

  /** Forgets drafts of lines that are gone, or all of them (another document). */
  forget(all = false): void {
    for (const key of this.#drafts.keys()) {
      const id = key.split('\u0000')[0] ?? '';
      const gone = this.#editor.store.indexOf(id) < 0 && id !== this.#editor.ghostId;
      if (all || gone) this.#drafts.delete(key);
    }
    if (all) this.fresh.clear();
  }

  #row(id: string): Row {
    return this.#editor.store.row(id) ?? emptyRow(id, this.#editor.store.ids.length);
  }

  #remember(row: Row, column: Column): void {
    const key = keyOf(row.id, column.id);
    if (this.#before?.key === key || this.#drafts.has(key)) return;
    const paths = this.#pathsOf(column);
    const changes = paths.map((path) => ({ path, value: valueAt(row.input, path) }));
    this.#before = { key, changes };
  }

  /** The members of the line that typing in a column may change. */
  #pathsOf(column: Column): string[] {
    if (column.id === 'discount') return ['discount', 'discounts'];
    if (column.id.startsWith('custom.')) return [`custom/${column.id.slice('custom.'.length)}`];
    const field = column.field ?? column.id;
    return column.control === 'number' ? [field, `formulas/${field}`] : [field];
  }

  /** `drawn`: it moved amounts that are drawn already. */
  #apply(row: Row, column: Column, changes: readonly FieldChange[]): 'drawn' | 'done' {
    const moved = changes.filter(
      ({ path, value }) => JSON.stringify(valueAt(row.input, path)) !== JSON.stringify(value),
    );
    if (moved.length === 0) return 'done';
    const { store } = this.#editor;
    const coalesce = `type:${row.id}:${column.id}:${this.#session}`;
    const typed = column.id === 'name' ? moved[0]?.value : row.input['name'];
    const name = typeof typed === 'string' ? typed : '';
    const called = { ...namedNew(row.input), name, line: row.id };
    if (store.indexOf(row.id) >= 0) {
      const label = { key: 'setOn', field: column.id, ...called };
      const [change, ...more] = moved;
      const edit = change && more.length === 0 ? numberEdit(row.id, change) : null;
      if (change && edit) return this.#editor.type(edit, change, label, coalesce);
      this.#editor.run(setCommand(row.id, moved), label, coalesce);
      return 'done';
    }
    this.fresh.add(row.id);
    this.#begun = row.id;
    const item = this.#editor.actions.newItem(row.id, store.ids.at(-1) ?? null);
    const add: JsonObject = { op: 'add', list: 'lines', items: [item] };
    const set = setCommand(row.id, moved);
    const commands = set['op'] === 'batch' ? (set['commands'] as Json[]) : [set];
    // Its name has only been begun: the history calls it by what it is called in the end.
    const label = { key: 'add', ...called, name: '' };
    this.#editor.run({ op: 'batch', commands: [add, ...commands] }, label, coalesce);
    return 'done';
  }
}
