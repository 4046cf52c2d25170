/** Which row a key goes to: one that has a cell in the column in hand. */
import type { DocumentStore } from '../store/document-store.ts';
import { isText } from '../store/line-type.ts';

/** What headings and notes have, too: their text and the controls at both edges. */
const IN_EVERY_ROW = new Set(['name', 'handle', 'select', 'actions']);

function hasCell(store: DocumentStore, index: number, column: string): boolean {
  const id = store.ids[index];
  // Behind the last line is the row in which a new one is typed.
  if (id === undefined || IN_EVERY_ROW.has(column)) return true;
  return !isText(store.row(id)?.input['type']);
}

/**
 * True where Enter is one more line of a text: alone in a description, with Shift in a note, which
 * Enter leaves as it leaves a name.
 */
export function isNewLine(event: KeyboardEvent, place: { readonly column: string }): boolean {
  return (place.column === 'name') === event.shiftKey;
}

/**
 * The position `by` rows from another, within 0 and `last`. Headings and notes have no numbers: in
 * such a column they are passed over, and where nothing follows them, the row stays.
 */
export function rowInColumn(
  store: DocumentStore,
  column: string,
  from: number,
  by: number,
  last: number,
): number {
  const aim = Math.max(0, Math.min(last, from + by));
  const onward = by < 0 ? -1 : 1;
  for (let at = aim; at >= 0 && at <= last; at += onward) {
    if (hasCell(store, at, column)) return at;
  }
  for (let at = aim; at !== from && at >= 0; at -= onward) {
    if (hasCell(store, at, column)) return at;
  }
  return from;
}
