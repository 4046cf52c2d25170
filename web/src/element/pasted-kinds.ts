/** What a column of pasted cells holds, as most of its cells say. */
import { cellKind, isPlaceholder, numberIn, type CellKind, type Writing } from './pasted-amount.ts';

type Cells = readonly (readonly string[])[];
export type ColumnKind = Exclude<CellKind, 'odd'>;

export const isNumeric = (kind: ColumnKind | undefined): boolean =>
  kind === 'number' || kind === 'money' || kind === 'percent';

/** Rows that are looked at to tell what a column holds. */
const LOOKED_AT = 50;

export function cellsAt(rows: Cells, at: number): string[] {
  return rows
    .slice(0, LOOKED_AT)
    .map((row) => row[at] ?? '')
    .filter((cell) => cell.trim() !== '');
}

export const widthOf = (rows: Cells): number =>
  Math.max(0, ...rows.slice(0, LOOKED_AT).map((row) => row.length));

/** Rows that all have a cell below each heading. */
export function evenRows(rows: Cells): string[][] {
  const width = rows[0]?.length ?? 0;
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: Math.max(0, width - row.length) }, () => ''),
  ]);
}

/** `even` decides where as many cells are numbers as are words. */
export function kindOf(cells: readonly string[], writing: Writing, even: ColumnKind): ColumnKind {
  const kinds = cells.map((cell) => cellKind(cell, writing));
  const count = (...wanted: CellKind[]): number =>
    kinds.filter((kind) => wanted.includes(kind)).length;
  const numbers = count('number', 'money', 'percent');
  const words = count('words');
  if (count('date') > words + numbers) return 'date';
  if (numbers === 0 && words === 0) {
    if (cells.every(isPlaceholder)) return 'empty';
    return cells.every((cell) => /\p{Sc}/u.test(cell)) ? 'money' : 'words';
  }
  if (numbers < words) return 'words';
  if (numbers === words && even === 'words') return 'words';
  if (count('percent') > count('number', 'money')) return 'percent';
  return count('money') > 0 ? 'money' : 'number';
}

/** What each column holds. */
export function kindsOf(rows: Cells, writing: Writing): ColumnKind[] {
  const all = Array.from({ length: widthOf(rows) }, (_, at) => cellsAt(rows, at));
  const strict = all.map((cells) => kindOf(cells, writing, 'words'));
  // Where another column holds the words, half of the cells are enough for numbers.
  const clear = all.map((cells) => cells.every((cell) => cellKind(cell, writing) === 'words'));
  return all.map((cells, at) => {
    const others = clear.some((isClear, other) => isClear && other !== at && cells.length > 0);
    return others ? kindOf(cells, writing, 'number') : (strict[at] ?? 'empty');
  });
}

const isUnique = (cells: readonly string[]): boolean => new Set(cells).size === cells.length;
const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim());
const isWhole = (cell: string): boolean => /^\d+$/.test(cell);

/** Long whole numbers, each its own: articles. */
export function areLongNumbers(cells: readonly string[]): boolean {
  const all = trimmed(cells);
  const long = all.filter((cell) => /^\d{4,}$/.test(cell));
  const isLong = all.length > 0 && long.length === all.length && isUnique(all);
  return isLong && (all.length > 1 || (all[0] ?? '').length > 4);
}

/** Whole numbers that only go up, and start above 1 or by steps of ten: articles, or positions. */
export function areRising(cells: readonly string[]): boolean {
  const all = trimmed(cells);
  const isRising = (cell: string, at: number): boolean => {
    const former = all[at - 1];
    if (!isWhole(cell)) return false;
    return (
      former === undefined ||
      cell.length > former.length ||
      (cell.length === former.length && cell > former)
    );
  };
  return all.length > 1 && all.every(isRising);
}

/** 1, 2, 3, …: the positions of another document. */
export function areCounting(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, at) => cell.trim() === String(at + 1));
}

/** Leading noughts, or more digits than anybody orders: a code wherever it stands. */
export function areBarcodes(cells: readonly string[]): boolean {
  const all = trimmed(cells);
  return all.length > 0 && all.every((cell) => /^(?:0\d+|\d{10,})$/.test(cell)) && isUnique(all);
}

/** Codes: without spaces and with digits, or numbers, most of them. */
export function isCodes(cells: readonly string[], writing: Writing): boolean {
  const codes = trimmed(cells).filter((cell) => /^(?=\S*\d)[\p{L}\d][\p{L}\d._/-]*$/u.test(cell));
  const plain = codes.filter((cell) => isWhole(cell) || numberIn(cell, writing) === null);
  return plain.length * 2 > cells.length;
}

/** Words for what one of a quantity is. */
export const UNITS =
  /^(?:pcs?|pieces?|ea|each|h|hrs?|hours?|days?|kg|g|t|m|m2|m²|m3|km|l|st|stk|stück|szt|uds?|un|u|box|pack|pk|pkg|set|std|tag|tage|timer?|dag(?:e|er)?|mnd|month|個|本|時間|台|式)\.?$/iu;
