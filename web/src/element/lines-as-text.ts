/** Lines as rows and cells: for spreadsheets, and to be read back whole. */
import { columnLabel, type Column } from '../columns/column.ts';
import { parseJson } from '../json/lossless-json.ts';
import type { JsonObject, Row } from '../../../schema/contract.ts';
import { isText } from '../store/line-type.ts';
import { isLeftOut } from './buyer-choice.ts';
import { writeDelimited, type Separator } from '../tables/write-delimited.ts';
import type { EditorContext } from './editor-context.ts';
import { OWN_COLUMNS, ownCells, type OwnColumn } from './own-export.ts';

function cellOf(editor: EditorContext, row: Row, column: Column): string {
  if (isText(row.input['type']) && column.id !== 'name') return '';
  // The amount of a line that does not count would be counted by whoever adds the column up.
  if (column.control === 'amount' && isLeftOut(row.input)) return '';
  return column.show(row, editor.context).replace(/^–$/, '');
}

function rowsOf(editor: EditorContext, ids: readonly string[]): Row[] {
  editor.store.load(ids);
  return ids.flatMap((id) => {
    const row = editor.store.row(id);
    return row ? [row] : [];
  });
}

/** The lines as the core keeps them, in which every number has its digits. */
function storedLines(editor: EditorContext): ReadonlyMap<string, JsonObject> {
  const { lines } = parseJson(editor.store.engine.save()) as { lines?: JsonObject[] };
  return new Map((lines ?? []).map((line) => [String(line['id']), line]));
}

/** The columns shown; for a file also those hidden ones that hold something. */
function columnsFor(editor: EditorContext, rows: readonly Row[], isFile: boolean): Column[] {
  const hidden = editor.allColumns.filter(
    (column) =>
      !editor.columns.includes(column) &&
      column.control !== 'amount' &&
      rows.some(({ input }) => column.hasData(input)),
  );
  return isFile ? [...editor.columns, ...hidden] : [...editor.columns];
}

/**
 * Lines as text in rows and cells, with headings. Columns behind those of the table say what is a
 * heading, what a buyer left out and, in a file, whatever else a line holds.
 */
export function linesAsText(
  editor: EditorContext,
  ids: readonly string[],
  separator: Separator,
): string {
  const { context, translator } = editor;
  const isFile = separator !== '\t';
  const rows = rowsOf(editor, ids);
  const columns = columnsFor(editor, rows, isFile);
  const stored = isFile ? storedLines(editor) : null;
  const own = rows.map(({ id, input }) => ownCells(stored?.get(id) ?? input, columns, context));
  const isNeeded: Readonly<Record<OwnColumn, boolean>> = {
    'own:type': rows.some(({ input }) => isText(input['type'])),
    'own:optional': own.some((cells) => cells['own:optional'] !== ''),
    'own:more': isFile && own.some((cells) => cells['own:more'] !== ''),
  };
  const added = (Object.keys(OWN_COLUMNS) as OwnColumn[]).filter((each) => isNeeded[each]);
  const head = [
    ...columns.map((column) => columnLabel(column, translator)),
    ...added.map((each) => translator.t(OWN_COLUMNS[each])),
  ];
  const body = rows.map((row, at) => [
    ...columns.map((column) => cellOf(editor, row, column)),
    ...added.map((each) => own[at]?.[each] ?? ''),
  ]);
  return writeDelimited([head, ...body], separator);
}
