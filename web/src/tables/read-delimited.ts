/** Text in rows and cells: reading what spreadsheets put on the clipboard or into CSV files. */
import Papa from 'papaparse';
import { SEPARATORS, type Separator } from './write-delimited.ts';

/** Rows by which separators and quotes are told. */
const LOOKED_AT = 50;

/** A sign that stands in no text, in the place of the quote where quotes are part of the text. */
const NO_QUOTE = '\u0000';

const hasText = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

function parse(text: string, separator: Separator, quote: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter: separator, quoteChar: quote, newline: '\n' });
}

/** How many rows have as many cells as most have. */
function evenness(rows: readonly (readonly string[])[]): { width: number; rows: number } {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { width, rows: count };
}

/**
 * Rows of cells; a cell may be quoted, and then hold separators, line ends and doubled quotes. Where a
 * quote is never closed, or stands behind a number (24" monitor), it is a sign like any other.
 */
export function parseDelimited(text: string, separator: Separator): string[][] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const quoted = parse(source, separator, '"');
  const isBroken = quoted.errors.some(({ type }) => type === 'Quotes');
  if (!isBroken) return quoted.data.filter(hasText);
  const literal = parse(source, separator, NO_QUOTE).data.filter(hasText);
  const kept = quoted.data.filter(hasText);
  // Quotes around cells are meant where they make the rows more alike than signs would.
  const [asQuotes, asSigns] = [evenness(kept), evenness(literal)];
  return asQuotes.rows > asSigns.rows && asQuotes.width > 1 ? kept : literal;
}

/** A number as people and programs write it, with a sign of money or percent. */
const NUMBER =
  /^\p{Sc}?\s*[-+(]?\s*\p{Sc}?\s*\p{Nd}[\p{Nd}.,'’\u00a0\u202f ]*\)?\s*(?:%|\p{Sc}|\p{L}{1,4}\.?)?\s*-?$/u;

/** How many of the cells with digits are numbers, as a share. */
function wholeNumbers(rows: readonly (readonly string[])[]): number {
  const figures = rows.flatMap((row) => row.filter((cell) => /\p{Nd}/u.test(cell)));
  if (figures.length === 0) return 0;
  return figures.filter((cell) => NUMBER.test(cell.trim())).length / figures.length;
}

/** The separator that cuts most rows into the same number of cells, more than one. */
export function detectSeparator(text: string): Separator {
  const start = text.split('\n', LOOKED_AT * 4).join('\n');
  let best: Separator = '\t';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rows = parseDelimited(start, separator).slice(0, LOOKED_AT);
    const { width, rows: count } = evenness(rows);
    // A decimal comma also cuts rows evenly: a tab, where there is one, is surer than any comma, and
    // the right sign leaves numbers whole.
    const even = (count / rows.length) * (separator === '\t' ? 3 : 1);
    const score = width > 1 ? even + 2 * wholeNumbers(rows) + width / 1000 : 0;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}
