import { SEPARATORS } from './write-delimited.ts';

/** Cells as text in which tabs and line ends stand between cells alone. */
export function cellsAsText(cells: readonly (readonly string[])[]): string {
  const [tab] = SEPARATORS;
  const written = (cell: string): string =>
    /["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map((row) => row.map(written).join(tab)).join('\n');
}
