/** Cells that hold two things in every row: `3 x Poster`, `Painting the hall: 450.00`. */
import { numberIn, type Writing } from './pasted-amount.ts';

type Cells = readonly (readonly string[])[];

const COUNTED = /^(\p{Nd}[\p{Nd}.,]*) ?[x×✕] +(\p{L}.*)$/iu;
const PRICED =
  /^(.*\p{L}.*?)(?: ?: ?| +[-–—] ?| ?\.{3,} ?| {2,}|\t)([^\p{L}]*\p{Nd}[\p{Nd}.,' ]*.{0,5})$/u;

/** Columns of lists whose cells may hold two things. */
const MOST = 2;

const BULLET = /^[-*•·–▪◦‣] +/u;
/** `Brush 12.50`, `Delivery 35,-`, `Chair 1.299,00 EUR`. */
const ENDED =
  /^(.*\p{L}\S*) +(\p{Sc}? ?\p{Nd}[\p{Nd}.,']*[.,](?:\p{Nd}{2}|[-–—=]) ?(?:\p{Sc}|[A-Z]{3}|kr\.?)?)$/u;
/** `2 Chairs`, before such a price. */
const COUNT_BEFORE = /^(\p{Nd}{1,3}) +(\p{L}.*)$/u;

/** The name and the price of `Brush 12.50`; null for other text. */
function priceBehind(cell: string): [string, string] | null {
  const [, name, price] = ENDED.exec(cell) ?? [];
  return name !== undefined && price !== undefined ? [name.trim(), price.trim()] : null;
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
    return counted.some((row) => row.length > 2) ? counted : apart(counted, priceBehind);
  }
  if (rows.some((row) => row.length > 1)) return rows;
  const priced = apart(rows, (cell) => {
    const [, name, price] = PRICED.exec(cell) ?? [];
    const isPrice = price !== undefined && isMoney(price, writing);
    return name !== undefined && isPrice ? [name.trim(), price.trim()] : null;
  });
  if (priced !== rows) return priced;
  const ended = apart(rows, priceBehind);
  if (ended === rows) return rows;
  return apart(ended, (cell) => {
    const [, count, name] = COUNT_BEFORE.exec(cell) ?? [];
    return count !== undefined && name !== undefined ? [count, name] : null;
  });
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
