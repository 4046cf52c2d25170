/** Rows of cells as text for spreadsheets, in which no cell is taken for a formula. */

export type Separator = '\t' | ',' | ';' | '|';
export const SEPARATORS: readonly Separator[] = ['\t', ',', ';', '|'];

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
