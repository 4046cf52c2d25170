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

/** A cell as a spreadsheet takes it: never as a formula, quoted where it must be. */
export function writeCell(text: string, separator: Separator): string {
  const number = /^-?[\d.,\u00a0\u202f' ]+%?$/.test(text);
  const safe = /^[=+\-@\t\r]/.test(text) && !number ? `'${text}` : text;
  return safe.includes(separator) || /["\n\r]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** Rows of cells as text. */
export function writeDelimited(rows: readonly (readonly string[])[], separator: Separator): string {
  const lines = rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator));
  return lines.join('\r\n') + (lines.length > 0 ? '\r\n' : '');
}
