/** Columns in which words are typed. */
import { fieldText, type Column } from './column.ts';

/** A column of one text field; empty text removes the field. */
export function textColumn(
  parts: Pick<Column, 'id' | 'label' | 'group' | 'shownFor'> & { readonly field: string },
): Column {
  const { field } = parts;
  return {
    ...parts,
    control: 'text',
    align: 'start',
    hasData: (line) => fieldText(line, field) !== '',
    show: (row) => fieldText(row.input, field),
    read: (text) => ({ ok: true, changes: [{ path: field, value: text === '' ? null : text }] }),
  };
}
