/** A list as CSV or JSON, with the headers people see. */
import { writeDelimited } from '../../tables/write-delimited.ts';
import { isPlainDecimal } from '../../number/format.ts';
import { numberSymbols } from '../../number/symbols.ts';

/** Where amounts and numbers stand, in the core's form, and how those who read them write them. */
interface Numbers {
  readonly locale: string;
  /** Places of the columns that hold them. */
  readonly numeric: readonly number[];
}

/**
 * CSV with a byte order mark, so that spreadsheets read it as UTF-8. Where decimals have a comma,
 * spreadsheets read semicolons between cells and a comma in numbers.
 */
export function toCsv(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { locale, numeric }: Numbers = { locale: 'en', numeric: [] },
): string {
  if (numberSymbols(locale).decimal !== ',') {
    return `\ufeff${writeDelimited([headers, ...rows], ',')}`;
  }
  const written = rows.map((cells) =>
    cells.map((cell, at) =>
      numeric.includes(at) && isPlainDecimal(cell) ? cell.replace('.', ',') : cell,
    ),
  );
  return `\ufeff${writeDelimited([headers, ...written], ';')}`;
}

/** A list of objects with the headers as names. */
export function toJsonText(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const objects = rows.map((cells) =>
    Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** Hands a text to the person as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
