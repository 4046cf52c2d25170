/** Cells that hold two things in every row: `3 x Poster`, `Painting the hall: 450.00`. */
import { numberIn, type Writing } from './pasted-amount.ts';

type Cells = readonly (readonly string[])[];

const COUNTED = /^(\p{Nd}[\p{Nd}.,]*) ?[x×✕] +(\p{L}.*)$/iu;
const PRICED =
  /^(.*\p{L}.*?)(?: ?: ?| +[-–—] ?| ?\.{3,} ?| {2,}|\t)([^\p{L}]*\p{Nd}[\p{Nd}.,' ]*.{0,5})$/u;

/** Columns of lists whose cells may hold two things. */
const MOST = 2;

const CODES = Intl.supportedValuesOf('currency').join('|');
const BULLET = /^[-*•·–▪◦‣] +/u;
/** `Brush 12.50`, `Delivery 35,-`, `Chair @ 1.299,00 EUR`; `groups` is how thousands are grouped. */
const ended = (groups: string): RegExp =>
  new RegExp(
    String.raw`^(.*?\p{L}\S*?)(?: ?[@:]| +(?:[-–—]|à|zu|je|at))? +` +
      String.raw`((?:\p{Sc}|(?:${CODES})(?= ))? ?\p{Nd}(?:[\p{Nd}.,'’\u00a0\u202f]|${groups})*[.,](?:\p{Nd}{2}|[-–—=]) ?(?:\p{Sc}|[A-Z]{3}|kr\.?)?)$`,
    'u',
  );
const ENDED = ended('(?!)');
/** Where people write a blank between thousands: `Table 1 250,00`. */
const ENDED_IN_GROUPS = ended(' (?=\\p{Nd}{3})');
/** `2 Chairs`, before such a price. */
const COUNT_BEFORE = /^(\p{Nd}{1,3}) +(\p{L}.*)$/u;

/** Cuts `Brush 12.50` into name and price; other text into nothing. */
function priceBehind({ locale }: Writing): (cell: string) => [string, string] | null {
  const isGrouped = /\d\s\d/u.test(new Intl.NumberFormat(locale).format(1234567));
  const pattern = isGrouped ? ENDED_IN_GROUPS : ENDED;
  return (cell) => {
    const [, name, price] = pattern.exec(cell) ?? [];
    return name !== undefined && price !== undefined ? [name.trim(), price.trim()] : null;
  };
}

/** A number, with its sign of money or percent. */
const FIGURE = /^(?:-?\p{Sc}?\p{Nd}[\p{Nd}.,'’]*(?:\p{Sc}|%)?-?|\(\p{Nd}[\p{Nd}.,'’]*\))$/u;
/** Numbers at the end of a row from which on it is one of a table. */
const FEWEST_BEHIND = 3;

/** The words of a row and the numbers behind them. */
function withNumbersBehind(cell: string): { words: string; numbers: readonly string[] } {
  const tokens = cell.trim().split(/\s+/);
  let from = tokens.length;
  while (from > 1 && FIGURE.test(tokens[from - 1] ?? '')) from--;
  return { words: tokens.slice(0, from).join(' '), numbers: tokens.slice(from) };
}

/**
 * Rows of a table that lost its columns, as text copied out of a PDF does: `Bolt, zinc 4 11.90 47.60`.
 * Rows as they are where most do not end in so many numbers.
 */
function tableOfText(rows: Cells): Cells {
  const parted = rows.map(([cell = '']) => withNumbersBehind(cell));
  const counts = parted.map(({ numbers }) => numbers.length);
  const usual = counts.filter((count) => count >= FEWEST_BEHIND);
  const width = usual.sort((a, b) => a - b)[usual.length >> 1] ?? 0;
  const fitting = counts.filter((count) => count >= width).length;
  if (width === 0 || fitting < 2 || fitting * 2 <= rows.length) return rows;
  const table = parted.map(({ words, numbers }, at) => {
    if (numbers.length === width) return [words, ...numbers];
    // `M8 12 4 11.90 47.60`: what is too much belongs to the words.
    if (numbers.length > width) {
      const own = numbers.slice(0, numbers.length - width);
      return [[words, ...own].join(' '), ...numbers.slice(-width)];
    }
    const blanks = Array.from({ length: width - numbers.length }, () => '');
    return numbers.length === 0 ? [rows[at]?.[0] ?? '', ...blanks] : [words, ...blanks, ...numbers];
  });
  return withoutPositions(table);
}

/** Rows of such a table without the positions that its items begin with: 1, 2, 3. */
function withoutPositions(table: Cells): Cells {
  const isItem = (row: readonly string[]): boolean => (row[1] ?? '') !== '';
  let next = 1;
  const counted = table.map((row) => {
    if (!isItem(row)) return row;
    const [, position, name] = /^(\d+)\.? +(.*\p{L}.*)$/u.exec(row[0] ?? '') ?? [];
    return position === String(next++) && name !== undefined ? [name, ...row.slice(1)] : null;
  });
  return next > 2 && counted.every((row) => row !== null) ? counted : table;
}

const NUMBERED = /^\s*(\d{1,3})[.)] +(?=\S)/u;

/** Rows without the numbers before their names, where every item has its own: `1. Paint`, `2. Brush`. */
export function withoutNumbers(rows: Cells): Cells {
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let at = 0; at < width; at++) {
    const numbers = rows.map((row) => NUMBERED.exec(row[at] ?? '')?.[1]);
    const first = numbers.findIndex((each) => each !== undefined);
    const last = numbers.findLastIndex((each) => each !== undefined);
    const given = numbers.filter((each) => each !== undefined);
    const isCounting = given.length > 1 && given.every((each, n) => each === String(n + 1));
    const isItem = (row: readonly string[], place: number): boolean =>
      place > first && place < last && row.filter((cell) => cell.trim() !== '').length > 1;
    if (!isCounting || rows.some((row, n) => numbers[n] === undefined && isItem(row, n))) continue;
    return rows.map((row) =>
      row.map((cell, place) => (place === at ? cell.replace(NUMBERED, '') : cell)),
    );
  }
  return rows;
}

/** Rows without the marks of a list before each of them. */
function withoutBullets(rows: Cells): Cells {
  const isMarked = rows.length > 1 && rows.every(([first = '']) => BULLET.test(first));
  return isMarked
    ? rows.map(([first = '', ...rest]) => [first.replace(BULLET, ''), ...rest])
    : rows;
}

/** Rows in which a column that says two things is two columns. */
export function withPartsApart(cells: Cells, writing: Writing): Cells {
  const rows = withoutBullets(cells);
  // A table of more columns says how many and how much in some of them.
  if (rows.some((row) => row.length > MOST)) return rows;
  const counted = apart(rows, (cell) => {
    const [, count, name] = COUNTED.exec(cell) ?? [];
    return count !== undefined && name !== undefined ? [count, name] : null;
  });
  if (counted !== rows) {
    return counted.some((row) => row.length > 2) ? counted : apart(counted, priceBehind(writing));
  }
  if (rows.some((row) => row.length > 1)) return rows;
  const priced = apart(rows, (cell) => {
    const [, name, price] = PRICED.exec(cell) ?? [];
    const isPrice = price !== undefined && isMoney(price, writing);
    return name !== undefined && isPrice ? [name.trim(), price.trim()] : null;
  });
  if (priced !== rows) return priced;
  const table = tableOfText(rows);
  if (table !== rows) return table;
  const priceEnded = apart(rows, priceBehind(writing));
  if (priceEnded === rows) return rows;
  const counts = apart(priceEnded, (cell) => {
    const [, count, name] = COUNT_BEFORE.exec(cell) ?? [];
    return count !== undefined && name !== undefined ? [count, name] : null;
  });
  if (counts !== priceEnded) return counts;
  // `2 Chairs 49.00` above `Delivery 30.00`: whether each costs that, or both, somebody has to say.
  return priceEnded.map(([name = '', price = ''], at) => [
    name,
    COUNT_BEFORE.test(name) ? (rows[at]?.[0] ?? '') : price,
  ]);
}

/** True for what is an amount in some writing of numbers: `Room: 101` ends in none. */
function isMoney(text: string, writing: Writing): boolean {
  if (!/\p{Sc}|[.,]\p{Nd}{2}(?!\p{Nd})/u.test(text)) return false;
  return [writing.locale, 'en-US', 'de-DE'].some(
    (locale) => numberIn(text, { ...writing, locale }) !== null,
  );
}

/** Cuts the first column of which every cell falls in two; rows as they are where there is none. */
function apart(rows: Cells, cut: (cell: string) => [string, string] | null): Cells {
  if (rows.length < 2) return rows;
  const width = Math.max(...rows.map((row) => row.length));
  for (let at = 0; at < width; at++) {
    const parts = rows.map((row) => cut((row[at] ?? '').trim()));
    if (parts.some((each) => each === null)) continue;
    return rows.map((row, index) => [
      ...row.slice(0, at),
      ...(parts[index] ?? []),
      ...row.slice(at + 1),
    ]);
  }
  return rows;
}
