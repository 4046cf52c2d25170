/** Columns somebody added: free text under `custom` of the line. */
import type { JsonObject } from '../../../schema/contract.ts';
import { always, fieldText, type Column } from './column.ts';

/** A custom column as the document keeps it, under `custom.columns`. */
export interface CustomColumn {
  readonly id: string;
  readonly label: string;
}

function customOf(line: JsonObject): JsonObject {
  const custom = line['custom'];
  return typeof custom === 'object' && custom !== null && !Array.isArray(custom) ? custom : {};
}

/** A segment of a JSON Pointer. */
function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The column of one custom field. */
export function customColumn({ id, label }: CustomColumn): Column {
  const path = `custom/${escaped(id)}`;
  return {
    id: `custom.${id}`,
    label: 'column.custom',
    ownLabel: label,
    group: 'custom',
    control: 'text',
    align: 'start',
    field: 'custom',
    shownFor: always,
    hasData: (line) => fieldText(customOf(line), id) !== '',
    show: (row) => fieldText(customOf(row.input), id),
    read: (text) => ({ ok: true, changes: [{ path, value: text === '' ? null : text }] }),
  };
}
