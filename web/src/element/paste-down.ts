/** Pasting into cells that are there: a column of values goes downwards, or onto the selected lines. */
import { columnLabel, type Column } from '../columns/column.ts';
import type { Json, JsonObject, Row } from '../store/engine-port.ts';
import { isText } from '../store/line-type.ts';
import { emptyRow } from './cell-editing.ts';
import { detectSeparator, parseDelimited } from './delimited.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { newId } from './line-actions.ts';
import { mayEdit } from './row.ts';

/** Columns whose text makes lines of its own, or may have several lines itself. */
const NOT_FILLED = new Set(['name', 'description']);

/** The values of a single column; null for anything else. */
function oneColumn(text: string): string[] | null {
  if (!/\S/.test(text)) return null;
  // Commas and semicolons belong to the values: only a tab makes a second column here.
  if (text.includes('\t') && detectSeparator(text) === '\t') return null;
  const rows = parseDelimited(text, '\t');
  return rows.every((cells) => cells.length === 1) ? rows.map(([cell = '']) => cell.trim()) : null;
}

function itemsOf(editor: EditorContext, ids: readonly string[]): Row[] {
  return ids.flatMap((id) => {
    const row = editor.store.row(id);
    return row && !isText(row.input['type']) ? [row] : [];
  });
}

/** The lines that take the values: those selected, else the line in hand and those below it. */
function takers(editor: EditorContext, id: string, values: readonly string[]): Row[] {
  const { store, selection } = editor;
  const selected = itemsOf(
    editor,
    store.ids.filter((each) => selection.has(each)),
  );
  const onSelected = selected.length > 1 && selected.some((row) => row.id === id);
  if (onSelected && values.length <= selected.length) return selected;
  if (values.length === 1) return [];
  return itemsOf(editor, store.ids.slice(store.indexOf(id))).slice(0, values.length);
}

function changesOf(editor: EditorContext, row: Row, column: Column, value: string): Json[] {
  const reading = column.read?.(value, row, editor.context);
  const changes = reading === undefined ? [] : reading.ok ? reading.changes : reading.kept;
  return changes.map(({ path, value: to }) => ({
    op: 'set',
    path: linePath(row.id, path),
    value: to,
  }));
}

/**
 * Fills a column with pasted values, as one step; values beyond the last line make lines of their
 * own, so that none is lost. False where the text is no column, or the place takes none.
 */
export function pasteDown(
  editor: EditorContext,
  id: string,
  column: Column,
  text: string,
): boolean {
  const { store, editing } = editor;
  const values = oneColumn(text);
  const here = store.row(id);
  if (!values || !here || isText(here.input['type'])) return false;
  if (!column.read || NOT_FILLED.has(column.id) || !mayEdit(editor, column)) return false;
  const rows = takers(editor, id, values);
  if (rows.length === 0) return false;
  editing.commitAll();
  const single = values.length === 1 ? values[0] : undefined;
  const commands = rows.flatMap((row, at) => {
    const value = single ?? values[at];
    return value === undefined ? [] : changesOf(editor, row, column, value);
  });
  const beyond = values.slice(Math.max(rows.length, 1));
  const added = beyond.map((value): Json[] => {
    const item: JsonObject = { id: newId('li'), type: 'item' };
    const add: JsonObject = { op: 'add', list: 'lines', items: [item] };
    return [add, ...changesOf(editor, emptyRow(String(item['id']), 0), column, value)];
  });
  const count =
    Math.min(rows.length, single === undefined ? values.length : rows.length) + added.length;
  const label = { key: 'setMany', field: column.id, count };
  if (!editor.run({ op: 'batch', commands: [...commands, ...added.flat()] }, label)) return true;
  for (const row of rows) editor.touch(row.id);
  editor.focusMemory.ask({ id, column: column.id });
  const field = columnLabel(column, editor.translator);
  editor.announce(editor.t('label.setMany', { field, count }));
  return true;
}
