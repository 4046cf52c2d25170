/**
 * Excel's and LibreOffice's own files (.xlsx, .xls, .ods): their sheets as rows of cells. A number is
 * written plainly (1234.5), with the percent or currency sign that its format shows; a day as ISO
 * 8601. Loaded when such a file comes.
 */
import { read, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { asPercent, plainNumber } from './plain-number.ts';

export interface Sheet {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
}

/** The part of a number format for positive numbers, without what is no sign of a currency. */
function signIn(format: string): string {
  const [first = ''] = format.split(';');
  const bracketed = /\[\$([^-\]]*)[^\]]*\]/.exec(first)?.[1];
  if (bracketed !== undefined) return bracketed;
  const shown = first
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/general/gi, '');
  return /\p{Sc}|\p{L}[\p{L}.]*/u.exec(shown)?.[0] ?? '';
}

function numberText(value: number, format: string): string {
  if (SSF.is_date(format)) {
    const day = SSF.parse_date_code(value) as { y: number; m: number; d: number } | null;
    if (day === null) return plainNumber(value);
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${String(day.y).padStart(4, '0')}-${two(day.m)}-${two(day.d)}`;
  }
  const plain = plainNumber(value);
  if (/%/.test(format)) return `${asPercent(plain)}%`;
  const sign = signIn(format);
  return sign === '' ? plain : `${plain} ${sign}`;
}

function cellText(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined) return '';
  if (cell.t === 'n' && typeof cell.v === 'number') {
    return numberText(cell.v, typeof cell.z === 'string' ? cell.z : 'General');
  }
  return cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v));
}

function cellsOf(sheet: WorkSheet): string[][] {
  const area = sheet['!ref'];
  if (area === undefined) return [];
  const { s: from, e: to } = utils.decode_range(area);
  const rows: string[][] = [];
  for (let r = from.r; r <= to.r; r++) {
    const row: string[] = [];
    for (let c = from.c; c <= to.c; c++) {
      row.push(cellText(sheet[utils.encode_cell({ r, c })] as CellObject | undefined).trim());
    }
    rows.push(row);
  }
  return withoutMargins(rows.filter((row) => row.some((cell) => cell !== '')));
}

/** Rows without the columns that are empty in all of them. */
function withoutMargins(rows: readonly string[][]): string[][] {
  const used = new Set(rows.flatMap((row) => row.flatMap((cell, at) => (cell === '' ? [] : [at]))));
  return rows.map((row) => row.filter((_, at) => used.has(at)));
}

/** The sheets that have any cells; throws where the bytes are no such file. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const book = read(bytes, { type: 'array', cellNF: true, cellHTML: false, cellDates: false });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    const cells = sheet === undefined ? [] : cellsOf(sheet);
    return cells.length === 0 ? [] : [{ name, cells }];
  });
}
