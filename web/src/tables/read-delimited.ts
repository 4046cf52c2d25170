/** Text in rows and cells: reading what spreadsheets put on the clipboard or into CSV files. */
import Papa from 'papaparse';
import { alignedText } from './aligned-text.ts';
import { SEPARATORS, type Separator } from './write-delimited.ts';

/** Rows by which separators and quotes are told. */
const LOOKED_AT = 50;

/** A sign that stands in no text, in the place of the quote where quotes are part of the text. */
const NO_QUOTE = '\u0000';

const hasText = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

/** A line that is only drawn: `---`, `:--`, `+----+`. */
const isDrawn = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^\s*[-=:+_─━┼├┤+]*\s*$/u.test(cell)) &&
  cells.some((cell) => /[-=─━]{2}/u.test(cell));

/** Rows of a table that is drawn with bars: without its lines, its edges and its marks of emphasis. */
function undrawn(rows: readonly string[][]): string[][] {
  const lines = rows.filter((row) => !isDrawn(row));
  const isEdged = lines.every(
    (row) => row.length > 2 && row[0]?.trim() === '' && row.at(-1)?.trim() === '',
  );
  const inner = isEdged ? lines.map((row) => row.slice(1, -1)) : lines;
  return inner.map((row) =>
    row.map((cell) => cell.trim().replace(/^(\*\*|__|`|\*)(?=\S)(.+?)\1$/u, '$2')),
  );
}

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
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (separator === '|') return undrawn(parseCells(plain, separator)).filter(hasText);
  const isAligned = separator === '\t' && !plain.includes('\t');
  return parseCells((isAligned ? alignedText(plain) : null) ?? plain, separator);
}

function parseCells(source: string, separator: Separator): string[][] {
  const quoted = parse(source, separator, '"');
  const isBroken = quoted.errors.some(({ type }) => type === 'Quotes');
  if (!isBroken) return quoted.data.filter(hasText);
  const literal = parse(source, separator, NO_QUOTE).data.filter(hasText);
  const kept = quoted.data.filter(hasText);
  // Quotes around cells are meant where they make the rows more alike than signs would.
  const [asQuotes, asSigns] = [evenness(kept), evenness(literal)];
  return asQuotes.rows > asSigns.rows && asQuotes.width > 1 ? kept : literal;
}

/** True where every such comma stands inside of a number: `450,00`. */
function isDecimalSign(text: string, sign: Separator): boolean {
  if (sign !== ',' || !text.includes(',')) return false;
  const commas = text.match(/,/g)?.length ?? 0;
  return /\p{L}/u.test(text) && text.match(/\d,\d{1,3}(?![\d.,])/g)?.length === commas;
}

const AMOUNT_BEGUN = /\p{L}\S* +\p{Sc}?\p{Nd}[\p{Nd}.]*$/u;
const AMOUNT_ENDED = /^(?:\p{Nd}{2}|[-–—=]) ?(?:\p{Sc}|[A-Z]{3}|kr\.?)?\s*$/u;

const THOUSANDS_BEGUN = /\p{L}\S* +(?:.* )?\p{Sc}?\p{Nd}{1,3}$/u;
const THOUSANDS_ENDED = /^\p{Nd}{3}\.\p{Nd}{2} ?(?:\p{Sc}|[A-Z]{3})?\s*$/u;

/** True where commas cut amounts behind words in two, in most rows: `Chair 49` and `00`. */
function tearsDecimals(rows: readonly (readonly string[])[], separator: Separator): boolean {
  if (separator !== ',') return false;
  const isTorn = (row: readonly string[]): boolean =>
    row.some((cell, at) => {
      const next = row[at + 1] ?? '';
      return AMOUNT_BEGUN.test(cell) && AMOUNT_ENDED.test(next);
    });
  const isGroup = (row: readonly string[]): boolean =>
    THOUSANDS_BEGUN.test(row.at(-2) ?? '') && THOUSANDS_ENDED.test(row.at(-1) ?? '');
  const cut = rows.filter((row) => row.length > 1);
  // A row of headings, which has no numbers, says that commas are meant.
  const areGroups = cut.length > 0 && cut.every(isGroup);
  return areGroups || rows.filter(isTorn).length * 2 > rows.length;
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
    if (isDecimalSign(start, separator)) continue;
    const rows = parseDelimited(start, separator).slice(0, LOOKED_AT);
    if (tearsDecimals(rows, separator)) continue;
    const { width, rows: count } = evenness(rows);
    // A decimal comma also cuts rows evenly: a tab, where there is one, is surer than any comma, and
    // the right sign leaves numbers whole.
    const even = (count / rows.length) * (separator === '\t' ? 3 : 1);
    const score = width > 1 ? even + 2 * wholeNumbers(rows) + width / 1000 : 0;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}
