/** A file that somebody drops or chooses: what kind it is, and its table as text. */
import { decodeAs, decodeText, ENCODINGS } from './decode-text.ts';
import { cellsAsText } from './cells-as-text.ts';
import { tableInHtml } from './read-html.ts';
import { foreignRows } from './json-table.ts';

/** Something about a file that can be taken in several ways; the text is that of the chosen one. */
export interface Alternatives {
  readonly kind: 'sheet' | 'encoding';
  readonly names: readonly string[];
  readonly chosen: string;
  /** False where somebody should look whether the right one was taken. */
  readonly sure: boolean;
  textOf(name: string): string;
}

/** The text of a table, and how else it could be taken. */
export interface TableText {
  readonly text: string;
  /** Numbers are written plainly (1234.5), whatever the person's format is. */
  readonly plainNumbers: boolean;
  readonly alternatives: Alternatives | null;
}

export type FileContent =
  /** `rows`: those of another program in it; null for what is ours, or holds none. */
  | { readonly kind: 'json'; readonly text: string; readonly rows: TableText | null }
  | { readonly kind: 'table'; readonly table: TableText }
  | { readonly kind: 'empty' | 'pdf' | 'unreadable' };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isPdf = (bytes: Uint8Array): boolean => startsWith(bytes, 0x25, 0x50, 0x44, 0x46);

/** True for text that could be a JSON document rather than rows. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*[[{\]]|\{\s*["}])/.test(text);
}

/** True for bytes that are no text in any encoding. */
function isBinary(text: string): boolean {
  const odd = text.slice(0, 4000).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return odd > 4;
}

async function readSheets(bytes: Uint8Array): Promise<FileContent> {
  const { readWorkbook } = await import('./workbook.ts');
  let sheets;
  try {
    sheets = readWorkbook(bytes);
  } catch {
    return { kind: 'unreadable' };
  }
  // A price list is longer than what is said about it on a sheet of its own.
  const [longest] = [...sheets].sort((a, b) => b.cells.length - a.cells.length);
  if (longest === undefined) return { kind: 'empty' };
  const textOf = (name: string): string =>
    cellsAsText(sheets.find((sheet) => sheet.name === name)?.cells ?? []);
  const names = sheets.map(({ name }) => name);
  const alternatives =
    names.length < 2
      ? null
      : { kind: 'sheet' as const, names, chosen: longest.name, sure: false, textOf };
  return {
    kind: 'table',
    table: { text: textOf(longest.name), plainNumbers: true, alternatives },
  };
}

/** What a file holds; `language` is the person's. */
export async function readTableFile(bytes: Uint8Array, language: string): Promise<FileContent> {
  if (isZip(bytes) || isOldOffice(bytes)) return readSheets(bytes);
  if (isPdf(bytes)) return { kind: 'pdf' };
  const { text, encoding, sure } = decodeText(bytes, language);
  if (text.trim() === '') return { kind: 'empty' };
  if (isBinary(text)) return { kind: 'unreadable' };
  // Many programs name a web page .xls, which spreadsheets open.
  const inHtml = /^\s*</.test(text) ? tableInHtml(text) : null;
  if (inHtml !== null) return { kind: 'table', table: inHtml };
  if (looksLikeJson(text)) return { kind: 'json', text, rows: foreignRows(text) };
  const alternatives = sure
    ? null
    : {
        kind: 'encoding' as const,
        names: ENCODINGS,
        chosen: encoding,
        sure,
        textOf: (name: string) => decodeAs(bytes, name).text,
      };
  return { kind: 'table', table: { text, plainNumbers: false, alternatives } };
}
