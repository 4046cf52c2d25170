/** The columns that somebody added to a document: named, renamed, and removed with what they hold. */
import { columnLabel, type Column } from '../columns/column.ts';
import type { Json, JsonObject } from '../../../schema/contract.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { newId } from './line-actions.ts';

const PATH = '/custom/columns';

function stored(editor: EditorContext): JsonObject[] {
  const columns = editor.store.at('custom', 'columns');
  return Array.isArray(columns) ? (columns as JsonObject[]) : [];
}

/** The id under `custom`, of a column's own id. */
const ownId = (column: Column): string => column.id.slice('custom.'.length);

const folded = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase();

/** True where some column goes by that name. */
export function isTaken(editor: EditorContext, name: string): boolean {
  return editor.allColumns.some(
    (column) => folded(columnLabel(column, editor.translator)) === folded(name),
  );
}

/** Adds a column of that name, at the end. */
export function addColumn(editor: EditorContext, name: string): void {
  const value = [...stored(editor), { id: newId('c'), label: name }];
  editor.run({ op: 'set', path: PATH, value }, { key: 'add', name, of: 'column' });
}

/** Gives a column another name. */
export function renameColumn(editor: EditorContext, column: Column, name: string): void {
  const value = stored(editor).map((each) =>
    each['id'] === ownId(column) ? { ...each, label: name } : each,
  );
  editor.run({ op: 'set', path: PATH, value }, { key: 'set', field: 'columns.title' });
}

/** The lines in which a column holds something. */
export function filledLines(editor: EditorContext, column: Column): string[] {
  const { store } = editor;
  store.load(store.ids);
  return store.ids.filter((id) => column.hasData(store.row(id)?.input ?? {}));
}

/** Removes a column, and what the lines hold in it, as one undo step. */
export function removeColumn(editor: EditorContext, column: Column): void {
  const name = columnLabel(column, editor.translator);
  const path = `custom/${ownId(column).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const commands = filledLines(editor, column).map((id): Json => ({
    op: 'set',
    path: linePath(id, path),
    value: null,
  }));
  const value = stored(editor).filter((each) => each['id'] !== ownId(column));
  commands.push({ op: 'set', path: PATH, value: value.length === 0 ? null : value });
  editor.run({ op: 'batch', commands }, { key: 'remove', name, of: 'column', count: 1 });
}
