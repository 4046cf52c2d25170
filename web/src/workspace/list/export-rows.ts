/** A list as CSV or JSON, with the headers people see. */
import { writeDelimited } from '../../element/delimited.ts';

/** CSV with a byte order mark, so that spreadsheets read it as UTF-8. */
export function toCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${writeDelimited([headers, ...rows], ',')}`;
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
