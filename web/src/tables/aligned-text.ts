/** Text whose columns stand below each other, as tables copied out of a PDF or an e-mail do. */

/** Columns are apart from each other by so many blanks at least. */
const GAP = 2;
/** Lines by which the columns are told. */
const LOOKED_AT = 50;
/** Cells from which on a line is one of the table, where not all lines are. */
const FEWEST_CELLS = 3;

/** What stands together in a line, with the places where it begins and ends. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PIECE = /\S+(?: \S+)*/gu;

const piecesOf = (line: string): Piece[] =>
  [...line.matchAll(PIECE)].map(({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));

/** The lines that have the columns: all of them, or those that have several cells. */
function tableIn(lines: readonly Piece[][]): readonly Piece[][] {
  if (lines.every((pieces) => pieces.length > 1)) return lines;
  const wide = lines.filter((pieces) => pieces.length >= FEWEST_CELLS);
  return wide.length > 1 && wide.length * 3 >= lines.length ? wide : [];
}

/** Where the columns begin: behind so many blanks in every line. */
function startsOf(table: readonly Piece[][]): number[] {
  const filled = new Set<number>();
  for (const { from, to } of table.flat()) for (let at = from; at < to; at++) filled.add(at);
  const places = [...filled].sort((a, b) => a - b);
  return places.filter((at, index) => index === 0 || at - (places[index - 1] ?? 0) > GAP);
}

/** The column that a piece stands in: the one that it covers most of. */
function columnOf({ from, to }: Piece, starts: readonly number[]): number {
  const covered = starts.map((start, at) => {
    const end = starts[at + 1] ?? Infinity;
    return Math.min(to, end) - Math.max(from, start);
  });
  return covered.indexOf(Math.max(...covered));
}

/** A cell as text with tabs between the cells has it. */
const written = (cell: string): string =>
  cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Text whose columns stand below each other, with tabs between them; null where there are none. */
export function alignedText(text: string): string | null {
  if (text.includes('"\n')) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pieces = lines.map(piecesOf);
  const table = tableIn(pieces.slice(0, LOOKED_AT));
  if (table.length === 0 || lines.length < 2) return null;
  const starts = startsOf(table);
  const [first = 0] = starts;
  if (starts.length < 2) return null;
  // Where what stands apart falls into one column, the lines only have blanks in them.
  const isTorn = (line: readonly Piece[]): boolean =>
    new Set(line.map((piece) => columnOf(piece, starts))).size < line.length;
  if (table.filter(isTorn).length * 4 > table.length) return null;
  const rows: string[][] = [];
  for (const line of pieces) {
    const row = starts.map(() => '');
    for (const piece of line) {
      const at = columnOf(piece, starts);
      row[at] = row[at] ? `${row[at]} ${piece.text}` : piece.text;
    }
    const [only] = line;
    const above = rows.at(-1);
    const at = only === undefined ? -1 : columnOf(only, starts);
    // What is set in below a cell with figures beside it goes on with that cell.
    const isMore = line.length === 1 && only !== undefined && only.from >= first + GAP;
    const isItem = above !== undefined && above.some((cell, i) => i !== at && /\p{Nd}/u.test(cell));
    if (isMore && isItem && above[at] !== '') above[at] = `${above[at]}\n${only.text}`;
    else rows.push(row);
  }
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}
