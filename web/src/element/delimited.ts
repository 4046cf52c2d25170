/** Text in rows and cells: reading what spreadsheets put on the clipboard or into CSV files. */

export type Separator = '\t' | ',' | ';' | '|';
export const SEPARATORS: readonly Separator[] = ['\t', ',', ';', '|'];

/** Rows of cells; a cell may be quoted, and then hold separators, line ends and doubled quotes. */
export function parseDelimited(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let atStart = true;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
    atStart = true;
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && atStart) {
      quoted = true;
      atStart = false;
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else {
      cell += character;
      atStart = false;
    }
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.filter((cells) => cells.some((each) => each.trim() !== ''));
}

/** The separator that cuts most rows into the same number of cells, more than one. */
export function detectSeparator(text: string): Separator {
  let best: Separator = '\t';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rows = parseDelimited(text, separator).slice(0, 50);
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
    // A decimal comma also cuts rows evenly: a tab, where there is one, is surer than any comma.
    const score =
      width > 1 ? (count / rows.length) * (separator === '\t' ? 3 : 1) + width / 1000 : 0;
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** What a spreadsheet takes for the beginning of a formula, full-width signs included. */
const FORMULA = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';
/** Blanks before a formula, which spreadsheets pass over, and signs that nobody sees. */
const BLANK = '[\\s\\u0000-\\u001f\u200b-\u200f\u2060\ufeff]';
const STARTS_FORMULA = new RegExp(`^${BLANK}*${FORMULA}|^[\\t\\r\\n]`, 'u');
const NUMBER = /^[-+]?\p{Nd}[\p{Nd}.,\u066b\u066c\u00a0\u202f'’ ]*[%\u066a]?$/u;

/**
 * After these a spreadsheet of another country may begin a new cell, whatever quotes say: it takes a
 * quote for one only at the beginning of a cell.
 */
const BREAKS: Readonly<Record<Separator, string>> = {
  ',': ';\\t\\r\\n',
  ';': ',\\t\\r\\n',
  '\t': '\\r\\n',
  '|': ',;\\t\\r\\n',
};

/** A cell's text so that no spreadsheet takes it, or a part of it, for a formula. */
export function guardedCell(text: string, separator: Separator): string {
  const isNumber = NUMBER.test(text);
  const inner = new RegExp(`([${BREAKS[separator]}]${BLANK}*)(?=${FORMULA})`, 'gu');
  const whole = isNumber ? text : text.replace(inner, "$1'");
  return !isNumber && STARTS_FORMULA.test(whole) ? `'${whole}` : whole;
}

/** A cell as a spreadsheet takes it: never as a formula, quoted where it must be. */
export function writeCell(text: string, separator: Separator): string {
  const safe = guardedCell(text, separator);
  return safe.includes(separator) || /[",;\t\n\r]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Rows of cells as text. */
export function writeDelimited(rows: readonly (readonly string[])[], separator: Separator): string {
  const lines = rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator));
  return lines.join('\r\n') + (lines.length > 0 ? '\r\n' : '');
}
