/** Pasting into cells that are there: values go downwards from one, or onto the selected lines. */
import { columnLabel, type Column, type Reading } from '../columns/column.ts';
import type { Json, JsonObject, Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { emptyRow } from './cell-editing.ts';
import { parseDelimited } from '../tables/read-delimited.ts';
import { linePath, type EditorContext } from './editor-context.ts';
import { isFillable } from './fillable.ts';
import { newId } from './line-actions.ts';
import { numberIn, plainAmount } from './pasted-amount.ts';
import { NUMBER_LOCALES } from './pasted-list.ts';

type Values = readonly (readonly string[])[];

/** The values in rows of one width; null where there are none, or the rows differ. */
function valuesIn(text: string): Values | null {
  if (!/\S/.test(text)) return null;
  // Commas and semicolons belong to the values: only a tab makes a second column here.
  const rows = parseDelimited(text, '\t').map((cells) => cells.map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  return width > 0 && rows.every((cells) => cells.length === width) ? rows : null;
}

/** A column that is filled, and how the numbers are written that fill it. */
interface Target {
  readonly column: Column;
  readonly locale: string;
}

function read(
  { column, locale }: Target,
  value: string,
  row: Row,
  editor: EditorContext,
): Reading | undefined {
  const text = column.control === 'number' ? plainAmount(value) : value;
  return (column.read ?? column.readPasted)?.(text, row, { ...editor.context, locale });
}

/** How a column of values is written: as here, unless all of them are numbers only as written elsewhere. */
function localeOf(values: readonly string[], { control }: Column, editor: EditorContext): string {
  const { locale, currency } = editor.context;
  const given = values.filter((value) => value !== '');
  const isWhole = (each: string): boolean =>
    given.every((value) => numberIn(value, { currency, locale: each }) !== null);
  if (control !== 'number' || isWhole(locale)) return locale;
  return NUMBER_LOCALES.find(isWhole) ?? locale;
}

/** The columns that take the values: the one in hand and those shown beside it. */
function columnsFrom(editor: EditorContext, column: Column, width: number): Column[] | null {
  const first = editor.columns.findIndex(({ id }) => id === column.id);
  const columns = width === 1 ? [column] : editor.columns.slice(first, first + width);
  const fillable = columns.every(
    (each) => isFillable(each) && editor.mayEdit(each.field ?? each.id),
  );
  return fillable && columns.length === width ? columns : null;
}

/** True where most values of a block mean something in the column they would go into. */
function fits(editor: EditorContext, columns: readonly Target[], values: Values): boolean {
  return columns.every((column, at) => {
    const meant = values.filter(
      (cells) => read(column, cells[at] ?? '', emptyRow('', 0), editor)?.ok === true,
    );
    return meant.length * 2 > values.length;
  });
}

function itemsOf(editor: EditorContext, ids: readonly string[]): Row[] {
  return ids.flatMap((id) => {
    const row = editor.store.row(id);
    return row && !isText(row.input['type']) ? [row] : [];
  });
}

/** The lines that take the values: those selected, else the line in hand and those below it. */
function takers(editor: EditorContext, id: string, values: Values): Row[] {
  const { store, selection } = editor;
  const selected = itemsOf(
    editor,
    store.ids.filter((each) => selection.has(each)),
  );
  const onSelected = selected.length > 1 && selected.some((row) => row.id === id);
  if (onSelected && values.length <= selected.length) return selected;
  // A single value is typed, as any text.
  if (values.length === 1 && values[0]?.length === 1) return [];
  return itemsOf(editor, store.ids.slice(store.indexOf(id))).slice(0, values.length);
}

function changesOf(
  editor: EditorContext,
  row: Row,
  columns: readonly Target[],
  values: readonly string[],
): Json[] {
  return columns.flatMap((column, at) => {
    const reading = read(column, values[at] ?? '', row, editor);
    const changes = reading === undefined ? [] : reading.ok ? reading.changes : reading.kept;
    return changes.map(({ path, value: to }) => ({
      op: 'set',
      path: linePath(row.id, path),
      value: to,
    }));
  });
}

/**
 * Fills columns with pasted values, as one step; values beyond the last line make lines of their
 * own, so that none is lost. False where the text is no such block, or the place takes none.
 */
export function pasteDown(
  editor: EditorContext,
  id: string,
  column: Column,
  text: string,
): boolean {
  const { store, editing } = editor;
  const values = valuesIn(text);
  const here = store.row(id);
  if (!values || !here || isText(here.input['type'])) return false;
  const width = values[0]?.length ?? 1;
  const columns = columnsFrom(editor, column, width)?.map((each, at) => {
    const locale = localeOf(
      values.map((cells) => cells[at] ?? ''),
      each,
      editor,
    );
    return { column: each, locale };
  });
  if (!columns || (width > 1 && !fits(editor, columns, values))) return false;
  const rows = takers(editor, id, values);
  if (rows.length === 0) return false;
  editing.commitAll();
  const single = values.length === 1 ? values[0] : undefined;
  const commands = rows.flatMap((row, at) => {
    const cells = single ?? values[at];
    return cells === undefined ? [] : changesOf(editor, row, columns, cells);
  });
  const beyond = values.slice(Math.max(rows.length, 1));
  const added = beyond.map((cells): Json[] => {
    const item: JsonObject = { id: newId('li'), type: 'item' };
    const add: JsonObject = { op: 'add', list: 'lines', items: [item] };
    return [add, ...changesOf(editor, emptyRow(String(item['id']), 0), columns, cells)];
  });
  const count =
    Math.min(rows.length, single === undefined ? values.length : rows.length) + added.length;
  const label = width === 1 ? { key: 'setMany', field: column.id, count } : { key: 'paste', count };
  if (!editor.run({ op: 'batch', commands: [...commands, ...added.flat()] }, label)) return true;
  for (const row of rows) editor.touch(row.id);
  editor.focusMemory.ask({ id, column: column.id });
  const field = columnLabel(column, editor.translator);
  editor.announce(
    width === 1
      ? editor.t('label.setMany', { field, count })
      : editor.t('status.pasted', { count }),
  );
  return true;
}
