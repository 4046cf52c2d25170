/** Columns that pasted values fill downwards, or on the selected lines. */
import type { Column } from '../columns/column.ts';

/** Columns whose text makes lines of its own, or may have several lines itself. */
const NOT_FILLED = new Set(['name', 'description']);

export function isFillable(column: Column): boolean {
  const takesText = (column.read ?? column.readPasted) !== undefined;
  return takesText && !NOT_FILLED.has(column.id);
}
