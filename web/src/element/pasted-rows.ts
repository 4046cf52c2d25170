/** What pasted rows mean: which lines they make, and what is wrong with them. */
import type { Column, ColumnContext, FieldChange } from '../columns/column.ts';
import { columnLabel } from '../columns/column.ts';
import { withoutSign } from '../number/currency-sign.ts';
import type { Json, JsonObject } from '../store/engine-port.ts';
import type { Mapping } from './pasted-columns.ts';

/** One pasted row: the line it makes, and what is wrong with it. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly line: JsonObject;
  readonly problems: readonly string[];
  /** The sign of another currency that one of its amounts carries; '' where none does. */
  readonly otherSign: string;
}

export interface PasteReading {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  readonly context: ColumnContext;
  /** True where amounts of another currency are meant to be of the document's, as somebody said. */
  readonly anyCurrency?: boolean;
}

function setIn(line: JsonObject, path: string, value: Json): void {
  if (value === null) return;
  const segments = path.split('/');
  let target = line;
  for (const segment of segments.slice(0, -1)) {
    const inner = target[segment];
    const next = typeof inner === 'object' && inner !== null ? (inner as JsonObject) : {};
    target[segment] = next;
    target = next;
  }
  target[segments.at(-1) ?? ''] = value;
}

/** Reads one row of cells into a new line. */
export function readPastedRow(
  cells: readonly string[],
  { mapping, columns, context, anyCurrency = false }: PasteReading,
  id: string,
  number: number,
): PastedRow {
  const line: JsonObject = { id, type: 'item' };
  const problems: string[] = [];
  let otherSign = '';
  mapping.forEach((columnId, at) => {
    const column = columns.find((each) => each.id === columnId);
    const cell = (cells[at] ?? '').trim();
    // A name is one line; what a cell holds below it describes the item.
    const [first = '', ...rest] = column?.id === 'name' ? cell.split('\n') : [cell];
    const text = first.trim();
    if (!column?.read || text === '') return;
    if (rest.length > 0 && line['description'] === undefined) {
      line['description'] = rest.join('\n').trim();
    }
    const signed = withoutSign(text, context.currency, context.locale);
    const isForeign = column.inCurrency === true && !signed.own;
    if (isForeign) otherSign = signed.sign;
    const row = { id, index: 0, input: line, priced: null, issues: [] };
    const reading = column.read(isForeign && anyCurrency ? signed.number : text, row, context);
    const changes: readonly FieldChange[] = reading.ok ? reading.changes : reading.kept;
    for (const { path, value } of changes) setIn(line, path, value);
    if (!reading.ok) {
      problems.push(`${columnLabel(column, context.translator)}: ${reading.message}`);
    }
  });
  if (typeof line['name'] !== 'string') {
    problems.push(
      context.translator.t('issue.required', { field: context.translator.t('column.name') }),
    );
  }
  return { number, cells, line, problems, otherSign };
}
